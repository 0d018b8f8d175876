"""Files that other programs saved again: tests/cases/resaved/README.md says which programs, and how."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import ContentError
from briefgen.files.fence import find_fence
from briefgen.files.front_matter import BriefingFile, read_briefing
from briefgen.files.front_matter_revise import revised_text
from briefgen.files.front_matter_write import new_text
from briefgen.files.outlines import briefing_outlines
from briefgen.files.yaml_tree import MapNode, read_tree
from briefgen.merging.merge import merge
from briefgen.model.briefing import Briefing, Evidence, Takeaway, WatchItem
from briefgen.model.draft import LastDraft
from briefgen.model.settings import Settings
from tests.strategies import any_briefings

HERE = Path(__file__).parents[2] / "cases" / "resaved"
BEFORE = sorted((HERE / "before").iterdir())
PROGRAMS = sorted(path.name for path in HERE.iterdir() if path.is_dir() and path.name != "before")
RESAVED = [HERE / program / path.name for program in PROGRAMS for path in BEFORE]
each_file = pytest.mark.parametrize("path", RESAVED, ids=[f"{path.parent.name}-{path.stem}" for path in RESAVED])


def _read(path: Path) -> BriefingFile:
    return read_briefing(f"content/briefings/{path.name}", path.read_bytes().decode())


@each_file
def test_another_program_saves_the_same_briefing(path: Path) -> None:
    """What npm yaml, js-yaml, PyYAML and the programs that use them write says what stood there before."""
    before, after = _read(HERE / "before" / path.name), _read(path)
    assert after.briefing == before.briefing
    assert after.notes.lstrip("\r\n") == before.notes.lstrip("\r\n")


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_program_has_saved_every_file(program: str) -> None:
    """And did something: most of the files are not what they were."""
    assert [path.name for path in sorted((HERE / program).iterdir())] == [path.name for path in BEFORE]
    changed = sum((HERE / program / path.name).read_bytes() != path.read_bytes() for path in BEFORE)
    assert changed > len(BEFORE) / 2


def test_there_are_enough_of_them() -> None:
    """Of texts, numbers, days, signs, lines, scripts and lengths, each by eight programs."""
    assert len(RESAVED) >= 80


@each_file
def test_a_draft_without_news_leaves_it_byte_for_byte(path: Path) -> None:
    """Whatever style it is written in now, and whatever its status."""
    drafted = _read(HERE / "before" / path.name).briefing
    file = _read(path)
    merged = merge(
        last=LastDraft(briefing=drafted, recipe="a recipe"),
        edited=file.briefing,
        fresh=drafted,
        recipe="a recipe",
        locate=lambda quote: (0, len(quote)),
        published=True,
    )
    assert merged.briefing is not None
    assert revised_text(file, merged.briefing) == file.text


@each_file
def test_a_new_title_changes_nothing_else(path: Path) -> None:
    """The bytes before and behind the old title stay, however it was quoted or folded."""
    file = _read(path)
    fence, _ = find_fence(file.text)
    assert fence
    tree, _ = read_tree(file.text, fence.start, fence.end)
    assert isinstance(tree, MapNode)
    title = next(value for key, value in tree.pairs if key.text == "title")
    text = revised_text(file, dataclasses.replace(file.briefing, title="The boat is back"))
    assert text == f"{file.text[: title.start]}The boat is back{file.text[title.end :]}"


@each_file
def test_an_item_can_be_changed(path: Path) -> None:
    """The last takeaway with its quotes; the file then says that, and keeps its notes."""
    file = _read(path)
    if file.briefing.takeaways:
        *others, last = file.briefing.takeaways
        changed = dataclasses.replace(last, text="Yes: it is", evidence=(Evidence(quote="so “they” said"),))
        briefing = dataclasses.replace(file.briefing, takeaways=(*others, changed))
        after = read_briefing(file.file, revised_text(file, briefing))
        assert (after.briefing, after.notes) == (briefing, file.notes)


@pytest.mark.parametrize("program", PROGRAMS)
def test_drafts_know_their_sources(tmp_path: Path, program: str) -> None:
    """A draft finds by the sources which briefing it is about: they are told alike from every style."""
    folder = tmp_path / "content" / "briefings"
    folder.mkdir(parents=True)
    for path in BEFORE:
        (folder / path.name).write_bytes((HERE / program / path.name).read_bytes())
    for name, sources in briefing_outlines(tmp_path, Settings()).items():
        briefing = _read(HERE / "before" / f"{name}.md").briefing
        assert [(source.file, source.sha256) for source in briefing.sources] == list(map(tuple, sources))


_NOT_PRINTED = re.compile("[\u2028\u2029\ufeff\ufffe\uffff]")


@given(any_briefings, st.booleans())
@settings(max_examples=100)
def test_pyyaml_saves_any_briefing(briefing: Briefing, as_people_set_it: bool) -> None:  # noqa: FBT001 - Hypothesis
    """Whatever its texts are; what it writes as an invisible character is named, never read as another text."""
    front = new_text(briefing).removeprefix("---\n").removesuffix("---\n")
    data = yaml.safe_load(front)
    dumped = yaml.safe_dump(data, sort_keys=not as_people_set_it, allow_unicode=as_people_set_it)
    saved = f"---\n{dumped}---\n"
    if _NOT_PRINTED.search(saved):
        with pytest.raises(ContentError, match="control-character"):
            read_briefing("a.md", saved)
    else:
        assert read_briefing("a.md", saved).briefing == briefing


def _front(lines: str) -> Briefing:
    return read_briefing("a.md", f"---\nid: a\ntitle: A\n{lines}---\n").briefing


@pytest.mark.parametrize(
    "written",
    ["2025-10-29", "'2025-10-29'", "2025-10-29T00:00:00.000Z", "2025-10-29 00:00:00", "2025-10-29T00:00:00+00:00"],
)
def test_a_days_midnight_is_that_day(written: str) -> None:
    """As js-yaml 3 and 4 and PyYAML write what they took for a time."""
    assert _front(f"date: {written}\n").date == dt.date(2025, 10, 29)


@pytest.mark.parametrize(
    "written",
    [
        "2025-10-28T22:00:00.000Z",
        "2025-10-29T00:00:00+02:00",
        "2025-10-29T00:00:01Z",
        "2025-10-29T12:00:00Z",
        "2025-10",
    ],
)
def test_any_other_time_is_refused(written: str) -> None:
    """Which day it means depends on where one stands: nobody's day is shifted."""
    with pytest.raises(ContentError, match=r"a\.md:4:7: not-a-date: "):
        _front(f"date: {written}\n")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("summary: false\n", "4:10"),
        ("summary: true # yes\n", "4:10"),
        ("topics: [ferries, false]\n", "4:19"),
        ("takeaways:\n- text: true\n", "5:9"),
        ("watch:\n- text: Talks\n  when: 2025-11-03T00:00:00.000Z\n", "6:9"),
    ],
)
def test_words_that_a_program_has_lost_are_refused(written: str, place: str) -> None:
    """PyYAML makes `false` of an unquoted `No`, js-yaml a time stamp of a day: neither is what the editor wrote."""
    with pytest.raises(ContentError, match=rf"^a\.md:{place}: wrong-type: .* write the words, in quotes$"):
        _front(written)


