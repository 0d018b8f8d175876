"""What a page or a style sheet loads or runs is found however it is written; what loads nothing is passed over."""

from __future__ import annotations

import gzip

import pytest

from briefgen.verifying.page import read_page
from briefgen.verifying.places import Places
from briefgen.verifying.policy import policy_findings
from briefgen.verifying.requests import request_findings
from briefgen.verifying.style import style_references
from briefgen.verifying.verify import Grounds, Verification
from briefgen.verifying.words import read_text

_PLACES = Places(["index.html", "a.js", "a.png"], "https://desk.example/")
_STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'"
_META = f'<meta http-equiv="Content-Security-Policy" content="{_STRICT}">'


def _asked(body: str) -> list[str]:
    """Give what of a page's body is loaded from another host."""
    page = read_page(f"<html><head></head><body>{body}</body></html>".encode())
    return [one.what for one in request_findings(page.references, "index.html", _PLACES, {})]


@pytest.mark.parametrize(
    "body",
    [
        '<iframe srcdoc="<img src=https://e.example/a>"></iframe>',
        "<iframe srcdoc=\"<iframe srcdoc='<img src=https://e.example/a>'></iframe>\"></iframe>",
        '<svg><script href="https://e.example/a"></script></svg>',
        '<svg><script xlink:href="https://e.example/a"></script></svg>',
        '<svg><filter><feImage href="https://e.example/a"/></filter></svg>',
        '<svg><rect fill="url(https://e.example/a#b)"/></svg>',
        "<svg><rect mask=\"url('https://e.example/a')\"/></svg>",
        '<table><tr><td background="https://e.example/a">x</table>',
        '<link rel="apple-touch-startup-image" href="https://e.example/a">',
        "<p style=\"background: image-set('https://e.example/a' 1x)\">",
        '<script type="module">import { a } from "https://e.example/a";</script>',
        '<script type="module">import "https://e.example/a";</script>',
    ],
)
def test_a_request_is_found_wherever_a_browser_makes_one(body: str) -> None:
    """In frames that hold their page, in pictures of lines, in tables, in scripts."""
    assert len(_asked(body)) == 1
    assert _asked(body.replace("https://e.example/", "/")) == []


def test_a_link_in_a_frames_own_page_begins_at_the_page() -> None:
    """Its places are its own, and its scripts go by the page's policy."""
    page = read_page(b'<iframe srcdoc="<a href=#x>x</a><a href=b/>y</a><p onclick=a()><script>a()</script>"></iframe>')
    assert [one.address for one in page.references] == ["b/"]
    assert [one.name for one in page.handlers] == ["onclick"]
    assert [one.text for one in page.inline] == ["a()"]


def test_frames_within_frames_end_somewhere() -> None:
    """A page of thousands in each other is read like any other."""
    assert read_page(b"<iframe/srcdoc=" * 5000 + b">").ids == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('@import"a.css";', [("a.css", "style-src")]),
        ("@import/* */url(a.css);", [("a.css", "style-src")]),
        ('@\\69mport "a.css";', [("a.css", "style-src")]),
        ("p { background: u\\72l(a.png) }", [("a.png", "img-src")]),
        ("p { background: \\000075rl(a.png) }", [("a.png", "img-src")]),
        ("p { background: u\\rl(a.png) }", [("a.png", "img-src")]),
        ('p { background: url("a\\\n.png") }', [("a\n.png", "img-src")]),
        (
            'p { background: image-set("a.png" type("image/png") 1x, url(b.png) 2x) } q { content: "(c)" }',
            [("a.png", "img-src"), ("b.png", "img-src")],
        ),
        ('p { background: -webkit-image-set("a.png" 1x) }', [("a.png", "img-src")]),
        ('p { background: image-set("data:image/png;base64,AA==" 1x) }', []),
        ("@namespace svg url(http://www.w3.org/2000/svg); p { background: url(a.png) }", [("a.png", "img-src")]),
        ('p::after { content: "\\\\75rl(a.png)" }', []),
    ],
)
def test_an_address_in_a_style_sheet_is_found_as_a_browser_finds_it(text: str, found: list[tuple[str, str]]) -> None:
    """Without a space, by escapes, over two lines, in sets; a name space is no address that is loaded."""
    assert [(address, directive) for address, directive, _ in style_references(text)] == found


def test_lines_of_a_style_sheet_are_counted_for_sets_as_well() -> None:
    """Each address has its own line, in their order."""
    text = 'a { b: image-set(\n"a.png" 1x,\n url(b.png) 2x) }\nc { d: url(c.png) }'
    assert [(address, line) for address, _, line in style_references(text)] == [
        ("a.png", 1),
        ("b.png", 2),
        ("c.png", 3),
    ]


