"""What the check says of a link in the notes is what the built site does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

import pytest

from briefgen.plugin import load_settings
from briefgen.site_checking import check_site
from tests.site.building import Built, Elements, build, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.problem import Problem

_BRIEFING = """---
id: {id}
title: The {id}
status: {status}
topics: [Harbour life]
sources: [{{file: seeds/{id}.txt}}]
takeaways:
  - text: The pier is open.
    evidence: [{{quote: The pier is open.}}]
actors:
  - {{name: {actor}, kind: person, evidence: [{{quote: "{actor} opened it."}}]}}
---
{notes}
"""
# Each link with the code that the check gives; none where the site has what it leads to.
_LINKS = {
    "ferries.md": None,
    "ferries.md#b-top": None,
    "ferries.md#b-takeaways": None,
    "ferries.md#b-takeaway": "anchor-unknown",
    "./ferries.md": None,
    "#b-actors": None,
    "#b-nowhere": "anchor-unknown",
    "index.md": None,
    "../index.md": None,
    "../watch.md": None,
    "../watch.md#top-of-it": "anchor-unknown",
    "../actors/ada-lindt.md": None,
    "../actors/index.md": None,
    "../topics/harbour-life.md": None,
    "../feed.xml": None,
    "../briefings.json": None,
    "../about.md": None,
    "../about.md#who-we-are": None,
    "../about.md#the-desk": None,
    "../about.md#who": "anchor-unknown",
    "../desk/README.md": None,
    "../files/a%20report.pdf": None,
    "../files/a_report.txt": None,
    "../about/": "link-broken",
    "../about.html": "link-broken",
    "ferry.md": "link-broken",
    "../ferries.md": "link-broken",
    "Ferries.md": "link-broken",
    "../files/none.pdf": "link-broken",
    "../actors.yml": "link-broken",
    "../.drafts/ferries.json": "link-broken",
    "../.hidden.txt": "link-broken",
    "../templates/page.html": "link-broken",
    "../linked.txt": "link-broken",
    "../actors/mira-brandt.md": "link-broken",
    "hidden.md": "link-not-published",
    "gone.md": "link-to-withdrawn",
    "/about/": "link-dropped",
    "../../mkdocs.yml": "link-dropped",
    "javascript:alert": "link-dropped",
    "https://example.org/a.md": None,
}
_IMAGES = {
    "../files/map.png": None,
    "../files/none.png": "link-broken",
    "../files/a_report.txt": "link-dropped",
    "https://example.org/map.png": "link-dropped",
}


def _write(root: Path) -> Path:
    links = "".join(f"- [{number}]({link})\n" for number, link in enumerate(_LINKS))
    images = "".join(f"![{number}]({image})\n\n" for number, image in enumerate(_IMAGES))
    page = _BRIEFING.format
    config = write_site(
        root,
        {
            "harbour": page(id="harbour", status="published", actor="Ada Lindt", notes=f"{links}\n{images}"),
            "ferries": page(id="ferries", status="published", actor="Ada Lindt", notes=""),
            "hidden": page(id="hidden", status="draft", actor="Mira Brandt", notes="[a](none.md)"),
            "gone": page(id="gone", status="withdrawn", actor="Ada Lindt", notes=""),
        },
        {"unreviewed": "preview"},
    )
    files = {
        "about.md": "---\ntitle: About\n---\n# About\n\n## Who we are\n\n## Desk { #the-desk }\n",
        "desk/README.md": "# The desk\n",
        "files/a report.pdf": "%PDF",
        "files/a_report.txt": "A report.\n",
        "files/map.png": "PNG",
        ".hidden.txt": "Hidden.\n",
        ".drafts/notes.txt": "The machine's.\n",
        "templates/page.html": "<p>",
        "actors.yml": "actors: []\n",
    }
    for path, text in files.items():
        (root / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / path).write_text(text, encoding="utf-8")
    (root / "content" / "linked.txt").symlink_to(config)
    return config


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose notes link to everything that there is and is not."""
    return _write(tmp_path_factory.mktemp("notes"))


