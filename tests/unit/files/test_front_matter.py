"""What editors type is kept as text, knows its place, and stays as it is where nothing changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from briefgen.errors import ContentError
from briefgen.files.front_matter import BriefingFile, read_briefing
from briefgen.files.front_matter_revise import revised_text
from briefgen.files.front_matter_write import new_text
from briefgen.model.briefing import Actor, Briefing, Caution, Evidence, Question, Source, Takeaway, WatchItem

FULL = Briefing(
    id="ferry-returns",
    title="The ferry returns: what now?",
    date=dt.date(2026, 1, 31),
    summary="It sails again, says the mayor.",
    topics=("Ferries", "Piers, old and new"),
    sources=(Source(file="seeds/ferry.txt", sha256="0" * 64, url="https://example.org/ferry"),),
    takeaways=(
        Takeaway(
            text="It sails.", kind="claim", said_by="Ada Quist", evidence=(Evidence(quote="“It sails,” she said."),)
        ),
    ),
    actors=(Actor(name="Ada Quist", kind="person", aliases=("Quist",)),),
    watch=(WatchItem(text="The vote", when="next week", start=dt.date(2026, 2, 2), end=dt.date(2026, 2, 8)),),
)
FULL_TEXT = """\
---
id: ferry-returns
title: "The ferry returns: what now?"
date: 2026-01-31
status: draft
summary: It sails again, says the mayor.
topics: [Ferries, "Piers, old and new"]
sources:
  - file: seeds/ferry.txt
    sha256: "0000000000000000000000000000000000000000000000000000000000000000"
    url: https://example.org/ferry
takeaways:
  - text: It sails.
    kind: claim
    said_by: Ada Quist
    evidence:
      - quote: “It sails,” she said.
actors:
  - name: Ada Quist
    kind: person
    aliases: [Quist]
watch:
  - text: The vote
    when: next week
    start: 2026-02-02
    end: 2026-02-08
    certainty: expected
    status: pending
---
Notes.
"""


def _read(body: str) -> BriefingFile:
    return read_briefing("content/briefings/a.md", f"---\nid: a\n{body}---\nNotes.\n")


def test_a_new_file_reads_well() -> None:
    """Quotes stand only where they are needed, and what has no value is left out."""
    assert new_text(FULL, "Notes.\n") == FULL_TEXT


@pytest.mark.parametrize(
    "title",
    [
        "No",
        "yes",
        "on",
        "12:30",
        "1_000",
        "0x1f",
        "1e3",
        "2026-13-01",
        "2026-01-31",
        "True",
        "NULL",
        ".inf",
        "=",
        "010",
    ],
)
def test_a_title_is_text_whatever_yaml_thinks(title: str) -> None:
    """Nothing becomes a truth value, a number, a time or a date."""
    assert _read(f"title: {title}\n").briefing.title == title


@pytest.mark.parametrize("nothing", ["", "~", "null", "# later"])
def test_nothing_is_no_value(nothing: str) -> None:
    """A key with nothing behind it, ~ or null counts as left out, in a list too."""
    briefing = _read(f"title: a\nsummary: {nothing}\ntopics: {nothing}\ntakeaways: {nothing}\n").briefing
    assert briefing == Briefing(id="a", title="a")
    assert _read('title: a\nsummary: "null"\n').briefing.summary == "null"


def test_quoted_nothing_is_text() -> None:
    """In quotes, `~` and `null` are words."""
    assert _read("title: '~'\nsummary: \"null\"\n").briefing == Briefing(id="a", title="~", summary="null")


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    """As editors on Windows write them."""
    file = read_briefing("a.md", "\ufeff---\r\nid: a\r\ntitle: a\r\ntopics:\r\n- b\r\n...  \r\nNotes.\r\n")
    assert file.briefing == Briefing(id="a", title="a", topics=("b",))
    assert file.notes == "Notes.\r\n"
    assert file.position("id") == (2, 5)


@pytest.mark.parametrize(
    ("path", "position"),
    [
        ((), (2, 1)),
        (("title",), (3, 8)),
        (("takeaways",), (13, 3)),
        (("takeaways", 0), (13, 5)),
        (("takeaways", 0, "text"), (13, 11)),
        (("takeaways", 0, "evidence", 0, "quote"), (17, 16)),
        (("topics", 1), (7, 19)),
        # Where there is none, the nearest above.
        (("takeaways", 3, "text"), (13, 3)),
        (("actors", 0, "role"), (19, 5)),
        (("cautions",), (2, 1)),
    ],
)
def test_every_value_knows_its_place(path: tuple[str | int, ...], position: tuple[int, int]) -> None:
    """Line and column, counted from 1; items from 0."""
    assert read_briefing("a.md", FULL_TEXT).position(*path) == position


EDITORS = """\
---
# our file
id: a
title:   'Old title'   # decided on Monday
topics: [one, 'two']
takeaways:
- text: >-
    Folded over
    two lines.
  evidence: [{quote: "q"}]   # checked

- {text: second, kind: claim}
actors:
    -   name: Ada
        kind: person  # sic
