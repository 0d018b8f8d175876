"""What merging does to a file: each folder of cases/merge/ is one behaviour, from three files to the text that is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.files.front_matter import BriefingFile, read_briefing
from briefgen.files.front_matter_revise import revised_text
from briefgen.merging.merge import merge
from briefgen.model.draft import LastDraft
from briefgen.model.folding import Folded

FOLDER = Path(__file__).parents[2] / "cases" / "merge"
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


def _read(case: Path, name: str) -> BriefingFile:
    return read_briefing(name, (case / name).read_bytes().decode())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_file_is_merged(case: Path) -> None:
    """The editor's file becomes the expected one byte for byte, the changes are named, and a second time does nothing."""
    locate = Folded((FOLDER / "source.txt").read_text()).find
    edited = _read(case, "edited.md")
    # Without last.md the last draft was lost.
    last = LastDraft(briefing=_read(case, "last.md").briefing, recipe="1") if (case / "last.md").exists() else None
    fresh = _read(case, "fresh.md").briefing
    merged = merge(last=last, edited=edited.briefing, fresh=fresh, recipe="1", locate=locate)

    assert revised_text(edited, merged.briefing) == (case / "expected.md").read_bytes().decode()
    changes = "".join(f"{change.fate} {change.place}: {change.text}\n" for change in merged.changes)
    assert changes == (case / "expected.txt").read_text()

    again = merge(last=merged.last_draft, edited=merged.briefing, fresh=fresh, recipe="1", locate=locate)
    assert (again.briefing, again.last_draft) == (merged.briefing, merged.last_draft)
