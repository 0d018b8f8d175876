"""A quote is shown with what stands around it in its source, and with nothing that does not belong to it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from briefgen.model.seed import Seed
from briefgen.reading.contexts import MOST_CHARACTERS, contexts
from briefgen.reading.read import read

if TYPE_CHECKING:
    from briefgen.model.site import Context

STORY = """\
# Council shuts the bridge

The council met on Monday. It shut the bridge after a storm, said the mayor, who spoke to reporters. Nobody was hurt.

A new bridge would cost 40 million crowns.

## What comes next

The council will vote in May. The minister rejects:

- a toll on lorries, which he calls a tax.
- a ferry at night.

The vote is open.
"""
FILES = {
    "story.md": STORY,
    "story.txt": STORY.replace("# Council", "Council").replace("## What", "What"),
    "story.html": "<html><head><title>Council shuts the bridge</title></head><body><article><h1>Council shuts the bridge</h1>"
    "<p>The council met on <b>Monday</b>. It shut the bridge after a storm, said the mayor, who spoke to reporters. "
    "Nobody was hurt.</p><p>A new bridge would cost 40&nbsp;million crowns.</p><h2>What comes next</h2>"
    "<p>The council will vote in May. The minister rejects:</p><ul><li>a toll on lorries, which he calls a tax.</li>"
    "<li>a ferry at night.</li></ul><p>The vote is open.</p>"
    + "<p>The ferries of the river carry people and lorries from one bank to the other as they have for years.</p>" * 6
    + "</article></body></html>",
}


def found(text: str, *quotes: str, name: str = "story.md") -> tuple[Context, ...]:
    """Look quotes up in an article."""
    data = text.encode()
    return contexts(read(Seed(file=f"seeds/{name}", data=data, sha256=hashlib.sha256(data).hexdigest())), quotes)


def around(context: Context) -> tuple[str, str, str, str]:
    """Give what stands before and after a quote."""
    return context.before, context.opening, context.closing, context.after


@pytest.mark.parametrize("name", FILES)
def test_a_quote_has_the_rest_of_its_sentence_and_its_neighbours(name: str) -> None:
    """In plain text, Markdown and a web page alike."""
    (one,) = found(FILES[name], "the bridge after a storm, said the mayor", name=name)
    assert around(one) == ("The council met on Monday.", "It shut ", ", who spoke to reporters.", "Nobody was hurt.")
    assert not one.before_apart
    assert not one.after_apart
    assert one.file == f"seeds/{name}"


@pytest.mark.parametrize("name", FILES)
def test_a_neighbouring_paragraph_is_told_apart_and_a_heading_is_a_border(name: str) -> None:
    """Newspapers write paragraphs of one sentence; what stands under another heading is about something else."""
    (one,) = found(FILES[name], "A new bridge would cost 40 million crowns.", name=name)
    assert (one.before, one.before_apart, one.after) == ("Nobody was hurt.", True, "")
    (two,) = found(FILES[name], "The council will vote in May.", name=name)
    assert (two.before, two.after, two.after_apart) == ("", "The minister rejects:", False)


def test_a_point_of_a_list_has_the_line_that_leads_in_and_no_other_point() -> None:
    """“A ferry at night” alone would read as if it were wanted."""
    (one,) = found(STORY, "a ferry at night.")
    assert (one.before, one.before_apart, one.after) == ("The minister rejects:", True, "")


def test_a_quote_of_several_sentences_has_what_stands_around_all_of_them() -> None:
    """The first one's neighbour before, the last one's after."""
    (one,) = found(STORY, "It shut the bridge after a storm, said the mayor, who spoke to reporters. Nobody was")
    assert around(one) == ("The council met on Monday.", "", " hurt.", "A new bridge would cost 40 million crowns.")
    assert one.after_apart


@pytest.mark.parametrize("quote", ["body was hurt", "the bridge after a stor", "Everybody was hurt.", ""])
def test_what_does_not_stand_there_in_whole_words_is_not_found(quote: str) -> None:
    """As the check has it."""
    assert found(STORY, quote) == ()


def test_quote_marks_and_dashes_may_be_written_otherwise() -> None:
    """The quote stays as the briefing has it."""
    (one,) = found("The mayor said “it’s shut” – for now. Then she left town.\n", 'said "it\'s shut" - for now')
    assert around(one) == ("", "The mayor ", ".", "Then she left town.")
    assert one.quote == 'said "it\'s shut" - for now'


def test_each_quote_is_given_once_in_the_order_asked() -> None:
    """However often it is asked for."""
    given = found(STORY, "Nobody was hurt.", "The vote is open.", "Nobody was hurt.")
    assert [one.quote for one in given] == ["Nobody was hurt.", "The vote is open."]


def test_long_neighbours_are_cut_at_a_word() -> None:
    """Each side keeps to its length, and an ellipsis says that something is missing."""
    long = " ".join(f"and the word{number}" for number in range(60))
    text = f"It began so {long}. It was {long} then it was shut for {long} and so on. After that {long}.\n"
    (one,) = found(text, "it was shut for")
    for side in (one.before + one.opening, one.closing + one.after):
        assert 200 < len(side) <= MOST_CHARACTERS + 2
    assert one.opening.startswith("… ")
    assert one.closing.endswith(" …")
    assert (one.before, one.after) == ("", "")
    (two,) = found(f"So {long}. It was shut. Then {long}.\n", "It was shut.")
    assert two.before.startswith("… ")
    assert two.before.endswith("word59.")
    assert two.after.startswith("Then and the word0")
    assert two.after.endswith(" …")


@pytest.mark.parametrize(
    "line",
    [
        "Photo: the bridge at night",
        "Subscribe to our newsletter for updates!",
        "Read more about our bridges here.",
        "As an AI language model, I cannot see the bridge.",
    ],
)
def test_what_is_no_story_is_no_neighbour(line: str) -> None:
    """A caption, an appeal and a program's words say nothing of the quote."""
    text = f"The bridge was shut on Monday by order of the council.\n\n{line}\n\nNobody was hurt, the mayor said.\n"
    (one,) = found(text, "The bridge was shut on Monday by order of the council.")
    assert one.after == ""


def test_marks_of_programs_are_left_out_around_a_quote() -> None:
    """“[cite: 3]” was never the story's."""
    (one,) = found("The bridge was shut on Monday [cite: 3]. Nobody was hurt there [1].\n", "The bridge was shut")
    assert (one.closing, one.after) == (" on Monday.", "Nobody was hurt there [1].")


def test_words_that_were_left_out_between_two_sentences_part_them() -> None:
    """A quote cannot jump over what the source has in between."""
    hidden = "x" * 30_000
    text = f"The bridge was shut on Monday.\n\n{hidden}\n\nNobody was hurt, the mayor said.\n"
    assert found(text, "shut on Monday. Nobody was hurt") == ()
    assert len(found(text, "Nobody was hurt")) == 1
