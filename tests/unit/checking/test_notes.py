"""The links of a briefing: each leads to what readers of the built site find."""

from __future__ import annotations

import pytest

from briefgen.checking.notes import Reach, answer_problems, link_problems
from briefgen.model.briefing import Briefing, Question
from briefgen.model.note_link import NoteLink

HERE = "briefings/harbour.md"
_PATHS = (
    HERE,
    "about.md",
    "actors/index.md",
    "briefings/ferries.md",
    "briefings/gone.md",
    "briefings/hidden.md",
    "images/Map.png",
    "topics/harbours.md",
)
_ANCHORS = {"briefings/ferries.md": frozenset(["b-top", "b-takeaways"]), HERE: frozenset(["b-actors"])}
REACH = Reach(
    paths=dict.fromkeys(_PATHS),
    kept_out={"briefings/gone.md": "withdrawn", "briefings/hidden.md": "draft"},
    anchors=_ANCHORS.get,
)


def told(path: str | None, anchor: str = "", *, shown: bool = True, image: bool = False) -> list[tuple[str, str]]:
    """Give the code and message of what is found at a link."""
    kind = "image" if image else "link"
    link = NoteLink(kind=kind, target="x", at=7, shown=shown, path=path, anchor=anchor)  # type: ignore[arg-type]  # one of two
    found = list(link_problems([link], HERE, REACH))
    assert all(one.path == ("notes", 7) for one in found)
    return [(one.code, one.message) for one in found]


@pytest.mark.parametrize(
    ("path", "anchor"),
    [
        ("about.md", ""),
        (None, ""),
        ("briefings/ferries.md", "b-top"),
        (HERE, "b-actors"),
        ("images/Map.png", ""),
        ("about.md", "of-which-the-places-are-not-known"),
    ],
)
def test_a_link_that_leads_somewhere_is_fine(path: str | None, anchor: str) -> None:
    """To a page, a file, another host, a place that is there or of which nobody knows."""
    assert told(path, anchor) == []


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("briefings/ferrys.md", "ferries.md"),
        ("ferries.md", "ferries.md"),
        ("about", "../about.md"),
        ("about.html", "../about.md"),
        ("actors", "../actors/index.md"),
        ("actors/index.html", "../actors/index.md"),
        ("images/map.png", "../images/Map.png"),
        ("topics/harbour.md", "../topics/harbours.md"),
        ("nothing/like/it.pdf", None),
    ],
)
def test_a_link_that_leads_nowhere_names_what_may_be_meant(path: str, meant: str | None) -> None:
    """The file under another ending, a folder's index, another case, or what is spelt most like it: as a link is written."""
    ((code, message),) = told(path)
    assert code == "link-broken"
    assert f"“{path}”" in message
    assert (f"did you mean {meant}?" in message) == (meant is not None)


def test_a_link_to_what_readers_do_not_get_is_named() -> None:
    """A draft that is kept out of the built site, and a briefing that was withdrawn."""
    assert [code for code, _ in told("briefings/hidden.md", "b-top")] == ["link-not-published"]
    assert [code for code, _ in told("briefings/gone.md")] == ["link-to-withdrawn"]


def test_a_place_that_is_not_there_names_the_nearest() -> None:
    """The page is found, the place is not."""
    assert told("briefings/ferries.md", "b-takeaway") == [
        ("anchor-unknown", "the page briefings/ferries.md has no place “#b-takeaway”; did you mean #b-takeaways?")
    ]
    ((code, message),) = told(HERE, "nowhere")
    assert code == "anchor-unknown"
    assert message.startswith("this page has no place “#nowhere”; copy it")


def test_a_dropped_link_says_what_is_taken() -> None:
    """Readers see words that lead nowhere: an editor should know."""
    ((code, message),) = told(None, shown=False)
    assert code == "link-dropped"
    assert "https://" in message
    ((code, message),) = told(None, shown=False, image=True)
    assert code == "link-dropped"
    assert ".png" in message


def test_an_answer_leads_to_what_readers_get() -> None:
    """`answered_by` is a link, too."""
    asked = [Question(text="Why?", answered_by=one) for one in ("ferries", "hidden", "gone")]
    briefing = Briefing(id="harbour", title="A", open_questions=(Question(text="When?"), *asked))
    found = list(answer_problems(briefing, lambda one: f"briefings/{one}.md", REACH))
    assert [(one.path, one.code) for one in found] == [
        (("open_questions", 2, "answered_by"), "link-not-published"),
        (("open_questions", 3, "answered_by"), "link-to-withdrawn"),
    ]


def test_what_looks_like_a_link_is_told() -> None:
    """The page shows it as it is written, so an editor learns how links are written."""
    link = NoteLink(kind="text", target="[a](my file.pdf)", at=3, shown=False, path=None, anchor="")
    (found,) = link_problems([link], HERE, REACH)
    assert (found.code, found.path) == ("link-dropped", ("notes", 3))
    assert "“[a](my file.pdf)” is no link" in found.message
