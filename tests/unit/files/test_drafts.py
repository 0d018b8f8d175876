"""What the machine remembers comes back as it was, or is said to be damaged."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import ContentError, WriteError
from briefgen.files import drafts
from briefgen.files.drafts import load_drafts, load_last_draft, save_last_draft
from briefgen.model.briefing import (
    Actor,
    Briefing,
    Caution,
    Evidence,
    Question,
    Source,
    Takeaway,
    WatchItem,
)
from briefgen.model.draft import Deleted, LastDraft, Retired
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings()
EVIDENCE = (Evidence(quote="“é \u2028 \x07”"),)
ITEMS = (
    ("takeaways", Takeaway(text="t", evidence=EVIDENCE)),
    ("actors", Actor(name="n", kind="state", aliases=("a",))),
    ("open_questions", Question(text="q", answered_by="b")),
    ("watch", WatchItem(text="w", start=dt.date(2026, 1, 31))),
    ("cautions", Caution(text="c")),
)
DRAFT = LastDraft(
    briefing=Briefing(
        id="ferry",
        title="Ferry",
        date=dt.date(2026, 1, 31),
        sources=(Source(file="seeds/ferry.txt", sha256="0" * 64),),
        takeaways=(Takeaway(text="t", evidence=EVIDENCE),),
    ),
    recipe="briefgen 0.1.0",
    deleted=(Deleted(section="actors", key="ada\nquist"), Deleted(section="briefing", key="", field="summary")),
    retired=tuple(Retired(section=section, item=item) for section, item in ITEMS),  # type: ignore[arg-type] # literals
)


def test_a_draft_comes_back_as_it_was(tmp_path: Path) -> None:
    """Every kind of item, of its own class; a second time nothing is written."""
    assert load_last_draft(tmp_path, SETTINGS, "ferry") is None
    assert load_drafts(tmp_path, SETTINGS) == {}
    assert save_last_draft(tmp_path, SETTINGS, "ferry", DRAFT)
    assert not save_last_draft(tmp_path, SETTINGS, "ferry", DRAFT)
    assert load_last_draft(tmp_path, SETTINGS, "ferry") == DRAFT
    (tmp_path / "content" / ".drafts" / "README.json").write_text("no draft: its name is no id")
    assert load_drafts(tmp_path, SETTINGS) == {"ferry": DRAFT}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"recipe": "1", "briefing": {"id": "a"}}',
        '{"recipe": "1", "brief": {}}',
        "[" * 100_000,
        "\xff",
    ],
)
def test_a_damaged_draft_is_refused(tmp_path: Path, text: str) -> None:
    """Drafting without it would bring back what was deleted: it says which file, and what to do."""
    folder = tmp_path / "content" / ".drafts"
    folder.mkdir(parents=True)
    (folder / "ferry.json").write_bytes(text.encode("latin-1"))
    for load in (lambda: load_last_draft(tmp_path, SETTINGS, "ferry"), lambda: load_drafts(tmp_path, SETTINGS)):
        with pytest.raises(ContentError, match=r"^content/\.drafts/ferry\.json:1:1: damaged-draft: .*back from git"):
            load()


def test_a_word_changed_by_hand_is_refused(tmp_path: Path) -> None:
    """Types and choices are checked as strictly as in front matter."""
    save_last_draft(tmp_path, SETTINGS, "ferry", DRAFT)
    file = tmp_path / "content" / ".drafts" / "ferry.json"
    data = json.loads(file.read_text())
    data["briefing"]["status"] = "done"
    file.write_text(json.dumps(data))
    with pytest.raises(ContentError, match=r"briefing\.status"):
        load_last_draft(tmp_path, SETTINGS, "ferry")


def test_a_draft_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit it is none of ours."""
    save_last_draft(tmp_path, SETTINGS, "ferry", DRAFT)
    monkeypatch.setattr(drafts, "MAX_BYTES", 10)
    with pytest.raises(ContentError, match="at most 10 bytes"):
        load_last_draft(tmp_path, SETTINGS, "ferry")


def test_links_and_odd_ids_are_refused(tmp_path: Path) -> None:
    """Neither read nor written through, nor out of the folder."""
    folder = tmp_path / "content" / ".drafts"
    folder.mkdir(parents=True)
    (folder / "ferry.json").symlink_to("other")
    with pytest.raises(ContentError, match="symbolic link"):
        load_last_draft(tmp_path, SETTINGS, "ferry")
    with pytest.raises(WriteError):
        save_last_draft(tmp_path, SETTINGS, "ferry", DRAFT)
    with pytest.raises(WriteError):
        save_last_draft(tmp_path, SETTINGS, "../ferry", DRAFT)
