"""The files of a built site, one by one -> every problem of it; what is kept of each is small, so that a site may be large."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.verifying import json_files, xml_files
from briefgen.verifying.calendars import calendar_findings, unfolded
from briefgen.verifying.findings import Finding, Findings
from briefgen.verifying.leaks import file_findings, leak_findings
from briefgen.verifying.links import Anchors, address_findings, link_findings, own_addresses
from briefgen.verifying.page import Reference, read_page
from briefgen.verifying.places import Places
from briefgen.verifying.policy import policy_findings
from briefgen.verifying.requests import request_findings
from briefgen.verifying.style import style_references
from briefgen.verifying.words import MOST_UNPACKED, decoded, read_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from briefgen.model.problem import Problem
    from briefgen.verifying.leaks import Kept
    from briefgen.verifying.page import ReadPage
    from briefgen.verifying.words import Reading

PARTS = ("leaks", "links", "requests", "policy", "feeds")
"""What is proved, each part by itself."""
_PAGES = (".html", ".htm", ".xhtml")
_XML = (".xml", ".xml.gz", ".atom", ".rss")
_TEXTS = (*_XML, ".json", ".txt", ".ics", ".webmanifest", ".gz")
_MANIFESTS = (".webmanifest", "manifest.json")
_SEARCH = frozenset(["search/search_index.json", "search.json"])
_ON_PAGES = re.compile(
    r"(?:.*\.(?:x?html?|js|mjs|css|png|svg|wasm|map)|search/.*|search\.json|filters\.json|pagefind/.*)", re.IGNORECASE
)
"""What readers meet on the site itself: its pages, and what its own search and filter load for them."""
_OF_BRIEFING = re.compile(r"(?:.*/)?briefings/([^/]+?)(?:/index)?\.html")
_MARKDOWN_LINK = re.compile(r"\]\(([^()\s]+)\)")
_CANONICAL_END = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What a site keeps to itself."""

    on_pages: Kept
    """In no page, nor in what the site's own search loads."""
    taken_away: Kept
    """In no feed, calendar, map or other file that leaves the site."""
    unlisted: Mapping[str, str] = field(default_factory=dict)
    """From the id of each briefing whose page has to ask search engines to leave it out, to its status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a site is proved against."""

    site_url: str | None = None
    allowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The setting `content_security_policy`: what pages may load beside."""
    secrets: Secrets | None = None
    """None where leaks are not looked for."""
    parts: frozenset[str] = frozenset(PARTS)
    """What is proved, of `PARTS`."""


class Verification:
    """Takes the files of a site one by one and gives the problems of all."""

    def __init__(self, files: Collection[str], grounds: Grounds) -> None:
        """Take the paths of all files, from the site's root, and what they are proved against."""
        self._places = Places(files, grounds.site_url)
        self._grounds = grounds
        self._anchors = Anchors()
        self._findings = Findings()

    def add(self, path: str, found: Iterable[Finding]) -> None:
        """Take what somebody else found in a file."""
        self._findings.add(path, found)

    def look(self, path: str, data: bytes) -> None:
        """Prove a file, as far as it can be without the others."""
        self._findings.add(path, self._found(path, data))

    def problems(self) -> tuple[Problem, ...]:
        """Give every problem of every file that was looked at, by file and line."""
        for path, found in self._anchors.missing():
            self._findings.add(path, [found])
        return self._findings.problems()

    def _found(self, path: str, data: bytes) -> Iterator[Finding]:
        lower = path.lower()
        secrets = self._grounds.secrets
        reading: Reading | None = None
        if secrets is not None or lower.endswith(_TEXTS):
            reading = read_text(data, lower)
            if reading.cut:
                message = f"expected a file that unpacks to at most {MOST_UNPACKED:,} bytes, found more: the rest was not read"
                yield Finding(code="file-too-large", message=message)
        if secrets is not None and reading is not None:
            kept = secrets.on_pages if _ON_PAGES.fullmatch(path) else secrets.taken_away
            yield from leak_findings(reading, kept)
            # A page's name may be that of a stub or of a draft that is shown; those of other files may not.
            yield from file_findings(path, kept)
        if lower.endswith(_PAGES):
            yield from self._page(path, data)
        elif lower.endswith(".css"):
            yield from self._style(path, decoded(data))
        elif reading is not None and lower.endswith(_TEXTS):
            yield from self._file(path, lower, data, reading)

    def _page(self, path: str, data: bytes) -> Iterator[Finding]:
        page = read_page(data)
        parts = self._grounds.parts
        if page.cut:
            message = "expected a page that can be read whole, found one nested so deeply that the rest was not read"
            yield Finding(code="file-too-large", message=message)
        if "links" in parts:
            yield from link_findings(page, path, self._places, self._anchors)
        if "requests" in parts:
            references = (*page.references, *(one._replace(directive="navigate-to") for one in page.refreshes))
            yield from request_findings(references, path, self._places, self._grounds.allowed, page.base)
        if "policy" in parts and not page.plain:
            yield from policy_findings(page, path, self._places)
        if "feeds" in parts:
            for kind, text, line in page.data:
                yield from json_files.parsed_json(text, line, f"JSON in <script type={kind}>")[1]
        yield from self._unlisted(path, page)

    def _elsewhere(self, path: str, addresses: Iterable[tuple[str, int]]) -> Iterator[Finding]:
        """Give the first address of a map that lies on another site: search engines pass such maps over."""
        for address, line in addresses if self._places.url else ():
            if self._places.target(address, path).way in {"foreign", "beside"}:
                message = (
                    f"expected addresses that begin with {self._places.url}, found {address!r}; correct `site_url`"
                )
                yield Finding(code="sitemap-invalid", line=line, message=message)
                return

    def _unlisted(self, path: str, page: ReadPage) -> Iterator[Finding]:
        """Give whether the page of a draft may be found by search engines."""
        found = _OF_BRIEFING.fullmatch(path) if self._grounds.secrets is not None else None
        if found is None or self._grounds.secrets is None or page.noindex:
            return
        status = self._grounds.secrets.unlisted.get(found[1])
        if status:
            message = (
                f"expected <meta name=robots content=noindex> on the page of a briefing that is {status}, found none"
            )
            yield Finding(code="page-indexed", message=message)

    def _style(self, path: str, text: str) -> Iterator[Finding]:
        found = [
            Reference(address, line + 1, "style sheet", directive)
            for address, directive, line in style_references(text)
        ]
        if "links" in self._grounds.parts:
            yield from address_findings(((one.address, one.line) for one in found), path, self._places)
        if "requests" in self._grounds.parts:
            yield from request_findings(found, path, self._places, self._grounds.allowed)

    def _file(self, path: str, lower: str, data: bytes, reading: Reading) -> Iterator[Finding]:
        """Prove a file that is neither page nor style sheet."""
        feeds, links = "feeds" in self._grounds.parts, "links" in self._grounds.parts
        addresses: list[tuple[str, int]] = []
        found: list[Finding] = []
        if lower.endswith(_XML):
            found, root = xml_files.xml_findings(reading.text.encode("utf-8") if lower.endswith(".gz") else data)
            addresses += xml_files.addresses_of(root) if root is not None else ()
            found += self._elsewhere(path, addresses) if root is not None and xml_files.is_map(root) else ()
        elif lower.endswith((".json", ".webmanifest")):
            value, found = json_files.parsed_json(reading.text.removeprefix("\ufeff"))
            if isinstance(value, dict) and json_files.is_feed(value):
                found += json_files.feed_findings(value)
            held = json_files.manifest_addresses if lower.endswith(_MANIFESTS) else json_files.addresses_in
            # Those in full are found with their lines below.
            addresses += [(one, 1) for one in held(value) if not (self._places.url and one.startswith("http"))]
            if links and lower in _SEARCH:
                entries = ((address, 1) for address in json_files.search_locations(value))
                yield from address_findings(entries, _CANONICAL_END, self._places, self._anchors)
        elif lower.endswith(".ics"):
            found = list(calendar_findings(data))
        elif lower.endswith("llms.txt"):
            addresses += [
                (address[1], number)
                for number, line in enumerate(reading.text.split("\n"), 1)
                for address in _MARKDOWN_LINK.finditer(line)
            ]
        if feeds:
            yield from found
        if links and not lower.endswith(".gz"):
            lines = unfolded(reading.text) if lower.endswith(".ics") else [(1, reading.text)]
            addresses += [
                (address, first + below)
                for first, text in lines
                for address, below in own_addresses(text, self._places)
            ]
            yield from address_findings(dict.fromkeys(addresses), path, self._places, self._anchors)


def canonical_root(index: bytes) -> str | None:
    """Tell from a site's first page where the site stands; None where the page does not say."""
    address = read_page(index).canonical.strip()
    return address.removesuffix(_CANONICAL_END) or None
