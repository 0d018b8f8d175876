"""Bytes -> a history that is played, the laws of merging checked after each of its steps."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from briefgen.merging.accept import accept, proposed
from briefgen.merging.merge import merge
from briefgen.merging.sameness import words_of
from briefgen.merging.values import as_text
from briefgen.model.briefing import Actor
from briefgen.model.draft import HELD
from tests.histories import Choices, World, change_source, draft
from tests.histories_editing import both_sides, edit, mine_in, settle
from tests.strategies import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import Change, LastDraft, Merged

ROUNDS = 5
"""Steps after the first draft; a conflict has several of its own."""


def play(data: bytes, after: Callable[[World], None] | None = None) -> None:
    """Play a history from its bytes, every law checked after each step.

    Args:
        data: The history.
        after: Called after each step; it may bring the file and the memory somewhere and back.
    """
    world = World(Choices(data))
    change_source(world)
    for step in (redraft, *(world.choices.of(STEPS) for _ in range(ROUNDS))):
        step(world)
        if after:
            after(world)


def redraft(world: World) -> None:
    """The source may change, the machine drafts, and the draft goes into the file or waits."""
    change_source(world)
    take_draft(world, draft(world), published=world.choices.once_in(3))


def take_draft(world: World, fresh: Briefing, *, published: bool) -> None:
    """Merge a draft and check the laws."""
    settle(world)
    last, edited = world.last, world.edited
    merged = _merge(world, last, edited, fresh, published=published)
    check_merge(world, last, edited, fresh, merged, published=published)
    world.last, world.edited, world.fresh = merged.last_draft, merged.briefing, fresh


def work(world: World) -> None:
    """An editor does this and that."""
    for _ in range(1 + world.choices.number(4)):
        edit(world)
    check_state(world)


def nothing_new(world: World) -> None:
    """The machine drafts the same again."""
    assert world.fresh is not None
    take_draft(world, world.fresh, published=world.choices.once_in(3))


def take_proposals(world: World) -> None:
    """The editor takes some of what is proposed, or all."""
    assert world.edited is not None
    if world.last is None:
        return
    there = proposed(world.last, world.edited, world.locate)
    if not there:
        return
    wanted = list(there) if world.choices.once_in(4) else [world.choices.of(there)]
    check_accept(world, world.last, world.edited, there, wanted)


def lose_the_memory(world: World) -> None:
    """The last draft is deleted, or the file is renamed together with its id: what was deleted is forgotten."""
    assert world.edited is not None
    world.last = None
    world.gone.clear()
    world.drafted.clear()
    world.touched = True
    if world.choices.once_in(2):
        world.edited = replace(world.edited, id="renamed")


def delete_the_file(world: World) -> None:
    """The file is deleted, and its article asked for again: all comes back but what was taken out before."""
    last = world.last
    if last is None or world.fresh is None:
        return
    world.edited = None
    world.gone -= world.unseen  # what was taken out of the file only just now nobody can tell once it is gone
    world.touched = bool(last.deleted)
    take_draft(world, draft(world), published=False)


def resolve_a_conflict(world: World) -> None:
    """Two branches edit and draft; by hand one side's file is taken, or both sides' entries, and either memory."""
    start = world.branch()
    sides = []
    for _ in range(2):
        world.take(start)
        work(world)
        if world.choices.once_in(2):
            redraft(world)
        sides.append(world.branch())
    how, memory = world.choices.of(("first", "second", "both")), world.choices.of((0, 1))
    first, second = sides[0].edited, sides[1].edited
    assert first is not None
    assert second is not None
    world.take(sides[memory])
    world.edited = {"first": first, "second": second, "both": both_sides(first, second)}[how]
    world.mixed |= how != ("first", "second")[memory]
    if how != ("first", "second")[memory]:  # then nobody sees what was taken out of the file that was not taken
        world.gone -= world.unseen
    check_state(world)


STEPS: tuple[Callable[[World], None], ...] = (
    work,
    redraft,
    take_proposals,
    redraft,
    work,
    nothing_new,
    redraft,
    resolve_a_conflict,
    work,
    take_proposals,
    lose_the_memory,
    redraft,
    delete_the_file,
)


def _merge(
    world: World, last: LastDraft | None, edited: Briefing | None, fresh: Briefing, *, published: bool
) -> Merged:
    return merge(last=last, edited=edited, fresh=fresh, recipe="1", locate=world.locate, published=published)


def check_state(world: World) -> None:
    """Law 1 at any time: what the machine drafted last changes nothing, whatever was done to the file since."""
    if world.last is None or world.edited is None:
        return
    again = _merge(world, world.last, world.edited, world.last.briefing, published=True)
    assert again.briefing == world.edited, "law 1"


def check_merge(  # noqa: PLR0913 - what went in and what came out
    world: World, last: LastDraft | None, edited: Briefing | None, fresh: Briefing, merged: Merged, *, published: bool
) -> None:
    """Every law of merging, for one merge."""
    result = merged.briefing
    if edited is None:
        assert not _brought_back(world, merged), "law 5"
    else:
        held = edited.status in HELD and not published
        assert mine_in(edited) <= mine_in(result), "law 4"
        own = ("id", "status", "reviewed_by", "reviewed_on", "corrections", "waived")
        assert all(getattr(result, name) == getattr(edited, name) for name in own), "law 4, the editor's own fields"
        if held:
            assert result == edited, "published"
        else:
            assert merged.last_draft.pending is None
            _check_counts(last, edited, merged)
            _check_order(last, edited, result)
            assert not _brought_back(world, merged), "law 5"
        if not world.touched and edited.status == "draft":
            assert replace(result, sources=fresh.sources) == replace(fresh, id=result.id), "law 2"
        _check_suggestions(merged)
    again = _merge(world, merged.last_draft, result, fresh, published=published)
    assert again.briefing == result, "law 3, the file"
    assert again.last_draft == merged.last_draft, "law 3, the memory"
    if not merged.held:
        assert {change.fate for change in again.changes} <= {"kept", "suggested"}, "law 3, what is told"
        suggested = {change.name for change in merged.changes if change.fate == "suggested"}
        assert {change.name for change in again.changes if change.fate == "suggested"} == suggested, "still suggested"


def _check_counts(last: LastDraft | None, edited: Briefing, merged: Merged) -> None:
    """Law 9: entries go only from a draft, and only those that nobody touched; none is lost or doubled on the way."""
    for section in SECTIONS:
        mine, result = getattr(edited, section), getattr(merged.briefing, section)
        whole = [change for change in merged.changes if change.place.partition("[")[0] == section]
        gone = [change for change in whole if change.fate == "withdrawn" and change.place == section]
        added = [change for change in whole if change.fate == "added" and change.place.endswith("]")]
        assert len(result) == len(mine) - len(gone) + len(added), f"law 9, {section}"
        if gone:
            assert edited.status == "draft", "law 9, reviewed"
            assert last is not None
            untouched = [words_of(entry) for entry in mine if entry in getattr(last.briefing, section)]
            for change in gone:
                untouched.remove(change.text)


def _check_order(last: LastDraft | None, edited: Briefing, result: Briefing) -> None:
    """Law 6: what stays as it is stays in the editor's order, where the editor did anything to the section."""
    for section in SECTIONS:
        mine, theirs = getattr(edited, section), getattr(result, section)
        if last is not None and mine == getattr(last.briefing, section):
            continue
        alike = [entry for entry in mine if mine.count(entry) == 1 == theirs.count(entry)]
        assert [entry for entry in theirs if entry in alike] == alike, f"law 6, {section}"


