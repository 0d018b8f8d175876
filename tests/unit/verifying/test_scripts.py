"""What a script asks of other hosts is found where it stands literally; what is no request is passed over."""

from __future__ import annotations

import pytest

from briefgen.verifying.page import read_page
from briefgen.verifying.scripts import script_requests, source_map, with_lines

_A = "https://e.example/a"


def _asked(text: str, kind: str = "") -> list[str]:
    return [one.address for one in script_requests(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        f'fetch("{_A}")',
        f"fetch ( '{_A}', {{method: 'POST'}})",
        f"fetch(`{_A}?u=${{location}}`)",
        f'import("{_A}").then(go)',
        f'import "{_A}"',
        f'import{{a}}from"{_A}"',
        f'export * from "{_A}"',
        f'importScripts("{_A}")',
        f'new Worker("{_A}")',
        f'new Worker(new URL("{_A}"))',
        f'new EventSource("{_A}")',
        'new WebSocket("wss://e.example/a")',
        f'navigator.sendBeacon("{_A}", data)',
        f'xhr.open("GET", "{_A}")',
        f'new Image().src = "{_A}"',
        f'image.setAttribute("src", "{_A}")',
        f'$.ajax({{type: "GET", url: "{_A}"}})',
        f'axios.post("{_A}")',
        f'const ADDRESS = "{_A}";\nfetch(ADDRESS + "/x")',
        f"document.write('<script src=\"{_A}\"></script>')",
        f'document.write("<img alt=\\"\\" src=\\"{_A}\\">")',
        'fetch("https:\\/\\/e.example\\/a")',
        'fetch("//e.example/a")',
        f'const slashes = "//"; fetch("{_A}")',
        f'const quote = /["\']/; fetch("{_A}")',
        f'const kinds = "image/*"; fetch("{_A}")',
    ],
)
def test_a_literal_request_is_found(text: str) -> None:
    """However it is called, and whatever stands before it; the same to the site itself is none."""
    (address,) = _asked(text)
    assert "e.example/a" in address
    for own in ("https://e.example/", "wss://e.example/", "//e.example/", "https:\\/\\/e.example\\/"):
        text = text.replace(own, "/")
    assert _asked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f'// fetch("{_A}")',
        f'/* fetch("{_A}") */',
        f'/* fetch("{_A}")',
        f"const help = \"write fetch('{_A}')\"",
        f'link.href = "{_A}"',
        f'window.open("{_A}")',
        f'element.namespace = "{_A}"; warn("see {_A}")',
        f'if (image.src === "{_A}") go()',
        f'var e = "{_A}"; fetch(e)',
        'fetch(path); import("./a.js")',
        'fetch("//")',
        f'// <script src="{_A}">',
    ],
)
def test_what_asks_for_nothing_is_passed_over(text: str) -> None:
    """Comments, texts, links, comparisons; names of two letters, which mean something else in each function of a bundle."""
    assert _asked(text) == []


def test_an_address_is_told_with_its_place_and_its_directive() -> None:
    """A program goes by what scripts do, everything else by what connects."""
    found = list(script_requests(f'go();\nfetch("{_A}"); import("{_A}")'))
    assert [(one.at, one.how, one.directive) for one in found] == [
        (6, "fetch()", "connect-src"),
        (36, "import()", "script-src"),
    ]


def test_each_request_has_its_line() -> None:
    """Source maps, which come last, too."""
    text = f'// x\n//# sourceMappingURL={_A}/map\nfetch("{_A}");\n\nfetch("{_A}");fetch("{_A}")'
    assert [line for _, line in with_lines(script_requests(text), text)] == [2, 4, 4, 1]


def test_lists_for_the_browser_are_read_as_lists() -> None:
    """The values of an import map, and what may be fetched ahead; a name in a map is asked for by nobody."""
    assert _asked(f'{{"imports": {{"a": "{_A}", "https://name.example/": "/b.js"}}}}', "importmap") == [_A]
    assert _asked(f'{{"prefetch": [{{"urls": ["/b", "{_A}"]}}]}}', "speculationrules") == [_A]


def test_a_source_map_elsewhere_is_found() -> None:
    """Of scripts and of style sheets; one beside the file is none."""
    assert [one.address for one in source_map(f"a {{}}\n/*# sourceMappingURL={_A} */")] == [_A]
    assert _asked(f"go()\n//# sourceMappingURL={_A}") == [_A]
    assert _asked("go() // x\n//# sourceMappingURL=a.js.map") == []


@pytest.mark.parametrize(
    "body",
    [
        f"<p onclick=\"fetch('{_A}')\">x</p>",
        f'<svg><image><animate attributeName="href" values="/b;{_A}"/></image></svg>',
        f'<svg><image><set attributeName="href" to="{_A}"/></image></svg>',
        f'<img alt="" src="/b" attributionsrc="{_A}">',
        f'<link rel="fluid-icon" href="{_A}">',
        f'<meta name="msapplication-TileImage" content="{_A}">',
        f'<portal src="{_A}"></portal>',
    ],
)
def test_a_request_is_found_in_rare_places_of_a_page(body: str) -> None:
    """In event handlers, in what changes an address, by old and new names."""
    found = [one.address for one in read_page(body.encode()).references if one.directive]
    assert _A in found
