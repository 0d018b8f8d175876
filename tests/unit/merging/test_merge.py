"""What merging remembers beyond one round, and who each item is by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.merging.merge import merge
from briefgen.merging.origins import origins
from briefgen.model.briefing import Actor, Briefing, Evidence, Question, Source
from tests.strategies import SENTENCES, locate, takeaways_on

if TYPE_CHECKING:
    from briefgen.model.draft import LastDraft, Merged

DRAFT = Briefing(
    id="ferry",
    title="Ferry",
    summary="It sails.",
    topics=("ferries", "piers"),
    takeaways=takeaways_on(0, 1, 2),
    actors=(
        Actor(
            name="Ada Quist",
            kind="person",
            role="mayor",
            aliases=("Quist", "Ada"),
            evidence=(Evidence(quote=SENTENCES[2]),),
        ),
    ),
)


def _merge(last: LastDraft | None, edited: Briefing | None, fresh: Briefing) -> Merged:
    return merge(last=last, edited=edited, fresh=fresh, recipe="1", locate=locate)


FIRST = _merge(None, None, DRAFT)


@pytest.mark.parametrize(
    ("edited", "without"),
    [
        (replace(DRAFT, summary=None), replace(DRAFT, summary=None)),
        (replace(DRAFT, topics=("piers",)), replace(DRAFT, topics=())),
        (
            replace(DRAFT, actors=(replace(DRAFT.actors[0], role=None),)),
            replace(DRAFT, actors=(replace(DRAFT.actors[0], role=None),)),
        ),
        (
            replace(DRAFT, actors=(replace(DRAFT.actors[0], aliases=("Ada",)),)),
            replace(DRAFT, actors=(replace(DRAFT.actors[0], aliases=()),)),
        ),
        (replace(DRAFT, actors=()), replace(DRAFT, actors=())),
    ],
)
def test_a_deleted_field_does_not_come_back_either(edited: Briefing, without: Briefing) -> None:
    """Nor after the machine stopped proposing it for a while and proposes it again."""
    second = _merge(FIRST.last_draft, edited, DRAFT)
    third = _merge(second.last_draft, second.briefing, without)
    fourth = _merge(third.last_draft, third.briefing, DRAFT)
    assert fourth.briefing.summary == edited.summary
    assert set(fourth.briefing.topics) == set(edited.topics)
    assert fourth.briefing.actors == edited.actors


def test_a_file_that_was_deleted_is_drafted_without_what_was_deleted_in_it() -> None:
    """Its id stays, and so do the editor's deletions."""
    second = _merge(FIRST.last_draft, replace(DRAFT, takeaways=takeaways_on(0, 2)), DRAFT)
    third = _merge(second.last_draft, None, replace(DRAFT, id="other"))
    assert third.briefing == replace(DRAFT, takeaways=takeaways_on(0, 2))


def test_what_stays_of_a_reviewed_briefing_is_still_drafted() -> None:
    """The machine no longer drafts it, and yet no editor wrote it; put back to draft nothing happens to it."""
    reviewed = replace(DRAFT, status="reviewed")
    second = _merge(FIRST.last_draft, reviewed, replace(DRAFT, takeaways=takeaways_on(1)))
    assert second.briefing.takeaways == DRAFT.takeaways
    assert origins(second.last_draft, second.briefing)["takeaways", 0] == "drafted"
    again = _merge(
        second.last_draft, replace(second.briefing, status="draft"), replace(DRAFT, takeaways=takeaways_on(1))
    )
    assert again.briefing.takeaways == DRAFT.takeaways
    assert again.last_draft.retired == second.last_draft.retired
    # Drafted again, it is merged with what it was, not added a second time.
    third = _merge(second.last_draft, second.briefing, replace(DRAFT, takeaways=takeaways_on(0, 1, 2, wording="new")))
    assert third.briefing.takeaways == takeaways_on(0, 1, 2, wording="new")
    assert not third.last_draft.retired


def test_twins_that_stay_are_remembered_in_one_order() -> None:
    """Two items on one sentence that the machine no longer drafts: a second merge has nothing to add."""
    quote = Evidence(quote=SENTENCES[0])
    twins = (Question(text="Who?", evidence=(quote,)), Question(text="Who?", evidence=(quote, quote)))
    draft = replace(DRAFT, open_questions=twins)
    first = _merge(None, None, draft)
    edited = replace(draft, open_questions=(replace(twins[0], text="Whose?"), replace(twins[1], text="Why not?")))
    second = _merge(first.last_draft, edited, DRAFT)
    third = _merge(second.last_draft, second.briefing, DRAFT)
    assert (third.briefing, third.last_draft) == (second.briefing, second.last_draft)
    assert len(third.last_draft.retired) == 2


def test_a_stub_written_by_hand_is_filled() -> None:
    """An editor names a source, and the machine drafts the rest."""
    stub = Briefing(id="mine", title="My title", sources=(Source(file="seeds/ferry.txt"),))
    fresh = replace(DRAFT, sources=(Source(file="seeds/ferry.txt", sha256="0" * 64, title="Ferry"),))
    merged = _merge(None, stub, fresh)
    assert merged.briefing == replace(fresh, id="mine", title="My title")
    suggested = next(change for change in merged.changes if change.place == "title")
    assert (suggested.fate, suggested.text, suggested.edited) == ("suggested", "Ferry", "My title")


def test_everybody_gets_the_credit() -> None:
    """Drafted, edited or written, by the last draft."""
    edited = replace(
        DRAFT,
        title="Our title",
        takeaways=(
            DRAFT.takeaways[2],
            replace(DRAFT.takeaways[0], text="Reworded."),
            replace(DRAFT.takeaways[0], text="Mine.", evidence=()),
        ),
        actors=(replace(DRAFT.actors[0], name="Mayor Quist"),),
    )
    assert origins(FIRST.last_draft, edited) == {
        ("title", 0): "edited",
        ("summary", 0): "drafted",
        ("takeaways", 0): "drafted",
        ("takeaways", 1): "edited",
        ("takeaways", 2): "written",
        ("actors", 0): "edited",
    }
    assert set(origins(None, edited).values()) == {"written"}
    no_summary = replace(FIRST.last_draft, briefing=replace(DRAFT, summary=None))
    assert origins(no_summary, edited)["summary", 0] == "written"
