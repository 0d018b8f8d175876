"""Where an address leads, read as browsers read it."""

from __future__ import annotations

import pytest

from briefgen.verifying.places import Places

_FILES = [
    "index.html",
    "404.html",
    "a b/ü.html",
    "actors/index.html",
    "briefings/pier/index.html",
    "img/x.png",
    "b/c.html",
]
_PLACES = Places(_FILES, "https://Desk.example:443/news")


@pytest.mark.parametrize(
    ("address", "here", "way", "path"),
    [
        ("", "b/c.html", "file", "b/c.html"),
        ("#x", "b/c.html", "file", "b/c.html"),
        ("?q=1#x", "b/c.html", "file", "b/c.html"),
        ("../", "b/c.html", "file", "index.html"),
        ("..", "b/c.html", "file", "index.html"),
        (".", "briefings/pier/index.html", "file", "briefings/pier/index.html"),
        ("../../img/x.png?v=2", "briefings/pier/index.html", "file", "img/x.png"),
        ("actors", "index.html", "file", "actors/index.html"),
        ("actors/", "index.html", "file", "actors/index.html"),
        ("actors/index.html", "index.html", "file", "actors/index.html"),
        ("a%20b/%C3%BC.html", "index.html", "file", "a b/ü.html"),
        ("a b/ü.html", "index.html", "file", "a b/ü.html"),
        ("\n  img\\x.png ", "index.html", "file", "img/x.png"),
        ("im\tg/x.png", "index.html", "file", "img/x.png"),
        ("/news/", "b/c.html", "file", "index.html"),
        ("/news", "b/c.html", "file", "index.html"),
        ("https://desk.example/news/b/c.html", "", "file", "b/c.html"),
        ("HTTP://DESK.example/news/b/c.html", "", "file", "b/c.html"),
        ("//desk.example/news/b/c.html", "", "file", "b/c.html"),
        ("webcal://desk.example/news/img/x.png", "", "file", "img/x.png"),
        ("IMG/x.png", "index.html", "missing", "IMG/x.png"),
        ("actors/../gone.html", "index.html", "missing", "gone.html"),
        ("img%2Fx.png", "index.html", "file", "img/x.png"),
        ("../../", "b/c.html", "outside", "../../"),
        ("b/%2E./../..", "b/c.html", "outside", "b/%2E./../.."),
        ("/other/", "index.html", "outside", "/other/"),
        ("/newspaper/", "index.html", "outside", "/newspaper/"),
        ("https://desk.example/other/", "", "beside", "https://desk.example/other/"),
        ("https://desk.example.evil/news/", "", "foreign", "https://desk.example.evil/news/"),
        ("https://user@cdn.example/x", "", "foreign", "https://user@cdn.example/x"),
        ("\\\\cdn.example\\x", "", "foreign", "https://cdn.example/x"),
        ("wss://live.example/", "", "foreign", "wss://live.example/"),
        ("https://[broken", "", "foreign", "https://[broken"),
        ("mailto:a@b.example", "", "other", "mailto:a@b.example"),
        ("tel:+1", "", "other", "tel:+1"),
        ("java\nscript:alert(1)", "", "script", "javascript"),
        ("\x01VBSCRIPT:x", "", "script", "vbscript"),
    ],
)
def test_an_address_leads_where_a_browser_goes(address: str, here: str, way: str, path: str) -> None:
    """White space, backslashes, percent-encoding, dots and hosts mean what they mean to browsers."""
    target = _PLACES.target(address, here)
    assert (target.way, target.path) == (way, path)


def test_a_base_changes_what_is_relative() -> None:
    """Fragments alone, and what begins at the root, stay what they are."""
    assert _PLACES.target("x.png", "index.html", "img/").path == "img/x.png"
    assert _PLACES.target("x.png", "index.html", "https://desk.example/news/img/").path == "img/x.png"
    assert _PLACES.target("x.png", "index.html", "https://cdn.example/").way == "foreign"
    assert _PLACES.target("#x", "index.html", "img/") == ("file", "index.html", "x")
    assert _PLACES.target("/news/img/x.png", "index.html", "https://cdn.example/").way == "file"


def test_without_an_address_the_root_is_the_hosts() -> None:
    """Every other host is another one."""
    places = Places(_FILES, None)
    assert places.target("/b/c.html", "index.html").way == "file"
    assert places.target("https://desk.example/news/", "index.html").way == "foreign"
    assert places.near("IMG/X.png") == "img/x.png"
    assert places.near("Actors") == "actors/index.html"
    assert places.near("gone") is None
