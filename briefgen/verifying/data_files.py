"""A file of data, such as a feed, a calendar or a map -> what is wrong with it, what it leads to and has loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.verifying import json_files, xml_files
from briefgen.verifying.calendars import calendar_findings, unfolded
from briefgen.verifying.feed_requests import declared, json_requests, manifest_requests, xml_requests
from briefgen.verifying.finding import Finding
from briefgen.verifying.links import own_addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.verifying.page import Reference
    from briefgen.verifying.places import Places
    from briefgen.verifying.words import Reading

XML = (".xml", ".xml.gz", ".atom", ".rss")
_JSON = (".json", ".webmanifest")
_MANIFESTS = (".webmanifest", "manifest.json")
_SEARCH = frozenset(["search/search_index.json", "search.json"])
_MARKDOWN_LINK = re.compile(r"\]\(([^()\s]+)\)")


@dataclass(slots=True)
class DataFile:
    """What is to be proved of a file of data."""

    found: list[Finding] = field(default_factory=list)
    """What is wrong with its format."""
    addresses: list[tuple[str, int]] = field(default_factory=list)
    """What it leads to, with its lines."""
    entries: list[str] = field(default_factory=list)
    """Where the entries of a search lead, from the site's root."""
    loaded: list[Reference] = field(default_factory=list)
    """What programs that read it load by themselves."""


def read_data(path: str, data: bytes, reading: Reading, places: Places) -> DataFile:
    """Read a file of data by its format, which its name tells.

    Args:
        path: Its path.
        data: Its bytes.
        reading: The same as text.
        places: The site's, whose addresses are looked for in it.
    """
    lower = path.lower()
    if lower.endswith(XML):
        held = _xml(path, reading.text.encode("utf-8") if lower.endswith(".gz") else data, reading, places)
    elif lower.endswith(_JSON):
        held = _json(lower, reading, places)
    elif lower.endswith(".ics"):
        held = DataFile(found=list(calendar_findings(data)))
    elif lower.endswith("llms.txt"):
        lines = enumerate(reading.text.split("\n"), 1)
        held = DataFile(addresses=[(one[1], number) for number, line in lines for one in _MARKDOWN_LINK.finditer(line)])
    else:
        held = DataFile()
    if lower.endswith(".gz"):  # what it packs stands beside it
        held.addresses, held.entries = [], []
        return held
    texts = unfolded(reading.text) if lower.endswith(".ics") else [(1, reading.text)]
    held.addresses += [(one, first + below) for first, text in texts for one, below in own_addresses(text, places)]
    return held


def _xml(path: str, data: bytes, reading: Reading, places: Places) -> DataFile:
    found, root = xml_files.xml_findings(data)
    held = DataFile(found=found, loaded=list(declared(reading.text)))
    held.addresses = [(one.address, one.line) for one in held.loaded if one.where == "<?xml-stylesheet?>"]
    if root is not None:
        held.addresses += xml_files.addresses_of(root)
        held.loaded += xml_requests(root)
        if xml_files.is_map(root):
            held.found += _elsewhere(path, held.addresses, places)
    return held


def _json(lower: str, reading: Reading, places: Places) -> DataFile:
    value, found = json_files.parsed_json(reading.text.removeprefix("\ufeff"))
    held = DataFile(found=found)
    leads = json_files.addresses_in
    if isinstance(value, dict) and json_files.is_feed(value):
        held.found += json_files.feed_findings(value)
        held.loaded += json_requests(value)
    elif lower.endswith(_MANIFESTS):
        leads = json_files.manifest_addresses
        held.loaded += manifest_requests(value)
    # Those in full are found with their lines in the text.
    held.addresses += [(one, 1) for one in leads(value) if not (places.url and one.startswith("http"))]
    if lower in _SEARCH:
        held.entries += json_files.search_locations(value)
    return held


def _elsewhere(path: str, addresses: Iterable[tuple[str, int]], places: Places) -> Iterator[Finding]:
    """Give the first address of a map that lies on another site: search engines pass such maps over."""
    for address, line in addresses if places.url else ():
        if places.target(address, path).way in {"foreign", "beside"}:
            message = (
                f"expected addresses that begin with {places.url}, found {address!r}; correct `site_url`, or build the "
                "site again where that was changed"
            )
            yield Finding(code="sitemap-invalid", line=line, message=message, sought=address)
            return
