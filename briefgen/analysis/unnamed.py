"""Tokens -> actors without a name of their own: "Ukrainian officials", "foreign policy analysts", "Kenya's ferry board"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.bodies import BODIES, BODY_PAIRS
from briefgen.analysis.mentions import acts
from briefgen.analysis.people import ANYBODY, COLLECTIVE, COMPLETED, HOW_MANY, NOBODY, PEOPLE, QUANTITIES, SUSPECTS
from briefgen.analysis.roles import is_office
from briefgen.model.analysis import Mention
from briefgen.model.tree import children, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefgen.model.analysis import StorySentence, Token
    from briefgen.model.briefing import ActorKind

_PLACES = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "conj", "attr", "ROOT"})
"""Dependencies of a phrase that can be somebody in a clause."""
_COMPLETION = re.compile(r" (?:of|in) ")
_OFTEN = 5  # times that a bare word for anybody must stand to be somebody in the story
_MANY = frozenset({"police"})
"""Plural words for one body."""
_MORE_THAN_BODIES = frozenset({"movement", "program", "programme", "service", "society"})
"""Bodies where they are a part of a name; without one more often something else."""


_POWERS = frozenset({"authority", "mission", "office"})
"""Bodies only where a word says whose: "by the authority vested in me" is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """An actor that the text describes but does not name."""

    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...]


def unnamed_actors(sentences: Sequence[StorySentence], named: AbstractSet[tuple[int, int]]) -> tuple[Unnamed, ...]:
    """Find groups and bodies that speak, act or are acted upon, in the order of their first mention.

    Args:
        sentences: Of the story, in order.
        named: The tokens, as sentence and index, that names hold already.

    Shorter forms are taken for the longer one seen ("analysts" for "foreign policy analysts"). Only those are given that
    act somewhere, or that somebody acts upon or a state owns, with a word more about them: others are a part of the scene.
    """
    everywhere = _bare_counts(sentences)
    found: dict[str, list[Mention]] = {}
    kinds: dict[str, ActorKind] = {}
    undergo: set[str] = set()
    told: set[str] = set()
    for sentence in sentences:
        for head, kind in _heads(sentence):
            if (sentence.index, head) in named:
                continue
            mention = _mention(sentence, head)
            alone = mention.first_token == mention.last_token
            lemma = sentence.tokens[head].lemma.lower()
            if alone and mention.text.lower() in _POWERS:
                continue
            if (
                alone
                and (lemma in ANYBODY or lemma in COLLECTIVE - BODIES)
                and (lemma in NOBODY or not _counted(sentence.tokens, head))
                and (lemma in NOBODY | COLLECTIVE or everywhere[sentence.tokens[head].text.lower()] < _OFTEN)
            ):
                continue
            group = mention.text.lower()
            found.setdefault(group, []).append(mention)
            kinds.setdefault(group, kind)
            if sentence.tokens[_outer(sentence.tokens, head)].dep in {"dobj", "nsubjpass"} or (
                kinds[group] == "group" and _of_whom(sentence.tokens, mention)
            ):
                undergo.add(group)
                if _counted(sentence.tokens, head):
                    told.add(group)
    return tuple(
        Unnamed(
            name=(name := _usual(members)),
            kind=kinds[group],
            mentions=tuple(sorted(members, key=lambda mention: (mention.sentence, mention.first_token))),
            aliases=tuple(dict.fromkeys(one.text for one in members if one.text != name)),
        )
        for group, members in _shorter_into_longer(found).items()
        if any(mention.acts for mention in members)
        or (len(members) > 1 and any(" " in one.text for one in members))
        or (any(one.text.lower() in undergo for one in members) and (len(members) > 1 or " " in group or group in told))
    )


def _bare_counts(sentences: Sequence[StorySentence]) -> Counter[str]:
    """Count each plural word for people where nothing describes it, over the story: what it is about says "women" often."""
    return Counter(
        token.text.lower()
        for sentence in sentences
        for index, token in enumerate(sentence.tokens)
        if token.tag == "NNS"
        and token.lemma.lower() in ANYBODY
        and token.dep in _PLACES
        and not any(
            sentence.tokens[i].dep in {"amod", "compound", "nmod", "poss"} for i in children(sentence.tokens, index)
        )
    )


def _usual(members: Sequence[Mention]) -> str:
    """Give the words that the text uses most among those that say who ("Russian army"); failing that the fullest."""
    counts = Counter(one.text.lower() for one in members if " " in one.text)
    usual = counts.most_common(1)[0][0] if counts else members[0].text.lower()
    forms = [one.text for one in members if one.text.lower() == usual]
    return next((form for form in forms if not form.isupper()), forms[0])  # "SECRETARY OF WAR" in a heading


def _of_whom(tokens: Sequence[Token], mention: Mention) -> bool:
    """Tell whether a state, a people or a body says whose they are: "Kenyan leaders", "Norland’s partners"."""
    return any(token.entity in {"NORP", "GPE", "ORG"} for token in tokens[mention.first_token : mention.last_token])


