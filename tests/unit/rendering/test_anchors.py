"""The places on a page that a link can lead to."""

from __future__ import annotations

from briefgen.rendering.anchors import page_anchors


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
