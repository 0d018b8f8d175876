"""A file that cannot be read -> every fault in it, also those behind the first that stops a YAML parser.

What a fault needs to be mended is done on a copy of the file, be it sure or a guess, and the copy is read on. So an
editor sees all mistakes in one run. What is found only because something else was guessed or passed over is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefgen.files.fence import find_fence
from briefgen.files.fence_faults import nearly_closed, not_closed_above
from briefgen.files.line_faults import (
    TAB_WIDTHS,
    loose_fault,
    missing_colon,
    out_of_line,
    pass_over,
    shifts,
    tab_faults,
)
from briefgen.files.lines import Lines
from briefgen.files.row_faults import structure_faults, value_fault
from briefgen.files.rows import Row, read_rows, row_at
from briefgen.files.shape import shape
from briefgen.files.validation import Validated, validate
from briefgen.files.working import Working
from briefgen.files.yaml_faults import Fault, Mend
from briefgen.files.yaml_losses import losses
from briefgen.files.yaml_tree import ListNode, MapNode, Node, read_tree, stops_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefgen.files.edits import Edit

_CHARACTERS = 300_000
"""That much is read at most, again and again: thirty times a usual file of 10 kB, and a second's work."""
_TRIAL = 8
"""A trial, without a tree and a model, takes an eighth of the time of a reading."""
_LONGEST_ROW = 10_000
"""Characters; a line beyond that was not typed by anybody."""


def all_faults(text: str, cls: type, *, fenced: bool = True) -> list[Fault]:
    """Find every fault of a file.

    Args:
        text: The file.
        cls: The class of the model that its YAML stands for.
        fenced: Whether the YAML stands between `---`; otherwise it is the whole file.

    Returns:
        The faults in the order of the file, those that can be mended with their mends; none of a file in order.
    """
    return _Reader(cls=cls, fenced=fenced, copy=Working(text), lines=Lines(text)).read()