def _brought_back(world: World, merged: Merged) -> list[object]:
    """Law 5: find what the machine added that is, by its words or by all of its evidence, what the editor took out."""
    found: list[object] = []
    for change in merged.changes:
        section, _, number = change.place.partition("[")
        if change.fate != "added" or section not in SECTIONS or not number.endswith("]"):
            continue
        entry = getattr(merged.briefing, section)[int(number[:-1]) - 1]
        gone = [one for place, one in world.gone if place == section]
        if any(words_of(one) == words_of(entry) or (_told(one) and _told(one) == _told(entry)) for one in gone):
            found.append(entry)
    return found


def _told(entry: Any) -> object:  # noqa: ANN401 - any entry
    """Give what tells an entry beside its words: its evidence, but for actors, of whom a sentence has several."""
    return () if isinstance(entry, Actor) else getattr(entry, "evidence", ())


def _check_suggestions(merged: Merged) -> None:
    """Law 8: where something else is suggested the editor's words are in the file, at the place that is told."""
    for change in merged.changes:
        assert bool(change.name) == (change.fate != "kept")
        if change.fate != "suggested" or merged.held:
            continue
        place, _, name = change.place.rpartition(".")
        section, _, number = place.partition("[")
        if not name or (not place and name in SECTIONS):
            continue
        entry = getattr(merged.briefing, section)[int(number[:-1]) - 1] if place else merged.briefing
        if place or name in {one.name for one in fields(merged.briefing)}:
            assert as_text(getattr(entry, name)) == change.edited, "law 8"
            assert change.text != change.edited or not change.text, "law 8, nothing to suggest"


def check_accept(
    world: World, last: LastDraft, edited: Briefing, there: tuple[Change, ...], wanted: list[Change]
) -> None:
    """What is taken is in the file, what else the editor wrote stays, and a new draft has nothing to do with it."""
    settle(world)
    done = accept(last, edited, [change.name for change in wanted], world.locate)
    taken = {change.name for change in done.changes}
    assert taken <= {change.name for change in there}
    assert wanted[0].name in taken
    replaced = {change.edited for change in done.changes}
    lost = mine_in(edited) - mine_in(done.briefing)
    assert all(any(str(getattr(text, "quote", text)) in old for old in replaced) for _, _, text in lost), (
        "accept, law 4"
    )
    for change in done.changes:
        assert change.fate == "withdrawn" or change.text in _all_texts(done.briefing), "accept takes"
    left = proposed(done.last_draft, done.briefing, world.locate)
    assert not taken & {change.name for change in left}, "accept, told again"
    if len(wanted) == len(there):
        assert not left, "accept, all"
        assert done.last_draft.pending is None, "accept, all"
    world.last, world.edited = done.last_draft, done.briefing
    world.touched = True
    for section in SECTIONS:
        world.gone -= {one for one in world.gone if one[0] == section and one[1] in getattr(done.briefing, section)}
    check_state(world)
    newest = done.last_draft.pending or done.last_draft
    again = _merge(world, done.last_draft, done.briefing, newest.briefing, published=False)
    if again.held or edited.status not in HELD:
        pass
    else:
        assert again.briefing == done.briefing, "accept, a new draft has nothing to do"


def _all_texts(briefing: Briefing) -> str:
    """Give all that a briefing says, as changes tell it."""
    found: list[str] = []
    for one in fields(briefing):
        value = getattr(briefing, one.name)
        if one.name in {*SECTIONS, "sources"}:
            found += [
                as_text(getattr(entry, part.name)) for entry in value for part in fields(entry) if part.name != "waived"
            ]
            found += [alias for entry in value for alias in getattr(entry, "aliases", ())]
        elif one.name not in {"corrections", "waived"}:
            found.append(as_text(value))
    return "\n".join(found)
