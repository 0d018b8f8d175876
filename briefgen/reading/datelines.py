"""A story's first words -> where its dateline ends: "NORTHPORT, May 4 (Reuters) - ", "Washington / Beijing — "."""

from __future__ import annotations

import re

_DASH = re.compile(
    r"[ \t\u2060\u2064\xa0]*(?:--|[—–―])[ \t\u2060\u2064\xa0]*|[ \t\u2060\u2064\xa0]+-[ \t\u2060\u2064\xa0]+"
)
_AGENCY = re.compile(r"\((?:[A-Z][\w.&/ -]{1,30})\)\s*$")
_PLACES = re.compile(r"[^\W\d_a-z][\w.'’]*(?:[ /,-]+(?:and |de |of |the |el |al )?[^\W\d_a-z][\w.'’]*)*")
_AGENCIES = "AFP AP ANSA Bloomberg BBC CNN DPA dpa EFE NPR PA PTI Reuters TASS UPI Xinhua".split()
_GLUED = re.compile(
    rf"(?:\((?:{'|'.join(_AGENCIES)})\)[ \t\u2060\u2064\xa0]*(?:(?:--|[—–―-])[ \t\u2060\u2064\xa0]*)?"
    rf"|(?P<place>[^\W\d_a-z][^().!?]{{1,40}}?) ?\((?:{'|'.join(_AGENCIES)})\))(?=[\"“'‘]?[^\W\d_a-z])"
)
"""An agency without a dash: "(CNN)A jury", "New Delhi (CNN)Thankfully", "(Reuters) - The"; behind a place no space follows, or
it would be an expansion: "Cable News Network (CNN) President"."""
_LAST_DASH = 90
"""Characters: the longest datelines name two places, a state, a date and an agency."""
_MOST_WORDS = 6


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Tell where the story begins behind a dateline.

    Args:
        text: The legible text.
        start: Where the paragraph begins.
        end: One past its last character.

    Returns:
        The offset of the story's first character, None where the paragraph has no dateline.
    """
    glued = _GLUED.match(text, start, end)
    if glued and (glued["place"] is None or _PLACES.fullmatch(glued["place"].strip())):
        return glued.end()
    dash = _DASH.search(text, start, min(end, start + _LAST_DASH))
    if dash is None or dash.end() >= end:
        return None
    line = text[start : dash.start()].replace("\u2060", "").replace("\u2064", "").strip()
    first = text[dash.end() : dash.end() + 2].lstrip("\"'“‘([")[:1]
    if not line or not (first.isupper() or first.isdigit()) or re.search(r"[.!?:;]\s+[A-Z][a-z]", line):
        return None
    place = re.split(r"[,(0-9]", line, maxsplit=1)[0].strip()
    if not place or _PLACES.fullmatch(place) is None:
        return None
    if _AGENCY.search(line):
        return dash.end()
    if place.isupper() and len(place) > 3:  # noqa: PLR2004 - "NATO", "COVID" have a verb behind them, not a dash
        return dash.end()
    rest = text[dash.end() : end]
    several = "/" in line or "," in line
    sentence = rest[: (re.search(r"[.!?]\s", rest) or re.search(r"$", rest)).start()]  # type: ignore[union-attr]  # `$` always matches
    if len(line.split()) > _MOST_WORDS or (_DASH.search(sentence) and not several):
        return None
    return dash.end() if several or _one_place(line) else None


def _one_place(line: str) -> bool:
    """Whether the line is one or two capitalised words and nothing else."""
    return re.fullmatch(r"[^\W\d_a-z][\w.'’]+(?: [^\W\d_a-z][\w.'’]+)?", line) is not None