@dataclass(slots=True)
class _Reader:
    """Reads a copy, mends it, and reads on; what it keeps counts characters of the file itself."""

    cls: type
    fenced: bool
    copy: Working
    lines: Lines
    left: int = _CHARACTERS
    """How many characters may yet be read."""
    faults: list[Fault] = field(default_factory=list)
    settled: set[int] = field(default_factory=set)
    """The lines whose values were mended: what else is wrong with them is to be seen when they are."""
    of_other_kinds: dict[int, Fault] = field(default_factory=dict)
    """Faults in how a date, a choice or a list is written, by line: what the model says of them comes first."""
    passed_over: list[int] = field(default_factory=list)

    def read(self) -> list[Fault]:
        while self._step() and self.left > 0:
            pass
        return sorted(self.faults, key=lambda fault: fault.at)

    def _step(self) -> bool:
        """Read the copy once; tell whether it was mended and can be read on."""
        self.left -= len(self.copy.text)
        span, faults = self._span(self.copy.text)
        if span is None:
            return self._settle(faults)
        tree, faults = read_tree(self.copy.text, *span)
        rows = read_rows(self.copy.text, *span, self.cls)
        if (tree is None and faults) and (faults[-1].code != "yaml-syntax" or not _typed_by_hand(rows)):
            return self._settle(faults)
        if tree is None and faults:
            return self._diagnose(rows, faults, span)
        return self._check(tree or MapNode(pairs=(), flow=False, start=span[0], end=span[0]), faults, rows, span)

    def _span(self, text: str) -> tuple[tuple[int, int] | None, list[Fault]]:
        """Find where the YAML stands."""
        if not self.fenced:
            return (len(text) - len(text.lstrip("\ufeff")), len(text)), []
        fence, faults = find_fence(text)
        return ((fence.start, fence.end) if fence else None), faults

    def _diagnose(self, rows: list[Row], faults: list[Fault], span: tuple[int, int]) -> bool:
        """Say why the parser stopped, and get it past that place."""
        stop = faults[-1]
        number = row_at(rows, stop.at)
        while number > 0 and rows[number].kind in {"blank", "comment"}:
            number -= 1
        if self.copy.text.startswith("---", rows[number].start):
            return self._settle(faults)  # another document; whose mistakes would follow, nobody knows
        place = self.copy.origin(stops_at(self.copy.text, *span) or stop.at)
        return (
            self._mend_tabs(rows)
            or self._mend_rows(rows, number, place)
            or self._mend_fence(rows, number)
            or self._mend_line(rows, number, stop)
        )

    def _mend_tabs(self, rows: list[Row]) -> bool:
        """Put spaces for tabs, as many as make the lines fit."""
        found = tab_faults(self.copy.text, rows, TAB_WIDTHS[0])
        if not found:
            return False
        last = self.copy.origin(found[-1].at)
        for width in TAB_WIDTHS:
            candidate = tab_faults(self.copy.text, rows, width)
            if self._leads_beyond(last, [edit for fault in candidate for edit in _edits(fault)]):
                return self._settle(candidate)
        return self._settle([_unsure(fault) for fault in found])

    def _mend_rows(self, rows: list[Row], last: int, place: int) -> bool:
        """Find the first line that is wrong by itself and whose mending gets the parser further."""
        for row in rows[: last + 1]:
            line = self._line(row.start)
            found = structure_faults(self.copy.text, row)
            value = value_fault(self.copy.text, row) if not found and line not in self.settled else None
            colon = missing_colon(self.copy.text, row, self.cls)
            found = found or [fault for fault in (value, colon) if fault]
            if not found or not self._leads_beyond(place, [edit for fault in found for edit in _edits(fault)]):
                continue
            if value:
                self.settled.add(line)
            self._settle(found)
            if value and not row.takes_text:
                self.of_other_kinds[line] = self.faults[-1]
            return True
        return False

    def _mend_fence(self, rows: list[Row], number: int) -> bool:
        """See whether the front matter ends above the place where the parser stopped."""
        if not self.fenced:
            return False
        for fault in (nearly_closed(self.copy.text, rows), not_closed_above(self.copy.text, rows)):
            if fault and row_at(rows, fault.at) <= number:
                return self._settle([fault])
        return False

    def _mend_line(self, rows: list[Row], number: int, stop: Fault) -> bool:
        """Move the line at which the parser stopped to where it may belong, else pass over it."""
        row = rows[number]
        for edits, above in shifts(rows, number):
            if self._leads_beyond(self.copy.origin(row.end), edits):
                message = out_of_line(row, above, self._line(above.start))
                mend = Mend(edits=edits, done="moved the line", sure=False)
                return self._settle([Fault(at=row.sign, code="yaml-syntax", message=message, mend=mend)])
        fault = missing_colon(self.copy.text, row, self.cls) or loose_fault(self.copy.text, row) or stop
        mend = pass_over(rows, number)
        self.passed_over += [self.copy.origin(edit.start) for edit in mend.edits]
        return self._settle([replace(fault, mend=mend)])

    def _check(self, tree: Node, faults: list[Fault], rows: list[Row], span: tuple[int, int]) -> bool:
        """Look at what can be read to its end: for values that the model does not take, and for lost words."""
        text = self.copy.text
        if not isinstance(tree, MapNode):
            first = next(iter(shape(self.cls)))
            message = f"expected lines such as `{first}: …`, found something else"
            found = [fault for row in rows for fault in structure_faults(text, row)]
            return self._settle(found or [Fault(at=tree.start, code="wrong-type", message=message)])
        checked: Validated[object] = validate(tree, self.cls, self._line)
        suspects = sorted({row_at(rows, fault.at) for fault in checked.faults} - {-1})
        found = [fault for number in suspects for fault in structure_faults(text, rows[number])]
        if found and self._settle(found):
            return True
        strange = [fault.at for fault in checked.faults if fault.code == "unknown-key"]
        if strange and self._mend_fence(rows, row_at(rows, max(strange))):
            return True
        # What stands at the place of a reference or a type is wrong anyhow: one message for it is enough.
        known = {fault.at for fault in faults}
        others = [fault for fault in checked.faults if fault.at not in known]
        lost = losses(text, tree, *span, self.cls)
        found = [*faults, *_without_doubles(lost, others, self._line), *self._own(others, tree)]
        self.faults += [self._in_file(self._with_mend(fault, rows)) for fault in found]
        return False

    def _own(self, faults: Iterable[Fault], tree: MapNode) -> Iterator[Fault]:
        """Leave out what follows from other faults."""
        spans = dict(_map_spans(tree, len(self.copy.text)))
        for fault in faults:
            line = self._line(fault.at)
            start, end = self.copy.origin(fault.at), self.copy.origin(spans.get(fault.at, fault.at))
            if fault.code == "missing-key" and any(start <= at <= end for at in self.passed_over):
                continue
            if line in self.of_other_kinds:
                self.faults = [one for one in self.faults if one is not self.of_other_kinds[line]]
            elif line in self.settled and fault.code != "unknown-key":
                continue
            yield fault

    def _with_mend(self, fault: Fault, rows: list[Row]) -> Fault:
        """Add to what the model says of a text how it has to be typed, where its line tells."""
        number = row_at(rows, fault.at)
        if fault.mend or number < 0 or fault.code not in {"anchor", "tag", "wrong-type"}:
            return fault
        told = value_fault(self.copy.text, rows[number])
        if told is None or told.mend is None or not told.mend.sure:
            return fault
        return told if told.code in {fault.code, "yaml-syntax"} else fault

    def _leads_beyond(self, place: int, edits: Iterable[Edit]) -> bool:
        """Whether the parser gets beyond a place of the file with the edits made."""
        if self.left <= 0:
            return False
        self.left -= len(self.copy.text) // _TRIAL
        trial = Working(self.copy.text)
        trial.make(edits)
        span, _ = self._span(trial.text)
        if span is None:
            return False
        stop = stops_at(trial.text, *span)
        return stop is None or self.copy.origin(trial.origin(stop)) > place

    def _settle(self, faults: Sequence[Fault]) -> bool:
        """Note faults and make their mends; tell whether any was made."""
        self.faults += [self._in_file(fault) for fault in faults]
        edits = [edit for fault in faults for edit in _edits(fault)]
        self.copy.make(edits)
        return bool(edits)

    def _in_file(self, fault: Fault) -> Fault:
        """Give a fault of the copy as one of the file."""
        edits = self.copy.original(_edits(fault))
        mend = replace(fault.mend, edits=edits) if fault.mend and edits else None
        return replace(fault, at=self.copy.origin(fault.at), mend=mend)

    def _line(self, at: int) -> int:
        return self.lines.position(self.copy.origin(at))[0]


