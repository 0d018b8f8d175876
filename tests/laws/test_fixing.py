"""Mending front matter never changes a value that could be read, and loses no word; mending twice is mending once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefgen.errors import ContentError
from briefgen.files.fixing import fixed
from briefgen.files.front_matter import BriefingFile, read_briefing
from briefgen.files.front_matter_write import new_text
from briefgen.files.shape import plain
from briefgen.model.briefing import Briefing
from tests.strategies import any_briefings, drafts

if TYPE_CHECKING:
    from collections.abc import Callable

SLOW = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
_QUOTED = re.compile(r'^(\s*(?:- )?(?:\w+: )?)"(.*)"$')


def _unquote(line: str) -> str:
    return re.sub(_QUOTED, lambda match: match[1] + match[2].replace('\\"', '"').replace("\\\\", "\\"), line)


def _drop_closing_quote(line: str) -> str:
    return line[:-1] if _QUOTED.match(line) else line


def _drop_opening_quote(line: str) -> str:
    return re.sub(_QUOTED, r'\1\2"', line)


def _in_single_quotes(line: str) -> str:
    return re.sub(_QUOTED, r"\1'\2'", line)


def _bare_quotes_inside(line: str) -> str:
    return re.sub(_QUOTED, lambda match: f'{match[1]}"{match[2]}"'.replace('\\"', '"'), line)


def _tabs(line: str) -> str:
    space = len(line) - len(line.lstrip(" "))
    return "\t" * (space // 2) + " " * (space % 2) + line[space:]


def _no_break_spaces(line: str) -> str:
    space = len(line) - len(line.lstrip(" "))
    return "\u00a0" * space + line[space:]


def _no_space_behind_the_colon(line: str) -> str:
    return re.sub(r"^(\s*(?:- )?\w+:) ", r"\1", line)


BREAKERS: tuple[Callable[[str], str], ...] = (
    _unquote,
    _drop_closing_quote,
    _drop_opening_quote,
    _in_single_quotes,
    _bare_quotes_inside,
    _tabs,
    _no_break_spaces,
    _no_space_behind_the_colon,
)
FENCES = ("---", "----", "--", "—-", " ---", "")


@settings(SLOW, max_examples=300)
@given(data=st.data(), briefing=st.one_of(any_briefings, drafts))
def test_a_fix_changes_no_value_that_could_be_read(data: st.DataObject, briefing: Briefing) -> None:
    """Whatever an editor broke: where the mended file can be read, every value of the other lines is what it was."""
    whole = new_text(briefing, "Notes of the editor.\n\n---\n\nMore.\n")
    original = read_briefing("a.md", whole)
    lines = whole.split("\n")
    end = lines.index("---", 1)
    broken = set()
    for number in data.draw(st.lists(st.integers(1, end - 1), min_size=1, max_size=6, unique=True)):
        before = lines[number]
        lines[number] = data.draw(st.sampled_from(BREAKERS))(before)
        broken |= {number + 1} if lines[number] != before else set()
    if data.draw(st.booleans()):
        lines[0], lines[end] = data.draw(st.sampled_from(FENCES)), data.draw(st.sampled_from(FENCES))
    ends = data.draw(st.sampled_from(("\n", "\r\n")))
    text = ends.join(lines)
    result = fixed(text, Briefing)
    assert _letters(result.text) == _letters(text)
    assert fixed(result.text, Briefing).text == result.text
    read = _read(result.text)
    if read is not None:
        _same_but_for(original, read.briefing, broken)
        assert read.notes.endswith(f"More.{ends}")


@settings(SLOW, max_examples=150)
@given(briefing=any_briefings, cut=st.integers(0, 400), gone=st.integers(0, 4), put=st.text(max_size=8))
@example(briefing=Briefing(id="a", title="a"), cut=0, gone=4, put="")
def test_a_file_in_order_is_left_alone_and_no_letter_goes(briefing: Briefing, cut: int, gone: int, put: str) -> None:
    """Whatever stands in a file: mending keeps its letters and digits in their order, and what reads well stays."""
    text = new_text(briefing)
    text = text[:cut] + put + text[cut + gone :]
    result = fixed(text, Briefing)
    assert _letters(result.text) == _letters(text)
    assert (result.text == text) == (not result.fixes)
    if _read(text) is not None:
        assert result.text == text


@SLOW
@given(briefing=drafts, number=st.integers(0, 80), breaker=st.sampled_from(BREAKERS))
def test_lines_that_are_in_order_keep_their_bytes(
    briefing: Briefing, number: int, breaker: Callable[[str], str]
) -> None:
    """Only the line with the mistake changes."""
    lines = new_text(briefing, "Notes.\n").split("\n")
    number = min(number, lines.index("---", 1) - 1)
    lines[number] = breaker(lines[number])
    after = fixed("\n".join(lines), Briefing).text.split("\n")
    assert (after[:number], after[number + 1 :]) == (lines[:number], lines[number + 1 :])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _read(text: str) -> BriefingFile | None:
    try:
        return read_briefing("a.md", text)
    except ContentError:
        return None


def _same_but_for(original: BriefingFile, after: Briefing, broken: set[int]) -> None:
    """Compare all values but those of the lines that were broken."""
    values: Any = plain(after)
    for path, value in _leaves(plain(original.briefing)):
        if original.position(*path)[0] not in broken:
            found = values
            for part in path:
                found = found[part]
            assert found == value, path


def _leaves(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:  # noqa: ANN401
    """List every text by its way down from the top."""
    if isinstance(value, str):
        return [(path, value)]
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    return [leaf for part, held in parts for leaf in _leaves(held, (*path, part))]