def test_a_style_sheet_is_read_in_its_own_encoding() -> None:
    """A browser reads one with a mark of UTF-16."""
    verification = Verification(["index.html", "a.css"], Grounds())
    verification.look("a.css", "p { background: url(https://e.example/ä.png) }".encode("utf-16"))
    assert [one.code for one in verification.problems()] == ["foreign-request"]


def _policy(head: str, body: str = "") -> list[str]:
    page = read_page(f"<html><head>{head}</head><body>{body}</body></html>".encode())
    return [one.code for one in policy_findings(page, "index.html", _PLACES)]


@pytest.mark.parametrize(
    "before",
    [
        "<foo-bar></foo-bar>",
        "<svg></svg>",
        "<div></div>",
        '<link rel="preload" as="script" href="a.js">',
    ],
)
def test_a_policy_behind_what_it_guards_or_what_ends_the_head_is_late(before: str) -> None:
    """A browser moves what follows an element that no head may hold into the body, where a policy means nothing."""
    assert _policy(before + _META) == ["policy-late"]


@pytest.mark.parametrize(
    "before", ["<meta charset=utf-8>", "<title>x</title>", "<!-- x -->", '<link rel="icon" href="a.png">']
)
def test_a_policy_may_stand_behind_what_runs_nothing(before: str) -> None:
    """The encoding, the title and the site's icon, which themes put first."""
    assert _policy(before + _META) == []


@pytest.mark.parametrize("content", ["", "upgrade-insecure-requests", "img-src 'self'; base-uri 'none'"])
def test_a_policy_that_lets_every_script_run_is_none(content: str) -> None:
    """An empty one, and one about other things."""
    assert _policy(f'<meta http-equiv="Content-Security-Policy" content="{content}">') == ["policy-missing"]


def test_two_policies_are_kept_to_together() -> None:
    """What one of them stops the other need not."""
    more = '<meta http-equiv="Content-Security-Policy" content="upgrade-insecure-requests">'
    assert _policy(_META + more) == []
    assert _policy(more + _META) == []
    weak = _META.replace("script-src 'self'", "script-src 'unsafe-inline'")
    assert _policy(weak + more) == ["policy-unsafe"]
    assert _policy(weak + _META) == []


@pytest.mark.parametrize("kind", ["text/ecmascript", "application/x-javascript", "text/javascript1.5", "TEXT/JScript"])
def test_a_script_by_an_old_name_is_one(kind: str) -> None:
    """Browsers run them all."""
    assert _policy(_META, f'<script type="{kind}">a()</script>') == ["policy-blocks"]


def test_only_robots_are_asked_to_leave_a_page_out() -> None:
    """What one search engine is told the others do not hear."""
    assert read_page(b'<meta name="Robots" content="nofollow, NOINDEX">').noindex
    assert not read_page(b'<meta name="googlebot" content="noindex">').noindex


def test_a_page_that_cannot_be_read_whole_is_told() -> None:
    """The parser gives up at 2,048 elements within each other."""
    verification = Verification(["index.html"], Grounds(parts=frozenset(["links"])))
    verification.look("index.html", b"<div>" * 3000 + b'<a href="lost/">x</a>')
    assert [one.code for one in verification.problems()] == ["file-too-large"]


def test_every_part_of_a_packed_file_is_read() -> None:
    """A program that appends to a log writes one behind the other; what follows unpacked is read, too."""
    parts = gzip.compress(b"first ") + gzip.compress(b"second ") + b"third"
    assert read_text(parts, "a.gz").plain == "first second third"
    many = read_text(gzip.compress(b"x") * 1000, "a.gz")
    assert many.cut
    assert many.text.startswith("x" * 100)


def test_what_stands_behind_the_page_belongs_to_it() -> None:
    """A browser puts it into the body; libxml2 makes another page of it."""
    assert _asked('</body></html><img src="https://e.example/a">') == ["https://e.example/a"]


def test_a_host_that_may_be_asked_may_be_made_ready() -> None:
    """Whatever will be loaded from it then."""
    page = read_page(b'<link rel="preconnect" href="https://fonts.example"><img src="https://fonts.example/a.png">')
    allowed = {"font-src": ("https://fonts.example",)}
    found = list(request_findings(page.references, "index.html", _PLACES, allowed))
    assert [one.what for one in found] == ["https://fonts.example/a.png"]


def test_what_is_wrong_on_every_page_is_told_five_times_and_counted() -> None:
    """A dead link of the navigation of 5,000 pages."""
    pages = [f"{number}.html" for number in range(8)]
    verification = Verification(["index.html", *pages], Grounds(parts=frozenset(["links"])))
    for page in pages:
        verification.look(page, b'<a href="lost/">x</a>')
    problems = verification.problems()
    assert [one.file for one in problems] == pages[:5]
    assert [one.message.endswith("(and 3 more like it)") for one in problems] == [False] * 4 + [True]
