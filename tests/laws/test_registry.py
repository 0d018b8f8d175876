"""Laws of the registry of actors: silent where it knows nobody, and true to the text where it does."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.analysis.analyse import analyse
from briefgen.checking.withhold import withhold
from briefgen.drafting.draft import draft
from briefgen.drafting.explain import explain
from briefgen.drafting.registered import follow
from briefgen.files.front_matter_write import new_text
from briefgen.model.analysis import Mention
from briefgen.model.folding import fold
from briefgen.model.registry import RegisteredActor, Registry, form_key
from briefgen.model.settings import Settings
from briefgen.reading.clean import clean
from briefgen.reading.read import read
from tests.laws.test_fresh_drafts import errors, seed_of
from tests.timing import is_linear

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.model.analysis import Analysis
    from briefgen.model.briefing import ActorKind
    from briefgen.model.seed import Seed

STORIES = (
    """Norland closes the bridge

President Melnytskyy said on Tuesday that the bridge would be closed. Danylo Melnytskyy told reporters that he was not
sure whether it would open again. Melnytska said her husband was tired. He warned of delays.

The Kremlin said it had no comment. Russia rejected the offer, and Moscow warned of consequences. Russian troops moved
north, according to the Ministry of Ferries. The ministry said it would decide next week.
""",
    """Harbour board turns to Britain

The European Commission said it would pay. The Commission will decide in June. Britain said it would not pay.

Anna Smith, a lawyer at the Harbour Board (HB), said the deal was bad. Smith warned of delays. The HB has not said
whether it will appeal. “It is too late,” said John Smith, the mayor of Northport. Analysts expect a vote by Friday.
""",
)


@functools.cache
def story(number: int) -> tuple[Seed, Analysis]:
    """Give a story and its analysis, made once."""
    seed = seed_of(STORIES[number], ".txt")
    return seed, analyse(clean(read(seed)), pipeline=Settings().language_model)


def registry_of(forms: Sequence[Sequence[str]], kinds: Sequence[ActorKind], never: Sequence[str]) -> Registry:
    """Make a registry as its reader would take it: a form belongs to one actor, who is not said to be somebody else."""
    seen: set[str] = set()
    actors = []
    for own, kind in zip(forms, kinds, strict=False):
        mine = {form_key(form): form for form in own if form_key(form) and form_key(form) not in seen}
        if mine:
            seen |= mine.keys()
            name, *aliases = mine.values()
            barred = tuple({form_key(one): one for one in never if form_key(one) not in mine}.values())
            actors.append(RegisteredActor(name=name, kind=kind, aliases=tuple(aliases), not_the_same_as=barred))
    return Registry(actors=tuple(actors))


KINDS: st.SearchStrategy[list[ActorKind]] = st.lists(
    st.sampled_from(("person", "organisation", "state", "group")), min_size=6, max_size=6
)
NAMES = st.one_of(
    st.lists(
        st.sampled_from(("Ada", "Quist", "Bo", "Lind", "Port", "Union", "the", "Dr.", "QX", "of", "Ölund", "Zar-Zor")),
        min_size=1,
        max_size=4,
    ).map(" ".join),
    st.text(min_size=1, max_size=10),
)


@st.composite
def strangers(draw: st.DrawFn) -> tuple[int, Registry]:
    """A story, and a registry of whom it does not name: no word of theirs stands in it."""
    number = draw(st.integers(0, len(STORIES) - 1))
    words = set(form_key(STORIES[number].replace(",", " ").replace("\n", " ")).split())
    names = NAMES.filter(lambda name: not words & set(form_key(name).split()))
    forms = draw(st.lists(st.lists(names, min_size=1, max_size=3), min_size=1, max_size=6))
    return number, registry_of(forms, draw(KINDS), draw(st.lists(NAMES, max_size=2)))


@settings(max_examples=80)
@given(strangers())
def test_a_registry_that_knows_nobody_changes_nothing(drawn: tuple[int, Registry]) -> None:
    """With any registry whose names do not occur in the article the draft is the same to the byte."""
    number, registry = drawn
    _, analysis = story(number)
    assert follow(analysis, registry) is analysis
    assert new_text(draft(analysis, registry)) == new_text(draft(analysis))
    assert list(explain(analysis, registry)) == list(explain(analysis))


@st.composite
def acquaintances(draw: st.DrawFn) -> tuple[int, Registry]:
    """A story, and a registry that deals its names, pieces of them and others out to actors as it likes."""
    number = draw(st.integers(0, len(STORIES) - 1))
    entities = story(number)[1].entities
    printed = [form for entity in entities for form in (entity.name, *entity.aliases)]
    printed += [word for form in printed for word in form.split()]
    names = st.one_of(st.sampled_from(printed), st.sampled_from(printed).map(lambda form: f"the {form}"), NAMES)
    forms = draw(st.lists(st.lists(names, min_size=1, max_size=4), min_size=1, max_size=6))
    return number, registry_of(forms, draw(KINDS), draw(st.lists(names, max_size=3)))


MELNYTSKY = RegisteredActor(
    name="Danylo Melnytsky", kind="person", aliases=("Melnytskyy",), not_the_same_as=("Halyna Melnytska",)
)
KREMLIN = RegisteredActor(name="the Kremlin", kind="organisation", aliases=("Moscow",))


@settings(max_examples=150)
@given(acquaintances())
@example((0, Registry(actors=(MELNYTSKY, KREMLIN))))
def test_every_mention_is_kept_and_every_actor_is_one(drawn: tuple[int, Registry]) -> None:
    """No mention is lost or doubled, no two entities are one actor, none holds two, and following twice is following once."""
    number, registry = drawn
    _, analysis = story(number)
    followed = follow(analysis, registry)
    assert _mentions(followed) == _mentions(analysis)
    known = [
        actor for entity in followed.entities if (actor := registry.find(entity.name)) and actor.name == entity.name
    ]
    assert len(known) == len(set(known))
    assert all(registry.find(actor.name) is actor for actor in known)
    for entity in followed.entities:
        actor = registry.find(entity.name)
        if actor is not None and actor.name == entity.name:
            assert entity.kind == actor.kind
            assert not any(actor.bars(form) for form in (entity.name, *entity.aliases))
    assert [one.sentence for one in followed.statements] == [one.sentence for one in analysis.statements]
    assert all(one.entity is None or 0 <= one.entity < len(followed.entities) for one in followed.statements)
    assert follow(followed, registry) == followed


def _mentions(analysis: Analysis) -> Counter[tuple[int, int, int, str]]:
    return Counter(
        (mention.sentence, mention.first_token, mention.last_token, mention.text)
        for entity in analysis.entities
        for mention in entity.mentions
    )


@settings(max_examples=80)
@given(acquaintances())
@example((0, Registry(actors=(MELNYTSKY, KREMLIN))))
def test_a_draft_that_follows_proves_itself(drawn: tuple[int, Registry]) -> None:
    """Every alias is printed, every name is printed or the registry's, and a check by the registry finds no error."""
    number, registry = drawn
    seed, analysis = story(number)
    briefing, _ = withhold(draft(analysis, registry), analysis.article, registry)
    text = fold(analysis.article.text).casefold()
    for actor in briefing.actors:
        for alias in actor.aliases:
            assert fold(alias).casefold() in text
        assert actor.name in {one.name for one in registry.actors} or any(
            fold(form).casefold() in text for form in (actor.name, *actor.aliases)
        )
    assert errors(briefing, seed, registry) == []


