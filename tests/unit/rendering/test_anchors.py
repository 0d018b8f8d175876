"""The places on a page that a link can lead to."""

from __future__ import annotations

from briefgen.collecting.site import collect
from briefgen.files.front_matter import read_briefing
from briefgen.model.site import Entry
from briefgen.rendering.anchors import made_anchors, page_anchors
from briefgen.rendering.pages import render_pages
from tests.site.building import SAMPLE


def test_headings_and_ids_are_places() -> None:
    """As MkDocs makes them: from a heading's words, or as the page spells them out; twice the same words are told apart."""
    page = (
        "---\ntitle: A\nid: none\n---\n# The Port\n\n## Piers & quays { #b-piers }\n\n## The Port\n\n"
        '<ul><li id="b-item" class="x">One</li></ul>\n\n<a name="old"></a>\n\n```\n# no heading\n<p id="none">\n```\n'
    )
    assert page_anchors(page) == {"the-port", "b-piers", "the-port_1", "b-item", "old"}


def test_a_page_without_front_matter_has_places() -> None:
    """A page of one's own needs none."""
    assert page_anchors("# One\n\nText\n\n---\n\n## Two\n") == {"one", "two"}


def test_pages_of_the_sites_own_templates_spell_out_every_place() -> None:
    """So that the quick look finds what MkDocs makes of them, on pages of each kind, whatever their texts say."""
    files = [read_briefing(path.name, path.read_text("utf-8")) for path in (SAMPLE / "content/briefings").glob("*.md")]
    entries = [Entry(file=one.file, briefing=one.briefing, notes='# A { #b-no }\n\n<p id="b-no">') for one in files]
    pages = render_pages(collect(entries, site_name="Desk"))
    assert {page.path.split("/")[0] for page in pages} >= {"actors", "briefings", "topics", "watch.md", "questions.md"}
    for page in pages:
        assert made_anchors(page.text) == page_anchors(page.text), page.path
        assert "b-no" not in made_anchors(page.text)
    assert any(len(made_anchors(page.text)) > 10 for page in pages)
