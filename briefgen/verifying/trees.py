"""A page's or a picture's bytes -> its elements, named as HTML names them, whether it is HTML or XML."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from briefgen.verifying.elements import items_of, tag_of


class Tree(NamedTuple):
    """A file that was parsed, as far as it could be."""

    root: etree._Element | None
    cut: bool = False
    """Whether the parser gave up before the end."""
    error: str = ""
    """Why there is no tree."""
    place: tuple[int, int] = (1, 1)
    """Line and column of the error."""


def html_tree(data: bytes) -> Tree:
    """Parse HTML; never raises, whatever the bytes are."""
    try:
        data.decode("utf-8")
        encoding: str | None = "utf-8"
    except UnicodeDecodeError:
        encoding = None  # what the page itself says, else what its bytes look like
    parser = etree.HTMLParser(encoding=encoding, huge_tree=True, remove_pis=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, LookupError):
        return Tree(None)
    if root is not None:
        # What stands after </html> is another root to libxml2; a browser puts it into the body.
        for after in list(root.itersiblings()):
            root.append(after)
    return Tree(root, cut=any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log))


def xml_tree(data: bytes) -> Tree:
    """Parse XML, name its elements as HTML and SVG do, without prefixes; no entity is expanded, nothing loaded."""
    # Limits stay on: a text of 10 million characters within a picture is told, and not read.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        cut = any(one.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT or "huge" in one.message for one in parser.error_log)
        return Tree(None, cut=cut, error=error.msg or "nothing", place=error.position)
    except (etree.LxmlError, ValueError, LookupError) as error:
        return Tree(None, error=str(error))
    for element in root.iter(etree.Element):
        element.tag = tag_of(element).lower()
        for name, value in items_of(element):
            if "}" in name:
                # `xlink:href` means what `href` does, where there is none.
                plainly = name.rpartition("}")[2]
                if element.get(plainly) is None:
                    element.set(plainly, value)
    return Tree(root)
