"""A finding is told with the line and the column at which a reader of the file sees it."""

from __future__ import annotations

import pytest

from briefgen.verifying.finding import Finding
from briefgen.verifying.finding_places import place


@pytest.mark.parametrize(
    ("text", "line", "sought", "expected"),
    [
        ('<p>\n<a href="b/">', 2, "b/", (2, 10)),
        ('<a\n  class="c"\n  href="b/"\n>', 1, "b/", (3, 9)),
        ('<a href="b/">\n\n<a href="c/"\n>', 4, "c/", (3, 10)),
        ('<a href="?a=1&amp;b=2">', 1, "?a=1&b=2", (1, 10)),
        ('{"a":\n "https:\\/\\/e.example\\/"}', 1, "https://e.example/", (2, 3)),
        ("x\n" * 500 + "here", 1, "here", (501, 1)),
        ("x\n" * 500 + "here", 3, "here", (3, 1)),
        ("other", 1, "here", (1, 1)),
        ("other", 9, "here", (9, 1)),
    ],
)
def test_an_address_is_found_near_its_line(text: str, line: int, sought: str, expected: tuple[int, int]) -> None:
    """A tag may go over many lines, and a file write an address in its own way; anywhere only where no line is known."""
    assert place(Finding(code="page-missing", line=line, sought=sought, message=""), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n  The port, authority!", (2, 7)),
        ("<p>The <b>Port</b>&nbsp;authority</p>", (1, 11)),
        ('{"a": "Port\\nauthority"}', (1, 8)),
        ("a\n&#80;ort &#97;uthority", (2, 1)),
        ("neither", (1, 1)),
    ],
)
def test_words_are_found_however_a_file_writes_them(text: str, expected: tuple[int, int]) -> None:
    """Between tags and references; where single letters are encoded the line alone is told."""
    assert place(Finding(code="leak-text", words="port authority", message=""), text) == expected
