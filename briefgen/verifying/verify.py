"""The files of a built site, one by one -> every problem of it; what is kept of each is small, so that a site may be large."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.verifying import json_files
from briefgen.verifying.archives import MOST_FILES, MOST_IN_ARCHIVE, Archive, is_archive
from briefgen.verifying.data_files import XML, read_data
from briefgen.verifying.feed_requests import declared
from briefgen.verifying.finding import Finding
from briefgen.verifying.findings import Findings
from briefgen.verifying.leaks import file_findings, leak_findings
from briefgen.verifying.links import Anchors, address_findings, link_findings
from briefgen.verifying.outdated import OF_BRIEFING, Outdated
from briefgen.verifying.page import Reference, read_page, read_tree
from briefgen.verifying.pictures import read_picture
from briefgen.verifying.places import Places
from briefgen.verifying.policy import policy_findings
from briefgen.verifying.requests import request_findings
from briefgen.verifying.scripts import script_requests, source_map, with_lines
from briefgen.verifying.style import style_references
from briefgen.verifying.trees import xml_tree
from briefgen.verifying.words import (
    MOST_UNPACKED,
    Reading,
    decoded,
    is_packed,
    plain_text,
    read_text,
    read_unpacked,
    unpacked,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from briefgen.model.problem import Problem
    from briefgen.verifying.leaks import Kept
    from briefgen.verifying.page import ReadPage
    from briefgen.verifying.scripts import Asked

PARTS = ("leaks", "links", "requests", "policy", "feeds")
"""What is proved, each part by itself."""
_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (*XML, ".json", ".txt", ".ics", ".webmanifest", ".gz")
_SCRIPTS = (".js", ".mjs", ".cjs")
_PART_OF = {"data-invalid": "feeds", "file-too-large": "policy", "picture-runs-script": "policy"}
"""Which part a finding in a picture belongs to."""
_ON_PAGES = re.compile(
    r"(?:.*\.(?:x?html?|m?js|css|png|jpe?g|gif|webp|avif|ico|svg|wasm|map)|search/.*|search\.json|filters\.json|pagefind/.*)",
    re.IGNORECASE,
)
"""What readers meet on the site itself: its pages, and what its own search and filter load for them."""
INDEX = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What a site keeps to itself."""

    on_pages: Kept
    """In no page, nor in what the site's own search loads."""
    taken_away: Kept
    """In no feed, calendar, map or other file that leaves the site."""
    unlisted: Mapping[str, str] = field(default_factory=dict)
    """From the id of each briefing whose page has to ask search engines to leave it out, to its status."""
    hidden: Mapping[str, str] = field(default_factory=dict)
    """From the id of each briefing that has no page at all, to the reason."""
    listed: frozenset[str] = frozenset()
    """The ids of briefings whose pages search engines may show."""


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
        self._outdated = Outdated(self._places.files, grounds.secrets)

    def add(self, path: str, found: Iterable[Finding]) -> None:
        """Take what somebody else found in a file."""
        self._findings.add(path, found)

    def look(self, path: str, data: bytes) -> None:
        """Prove a file, as far as it can be without the others."""
        read: list[str] = []

        def text() -> str:
            if not read:
                read.append(read_text(data, path.lower()).text)
            return read[0]

        self._findings.add(path, self._found(path, data), text)

    def problems(self) -> tuple[Problem, ...]:
        """Give every problem of every file that was looked at, by file and line; before them that the site is outdated."""
        for path, found in self._anchors.missing():
            self._findings.add(path, [found])
        kinds = self._findings.kinds()
        first = Findings()
        for path, found in self._outdated.findings(kinds):
            first.add(path, [found])
        return (*first.problems(), *self._findings.problems(self._outdated.caused(kinds)))

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
            yield from _packed(data, reading, kept) if is_archive(data) else leak_findings(reading, kept)
            # A page's name may be that of a stub or of a draft that is shown; those of other files may not.
            yield from file_findings(path, kept)
        if lower.endswith(_PAGES):
            yield from self._page(path, data)
        elif lower.endswith(".css"):
            yield from self._style(path, decoded(data))
        elif lower.endswith(_SCRIPTS):
            yield from self._script(path, decoded(data))
        elif lower.endswith(".svg"):
            yield from self._picture(path, data)
        elif reading is not None and lower.endswith(_TEXTS):
            yield from self._file(path, data, reading)

    def _page(self, path: str, data: bytes) -> Iterator[Finding]:
        page = self._read_page(path, data)
        parts = self._grounds.parts
        told: frozenset[str] = frozenset()
        if page.cut:
            message = "expected a page that can be read whole, found one nested so deeply that the rest was not read"
            yield Finding(code="file-too-large", message=message)
        if "links" in parts:
            yield from link_findings(page, path, self._places, self._anchors)
        if "requests" in parts:
            references = (*page.references, *(one._replace(directive="navigate-to") for one in page.refreshes))
            asked = list(request_findings(references, path, self._places, self._grounds.allowed, page.base))
            told = frozenset(one.what for one in asked)
            yield from asked
        if "policy" in parts and not page.plain:
            yield from policy_findings(page, path, self._places, told)
        if "feeds" in parts:
            for kind, text, line in page.data:
                yield from json_files.parsed_json(text, line, f"JSON in <script type={kind}>")[1]
        self._outdated.look(path, noindex=page.noindex)
        yield from self._unlisted(path, page)

    @staticmethod
    def _read_page(path: str, data: bytes) -> ReadPage:
        if path.lower().endswith(".xhtml") and (tree := xml_tree(data)).root is not None:
            return read_tree(tree)
        return read_page(data)

    def _unlisted(self, path: str, page: ReadPage) -> Iterator[Finding]:
        """Give whether the page of a draft may be found by search engines."""
        found = OF_BRIEFING.fullmatch(path) if self._grounds.secrets is not None else None
        if found is None or self._grounds.secrets is None or page.noindex:
            return
        status = self._grounds.secrets.unlisted.get(found[1])
        if status:
            message = (
                f"expected <meta name=robots content=noindex> on the page of a briefing that is {status}, found none; build the "
                "site again, or have the theme print it"
            )
            yield Finding(code="page-indexed", message=message, what="page")

    def _style(self, path: str, text: str) -> Iterator[Finding]:
        found = [
            Reference(address, line + 1, "style sheet", directive)
            for address, directive, line in style_references(text)
        ]
        maps = _asked(source_map(text), text)
        yield from self._loaded(path, found, also=maps)

    def _script(self, path: str, text: str) -> Iterator[Finding]:
        if "requests" in self._grounds.parts:
            asked = _asked(script_requests(text), text)
            yield from request_findings(asked, path, self._places, self._grounds.allowed)

    def _picture(self, path: str, data: bytes) -> Iterator[Finding]:
        page, found = read_picture(data)
        yield from (one for one in found if _PART_OF.get(one.code, "policy") in self._grounds.parts)
        yield from self._loaded(path, [*page.references, *declared(decoded(data))])

    def _loaded(self, path: str, found: Sequence[Reference], also: Sequence[Reference] = ()) -> Iterator[Finding]:
        """Give what of that which a file loads or links to leads nowhere, or to another host; of some only the latter."""
        if "links" in self._grounds.parts:
            yield from address_findings(((one.address, one.line) for one in found), path, self._places)
        if "requests" in self._grounds.parts:
            yield from request_findings((*found, *also), path, self._places, self._grounds.allowed)

    def _file(self, path: str, data: bytes, reading: Reading) -> Iterator[Finding]:
        """Prove a file of data: a feed, a calendar, a map, JSON, a list of links."""
        parts, places = self._grounds.parts, self._places
        held = read_data(path, data, reading, places)
        if "feeds" in parts:
            yield from held.found
        if "requests" in parts:
            yield from request_findings(held.loaded, path, places, self._grounds.allowed)
        if "links" in parts:
            # Those of a search begin at the site's root, wherever its index lies.
            yield from address_findings(((one, 1) for one in held.entries), INDEX, places, self._anchors)
            yield from address_findings(dict.fromkeys(held.addresses), path, places, self._anchors)