def crowd(size: int) -> tuple[Analysis, Registry]:
    """A story in which one state is called by ever other names, each of them an actor of the registry, and speaks by all."""
    _, analysis = story(0)
    (russia,) = (entity for entity in analysis.entities if entity.name == "Russia")
    sentence = replace(analysis.sentences[0], text="Russia and the Seat of it said so.")
    mentions = tuple(
        Mention(sentence=number, first_token=0, last_token=0, text=f"Seat of {number}", acts=True)
        for number in range(size)
    )
    crowded = replace(
        analysis,
        sentences=tuple(replace(sentence, index=number) for number in range(size)),
        entities=(replace(russia, mentions=mentions, aliases=tuple(mention.text for mention in mentions)),),
        statements=tuple(
            replace(analysis.statements[0], sentence=number, entity=0, speaker=f"Seat of {number}")
            for number in range(size)
        ),
    )
    seats = (RegisteredActor(name=f"Seat of {number}", kind="organisation") for number in range(0, size, 3))
    state = RegisteredActor(name="Russian Federation", kind="state", aliases=("Russia",))
    return crowded, Registry(actors=(state, *seats))


def test_following_takes_linear_time() -> None:
    """Twice the mentions, aliases, statements and registered actors take twice the time."""
    crowds = {times: crowd(2_000 * times) for times in (1, 2)}
    assert len(follow(*crowds[1]).entities) == 668

    def following(times: int) -> Callable[[], object]:
        analysis, registry = crowds.get(times) or crowd(2_000 * times)
        return lambda: follow(analysis, registry)

    is_linear("follow", following)
