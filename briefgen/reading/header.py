"""Passages -> what stands above the story: title, date line, byline, dateline; and which passages these are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.model.folding import fold, tidy
from briefgen.reading.calls import is_call_to_action
from briefgen.reading.dates import DateLine, read_date_line
from briefgen.reading.shapes import byline_names, ends_open, is_caption, is_credit, is_prose, words

if TYPE_CHECKING:
    from briefgen.reading.passages import Passage

_SITE = re.compile(r"^(?P<title>.{12,}?)\s+(?:\||[-–—]|::|»|·)\s+(?P<site>[^|]{2,60})$")
_LABEL = re.compile(
    r"(?P<role>(?:first |last )?(?:published|updated|posted|modified|date)(?: on| at)?|by|author|written by|reported by)\s*:?$", re.IGNORECASE
)
_PUBLISHED_BY = re.compile(r"(?:published (?:daily |weekly )?by|source|publisher)(?: the)?\s*:?\s+(?P<name>.{2,60})$", re.IGNORECASE)
_FEWEST_TITLE_WORDS = 3
_LONGEST_TITLE = 220
_HEADER_REACH = 80
"""Passages: menus above a title have been met with 60 lines."""
_GLUED_HEADINGS = 3


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
    said = [tidy(text[passage.start : min(passage.end, passage.start + 700)]) for passage in passages]
    header = Header(title=title)
    header.body = _body(passages, said)
    if title is None:
        _find_title(header, passages, said)
    else:
        _mark_title(header, said, title)
    _find_lines(header, passages, said, day_first=day_first)
    return header


def _body(passages: tuple[Passage, ...], said: list[str]) -> int:
    """Give the index of the first running text."""
    for at, passage in enumerate(passages):
        if passage.kind == "heading" or not is_prose(said[at]):
            continue
        if passage.kind == "paragraph" and not _is_picture(said, at) and not is_call_to_action(said[at]):
            return at
    return len(passages)


def _is_picture(said: list[str], at: int) -> bool:
    """Whether a passage is a caption: it ends in a credit, or a credit stands right below it."""
    if is_credit(said[at]) or is_caption(said[at]):
        return True
    return at + 1 < len(said) and is_credit(said[at + 1]) and len(said[at]) < 400  # noqa: PLR2004 - longer ones are the story


def _find_title(header: Header, passages: tuple[Passage, ...], said: list[str]) -> None:
    if not passages:
        return
    for at in range(min(3, len(said))):
        split = _SITE.match(said[at])
        if split and _repeated(said, at, split["title"]):
            header.publisher = split["site"].strip()
            _mark_title(header, said, split["title"])
            header.used.add(at)
            return
    first = [at for at, passage in enumerate(passages) if passage.marked and passage.kind == "heading" and passage.level == 1]
    if first and (first[0] <= header.body or len(first) == 1):
        _mark_title(header, said, said[first[0]])
        return
    at = _headline(header, passages, said)
    if at is None:
        return
    split = _SITE.match(said[at])
    site_like = split is not None and "|" in said[at] and len(words(split["site"])) <= 5  # noqa: PLR2004 - "Council on Foreign Relations" has four
    if split and site_like:
        header.publisher = split["site"].strip()
        header.used.add(at)
        _mark_title(header, said, split["title"])
        header.title_at = at
    else:
        _mark_title(header, said, said[at])


def _repeated(said: list[str], at: int, title: str) -> bool:
    wanted = fold(title)
    return any(fold(other) == wanted for other in said[at + 1 : at + 1 + _HEADER_REACH])


def _mark_title(header: Header, said: list[str], title: str) -> None:
    """Take the title, and out of the story every line near the top that only repeats it."""
    header.title = title
    wanted = fold(title).rstrip(".… ")
    for at, line in enumerate(said[:_HEADER_REACH]):
        if fold(line).rstrip(".… ") == wanted:
            header.used.add(at)
            header.title_at = at


def _headline(header: Header, passages: tuple[Passage, ...], said: list[str]) -> int | None:
    """Give the passage that reads like the title, None where the text begins with the story itself."""
    candidates = [
        at for at in range(min(header.body, len(passages), _HEADER_REACH)) if _may_be_title(passages[at], said, at)
    ]
    if not candidates:
        return None
    full = [at for at in candidates if len(words(said[at])) > _FEWEST_TITLE_WORDS]
    at = full[0] if full else candidates[0]
    return None if _is_section(passages, said, at) else at


def _may_be_title(passage: Passage, said: list[str], at: int) -> bool:
    line = said[at]
    if passage.kind not in {"heading", "paragraph"} or len(line) > _LONGEST_TITLE or len(words(line)) < _FEWEST_TITLE_WORDS:
        return False
    if passage.marked and passage.level > 1:
        return False
    opening = line.lstrip("\"'“‘«(¿¡[")[:1]
    closes = ends_open(line) or line.rstrip("\"'”’").endswith(("?", "!", "…"))
    if opening.islower() or not closes or _is_picture(said, at) or is_call_to_action(line):
        return False
    return not (read_date_line(line) or byline_names(line, bare=False) or _PUBLISHED_BY.match(line) or "://" in line)


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
    """Take date lines, bylines and the publisher's line from around the title."""
    reach = min(header.body, len(passages), _HEADER_REACH)
    role = ""
    for at in range(reach):
        line = said[at]
        if at in header.used:
            role = ""
            continue
        label = _LABEL.match(line)
        if label:
            role = label["role"].lower()
            header.used.add(at)
            continue
        dated = read_date_line(line, day_first=day_first)
        below_title = header.title_at is not None and at > header.title_at
        bare = below_title or role in {"by", "author", "written by", "reported by"}
        if dated and passages[at].kind != "bullet":
            _take_date(header, dated, role)
            header.used.add(at)
        elif passages[at].kind == "paragraph" and (names := byline_names(line, bare=bare)):
            header.author = header.author or names
            header.used.add(at)
        elif (by := _PUBLISHED_BY.match(line)) and ends_open(line):
            header.publisher = header.publisher or by["name"].strip()
            header.used.add(at)
        role = ""
    for at in range(reach, len(passages)):
        line = said[at]
        dated = read_date_line(line, day_first=day_first) if len(line) < 120 else None  # noqa: PLR2004 - a line of its own
        if dated and dated.role != "plain" and passages[at].kind == "paragraph":
            header.dates.append(dated)
            header.used.add(at)


def _take_date(header: Header, dated: DateLine, role: str) -> None:
    if "updated" in role or "modified" in role:
        dated = DateLine(printed=dated.printed, role="updated", beside=dated.beside)
    elif role:
        dated = DateLine(printed=dated.printed, role="published", beside=dated.beside)
    header.dates.append(dated)
    beside = byline_names(dated.beside, bare=False)
    if beside and header.author is None:
        header.author = beside
