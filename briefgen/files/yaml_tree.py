"""The text of front matter or a registry -> a tree of text, lists and mappings that knows its place, or what is wrong in it.

YAML is read as text: nothing is turned into a number, a date or a truth value. The tree is built from the parser's
events, so that anchors, tags, depth and size are refused before anything is made of them: PyYAML's own C loader builds
its nodes by recursion and crashes the process at 100,000 nested brackets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import yaml

from briefgen.files.yaml_faults import Fault, explain

MAX_DEPTH = 20
MAX_NODES = 20_000
"""A briefing of six takeaways and eight actors has about 300."""

_KEEP = re.compile(r"[|>]\d*\+")
# libyaml reads ten times as fast; the loader of PyYAML itself gives the same events.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalarNode:
    """A text."""

    text: str
    style: Literal["plain", "quoted", "block"]
    start: int
    """First character in the file."""
    end: int
    """One past the last character that belongs to the value; line breaks and comments behind it do not."""

    @property
    def nothing(self) -> bool:
        """Whether it stands for no value: unquoted and empty, `null` or `~`."""
        return self.style == "plain" and self.text in {"", "null", "~"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNode:
    """A list."""

    items: tuple[Node, ...]
    flow: bool
    """Whether it is written in brackets."""
    start: int
    """The opening bracket or the first dash."""
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MapNode:
    """A mapping; a key that occurs twice is there twice."""

    pairs: tuple[tuple[ScalarNode, Node], ...]
    flow: bool
    """Whether it is written in braces."""
    start: int
    """The opening brace or the first key."""
    end: int


Node: TypeAlias = ScalarNode | ListNode | MapNode


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been seen."""

    is_map: bool
    flow: bool
    start: int
    children: list[Node]


def read_tree(text: str, start: int, end: int) -> tuple[Node | None, list[Fault]]:
    """Build the tree of a stretch of a file.

    Args:
        text: The file.
        start: Where the YAML begins.
        end: One past its last character.

    Returns:
        The tree, None if there is none or the YAML cannot be read to its end; and every fault that was found. Places in
        both count characters of the file.
    """
    builder = _Builder(text, start)
    try:
        for event in yaml.parse(text[start:end], _LOADER):
            builder.take(event)
    except _StopReading:
        return None, builder.faults
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = start + (mark.index if mark else 0)
        opened = error.context_mark.index + start if error.context_mark else at
        builder.faults.append(explain(text, at, opened, str(error.problem), str(error.context)))
        return None, builder.faults
    except yaml.YAMLError as error:
        builder.faults.append(Fault(at=start, code="yaml-syntax", message=f"this is no YAML: {error}"))
        return None, builder.faults
    return builder.root, builder.faults


def stops_at(text: str, start: int, end: int) -> int | None:
    """Give the character at which the parser gives up, or at which a second document begins; None if it reads all."""
    documents = 0
    event: Any
    try:
        for event in yaml.parse(text[start:end], _LOADER):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                return start + int(event.start_mark.index)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return start + (mark.index if mark else 0)
    except yaml.YAMLError:
        return start
    return None


class _StopReading(Exception):  # noqa: N818 - a signal, no error
    """What follows is not worth reading."""


class _Builder:
    """Takes events and makes the tree."""

    def __init__(self, text: str, offset: int) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._text = text
        self._offset = offset
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events have no types of their own
        """Take the next event.

        Raises:
            _StopReading: The front matter is too deep, too large, or has a second document.
        """
        start: int = self._offset + event.start_mark.index
        if isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event, start)
        elif isinstance(event, yaml.NodeEvent):
            self._count(start)
            self._refuse_anchors_and_tags(event, start)
        end: int = self._offset + event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event, start))
        elif isinstance(event, yaml.AliasEvent):
            self._add(ScalarNode(text=self._text[start:end], style="quoted", start=start, end=end))
        elif isinstance(event, yaml.CollectionStartEvent):
            is_map = isinstance(event, yaml.MappingStartEvent)
            self._open.append(_Open(is_map=is_map, flow=bool(event.flow_style), start=start, children=[]))
            if len(self._open) > MAX_DEPTH:
                self._stop(
                    start, "too-deep", f"lists and keys are nested more than {MAX_DEPTH} deep; four are enough here"
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(event)

    def _start_document(self, event: Any, start: int) -> None:  # noqa: ANN401 - see take
        self._documents += 1
        if self._documents > 1:
            self._stop(
                start,
                "yaml-syntax",
                "a second `---` begins another document; take it out (front matter ends with a bare `---`)",
            )
        if event.version or event.tags:
            self.faults.append(
                Fault(at=start, code="yaml-syntax", message="lines such as `%YAML` have no place here; take it out")
            )

    def _count(self, start: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._stop(
                start, "too-large", f"expected at most {MAX_NODES:,} values, found more; is this the right file?"
            )

    def _stop(self, at: int, code: str, message: str) -> None:
        self.faults.append(Fault(at=at, code=code, message=message))
        raise _StopReading

    def _refuse_anchors_and_tags(self, event: Any, start: int) -> None:  # noqa: ANN401 - see take
        if event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            message = f"a value that begins with `{sign}` is a reference in YAML, not taken here; put it in quotes"
            self.faults.append(Fault(at=start, code="anchor", message=message))
        if getattr(event, "tag", None) is not None:
            message = "a value that begins with `!` is a type in YAML, not taken here; put it in quotes"
            self.faults.append(Fault(at=start, code="tag", message=message))

    def _scalar(self, event: Any, start: int) -> ScalarNode:  # noqa: ANN401 - see take
        end = self._offset + event.end_mark.index
        if event.style in {"|", ">"}:
            raw = self._text[start:end]
            # The parser's mark runs to the next line with words; blank lines belong to the value only where `+` says
            # so.
            kept = raw.removesuffix("\n").removesuffix("\r") if _KEEP.match(raw) else raw.rstrip()
            return ScalarNode(text=event.value, style="block", start=start, end=start + len(kept))
        return ScalarNode(text=event.value, style="quoted" if event.style else "plain", start=start, end=end)

    def _close(self, event: Any) -> None:  # noqa: ANN401 - see take
        done = self._open.pop()
        # The parser's mark of a block runs past the comments behind it.
        end = self._offset + event.end_mark.index if done.flow else max(child.end for child in done.children)
        if not done.is_map:
            self._add(ListNode(items=tuple(done.children), flow=done.flow, start=done.start, end=end))
            return
        pairs: list[tuple[ScalarNode, Node]] = []
        for key, value in zip(done.children[::2], done.children[1::2], strict=True):
            if isinstance(key, ScalarNode):
                pairs.append((key, value))
            else:
                message = "a list or a mapping stands where a key should; put the value in quotes"
                self.faults.append(Fault(at=key.start, code="yaml-syntax", message=message))
        self._add(MapNode(pairs=tuple(pairs), flow=done.flow, start=done.start, end=end))

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