@pytest.fixture(scope="module")
def found(config: Path) -> dict[int, Problem]:
    """What the check finds in the notes of the harbour, by line."""
    problems = check_site(config.parent, load_settings(config))
    return {one.line: one for one in problems if one.file == "content/briefings/harbour.md"}


@pytest.fixture(scope="module")
def built(config: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same site, built."""
    return build(config, tmp_path_factory.mktemp("notes-built"))


def _notes(built: Built) -> list[tuple[str, dict[str, str | None]]]:
    html = built.text("briefings/harbour/index.html")
    return Elements(html[html.index('<div class="b-notes">') : html.index('<p class="b-topics">')]).found


def _exists(built: Built, address: str) -> tuple[bool, bool]:
    """Tell whether a page or file is at an address as the page at /briefings/harbour/ has it, and the place on it."""
    path, _, anchor = urljoin("/briefings/harbour/", address).partition("#")
    file = unquote(path).removeprefix("/") + ("index.html" if path.endswith("/") else "")
    if not (built.site / file).is_file():
        return False, False
    ids = {attributes.get("id") for _, attributes in Elements(built.text(file)).found} if anchor else set()
    return True, not anchor or unquote(anchor) in ids


def test_the_check_finds_what_the_list_says(config: Path, found: dict[int, Problem]) -> None:
    """Each link at its line and column, with the code that it deserves."""
    lines = (config.parent / "content/briefings/harbour.md").read_text("utf-8").splitlines()
    for number, (link, code) in [*enumerate(_LINKS.items()), *enumerate(_IMAGES.items())]:
        (line,) = (n for n, text in enumerate(lines, 1) if f"[{number}]({link})" in text)
        problem = found.get(line)
        assert (problem.code if problem else None) == code, link
        if problem:
            assert lines[line - 1][problem.column - 1 :].startswith(f"{link})")


def test_the_built_site_agrees(built: Built) -> None:
    """A link without a finding leads to a page or file and its place; one with a finding does not, or has no link."""
    hrefs: dict[int, str] = {}
    for tag, attributes in _notes(built):
        if tag == "li":
            hrefs[len(hrefs)] = ""
        elif tag == "a":
            hrefs[len(hrefs) - 1] = attributes["href"] or ""
    assert len(hrefs) == len(_LINKS)
    for (link, code), href in zip(_LINKS.items(), hrefs.values(), strict=True):
        assert bool(href) == (code != "link-dropped"), link
        if not href or href.startswith("https:"):
            continue
        page, place = _exists(built, href)
        assert page == (code not in {"link-broken", "link-not-published"}), link
        assert place == (code in {None, "link-to-withdrawn"}), link


def test_the_built_site_agrees_on_images(built: Built) -> None:
    """An image without a finding is shown and there."""
    shown = [attributes["src"] or "" for tag, attributes in _notes(built) if tag == "img"]
    assert len(shown) == sum(code != "link-dropped" for code in _IMAGES.values())
    there = [_exists(built, address)[0] for address in shown]
    assert there == [code is None for code in _IMAGES.values() if code != "link-dropped"]


def test_a_draft_may_link_to_its_like(config: Path) -> None:
    """What is not published either is a warning; a page that is not there at all is an error in a draft, too."""
    settings = load_settings(config)
    path = config.parent / "content/briefings/hidden.md"
    path.write_text(path.read_text("utf-8").replace("[a](none.md)", "[a](hidden2.md) [b](none.md)"), encoding="utf-8")
    other = config.parent / "content/briefings/hidden2.md"
    other.write_text(path.read_text("utf-8").replace("id: hidden", "id: hidden2"), encoding="utf-8")
    try:
        problems = check_site(config.parent, settings)
    finally:
        other.unlink()
    told = {(one.code, one.severity) for one in problems if one.file.endswith("/hidden.md")}
    assert told == {("link-not-published", "warning"), ("link-broken", "error")}
