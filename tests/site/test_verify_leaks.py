"""What `verify-site` finds of drafts and withdrawn briefings: every field, in every kind of file, and nothing that may stand."""

from __future__ import annotations

import gzip
import json
from dataclasses import asdict, replace
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from briefgen.files.briefings import load_briefing
from briefgen.site_secrets import load_secrets
from briefgen.verifying.leaks import is_telling
from briefgen.verifying.secrets import told_words
from briefgen.verifying.words import read_text
from tests.site.verified import SETTINGS, prove, put, write_good

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen.model.briefing import Briefing
    from briefgen.verifying.leaks import Sought
    from briefgen.verifying.verify import Secrets

_DRAFT = "harbour-fees-to-rise-again"
_FIELDS: dict[str, Callable[[Briefing], str | None]] = {
    "id": lambda one: one.id,
    "title": lambda one: one.title,
    "summary": lambda one: one.summary,
    "sources[0].title": lambda one: one.sources[0].title,
    "sources[0].publisher": lambda one: one.sources[0].publisher,
    "sources[0].author": lambda one: one.sources[0].author,
    "sources[0].url": lambda one: one.sources[0].url,
    "takeaways[0].text": lambda one: one.takeaways[0].text,
    "takeaways[0].said_by": lambda one: one.takeaways[0].said_by,
    "takeaways[0].evidence[0].quote": lambda one: one.takeaways[0].evidence[0].quote,
    "actors[0].name": lambda one: one.actors[0].name,
    "actors[0].role": lambda one: one.actors[0].role,
    "actors[0].aliases[0]": lambda one: one.actors[0].aliases[0],
    "actors[0].position": lambda one: one.actors[0].position,
    "actors[0].evidence[0].quote": lambda one: one.actors[0].evidence[0].quote,
    "open_questions[0].text": lambda one: one.open_questions[0].text,
    "open_questions[0].answer": lambda one: one.open_questions[0].answer,
    "open_questions[0].evidence[0].quote": lambda one: one.open_questions[0].evidence[0].quote,
    "watch[0].text": lambda one: one.watch[0].text,
    "watch[0].when": lambda one: one.watch[0].when,
    "watch[0].where": lambda one: one.watch[0].where,
    "watch[0].outcome": lambda one: one.watch[0].outcome,
    "watch[0].evidence[0].quote": lambda one: one.watch[0].evidence[0].quote,
    "cautions[0].text": lambda one: one.cautions[0].text,
    "corrections[0].was": lambda one: one.corrections[0].was,
    "corrections[0].now": lambda one: one.corrections[0].now,
    "corrections[0].why": lambda one: one.corrections[0].why,
    "notes": lambda _: "The skippers meet again at the boat shed behind the old lifeboat station.",
}


def _folded(text: str) -> str:
    data = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
    return "DESCRIPTION:" + "\r\n ".join(data[at : at + 60] for at in range(0, len(data), 60)) + "\r\n"


def _marked(text: str) -> str:
    first, *rest = text.split(" ")
    return f"<bdi>{escape(first[:2])}<wbr>{escape(first[2:])}</bdi> <mark>" + "</mark> <mark>".join(map(escape, rest))


