"""The links of an editor's notes: those that the page shows, where they stand, what they lead to."""

from __future__ import annotations

import pytest

from briefgen.rendering.links import Links
from briefgen.rendering.note_links import note_links
from briefgen.rendering.notes import NotesError, notes_html

HERE = "briefings/a.md"
_LINKS = Links(here=HERE, directories=True, actor_slugs={})

_CASES = [
    ("[a](b.md)", ("briefings/b.md", "", True)),
    ("[a](../watch.md#b-2026-03)", ("watch.md", "b-2026-03", True)),
    ("[a](#b-actors)", (HERE, "b-actors", True)),
    ("![a](../img/p.png)", ("img/p.png", "", True)),
    ("[a](my%20file.pdf)", ("briefings/my file.pdf", "", True)),
    ("[a](a_b_c.md)", ("briefings/a_b_c.md", "", True)),
    ("[a](b\\_c.md)", ("briefings/b_c.md", "", True)),
    ("[a](b&amp;c.md)", ("briefings/b&c.md", "", True)),
    ("[a](https://example.org/x#y)", (None, "y", True)),
    ("[a](mailto:a@example.org)", (None, "", True)),
    ("[a](javascript:alert)", (None, "", False)),
    ("[a](&#106;avascript:alert)", (None, "", False)),
    ("[a](/briefings/b/)", (None, "", False)),
    ("[a](../../b.md)", (None, "", False)),
    ("[a](%2e%2e/%2e%2e/b.md)", (None, "", False)),
    ("[a](%2Fetc/passwd)", (None, "", False)),
    ("![a](https://example.org/p.png)", (None, "", False)),
    ("![a](../img/p.pdf)", ("img/p.pdf", "", False)),
    ('[a](b.md "title")', ("briefings/b.md", "", True)),
    ("[a](b.md#c 'a title')", ("briefings/b.md", "c", True)),
    ('![a](../img/p.png "title")', ("img/p.png", "", True)),
    ('[a](javascript:alert "title")', (None, "", False)),
    ("- > *[a](b.md)*", ("briefings/b.md", "", True)),
    ("| a |\n|---|\n| [b](b.md) |", ("briefings/b.md", "", True)),
]


@pytest.mark.parametrize(("notes", "expected"), _CASES)
def test_a_link_tells_where_it_leads(notes: str, expected: tuple[str | None, str, bool]) -> None:
    """As a path from the root of the content; a link out of the site, or one that is dropped, leads to none of it."""
    (link,) = note_links(notes, here=HERE)
    assert (link.path, link.anchor, link.shown) == expected


@pytest.mark.parametrize(("notes", "expected"), _CASES)
def test_what_is_shown_is_what_the_page_links(notes: str, expected: tuple[str | None, str, bool]) -> None:
    """The check and the page agree, since both ask the same parser."""
    html = str(notes_html(notes, link=_LINKS.in_notes, image=_LINKS.image_in_notes))
    assert ("<a href" in html or "<img src" in html) == expected[2]


@pytest.mark.parametrize(
    "notes",
    [
        "`[a](b.md)`",
        "    [a](b.md)",
        "```\n[a](b.md)\n```",
        "[sic](the minister) and [a][b]",
        "`[a][b]`\n\n    [a](my file.pdf)\n\n[b]: c.md",
        "a](b.md)",
        "<https://example.org>",
        "![a]",
        "",
    ],
)
def test_what_the_page_does_not_link_is_no_link(notes: str) -> None:
    """Code, remarks in brackets and half links are text on the page, and are meant so."""
    assert note_links(notes, here=HERE) == ()


@pytest.mark.parametrize(
    ("notes", "written"),
    [
        ("See [a][b].\n\n[B]: c.md", "[a][b]"),
        ("See [the b][].\n\n[The  b]: c.md", "[the b][]"),
        ("See ![a][b].\n\n[b]: <c.png>", "![a][b]"),
        ("See [a](my file.pdf).", "[a](my file.pdf)"),
        ("See [a](<my file.pdf>).", "[a](<my file.pdf>)"),
        ("See [a](https://example.org/a_(b)).", "[a](https://example.org/a_(b))"),
        ("See ![a](my map.png).", "![a](my map.png)"),
        ('See \x01[a](my file.pdf "t").', '[a](my file.pdf "t")'),
    ],
)
def test_what_looks_like_a_link_and_is_text_is_told(notes: str, written: str) -> None:
    """Links that other Markdown knows stand on the page as they are written: whoever wrote one is told, with its place."""
    (link,) = note_links(notes, here=HERE)
    assert (link.kind, link.target, link.shown, link.path) == ("text", written, False, None)
    assert notes[link.at :].startswith(written)
    html = str(notes_html(notes, link=_LINKS.in_notes, image=_LINKS.image_in_notes))
    assert "<a href" not in html
    assert "<img" not in html


def test_links_and_what_looks_like_them_stand_beside_each_other() -> None:
    """Each is told at its own place, in the order of the notes."""
    notes = "[a](b.md), [c](my d.md), `[e](f.md)`, [g](h.md 'i') and [sic][j](k.md)"
    found = note_links(notes, here=HERE)
    assert [(link.kind, link.target) for link in found] == [
        ("link", "b.md"),
        ("text", "[c](my d.md)"),
        ("link", "h.md"),
        ("link", "k.md"),
    ]
    assert all(notes[link.at :].startswith(link.target) for link in found)


def test_a_link_tells_its_place() -> None:
    """The first character of the target, in the notes as they stand in the file: control characters count."""
    notes = "\r\n\x01First `[x](x.md)` \ue002then [a](b.md), [a](b.md)\r\n\r\nand ![c](../c.png).\r\n"
    found = note_links(notes, here=HERE)
    assert [link.at for link in found] == [31, 42, 60]
    assert [notes[link.at : link.at + len(link.target)] for link in found] == ["b.md", "b.md", "../c.png"]


@pytest.mark.parametrize("link", ["", "[a](b.md) "])
def test_notes_that_cannot_be_shown_tell_the_place(link: str) -> None:
    """The place is where the notes grow too long, or the line that is nested deepest."""
    with pytest.raises(NotesError, match="20,000 bytes") as long:
        note_links(link + "é" * 10_001, here=HERE)
    assert long.value.at == (10_000 if not link else 10 + 9_995)
    deep = "a\n\n" + link + "b\n\n" + "1. " * 6_000 + "c\n"
    with pytest.raises(NotesError, match="nested") as nested:
        note_links(deep, here=HERE)
    assert nested.value.at == deep.index("1.")
