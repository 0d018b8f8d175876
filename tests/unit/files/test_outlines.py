"""What a file was drafted from is told without reading the rest of it, and never told wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import ContentError
from briefgen.files import outlines
from briefgen.files.drafts import draft_text, save_last_draft
from briefgen.files.front_matter import read_briefing
from briefgen.files.front_matter_write import new_text
from briefgen.files.outlines import DraftOutline, SourceKey, briefing_outlines, draft_outlines
from briefgen.model.briefing import Actor, Briefing, Source
from briefgen.model.draft import LastDraft
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings()
HASH = "0a" * 32
BRIEFING = Briefing(
    id="ferry",
    title="Ferry: it is back, says “Ada”",
    summary="It runs [on Monday].",
    topics=("Ports", "12:30", 'say "no"'),
    sources=(
        Source(file="seeds/a.txt", sha256=HASH, title="sources: none", url="https://example.org/a"),
        Source(file="seeds/deep er/b (2).md"),
    ),
    actors=(Actor(name="sources", kind="group"),),
)
KEYS = (SourceKey("seeds/a.txt", HASH), SourceKey("seeds/deep er/b (2).md", None))
TEXT = new_text(BRIEFING)


def write(root: Path, text: str) -> None:
    """Put a briefing into a site."""
    folder = root / "content" / "briefings"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ferry.md").write_bytes(text.encode())


def replaced(old: str, new: str) -> str:
    """Edit the briefing; what is replaced must stand in it."""
    assert old in TEXT
    return TEXT.replace(old, new, 1)


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no briefing and no last draft be read in full."""

    def refuse(*_: object) -> None:
        raise AssertionError("read in full")

    monkeypatch.setattr(outlines, "load_briefing", refuse)
    monkeypatch.setattr(outlines, "load_last_draft", refuse)


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        TEXT.replace("\n", "\r\n"),
        replaced("status: draft", "status: reviewed  # by two of us"),
        replaced("status: draft", "# what follows is new\nstatus: draft"),
        replaced("topics: [", "topics: [Sea, "),
        TEXT.replace(TEXT.partition("topics: ")[2].partition("\n")[0], "\n  - Ports\n  - Sea").replace(": \n", ":\n"),
        replaced("actors:", "titel: a mistake further down is none of our business\nactors:"),
    ],
    ids=[
        "as written",
        "with other line ends",
        "a remark",
        "a line of remarks",
        "a topic",
        "a list of topics",
        "a mistake",
    ],
)
def test_a_briefing_as_editors_leave_it_is_not_read_in_full(tmp_path: Path, text: str) -> None:
    """What editors usually do leaves the lines above the sources simple."""
    write(tmp_path, text)
    assert briefing_outlines(tmp_path, SETTINGS) == {"ferry": KEYS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (replaced("summary: ", "summary: 'so\nsources:\n  - file: seeds/z.txt\n'\nnotes: "), None),
        (replaced("title: ", "title: |\n  "), KEYS),
        (replaced("title: ", "title: >-\n  "), KEYS),
        (replaced("  - file: seeds/a.txt", "  -\n    file: seeds/a.txt"), KEYS),
        (replaced("  - file: seeds/a.txt", '  - file: "seeds/\\x61.txt"'), KEYS),
        (replaced("  - file: seeds/a.txt", "  - file: 'seeds/a.txt'"), KEYS),
        (replaced("  - file: seeds/a.txt", "  - file: seeds/a.txt # here"), KEYS),
        (replaced("url: https:", "url:\n      https:"), KEYS),
        (replaced("sources:\n", "sources:\n\n"), KEYS),
        ("\ufeff" + TEXT, KEYS),
        (TEXT.partition("sources:")[0] + "---\n", ()),
        (replaced("id: ferry", "id: ferries"), None),
        (replaced("sources:", "sourcs:"), None),
        (replaced("---\n", ""), None),
        ("", None),
    ],
)
def test_what_could_be_read_in_another_way_is_read_in_full(
    tmp_path: Path, text: str, expected: tuple[SourceKey, ...] | None
) -> None:
    """And what then cannot be read is refused."""
    write(tmp_path, text)
    if expected is None:
        with pytest.raises(ContentError):
            briefing_outlines(tmp_path, SETTINGS)
    else:
        assert briefing_outlines(tmp_path, SETTINGS) == {"ferry": expected}


