"""An element of lxml's trees -> its line, its attributes and its text, with the types that they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from lxml import etree


def line_of(element: etree._Element) -> int:
    """Give the line that an element begins in, counted from 1."""
    return cast("int | None", element.sourceline) or 1


def items_of(element: etree._Element) -> list[tuple[str, str]]:
    """Give the attributes of an element, in their order."""
    return cast("list[tuple[str, str]]", element.items())


def text_of(element: etree._Element) -> str:
    """Give all text within an element."""
    return "".join(cast("list[str]", list(element.itertext())))


def tag_of(element: etree._Element) -> str:
    """Give the name of an element, without what it is a name of."""
    return element.tag.rpartition("}")[2]
