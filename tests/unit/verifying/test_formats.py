"""Policies, feeds, calendars and pages: what their formats ask for, and hostile input, which never stops the rest."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from briefgen.files import built_site
from briefgen.verifying.calendars import calendar_findings
from briefgen.verifying.json_files import parsed_json
from briefgen.verifying.leaks import Sought
from briefgen.verifying.page import read_page
from briefgen.verifying.places import Places
from briefgen.verifying.policy import hash_of, lets_through, parsed, policy_findings
from briefgen.verifying.secrets import Told
from briefgen.verifying.style import style_references
from briefgen.verifying.words import read_text
from briefgen.verifying.xml_files import xml_findings
from tests.timing import is_linear

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PLACES = Places(["index.html", "a.js", "a.png"], None)


def _policy(policy: str, body: str = "", head: str = "") -> list[str]:
    page = f'<html><head>{head}<meta http-equiv="content-security-policy" content="{policy}"></head><body>{body}</body></html>'
    return [f"{one.code}: {one.message}" for one in policy_findings(read_page(page.encode()), "index.html", _PLACES)]


_STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'"


def test_a_strict_policy_that_stops_nothing_is_fine() -> None:
    """Files of the site's own, and data that no browser runs, need no leave."""
    body = '<script src="a.js"></script><img src="a.png"><script type="application/json">{}</script>'
    assert _policy(_STRICT, body) == []


@pytest.mark.parametrize(
    ("policy", "body", "found"),
    [
        (_STRICT, "<script>a()</script>", "policy-blocks"),
        (_STRICT + "; script-src-elem 'unsafe-inline'", "<p onclick='a()'>", "policy-blocks"),
        (_STRICT, "<svg onload='a()'></svg>", "policy-blocks"),
        (_STRICT, '<p style="a: b">', "policy-blocks"),
        (_STRICT, '<script src="https://x.example/a.js"></script>', "policy-blocks"),
        (_STRICT, '<img src="data:image/png;base64,AA==">', "policy-blocks"),
        ("script-src 'self'; object-src 'none'; base-uri 'none'", "", "nothing restricts style-src"),
        ("default-src 'self'", "", "nothing restricts base-uri"),
        (_STRICT.replace("script-src 'self'", "script-src *"), "", "script-src has *"),
        (_STRICT.replace("script-src 'self'", "script-src 'unsafe-inline'"), "", "unsafe-inline"),
        (_STRICT.replace("script-src 'self'", "script-src 'unsafe-hashes'"), "", "unsafe-hashes"),
    ],
)
def test_what_a_policy_stops_or_lets_through_is_told(policy: str, body: str, found: str) -> None:
    """As browsers read it: with fallbacks from one directive to the next."""
    assert any(found in one for one in _policy(policy, body)), _policy(policy, body)


def test_the_hash_is_the_one_that_browsers_take() -> None:
    """Line ends are read as one, and the hash of another text lets nothing through."""
    for text in ("a()\nb()", "a()\r\nb()", "a()\rb()"):
        policy = _STRICT.replace("script-src 'self'", f"script-src {hash_of('a()' + chr(10) + 'b()')}")
        assert _policy(policy, f"<script>{text}</script>") == []
    # `printf 'alert(1)' | openssl dgst -sha256 -binary | base64`
    assert hash_of("alert(1)") == "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"


def test_a_policy_counts_where_browsers_take_it() -> None:
    """In the head, before what it guards; and every one of several."""
    late = _policy(_STRICT, head='<script src="a.js"></script>')
    assert [one.partition(":")[0] for one in late] == ["policy-late"]
    body = f'<html><head></head><body><meta http-equiv="Content-Security-Policy" content="{_STRICT}"></body></html>'
    found = list(policy_findings(read_page(body.encode()), "index.html", _PLACES))
    assert [one.code for one in found] == ["policy-late"]
    assert parsed("script-src a; SCRIPT-SRC b;; ") == {"script-src": ("a",)}