LINES = st.sampled_from(
    [
        *TEXT.splitlines(),
        "sources:",
        "  - file: seeds/c.txt",
        "    sha256: " + HASH,
        '    title: "open',
        "    title: 'open",
        'close"',
        "close'",
        "summary: |",
        "  text",
        "topics: [a,",
        "b]",
        "topics:",
        "  - a",
        "    more",
        "# remark",
        "",
        "---",
        "...",
        "? a",
        ": b",
        "&x y: z",
    ]
)


SOURCE = ["sources:", "  - file: seeds/c.txt", "    sha256: " + HASH]


@given(
    st.lists(LINES, max_size=3), st.lists(LINES, max_size=2), st.lists(LINES, max_size=3), st.sampled_from(["", "'"])
)
def test_the_sources_told_are_those_of_the_whole_front_matter(
    before: list[str], within: list[str], after: list[str], mark: str
) -> None:
    """Whatever lines stand around them: told as the strict reader reads them, or not told."""
    lines = [
        "---",
        "id: ferry",
        f"title: {mark}Ferry",
        *before,
        *SOURCE,
        *within,
        f"status: draft{mark}",
        *after,
        "---",
    ]
    text = "\n".join([*lines, ""])
    told = outlines._sources_told(text.encode(), "ferry")  # noqa: SLF001  # what must not err, without the reader behind it
    if told is None:
        return
    try:
        briefing = read_briefing("ferry.md", text).briefing
    except ContentError:
        return  # a build refuses it; no draft is made from it
    assert told == tuple(SourceKey(source.file, source.sha256) for source in briefing.sources)


LAST = LastDraft(briefing=BRIEFING, recipe='briefgen 1 "x"')
OUTLINE = DraftOutline(sources=KEYS, recipe=LAST.recipe)


@pytest.mark.usefixtures("unread")
def test_a_last_draft_as_written_is_not_read_in_full(tmp_path: Path) -> None:
    """Its sources and its recipe are all that is looked at."""
    plain = LastDraft(briefing=BRIEFING, recipe="briefgen 1, model 2")
    save_last_draft(tmp_path, SETTINGS, "ferry", plain)
    assert draft_outlines(tmp_path, SETTINGS) == {"ferry": DraftOutline(sources=KEYS, recipe=plain.recipe)}


@pytest.mark.parametrize(
    "text",
    [
        draft_text(LAST),
        draft_text(LAST).replace("\n", "").replace("  ", ""),
        draft_text(LAST).replace("\n", "\r\n"),
        draft_text(LAST).replace("  ", " "),
    ],
    ids=["a recipe with quotes", "on one line", "other line ends", "another indent"],
)
def test_a_last_draft_laid_out_in_another_way_is_read_in_full(tmp_path: Path, text: str) -> None:
    """A program that tidies JSON files may have been over it."""
    folder = tmp_path / "content" / ".drafts"
    folder.mkdir(parents=True)
    (folder / "ferry.json").write_bytes(text.encode())
    assert draft_outlines(tmp_path, SETTINGS) == {"ferry": OUTLINE}


@pytest.mark.parametrize("text", ["", "{}", draft_text(LAST)[:-40], draft_text(LAST).replace('"recipe"', '"recipes"')])
def test_a_damaged_last_draft_is_refused(tmp_path: Path, text: str) -> None:
    """Where it can no longer be told what it was made from."""
    folder = tmp_path / "content" / ".drafts"
    folder.mkdir(parents=True)
    (folder / "ferry.json").write_bytes(text.encode())
    with pytest.raises(ContentError, match="damaged"):
        draft_outlines(tmp_path, SETTINGS)


def test_nothing_is_told_of_a_site_without_content(tmp_path: Path) -> None:
    """Before its first draft."""
    assert briefing_outlines(tmp_path, SETTINGS) == {}
    assert draft_outlines(tmp_path, SETTINGS) == {}