_FILES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "a page": ("x/index.html", lambda text: f"<p>{escape(text)}</p>".encode()),
    "an attribute": ("x/index.html", lambda text: f'<meta content="{escape(text, quote=True)}">'.encode()),
    "numeric references": ("x/index.html", lambda text: "".join(f"&#{ord(sign)};" for sign in text).encode()),
    "hexadecimal references": ("x/index.html", lambda text: "".join(f"&#x{ord(sign):X};" for sign in text).encode()),
    "marks within": ("x/index.html", lambda text: f"<p>{_marked(text)}</p>".encode()),
    "a comment": ("x/index.html", lambda text: f"<!-- {text} -->".encode()),
    "soft hyphens": ("x/index.html", lambda text: "&shy;".join(escape(sign) for sign in text).encode()),
    "a feed": ("feed.xml", lambda text: f"<content>{escape(escape(f'<p>{escape(text)}</p>'))}</content>".encode()),
    "a section of a feed": ("feed.xml", lambda text: f"<content><![CDATA[{text}]]></content>".encode()),
    "JSON": ("feed.json", lambda text: json.dumps({"text": text}).encode()),
    "escapes alone": ("feed.json", lambda text: "".join(f"\\u{ord(sign):04x}" for sign in text).encode()),
    "JSON with lines": ("search/search_index.json", lambda text: json.dumps(text.replace(" ", "\n\t")).encode()),
    "a script": ("a.js", lambda text: ("x='" + "".join(f"\\x{ord(sign):02x}" for sign in text) + "'").encode()),
    "a style sheet": ("a.css", lambda text: ("'" + "".join(f"\\{ord(sign):x} " for sign in text) + "'").encode()),
    "a calendar": ("watch.ics", lambda text: _folded(text).encode()),
    "a plain text": ("llms.txt", lambda text: text.encode()),
    "an address": ("sitemap.xml", lambda text: quote(text, safe="").encode()),
    "capital letters": ("a.txt", lambda text: text.upper().encode()),
    "UTF-16": ("a.txt", lambda text: text.encode("utf-16")),
    "UTF-16 without a mark": ("a.txt", lambda text: text.encode("utf-16-le")),
    "a packed map": ("sitemap.xml.gz", lambda text: gzip.compress(text.encode())),
    "a packed piece of a search": ("pagefind/a.pf_fragment", lambda text: gzip.compress(json.dumps(text).encode())),
    "a picture": ("a.svg", lambda text: f"<svg><title>{escape(text)}</title></svg>".encode()),
    "other bytes": ("a.bin", lambda text: b"\x89PNG\r\n\x1a\n\xff\xfe\x00" + text.encode() + b"\x00\xff"),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site without a fault, with its content."""
    folder = tmp_path_factory.mktemp("verified")
    write_good(folder)
    return folder


@pytest.fixture(scope="module")
def secrets(root: Path) -> Secrets:
    """What is to be kept out of it where drafts are."""
    return load_secrets(root, SETTINGS)


def _fields(sought: Sought, data: bytes, path: str) -> set[str]:
    return {told.field for told in sought.found_in(read_text(data, path).plain).values()}


@pytest.mark.parametrize("kind", _FILES)
def test_every_field_of_a_draft_is_found_in_every_kind_of_file(kind: str, root: Path, secrets: Secrets) -> None:
    """However a file encodes a text, it is found, and nothing else is."""
    path, encoded = _FILES[kind]
    draft = load_briefing(root, SETTINGS, _DRAFT).briefing
    for name, value in _FIELDS.items():
        text = value(draft)
        assert text
        found = _fields(secrets.on_pages.texts, encoded(text), path)
        assert name in found, f"{name}: {text!r} as {encoded(text)[:200]!r}"
        # A title holds its id, and a quote may hold when and where.
        for other in found - {name}:
            assert set(told_words(_FIELDS[other](draft) or "")) <= set(told_words(text)), f"{name} found as {other}"


def test_the_fields_are_all_there_are(root: Path) -> None:
    """Every text of the draft that is long enough is among those that are planted."""
    draft = load_briefing(root, SETTINGS, _DRAFT).briefing
    waiting: list[object] = [asdict(draft)]
    texts: set[str] = set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [held for name, held in value.items() if name != "sha256"]
        elif isinstance(value, (list, tuple)):
            waiting += value
        elif isinstance(value, str) and is_telling(told_words(value)):
            texts.add(value)
    assert texts <= {value(draft) for value in _FIELDS.values()}
    assert len(texts) >= len(_FIELDS) - 1


def test_a_part_of_a_text_is_found(secrets: Secrets) -> None:
    """A page's description is cut off in the middle of a sentence."""
    text = "The port authority wants every skipper to pay a third …"
    assert _fields(secrets.on_pages.texts, text.encode(), "index.html") == {"summary"}
    text = "… a third more from next spring on."
    assert not _fields(secrets.on_pages.texts, text.encode(), "index.html")
    text = "… to pay a third more from next spring on."
    assert _fields(secrets.on_pages.texts, text.encode(), "index.html") == {"summary"}


