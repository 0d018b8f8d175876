"""A page in Markdown -> the places on it that a link can lead to."""

from __future__ import annotations

import re
from html import unescape

from markdown import Markdown  # type: ignore[import-untyped]  # it carries no types

# What MkDocs reads pages with unless a site adds to it, and the one extension that the plugin adds.
_EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
# Any element's id, and a link's name: fields of a form have names, too, which no address leads to.
_PLACE = re.compile(
    r"""<(?:[a-z][a-z0-9]*\s[^<>]*?(?<![\w-])id|a\s[^<>]*?(?<![\w-])name)\s*=\s*(?:"([^"]+)"|'([^']+)')""",
    re.IGNORECASE,
)

_SPELT = re.compile(r"""\sid="([^"]+)"|^#{1,6} .*\{ #([\w-]+)[^{}\n]*\}$""", re.MULTILINE)


def page_anchors(page: str) -> frozenset[str]:
    """Give the ids of a page as MkDocs makes them: those of its headings, and those that it spells out.

    Args:
        page: The page's Markdown, its front matter included.
    """
    html = Markdown(extensions=list(_EXTENSIONS)).convert(_FRONT_MATTER.sub("", page, count=1))
    return frozenset(unescape(found[1] or found[2]) for found in _PLACE.finditer(html))


def made_anchors(page: str) -> frozenset[str]:
    """Give the ids of a page that briefgen's own templates made, a hundred times as fast: they spell out every one.

    Text from articles and editors is written inert, so that nothing in it looks like an id.

    Args:
        page: The page's Markdown.
    """
    return frozenset(found[1] or found[2] for found in _SPELT.finditer(page))
