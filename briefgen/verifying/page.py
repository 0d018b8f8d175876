"""A page's bytes -> what has to be proved of it: its places, what it links to and loads, its policy, what runs in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from briefgen.verifying.elements import items_of, line_of, tag_of, text_of
from briefgen.verifying.loaded import (
    ADDRESSES,
    ANIMATED,
    BACKGROUND,
    LOADED,
    NOTED,
    OF_HEAD,
    PAINTED,
    PRELOADED,
    RELS,
    RUN,
    SHOWN,
    TELLING,
)
from briefgen.verifying.scripts import script_requests, with_lines
from briefgen.verifying.style import style_references
from briefgen.verifying.trees import html_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.verifying.trees import Tree

_CANDIDATE = re.compile(r"[\s,]*(\S+)")
_REFRESH = re.compile(r"""[\d.]*+\s*+[;,]?\s*+(?:url\s*+=\s*+)?["']?([^"']+)""", re.IGNORECASE)
_DEEPEST = 3
"""Pages within pages (`srcdoc`) that are read."""


class Reference(NamedTuple):
    """An address that a page holds."""

    address: str
    line: int
    where: str
    """As a message names it: `<img src>`."""
    directive: str = ""
    """Of a policy, where a browser follows it by itself; empty for what a reader follows."""


class Inline(NamedTuple):
    """A script or a style that stands in the page itself."""

    directive: str
    """script-src or style-src."""
    text: str
    line: int
    nonce: str = ""


class Attribute(NamedTuple):
    """An attribute that runs, or styles."""

    name: str
    value: str
    line: int


class Policy(NamedTuple):
    """A Content-Security-Policy that stands in the page."""

    text: str
    line: int
    in_time: bool
    """In the head, and before everything that it is to guard."""


@dataclass(slots=True)
class ReadPage:
    """What is to be proved of a page."""

    ids: dict[str, int] = field(default_factory=dict)
    """Each place that a link can lead to, with its line."""
    twice: list[tuple[str, int, int]] = field(default_factory=list)
    """Each id that a second element has, with that one's line and the first one's."""
    references: list[Reference] = field(default_factory=list)
    base: str = ""
    policies: list[Policy] = field(default_factory=list)
    inline: list[Inline] = field(default_factory=list)
    handlers: list[Attribute] = field(default_factory=list)
    styled: list[Attribute] = field(default_factory=list)
    data: list[tuple[str, str, int]] = field(default_factory=list)
    """Type, text and line of each script that is JSON."""
    refreshes: list[Reference] = field(default_factory=list)
    canonical: str = ""
    noindex: bool = False
    cut: bool = False
    """Whether it is nested too deeply to be read whole."""
    plain: bool = False
    """Whether there is no markup in it: the line of text that a search engine asks a site's owner to put up as a page."""


def read_page(data: bytes, deep: int = 0) -> ReadPage:
    """Read a page as a browser does, as far as libxml2 reads it so; what is no HTML gives an empty page.

    Args:
        data: Its bytes.
        deep: How many pages it stands within.
    """
    return read_tree(html_tree(data), deep, plain=b"<" not in data)


def read_tree(tree: Tree, deep: int = 0, *, plain: bool = False) -> ReadPage:
    """Read a page, or a picture of lines, that was parsed."""
    page = ReadPage(plain=plain, cut=tree.cut)
    root = tree.root
    if root is None:
        return page
    guarded = False
    """Whether something that a policy guards has been met."""
    for element in root.iter(etree.Element):
        tag = tag_of(element)
        for name, value in items_of(element):
            if name in TELLING or name[:2] == "on":  # most are neither, and a site has millions
                _note_attribute(page, tag, name, value, element)
        if tag in NOTED:
            guarded = _note_element(page, tag, element, guarded=guarded) or guarded
        elif tag not in OF_HEAD and _is_in_head(element):
            guarded = True
        if tag == "iframe" and deep < _DEEPEST and (within := element.get("srcdoc")):
            _take_in(page, read_page(within.encode("utf-8", "replace"), deep + 1), line_of(element))
    return page


def _note_attribute(page: ReadPage, tag: str, name: str, value: str, element: etree._Element) -> None:
    if name == "id":
        line = line_of(element)
        if value in page.ids:
            page.twice.append((value, line, page.ids[value]))
        page.ids.setdefault(value, line)
    elif name in ADDRESSES:
        page.references.extend(_references(tag, name, value, element))
    elif name == "style":
        page.styled.append(Attribute("style", value, line_of(element)))
        page.references.extend(_styled(value, line_of(element), "style attribute"))
    elif name in PAINTED and "(" in value:
        page.references.extend(_styled(value, line_of(element), f"<{tag} {name}>"))
    elif name[:2] == "on":
        page.handlers.append(Attribute(name, value, line_of(element)))
        page.references.extend(_scripted(value, line_of(element), name))
    elif name in ANIMATED and (element.get("attributename") or element.get("attributeName") or "").lower() in {
        "href",
        "xlink:href",
    }:
        for address in value.split(";"):
            page.references.append(Reference(address, line_of(element), f"<{tag} {name}>", "img-src"))


def _note_element(page: ReadPage, tag: str, element: etree._Element, *, guarded: bool) -> bool:
    """Note what a whole element says; tells whether it is something that a policy guards."""
    match tag:
        case "a":
            if name := element.get("name"):
                page.ids.setdefault(name, line_of(element))
        case "script" | "style":
            return _note_inline(page, tag, element)
        case "meta":
            _note_meta(page, element, guarded=guarded)
        case "link":
            rel = (element.get("rel") or "").lower().split()
            if "canonical" in rel:
                page.canonical = page.canonical or element.get("href") or ""
            return _of_link(element) in {"script-src", "style-src"}
        case _:  # <base>
            page.base = page.base or element.get("href") or ""
    return False


def _take_in(page: ReadPage, within: ReadPage, line: int) -> None:
    """Add what stands in a frame's `srcdoc`: its addresses begin at the page's, and the page's policy is its own."""
    for reference in (*within.references, *within.refreshes):
        if not reference.address.lstrip().startswith("#"):  # it has places of its own
            page.references.append(reference._replace(line=line, where=f"{reference.where} in srcdoc"))
    page.inline.extend(one._replace(line=line) for one in within.inline)
    page.handlers.extend(one._replace(line=line) for one in within.handlers)
    page.styled.extend(one._replace(line=line) for one in within.styled)
    page.cut = page.cut or within.cut


def _is_in_head(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "head"


def _note_inline(page: ReadPage, tag: str, element: etree._Element) -> bool:
    """Note a script or style; tells whether a policy guards it."""
    line = line_of(element)
    text = text_of(element)
    kind = (element.get("type") or "").strip().lower()
    if tag == "style":
        page.inline.append(Inline("style-src", text, line, element.get("nonce") or ""))
        page.references.extend(_styled(text, line, "<style>"))
        return True
    if "json" in kind:
        page.data.append((kind, text, line))
    if kind not in RUN:
        return False
    if element.get("src") is None:
        page.inline.append(Inline("script-src", text, line, element.get("nonce") or ""))
        page.references.extend(_scripted(text, line, "an inline script", kind))
    return True


def _note_meta(page: ReadPage, element: etree._Element, *, guarded: bool) -> None:
    line = line_of(element)
    content = element.get("content") or ""
    equivalent = (element.get("http-equiv") or "").strip().lower()
    if equivalent == "content-security-policy":
        page.policies.append(Policy(content, line, in_time=_is_in_head(element) and not guarded))
    elif equivalent == "refresh" and (found := _REFRESH.match(content.strip())):
        page.refreshes.append(Reference(found[1].strip(), line, "<meta http-equiv=refresh>"))
    elif (element.get("name") or "").strip().lower() == "msapplication-tileimage" and content:
        page.references.append(Reference(content, line, "<meta name=msapplication-TileImage>", "img-src"))
    elif (element.get("name") or "").strip().lower() == "robots":
        told = {word.strip() for word in content.lower().split(",")}
        page.noindex = page.noindex or bool(told & {"noindex", "none"})
    if (element.get("property") or element.get("name") or "").strip().lower() in SHOWN and content:
        page.references.append(Reference(content, line, f"<meta {element.get('property') or element.get('name')}>"))


def _references(tag: str, name: str, value: str, element: etree._Element) -> Iterator[Reference]:
    line = line_of(element)
    where = f"<{tag} {name}>"
    if tag == "base" or (name == "data" and tag != "object"):
        return
    if name in {"srcset", "imagesrcset"}:
        for address in _candidates(value):
            yield Reference(address, line, where, "img-src")
    elif name in {"ping", "attributionsrc"}:
        for address in value.split():
            yield Reference(address, line, where, "connect-src")
    elif tag == "link":
        yield Reference(value, line, f"<link rel={element.get('rel') or ''}>", _of_link(element))
    elif tag == "source":
        # libxml2 takes a second <source> for a part of the first.
        owner = next(element.iterancestors("picture", "video", "audio"), None)
        picture = owner is not None and owner.tag == "picture"
        yield Reference(value, line, where, "img-src" if picture else "media-src")
    elif name == "action" and tag != "form":
        return
    else:
        yield Reference(value, line, where, "img-src" if name == BACKGROUND else LOADED.get((tag, name), ""))


def _candidates(srcset: str) -> Iterator[str]:
    """Give the addresses of pictures among which a browser chooses: a comma ends one only behind it or its width."""
    at = 0
    while found := _CANDIDATE.match(srcset, at):
        address = found[1].rstrip(",")
        if address:
            yield address
        at = found.end()
        if address == found[1]:  # its width goes on to the next comma
            comma = srcset.find(",", at)
            at = len(srcset) if comma < 0 else comma


def _of_link(element: etree._Element) -> str:
    for rel in (element.get("rel") or "").lower().split():
        if rel == "preload":
            return PRELOADED.get((element.get("as") or "").lower(), "connect-src")
        if rel in RELS:
            return RELS[rel]
    return ""


def _scripted(text: str, line: int, where: str, kind: str = "") -> Iterator[Reference]:
    for asked, offset in with_lines(script_requests(text, kind), text):
        yield Reference(asked.address, line + offset, f"{asked.how} of {where}", asked.directive)


def _styled(text: str, line: int, where: str) -> Iterator[Reference]:
    for address, directive, offset in style_references(text):
        yield Reference(address, line + offset, where, directive)
