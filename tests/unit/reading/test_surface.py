"""What is written for machines becomes what a reader reads, and every offset stays."""

from __future__ import annotations

import pytest

from briefgen.model.folding import Folded, tidy
from briefgen.reading.inline import find_markup, find_tags
from briefgen.reading.surface import FILLER, blank, legible


def reader_sees(markdown: str) -> str:
    """Blank the inline markup and give what is left."""
    return tidy(legible(blank(markdown, find_markup(markdown).unseen)))


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("**limited**, *targeted* and __fixed__ cuts", "limited, targeted and fixed cuts"),
        ("***all*** of it", "all of it"),
        ("2 * 3 * 4 = 24", "2 * 3 * 4 = 24"),
        ("snake_case_name stays", "snake_case_name stays"),
        ('a [link](https://a.example/b_(c) "Title (x)") here', "a link here"),
        ("a [link][ref] and [another][]", "a link and another"),
        ("[Quist's] plans", "[Quist's] plans"),
        ("see ![a ferry](ferry.jpg) there", "see there"),
        ("[![logo](l.png)](https://a.example)", ""),
        ("write \\*stars\\* and `code`", "write *stars* and code"),
        ("at <https://a.example/x> now", "at https://a.example/x now"),
        ("how <em>far</em> it goes", "how far it goes"),
        ("AT&amp;T&#8217;s and &lt;b&gt;", "AT&T’s and <b>"),
        ("&bogus; &#0; &#xD800; &#7;", "&bogus; � �"),
        ("a note[^1] here", "a note here"),
        ("~~gone~~ 5 < 6 > 4", "gone 5 < 6 > 4"),
    ],
)
def test_markup_goes_and_text_stays(written: str, seen: str) -> None:
    """Marks with a partner are markup, others are text."""
    assert reader_sees(written) == seen


@pytest.mark.parametrize("written", ["**a** [b](c) &amp; d", "x\0\x1by\x85z", "<!-- a\nb --> &nbsp;c"])
def test_nothing_moves(written: str) -> None:
    """The text keeps its length and its newlines."""
    seen = legible(blank(written, find_markup(written).unseen))
    assert len(seen) == len(written)
    assert seen.count("\n") == written.count("\n")


def test_a_quote_across_markup_is_found_in_the_blanked_text() -> None:
    """What a reader reads can be looked up where it stands."""
    written = "The deal cuts **list prices**&nbsp;by half."
    text = legible(blank(written, find_markup(written).unseen))
    found = Folded(text).find("cuts list prices by half")
    assert found is not None
    assert written[found[0] : found[1]] == "cuts **list prices**&nbsp;by half"


def test_plain_text_loses_left_over_tags_only() -> None:
    """Asterisks and angle brackets of a plain text are its own."""
    written = "How <em>far</em> is <x> from *here*?"
    assert tidy(blank(written, find_tags(written).unseen)) == "How far is <x> from *here*?"


def test_overlapping_stretches_are_blanked_once() -> None:
    """Order and overlap do not matter; newlines stay."""
    assert blank("abc\ndef", [(2, 6), (1, 3)]) == f"a{FILLER}{FILLER}\n{FILLER}{FILLER}f"
