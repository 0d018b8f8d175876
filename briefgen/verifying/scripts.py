"""The text of a script -> the addresses on other hosts that it asks for, as far as they can be told without running it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Spans = tuple[list[int], list[int]]

_LONGEST = 2000
_HOST = rf"(?:https?:|wss?:)?(?:\\?/){{2}}[A-Za-z0-9\[][^\"'`\s<>]{{1,{_LONGEST}}}"
"""An address in full, or one that leaves the scheme out; what prints JSON writes a backslash before each slash."""
_METHODS = "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS"
_ASKING = re.compile(
    rf"""
    (?: (?<![\w$])(?P<call>fetch|importScripts|import|EventSource|WebSocket|WebTransport|SharedWorker|Worker|sendBeacon|Request
          |getScript|getJSON|serviceWorker\.register|axios(?:\.(?:get|post|request))?|(?:\$|jQuery)\.(?:get|post|ajax))
          \s*\(\s*(?:new\s+URL\(\s*)?(?:\{{[^{{}}]{{0,200}}?\burl\s*:\s*)?
      | \.(?P<open>open)\(\s*["'](?:{_METHODS})["']\s*,\s*
      | \b(?P<from>from|import)\s*(?=["'])
      | \.(?P<set>src|srcset|poster)\s*=\s*
      | \.(?P<attribute>setAttribute)\(\s*["'](?:src|srcset|poster|data)["']\s*,\s*
    )
    (?: ["'`](?P<address>{_HOST}) | (?P<name>[A-Za-z_$][\w$]{{2,}})\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WRITTEN = re.compile(
    rf"""<(?P<tag>script|img|iframe|embed|source|video|audio)\b[^<>]{{0,300}}?\bsrc\s*=\s*\\?["']?(?P<address>{_HOST})""",
    re.IGNORECASE,
)
"""Markup that a script writes into the page."""
_GIVEN = re.compile(rf"""\b(?:const|let|var)\s+(?P<name>[A-Za-z_$][\w$]{{2,}})\s*=\s*["'`](?P<address>{_HOST})""")
"""What a name of three letters or more stands for; shorter ones are those of bundles, where each function has its own."""
_MAP = re.compile(rf"[/*][#@]\s*sourceMappingURL\s*=\s*(?P<address>{_HOST})", re.IGNORECASE)
_LISTED = re.compile(rf"""["](?P<address>{_HOST})["](?!\s*:)""")
"""A value of JSON; names of an import map are not asked for."""
# Comments and strings, so that neither is taken for code. An unclosed one goes on to the end: none is looked for twice.
_PARTS = re.compile(
    r"""(?P<comment>//[^\n]*+|/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/|\Z))"""
    r"""|(?P<string>"(?:\\[\s\S]|[^"\\\n])*+(?:"|$)|'(?:\\[\s\S]|[^'\\\n])*+(?:'|$)|`(?:\\[\s\S]|[^`\\])*+(?:`|\Z))"""
    r"""|(?<=[(,=:\[!&|?{};\s])/(?![*/\s])(?:\\.|\[(?:\\.|[^\]\\\n])*+\]|[^/\\\n\[])++/""",
    re.MULTILINE,
)
_OF_SCRIPTS = frozenset(
    ["import", "importscripts", "worker", "sharedworker", "from", "getscript", "serviceworker.register"]
)
_JSON = frozenset(["importmap", "speculationrules"])


class Asked(NamedTuple):
    """An address that a script asks for."""

    address: str
    at: int
    """Where in the script, in characters."""
    how: str
    """As a message names it: `fetch()`."""
    directive: str
    """Of a policy; `connect-src` where it cannot be told what will come."""


def script_requests(text: str, kind: str = "") -> Iterator[Asked]:
    """Give what a script asks of other hosts.

    Found are literal addresses, and names that are given such a one in the same script. What is put together when it runs is
    not, nor are addresses in comments, in texts, or behind links that only a reader follows.

    Args:
        text: Of a file or of an element.
        kind: The element's type, in lower case.
    """
    if "//" not in text and "/\\/" not in text:
        return
    if kind in _JSON:
        for listed in _LISTED.finditer(text):
            yield Asked(_plain(listed["address"]), listed.start("address"), kind, "script-src")
        return
    given = {one["name"]: one["address"] for one in _GIVEN.finditer(text)}
    found = [one for one in (_called(match, given) for match in _ASKING.finditer(text)) if one is not None]
    written = [
        Asked(_plain(one["address"]), one.start("address"), f"<{one['tag']} src> that a script writes", "connect-src")
        for one in _WRITTEN.finditer(text)
    ]
    if found or written:
        comments, strings = _spans(text)
        found = [one for one in found if not _is_in(one.at, comments) and not _is_in(one.at, strings)]
        written = [one for one in written if _is_in(one.at, strings)]
    yield from sorted((*found, *written), key=lambda one: one.at)
    yield from source_map(text)


def source_map(text: str) -> Iterator[Asked]:
    """Give where the source map of a script or a style sheet lies, where that is another host: the browser's own tools ask it."""
    if "sourceMappingURL" in text:
        for found in _MAP.finditer(text):
            yield Asked(
                _plain(found["address"]).removesuffix("*/"), found.start("address"), "sourceMappingURL", "connect-src"
            )


def with_lines(asked: Iterable[Asked], text: str) -> Iterator[tuple[Asked, int]]:
    """Give with each address how many lines of the script stand before it, going through it only once or twice.

    Counted from the beginning for each of them, a script of 1 MB with 60,000 of them takes ten seconds.
    """
    line = at = 0
    for one in asked:
        if one.at < at:  # those of source maps come last
            line = at = 0
        line += text.count("\n", at, one.at)
        at = one.at
        yield one, line


def _called(found: re.Match[str], given: Mapping[str, str]) -> Asked | None:
    """Give what a call asks for; None where that is not known."""
    address = found["address"] or given.get(found["name"])
    if address is None:
        return None
    how = next(found[name] for name in ("call", "open", "from", "set", "attribute") if found[name])
    directive = "script-src" if how.lower() in _OF_SCRIPTS else "connect-src"
    shown = how if found["from"] or found["set"] else f"{how}()"
    return Asked(_plain(address), found.start(), shown, directive)


def _plain(address: str) -> str:
    return address.replace("\\/", "/").partition("${")[0].rstrip("\\")


def _spans(text: str) -> tuple[Spans, Spans]:
    """Give where comments and where strings begin and end."""
    comments: Spans = ([], [])
    strings: Spans = ([], [])
    for found in _PARTS.finditer(text):
        if found["comment"] or found["string"]:
            starts, ends = comments if found["comment"] else strings
            starts.append(found.start())
            ends.append(found.end())
    return comments, strings


def _is_in(at: int, spans: Spans) -> bool:
    """Tell whether a place is within one of the spans, and not its first character."""
    starts, ends = spans
    before = bisect_left(starts, at) - 1
    return before >= 0 and at < ends[before]
