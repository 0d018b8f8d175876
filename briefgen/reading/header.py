"""Passages -> what stands above the story: title, date line, byline, dateline; and which passages these are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.model.folding import fold
from briefgen.reading.bylines import byline_names
from briefgen.reading.calls import is_call_to_action
from briefgen.reading.dates import DateLine, read_date_line
from briefgen.reading.header_body import body_index, heads_lines, is_picture, opening_of
from briefgen.reading.page_lines import furniture_kind, is_short_item
from briefgen.reading.posts import is_post
from briefgen.reading.publishers import publisher_in_line
from briefgen.reading.shapes import ends_open, is_prose, words
from briefgen.reading.site_names import DASHED_SITE, split_site

if TYPE_CHECKING:
    from briefgen.reading.passages import Passage

_LABEL = re.compile(
    r"(?P<role>(?:first |last )?(?:published|updated|posted|modified|date)(?: on| at)?|by|authors?|written by|reported by)\s*:?",
    re.IGNORECASE,
)
_PUBLISHED_BY = re.compile(
    r"(?:published (?:daily |weekly )?by|source|publisher)(?: the)?\s*:?\s+(?P<name>.{2,60})$", re.IGNORECASE
)
_FEWEST_TITLE_WORDS = 3
_LONGEST_TITLE = 220
_PAGE_REACH = 400
"""Lines: menus above a title have been met with more than a hundred."""
_MENU_LINES = 5
"""So many short lines between a page's title and a headline are a menu; the headline below it is the article's."""
_BELOW_BODY = 15
_STANDFIRSTS = 2
_STANDFIRST_WORDS = 8
_LONGEST_DATE_LINE = 120
_BODY_SAMPLE = 20_000
_AMPLY_SHARED = 0.5
_LEAST_SHARED = 0.3
"""Of a headline's longer words, those that the story below it takes up again."""
_GLUED_HEADINGS = 3


_BUTTON = re.compile(r"(?:download (?:the|full|this|a|pdf)|subscribe|sign (?:in|up)|log in)\b", re.IGNORECASE)


@dataclass(slots=True)
class Header:
    """What was found above the story."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    dates: list[DateLine] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    """Indexes of passages that hold nothing but these."""
    body: int = 0
    """Index of the first passage of running text."""
    title_at: int | None = None
    """Index of the passage with the title, of several the last."""


def read_header(text: str, passages: tuple[Passage, ...], *, title: str | None, day_first: bool) -> Header:
    """Read what stands above the story.

    Args:
        text: The legible text.
        passages: Its passages, with headings.
        title: The title that front matter gives; looked for in the text otherwise.
        day_first: How 03/04/2025 is read where nothing in it decides.

    Returns:
        What was found; `used` tells which passages are no part of the story.
    """
    said = [opening_of(text, passage) for passage in passages]
    header = Header(title=title)
    header.body = body_index(passages, said)
    if title is None:
        _find_title(header, passages, said)
    else:
        _mark_title(header, said, title)
    _find_lines(header, passages, said, day_first=day_first)
    return header


def is_standfirst(header: Header, passages: tuple[Passage, ...], said: str, at: int) -> bool:
    """Whether a line between the title and the date line or byline sums the story up: reporting, and no heading.

    Args:
        header: What was found.
        passages: All passages.
        said: The line.
        at: Its index.

    Returns:
        True for a line of some length that no mark makes a heading.
    """
    below_title = header.title_at is not None and header.title_at < at < header.body
    return below_title and not passages[at].marked and at + 1 in header.used and len(words(said)) >= _STANDFIRST_WORDS


def _find_title(header: Header, passages: tuple[Passage, ...], said: list[str]) -> None:
    for at in range(min(3, len(said))):
        page_title, site = _page_title(said, at)
        if _may_be_title(passages[at], said, at) and _repeated(said, at, page_title):
            header.publisher = site
            _mark_title(header, said, page_title)
            header.used.add(at)
            return
    first = [
        at for at, passage in enumerate(passages) if passage.marked and passage.kind == "heading" and passage.level == 1
    ]
    if first and (first[0] <= header.body or len(first) == 1):
        _mark_title(header, said, said[first[0]])
        return
    headline = _headline(header, passages, said)
    if headline is None:
        return
    title, site = split_site(said[headline])
    header.publisher = site
    header.used.add(headline)
    _mark_title(header, said, title)
    header.title_at = max(headline, header.title_at or 0)


def _page_title(said: list[str], at: int) -> tuple[str, str | None]:
    """Part title and site at a bar, and at a dash where the title alone stands below again."""
    title, site = split_site(said[at])
    dash = DASHED_SITE.search(title)
    if dash and site is None and _repeated(said, at, title[: dash.start()]):
        return title[: dash.start()], dash["site"]
    return title, site


def _repeated(said: list[str], at: int, title: str) -> bool:
    wanted = fold(title)
    return any(fold(other) == wanted for other in said[at + 1 : at + 1 + _PAGE_REACH])


def _mark_title(header: Header, said: list[str], title: str) -> None:
    """Take the title, and out of the story every line near the top that only repeats it."""
    header.title = title
    wanted = fold(title).rstrip(".… ")
    for at, line in enumerate(said[:_PAGE_REACH]):
        if fold(line).rstrip(".… ") == wanted:
            header.used.add(at)
            header.title_at = at


def _headline(header: Header, passages: tuple[Passage, ...], said: list[str]) -> int | None:
    """Give the passage that reads like the title, None where the text begins with the story itself."""
    candidates = [
        at for at in range(min(header.body, len(passages), _PAGE_REACH)) if _may_be_title(passages[at], said, at)
    ]
    if not candidates:
        return None
    # What the file begins with is its title; only below a menu must a line prove that it belongs to the story.
    menu = [at for at in range(1, header.body) if is_short_item(said[at]) or furniture_kind(said[at])]
    if candidates[0] == 0 and len(menu) < _MENU_LINES:
        return None if _is_section(passages, said, 0) else 0
    stems = _stems(" ".join(said[header.body :])[:_BODY_SAMPLE])
    taken_up = [at for at in candidates if _shared(said[at], stems) >= _LEAST_SHARED]
    full = [at for at in taken_up if len(words(said[at])) > _FEWEST_TITLE_WORDS] or taken_up or candidates[:1]
    below_menu = [at for at in full if len(menu) >= _MENU_LINES and at > menu[_MENU_LINES - 1]]
    first = (below_menu or full)[0]
    return first if _shared(said[first], stems) >= _AMPLY_SHARED else max(full, key=lambda at: _shared(said[at], stems))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:5].lower() for word in words(text) if len(word) > 3)  # noqa: PLR2004 - shorter words are in every text


def _shared(line: str, stems: frozenset[str]) -> float:
    """Give the share of a headline's words that the text below takes up, 0 to 1."""
    own = _stems(line)
    return len(own & stems) / len(own) if own else 0.0