def _packed(data: bytes, reading: Reading, kept: Kept) -> Iterator[Finding]:
    """Give what of that which is to be kept out stands in the files of an archive; one that cannot be opened is read as it is."""
    archive = Archive(data)
    opened = cut = False
    left = MOST_UNPACKED
    for inside, packed in archive.files():
        opened = True
        # What is packed once more: a file of 60 kB in it can hold all of this.
        held, more = unpacked(packed, left) if left > 0 else (packed, is_packed(packed))
        left -= len(held)
        cut = cut or more
        read = read_unpacked(held, inside.lower())
        yield from leak_findings(read._replace(plain=f"{plain_text(inside)}\n{read.plain}"), kept, inside)
    if not opened:
        yield from leak_findings(reading, kept)
    if archive.cut or cut:
        message = (
            f"expected an archive of at most {MOST_FILES:,} files and {MOST_IN_ARCHIVE:,} bytes that can be unpacked, found "
            "another: not all of it was read; look at it yourself"
        )
        yield Finding(code="file-too-large", message=message)


def _asked(asked: Iterable[Asked], text: str) -> list[Reference]:
    return [Reference(one.address, line + 1, one.how, one.directive) for one, line in with_lines(asked, text)]


def canonical_root(index: bytes) -> str | None:
    """Tell from a site's first page where the site stands; None where the page does not say."""
    address = read_page(index).canonical.strip()
    return address.removesuffix(INDEX) or None
