"""A draft that waits is told from the others without reading briefings or last drafts in full."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import ContentError
from briefgen.files import outlines
from briefgen.files.drafts import draft_text, load_last_draft, save_last_draft
from briefgen.files.front_matter_write import new_text
from briefgen.files.outlines import DraftOutline, SourceKey, draft_outlines, status_of
from briefgen.model.briefing import Briefing, Source, Status, Takeaway
from briefgen.model.draft import LastDraft, Paired, Pending, Suggested
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings()
OLD = Briefing(id="ferry", title="Ferry", sources=(Source(file="seeds/a.txt", sha256="0a" * 32),))
NEW = replace(OLD, sources=(Source(file="seeds/b.txt", sha256="0b" * 32),), takeaways=(Takeaway(text="x"),))
LAST = LastDraft(
    briefing=OLD,
    recipe="1",
    paired=(
        Paired(section="takeaways", number=0, item=Takeaway(text="recipe")),
        Paired(section="sources", number=1, item=OLD.sources[0]),
        Paired(section="actors", number=2, item=None),
    ),
    suggested=(Suggested(section="takeaways", number=0, field="text", edited='"recipe": "sources": ['),),
)
WAITING = replace(LAST, pending=Pending(briefing=NEW, recipe='2 "b"'))


@pytest.fixture
def _unread(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("read in full")

    monkeypatch.setattr(outlines, "load_briefing", refuse)
    monkeypatch.setattr(outlines, "load_last_draft", refuse)


@pytest.mark.parametrize("last", [LAST, WAITING])
def test_all_that_is_remembered_is_read_again(tmp_path: Path, last: LastDraft) -> None:
    """Nothing is lost or turned into something else on the way to the disk and back."""
    save_last_draft(tmp_path, SETTINGS, "ferry", last)
    assert load_last_draft(tmp_path, SETTINGS, "ferry") == last


def test_what_few_drafts_have_takes_no_line_in_the_others() -> None:
    """A draft written before there was such a thing stays byte for byte, and is read."""
    assert not {"paired", "pending", "suggested"} & set(draft_text(LastDraft(briefing=OLD, recipe="1")).split('"'))


@pytest.mark.usefixtures("_unread")
@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (LAST, DraftOutline(sources=(SourceKey("seeds/a.txt", "0a" * 32),), recipe="1")),
        (WAITING, DraftOutline(sources=(SourceKey("seeds/b.txt", "0b" * 32),), recipe='2 "b"', pending=True)),
    ],
)
def test_the_newest_draft_is_the_one_that_is_told(tmp_path: Path, last: LastDraft, expected: DraftOutline) -> None:
    """A seed is drafted already where the draft that waits was made from it."""
    save_last_draft(tmp_path, SETTINGS, "ferry", last)
    assert draft_outlines(tmp_path, SETTINGS) == {"ferry": expected}


def test_a_draft_laid_out_in_another_way_is_read_in_full(tmp_path: Path) -> None:
    """As a program for JSON leaves it."""
    save_last_draft(tmp_path, SETTINGS, "ferry", WAITING)
    path = tmp_path / "content" / ".drafts" / "ferry.json"
    path.write_text(path.read_text(encoding="utf-8").replace("\n", " "), encoding="utf-8")
    assert draft_outlines(tmp_path, SETTINGS)["ferry"].pending


@pytest.mark.usefixtures("_unread")
@pytest.mark.parametrize("status", ["draft", "reviewed", "published", "withdrawn"])
def test_a_status_is_told_by_its_line(tmp_path: Path, status: Status) -> None:
    """As briefgen writes it."""
    _write(tmp_path, new_text(replace(NEW, status=status)))
    assert status_of(tmp_path, SETTINGS, "ferry") == status


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: draft", "status:   published  # by us"),
        ("status: draft", 'status: "published"'),
        ("status: draft\n", "status: published\nsummary: |\n  status: draft\n\n  status: reviewed\n"),
        ("id: ferry\n", "status: published\nid: ferry\n"),
    ],
)
def test_a_status_written_in_another_way_is_read_in_full(tmp_path: Path, old: str, new: str) -> None:
    """What the line alone does not tell for sure the whole front matter does."""
    text = new_text(NEW).replace(old, new, 1)
    _write(tmp_path, text if "id: ferry" not in old else text.replace("status: draft\n", "", 1))
    assert status_of(tmp_path, SETTINGS, "ferry") == "published"


def test_a_status_that_cannot_be_told_is_refused(tmp_path: Path) -> None:
    """With the line; nothing is drafted on a guess."""
    _write(tmp_path, new_text(NEW).replace("status: draft", "status: publ"))
    with pytest.raises(ContentError, match=r"ferry\.md:4:9: "):
        status_of(tmp_path, SETTINGS, "ferry")


@pytest.mark.parametrize(
    "marks", [("<<<<<<< HEAD", ">>>>>>> theirs"), ("||||||| base", "======="), ("=======\r", ">>>>>>>")]
)
def test_a_conflict_in_a_last_draft_is_named_with_its_line(tmp_path: Path, marks: tuple[str, str]) -> None:
    """Whichever of git's marks is left."""
    save_last_draft(tmp_path, SETTINGS, "ferry", WAITING)
    path = tmp_path / "content" / ".drafts" / "ferry.json"
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([*lines[:3], marks[0], *lines[3:5], marks[1], *lines[5:]]), encoding="utf-8", newline="")
    expected = r"ferry\.json:4:1: git-conflict: .*take either one whole.*delete the file"
    with pytest.raises(ContentError, match=expected):
        load_last_draft(tmp_path, SETTINGS, "ferry")
    if "|" not in marks[0]:  # half a conflict is found where the draft is needed, or by a check or a build
        with pytest.raises(ContentError, match=expected):
            draft_outlines(tmp_path, SETTINGS)


def _write(root: Path, text: str) -> None:
    folder = root / "content" / "briefings"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ferry.md").write_text(text, encoding="utf-8")
