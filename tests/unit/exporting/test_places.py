"""Where pages lie in an export, and how links to them are written."""

from __future__ import annotations

import pytest

from briefgen.exporting.places import place_of, with_places

PLACES = {"watch.md": "watch/index.md", "briefings/ferry.md": "briefings/ferry/index.md"}


@pytest.mark.parametrize(
    ("path", "directories", "place"),
    [
        ("watch.md", True, "watch/index.md"),
        ("watch.md", False, "watch.md"),
        ("index.md", True, "index.md"),
        ("actors/index.md", True, "actors/index.md"),
        ("topics/trade/older-1.md", True, "topics/trade/older-1/index.md"),
        ("feed.xml", True, "feed.xml"),
    ],
)
def test_a_page_lies_where_its_address_is(path: str, place: str, *, directories: bool) -> None:
    """A page is the index of a folder wherever its address is one; anything else stays where it is."""
    assert place_of(path, directories=directories) == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](watch.md)", "[a](watch/index.md)"),
        (
            "[a](watch.md#b-x) and [b](briefings/ferry.md 'T')",
            "[a](watch/index.md#b-x) and [b](briefings/ferry/index.md 'T')",
        ),
        ("[a](<watch.md>)", "[a](<watch/index.md>)"),
        ("[a](./watch.md)", "[a](watch/index.md)"),
        ("[a]: briefings/ferry.md", "[a]: briefings/ferry/index.md"),
        ("[a]: <watch.md> 'T'", "[a]: <watch/index.md> 'T'"),
        ("`[a](watch.md)` [a](watch.md)", "`[a](watch.md)` [a](watch/index.md)"),
        ("``[a](watch.md) ` `` [a](watch.md)", "``[a](watch.md) ` `` [a](watch/index.md)"),
        ("```\n[a](watch.md)\n```\n[a](watch.md)", "```\n[a](watch.md)\n```\n[a](watch/index.md)"),
        ("~~~~\n~~~\n[a](watch.md)\n~~~~\n[a](watch.md)", "~~~~\n~~~\n[a](watch.md)\n~~~~\n[a](watch/index.md)"),
        ("[a](about.md) [b](https://x.example/watch.md)", "[a](about.md) [b](https://x.example/watch.md)"),
        ("watch.md is a file", "watch.md is a file"),
        ("line\r\n[a](watch.md)\r\n", "line\r\n[a](watch/index.md)\r\n"),
    ],
)
def test_links_follow(text: str, expected: str) -> None:
    """Links to pages that moved lead to them; other links, words and code stay to the letter."""
    assert with_places(text, "method.md", PLACES) == expected


def test_links_start_from_the_page_that_has_them() -> None:
    """A page in a folder of its own names the way from there."""
    assert with_places("[a](../watch.md)", "desk/who.md", PLACES) == "[a](../watch/index.md)"
    assert with_places("[a](watch.md)", "desk/who.md", PLACES) == "[a](watch.md)"
