"""Where pages lie, how one links to another, and which addresses may be linked."""

from __future__ import annotations

import pytest

from briefgen.rendering.addresses import relative_address, safe_url, site_address, target_path


@pytest.mark.parametrize(
    ("target", "here", "folders", "files"),
    [
        ("actors/x.md", "briefings/a.md", "../../actors/x/", "../actors/x.html"),
        ("index.md", "briefings/a.md", "../../", "../index.html"),
        ("index.md", "index.md", "./", "index.html"),
        ("watch.md", "index.md", "watch/", "watch.html"),
        ("feed.xml", "watch.md", "../feed.xml", "feed.xml"),
        ("briefings/a.md", "briefings/index.md", "a/", "a.html"),
    ],
)
def test_links_are_relative(target: str, here: str, folders: str, files: str) -> None:
    """A link works wherever the site stands, with addresses of folders and of files."""
    assert relative_address(target, here=here) == folders
    assert relative_address(target, here=here, directories=False) == files


def test_addresses_are_percent_encoded() -> None:
    """Whatever a path holds, its address is safe in an attribute."""
    assert site_address('a"b<c>.md') == "a%22b%3Cc%3E/"


@pytest.mark.parametrize("url", ["https://a.example/b?c=d&e=f#g", "http://a.example", "mailto:desk@a.example"])
def test_ordinary_addresses_may_be_linked(url: str) -> None:
    """They are given back as they are."""
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "https:",
        "https:/a.example",
        "https:\\\\a.example",
        "//a.example",
        "a.example",
        'https://a.example/"onclick="x',
        "https://a.example/<b>",
        "https://[a",
        "ftp://a.example",
    ],
)
def test_other_addresses_are_not_linked(url: str | None) -> None:
    """Only http, https and mailto, and nothing that a browser would read differently."""
    assert safe_url(url) is None


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("../watch.md", "watch.md"),
        ("b.md", "briefings/b.md"),
        ("../../x.md", None),
        ("/x.md", None),
        ("https://x", None),
        ("#a", None),
        ("a\\b", None),
    ],
)
def test_links_in_notes_stay_in_the_content(link: str, target: str | None) -> None:
    """A relative link is followed within the content and not out of it."""
    assert target_path(link, here="briefings/a.md") == target
