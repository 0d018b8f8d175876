"""Words of a page -> the text directive (`#:~:text=…`) with which a browser finds and marks them there.

The grammar is the Web's own (wicg.github.io/scroll-to-text-fragment): `prefix-,start,end,-suffix`, where `-`, `,` and `&`
mean something and so are percent-encoded in the words.
"""

from __future__ import annotations

from urllib.parse import quote

_WHOLE = 10
"""Words that are given whole; of more the first and the last are given, which a correction in between does not break."""
_FEWEST = 4
_MOST = 16
"""First and last words: as many as it takes to stand on the page once, within these."""
_NEIGHBOURS = range(2, 13)
"""How many words before or after are tried."""


def text_directive(words: str, page: str, before: str, after: str) -> str:
    """Give what stands behind `text=`, percent-encoded.

    Args:
        words: What is to be found, as the page has it.
        page: All of the page, in lower case and with single spaces: words that stand in it twice need a neighbour.
        before: What stands before the words.
        after: What stands after them.
    """
    tokens = words.split()
    if not tokens:
        return ""
    whole = " ".join(tokens)
    place = page.find(whole.lower())
    if len(tokens) <= _WHOLE:
        start, end = whole, ""
    else:
        start, end = _ends(tokens, page, place)
    prefix = suffix = ""
    if _stands_twice(start, page):
        prefix, suffix = _neighbours(start if not end else "", start, page, before, after)
    parts = [
        f"{_encoded(prefix)}-" if prefix else "",
        _encoded(start),
        _encoded(end),
        f"-{_encoded(suffix)}" if suffix else "",
    ]
    return ",".join(part for part in parts if part)


def with_directive(url: str, directive: str) -> str:
    """Give an address that leads to the words; a fragment of its own stays, a text directive of its own goes."""
    if not directive:
        return url
    base, _, fragment = url.partition("#")
    return f"{base}#{fragment.partition(':~:')[0]}:~:text={directive}"


def _ends(tokens: list[str], page: str, place: int) -> tuple[str, str]:
    """Give as few first and last words as find the stretch, and not something before or within it."""
    stop = place + len(" ".join(tokens))
    start = end = ""
    first = _FEWEST
    for first in range(_FEWEST, min(_MOST, len(tokens) - _FEWEST) + 1):
        start = " ".join(tokens[:first])
        if not _stands_twice(start, page):
            break
    for last in range(_FEWEST, min(_MOST, len(tokens) - first) + 1):
        end = " ".join(tokens[-last:])
        found = page.find(end.lower(), place + len(start))
        if found < 0 or found + len(end) == stop:
            break
    return start, end


def _neighbours(exact: str, start: str, page: str, before: str, after: str) -> tuple[str, str]:
    """Give words before, or after where nothing stands before, with which the words stand there once if that is possible."""
    left, right = before.split(), after.split()
    if left:
        for count in _NEIGHBOURS:
            prefix = " ".join(left[-count:])
            if not _stands_twice(f"{prefix} {start}", page):
                break
        return prefix, ""
    if right and exact:
        for count in _NEIGHBOURS:
            suffix = " ".join(right[:count])
            if not _stands_twice(f"{exact} {suffix}", page):
                break
        return "", suffix
    return "", ""


def _stands_twice(words: str, page: str) -> bool:
    sought = words.lower()
    first = page.find(sought)
    return first >= 0 and page.find(sought, first + 1) >= 0


def _encoded(words: str) -> str:
    return quote(words, safe="", errors="replace").replace("-", "%2D")
