"""A web page's text -> its tags, comments and raw stretches with their places, as a browser would cut them.

One pass from left to right, every character looked at a bounded number of times: a tag without an end, a quote without a
partner and a script without `</script>` swallow the rest of the page once, as they do in a browser, and are not tried again.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

TokenKind = Literal["open", "close", "hidden"]

_NAME = re.compile(r"[A-Za-z][^\s/>\x00]*")
_ATTRIBUTE_NAME = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*|=[^\s/>=]*)\s*(=?)\s*")
_UNQUOTED = re.compile(r"[^\s>]*")
_TAG_TAIL = re.compile(r"[\s/]*")
# What stands between these tags is no text of the page, whatever it looks like.
_RAW = frozenset(
    ["script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "noscript", "template"]
)
# Without an end these two hide nothing: pages cut off in the middle of one are still read.
_OPTIONAL_END = frozenset(["noscript", "template"])
_LONGEST_NAME = 60
_LONGEST_VALUE = 2_000
"""Characters of an attribute that are kept; images written into the page have millions."""
_MOST_ATTRIBUTES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A piece of markup."""

    kind: TokenKind
    """`hidden` for comments, declarations, and scripts and the like with all they hold."""
    start: int
    end: int
    name: str = ""
    """Of the tag, in lower case."""
    attributes: dict[str, str] = field(default_factory=dict)
    """Names in lower case, character references read; of two with one name the first."""
    raw: str = ""
    """What stands inside an element whose content is no markup: a script, the page's title."""


def find_tokens(text: str) -> Iterator[Token]:
    """Cut a page into its markup; what stands between two tokens is text.

    Args:
        text: The decoded page.

    Yields:
        The tokens in order, without overlap.
    """
    last_quote = {'"': text.rfind('"'), "'": text.rfind("'")}
    endless: set[str] = set()
    at = text.find("<")
    while at >= 0:
        token = _markup(text, at, last_quote)
        if token is None:
            at = text.find("<", at + 1)
            continue
        if token.kind == "open" and token.name in _RAW and token.name not in endless:
            closing = _closing(text, token)
            if closing is None and token.name in _OPTIONAL_END:
                endless.add(token.name)
            else:
                token = _with_content(text, token, closing)
        yield token
        at = text.find("<", token.end)


def _markup(text: str, at: int, last_quote: dict[str, int]) -> Token | None:
    """Read what begins with `<`; None where it is a less-than sign."""
    if text.startswith("<!--", at):
        end = text.find("-->", at + 2)
        return Token(kind="hidden", start=at, end=end + 3 if end >= 0 else len(text))
    following = text[at + 1 : at + 2]
    if following in {"!", "?"}:
        end = text.find(">", at)
        return Token(kind="hidden", start=at, end=end + 1 if end >= 0 else len(text))
    close = following == "/"
    name = _NAME.match(text, at + 2 if close else at + 1)
    if name is None:
        return None
    attributes: dict[str, str] = {}
    end = _read_attributes(text, name.end(), attributes, last_quote)
    if close:
        attributes = {}
    return Token(
        kind="close" if close else "open",
        start=at,
        end=end,
        name=name.group()[:_LONGEST_NAME].lower(),
        attributes=attributes,
    )


def _read_attributes(text: str, at: int, attributes: dict[str, str], last_quote: dict[str, int]) -> int:
    """Read a tag's attributes; give one past its `>`, or the text's end where it has none."""
    while at < len(text):
        if text[at] == ">":
            return at + 1
        found = _ATTRIBUTE_NAME.match(text, at)
        if found is None:
            tail = _TAG_TAIL.match(text, at)
            at = max(tail.end() if tail else at, at + 1) if text[at] in "/ \t\r\n\f\v" else at + 1
            continue
        at = found.end()
        value = ""
        if found[2]:
            start, stop, at = _value(text, at, last_quote)
            value = text[start : min(stop, start + _LONGEST_VALUE)]
        if len(attributes) < _MOST_ATTRIBUTES:
            attributes.setdefault(found[1][:_LONGEST_NAME].lower(), html.unescape(value) if "&" in value else value)
    return len(text)


def _value(text: str, at: int, last_quote: dict[str, int]) -> tuple[int, int, int]:
    """Give a value's first character, one past its last, and where the tag goes on."""
    mark = text[at : at + 1]
    if mark in {'"', "'"} and at < last_quote[mark]:
        stop = text.find(mark, at + 1)
        return at + 1, stop, stop + 1
    unquoted = _UNQUOTED.match(text, at)
    stop = unquoted.end() if unquoted else at
    return at, stop, stop


def _closing(text: str, token: Token) -> re.Match[str] | None:
    return re.compile(rf"</{token.name}(?=[\s/>])[^>]*>?", re.IGNORECASE).search(text, token.end)


def _with_content(text: str, token: Token, closing: re.Match[str] | None) -> Token:
    start, end = closing.span() if closing else (len(text), len(text))
    return Token(
        kind="hidden",
        start=token.start,
        end=end,
        name=token.name,
        attributes=token.attributes,
        raw=text[token.end : start],
    )