@pytest.mark.parametrize(
    ("source", "address", "fits"),
    [
        ("https://x.example", "https://x.example/a.js", True),
        ("https://x.example", "//x.example/a.js", True),
        ("https://x.example", "http://x.example/a.js", False),
        ("http://x.example", "https://x.example/a.js", True),
        ("x.example", "https://x.example/a.js", True),
        ("*.x.example", "https://a.x.example/", True),
        ("*.x.example", "https://x.example/", False),
        ("*.x.example", "https://evilx.example/", False),
        ("https://x.example/js/", "https://x.example/js/a.js", True),
        ("https://x.example/js/", "https://x.example/img/a.png", False),
        ("https://x.example/a.js", "https://x.example/a.jsx", False),
        ("https://x.example:8443", "https://x.example/", False),
        ("https:", "https://x.example/", True),
        ("'self'", "https://x.example/", False),
        ("*", "https://x.example/", True),
        ("*", "data:text/css,a", False),
    ],
)
def test_a_source_fits_as_in_browsers(source: str, address: str, fits: bool) -> None:  # noqa: FBT001  # a column of a table
    """Schemes, hosts, ports and paths."""
    assert lets_through([source], address, own=False) is fits


def test_style_sheets_are_read_for_what_they_load() -> None:
    """Comments load nothing, escapes are read, data is held in the sheet."""
    text = """/* url(no.png) */ @import 'a.css'; @import url("b.css") print;
    p { background: URL( c.png ) } @font-face { src: url('d.woff2?x') } q { background: url(data:image/png,x) }
    r { background: url("e\\66 .png") } s { background: url(%) }"""
    assert list(style_references(text)) == [
        ("a.css", "style-src", 0),
        ("b.css", "style-src", 0),
        ("c.png", "img-src", 1),
        ("d.woff2?x", "font-src", 1),
        ("ef.png", "img-src", 2),
        ("%", "img-src", 2),
    ]


_HOSTILE = [
    ("", "<", ""),
    ("", "<div>", ""),
    ("", "<a href=", ""),
    ("", "<!--", ""),
    ("", "<script>", ""),
    ("", "<a ", ""),
    ("<style>", "url('", ""),
    ("<style>", "url(", ""),
    ("<style>", "/*", ""),
    ("<style>", "@import ", ""),
    ("<img srcset='", ",", "'>"),
    ("<img srcset='", "a 1x,", "'>"),
    ("<img srcset='", "a", "'>"),
    ("<meta http-equiv=refresh content='", " ", "'>"),
    ("<meta http-equiv=refresh content='0;", "url = ", "'>"),
    ("<script>", "fetch('//a", ""),
    ("", "\\", ""),
    ("", "&", ""),
    ("&#", "9", ";"),
    ("&#", "0", "65;"),
    ("&#x", "0", "41;"),
    ("", "%4", ""),
    ("", "briefings/", ""),
    ("BEGIN:VCALENDAR\r\n", " ", ""),
    ("A;B=", '"', ""),
    ("A", ";B=a,", ""),
    ("", "\\u00", ""),
    ("", "a ", ""),
    ("", "\u00e4\u0301", ""),
    ("", "image-set(", ""),
    ("", 'image-set("', ""),
    ("", "image-set((", ""),
    ("", "@namespace ", ""),
    ("", '@import"', ""),
    ("", 'url("\\\n', ""),
    ("", "<iframe/srcdoc=", ">"),
]


