"""A page's lines around its title -> title, date lines and byline as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from briefgen.model.folding import fold, tidy
from briefgen.reading.bylines import byline_names
from briefgen.reading.dates import DateLine, read_date, read_date_line
from briefgen.reading.shapes import words
from briefgen.reading.site_names import DASHED_SITE, split_site

if TYPE_CHECKING:
    from briefgen.reading.html_metadata import Metadata
    from briefgen.reading.html_tree import Page

_NEAR_LEVELS = 5
_ABOVE = 6
_BELOW = 40
_INTO_STORY = 2
_LONGEST_LINE = 200
_LONGEST_TITLE = 300
_LIKE = 0.6
"""Of the words of the shorter one, those that two forms of a title share."""
_AUTHOR_CLASS = re.compile(r"author|byline|writer|contributor", re.IGNORECASE)
_PUBLISHED_CLASS = re.compile(r"publi|posted|entry-date|post-date|created|issued|pubdate", re.IGNORECASE)
_UPDATED_CLASS = re.compile(r"updat|modif|revis", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHeader:
    """What stands around the title of a page."""

    title: str = ""
    publisher: str = ""
    """As the title of the browser's window names it."""
    author: str = ""
    dates: tuple[DateLine, ...] = ()
    """The likeliest first."""
    title_at: int = -1
    """Index of the run with the title; -1 where the page does not show it."""


def read_page_header(page: Page, story: tuple[int, ...], known: Metadata, *, day_first: bool) -> PageHeader:
    """Read title, dates and byline as the page shows them.

    Args:
        page: The page.
        story: Indexes of the story's runs.
        known: What the page tells machines, which decides between two headings.
        day_first: How 03/04/2025 is read where nothing in it decides.

    Returns:
        What was found; the title as printed where the page prints it.
    """
    first = story[0] if story else 0
    window, site = _window_title(known)
    told = [title for title in (*known.titles, window) if title]
    title_at = _printed_title(page, first, told)
    title = _said(page, title_at) if title_at >= 0 else next((_bare(title, known) for title in told), "")
    around = _around(page, title_at, first)
    lines = [(at, said) for at in around if 0 < len(said := _said(page, at)) <= _LONGEST_LINE]
    dates = [found for _, line in lines if (found := read_date_line(line, day_first=day_first))]
    dates.extend(_times(page, around))
    return PageHeader(
        title=title,
        publisher=site or "",
        author=_byline(page, lines, dates),
        dates=tuple(dates),
        title_at=title_at,
    )


def _said(page: Page, at: int) -> str:
    run = page.runs[at]
    return tidy(page.surface[run.start : min(run.end, run.start + 20_000)])


def _window_title(known: Metadata) -> tuple[str, str | None]:
    title, site = split_site(known.page_title)
    return _bare(title, known), site


def _bare(title: str, known: Metadata) -> str:
    """Take the site's name off a title's end where something else on the page proves that it is one."""
    whole, _ = split_site(title)
    dash = DASHED_SITE.search(whole)
    if dash is None:
        return whole
    names = {fold(known.publisher).lower()} - {""}
    others = {fold(other).lower() for other in known.titles}
    before = whole[: dash.start()]
    if fold(dash["site"]).lower() in names or fold(before).lower() in others:
        return before
    return whole


def _printed_title(page: Page, first: int, told: list[str]) -> int:
    """Give the heading that is the title: like what the page tells machines, or the only one above the story."""
    headings: list[int] = []
    for at, run in enumerate(page.runs):
        names = [page.nodes[index].name for index in islice(page.lineage(run.node), 4)]
        if "h1" in names or (at <= first and "h2" in names):
            said = _said(page, at)
            if said and len(said) <= _LONGEST_TITLE:
                headings.append(at)
    best, score = -1, 0.0
    for at in headings:
        like = max((_likeness(_said(page, at), title) for title in told), default=0.0)
        if like > score + 0.05:
            best, score = at, like
    if score >= _LIKE:
        return best
    above = [
        at
        for at in headings
        if at <= first
        and len(words(_said(page, at))) > 2
        and any(page.nodes[index].name == "h1" for index in islice(page.lineage(page.runs[at].node), 4))  # noqa: PLR2004 - a site's name has one or two
    ]
    return above[-1] if above and not told else -1


def _likeness(heading: str, title: str) -> float:
    """Give the share of words that two titles have in common, 0 to 1."""
    one = {word.lower() for word in words(fold(heading))}
    other = {word.lower() for word in words(fold(title))}
    if not one or not other:
        return 0.0
    return len(one & other) / max(len(one), min(len(other), len(one) + 4))


def _around(page: Page, title_at: int, first: int) -> list[int]:
    """Give the runs of the article's head: between title and story, and those next to the title above it."""
    if title_at < 0:
        return list(range(max(first - _ABOVE, 0), min(first + _INTO_STORY, len(page.runs))))
    near = set(islice(page.lineage(page.runs[title_at].node), _NEAR_LEVELS))
    above = [
        at
        for at in range(max(title_at - _ABOVE, 0), title_at)
        if not near.isdisjoint(islice(page.lineage(page.runs[at].node), _NEAR_LEVELS))
    ]
    end = first + _INTO_STORY if first > title_at else title_at + 8
    below = range(title_at + 1, min(end, title_at + _BELOW, len(page.runs)))
    return [*below, *reversed(above)]


def _times(page: Page, around: list[int]) -> list[DateLine]:
    """Read the `time` elements of the article's head, and those that say they mean the publication."""
    if not page.runs:
        return []
    spans = [(page.runs[at].start - 200, page.runs[at].end + 50) for at in around]
    found: list[DateLine] = []
    for token in page.head:
        value = token.attributes.get("datetime", "")
        printed = read_date(value) if token.name == "time" and value else None
        if printed is None:
            continue
        named = f"{token.attributes.get('itemprop', '')} {token.attributes.get('class', '')}"
        updated = _UPDATED_CLASS.search(named) is not None
        published = not updated and (_PUBLISHED_CLASS.search(named) is not None or "pubdate" in token.attributes)
        if published or any(start <= token.start <= end for start, end in spans):
            role = "updated" if updated else "published" if published else "plain"
            found.append(DateLine(printed=printed, role=role, beside=""))
    return found


def _byline(page: Page, lines: list[tuple[int, str]], dates: list[DateLine]) -> str:
    for at, line in lines:
        names = byline_names(line, bare=False)
        if names:
            return names
        node = page.runs[at].node
        classes = " ".join(page.nodes[index].attributes.get("class", "") for index in islice(page.lineage(node), 2))
        if _AUTHOR_CLASS.search(classes) and (names := byline_names(line, bare=True)):
            return names
    beside = (byline_names(found.beside, bare=False) for found in dates if found.beside)
    return next((names for names in beside if names), "")
