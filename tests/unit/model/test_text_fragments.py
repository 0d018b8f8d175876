"""Links that lead to words on a page: what is written, and how."""

from __future__ import annotations

import pytest

from briefgen.model.text_fragments import text_directive, with_directive

PAGE = (
    "The council met. It shut the bridge, it said & left - for now. Nobody was hurt in the storm that came on Monday and "
    "went on Tuesday. It shut the bridge, people said. Nobody was hurt in the storm that the council had not foreseen."
)


def directive(words: str, nth: int = 0) -> str:
    """Give the directive of words that stand on the page."""
    at = -1
    for _ in range(nth + 1):
        at = PAGE.index(words, at + 1)
    return text_directive(words, PAGE.lower(), PAGE[:at], PAGE[at + len(words) :])


def test_few_words_are_given_whole() -> None:
    """Spaces are encoded, too."""
    assert directive("The council met.") == "The%20council%20met."


def test_what_means_something_in_a_directive_is_encoded() -> None:
    """A comma would part the end from the start, an ampersand end the directive, a hyphen make a prefix."""
    assert directive("it said & left - for now") == "it%20said%20%26%20left%20%2D%20for%20now"
    assert directive("It shut the bridge, people") == "It%20shut%20the%20bridge%2C%20people"


def test_letters_beyond_ascii_are_utf8() -> None:
    """As the grammar has it."""
    assert text_directive("“Ça”", "“ça”", "", "") == "%E2%80%9C%C3%87a%E2%80%9D"


def test_many_words_are_given_by_their_first_and_last() -> None:
    """A correction in between breaks no link, and the address stays short."""
    words = "in the storm that came on Monday and went on Tuesday. It shut the bridge, people said."
    assert directive(words) == "in%20the%20storm%20that%20came,the%20bridge%2C%20people%20said."


def test_the_last_words_do_not_end_the_stretch_too_early() -> None:
    """The browser takes the first place where they stand: so many are given that it is the right one."""
    page = "so a b c d e came first, then x f and g h i j. It went in with some more words and last of all y f and g h i j."
    start, _, end = text_directive(page, page.lower(), "", "").partition(",")
    assert start == "so%20a%20b%20c"
    assert end == "y%20f%20and%20g%20h%20i%20j."


def test_words_that_stand_there_twice_have_a_neighbour() -> None:
    """What stands before them; what stands after where nothing does."""
    assert directive("It shut the bridge", 1) == "on%20Tuesday.-,It%20shut%20the%20bridge"
    assert directive("It shut the bridge", 0) == "council%20met.-,It%20shut%20the%20bridge"
    twice = "shut the bridge. they shut the bridge."
    assert text_directive("Shut the bridge", twice, "", ". They shut the bridge.") == "Shut%20the%20bridge,-.%20They"


def test_a_long_stretch_that_stands_there_twice_has_a_prefix() -> None:
    """However many of its words are given."""
    line = "The board said that the quay would be closed until all of its old cranes have been looked at again."
    page = f"It met. {line} It rose. {line}"
    at = page.rindex(line)
    prefix, start, end = text_directive(line, page.lower(), page[:at], "").split(",")
    assert prefix == "It%20rose.-"
    assert start.startswith("The%20board%20said%20that%20the")
    assert end.endswith("looked%20at%20again.")


def test_as_many_first_words_are_given_as_make_them_the_only_ones() -> None:
    """Sentences of a list begin alike; a neighbour would begin alike, too."""
    lines = [
        f"The board said on Monday that quay number {number} of the port would close for the year."
        for number in range(9)
    ]
    page = " ".join(lines)
    at = page.index(lines[4])
    found = text_directive(lines[4], page.lower(), page[:at], page[at + len(lines[4]) :])
    assert found.partition(",")[0] == "The%20board%20said%20on%20Monday%20that%20quay%20number%204"
    assert "-," not in found


def test_nothing_is_sought_for_no_words() -> None:
    """An empty directive, and so a plain link."""
    assert text_directive("  ", "page", "", "") == ""
    assert with_directive("https://a.example/", "") == "https://a.example/"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x", "https://a.example/x#:~:text=w"),
        ("https://a.example/x?a=1#part", "https://a.example/x?a=1#part:~:text=w"),
        ("https://a.example/x#:~:text=old", "https://a.example/x#:~:text=w"),
        ("https://a.example/x#part:~:text=old", "https://a.example/x#part:~:text=w"),
        ("https://a.example/x#", "https://a.example/x#:~:text=w"),
    ],
)
def test_an_address_keeps_its_own_fragment(url: str, expected: str) -> None:
    """And loses a directive of its own, which would lead elsewhere."""
    assert with_directive(url, "w") == expected
