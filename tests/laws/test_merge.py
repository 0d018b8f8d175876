"""The laws of merging, over random histories of what editors and the machine do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.merging.merge import merge
from briefgen.model.briefing import Actor, Briefing, Evidence, Source, Takeaway
from tests.strategies import (
    SECTIONS,
    SENTENCES,
    drafts,
    edits,
    locate,
    numbers_of_sentences,
    takeaways_on,
    with_section,
)

if TYPE_CHECKING:
    from briefgen.model.briefing import Status
    from briefgen.model.draft import LastDraft, Merged

SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _merge(last: LastDraft | None, edited: Briefing | None, fresh: Briefing) -> Merged:
    """Merge as where published briefings are asked for, too: then the laws are the same in every status."""
    return merge(last=last, edited=edited, fresh=fresh, recipe="1", locate=locate, published=True)


def _first(fresh: Briefing) -> Merged:
    return _merge(None, None, fresh)


def _briefing(*numbers: int, wording: str = "first wording") -> Briefing:
    return Briefing(id="ferry", title="Ferry", takeaways=takeaways_on(*numbers, wording=wording))


def _sentences(briefing: Briefing) -> list[str]:
    return [item.evidence[0].quote for item in briefing.takeaways]


@SLOW
@given(data=st.data(), fresh=drafts)
def test_the_machine_has_nothing_new(data: st.DataObject, fresh: Briefing) -> None:
    """Law 1: the result is what the editor has."""
    first = _first(fresh)
    edited, _ = data.draw(edits(first.briefing))
    assert _merge(first.last_draft, edited, fresh).briefing == edited


@SLOW
@given(old=drafts, new=drafts)
def test_the_editor_touched_nothing(old: Briefing, new: Briefing) -> None:
    """Law 2: the result is the new draft, order included."""
    first = _first(old)
    assert first.briefing == old
    assert _merge(first.last_draft, old, new).briefing == new


@settings(SLOW, max_examples=200)
@given(data=st.data())
def test_histories(data: st.DataObject) -> None:
    """Laws 3 and 4: after any history merging again changes nothing, and every text an editor wrote is there."""
    state = _first(data.draw(drafts))
    written: tuple[str, ...] = ()
    for _ in range(data.draw(st.integers(1, 3))):
        edited, new = data.draw(edits(state.briefing))
        fresh = data.draw(drafts)
        state = _merge(state.last_draft, edited, fresh)
        # What an earlier round wrote may have been taken out or written over by the editor since.
        written = tuple(text for text in (*written, *new) if repr(text) in repr(edited))
        assert all(repr(text) in repr(state.briefing) for text in written)
        assert (state.briefing.id, state.briefing.status) == (edited.id, edited.status)

        again = _merge(state.last_draft, state.briefing, fresh)
        assert again.briefing == state.briefing
        assert again.last_draft == state.last_draft
        assert {change.fate for change in again.changes} <= {"kept", "suggested"}


@SLOW
@given(
    drafted=numbers_of_sentences,
    gone=st.sets(st.sampled_from(range(len(SENTENCES)))),
    later=st.lists(numbers_of_sentences, min_size=1, max_size=4),
)
def test_what_the_editor_deleted_never_comes_back(drafted: list[int], gone: set[int], later: list[list[int]]) -> None:
    """Law 5: nor when the machine stops proposing it for a while, nor in other words on part of the same sentence."""
    state = _first(_briefing(*drafted))
    kept = [number for number in drafted if number not in gone]
    edited = replace(state.briefing, takeaways=takeaways_on(*kept))
    deleted = {SENTENCES[number] for number in drafted if number in gone}
    for round_number, numbers in enumerate(later):
        fresh = _briefing(*numbers, wording=f"wording {round_number}")
        parts = tuple(
            replace(item, evidence=(Evidence(quote=item.evidence[0].quote[4:-3]),)) if round_number % 2 else item
            for item in fresh.takeaways
        )
        state = _merge(state.last_draft, edited, replace(fresh, takeaways=parts))
        assert not [quote for quote in _sentences(state.briefing) if any(quote in whole for whole in deleted)]
        edited = state.briefing


@SLOW
@given(
    data=st.data(), drafted=numbers_of_sentences.filter(lambda numbers: len(numbers) > 1), fresh=numbers_of_sentences
)
def test_the_editors_order_stays(data: st.DataObject, drafted: list[int], fresh: list[int]) -> None:
    """Law 6: whatever comes and goes, what the editor put before something else stays before it."""
    state = _first(_briefing(*drafted))
    order = data.draw(st.permutations(drafted).filter(lambda order: order != drafted))
    edited = replace(state.briefing, takeaways=takeaways_on(*order))
    result = _merge(state.last_draft, edited, _briefing(*fresh, wording="other wording")).briefing
    stayed = [quote for quote in _sentences(result) if quote in _sentences(edited)]
    assert stayed == [quote for quote in _sentences(edited) if quote in stayed]
    assert sorted(_sentences(result)) == sorted(SENTENCES[number] for number in fresh)


FIELDS: dict[str, tuple[Any, Any, Any]] = {
    "name": ("Ada Quist", "Ada Q. Quist", "Ada Marie Quist"),
    "kind": ("person", "group", "organisation"),
    "role": ("mayor", "lord mayor", None),
    "position": (None, "is for it", "is against it"),
    "aliases": (("Quist",), ("Quist", "A. Quist"), ()),
}


@SLOW
@given(by=st.fixed_dictionaries({name: st.sampled_from(("editor", "machine", "both", "nobody")) for name in FIELDS}))
def test_fields_are_merged_one_by_one(by: dict[str, str]) -> None:
    """Laws 7 and 8: each field is the editor's or the machine's; only one that both changed is a suggestion."""

    def actor(*changed: str, version: int) -> Actor:
        values = {name: versions[version if by[name] in changed else 0] for name, versions in FIELDS.items()}
        return Actor(**values, evidence=(Evidence(quote=SENTENCES[0]),))

    old = Briefing(id="ferry", title="Ferry", actors=(actor(version=0),))
    edited = replace(old, actors=(actor("editor", "both", version=1),))
    merged = _merge(_first(old).last_draft, edited, replace(old, actors=(actor("machine", "both", version=2),)))
    (result,) = merged.briefing.actors
    for name, versions in FIELDS.items():
        # A set of values has no conflict: the editor's addition and the machine's removal are both done.
        if name == "aliases" and by[name] == "both":
            assert result.aliases == ("A. Quist",)
        else:
            assert getattr(result, name) == versions[{"editor": 1, "both": 1, "machine": 2, "nobody": 0}[by[name]]]
    suggested = {change.place for change in merged.changes if change.fate == "suggested"}
    assert suggested == {f"actors[1].{name}" for name in FIELDS if by[name] == "both" and name != "aliases"}


@SLOW
@given(
    drafted=numbers_of_sentences,
    fresh=numbers_of_sentences,
    touched=st.sets(st.sampled_from(range(len(SENTENCES)))),
    status=st.sampled_from(("draft", "reviewed", "published", "withdrawn")),
)
def test_what_the_machine_no_longer_drafts(
    drafted: list[int], fresh: list[int], touched: set[int], status: Status
) -> None:
    """Law 9: it goes from a draft only, and only where the editor left it alone."""
    state = _first(_briefing(*drafted))
    items = tuple(
        replace(item, text=f"editor's {number}") if number in touched else item
        for number, item in zip(drafted, state.briefing.takeaways, strict=True)
    )
    edited = replace(state.briefing, takeaways=items, status=status)
    merged = _merge(state.last_draft, edited, _briefing(*fresh))
    left = _sentences(merged.briefing)
    stays = [n for n in drafted if n in fresh or n in touched or status != "draft"]
    assert sorted(left) == sorted(SENTENCES[number] for number in {*stays, *fresh})
    withdrawn = {change.text for change in merged.changes if change.fate == "withdrawn"}
    assert withdrawn == {f"first wording of sentence {n}" for n in drafted if n not in stays}


@SLOW
@given(data=st.data(), fresh=drafts)
def test_without_a_last_draft_nothing_of_the_editors_is_lost(data: st.DataObject, fresh: Briefing) -> None:
    """Where the machine's memory is lost, every entry of the editor's stays as it is, and only empty places are filled."""
    edited, _ = data.draw(edits(data.draw(drafts)))
    merged = _merge(None, edited, fresh)
    for section in SECTIONS:
        mine = getattr(edited, section)
        assert getattr(merged.briefing, section) == (mine or getattr(fresh, section))
    assert merged.briefing.title == edited.title
    assert merged.briefing.summary == (edited.summary or fresh.summary)
    assert _merge(merged.last_draft, merged.briefing, fresh).briefing == merged.briefing


@SLOW
@given(data=st.data(), old=drafts, new=drafts)
def test_sections_do_not_touch_each_other(data: st.DataObject, old: Briefing, new: Briefing) -> None:
    """Law 7, for sections: what an editor does in one section leaves what the machine does in the others alone."""
    first = _first(old)
    section = data.draw(st.sampled_from(SECTIONS))
    edited = with_section(old, section, getattr(data.draw(edits(old))[0], section))
    result = _merge(first.last_draft, edited, new).briefing
    assert all(getattr(result, other) == getattr(new, other) for other in SECTIONS if other != section)


def test_a_new_hash_of_the_source_is_always_taken() -> None:
    """The hash says what was drafted from; what an editor typed over it does not stay when the source changes."""
    old = Briefing(id="ferry", title="Ferry", sources=(Source(file="seeds/ferry.txt", sha256="a" * 64),))
    edited = replace(old, sources=(Source(file="seeds/ferry.txt", sha256="0" * 64, publisher="The Post"),))
    new = replace(old, sources=(Source(file="seeds/ferry.txt", sha256="b" * 64),))
    merged = _merge(_first(old).last_draft, edited, new)
    assert merged.briefing.sources == (Source(file="seeds/ferry.txt", sha256="b" * 64, publisher="The Post"),)


def test_an_item_without_words_in_the_source_is_found_by_its_own() -> None:
    """An editor's quote with a slip in it cannot be found in the source; the item is matched by its text."""
    old = _briefing(0, 1)
    slip = Takeaway(text=old.takeaways[0].text, kind="claim", evidence=(Evidence(quote="Nothing like it."),))
    edited = replace(old, takeaways=(slip, old.takeaways[1]))
    merged = _merge(_first(old).last_draft, edited, old)
    assert merged.briefing == edited
    assert not merged.last_draft.deleted
