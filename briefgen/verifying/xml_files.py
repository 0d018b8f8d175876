"""An XML file's bytes -> what is wrong with it: parsed, and held against its format where it is a feed or a site's map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from briefgen.verifying.days import is_time, is_w3c_time
from briefgen.verifying.elements import line_of, tag_of, text_of
from briefgen.verifying.finding import Finding
from briefgen.verifying.rss import rss_addresses, rss_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

_ATOM = "{http://www.w3.org/2005/Atom}"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_MOST_IN_MAP = 50_000
_LONGEST_MAP = 50 * 1024 * 1024
"""Bytes, unpacked; both limits are the protocol's."""
_PLACE = re.compile(r", line \d+, column \d+\Z")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_TEXTS = frozenset(["text", "html", "xhtml"])
_ROOTS = {
    "feed": ("feed-invalid", _ATOM),
    "urlset": ("sitemap-invalid", _MAP),
    "sitemapindex": ("sitemap-invalid", _MAP),
}
"""What begins a feed and a map, wherever its name comes from."""


def xml_findings(data: bytes) -> tuple[list[Finding], etree._Element | None]:
    """Give what is wrong with a file of XML, and its tree where it can be parsed; no entity is expanded, nothing loaded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return [invalid_xml(*error.position, error.msg or "nothing")], None
    except (etree.LxmlError, ValueError, LookupError) as error:
        return [Finding(code="data-invalid", message=f"expected XML, found: {error}")], None
    found: list[Finding] = []
    tag = root.tag if isinstance(root.tag, str) else ""
    is_feed, is_a_map = tag == f"{_ATOM}feed", is_map(root)
    if root.getroottree().docinfo.internalDTD is not None and (is_feed or is_a_map):
        code = "feed-invalid" if is_feed else "sitemap-invalid"
        found.append(Finding(code=code, message="expected no document type, found <!DOCTYPE>: readers refuse it"))
    if is_feed:
        found += _feed(root)
    elif is_a_map:
        found += _map(root, len(data))
    elif tag == "rss":
        found += rss_findings(root)
    elif tag and _means(root) in _ROOTS:
        code, space = _ROOTS[_means(root)]
        message = f"expected xmlns={space[1:-1]!r} in <{tag_of(root)}>, found {root.nsmap.get(root.prefix) or 'none'!r}"
        found.append(Finding(code=code, line=line_of(root), message=message))
    return found, root


def invalid_xml(line: int, column: int, found: str) -> Finding:
    """Give that a file is no XML; the parser's own words for the place are left to the finding."""
    message = f"expected XML, found: {_PLACE.sub('', found)}"
    return Finding(code="data-invalid", line=max(line, 1), column=max(column, 1), message=message)


def _means(root: etree._Element) -> str:
    """Give the name of what begins a file, where that is in no name space, or in one that is a misspelt feed's or map's."""
    space = root.nsmap.get(root.prefix) or ""
    return tag_of(root) if not space or re.search("atom|sitemap", space, re.IGNORECASE) else ""


def is_map(root: etree._Element) -> bool:
    """Tell whether a file is a map of a site, or a list of such."""
    return root.tag in {f"{_MAP}urlset", f"{_MAP}sitemapindex"}


def addresses_of(root: etree._Element) -> Iterator[tuple[str, int]]:
    """Give the addresses that a feed or a site's map holds, with their lines."""
    if root.tag == "rss":
        yield from rss_addresses(root)
    for element in root.iter(
        f"{_ATOM}link", f"{_ATOM}content", f"{_ATOM}uri", f"{_ATOM}icon", f"{_ATOM}logo", f"{_MAP}loc"
    ):
        line = line_of(element)
        if element.tag in {f"{_ATOM}link", f"{_ATOM}content"}:
            address = element.get("href") or element.get("src")
        else:
            address = element.text
        if address and address.strip():
            yield address.strip(), line