def _counted(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether a figure stands before the word: "five students" are these five."""
    return any(tokens[child].dep == "nummod" for child in children(tokens, head))


def _heads(sentence: StorySentence) -> Iterator[tuple[int, ActorKind]]:
    for index, token in enumerate(sentence.tokens):
        if token.start < sentence.label or token.dep not in _PLACES:
            continue
        lemma = token.lemma.lower()
        if token.tag == "NNS" and (token.text.lower() in _MANY or (lemma == "force" and _armed(sentence, index))):
            yield index, "organisation"
        elif token.tag in {"NNS", "NNPS"} and lemma in PEOPLE and lemma != "force":
            yield index, "group"
        elif token.tag in {"NN", "NNP"} and (token.text.islower() or token.text.lower() in _MANY):
            if lemma in BODIES - _MORE_THAN_BODIES or _pair(sentence.tokens, index) in BODY_PAIRS:
                yield index, "organisation"
            elif lemma in COLLECTIVE:
                yield index, "group"
            elif lemma in SUSPECTS:
                yield index, "person"
        elif token.tag == "NNP" and _is_officer(sentence.tokens, index):
            yield index, "person"


def _is_officer(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a holder of an office is meant whom the text does not name there: "the Governor of Norland"."""
    token = tokens[index]
    return (
        token.text[:1].isupper()
        and is_office(token.text)
        and any(tokens[child].text.lower() == "the" for child in children(tokens, index))
        and (index + 1 == len(tokens) or tokens[index + 1].pos != "PROPN")
        and (token.entity != "PERSON")
    )


def _armed(sentence: StorySentence, index: int) -> bool:
    """Tell whether "forces" are an army's, not those of nature."""
    tokens = sentence.tokens
    return any(
        tokens[child].dep in {"amod", "compound", "poss", "nmod"}
        and (tokens[child].entity in {"NORP", "GPE", "ORG"} or tokens[child].lemma in {"armed", "military", "security"})
        for child in children(tokens, index)
    )


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
        or tokens[first].text.lower() in HOW_MANY
        or (tokens[first].tag == "VBG" and tokens[first + 1].entity in {"NORP", "GPE"})  # "the invading Norlandic army"
    ):
        first += 1
    while 0 < first < head and tokens[first - 1].text == "-":
        first += 1  # of "a ten-member crew" the crew
    last = _completed(tokens, head)
    return Mention(
        sentence=sentence.index,
        text=words(sentence.text, tokens, first, last),
        acts=_acts(tokens, head),
        first_token=first,
        last_token=last,
    )


def _acts(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether the group acts: itself, as what is counted ("dozens of officials"), or in a clause with "who"."""
    outer = _outer(tokens, head)
    if acts(tokens, outer) or (tokens[outer].dep == "pobj" and tokens[tokens[outer].head].text.lower() == "by"):
        return True
    return any(
        tokens[child].dep == "relcl"
        and any(tokens[i].dep == "nsubj" and tokens[i].text.lower() in {"who", "that"} for i in children(tokens, child))
        for one in dict.fromkeys((head, outer))
        for child in children(tokens, one)
    )


def _outer(tokens: Sequence[Token], head: int) -> int:
    """Give the word that counts the group, in whose place in the clause it stands: "thousands" of displaced residents."""
    seen = {head}
    while tokens[head].dep == "pobj" and tokens[tokens[head].head].text.lower() == "of":
        above = tokens[tokens[head].head].head
        if above in seen or tokens[above].lemma.lower() not in QUANTITIES:
            break
        seen.add(above)
        head = above
    return head


def _completed(tokens: Sequence[Token], head: int) -> int:
    """Give the last token of what completes the word: "ministry of finance", "embassy in Oslo"; else the word itself."""
    lemma = tokens[head].lemma.lower()
    behind = head + 1
    if lemma not in COMPLETED or behind + 1 >= len(tokens):
        return head
    joint, noun = tokens[behind].text.lower(), tokens[behind + 1]
    if joint == "of" and noun.dep == "pobj" and noun.tag in {"NN", "NNP", "NNS"}:
        return behind + 1
    if joint == "in" and lemma == "embassy" and noun.pos == "PROPN" and noun.dep == "pobj":
        return behind + 1
    return head


def _modifies(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.text in {"’s", "'s", "’", "-"}:
        return index > 0
    if token.tag == "NNS" and token.dep == "compound":
        return False  # "after the collapse forces residents": a verb that the model did not see
    if token.dep == "amod" and token.tag in {"VBN", "VBG"}:
        return True
    return token.dep in {"amod", "compound", "nmod", "poss", "npadvmod"} and token.pos in {"ADJ", "NOUN", "PROPN"}


def _noun(group: str) -> str:
    """Give the word that a description turns on: "council" of "city council of Norvale", "forces" of "Kenyan forces"."""
    head = _COMPLETION.split(group, maxsplit=1)[0].split()[-1]
    return head if head in BODIES else group.rsplit(maxsplit=1)[-1]


def _shorter_into_longer(found: dict[str, list[Mention]]) -> dict[str, list[Mention]]:
    merged: dict[str, list[Mention]] = {}
    by_noun: dict[str, list[str]] = {}
    order = {group: place for place, group in enumerate(found)}
    for group in sorted(found, key=lambda name: (-len(name.split()), order[name])):
        alike = by_noun.setdefault(_noun(group), [])
        longer = [other for other in alike if set(group.split()) < set(other.split())]
        # Two kinds of analysts leave "analysts" to nobody in particular.
        home = longer[0] if len(longer) == 1 else group
        if home == group:
            alike.append(group)
        merged.setdefault(home, []).extend(found[group])
    return merged
