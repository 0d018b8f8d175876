"""Blanks between elements go, and nothing else."""

from __future__ import annotations

import pytest

from briefgen.plugin.slim import slim


def test_lines_of_blanks_go() -> None:
    """A line break stays: it parts words as the blanks did."""
    assert slim("<p>\n  \n\t one\n\n two </p>\r\n <p>x</p>") == "<p>\none\ntwo </p>\r\n<p>x</p>"


@pytest.mark.parametrize(
    "kept",
    [
        "<pre><code>a\n  b\n\n c</code></pre>",
        '<textarea rows="2">\n\n a</textarea >',
        "<script>\n  let a = `\n\n `;\n</script>",
        "<STYLE>\n\n a {}\n</STYLE>",
        "a\u00a0\n\u00a0 b",
    ],
)
def test_blanks_that_mean_something_stay(kept: str) -> None:
    """Code, scripts, style sheets, what is typed into, and blanks that do not break."""
    assert slim(kept) == kept


def test_what_follows_such_an_element_is_folded_again() -> None:
    """An element named alike is none of them."""
    assert slim("<pre>\n\n</pre>\n\n<present>\n\n</present>") == "<pre>\n\n</pre>\n<present>\n</present>"