def _feed(root: etree._Element) -> Iterator[Finding]:
    yield from _required(root, "feed")
    seen: dict[str, int] = {}
    has_author = root.find(f"{_ATOM}author") is not None
    for entry in root.iterfind(f"{_ATOM}entry"):
        yield from _required(entry, "entry")
        line = line_of(entry)
        name = _text(entry, "id")
        if name and name in seen:
            yield _wrong(line, f"expected an id of its own in each entry, found {name!r} in line {seen[name]} already")
        seen.setdefault(name, line)
        if not has_author and entry.find(f"{_ATOM}author") is None:
            yield _wrong(line, "expected an <author> in the entry or in the feed, found none")
        content = entry.find(f"{_ATOM}content")
        links = [one for one in entry.iterfind(f"{_ATOM}link") if (one.get("rel") or "alternate") == "alternate"]
        if content is None and not links:
            yield _wrong(line, "expected a <content> or a <link rel=alternate> in the entry, found neither")
    yield from _parts(root)


def _parts(root: etree._Element) -> Iterator[Finding]:
    """Give what is wrong with the people, links and texts of a feed and of its entries."""
    for author in root.iter(f"{_ATOM}author", f"{_ATOM}contributor"):
        if not _text(author, "name"):
            yield _wrong(line_of(author), f"expected a <name> in <{tag_of(author)}>, found none")
    for link in root.iter(f"{_ATOM}link"):
        if not link.get("href"):
            yield _wrong(line_of(link), "expected an href in each <link>, found none")
    for name in ("title", "subtitle", "summary", "rights"):
        for text in root.iter(f"{_ATOM}{name}"):
            if (text.get("type") or "text") not in _TEXTS:
                yield _wrong(line_of(text), f"expected text, html or xhtml as type, found {text.get('type')!r}")


def _required(element: etree._Element, what: str) -> Iterator[Finding]:
    line = line_of(element)
    for name in ("id", "title", "updated"):
        there = element.findall(f"{_ATOM}{name}")
        if len(there) != 1:
            yield _wrong(line, f"expected one <{name}> in the {what}, found {len(there)}")
        elif name != "title" and not _text(element, name):
            yield _wrong(line_of(there[0]), f"expected something in <{name}> of the {what}, found nothing")
        elif name == "id" and not _SCHEME.match(_text(element, name)):
            told = _text(element, name)
            yield _wrong(line_of(there[0]), f"expected an address in full as <id> of the {what}, found {told!r}")
    for name in ("updated", "published"):
        for one in element.findall(f"{_ATOM}{name}"):
            told = (one.text or "").strip()
            if told and not is_time(told):
                yield _wrong(line_of(one), f"expected a time such as 2026-01-31T00:00:00Z in <{name}>, found {told!r}")


def _text(element: etree._Element, name: str) -> str:
    found = element.find(f"{_ATOM}{name}")
    return "" if found is None else text_of(found).strip()


def _wrong(line: int, message: str) -> Finding:
    return Finding(code="feed-invalid", line=line, message=message)


def _map(root: etree._Element, size: int) -> Iterator[Finding]:
    if size > _LONGEST_MAP or len(root) > _MOST_IN_MAP:
        message = (
            f"expected at most {_MOST_IN_MAP:,} addresses and 50 MB, found {len(root):,} and {size:,} bytes; split it"
        )
        yield Finding(code="sitemap-invalid", message=message)
    seen: dict[str, int] = {}
    for entry in root.iterchildren(f"{_MAP}url", f"{_MAP}sitemap"):
        line = line_of(entry)
        there = entry.findall(f"{_MAP}loc")
        address = (there[0].text or "").strip() if there else ""
        if len(there) != 1 or not address.lower().startswith(("http://", "https://")):
            message = f"expected one <loc> with an address in full, found {address or 'none'!r}"
            yield Finding(code="sitemap-invalid", line=line, message=message)
        elif address in seen:
            message = f"expected each address once, found {address!r} in line {seen[address]} already"
            yield Finding(code="sitemap-invalid", line=line, message=message)
        seen.setdefault(address, line)
        for one in entry.iterfind(f"{_MAP}lastmod"):
            told = (one.text or "").strip()
            if not is_w3c_time(told):
                message = f"expected a day such as 2026-01-31 in <lastmod>, found {told!r}"
                yield Finding(code="sitemap-invalid", line=line_of(one), message=message)