def test_what_a_published_briefing_says_too_is_no_leak(root: Path, tmp_path: Path) -> None:
    """Two briefings rest on one article, and one of them is published: its words may stand, those around its quotes too."""
    write_good(tmp_path)
    file = tmp_path / "content" / "briefings" / f"{_DRAFT}.md"
    shared = "Visitors returned to the northern pier on the first of May after three years of work."
    around = "The trust thanked everybody who had waited so patiently."
    told = file.read_text(encoding="utf-8")
    file.write_text(
        told.replace("cautions:\n", f"cautions:\n  - text: {shared}\n  - text: {around}\n"), encoding="utf-8"
    )
    put(tmp_path, "content/about.md", "We ask whether the council lets the authority collect them is not known.\n")
    before, after = load_secrets(root, SETTINGS).on_pages.texts, load_secrets(tmp_path, SETTINGS).on_pages.texts
    for text in (shared, around, "Whether the council lets the authority collect them is not known."):
        assert not _fields(after, text.encode(), "index.html")
    assert _fields(before, b"Whether the council lets the authority collect them is not known.", "index.html")
    assert _fields(after, b"Vote of the council on the mooring fees", "index.html") == {"watch[0].text"}


def test_a_stub_may_show_what_it_shows_on_pages_alone(secrets: Secrets) -> None:
    """The title of a withdrawn briefing stands on its stub, and in no feed."""
    title = b"Ferry tickets double in price"
    assert not _fields(secrets.on_pages.texts, title, "index.html")
    assert _fields(secrets.taken_away.texts, title, "feed.xml") == {"title"}
    summary = b"The ferry company doubles what a return ticket to the islands costs."
    assert _fields(secrets.on_pages.texts, summary, "index.html") == {"summary"}


def test_drafts_that_are_shown_belong_on_pages_alone(root: Path) -> None:
    """Pages and the site's own search hold them, feeds and the like do not."""
    shown = load_secrets(root, replace(SETTINGS, unreviewed="show"))
    summary = b"The port authority wants every skipper to pay a third more from next spring on."
    assert not _fields(shown.on_pages.texts, summary, "index.html")
    assert _fields(shown.taken_away.texts, summary, "feed.xml") == {"summary"}
    assert shown.unlisted == {_DRAFT: "a draft", "ferry-tickets": "withdrawn"}


@pytest.mark.parametrize(
    ("path", "leaks"),
    [
        ("index.html", False),
        ("search/search_index.json", False),
        ("filters.json", False),
        ("pagefind/x.pf_fragment", False),
        ("feed.xml", True),
        ("feed.json", True),
        ("watch.ics", True),
        ("topics/harbour.xml", True),
        ("topics/harbour.json", True),
        ("topics/harbour.ics", True),
        ("briefings.json", True),
        ("briefings/pier-opens.json", True),
        ("llms.txt", True),
        ("sitemap.xml", True),
        ("sitemap.xml.gz", True),
        ("anything.else", True),
    ],
)
def test_a_shown_draft_is_a_leak_in_what_leaves_the_site(path: str, *, leaks: bool, tmp_path: Path) -> None:
    """Whatever is not known to be a page or the site's own search counts as taken away."""
    write_good(tmp_path)
    put(tmp_path, f"site/{path}", "The port authority wants every skipper to pay a third more from next spring on.\n")
    found = {one.code for one in prove(tmp_path, replace(SETTINGS, unreviewed="show")) if one.file == f"site/{path}"}
    assert ("leak-text" in found) is leaks


def test_without_drafts_nothing_is_looked_for(tmp_path: Path) -> None:
    """A site whose briefings are all published keeps nothing back."""
    write_good(tmp_path)
    for name in (_DRAFT, "ferry-tickets"):
        (tmp_path / "content" / "briefings" / f"{name}.md").unlink()
    held = load_secrets(tmp_path, SETTINGS)
    assert (len(held.on_pages.texts), len(held.taken_away.texts), held.on_pages.names, held.unlisted) == (0, 0, {}, {})


