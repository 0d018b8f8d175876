"""A picture of lines (SVG) -> what it loads and runs where it is opened by itself, as a page without a policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.verifying.finding import Finding
from briefgen.verifying.page import ReadPage, read_tree
from briefgen.verifying.trees import xml_tree
from briefgen.verifying.xml_files import invalid_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUNS = ("javascript:", "vbscript:")


def read_picture(data: bytes) -> tuple[ReadPage, list[Finding]]:
    """Read a picture, and give what is wrong with it: it is no XML, or it runs scripts."""
    tree = xml_tree(data)
    if tree.root is None:
        if tree.cut:
            message = "expected a picture that can be read whole, found one with more in it than a parser takes: it was not read"
            return ReadPage(), [Finding(code="file-too-large", message=message)]
        return ReadPage(), [invalid_xml(*tree.place, tree.error)]
    page = read_tree(tree)
    return page, list(_running(page))


def _running(page: ReadPage) -> Iterator[Finding]:
    """Give the first thing in a picture that runs: one of them is enough to look at it."""
    found = [(one.line, "a <script>", "<script") for one in page.inline if one.directive == "script-src"]
    found += [(one.line, "a <script>", "<script") for one in page.references if one.where.startswith("<script ")]
    found += [(one.line, f"the attribute {one.name}", f"{one.name}=") for one in page.handlers]
    found += [
        (one.line, f"a link that begins with {start.rstrip(':')}", one.address)
        for one in page.references
        for start in _RUNS
        if one.address.strip().lower().startswith(start)
    ]
    for line, what, sought in sorted(found)[:1]:
        message = (
            f"expected a picture that runs nothing, found {what}: opened by itself, it is a page of the site without a policy; "
            "take it out"
        )
        yield Finding(code="picture-runs-script", line=line, message=message, sought=sought)
