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
    from briefgen.reading.dates import Role
    from briefgen.reading.html_metadata import Metadata
    from briefgen.reading.html_model import Page

_NEAR_LEVELS = 5
_ABOVE = 6
_BELOW = 40
_INTO_STORY = 2
_BELOW_STORY = 6
_LONGEST_LINE = 200
_LONGEST_TITLE = 300
_LIKE = 0.6
"""Of the words of the shorter one, those that two forms of a title share."""
_ALIKE = 0.95
_HEAD_LINES = 12
_FEWEST_WORDS = 4
"""Of a main heading that nothing else confirms: a section's or a site's name has fewer."""
_LABEL = re.compile(r"(?:(?:written|posted|published|story|words|text|reported) )?by\s*:?|authors?\s*:?", re.IGNORECASE)
_BEHIND_NAMES = re.compile(
    r"[\s,|•·–—-]*(?:[0-9@|•·]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+[0-9]|"
    r"\b(?:follow|updated|published|posted|share|email|on (?:mon|tue|wed|thu|fri|sat|sun))\b|\bat$).*$",
    re.IGNORECASE,
)
_AUTHOR_CLASS = re.compile(r"author|byline|writer|contributor|vcard|\bfn\b", re.IGNORECASE)
_PUBLISHED_CLASS = re.compile(r"publi|posted|entry-date|post-date|created|issued|pubdate", re.IGNORECASE)
_UPDATED_CLASS = re.compile(r"update|modif|revis", re.IGNORECASE)


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
    told = [title for title in (*known.titles, window) if title and fold(title) != fold(known.publisher)]
    title_at = _printed_title(page, first, told)
    title = _said(page, title_at) if title_at >= 0 else next((_bare(title, known) for title in told), "")
    around = _around(page, title_at, first)
    lines = [(at, said) for at in around if 0 < len(said := _said(page, at)) <= _LONGEST_LINE]
    dates = [found for _, line in lines if (found := read_date_line(line, day_first=day_first))]
    dates.extend(_times(page, around))
    return PageHeader(
        title=title,
        publisher=site or "",
        author=_byline(page, lines, dates) or _byline(page, _below(page, story), []),
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
    """Give the heading that is the title: like what the page tells machines, or the only main one above the story."""
    headings = [
        (at, level)
        for at in range(len(page.runs))
        if (level := _level(page, at)) and (level == 1 or at <= first) and len(_said(page, at)) <= _LONGEST_TITLE
    ]
    best, score = -1, _LIKE
    for at, level in headings:
        like = max((_likeness(_said(page, at), title) for title in told), default=0.0)
        if like > score and (level == 1 or like >= _ALIKE or (level == 2 and like >= _LIKE)):  # noqa: PLR2004 - h2
            best, score = at, like
    if best >= 0:
        return best
    main = [at for at, level in headings if level == 1]
    if len(main) == 1 and first - _HEAD_LINES <= main[0] <= first and len(words(_said(page, main[0]))) >= _FEWEST_WORDS:
        return main[0]
    return -1


def _level(page: Page, at: int) -> int:
    for index in islice(page.lineage(page.runs[at].node), 4):
        name = page.nodes[index].name
        if len(name) == 2 and name[0] == "h" and name[1] in "1234":  # noqa: PLR2004 - h1 to h4
            return int(name[1])
    return 0


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
            role: Role = "updated" if updated else "published" if published else "plain"
            found.append(DateLine(printed=printed, role=role, beside=""))
    return found


def _below(page: Page, story: tuple[int, ...]) -> list[tuple[int, str]]:
    """Give the lines right below the story, where weblogs put the author; only a "by" counts there."""
    last = story[-1] if story else 0
    lines = [_said(page, at) for at in range(last + 1, min(last + _BELOW_STORY, len(page.runs)))]
    return [(-1, line) for line in lines]


def _byline(page: Page, lines: list[tuple[int, str]], dates: list[DateLine]) -> str:
    """Give the names in a line that begins with "by", that stands below one, or that the page calls the author's."""
    labelled = False
    for at, line in lines:
        names = byline_names(f"By {line}" if labelled else line, bare=False)
        if names:
            return _BEHIND_NAMES.sub("", names)
        labelled = _LABEL.fullmatch(line) is not None
        if at < 0:
            continue
        inner = [page.nodes[index] for index in islice(page.lineage(page.runs[at].node), 2)]
        called = any(node.name == "address" or _AUTHOR_CLASS.search(node.attributes.get("class", "")) for node in inner)
        if called and (names := byline_names(line, bare=True)):
            return _BEHIND_NAMES.sub("", names)
    beside = (byline_names(found.beside, bare=False) for found in dates if found.beside)
    return next((names for names in beside if names), "")