def test_an_actor_or_a_topic_that_only_drafts_name_has_no_address(secrets: Secrets, root: Path) -> None:
    """Its page would tell of them; where drafts are shown it may."""
    assert ("actors", "association-of-inshore-skippers") in secrets.on_pages.names
    assert ("topics", "mooring-charges") in secrets.on_pages.names
    shown = load_secrets(root, replace(SETTINGS, unreviewed="show"))
    assert not {folder for folder, _ in shown.on_pages.names} & {"actors", "topics"}


def test_what_the_registry_of_actors_says_is_no_leak(root: Path, tmp_path: Path) -> None:
    """Whoever runs the site wrote it for readers."""
    write_good(tmp_path)
    name = "Association of Inshore Skippers"
    put(tmp_path, "content/actors.yml", f"actors:\n  - name: {name}\n    kind: organisation\n")
    before, after = (load_secrets(one, SETTINGS).on_pages.texts for one in (root, tmp_path))
    assert _fields(before, name.encode(), "index.html") == {"actors[0].name"}
    assert not _fields(after, name.encode(), "index.html")


_SHORT = "Quay fees rise"
_SHORT_DRAFT = """---
id: quay-fees-rise
title: Quay fees rise
status: draft
sources:
  - file: seeds/harbour.txt
---
"""


def _titles(root: Path, text: str, path: str = "x/index.html") -> set[str]:
    texts = load_secrets(root, SETTINGS).on_pages.texts
    return _fields(texts, text.encode(), path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<title>Quay fees rise</title>", True),
        ("<title>Quay fees rise - Desk</title>", True),
        ("<h2 id=a><bdi>Quay&nbsp;fees rise</bdi></h2>", True),
        ("<a href=x>\n  QUAY FEES RISE\n</a>", True),
        ('<meta property="og:title" content="Quay fees rise">', True),
        ('{"title": "Quay fees rise", "a": 1}', True),
        ("BEGIN:VCALENDAR\nSUMMARY:Quay fees rise\nEND", True),
        ("# Quay fees rise\n", True),
        ("- [Quay fees rise](https://desk.example/)", True),
        ("<entry><title type='text'>Quay fees rise</title>", True),
        ("<p>The quay fees rise each year.</p>", False),
        ("<p>Quay fees rise again.</p>", False),
        ("<p>Quay, fees: rise</p><p>x quay fees</p>", True),
        ("<h2>Quay fees</h2>", False),
    ],
)
def test_a_short_title_is_found_where_it_stands_alone(text: str, tmp_path: Path, *, found: bool) -> None:
    """As a heading, a line or a value, with the site's name behind it; within a sentence it may be anybody's words."""
    write_good(tmp_path)
    put(tmp_path, "content/briefings/quay-fees-rise.md", _SHORT_DRAFT)
    assert (_titles(tmp_path, text) == {"title"}) is found


def test_a_short_title_that_the_site_says_anyway_is_not_looked_for(tmp_path: Path) -> None:
    """In a published text, on a page of one's own, or as a word of the interface; nor is a title of one word."""
    write_good(tmp_path)
    put(tmp_path, "content/briefings/quay-fees-rise.md", _SHORT_DRAFT)
    heading = f"<h1>{_SHORT}</h1>"
    assert _titles(tmp_path, heading)
    put(tmp_path, "content/about.md", "We wrote that quay fees rise.\n")
    assert not _titles(tmp_path, heading)
    for title in ("Open questions", "Stalemate", "A b c"):
        told = _SHORT_DRAFT.replace("quay-fees-rise", "short").replace("Quay fees rise", title)
        put(tmp_path, "content/briefings/short.md", told)
        assert not _titles(tmp_path, f"<h1>{title}</h1>"), title


def test_a_file_of_another_folder_is_found_by_the_name_of_a_draft(tmp_path: Path) -> None:
    """What a copy of the content or an old address leaves behind."""
    write_good(tmp_path)
    put(tmp_path, f"site/.drafts/{_DRAFT}.json", "{}")
    put(tmp_path, f"site/old/{_DRAFT}/index.html", "x")
    found = [(one.file, one.code) for one in prove(tmp_path)]
    assert found == [(f"site/.drafts/{_DRAFT}.json", "leak-file"), (f"site/old/{_DRAFT}/index.html", "leak-file")]
