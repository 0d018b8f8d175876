"""A file and its tree -> the comments in any stretch of it, so that none is lost with what it stood beside."""

from __future__ import annotations

import bisect
import re

from briefgen.files.yaml_tree import ListNode, Node, ScalarNode

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*", re.MULTILINE)


class Comments:
    """Knows which `#` begin comments: those outside of values, behind white space."""

    def __init__(self, text: str, tree: Node) -> None:
        """Take the file and its tree."""
        self._text = text
        self._spans = sorted(_spans(text, tree))
        self._starts = [start for start, _ in self._spans]

    def within(self, start: int, end: int) -> list[str]:
        """Give the comments that begin in a stretch of the file, in their order, from `#` to the end of the line."""
        found: list[str] = []
        at = start
        while match := _COMMENT.search(self._text, at, end):
            at = self._end_of_value(match.start())
            if at == match.start():
                line_end = self._text.find("\n", at)
                at = len(self._text) if line_end < 0 else line_end
                found.append(self._text[match.start() : at].rstrip())
        return found

    def _end_of_value(self, at: int) -> int:
        """Give the end of the value that the character is part of, the character itself if it is part of none."""
        index = bisect.bisect_right(self._starts, at) - 1
        return max(at, self._spans[index][1]) if index >= 0 else at


def _spans(text: str, node: Node) -> list[tuple[int, int]]:
    """List the stretches that values take up."""
    if isinstance(node, ScalarNode):
        start = node.start
        if node.style == "block":  # a comment can stand behind the `|`
            start = text.find("\n", node.start, node.end)
        return [(start, node.end)] if 0 <= start < node.end else []
    if isinstance(node, ListNode):
        return [span for item in node.items for span in _spans(text, item)]
    return [span for pair in node.pairs for part in pair for span in _spans(text, part)]
