"""A file with ordinary mistakes -> the file with those mended of which it is sure what was meant, and what was done.

A mend is made only where it is proved to do no harm: the file is read again, what was wrong is right, nothing else is
wrong, every value that could be read before is read as it was, and no letter or digit came or went.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.files.fence import find_fence
from briefgen.files.lines import Lines
from briefgen.files.reading_on import all_faults
from briefgen.files.rows import read_rows
from briefgen.files.working import Working
from briefgen.files.yaml_tree import ListNode, Node, ScalarNode, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.files.yaml_faults import Fault


_LONGEST = 60_000
"""Characters; the longest briefing we made has 20,000, and a proof reads a file some fifty times."""
_MOST_ROUNDS = 8
_MOST_ALONE = 50
"""Mends that are tried one by one where not all can be made together; the next run goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Something that was mended."""

    line: int
    """Where it stands in the mended file, counted from 1."""
    column: int
    done: str
    """What was done, such as “put the value in quotes”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A mended file."""

    text: str
    fixes: tuple[Fix, ...]
    """None where the file was left as it was."""


def fixed(text: str, cls: type, *, fenced: bool = True) -> Fixed:
    """Mend what is sure.

    Args:
        text: The file.
        cls: The class of the model that its YAML stands for.
        fenced: Whether the YAML stands between `---`; otherwise it is the whole file.

    Returns:
        The file with only the bytes of the mended places changed. Faults that it still has are for a person.
    """
    done: list[tuple[int, str]] = []
    if len(text) > _LONGEST:
        return Fixed(text=text, fixes=())
    # What one mend uncovers the next round mends: tabs, say, behind a line that lacked its colon's space.
    for _ in range(_MOST_ROUNDS):
        sure = _sure_faults(text, cls, fenced=fenced)
        if not sure:
            break
        copy = _mended(text, sure)
        told = [*done, *(_told(fault) for fault in sure)]
        done = [(copy.place(at), what) for at, what in told]
        text = copy.text
    lines = Lines(text)
    places = [(*lines.position(at), what) for at, what in sorted(done)]
    return Fixed(text=text, fixes=tuple(Fix(line=line, column=column, done=what) for line, column, what in places))


def _sure_faults(text: str, cls: type, *, fenced: bool) -> list[Fault]:
    """Find the faults that can be mended, each with proof that it does no harm."""
    faults = all_faults(text, cls, fenced=fenced)
    sure = [fault for fault in faults if fault.mend and fault.mend.sure]
    proof = _Proof(text, faults, cls, fenced=fenced)
    if not sure or proof.holds(sure):
        return sure
    made: list[Fault] = []
    for fault in sure[:_MOST_ALONE]:
        if proof.holds([*made, fault]):
            made.append(fault)
    return made


def _told(fault: Fault) -> tuple[int, str]:
    """Say what is done about a fault, and where: at the fault, or before it, as where the quotes open."""
    assert fault.mend is not None  # noqa: S101 - for the type checker: only such faults are mended
    return min([fault.at, *(edit.start for edit in fault.mend.edits)]), fault.mend.done


def _mended(text: str, faults: list[Fault]) -> Working:
    copy = Working(text)
    copy.make([edit for fault in faults if fault.mend for edit in fault.mend.edits])
    return copy


class _Proof:
    """Knows a file as it was, and tells whether mends do what they should and nothing else."""

    def __init__(self, text: str, faults: list[Fault], cls: type, *, fenced: bool) -> None:
        self._text = text
        self._lines = Lines(text)
        self._faults = {(fault.code, fault.at) for fault in faults}
        self._cls = cls
        self._fenced = fenced

    def holds(self, mended: list[Fault]) -> bool:
        """Whether these faults are gone after their mends, with no other in their stead and nothing else changed."""
        copy = _mended(self._text, mended)
        touched = {
            line
            for fault in mended
            if fault.mend
            for edit in fault.mend.edits
            for line in range(self._line(edit.start), self._line(edit.end) + 1)
        }
        gone = {(fault.code, fault.at) for fault in mended}
        after = {(fault.code, copy.origin(fault.at)) for fault in all_faults(copy.text, self._cls, fenced=self._fenced)}
        # What is wrong with a value besides the way it was written can be seen only now.
        new = {(code, at) for code, at in after - self._faults if self._line(at) not in touched}
        return not (gone & after) and not new and self._keeps(copy, touched)

    def _keeps(self, copy: Working, touched: set[int]) -> bool:
        """Whether all letters and digits, and all values of other lines, are what they were."""
        if _letters(self._text) != _letters(copy.text):
            return False
        now = {copy.origin(at): value for at, value in self._values(copy.text).items()}
        before = self._values(self._text)
        return all(now.get(at) == value for at, value in before.items() if self._line(at) not in touched)

    def _values(self, text: str) -> dict[int, str]:
        """Give the texts of a file by where they begin; where a mistake hides some, each line is read alone."""
        start, end = 0, len(text)
        if self._fenced:
            fence, _ = find_fence(text)
            if fence is None:
                return {}
            start, end = fence.start, fence.end
        tree, _ = read_tree(text, start, end)
        if tree is not None:
            return {node.start: node.text for node in _scalars(tree) if not node.nothing}
        found: dict[int, str] = {}
        for row in read_rows(text, start, end, self._cls):
            if row.value[0] < row.value[1] <= row.end and text[row.value[0]] not in "[{|>#":
                alone, faults = read_tree(text, *row.value)
                if isinstance(alone, ScalarNode) and not faults and not alone.nothing:
                    found[row.value[0]] = alone.text
        return found

    def _line(self, at: int) -> int:
        return self._lines.position(at)[0]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _scalars(node: Node) -> Iterator[ScalarNode]:
    """Give every text of a tree, keys too."""
    if isinstance(node, ScalarNode):
        yield node
        return
    parts = node.items if isinstance(node, ListNode) else (part for pair in node.pairs for part in pair)
    for part in parts:
        yield from _scalars(part)
