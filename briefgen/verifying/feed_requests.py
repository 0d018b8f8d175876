"""Feeds, maps and manifests -> what programs that read them load by themselves, from whichever host."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.verifying.elements import line_of, tag_of, text_of
from briefgen.verifying.page import Reference, read_page

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_LONGEST_HEAD = 100_000
"""Characters in which XML declares what it needs."""
_STYLE = re.compile(r"<\?xml-stylesheet\b[^?]{0,2000}?\bhref\s*=\s*[\"']([^\"']{1,2000})[\"']")
_ENTITY = re.compile(
    r"<!ENTITY\s+(?:%\s+)?[^\s\"'<>]{1,200}\s+(?:SYSTEM|PUBLIC\s+(?:\"[^\"]*+\"|'[^']*+'))\s+(?:\"([^\"]*+)\"|'([^']*+)')"
)
# Most bodies load nothing: they need not be parsed to know it.
_LOADING = re.compile(
    r"(?:<|&lt;)(?:img|i?frame|script|link|video|audio|source|object|embed|input|style|svg)\b|\bstyle\s*=",
    re.IGNORECASE,
)
_PICTURES = ("icon", "favicon", "image", "banner_image", "avatar")
"""Names in a JSON Feed whose addresses its readers load."""


def declared(text: str) -> Iterator[Reference]:
    """Give what a file of XML has loaded before its first element: style sheets, and entities that stand elsewhere."""
    head = text[:_LONGEST_HEAD]
    if "<?xml-stylesheet" in head:
        for found in _STYLE.finditer(head):
            # It may be a program (XSLT), which goes by what scripts do.
            yield Reference(found[1], head.count("\n", 0, found.start()) + 1, "<?xml-stylesheet?>", "script-src")
    if "<!ENTITY" in head:
        for found in _ENTITY.finditer(head):
            yield Reference(
                found[1] or found[2] or "", head.count("\n", 0, found.start()) + 1, "<!ENTITY>", "connect-src"
            )


def xml_requests(root: etree._Element) -> Iterator[Reference]:
    """Give what readers of an Atom or RSS feed load: its pictures, and what stands in the bodies of its entries."""
    if root.tag not in {f"{_ATOM}feed", "rss"}:
        return
    for element in root.iter(f"{_ATOM}icon", f"{_ATOM}logo"):
        yield Reference(text_of(element).strip(), line_of(element), f"<{tag_of(element)}>", "img-src")
    for element in root.iterfind("channel/image/url"):
        yield Reference(text_of(element).strip(), line_of(element), "<image>", "img-src")
    for element in root.iter(f"{_ATOM}content", f"{_ATOM}summary", _CONTENT, "description"):
        body = etree.tostring(element, encoding="unicode") if len(element) else text_of(element)
        yield from _in_body(body, line_of(element), f"<{tag_of(element)}>")


def json_requests(value: object) -> Iterator[Reference]:
    """Give what readers of a JSON Feed load."""
    items = value.get("items") if isinstance(value, dict) else None
    for one in (value, *(items if isinstance(items, list) else ())):
        if not isinstance(one, dict):
            continue
        authors = one.get("authors")
        for held in (one, *(authors if isinstance(authors, list) else ())):
            for name in _PICTURES:
                if isinstance(held, dict) and isinstance(held.get(name), str):
                    yield Reference(held[name], 1, f"`{name}`", "img-src")
        if isinstance(one.get("content_html"), str):
            yield from _in_body(one["content_html"], 1, "`content_html`")


def manifest_requests(value: object) -> Iterator[Reference]:
    """Give the pictures that the manifest of a web application names; those of its shortcuts, too."""
    shortcuts = value.get("shortcuts") if isinstance(value, dict) else None
    for one in (value, *(shortcuts if isinstance(shortcuts, list) else ())):
        for name in ("icons", "screenshots"):
            pictures = one.get(name) if isinstance(one, dict) else None
            for picture in pictures if isinstance(pictures, list) else ():
                if isinstance(picture, dict) and isinstance(picture.get("src"), str):
                    yield Reference(picture["src"], 1, f"`{name}`", "img-src")


def _in_body(body: str, line: int, where: str) -> Iterator[Reference]:
    if _LOADING.search(body):
        for reference in read_page(body.encode("utf-8", "replace")).references:
            if reference.directive:
                yield reference._replace(line=line, where=f"{reference.where} of {where}")
