"""Drafts that follow the registry: one name, one kind, joined and parted as it says, and only where the article agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.checking.withhold import withhold
from briefgen.drafting.draft import draft
from briefgen.drafting.explain import explain
from briefgen.drafting.registered import follow
from briefgen.model.registry import RegisteredActor, Registry

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis, Entity
    from briefgen.model.briefing import ActorKind, Briefing

STORY = """
President Melnytskyy said on Tuesday that the bridge would be closed. Danylo Melnytskyy told reporters that he was not
sure whether it would open again. Melnytska said her husband was tired.

The Kremlin said it had no comment. Russia rejected the offer, and Moscow warned of consequences. Russian troops moved
north.

The European Commission said it would pay. The Commission will decide in June. Britain said it would not pay.

Anna Smith, a lawyer, said the deal was bad. Smith warned of delays.
"""
MELNYTSKY = RegisteredActor(name="Danylo Melnytsky", kind="person", aliases=("Melnytskyy", "Melnytsky"))


def registered(name: str, kind: ActorKind, *aliases: str, never: tuple[str, ...] = ()) -> RegisteredActor:
    """Give an entry of a registry."""
    return RegisteredActor(name=name, kind=kind, aliases=aliases, not_the_same_as=never)


def entities(analysis: Analysis, *actors: RegisteredActor) -> dict[str, Entity]:
    """Give the entities that follow the registry, by name."""
    found = follow(analysis, Registry(actors=actors)).entities
    assert len({entity.name for entity in found}) == len(found)
    return {entity.name: entity for entity in found}


def speakers(analysis: Analysis, *actors: RegisteredActor) -> list[tuple[int, str]]:
    """Give who speaks in which sentence, by the names of the entities."""
    followed = follow(analysis, Registry(actors=actors))
    return [(one.sentence, followed.entities[one.entity].name) for one in followed.statements if one.entity is not None]


def test_a_known_actor_takes_name_and_kind(analysed: Callable[[str], Analysis]) -> None:
    """What the text prints stays as an alias, role and mentions stay; what the registry lists besides is no alias."""
    before = next(one for one in analysed(STORY).entities if one.name == "Danylo Melnytskyy")
    after = entities(analysed(STORY), MELNYTSKY)["Danylo Melnytsky"]
    assert after.aliases == ("Danylo Melnytskyy", "Melnytskyy", "Melnytska")
    assert (after.role, after.mentions, after.salience) == ("President", before.mentions, before.salience)
    britain = entities(analysed(STORY), registered("the Island", "group", "Britain"))["the Island"]
    assert (britain.kind, britain.aliases) == ("group", ("Britain",))


def test_who_is_not_the_same_is_parted(analysed: Callable[[str], Analysis]) -> None:
    """A surname that only looks like a spelling is somebody else, under the name that the text prints."""
    never = registered("Danylo Melnytsky", "person", "Melnytskyy", never=("Halyna Melnytska",))
    found = entities(analysed(STORY), never)
    assert found["Danylo Melnytsky"].aliases == ("Danylo Melnytskyy", "Melnytskyy")
    assert [mention.text for mention in found["Melnytska"].mentions] == ["Melnytska"]
    assert (found["Melnytska"].kind, found["Melnytska"].role) == ("person", None)
    assert speakers(analysed(STORY), never)[:3] == [(0, "Danylo Melnytsky"), (1, "Danylo Melnytsky"), (2, "Melnytska")]


def test_a_parted_surname_goes_to_who_is_printed_in_full(analysed: Callable[[str], Analysis]) -> None:
    """Within an article a surname means the one whose full name it prints, registered or not."""
    story = STORY + "\nHalyna Melnytska left on Monday."
    never = registered("Danylo Melnytsky", "person", "Melnytskyy", never=("Halyna Melnytska",))
    her = registered("Madam Melnytska", "person", "Halyna Melnytska")
    for actors, name in (((never,), "Halyna Melnytska"), ((never, her), "Madam Melnytska")):
        found = entities(analysed(story), *actors)
        assert [mention.text for mention in found[name].mentions] == ["Melnytska", "Halyna Melnytska"]


def test_a_registered_surname_is_parted_from_whom_it_never_means(analysed: Callable[[str], Analysis]) -> None:
    """The article prints only the other one in full, and the surnames look like spellings of one."""
    story = "Melnytsky opened the ferry on Wednesday. His successor, Halyna Melnytska, said she would not use it."
    assert [one.aliases for one in analysed(story).entities if one.name == "Halyna Melnytska"] == [("Melnytsky",)]
    never = registered("Danylo Melnytsky", "person", "Melnytsky", never=("Halyna Melnytska",))
    found = entities(analysed(story), never)
    assert found["Danylo Melnytsky"].aliases == ("Melnytsky",)
    assert found["Halyna Melnytska"].aliases == ()
    assert (1, "Halyna Melnytska") in speakers(analysed(story), never)


def test_the_articles_own_full_name_goes_first(analysed: Callable[[str], Analysis]) -> None:
    """Smith is Anna Smith where the text says so, though the registry knows another."""
    found = entities(analysed(STORY), registered("John Smith", "person", "Smith"))
    assert found["Anna Smith"].aliases == ("Smith",)
    assert "John Smith" not in found
    alone = "Smith warned of delays. The board said on Monday that Smith was right."
    assert "John Smith" in entities(analysed(alone), registered("John Smith", "person", "Smith"))
    assert "John Smith" not in entities(analysed(alone), registered("John Smith", "person"))


def test_a_seat_may_be_an_actor_of_its_own(analysed: Callable[[str], Analysis]) -> None:
    """The Kremlin stands for Russia unless the editors list it; then it takes its mentions and statements along."""
    kremlin = registered("the Kremlin", "organisation")
    found = entities(analysed(STORY), kremlin)
    assert (found["the Kremlin"].kind, found["the Kremlin"].aliases) == ("organisation", ())
    assert (found["Russia"].kind, found["Russia"].aliases) == ("state", ("Moscow",))
    assert speakers(analysed(STORY), kremlin)[3:5] == [(3, "the Kremlin"), (4, "Russia")]
    assert speakers(analysed(STORY))[3:5] == [(3, "Russia"), (4, "Russia")]
    whole = entities(analysed(STORY), registered("Russian Federation", "state", "Russia", "Kremlin"))
    assert whole["Russian Federation"].aliases == ("Russia", "Kremlin", "Moscow")


def test_two_names_of_one_actor_are_joined(analysed: Callable[[str], Analysis]) -> None:
    """Mentions come in the order of the text, and the shares of the story add up."""
    before = {one.name: one for one in analysed(STORY).entities}
    after = entities(analysed(STORY), registered("Western allies", "group", "Britain", "European Commission"))
    joined = after["Western allies"]
    assert joined.aliases == ("European Commission", "Commission", "Britain")
    places = [(mention.sentence, mention.first_token) for mention in joined.mentions]
    assert places == sorted(places)
    assert len(places) == 3
    assert joined.salience == pytest.approx(before["Britain"].salience + before["European Commission"].salience)
    assert [one.salience for one in after.values()] == sorted((one.salience for one in after.values()), reverse=True)


def drafted(analysis: Analysis, *actors: RegisteredActor) -> Briefing:
    """Give a draft that follows a registry, with what its check withholds left out."""
    registry = Registry(actors=actors)
    return withhold(draft(analysis, registry), analysis.article, registry)[0]


def test_a_draft_names_them_everywhere(analysed: Callable[[str], Analysis]) -> None:
    """As actor, as speaker, also behind a pronoun, and nothing of it is withheld though the text prints none of the names."""
    actors = (
        MELNYTSKY,
        registered("eCommission of Europe", "organisation", "European Commission"),
        registered("United Kingdom", "state", "Britain"),
    )
    briefing = drafted(analysed(STORY), *actors)
    names = {actor.name: actor for actor in briefing.actors}
    assert {"Danylo Melnytsky", "eCommission of Europe", "United Kingdom"} <= names.keys()
    assert names["United Kingdom"].aliases == ("Britain",)
    said_by = {takeaway.evidence[0].quote: takeaway.said_by for takeaway in briefing.takeaways}
    for quote, speaker in said_by.items():
        if "elnytskyy" in quote:
            assert speaker == "Danylo Melnytsky"
        if "Britain" in quote:
            assert speaker == "United Kingdom"
    assert set(said_by.values()) <= {None, "Danylo Melnytsky", "United Kingdom", "eCommission of Europe"}
    assert len(said_by) > 2
    plain = drafted(analysed(STORY))
    assert len(briefing.takeaways) == len(plain.takeaways)
    assert [one.text for one in briefing.takeaways] == [one.text for one in plain.takeaways]


def test_a_name_filled_in_is_the_registrys(analysed: Callable[[str], Analysis]) -> None:
    """In brackets, for a pronoun; the words that the text prints are never changed."""
    story = """
    Danylo Melnytskyy opened the bridge in Northport on Monday after three years of work. He said the city would pay 40
    million crowns for the second half of it.
    """
    (takeaway,) = (one for one in drafted(analysed(story), MELNYTSKY).takeaways if "40 million" in one.text)
    assert takeaway.text.startswith("[Danylo Melnytsky] said the city would pay")
    assert takeaway.said_by == "Danylo Melnytsky"


def test_an_explanation_follows_too(analysed: Callable[[str], Analysis]) -> None:
    """Whom the registry named is said to be named by it."""
    lines = "\n".join(explain(analysed(STORY), Registry(actors=(MELNYTSKY,))))
    assert "Danylo Melnytsky (person, " in lines
    assert lines.count(", by the registry)") == 1