...
Notes.
"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"title": "No"}, "'Old title'", '"No"'),
        ({"topics": ("one", "2")}, "[one, 'two']", '[one, "2"]'),
        ({"topics": ("one",)}, "[one, 'two']", "[one]"),
        ({"topics": ()}, "topics: [one, 'two']\n", ""),
        ({"summary": "New."}, "topics:", "summary: New.\ntopics:"),
        ({"actors": (Actor(name="Ada", kind="group"),)}, "person", "group"),
        ({"actors": (Actor(name="Ada", kind="person", role="r"),)}, "# sic\n", "# sic\n        role: r\n"),
        ({"actors": ()}, "actors:\n    -   name: Ada\n        kind: person  # sic\n", "# sic\n"),
    ],
)
def test_only_what_changed_changes(changes: dict[str, object], old: str, new: str) -> None:
    """Comments, quotes, spacing, order and notes of everything else stay."""
    file = read_briefing("a.md", EDITORS)
    briefing = replace(file.briefing, **changes)  # type: ignore[arg-type] # one field or another
    assert revised_text(file, briefing) == EDITORS.replace(old, new, 1)


ODD = """\
---
id: a
title: b
summary: |  # two lines
  One.
  Two.
topics: # none yet
sources: []  # to come
takeaways:
  - said_by: Ada  # she did
    # on the phone
    text: first
  - {text: second, kind: claim}
  - text: third
    evidence: # none yet
open_questions: [{text: who?}, # first
  {text: why?}]
watch:
  # the vote
  - text: vote
    start: # unknown

  # the count
  - text: count
cautions:
  - text: one
  - text: two
---
"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"summary": "One."}, "|  # two lines\n  One.\n  Two.\n", "One.  # two lines\n"),
        ({"topics": ("x", "z")}, "topics: # none", "topics: [x, z] # none"),
        ({"sources": (Source(file="seeds/a.txt"),)}, "sources: []", "sources:\n  - file: seeds/a.txt"),
        (
            {"takeaways": (Takeaway(text="first"), ..., ...)},
            "- said_by: Ada  # she did\n    # on the phone\n    text: first\n",
            "- # she did\n    # on the phone\n    text: first\n    kind: reported\n",
        ),
        ({"takeaways": (..., Takeaway(text="2nd", kind="claim"), ...)}, "{text: second,", '{text: "2nd",'),
        (
            {"takeaways": (..., Takeaway(text="second", kind="claim", said_by="Bo"), ...)},
            "{text: second, kind: claim}",
            "{text: second, kind: claim, said_by: Bo}",
        ),
        (
            {"takeaways": (..., ..., Takeaway(text="third", evidence=(Evidence(quote="q"),)))},
            "evidence: # none yet",
            "evidence:\n      - quote: q  # none yet",
        ),
        ({"open_questions": (..., Question(text="how?"))}, "why?", '"how?"'),
        (
            {"open_questions": (Question(text="who?"), Question(text="why?"), Question(text="how?"))},
            "[{text: who?}, # first\n  {text: why?}]",
            '[{text: "who?", status: open}, {text: "why?", status: open}, {text: "how?", status: open}] # first',
        ),
        ({"watch": (WatchItem(text="vote", start=dt.date(2026, 1, 31)), ...)}, "start: #", "start: 2026-01-31 #"),
        (
            {"watch": (WatchItem(text="count"),)},
            "  # the vote\n  - text: vote\n    start: # unknown\n",
            "  # the vote\n  # unknown\n",
        ),
        ({"watch": (WatchItem(text="vote"),)}, "\n  # the count\n  - text: count\n", "  # the count\n"),
        ({"cautions": (Caution(text="two"), Caution(text="one"))}, "one\n  - text: two", "two\n  - text: one"),
        ({"cautions": (..., Caution(text="2"))}, "two\n", '"2"\n'),
    ],
)
def test_odd_ways_of_writing_are_kept(changes: dict[str, object], old: str, new: str) -> None:
    """Values that were empty, in brackets, in several lines, or behind the dash; no comment is lost."""
    file = read_briefing("a.md", ODD)
    for section, items in changes.items():
        if isinstance(items, tuple):
            before = getattr(file.briefing, section)
            changes[section] = tuple(before[at] if item is ... else item for at, item in enumerate(items))
    briefing = replace(file.briefing, **changes)  # type: ignore[arg-type] # one field or another
    assert revised_text(file, briefing) == ODD.replace(old, new, 1)
    assert ODD.count(old) == 1


def test_an_unusual_file_is_written_anew_with_its_comments() -> None:
    """A front matter in braces, or with explicit keys, cannot take a new line: it is rewritten, and no comment is lost."""
    for text in (
        "---\n{id: a, title: b} # one\n# two\n---\nNotes.\n",
        "---\n? id # one\n: a\n? title # two\n: b\n---\nNotes.\n",
    ):
        file = read_briefing("a.md", text)
        new = replace(file.briefing, summary="New.", title="c")
        revised = revised_text(file, new)
        assert read_briefing("a.md", revised).briefing == new
        assert "# one\n" in revised
        assert "# two\n" in revised
        assert revised.endswith("---\nNotes.\n")


def test_a_file_that_was_not_read_cannot_be_revised() -> None:
    """Only what was read as a briefing is written over."""
    file = replace(read_briefing("a.md", FULL_TEXT), text="no front matter")
    with pytest.raises(ValueError, match="never read"):
        revised_text(file, replace(FULL, title="New"))


def test_a_control_character_is_refused_in_an_escape_too() -> None:
    """Spelt out between double quotes it would reach the page all the same."""
    with pytest.raises(ContentError, match=r"a\.md:3:8: control-character"):
        read_briefing("a.md", '---\nid: a\ntitle: "a\\u0007b"\n---\n')


def test_a_file_has_an_end() -> None:
    """Beyond 256 kB it is no briefing, whatever stands below the front matter."""
    with pytest.raises(ContentError, match="too-large"):
        read_briefing("a.md", FULL_TEXT + "x" * 256_000)
