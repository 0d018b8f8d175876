"""Thirty-two ways of writing a briefing's file by every single change: only the lines of what changed change.

The files of cases/revise/ hold each class of the model with all its fields: folded and literal texts, texts broken over
lines, quotes of each kind, lists in brackets, comments in every place, other indentations, orders, line ends and scripts.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefgen.files.fence import find_fence
from briefgen.files.front_matter import read_briefing
from briefgen.files.front_matter_revise import revised_text
from briefgen.files.shape import Field, shape
from briefgen.files.yaml_tree import ListNode, MapNode, Node, ScalarNode, read_tree
from briefgen.model.briefing import (
    Actor,
    Briefing,
    Caution,
    Correction,
    Evidence,
    Question,
    Source,
    Takeaway,
    Waiver,
    WatchItem,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = sorted((Path(__file__).parents[2] / "cases" / "revise").glob("*.md"))
DAY = dt.date(2026, 3, 10)
WORDS = ("Plain new words", 'New: “words” & it\'s "so" – #1 [of] 2', "no")
# Every pair of a file and a change takes minutes: here each change meets five files or six. REVISE_ALL=1 does them all.
SHARE = 1 if os.environ.get("REVISE_ALL") else 6
NEW: dict[type, Any] = {
    Evidence: Evidence(quote="A new quote: here."),
    Waiver: Waiver(code="too-long", reason="It's short."),
    Correction: Correction(date=DAY, was="one", now="two"),
    Source: Source(file="seeds/new.txt"),
    Takeaway: Takeaway(text="New: one.", evidence=(Evidence(quote="New quote."),)),
    Actor: Actor(name="New Actor", kind="group", aliases=("New", "The #1")),
    Question: Question(text="What's new?"),
    WatchItem: WatchItem(text="A new day", start=DAY),
    Caution: Caution(text="New."),
}
OF_ONE_FORM = {
    "file": "seeds/renamed.txt",
    "sha256": "f" * 64,
    "url": "https://example.org/new",
    "language": "no",
    "answered_by": "new",
}


def changes(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:  # noqa: ANN401 - any value of the model
    """Give every kind of single change of a value: each field of its own and of the first and last of its items."""
    cls: type = type(value)
    for number, field in enumerate(shape(cls).values()):
        held = getattr(value, field.name)
        here = (*path, field.name)

        def put(new: Any, name: str = field.name) -> Any:  # noqa: ANN401 - as above
            return replace(value, **{name: new})

        if field.kind in {"texts", "items"}:
            for kind, new in _list_changes(held, WORDS[number % 3] if field.item is None else NEW[field.item]):
                yield here, kind, put(new)
            for at in sorted({0, len(held) - 1}) if held and is_dataclass(held[0]) else ():
                for below, kind, new in changes(held[at], (*here, at)):
                    yield below, kind, put((*held[:at], new, *held[at + 1 :]))
            continue
        new = _other(field, held, WORDS[number % 3])
        if new is not None:
            yield here, "set" if held is None else "changed", put(new)
        if held is not None and not field.required and field.kind != "choice":
            yield here, "taken out", put(None)


def _other(field: Field, held: Any, words: str) -> Any:  # noqa: ANN401 - as above
    """Give another value for a field."""
    if field.kind == "choice":
        return next(choice for choice in field.choices if choice != held)
    return DAY if field.kind == "date" else OF_ONE_FORM.get(field.name, words)


def _list_changes(held: tuple[Any, ...], new: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:  # noqa: ANN401 - as above
    yield "added last", (*held, new)
    if held:
        yield "added first", (new, *held)
        yield "first taken out", held[1:]
        yield "all taken out", ()
    if len(held) > 1:
        yield "added between", (held[0], new, *held[1:])
        yield "last taken out", held[:-1]
        yield "moved", (held[-1], *held[:-1])


def _lines_of(text: str, node: Node, path: tuple[str | int, ...]) -> set[int]:
    """Give the numbers of the lines that a value takes up, with its key; none where the file has no such key."""
    for depth, part in enumerate(path):
        if isinstance(node, (ListNode, MapNode)) and node.flow:
            break
        if isinstance(part, int):
            assert isinstance(node, ListNode)
            node = node.items[part]
            continue
        assert isinstance(node, MapNode)
        found = next(((key, value) for key, value in node.pairs if key.text == part), None)
        if found is None:
            return set()
        key, node = found
        if depth == len(path) - 1 or (isinstance(node, (ListNode, MapNode)) and node.flow):
            return set(range(text.count("\n", 0, key.start), text.count("\n", 0, max(node.end, key.end)) + 1))
    return set(range(text.count("\n", 0, node.start), text.count("\n", 0, node.end) + 1))


def _tree(text: str) -> MapNode:
    fence, _ = find_fence(text)
    assert fence
    tree, _ = read_tree(text, fence.start, fence.end)
    assert isinstance(tree, MapNode)
    return tree


def _comments(text: str) -> list[str]:
    front = text[: text.index("\n", text.index("\n") + 1) + 1] + text
    return sorted(
        line[line.index("# ") :].rstrip() for line in front.split("\n") if " remark " in line and "# " in line
    )


def _in_order(kept: list[str], lines: list[str]) -> bool:
    rest = iter(lines)
    return all(line in rest for line in kept)


def test_there_are_enough_of_them() -> None:
    """Each holds every class and, between the items of a class, every field."""
    assert len(FILES) >= 30
    for file in FILES:
        briefing = read_briefing("a.md", file.read_bytes().decode()).briefing
        for field in fields(Briefing):
            assert getattr(briefing, field.name), (file.name, field.name)


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_a_single_change_changes_its_own_lines_only(file: Path) -> None:
    """The file says what was asked for, the lines of other values are there byte for byte and in order, no comment goes."""
    text = file.read_bytes().decode()
    old = read_briefing("a.md", text)
    tree, before = _tree(text), text.split("\n")
    assert revised_text(old, old.briefing) == text
    every = [change for change in changes(old.briefing) if change[0] != ("id",)]
    assert len(every) > 150
    for path, kind, wanted in every[FILES.index(file) % SHARE :: SHARE]:
        label = f"{path} {kind}"
        after = revised_text(old, wanted)
        read = read_briefing("a.md", after)
        assert (read.briefing, read.notes) == (wanted, old.notes), label
        assert _comments(after) == _comments(text), label
        assert after.count("\r\n") == (after.count("\n") if "\r\n" in text else 0), label
        lines = after.split("\n")
        touched = _lines_of(text, tree, path)
        kept = [line for number, line in enumerate(before) if number not in touched]
        assert _in_order(kept, lines), label
        if kind in {"moved", "added last", "added first", "added between"} and not _flow_or_missing(tree, path):
            assert _in_order(sorted(before), sorted(lines)), label


def _flow_or_missing(node: Node, path: tuple[str | int, ...]) -> bool:
    """Whether a list stands in brackets, or is not in the file."""
    for part in path:
        if isinstance(node, (ListNode, MapNode)) and node.flow:
            return True
        if isinstance(part, int):
            assert isinstance(node, ListNode)
            node = node.items[part]
        else:
            assert isinstance(node, MapNode)
            found = next((value for key, value in node.pairs if key.text == part), None)
            if found is None:
                return True
            node = found
    return isinstance(node, ScalarNode) or node.flow