def _typed_by_hand(rows: list[Row]) -> bool:
    return bool(rows) and max(row.end - row.start for row in rows) <= _LONGEST_ROW


def _edits(fault: Fault) -> tuple[Edit, ...]:
    return fault.mend.edits if fault.mend else ()


def _unsure(fault: Fault) -> Fault:
    return replace(fault, mend=replace(fault.mend, sure=False)) if fault.mend else fault


def _without_doubles(lost: list[Fault], others: list[Fault], line_of: Callable[[int], int]) -> list[Fault]:
    """Leave out lost words behind a value that is refused, and take out what is said of a value that all was lost of."""
    refused = {line_of(fault.at): fault for fault in others}
    found = []
    for fault in lost:
        other = refused.get(line_of(fault.at))
        if other is None or other.code == "empty":
            found.append(fault)
            if other is not None:
                others.remove(other)
    return found


def _map_spans(node: Node, end: int) -> Iterator[tuple[int, int]]:
    """Give where each mapping begins, and where what follows it does."""
    if isinstance(node, MapNode):
        yield node.start, end
        ends = [*(key.start for key, _ in node.pairs[1:]), end]
        for (_, value), after in zip(node.pairs, ends, strict=False):
            yield from _map_spans(value, after)
    elif isinstance(node, ListNode):
        ends = [*(item.start for item in node.items[1:]), end]
        for item, after in zip(node.items, ends, strict=False):
            yield from _map_spans(item, after)
