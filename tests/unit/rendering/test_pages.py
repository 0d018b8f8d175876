"""Briefings in, Markdown out: each folder of tests/cases/render holds a briefing and the page that it makes.

`BRIEFGEN_UPDATE_CASES=1` writes the pages anew; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from briefgen.collecting.site import collect
from briefgen.errors import ContentError
from briefgen.files.front_matter import read_briefing
from briefgen.model.briefing import Briefing
from briefgen.model.problem import Problem
from briefgen.model.site import Entry, ItemOrigin
from briefgen.rendering.pages import render_errors, render_pages

if TYPE_CHECKING:
    from briefgen.model.draft import Origin

_NAMED: tuple[Literal["title", "summary"], ...] = ("title", "summary")
CASES = Path(__file__).parents[2] / "cases" / "render"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_a_briefing_makes_its_page(case: str) -> None:
    """The page is the expected one, to the letter."""
    read = read_briefing("content/briefings/case.md", (CASES / case / "briefing.md").read_text(encoding="utf-8"))
    each: tuple[Origin, ...] = ("drafted", "edited", "written")
    origins = tuple(
        ItemOrigin(section="takeaways", index=index, origin=origin)
        for index, origin in zip(range(len(read.briefing.takeaways)), each, strict=False)
    )
    origins += tuple(ItemOrigin(section=name, index=0, origin="drafted") for name in _NAMED)
    entry = Entry(file=read.file, briefing=read.briefing, notes=read.notes, origins=origins)
    pages = {page.path: page.text for page in render_pages(collect([entry], site_name="Desk"))}
    text = pages[f"briefings/{read.briefing.id}.md"]
    expected = CASES / case / "expected.md"
    if os.environ.get("BRIEFGEN_UPDATE_CASES"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_no_blank_line_stands_within_html(case: str) -> None:
    """Other Markdown parsers end a block of HTML at a blank line: each part between blank lines is whole."""
    text = (CASES / case / "expected.md").read_text(encoding="utf-8")
    for part in text.split("\n\n"):
        opened = re.findall(r"<(\w+)(?![^>]*/>)[^>]*>", part)
        closed = re.findall(r"</(\w+)>", part)
        assert sorted(opened) == sorted(closed), part


def test_notes_that_cannot_be_shown_stop_the_build() -> None:
    """All of them at once, each with its file."""
    entries = [
        Entry(file=f"content/briefings/{name}.md", briefing=Briefing(id=name, title=name), notes="x" * 30_000)
        for name in ("a", "b")
    ]
    with pytest.raises(ContentError) as caught:
        render_pages(collect(entries, site_name="Desk"))
    assert [problem.file for problem in caught.value.problems] == ["content/briefings/a.md", "content/briefings/b.md"]
    assert "20,000 bytes" in str(caught.value)


def test_an_id_that_is_the_lists_address_is_refused() -> None:
    """`index` would take the place of the list of briefings."""
    entry = Entry(file="content/briefings/index.md", briefing=Briefing(id="index", title="x"))
    with pytest.raises(ContentError, match="choose another id"):
        render_pages(collect([entry], site_name="Desk"))


def test_neighbours_are_linked() -> None:
    """A briefing leads to the next newer and older one."""
    entries = [Entry(file=name, briefing=Briefing(id=name, title=name.upper())) for name in ("a", "b", "c")]
    pages = {page.path: page.text for page in render_pages(collect(entries, site_name="Desk"))}
    assert re.search(r'class="b-newer"[^>]*href="../a/"', pages["briefings/b.md"])
    assert re.search(r'class="b-older"[^>]*href="../c/"', pages["briefings/b.md"])
    assert "b-newer" not in pages["briefings/a.md"]


def test_pages_of_drafts_alone_ask_not_to_be_indexed() -> None:
    """An actor or a topic that only drafts name is as unreviewed as they are."""
    briefing = Briefing(id="a", title="A", topics=("T",))
    for status, expected in (("draft", True), ("published", False)):
        entry = Entry(file="a", briefing=replace(briefing, status=status))  # type: ignore[arg-type]  # a status
        pages = {page.path: page.text for page in render_pages(collect([entry], site_name="Desk"))}
        assert ("noindex: true" in pages["topics/t.md"]) is expected


def test_errors_are_shown_as_text() -> None:
    """The page that a preview shows holds file, line and message, inert."""
    problem = Problem(file="content/briefings/a.md", line=3, column=7, code="bad", message="expected <b>")
    page = render_errors((problem,), "index.md")
    assert "content&#47;briefings&#47;a&#46;md:3:7" in page.text
    assert "expected &#60;b&#62;" in page.text
