"""Tokens -> actors without a name of their own: "Ukrainian officials", "foreign policy analysts", "Kenya's ferry board"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.bodies import BODIES, BODY_PAIRS
from briefgen.analysis.mentions import acts
from briefgen.model.analysis import Mention
from briefgen.model.tree import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefgen.model.analysis import StorySentence, Token
    from briefgen.model.briefing import ActorKind

_PEOPLE = frozenset(
    """activist adviser advisor aide ally analyst author bank broker campaigner charity clinician commander
    company competitor critic defender demonstrator deputy diplomat doctor donor driver economist employer engineer
    envoy executive expert exporter family farmer fighter firm fisherman force government group human importer
    inspector insurer intermediary investigator investor journalist judge lawmaker lawyer leader manufacturer mediator
    member migrant minister ministry nurse observer officer official opponent owner pilot policymaker politician
    prosecutor protester provider refugee regulator reporter rescuer resident researcher retailer scientist senator
    soldier source strategist student supplier supporter survivor teacher trader troop tenant union victim villager
    volunteer voter witness worker negotiator businesspeople people patient business""".split()
)
_HOW_MANY = frozenset("many several some few most more such various numerous only".split())
_ANYBODY = frozenset("people human member family person business company firm patient student human one".split())
"""Who is nobody in particular unless something more is said of them: "people", but "displaced people"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """An actor that the text describes but does not name."""

    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...]


def unnamed_actors(sentences: Sequence[StorySentence], named: AbstractSet[tuple[int, int]]) -> tuple[Unnamed, ...]:
    """Find groups and bodies that speak or act, in the order of their first mention.

    Args:
        sentences: Of the story, in order.
        named: The tokens, as sentence and index, that names hold already.

    Shorter forms are taken for the longer one seen ("analysts" for "foreign policy analysts"). Only those that are a
    subject somewhere are given: others are a part of the scene.
    """
    found: dict[str, list[Mention]] = {}
    kinds: dict[str, ActorKind] = {}
    for sentence in sentences:
        for head, kind in _heads(sentence):
            if (sentence.index, head) in named:
                continue
            mention = _mention(sentence, head)
            if mention.first_token == head and sentence.tokens[head].lemma.lower() in _ANYBODY:
                continue
            found.setdefault(mention.text.lower(), []).append(mention)
            kinds.setdefault(mention.text.lower(), kind)
    return tuple(
        Unnamed(
            name=members[0].text,
            kind=kinds[group],
            mentions=tuple(sorted(members, key=lambda mention: (mention.sentence, mention.first_token))),
            aliases=tuple(dict.fromkeys(one.text for one in members if one.text != members[0].text)),
        )
        for group, members in _shorter_into_longer(found).items()
        if any(mention.acts for mention in members)
    )


def _heads(sentence: StorySentence) -> Iterator[tuple[int, ActorKind]]:
    for index, token in enumerate(sentence.tokens):
        if token.start < sentence.label or token.dep not in {"nsubj", "nsubjpass", "pobj", "dobj", "conj"}:
            continue
        lemma = token.lemma.lower()
        if token.tag == "NNS" and lemma in _PEOPLE:
            yield index, "group"
        elif (
            token.tag in {"NN", "NNP"}
            and token.text.islower()
            and (lemma in BODIES or _pair(sentence.tokens, index) in BODY_PAIRS)
        ):
            yield index, "organisation"


def _pair(tokens: Sequence[Token], index: int) -> tuple[str, str]:
    return (tokens[index - 1].text.lower() if index else "", tokens[index].text.lower())


def _mention(sentence: StorySentence, head: int) -> Mention:
    tokens = sentence.tokens
    first = head
    while first > 0 and _modifies(tokens, first - 1):
        first -= 1
    while first < head and (
        tokens[first].pos in {"DET", "PUNCT", "PART", "NUM", "PRON"}
        or tokens[first].text in {"’s", "'s"}
        or tokens[first].text.lower() in _HOW_MANY
    ):
        first += 1
    return Mention(
        sentence=sentence.index,
        text=words(sentence.text, tokens, first, head),
        acts=acts(tokens, head),
        first_token=first,
        last_token=head,
    )


def _modifies(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.text in {"’s", "'s", "’", "-"}:
        return index > 0
    return token.dep in {"amod", "compound", "nmod", "poss", "npadvmod"} and token.pos in {"ADJ", "NOUN", "PROPN"}


def _shorter_into_longer(found: dict[str, list[Mention]]) -> dict[str, list[Mention]]:
    merged: dict[str, list[Mention]] = {}
    by_noun: dict[str, list[str]] = {}
    order = {group: place for place, group in enumerate(found)}
    for group in sorted(found, key=lambda name: (-len(name.split()), order[name])):
        alike = by_noun.setdefault(group.split()[-1], [])
        longer = [other for other in alike if set(group.split()) < set(other.split())]
        # Two kinds of analysts leave "analysts" to nobody in particular.
        home = longer[0] if len(longer) == 1 else group
        if home == group:
            alike.append(group)
        merged.setdefault(home, []).extend(found[group])
    return merged
