"""Two sets of values and the tree of the first -> the edits of the text that lead to the second.

An edit replaces a stretch of the file; what no edit touches stays byte for byte.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.files.alignment import align
from briefgen.files.edits import Edit, apply
from briefgen.files.shape import Field, shape
from briefgen.files.yaml_text import day, flow_value, item_lines, pair_lines, quoted_scalar, scalar
from briefgen.files.yaml_tree import ListNode, MapNode, Node, ScalarNode

if TYPE_CHECKING:
    from briefgen.files.comments import Comments
    from briefgen.files.shape import Plain

_BLANKS = 2
_COMMENT_BEHIND = re.compile(r"([ \t]*)#(.?)")
_HEADER_COMMENT = re.compile(r"[|>][^\s#]*[ \t]+(#[^\r\n]*)")


class Splicer:
    """Compares values along the tree of a file and gives the edits."""

    def __init__(self, text: str, comments: Comments) -> None:
        """Take the file and its comments."""
        self._text = text
        self._comments = comments
        self._newline = "\r\n" if "\r\n" in text else "\n"

    def mapping(self, node: MapNode, old: dict[str, Plain], new: dict[str, Plain], cls: type) -> list[Edit]:
        """Change a mapping that is written in lines.

        Args:
            node: Where it stands.
            old: Its values as the file has them.
            new: Its values as they shall be.
            cls: The class of the model that it stands for.

        Returns:
            The edits, none where the values are equal.
        """
        pairs = {key.text: (key, value) for key, value in reversed(node.pairs)}
        changed = [name for name in shape(cls) if old.get(name) != new.get(name)]
        if self._first_on_dash(node) and node.pairs[0][0].text in changed and node.pairs[0][0].text not in new:
            return [self._mapping_anew(node, new)]
        edits: list[Edit] = []
        for name in changed:
            if name not in pairs:
                continue
            key, value = pairs[name]
            if name in new:
                edits += self._value(key, value, old.get(name), new[name], shape(cls)[name])
            else:
                edits.append(self._removal(key, value))
        return edits + self._additions(
            node, pairs, [name for name in changed if name in new and name not in pairs], new, cls
        )

    def _value(self, key: ScalarNode, node: Node, old: Plain | None, new: Plain, field: Field) -> list[Edit]:
        """Change the value of a key."""
        if isinstance(node, ListNode) and isinstance(old, list) and isinstance(new, list):
            if node.flow:
                return self._flow(node, old, new)
            return self._block_list(node, old, new, field)
        if isinstance(new, list) and any(isinstance(item, dict) for item in new):
            lines = [line for item in new for line in item_lines(item, self._column(key.start) + 2)]
            start = node.start
            while self._text[start - 1] in " \t":
                start -= 1
            text = self._newline + self._newline.join(lines)
            return [Edit(start=start, end=node.end, text=text + self._room_for_comment(node.end))]
        if isinstance(new, list):
            return [self._scalar_edit(node, flow_value(new))]
        text = str(new)
        if field.kind == "text":
            return [self._scalar_edit(node, scalar(text), of_words=True)]
        return [self._scalar_edit(node, day(text) if field.kind == "date" else scalar(text))]

    def _scalar_edit(self, node: Node, text: str, *, of_words: bool = False) -> Edit:
        """Replace a value on its line."""
        header = _HEADER_COMMENT.match(self._text, node.start, node.end)
        before = "" if self._text[node.start - 1] in " \t\n[{," else " "
        after = " " if self._text[node.end : node.end + 1] == "#" else ""
        if header and isinstance(node, ScalarNode) and node.style == "block":
            after = f"  {header[1]}"
        elif of_words and text[0] != '"':
            comment = _COMMENT_BEHIND.match(self._text, node.end)
            if (
                comment and comment[2].strip()
            ):  # as in `#sic`: behind a text without quotes it would be part of the text
                text = quoted_scalar(text)
            else:
                after = self._room_for_comment(node.end)
        return Edit(start=node.start, end=node.end, text=before + text + after)

    def _room_for_comment(self, end: int) -> str:
        """Give the blanks that tell a comment behind a text without quotes from the text: two at least."""
        comment = _COMMENT_BEHIND.match(self._text, end)
        return " " * (_BLANKS - len(comment[1])) if comment else ""

    def _flow(self, node: ListNode | MapNode, old: Plain, new: Plain) -> list[Edit]:
        """Change a value in brackets: the texts in it where only texts differ, else all of it."""
        inner = self._flow_texts(node, old, new)
        if inner is not None:
            return inner
        text = flow_value(new)
        comments = self._comments.within(node.start, node.end)
        return [Edit(start=node.start, end=node.end, text=" ".join([text, *comments]))]

    def _flow_texts(self, node: Node, old: Plain, new: Plain) -> list[Edit] | None:
        """Give the edits of the texts in brackets, None where more than texts differ."""
        if old == new:
            return []
        if isinstance(node, ScalarNode) and isinstance(new, str):
            return [self._scalar_edit(node, scalar(new, flow=True))]
        children: list[tuple[Node, Plain, Plain]] = []
        if isinstance(node, ListNode) and isinstance(old, list) and isinstance(new, list):
            if not len(node.items) == len(old) == len(new):
                return None
            children = list(zip(node.items, old, new, strict=True))
        elif isinstance(node, MapNode) and isinstance(old, dict) and isinstance(new, dict):
            nodes = {key.text: value for key, value in node.pairs}
            changed = [name for name in new if old.get(name) != new[name]]
            if not (old.keys() == new.keys() and nodes.keys() >= set(changed)):
                return None
            children = [(nodes[name], old[name], new[name]) for name in changed]
        else:
            return None
        edits = [self._flow_texts(*child) for child in children]
        return None if None in edits else [edit for found in edits for edit in found or []]

    def _block_list(self, node: ListNode, old: list[Plain], new: list[Plain], field: Field) -> list[Edit]:
        """Change a list that is written with dashes: entries take their lines along."""
        sources = align(old, new)
        if sources == list(range(len(old))):
            return [edit for at in range(len(new)) for edit in self._item(node.items[at], old[at], new[at], field)]
        lines = self._item_lines(node)
        column = self._column(node.start)
        saved = self._comments_of_removed(lines, [index for index in range(len(old)) if index not in sources])
        parts: list[str] = []
        for value, index in zip(new, sources, strict=True):
            if index is None:
                parts += [line + self._newline for line in item_lines(value, column)]
                continue
            gap, start, end = lines[index]
            edits = self._item(node.items[index], old[index], value, field)
            parts += [saved.pop(index, ""), self._text[gap:start], apply(self._text, start, end, edits)]
        return [Edit(start=lines[0][0], end=lines[-1][2], text="".join([*parts, *saved.values()]))]

    def _item(self, node: Node, old: Plain, new: Plain, field: Field) -> list[Edit]:
        """Change an entry of a list written with dashes."""
        if old == new:
            return []
        if isinstance(node, MapNode) and field.item and isinstance(old, dict) and isinstance(new, dict):
            return self._flow(node, old, new) if node.flow else self.mapping(node, old, new, field.item)
        return [self._scalar_edit(node, scalar(str(new)), of_words=True)]

    def _item_lines(self, node: ListNode) -> list[tuple[int, int, int]]:
        """Give for each entry where the lines between it and the last begin, its own lines, and where they end."""
        found: list[tuple[int, int, int]] = []
        column = self._column(node.start)
        end = self._line_start(node.start)
        for item in node.items:
            start = self._line_start(item.start)
            while start > end and self._text[start : start + column + 1] != " " * column + "-":
                start = self._line_start(start - 1)
            found.append((end, start, self._line_end(item.end)))
            end = self._line_end(item.end)
        return found

    def _comments_of_removed(self, lines: list[tuple[int, int, int]], removed: list[int]) -> dict[int, str]:
        """Give what editors wrote beside entries that go, under the number of the entry that follows."""
        saved: dict[int, str] = {}
        for index in removed:
            gap, start, end = lines[index]
            indent = self._text[start:end][: len(self._text[start:end]) - len(self._text[start:end].lstrip())]
            kept = [f"{indent}{comment}{self._newline}" for comment in self._comments.within(gap, end)]
            after = index + 1
            while after in removed:
                after += 1
            saved[after] = saved.get(after, "") + "".join(kept)
        return saved

    def _mapping_anew(self, node: MapNode, new: dict[str, Plain]) -> Edit:
        """Write an entry anew, its comments above it."""
        column = self._column(node.start)
        values = [line.lstrip() if at == 0 else line for at, line in enumerate(self._pairs(new, column))]
        comments = self._comments.within(node.start, node.end)
        text = "".join(f"{comment}{self._newline}{' ' * column}" for comment in comments)
        return Edit(start=node.start, end=node.end, text=text + self._newline.join(values))

    def _pairs(self, values: dict[str, Plain], column: int) -> list[str]:
        return [line for key, value in values.items() for line in pair_lines(key, value, column)]

    def _removal(self, key: ScalarNode, value: Node) -> Edit:
        """Take out the lines of a key; comments among them stay."""
        start, end = self._line_start(key.start), self._line_end(value.end)
        indent = " " * self._column(key.start)
        kept = [f"{indent}{comment}{self._newline}" for comment in self._comments.within(start, end)]
        return Edit(start=start, end=end, text="".join(kept))

    def _additions(
        self,
        node: MapNode,
        pairs: dict[str, tuple[ScalarNode, Node]],
        names: list[str],
        new: dict[str, Plain],
        cls: type,
    ) -> list[Edit]:
        """Write new keys, each behind the nearest that the model has before it."""
        edits: list[Edit] = []
        order = list(shape(cls))
        column = self._column(node.start)
        for name in names:
            lines = pair_lines(name, new[name], column)
            # The first field of every class is required, so that there always is one before.
            _, before = next(pairs[other] for other in reversed(order[: order.index(name)]) if other in pairs)
            at = self._line_end(before.end)
            edits.append(Edit(start=at, end=at, text="".join(line + self._newline for line in lines)))
        return edits

    def _first_on_dash(self, node: MapNode) -> bool:
        """Whether something other than spaces stands before the first key on its line."""
        return self._text[self._line_start(node.start) : node.start].strip() != ""

    def _column(self, at: int) -> int:
        return at - self._line_start(at)

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        """Give the beginning of the next line."""
        return self._text.find("\n", at) + 1
