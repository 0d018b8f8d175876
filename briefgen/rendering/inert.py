"""Text -> text that no program on its way to the reader takes for anything else.

A field of a briefing passes a Markdown parser, whatever extensions and plugins a site adds to it, an HTML parser and a
browser. So every character that one of them could act upon is written as a numeric character reference: these mean the
same in Markdown and in HTML and are not looked into again. Backslash escapes are not enough: 14 of 41 patterns tried
with Python-Markdown survived them.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from html import escape

# Everything a reader cannot see and should not have to reckon with: controls (Python-Markdown keeps its own
# placeholders between U+0002 and U+0003), surrogates, non-characters, soft hyphens, zero-width characters, marks,
# overrides and isolates of direction, interlinear annotations, tag characters. Zero-width joiner and non-joiner
# (U+200D, U+200C) stay in running text: Persian and emoji spell with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_PLANE_ENDS = re.compile(
    "[" + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17)) + "]"
)
_JOINERS = re.compile("[\u200c\u200d]")
_SPACE = re.compile("[\\s\u0085\u2028\u2029]+")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_CLOSING = "”’»)\"'"
_YAML_ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def clean(text: str) -> str:
    """Give the text for reading: one line, single spaces, nothing that cannot be seen."""
    if text.isprintable() and "  " not in text:  # most texts are: a twentieth of the time
        return text.strip(" ")
    return _SPACE.sub(" ", _PLANE_ENDS.sub("", _UNSEEN.sub("", text))).strip()


@lru_cache(maxsize=4096)
def clean_title(text: str) -> str:
    """Give a title: as `clean`, without joiners too, which make two titles differ that look the same.

    A title of which nothing is left would leave a heading and its links empty: it is an ellipsis, in every language.
    """
    return _SPACE.sub(" ", _JOINERS.sub("", clean(text))).strip() or "…"


@lru_cache(maxsize=16_384)  # a briefing's title and its actors' names stand on some ten pages
def inert(text: str) -> str:
    """Give the cleaned text so that Markdown and HTML show it and do nothing else with it.

    Commas, semicolons, per cent signs, and hyphens, full stops, question marks and colons in their ordinary places
    stay as they are, so that an exported page can be read in its source.
    """
    return escape_all(clean(text))


def escape_all(text: str) -> str:
    """Give the text with every active character as a numeric character reference; nothing is removed or folded."""
    return _PUNCTUATION.sub(lambda found: _written(text, found.start()), text)


def yaml_string(text: str) -> str:
    """Give the text as a double-quoted scalar that YAML 1.1, YAML 1.2 and JSON all read as the same text.

    Args:
        text: Without lone surrogates, which no file could hold.
    """
    # ensure_ascii would write characters beyond U+FFFF as two surrogates, which PyYAML does not put together again.
    return _YAML_ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))


def html_title(text: str) -> str:
    """Give a title for a page's front matter: cleaned and HTML-escaped once.

    MkDocs and Material print front matter as it is, in the title, the navigation and the search of every page.
    """
    return escape(clean_title(text), quote=True)


def _written(text: str, at: int) -> str:
    character = text[at]
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    return character if _is_harmless(character, before, after, text[:at]) else f"&#{ord(character)};"


def _is_harmless(character: str, before: str, after: str, so_far: str) -> bool:
    ends_word = bool(before) and (before.isalnum() or before in _CLOSING)
    ends_clause = not after or after == " " or after in _CLOSING
    match character:
        case "," | ";" | "%":
            return True
        case "-":  # elsewhere it may begin a list, a rule, a table or a snippet
            return before.isalnum() and after.isalnum()
        case ".":  # "1. " begins a list, "www.example.org" may become a link, "..." may become "…"
            return ends_word and (ends_clause or (before.isdigit() and after.isdigit())) and not so_far.isdigit()
        case "?":  # "???" begins a folded block
            return ends_word and ends_clause
        case ":":  # ":name:" is an emoji, ": " at the start a definition
            return before.isalnum() and after == " "
        case _:
            return False
