"""The tree of an RSS feed -> what is wrong with it by RSS 2.0, and the addresses that it leads to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.verifying.elements import line_of, text_of
from briefgen.verifying.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_RFC822 = re.compile(
    rf"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s*)?\d{{1,2}}\s+(?:{_MONTHS})\s+\d{{2,4}}\s+"
    r"\d{2}:\d{2}(?::\d{2})?\s+(?:[A-Z]{1,5}|[+-]\d{4})"
)


def rss_findings(root: etree._Element) -> Iterator[Finding]:
    """Give what is wrong with an RSS feed: what its channel and its items need, their days, their names."""
    channel = root.find("channel")
    if root.get("version") is None or channel is None:
        missing = "version" if root.get("version") is None else "<channel>"
        yield _wrong(line_of(root), f"expected a {missing} in <rss>, found none")
    if channel is None:
        return
    for name in ("title", "link", "description"):
        there = channel.findall(name)
        if len(there) != 1:
            yield _wrong(line_of(channel), f"expected one <{name}> in the channel, found {len(there)}")
    seen: dict[str, int] = {}
    for item in channel.iterfind("item"):
        line = line_of(item)
        if item.find("title") is None and item.find("description") is None:
            yield _wrong(line, "expected a <title> or a <description> in the item, found neither")
        guid = item.find("guid")
        name = "" if guid is None else text_of(guid).strip()
        if name and name in seen:
            yield _wrong(
                line, f"expected a <guid> of its own in each item, found {name!r} in line {seen[name]} already"
            )
        seen.setdefault(name, line)
    for one in channel.iter("pubDate", "lastBuildDate"):
        told = text_of(one).strip()
        if not _RFC822.fullmatch(told):
            message = f"expected a time such as Sat, 31 Jan 2026 00:00:00 GMT in <{one.tag}>, found {told!r}"
            yield _wrong(line_of(one), message)


def rss_addresses(root: etree._Element) -> Iterator[tuple[str, int]]:
    """Give the addresses that an RSS feed leads to, with their lines."""
    for element in root.iter("link", "url", "enclosure"):
        if address := (element.get("url") or element.text or "").strip():
            yield address, line_of(element)


def _wrong(line: int, message: str) -> Finding:
    return Finding(code="feed-invalid", line=line, message=message)
