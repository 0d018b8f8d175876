"""Findings + the editor's waivers -> which findings are waived and why, and which waivers are wrong or stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process

from briefgen.checking.codes import CODES
from briefgen.checking.grounds import Found, Path
from briefgen.checking.reading_codes import READING_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.model.briefing import Briefing, Waiver

SECTIONS = ("takeaways", "actors", "open_questions", "watch")
_NEAR = 60
"""Of 100: `to-many` and `too-many` score 93, `nonsense` and its nearest code 45."""
_OWNER_LENGTH = 2  # a section and the number of an item


def waive(
    found: Sequence[Found], briefing: Briefing, *, complete: bool
) -> tuple[Mapping[Found, str], tuple[Found, ...]]:
    """Hold findings against the waivers of a briefing.

    A waiver of an item silences findings of its code at that item only, one of the briefing those that are at no item.

    Args:
        found: Everything that was found in the briefing.
        briefing: The briefing.
        complete: False where something could not be looked up, such as a source that cannot be read: then a waiver may
            silence what is only not found at the moment, and none is called unused.

    Returns:
        The reason for each finding that is waived; and what is wrong with the waivers themselves.
    """
    waived: dict[Found, str] = {}
    problems: list[Found] = []
    for owner, waivers in _waivers(briefing):
        for number, waiver in enumerate(waivers):
            at: Path = (*owner, "waived", number, "code")
            refusal = _refusal(waiver, at)
            if refusal is not None:
                problems.append(refusal)
                continue
            silenced = [one for one in found if one.code == waiver.code and _owner(one) == owner and one not in waived]
            waived.update(dict.fromkeys(silenced, waiver.reason))
            if not silenced and complete:
                problems.append(_unused(waiver, at, found, waived))
    return waived, tuple(problems)


def _waivers(briefing: Briefing) -> Iterator[tuple[Path, Sequence[Waiver]]]:
    """Give every place that can have waivers, with those it has."""
    yield (), briefing.waived
    for section in SECTIONS:
        for number, item in enumerate(getattr(briefing, section)):
            yield (section, number), item.waived


def _owner(found: Found) -> Path:
    """Give the item that a finding is waived at; empty for the briefing itself."""
    at_item = found.path[0] in SECTIONS and len(found.path) >= _OWNER_LENGTH and not CODES[found.code].of_whole
    return found.path[:_OWNER_LENGTH] if at_item else ()


def _refusal(waiver: Waiver, at: Path) -> Found | None:
    doc = CODES.get(waiver.code)
    if doc is not None and doc.waivable:
        return None
    if doc is not None or waiver.code in READING_CODES:
        remedy = (doc or READING_CODES[waiver.code]).remedy
        message = f"`{waiver.code}` cannot be waived, since it is no matter of judgement: {remedy}"
        return Found(path=at, code="waiver-refused", message=message)
    near = process.extractOne(
        waiver.code, [code for code, known in CODES.items() if known.waivable], score_cutoff=_NEAR
    )
    advice = f"did you mean `{near[0]}`?" if near else "copy the code from the line that `briefgen check` prints"
    return Found(path=at, code="waiver-unknown", message=f"“{waiver.code}” is no code of the check; {advice}")


def _unused(waiver: Waiver, at: Path, found: Sequence[Found], waived: Mapping[Found, str]) -> Found:
    """Say that a waiver silences nothing, and where what it may mean is found."""
    elsewhere = next((one for one in found if one.code == waiver.code and one not in waived), None)
    if elsewhere is None:
        advice = "take it out"
    else:
        owner = _owner(elsewhere)
        place = f"item {int(owner[1]) + 1} of `{owner[0]}`" if owner else "the briefing itself"
        advice = f"take it out, or move it to where it is found, {place}"
    return Found(
        path=at, code="waiver-unused", message=f"nothing is found here that `{waiver.code}` would silence; {advice}"
    )