@pytest.mark.parametrize(("before", "again", "after"), _HOSTILE, ids=[repr(row) for row in _HOSTILE])
def test_hostile_texts_take_a_time_that_grows_with_their_length(before: str, again: str, after: str) -> None:
    """Read as a page, a style sheet, a calendar and for its words, whatever it is."""
    sought = Sought([Told(briefing="b", field="f", words=("a",) * 30)])

    def of_length(times: int) -> Callable[[], object]:
        data = (before + again * (times * 20_000 // len(again)) + after).encode()

        def work() -> None:
            list(policy_findings(read_page(data), "index.html", _PLACES))
            reading = read_text(data, "a.css")
            sought.found_in(reading.plain)
            list(style_references(reading.text))
            list(calendar_findings(data))

        return work

    is_linear(repr((before, again, after)), of_length)


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"\x00\x01\x02",
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><html>&b;</html>",
        "<p>\ud800</p>".encode("utf-8", "surrogatepass"),
        "<html><body id='\u00e4'></body></html>".encode("latin-1"),
        "<html><body id='\u00e4'></body></html>".encode("utf-16"),
    ],
    ids=range(6),
)
def test_what_is_no_page_is_read_all_the_same(page: bytes) -> None:
    """Whatever the bytes are, the rest of the site is proved."""
    found = list(policy_findings(read_page(page), "index.html", _PLACES))
    assert [one.code for one in found] == ["policy-missing"]


def test_hostile_xml_and_json_are_told() -> None:
    """Entities are not expanded, nothing is nested too deeply for the program."""
    bomb = b'<!DOCTYPE a [<!ENTITY b "' + b"c" * 1000 + b'">' + b'<!ENTITY d "' + b"&b;" * 1000 + b'">]><a>&d;</a>'
    findings, root = xml_findings(bomb)
    assert root is None or len(root) <= 1
    assert all(one.code == "data-invalid" for one in findings)
    outside = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    _, root = xml_findings(outside)
    assert root is None or "root:" not in "".join(str(text) for text in root.itertext())
    assert [one.code for one in parsed_json("[" * 100_000)[1]] == ["data-invalid"]
    assert [one.code for one in parsed_json('{"a": 1, "a": 2}')[1]] == ["data-invalid"]
    assert [one.code for one in parsed_json("[NaN]")[1]] == ["data-invalid"]
    assert parsed_json("[1]") == ([1], [])


def test_a_page_is_read_as_browsers_read_it() -> None:
    """The first base counts, pictures are chosen from a list, an anchor may be a name, a refresh has an address."""
    page = read_page(
        b"""<html><head><base href="a/"><base href="b/"><link rel="preload" as="font" href="f.woff2"><link rel="icon" href="i">
        <meta http-equiv="refresh" content="5"><meta http-equiv="refresh" content=" 0 ; URL = 'next.html'">
        <meta name="robots" content="nofollow, NOINDEX"><meta property="og:image" content="card.png"></head>
        <body><a name="old"></a><picture><source srcset="s.webp 1x, t.webp 2x"><source src="p"></picture><video><source src="v">
        </video><img srcset="data:image/png;base64,AA== 1x,u.png,  w.png 3x"><svg><use href="#s"/></svg>
        <input name="action" data="no"><div style="background:url(bg.png)"></div></body></html>"""
    )
    assert (page.base, page.noindex, [one.address for one in page.refreshes]) == ("a/", True, ["next.html"])
    assert "old" in page.ids
    found = {(one.address, one.directive) for one in page.references}
    assert found == {
        ("f.woff2", "font-src"),
        ("i", "img-src"),
        ("card.png", ""),
        ("s.webp", "img-src"),
        ("t.webp", "img-src"),
        ("p", "img-src"),
        ("v", "media-src"),
        ("data:image/png;base64,AA==", "img-src"),
        ("u.png", "img-src"),
        ("w.png", "img-src"),
        ("#s", "img-src"),
        ("bg.png", "img-src"),
    }


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies beside it is listed all the same."""
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    real = os.scandir

    def scandir(path: Path) -> object:
        if path.name == "closed":  # root, whom the tests may run as, lists everything
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    places = built_site.list_site(tmp_path)
    assert [(one.path, one.kind, one.reason) for one in places] == [
        ("a.txt", "file", ""),
        ("closed", "unreadable", "Permission denied"),
    ]
