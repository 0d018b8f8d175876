"""What is written is what is read, whatever the text; and a revision changes nothing that did not change."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from briefgen.errors import ContentError
from briefgen.files.drafts import draft_text
from briefgen.files.front_matter import read_briefing
from briefgen.files.front_matter_revise import revised_text
from briefgen.files.front_matter_write import new_text
from briefgen.files.shape import plain
from briefgen.files.yaml_text import flow_value, scalar
from briefgen.model.draft import LastDraft
from tests.strategies import SECTIONS, any_briefings, drafts, edits, texts, with_section

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing

SLOW = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
notes = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40)
HOSTILE = st.text(st.characters(), max_size=20)


@settings(SLOW, max_examples=120)
@given(briefing=any_briefings, notes=notes)
def test_a_new_file_is_read_as_what_was_written(briefing: Briefing, notes: str) -> None:
    """Nothing is lost or turned into something else between a briefing and its file."""
    read = read_briefing("content/briefings/a.md", new_text(briefing, notes))
    assert (read.briefing, read.notes) == (briefing, notes)


@SLOW
@given(briefing=any_briefings)
def test_other_readers_see_the_same(briefing: Briefing) -> None:
    """PyYAML's own reading, and MkDocs', find the same keys and the same texts, dates apart."""
    text = new_text(briefing, "Notes.\n")
    _, data = get_data(text)
    assert _dates_as_text(data) == plain(briefing)
    assert _dates_as_text(yaml.safe_load(text.split("\n---\n")[0][4:])) == plain(briefing)


@settings(SLOW, max_examples=200)
@given(text=HOSTILE)
@example(text="\x85")
@example(text="\u2028")
@example(text="\ufeff")
@example(text="\U000e0041")
@example(text="0x1f")
@example(text="1_000")
@example(text="x: y")
@example(text="x #y")
@example(text="=")
@example(text="<<")
@example(text="[x]")
@example(text="2025-10-29")
@example(text="Yes")
def test_any_text_at_all_is_written_safely(text: str) -> None:
    """Every parser reads a written value as the same text, be it in lines or in brackets; halves of characters apart."""
    text = re.sub("[\ud800-\udfff]", "", text)
    loaders: tuple[Any, ...] = (yaml.SafeLoader, yaml.CSafeLoader)
    for loader in loaders:
        assert yaml.load(f"a: {scalar(text)}\n", loader) == {"a": text}  # noqa: S506 - both are safe loaders
        flow = f"a: {flow_value([text, {'k': text}])}\n"
        assert yaml.load(flow, loader) == {"a": [text, {"k": text}]}  # noqa: S506 - as above


@SLOW
@given(text=HOSTILE)
def test_a_quoted_value_is_json_too(text: str) -> None:
    """A value between double quotes is one that JSON reads, except beyond U+FFFF, where the two spell escapes apart."""
    written = scalar(text)
    if written.startswith('"') and "\\U" not in written:
        assert json.loads(written) == text


@SLOW
@given(briefing=any_briefings, crlf=st.booleans())
def test_revising_to_the_same_changes_nothing(briefing: Briefing, *, crlf: bool) -> None:
    """With nothing to change the file stays byte for byte, whatever its line ends."""
    text = _ends(new_text(briefing, "Notes.\n"), crlf=crlf)
    read = read_briefing("content/briefings/a.md", text)
    assert revised_text(read, read.briefing) == text


@settings(SLOW, max_examples=120)
@given(old=any_briefings, new=any_briefings, crlf=st.booleans())
def test_a_revision_is_read_as_what_was_asked_for(old: Briefing, new: Briefing, *, crlf: bool) -> None:
    """Any briefing can be written into any file."""
    text = new_text(old, "Notes.\n").replace("\n---\n", "\n# at the end\n---\n")
    read = read_briefing("content/briefings/a.md", _ends(text, crlf=crlf))
    revised = read_briefing("content/briefings/a.md", revised_text(read, new))
    assert (revised.briefing, revised.notes) == (new, read.notes)
    # Where nothing but writing anew helps, comments go to the top.
    assert revised.text.index("title: ") < revised.text.index("# at the end")


@SLOW
@given(data=st.data(), old=drafts, style=st.sampled_from(("own", "flow", "indented", "pyyaml", "folded", "json")))
def test_a_revision_keeps_what_the_editor_typed_around_the_values(
    data: st.DataObject, old: Briefing, style: str
) -> None:
    """However the file is written: comments and notes survive every edit, and the values are those asked for."""
    new, _ = data.draw(edits(old))
    lines = _in_style(old, style)
    # A comment cannot stand in the middle of a text that runs over several lines.
    count = 0 if style == "folded" else data.draw(st.integers(0, len(lines)))
    for number in range(count):
        lines[number] += f"  # remark {number}."
    text = "\n".join(["---", "# on top", *lines, "# at the end", "---", "Notes --- here.\n"])
    read = read_briefing("content/briefings/a.md", text)
    assert read.briefing == old
    revised = revised_text(read, new)
    assert read_briefing("content/briefings/a.md", revised).briefing == new
    assert revised.endswith("---\nNotes --- here.\n")
    for comment in ("# on top", "# at the end", *(f"# remark {number}." for number in range(count))):
        assert revised.count(comment) == text.count(comment)
    # Where nothing but writing anew helps, comments go to the top.
    assert revised.index("title") < revised.index("# at the end")


@SLOW
@given(old=drafts, text=texts, section=st.sampled_from(SECTIONS))
def test_a_changed_text_changes_its_own_line_only(old: Briefing, text: str, section: str) -> None:
    """All other lines stay as they are."""
    items = getattr(old, section)
    if not items:
        return
    field = "name" if section == "actors" else "text"
    changed = replace(items[0], **{field: text})
    file = read_briefing("content/briefings/a.md", new_text(old))
    before = file.text.split("\n")
    after = revised_text(file, with_section(old, section, (changed, *items[1:]))).split("\n")
    line = file.position(section, 0, field)[0] - 1
    assert (before[:line], before[line + 1 :]) == (after[:line], after[line + 1 :])


@SLOW
@given(old=drafts, order=st.data())
def test_reordered_items_take_their_lines_along(old: Briefing, order: st.DataObject) -> None:
    """Reordering rewrites nothing: the file has the same lines in another order."""
    section = order.draw(st.sampled_from(SECTIONS))
    file = read_briefing("content/briefings/a.md", new_text(old))
    items = order.draw(st.permutations(getattr(old, section)))
    revised = revised_text(file, with_section(old, section, items))
    assert sorted(revised.split("\n")) == sorted(file.text.split("\n"))


@SLOW
@given(briefing=any_briefings, cut=st.integers(0, 400), put=HOSTILE)
def test_reading_never_fails_in_any_other_way(briefing: Briefing, cut: int, put: str) -> None:
    """Whatever a file holds it is read or refused with a line and a column inside of it."""
    text = new_text(briefing)
    text = text[:cut] + put + text[cut + 3 :]
    try:
        read_briefing("content/briefings/a.md", text)
    except ContentError as error:
        lines = text.split("\n")
        assert "a.md:" in str(error), "refused without a reason"  # noqa: PT017 - it may be read as well
        for problem in error.problems:
            assert 1 <= problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@SLOW
@given(briefing=any_briefings)
def test_a_last_draft_is_plain_ascii(briefing: Briefing) -> None:
    """Whatever the machine remembers reads the same in every program."""
    text = draft_text(LastDraft(briefing=briefing, recipe="1"))
    assert text.isascii()
    assert text.endswith("}\n")


def _ends(text: str, *, crlf: bool) -> str:
    return text.replace("\n", "\r\n") if crlf else text


def _dates_as_text(value: Any) -> Any:  # noqa: ANN401 - what YAML can hold
    """Turn the dates that YAML 1.1 makes back into text."""
    if isinstance(value, dict):
        return {key: _dates_as_text(held) for key, held in value.items()}
    if isinstance(value, list):
        return [_dates_as_text(item) for item in value]
    return value if isinstance(value, str) else value.isoformat()


def _in_style(briefing: Briefing, style: str) -> list[str]:
    """Write a briefing as various programs and people do."""
    values: Any = plain(briefing)
    if style in {"pyyaml", "folded"}:
        width = 40 if style == "folded" else 1_000
        return yaml.safe_dump(values, sort_keys=True, allow_unicode=True, width=width).splitlines()
    if style == "json":
        return [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in values.items()]
    if style == "flow":
        return [f"{key}: {flow_value(value)}" for key, value in values.items()]
    lines = new_text(briefing).split("\n")[1:-2]
    return [f"  {line}" for line in lines] if style == "indented" else lines


@pytest.mark.parametrize(
    "text", ["", "\n", "---", "---\n", "---\n---", "---\n---\n", "---\n- a\n---\n", "---\nx\n---\n"]
)
def test_next_to_nothing_is_refused(text: str) -> None:
    """A file without front matter, or with next to none, is refused."""
    with pytest.raises(ContentError):
        read_briefing("content/briefings/a.md", text)