def test_in_quotes_they_are_words() -> None:
    """As briefgen and every other program writes them where they are meant."""
    text = 'summary: "false"\ntopics: [\'true\']\nwatch:\n- text: Talks\n  when: "2025-11-03T00:00:00.000Z"\n'
    assert _front(text) == Briefing(
        id="a",
        title="A",
        summary="false",
        topics=("true",),
        watch=(WatchItem(text="Talks", when="2025-11-03T00:00:00.000Z"),),
    )
    assert _front("summary: True\n").summary == "True"
    assert 'title: "true"\n' in new_text(Briefing(id="a", title="true"))


MARKED = """---
id: a
title: A
takeaways:
  - text: One.
    evidence:
      - quote: in so many words
        fieldGroup: Evidence
    fieldGroup: Takeaway
---
"""


def test_the_mark_of_front_matter_cms_is_passed_over() -> None:
    """It writes into every item by which group of fields it was edited; a draft leaves the mark in its place."""
    file = read_briefing("a.md", MARKED)
    one = Takeaway(text="One.", evidence=(Evidence(quote="in so many words"),))
    assert file.briefing.takeaways == (one,)
    two = dataclasses.replace(file.briefing, takeaways=(dataclasses.replace(one, text="Two."),))
    assert revised_text(file, two) == MARKED.replace("One.", "Two.")


@pytest.mark.parametrize("mark", ["fieldGroup: Actor", "fieldGroup: [Takeaway]", "fieldGroups: Takeaway"])
def test_any_other_mark_is_an_unknown_key(mark: str) -> None:
    """Only the name of the item's own class is taken for it."""
    with pytest.raises(ContentError, match=r"a\.md:6:3: unknown-key"):
        _front(f"takeaways:\n- text: One.\n  {mark}\n")