def _may_be_title(passage: Passage, said: list[str], at: int) -> bool:
    line = said[at]
    if (
        passage.kind not in {"heading", "paragraph"}
        or len(line) > _LONGEST_TITLE
        or len(words(line)) < _FEWEST_TITLE_WORDS
    ):
        return False
    if passage.marked and passage.level > 1:
        return False
    opening = line.lstrip("\"'“‘«(¿¡[")[:1]
    closes = ends_open(line) or line.rstrip("\"'”’").endswith(("?", "!", "…")) or (at == 0 and heads_lines(said))
    if opening.islower() or not closes or is_picture(said, at) or is_call_to_action(line) or furniture_kind(line):
        return False
    return not (
        _BUTTON.match(line)
        or read_date_line(line)
        or byline_names(line, bare=False)
        or _PUBLISHED_BY.match(line)
        or "://" in line
    )


def _is_section(passages: tuple[Passage, ...], said: list[str], at: int) -> bool:
    """Whether the first line is a section's heading like those below, in a text whose title was lost.

    It stands on top of everything, its text right below it, and at least three later headings stand just so.
    """
    if at > 0 or passages[at].kind != "heading" or at + 1 >= len(passages):
        return False
    later = [
        other
        for other in range(at + 1, len(passages) - 1)
        if passages[other].kind == "heading" and not passages[other + 1].blank_before
    ]
    glued = not passages[at + 1].blank_before and passages[at + 1].kind == "paragraph" and is_prose(said[at + 1])
    return glued and len(later) >= _GLUED_HEADINGS


def _find_lines(header: Header, passages: tuple[Passage, ...], said: list[str], *, day_first: bool) -> None:
    """Take date lines, bylines and the publisher's line from around the title, and lines that say "updated" from anywhere."""
    reach = _reach(header, passages, said)
    role = ""
    named_at = -2
    for at, line in enumerate(said[:reach]):
        if at in header.used or passages[at].marked or (at >= header.body and is_prose(line)):
            role = ""
            continue
        label = _LABEL.fullmatch(line)
        if label:
            role = label["role"].lower()
            header.used.add(at)
            continue
        by = role in {"by", "author", "authors", "written by", "reported by"}
        below_title = header.title_at is not None and header.title_at < at < header.body and header.author is None
        if dated := read_date_line(line, day_first=day_first):
            _take_date(header, dated, role)
            header.used.add(at)
        elif names := byline_names(f"By {line}" if by else line, bare=below_title):
            header.author = header.author or names
            header.publisher = header.publisher or publisher_in_line(line)
            header.used.add(at)
            named_at = at
        elif named_at == at - 1 and is_post(line):
            header.used.add(at)
        elif at < header.body and (publisher := _PUBLISHED_BY.match(line)) and ends_open(line):
            header.publisher = header.publisher or publisher["name"].strip()
            header.used.add(at)
        role = ""
    for at in range(reach, len(passages)):
        dated = read_date_line(said[at], day_first=day_first) if len(said[at]) < _LONGEST_DATE_LINE else None
        if dated and dated.role != "plain" and passages[at].kind == "paragraph":
            header.dates.append(dated)
            header.used.add(at)


def _reach(header: Header, passages: tuple[Passage, ...], said: list[str]) -> int:
    """Give how far date lines and bylines are looked for: a standfirst or two may stand above them."""
    prose = 0
    for at in range(header.body, min(len(passages), header.body + _BELOW_BODY)):
        prose += is_prose(said[at])
        if prose > _STANDFIRSTS:
            return at
    return min(len(passages), header.body + _BELOW_BODY)


def _take_date(header: Header, dated: DateLine, role: str) -> None:
    if "updated" in role or "modified" in role:
        dated = DateLine(printed=dated.printed, role="updated", beside=dated.beside)
    elif role:
        dated = DateLine(printed=dated.printed, role="published", beside=dated.beside)
    header.dates.append(dated)
    header.publisher = header.publisher or publisher_in_line(f"{dated.beside} | {dated.printed.day}")
    beside = byline_names(dated.beside, bare=False)
    if beside and header.author is None:
        header.author = beside
