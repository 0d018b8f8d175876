"""Who is an actor of the story, in which order, with which role and position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.actors.draft import MOST, draft_actors

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis
    from briefgen.model.briefing import Actor

    Analysed = Callable[[str], Analysis]

STORY = """
Norway has offered Iceland a share of the harbour of Vardal, and the offer surprised many in the north.

Norwegian Prime Minister Ingrid Solheim said the two states should share the cost. Solheim told the Coast Courier that
she expects an answer by May.

“Nobody asked us,” said Olav Berge, chairman of the Vardal Fishermen’s Union. Iceland wants a smaller quay.

The talks took place in Bergen. Fisheries officials declined to comment. Reuters first reported the offer.
"""


def actors(analysis: Analysis) -> dict[str, Actor]:
    """Give the actors by name."""
    return {actor.name: actor for actor in draft_actors(analysis)}


def test_people_states_and_groups_that_act_are_actors(analysed: Analysed) -> None:
    """Each is named once, with its kind."""
    found = {name: actor.kind for name, actor in actors(analysed(STORY)).items()}
    assert {
        "Norway": "state",
        "Iceland": "state",
        "Ingrid Solheim": "person",
        "Olav Berge": "person",
    }.items() <= found.items()


def test_the_place_and_the_outlet_are_no_actors(analysed: Analysed) -> None:
    """Bergen is where they met, Reuters is who told."""
    assert not {"Bergen", "Reuters"} & set(actors(analysed(STORY)))


def test_a_role_is_given_word_for_word_and_rests_on_its_sentence(analysed: Analysed) -> None:
    """What the evidence holds can be proved."""
    berge = actors(analysed(STORY))["Olav Berge"]
    assert berge.role == "chairman of the Vardal Fishermen’s Union"
    assert any(berge.role in evidence.quote for evidence in berge.evidence)


def test_surnames_are_aliases(analysed: Analysed) -> None:
    """Other printed forms of one name are one actor."""
    assert actors(analysed(STORY))["Ingrid Solheim"].aliases == ("Solheim",)


def test_a_position_is_what_they_say_or_want(analysed: Analysed) -> None:
    """In the text's own words."""
    found = actors(analysed(STORY))
    assert found["Ingrid Solheim"].position == "Said the two states should share the cost."
    assert found["Norway"].position is None


def test_a_want_is_a_position_without_any_words_of_theirs(analysed: Analysed) -> None:
    """Who seeks, refuses or demands has one."""
    analysis = analysed("Norway built a harbour last year. Iceland refuses to pay for any part of the new quay.")
    assert actors(analysis)["Iceland"].position == "Refuses to pay for any part of the new quay."


def test_a_condition_is_no_position(analysed: Analysed) -> None:
    """Should Iceland refuse does not say that it does."""
    analysis = analysed(
        "Norway built a harbour at Vardal last year. Should Iceland refuse to pay for any part of it, the plan is dead."
    )
    assert actors(analysis)["Iceland"].position is None


def test_there_are_at_most_eight_and_people_with_a_role_come_in(analysed: Analysed) -> None:
    """States and groups that are named often do not crowd out who is quoted."""
    states = ("Norway", "Iceland", "Sweden", "Finland", "Denmark", "Estonia", "Latvia", "Poland", "Germany")
    story = " ".join(f"{state} signed the treaty. {state} rejected the map." for state in states)
    found = actors(analysed(story + "\n\nInspector Ann Roe said the treaty had been lost twice before."))
    assert len(found) == MOST
    assert "Ann Roe" in found


def test_every_actor_rests_on_a_sentence_that_names_it(analysed: Analysed) -> None:
    """An actor without evidence could not be checked."""
    for actor in draft_actors(analysed(STORY)):
        forms = {form.lower() for form in (actor.name, *actor.aliases)}
        assert actor.evidence
        assert any(form in evidence.quote.lower() for evidence in actor.evidence for form in forms)


def test_a_story_without_names_has_no_actors(analysed: Analysed) -> None:
    """No filler."""
    assert draft_actors(analysed("It rained all day. The road was wet and the light was poor.")) == ()


def test_who_only_lends_a_name_is_no_actor(analysed: Analysed) -> None:
    """The Solheim plan is nobody's deed; who owns it or speaks is an actor."""
    story = "Norway adopted the Solheim plan. Iceland praised the Solheim plan."
    assert set(actors(analysed(story))) == {"Norway", "Iceland"}
    assert "Solheim" in actors(analysed(story + " Solheim said the plan was sound."))


def test_who_acts_in_the_lead_comes_before_who_is_told_of_late(analysed: Analysed) -> None:
    """Involvement decides the order, not the number of names alone."""
    story = (
        "Norway closed the harbour. Olav Berge, the mayor, protested.\n\n"
        + "It rained. " * 6
        + "Peru and Chile sent boats."
    )
    assert {actor.name for actor in draft_actors(analysed(story))[:2]} == {"Norway", "Olav Berge"}


def test_those_who_are_acted_upon_are_actors(analysed: Analysed) -> None:
    """Whom the story happens to is a part of it."""
    story = "A landslide hit Vardal. Divers rescued five students. Thousands of displaced residents slept in tents."
    assert {"Students", "Displaced residents"} <= set(actors(analysed(story)))


def test_other_articles_headlines_name_no_actors(analysed: Analysed) -> None:
    """Whom only a line in title case names is of another article."""
    analysis = analysed(f"{STORY}\n\nPolls Show Growing Concern About Ada Quist’s Plan for Northern Ferries\n\n")
    assert "Ada Quist" not in actors(analysis)


def test_who_took_a_picture_is_no_actor(analysed: Analysed) -> None:
    """Agencies sign pictures with the surname in capitals; a speaker so printed stays one."""
    analysis = analysed(f"{STORY}\n\nThe harbour of Vardal in June Nicolas GARCIA.\n\nIt was cold, Eva LARSEN said.")
    assert "Nicolas GARCIA" not in actors(analysis)
    assert "Eva LARSEN" in actors(analysis)


def test_a_lone_word_with_a_capital_inside_is_a_company(analysed: Analysed) -> None:
    """What is written so is a name, though it stands once."""
    assert "AquaFerry" in actors(
        analysed("Norway signed a deal with AquaFerry on Monday. The ferries will be ready by June.")
    )


def test_bare_bodies_and_what_somebody_owns_are_no_actors(analysed: Analysed) -> None:
    """A reader learns nothing from "Committee" or "LLC", and a firm's owner is the actor, not "Ada Quist's businesses"."""
    story = """
The northern council subpoenaed two of mayor Ada Quist's businesses on Monday. The committee said it had sent a letter.

The committee wants papers from Quist Dredging and from Quist Piers LLC. A post on Chirper from Quist denied it.
"""
    found = actors(analysed(story))
    assert "Ada Quist" in found
    assert not {name for name in found if name in {"Committee", "LLC", "Chirper"} or name.endswith("businesses")}


def test_a_position_closes_its_quote(analysed: Analysed) -> None:
    """The quote that runs on behind the sentence ends where the sentence is cut."""
    story = "Ada Quist told the mayor: “The bridge needs a finger to pull it down. It needs two.” The mayor left."
    assert actors(analysed(story))["Ada Quist"].position in {
        "Told the mayor: “The bridge needs a finger to pull it down.”",
        None,
    }
