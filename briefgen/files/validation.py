"""The tree of a front matter or a registry -> a value of the model, or everything in it that the model does not take."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from pydantic import TypeAdapter, ValidationError

from briefgen.files.fence import control_in_value
from briefgen.files.rules import broken_rules, nothing_in
from briefgen.files.shape import Field, shape
from briefgen.files.validation_messages import explain
from briefgen.files.yaml_faults import Fault, shown
from briefgen.files.yaml_tree import ListNode, MapNode, Node, ScalarNode
from briefgen.model.seen import is_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Path: TypeAlias = "tuple[str | int, ...]"
"""The way to a value from the top: names of fields, and items counted from 0."""

# Pydantic alone would take "86400", the seconds of one day, for 1970-01-02.
# A day without quotes comes out of js-yaml 3 as its midnight, 2025-10-29T00:00:00.000Z; any other time is no day.
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[Tt ]00:00:00(?:\.0+)?(?:Z|[+-]00:00)?)?", re.ASCII)
_NO_DATE = "no date"
# What PyYAML makes of `title: No`, and js-yaml of `when: 2025-10-29`, once one of them has saved the file.
_NOT_WRITTEN_BY_HAND = re.compile(r"true|false|\d{4}-\d{2}-\d{2}T00:00:00\.000Z", re.ASCII)
# Front Matter CMS marks each item with the group of fields that it was edited by: the name of its class.
_TOOL_MARK = "fieldGroup"
Model = TypeVar("Model")


@dataclass(frozen=True, slots=True, kw_only=True)
class Validated(Generic[Model]):
    """What became of a tree."""

    value: Model | None
    """None if there are faults that keep it from being made."""
    starts: Mapping[Path, int]
    """The character at which each value begins."""
    faults: tuple[Fault, ...]


@functools.cache
def adapter(cls: type[Any]) -> TypeAdapter[Any]:
    """Give pydantic's reader of a class; made once, since that of briefings takes some 10 ms."""
    return TypeAdapter(cls)


def validate(tree: MapNode, cls: type[Model], line_of: Callable[[int], int]) -> Validated[Model]:
    """Read a tree by the model.

    Args:
        tree: The whole front matter or registry.
        cls: The class of the model that it stands for.
        line_of: Gives the line of a character, for messages that point at a second place.

    Returns:
        The value, and all that is wrong with it at once.
    """
    reader = _Reader(line_of)
    data = reader.mapping(tree, cls, ())
    value: Model | None = None
    whole: type = cls  # as mypy wants what is kept in a cache
    try:
        # As JSON, where strict reading still takes text for dates and lists for tuples.
        value = adapter(whole).validate_json(json.dumps(data), strict=True, extra="forbid")
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=False, include_input=False):
            reader.add_finding(detail["type"], tuple(detail["loc"]))
    return Validated(value=value, starts=reader.starts, faults=tuple(reader.faults))


class _Reader:
    """Turns nodes into plain data, remembers their places and notes what pydantic would not see."""

    def __init__(self, line_of: Callable[[int], int]) -> None:
        self.faults: list[Fault] = []
        self.starts: dict[Path, int] = {}
        self._line_of = line_of
        self._keys: dict[Path, int] = {}
        self._nodes: dict[Path, Node] = {}
        self._classes: dict[Path, type] = {}

    def mapping(self, node: MapNode, cls: type, path: Path) -> dict[str, Any]:
        """Read a mapping as the fields of a class."""
        self._note(node, path)
        self._classes[path] = cls
        fields = shape(cls)
        first: dict[str, tuple[ScalarNode, Node]] = {}
        for key, value in node.pairs:
            if key.text == _TOOL_MARK and isinstance(value, ScalarNode) and value.text == cls.__name__:
                continue
            if key.text in first:
                line = self._line_of(first[key.text][0].start)
                message = f"`{key.text}` stands here a second time, the first is in line {line}; keep one of the two"
                self._add(key.start, "duplicate-key", message)
            else:
                first[key.text] = key, value
                self._keys[*path, key.text] = key.start
        data = {name: self._value(value, fields.get(name), (*path, name)) for name, (_, value) in first.items()}
        for name, code, message in broken_rules(cls, data):
            self._add(self.starts[*path, name], code, message)
        return data

    def add_finding(self, kind: str, path: Path) -> None:
        """Note a finding of pydantic's, in words that say what to type instead."""
        owner = path[:-1]
        while owner not in self._classes:
            owner = owner[:-1]
        code, message = explain(kind, path, self._classes[owner], _found(self._nodes.get(path)))
        self._add(self._keys[path] if code == "unknown-key" else self._nearest(path), code, message)

    def _value(self, node: Node, field: Field | None, path: Path) -> Any:  # noqa: ANN401 - what JSON can hold
        """Read a value as a field wants it; what it cannot be is passed on, for pydantic to refuse."""
        self._note(node, path)
        if field is None:
            return None
        several = field.kind in {"texts", "items"}
        if isinstance(node, ScalarNode):
            if node.nothing:
                return [] if several else None
            if field.kind == "date":
                day = _DAY.fullmatch(node.text)
                return day[1] if day else _NO_DATE
            if field.kind == "text":
                self._refuse_lost_words(node)
            return node.text
        if isinstance(node, ListNode) and several:
            return [self._item(item, field, (*path, index)) for index, item in enumerate(node.items)]
        return {}

    def _item(self, node: Node, field: Field, path: Path) -> Any:  # noqa: ANN401 - what JSON can hold
        """Read an item of a list."""
        if field.item is not None and isinstance(node, MapNode):
            return self.mapping(node, field.item, path)
        self._note(node, path)
        if isinstance(node, ScalarNode):
            if field.item is None and not node.nothing and not is_seen(node.text):
                self._add(node.start, "empty", f"this entry {nothing_in(node.text)}; take it out")
            if field.item is None:
                self._refuse_lost_words(node)
            return None if node.nothing else node.text
        return {} if field.item is None else []

    def _refuse_lost_words(self, node: ScalarNode) -> None:
        """Refuse what another program has put in the place of somebody's words; in quotes it is taken as text."""
        if node.style == "plain" and _NOT_WRITTEN_BY_HAND.fullmatch(node.text):
            lost = "yes, no, on or off" if node.text in {"true", "false"} else "a day"
            message = f"{node.text} is what some programs make of {lost} without quotes; write the words, in quotes"
            self._add(node.start, "wrong-type", message)

    def _nearest(self, path: Path) -> int:
        while path not in self.starts:
            path = path[:-1]
        return self.starts[path]

    def _note(self, node: Node, path: Path) -> None:
        if isinstance(node, ScalarNode):
            self.faults += control_in_value(node.text, node.start)
        self._nodes[path] = node
        self.starts[path] = node.start

    def _add(self, at: int, code: str, message: str) -> None:
        self.faults.append(Fault(at=at, code=code, message=message))


def _found(node: Node | None) -> str:
    """Describe a value for a message."""
    if isinstance(node, ListNode):
        return "a list"
    if isinstance(node, MapNode):
        return "keys of its own"
    return "nothing" if node is None or node.nothing else shown(node.text)
