"""What a page links to -> what of it leads nowhere, and which places of other pages have to be there."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

from briefgen.verifying.finding import Finding
from briefgen.verifying.places import LOST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.verifying.page import ReadPage, Reference
    from briefgen.verifying.places import Places, Target

_PAGE = (".html", ".htm")
_DIRECTIVE = ":~:"
"""What stands behind it finds words, not a place."""
_LONGEST_SHOWN = 120
_OWN_ADDRESS = r"""[^\s"'<>()\[\]\\^`{|}]*"""
_TRAILING = ".,;:!?*"


class Anchors:
    """Which places each page has, and which are linked to: a few bytes for each, since a site has millions."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._there: dict[str, array[int]] = {}
        self._wanted: defaultdict[str, dict[int, list[tuple[str, int]]]] = defaultdict(dict)
        self._names: dict[int, str] = {}

    def has(self, path: str, ids: Iterable[str]) -> None:
        """Take the places of a page."""
        self._there[path] = array("q", map(hash, ids))

    def wants(self, path: str, name: str, here: str, line: int) -> None:
        """Note that a file links to a place of a page."""
        number = hash(name)
        self._names[number] = name
        self._wanted[path].setdefault(number, []).append((here, line))

    def missing(self) -> Iterator[tuple[str, Finding]]:
        """Give what leads to no place, with the file that it stands in."""
        for path in sorted(self._wanted):
            if path not in self._there:  # no page that could be read, which is told of that page
                continue
            there = set(self._there[path])
            for number, places in self._wanted[path].items():
                if number not in there:
                    name = self._names[number]
                    for here, line in places:
                        yield here, _no_anchor(path, name, line)


def link_findings(page: ReadPage, here: str, places: Places, anchors: Anchors) -> Iterator[Finding]:
    """Give what is wrong with the addresses of a page; places of other pages are noted, not yet proved.

    Args:
        page: As it was read.
        here: Its path.
        places: The files of the site.
        anchors: Takes its own places, and those of other pages that it links to.
    """
    anchors.has(here, page.ids)
    for name, line, first in page.twice:
        message = f"the id {_short(name)!r} stands in line {first} already; give each element one of its own"
        yield Finding(code="id-twice", line=line, message=message, what=name, sought=f'"{name}"')
    asked: set[tuple[str, str]] = set()
    for reference in (*page.references, *page.refreshes):
        target = places.target(reference.address, here, page.base)
        if target.way == "file":
            yield from _anchor_findings(target, reference, page, here, (anchors, asked))
        else:
            yield from _lost(target, reference, places)
        if here == LOST and not page.base and not places.is_from_root(reference.address):
            message = (
                f"expected an address that begins with a slash in {reference.where}, found {_short(reference.address)!r}: "
                "this page is shown at every address that there is not"
            )
            yield Finding(
                code="lost-page-relative",
                line=reference.line,
                message=message,
                what=reference.address,
                sought=reference.address,
            )


def address_findings(
    addresses: Iterable[tuple[str, int]], here: str, places: Places, anchors: Anchors | None = None
) -> Iterator[Finding]:
    """Give what is wrong with the addresses that a file other than a page holds, each with its line.

    Args:
        addresses: As they stand in it.
        here: Its path.
        places: The files of the site.
        anchors: Takes the places of pages that are linked to.
    """
    for address, line in addresses:
        target = places.target(address, here)
        if target.way == "file":
            name = _anchor(target.fragment)
            if anchors is not None and name and target.path.endswith(_PAGE):
                anchors.wants(target.path, name, here, line)
        elif target.way != "script":
            yield from _lost_at(target, address, line, "", places)


def own_addresses(text: str, places: Places) -> Iterator[tuple[str, int]]:
    """Give the addresses of the site's own that stand in a text in full, and how many lines below its first they stand."""
    if not places.url:
        return
    line = at = 0
    for found in re.finditer(re.escape(places.url) + _OWN_ADDRESS, text):
        line += text.count("\n", at, found.start())
        at = found.start()
        yield found[0].rstrip(_TRAILING), line


def _anchor_findings(
    target: Target, reference: Reference, page: ReadPage, here: str, kept: tuple[Anchors, set[tuple[str, str]]]
) -> Iterator[Finding]:
    anchors, asked = kept
    name = _anchor(target.fragment)
    # What a browser loads by itself has a fragment of its own kind: a part of a picture, a page of a PDF.
    if not name or reference.directive or not target.path.endswith(_PAGE):
        return
    if target.path == here:
        if name not in page.ids and target.fragment not in page.ids:
            yield _no_anchor(here, name, reference.line)
    elif (target.path, name) not in asked:
        asked.add((target.path, name))
        anchors.wants(target.path, name, here, reference.line)


def _anchor(fragment: str) -> str:
    """Give the id that a fragment asks for; empty where it asks for none that a page has to have."""
    name = unquote(fragment.partition(_DIRECTIVE)[0]) if fragment else ""
    # `#top` is the page's beginning; what begins with two underscores is the theme's, which its scripts make.
    return "" if name.lower() == "top" or name.startswith("__") else name


def _lost(target: Target, reference: Reference, places: Places) -> Iterator[Finding]:
    if target.way == "script":
        if reference.directive and target.path == "data":
            return  # it is held in the page, and goes by the policy
        message = (
            f"expected an address in {reference.where}, found one that begins with {target.path}: "
            f"{_short(reference.address)!r}; take it out"
        )
        yield Finding(
            code="link-runs-script",
            line=reference.line,
            message=message,
            what=reference.address[:200],
            sought=reference.address,
        )
        return
    yield from _lost_at(target, reference.address, reference.line, f" in {reference.where}", places)


def _lost_at(target: Target, address: str, line: int, where: str, places: Places) -> Iterator[Finding]:
    if target.way == "outside":
        known = f" (it stands below {places.base})" if places.base != "/" else ""
        message = (
            f"expected an address within the site{known}{where}, found {_short(address)!r}, which leads above its root"
        )
        yield Finding(code="link-leaves-site", line=line, message=message, what=address, sought=address)
    elif target.way == "missing":
        near = places.near(target.path)
        hint = f"there is {near}, which differs in upper and lower case" if near else "correct it, or add the file"
        message = (
            f"expected a file of the site{where}, found {_short(address)!r}: there is no {_short(target.path)}; {hint}"
        )
        yield Finding(code="page-missing", line=line, message=message, what=target.path, sought=address)


def _no_anchor(path: str, name: str, line: int) -> Finding:
    message = (
        f"expected a place of {path}, found #{_short(name)}, which that page does not have; write an id that it has"
    )
    return Finding(code="anchor-missing", line=line, message=message, what=f"{path}#{name}", sought=f"#{name}")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
