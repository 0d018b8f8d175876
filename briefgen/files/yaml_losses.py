"""A tree that YAML read without complaint -> where it did not read what the editor typed.

Each of these is valid to PyYAML, and changes a text without a word: a sign for number that begins a comment, a quote mark
that swallows the line below, an entry that becomes part of the one above, a comment that becomes part of a text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.files.row_faults import value_fault
from briefgen.files.rows import read_rows
from briefgen.files.yaml_faults import Fault, shown
from briefgen.files.yaml_tree import ListNode, Node, ScalarNode

if TYPE_CHECKING:
    from collections.abc import Iterator

# A `#` that may be meant as text, on a line that is more than a comment: most files have none, and need no second look.
_HASH = re.compile(r"^(?=[ \t]*[^\s#]).*?(?:(?<![ \t])[ \t]#|[ \t]#(?![ \t\r\n]|\Z))", re.MULTILINE)
_WRAPPED_AT = 60
"""Characters: programs that wrap lines do so at 72 or more, so that a person ended a shorter one."""


def losses(text: str, tree: Node, start: int, end: int, cls: type) -> list[Fault]:
    """Find texts that YAML reads otherwise than they are typed.

    Args:
        text: The file.
        tree: What YAML made of a stretch of it.
        start: Where the stretch begins.
        end: One past its last character.
        cls: The class of the model that it stands for.
    """
    found = list(_misread(text, tree, -1, in_list=False))
    if _HASH.search(text, start, end):
        spans = [(node.start, node.end) for node in _scalars(tree) if "\n" in text[node.start : node.end]]
        for row in read_rows(text, start, end, cls):
            # What looks like a line of its own may stand in a text over several lines.
            if not any(first < row.start < last for first, last in spans):
                fault = value_fault(text, row)
                if fault and fault.code == "comment-in-text":
                    found.append(fault)
    return found


def _scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _scalars(item)
    else:
        for _, value in node.pairs:
            yield from _scalars(value)


def _misread(text: str, node: Node, column: int, *, in_list: bool) -> Iterator[Fault]:
    """Look at the values that run over several lines; the column is that of the key or the dash they belong to."""
    if isinstance(node, ScalarNode):
        if "\n" in text[node.start : node.end]:
            yield from _lines_misread(text, node, column, in_list=in_list)
    elif not node.flow and isinstance(node, ListNode):
        for item in node.items:
            yield from _misread(text, item, _column(text, node.start), in_list=True)
    elif not node.flow and not isinstance(node, ListNode):
        for key, value in node.pairs:
            yield from _misread(text, value, _column(text, key.start), in_list=False)


def _lines_misread(text: str, node: ScalarNode, column: int, *, in_list: bool) -> Iterator[Fault]:
    for match in re.compile(r"\n([ \t]*)([^\s][^\r\n]*)").finditer(text, node.start, node.end):
        at, line = match.start(2), match[2]
        above = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        ended_by_a_person = len(above) < _WRAPPED_AT
        if node.style == "quoted" and len(match[1]) <= column:
            mark = text[node.start]
            message = (
                f"the quote mark `{mark}` that opens here closes only below and takes the line {shown(line)} with it; "
                "close it where the text ends"
            )
            yield Fault(at=node.start, code="yaml-syntax", message=message)
            return
        if node.style == "plain" and in_list and line.startswith("-") and ended_by_a_person:
            message = "this line stands further in than the `-` above, and so is part of its text; put the two in line"
            yield Fault(at=at, code="yaml-syntax", message=message)
            return
        # Below `|` a text has lines of its own, and programs save what begins with `# ` like that; below `>` they are
        # joined, so that nobody puts such a line there but as a comment.
        folded = text[node.start] == ">" and above.strip() and not _first_line(text, node, match.start())
        if folded and re.match(r"#(?:[ \t]|$)", line) and ended_by_a_person:
            message = (
                "in a text below `>` this line is no comment, it would be printed; move it above the key, or put the "
                "text in quotes"
            )
            yield Fault(at=at, code="comment-in-text", message=message)


def _first_line(text: str, node: ScalarNode, line_end: int) -> bool:
    return text.find("\n", node.start) == line_end


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)
