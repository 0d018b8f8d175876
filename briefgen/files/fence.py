"""A briefing's file -> where its front matter begins and ends, or what keeps it from being read at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.files.fence_faults import no_closing, no_opening, second_front_matter
from briefgen.files.yaml_faults import Fault

MAX_BYTES = 256_000
"""The longest briefing we made has 20 kB."""
_MAX_FAULTS = 20
"""A binary file would give thousands."""

# MkDocs takes the same two lines for fences; a byte order mark before the first is dropped by both.
_OPENING = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<<<<<<<|>>>>>>>) .*$", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]|\r(?!\n)")
_CONTROL_IN_VALUE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# YAML 1.1 reads some of these as line breaks and others not at all.
_CONTROL_IN_YAML = re.compile("[\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """The places of a front matter in a file; all count characters."""

    start: int
    """First character below the opening `---`."""
    end: int
    """One past the last character above the closing `---`."""
    notes: int
    """First character below the closing line."""


def find_fence(text: str) -> tuple[Fence | None, list[Fault]]:
    """Find the front matter.

    Args:
        text: The file, as it stands on the disk.

    Returns:
        Its places, None where nothing more can be read; and every fault found on the way.
    """
    unfit = unfit_for_reading(text, "briefing")
    if unfit:
        return None, unfit
    opening = _OPENING.match(text)
    if not opening:
        return None, [no_opening(text)]
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        return None, [no_closing(text, opening.end())]
    fence = Fence(start=opening.end(), end=closing.start(), notes=closing.end())
    faults = control_in_file(text, fence.start, fence.end)
    second = second_front_matter(text, fence.start, fence.end, fence.notes)
    if second and not faults:
        faults = [second]
    return (None if faults else fence), faults


def unfit_for_reading(text: str, what: str) -> list[Fault]:
    """Find what keeps a file from being looked at: its size, and what git leaves of two versions.

    Args:
        text: The file.
        what: What it should be, for the message: “briefing”.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        message = f"expected a {what} of at most {MAX_BYTES:,} bytes, found more; is this a {what}?"
        return [Fault(at=0, code="too-large", message=message)]
    conflict = _CONFLICT.search(text)
    if conflict:
        message = "git left both versions here; keep one, and delete the lines with <<<<<<<, ======= and >>>>>>>"
        return [Fault(at=conflict.start(), code="git-conflict", message=message)]
    return []


def control_in_file(text: str, start: int, end: int) -> list[Fault]:
    """Find the control characters of a file whose YAML stands between two of its characters; at most 20 of them."""
    faults = [_control(match) for match in _CONTROL.finditer(text)]
    faults += [_control(match) for match in _CONTROL_IN_YAML.finditer(text, start, end)]
    return faults[:_MAX_FAULTS]


def control_in_value(value: str, at: int) -> list[Fault]:
    """Find the control characters that a value spells out by escapes; the fault stands where the value begins."""
    return [_control(match, at) for match in _CONTROL_IN_VALUE.finditer(value)]


def _control(match: re.Match[str], at: int | None = None) -> Fault:
    message = f"the character U+{ord(match[0]):04X} is invisible and has no place in a text; delete it"
    return Fault(at=match.start() if at is None else at, code="control-character", message=message)
