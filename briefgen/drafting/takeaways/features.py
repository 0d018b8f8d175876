"""Sentences -> what is measured of each: the numbers that its weight as a takeaway is summed from."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.in_sentence import in_sentence
from briefgen.drafting.quote_marks import closed_quotes
from briefgen.drafting.takeaways.antecedents import filling, opening_pronoun
from briefgen.drafting.takeaways.features_words import word_features
from briefgen.drafting.takeaways.nearness import nearness
from briefgen.drafting.wording import hangs_in_the_air, pointing_start

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.drafting.takeaways.nearness import Nearness
    from briefgen.model.analysis import Analysis, StorySentence

_PRINCIPALS = 8
"""How many of the most salient actors count: a briefing names at most so many."""
_OLD = 45  # days before publication: what is farther back is background
_LATELY = 3  # days before publication that a daily still calls news
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN", "VBG", "VB"})
_TO_READER = re.compile(r"\b(?:you|your|yourself|let['’]s)\b", re.IGNORECASE)
_SINGLE = frozenset({"he", "she", "him"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "attr", "conj", "poss"})
_NO_PERSONS = frozenset(
    """ad advertisement agency army book company complaint court department document email film filing government indictment
    lawsuit letter memo ministry motion newspaper office order paper party police poll record report ruling statement suit
    survey text video""".split()
)
_RECENT_WORDS = re.compile(
    r"\b(?:today|yesterday|tonight|this (?:morning|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence that can stand in a briefing, and what was measured of it."""

    sentence: StorySentence
    values: Mapping[str, float]
    """By name; what is not there is 0. Each lies between 0 and about 1, so that weights can be compared."""


def measure(analysis: Analysis) -> tuple[Measured, ...]:
    """Measure the sentences that can stand in a briefing, in the order of the text."""
    sectioned = is_sectioned(analysis)
    near = nearness(analysis)
    top = max((entity.salience for entity in analysis.entities), default=0.0) or 1.0
    return tuple(
        Measured(
            sentence,
            {
                name: value
                for name, value in (
                    *_place(analysis, sentence, sectioned=sectioned),
                    *_content(near, sentence),
                    *_who(analysis, sentence, top),
                    *_when(analysis, sentence),
                    *word_features(sentence),
                    *_alone(analysis, sentence),
                )
                if value
            },
        )
        for sentence in analysis.sentences
        if can_stand(sentence) and not _nobodys_quote(analysis, sentence)
    )


def is_sectioned(analysis: Analysis) -> bool:
    """Tell an analysis in sections from a news story, which tells its news first.

    Weights trained on news just take the first sentences of the first: useless there.
    """
    headings = [block for block in analysis.article.blocks if block.kind == "heading"]
    early = any(block.kind == "heading" for block in analysis.article.blocks[:3])
    return len(headings) >= 4 or (early and len(headings) >= 3)  # noqa: PLR2004  # as described


def can_stand(sentence: StorySentence) -> bool:
    """Tell whether a sentence names an actor and an action at all, and to nobody in particular."""
    text = sentence.told
    count = len(text.split())
    return (
        sentence.quotable
        and 6 <= count <= 70  # noqa: PLR2004  # fewer words name no actor and action, more are no sentence
        and not text.rstrip("”\"’' ").endswith(("?", ":", "…", "..."))
        and text[:1] not in {".", "…"}  # the rest of a quote that leaves words out
        and any(token.tag in _VERBS for token in sentence.tokens)
        and not _TO_READER.search(outside_quotes(text))
    )


def _nobodys_quote(analysis: Analysis, sentence: StorySentence) -> bool:
    """Tell whether a sentence is nothing but a quote of nobody knows whom: as a report it would be the article's own."""
    told = closed_quotes(sentence.told)
    quote = told[:1] in {"“", '"'} and not re.search(r"\w", outside_quotes(told))
    return quote and not in_sentence(analysis.statements, sentence.index)


def outside_quotes(text: str) -> str:
    """Give the text with what stands in double quote marks blanked."""
    return re.sub(r"“[^”]*”?|\"[^\"]*\"?", " ", text)


def _place(analysis: Analysis, sentence: StorySentence, *, sectioned: bool) -> list[tuple[str, float]]:
    index, total = sentence.index, max(1, len(analysis.sentences))
    found = [("opens its paragraph", float(sentence.in_block == 0))]
    if sectioned:
        found += [
            ("sections: near the start", 1 / (1 + index)),
            ("sections: far down", index / total),
        ]
    else:
        found += [
            ("near the start", 1 / (1 + index)),
            ("the first sentences", max(0.0, 1 - index / 6)),
            ("far from the start", math.log1p(index) / 4),
            ("far down", index / total),
        ]
    own = sentence.purpose == "takeaways"
    point = bool(sentence.bullet or sentence.label)
    found += [
        ("the article's own takeaways", float(own and point)),
        ("under its takeaways", float(own and not point)),
        ("under what to watch", float(sentence.purpose == "watch")),
        ("in a list", float(sentence.bullet and not own)),
    ]
    return found


def _content(near: Nearness, sentence: StorySentence) -> list[tuple[str, float]]:
    return [
        ("near the whole story", near.whole[sentence.index]),
        ("near what follows", near.following[sentence.index]),
        ("near what precedes", near.preceding[sentence.index]),
        ("near the opening", near.opening[sentence.index]),
        ("in the title", near.title[sentence.index]),
    ]


def _who(analysis: Analysis, sentence: StorySentence, top: float) -> list[tuple[str, float]]:
    here = [
        (place, entity, in_sentence(entity.mentions, sentence.index))
        for place, entity in enumerate(analysis.entities[:_PRINCIPALS])
    ]
    named = [(place, entity, mentions) for place, entity, mentions in here if mentions]
    acting = [entity for _, entity, mentions in named if any(mention.acts for mention in mentions)]
    found = [
        ("main actors in it", min(len(named), 4) / 4),
        ("the first of them acts", max((entity.salience for entity in acting), default=0.0) / top),
    ]
    statement = next(iter(in_sentence(analysis.statements, sentence.index)), None)
    if statement is None:
        return found
    if statement.entity is not None:
        speaker = analysis.entities[statement.entity]
        found.append(("a person without a role says so", float(speaker.kind == "person" and not speaker.role)))
    found.append(("words as spoken", float(statement.quoted)))
    found.append(("all of it is said", float(statement.whole)))
    return found


def _when(analysis: Analysis, sentence: StorySentence) -> list[tuple[str, float]]:
    times = in_sentence(analysis.times, sentence.index)
    published = analysis.article.source.published
    found = [("looks ahead", float(any(time.ahead for time in times)))]
    if not times:
        return found
    past = [time.last or time.first for time in times if not time.ahead]
    dated = [day for day in past if day is not None]
    if published is None:
        found.append(("happened just now", float(bool(_RECENT_WORDS.search(sentence.told)))))
        return found
    old = bool(dated) and len(dated) == len(past) and all((published - day).days > _OLD for day in dated)
    lately = any(0 <= (published - day).days <= _LATELY for day in dated)
    found.append(("long past", float(old)))
    found.append(("happened just now", float(lately)))
    found.append(("a day ahead", float(any(t.ahead and t.first is not None and t.first >= published for t in times))))
    return found


def _alone(analysis: Analysis, sentence: StorySentence) -> list[tuple[str, float]]:
    """Tell whether the opening leaves something to the sentence before that cannot be filled in."""
    filled = filling(analysis, sentence) is not None
    pointing = (not filled and pointing_start(sentence)) or _unclear(analysis, sentence)
    pronoun = opening_pronoun(analysis, sentence) is not None
    return [
        ("points back", float(pointing)),
        ("begins with a pronoun, unclear whose", float(pronoun and not pointing and not filled)),
        ("its opening filled in", float(filled)),
    ]


def _unclear(analysis: Analysis, sentence: StorySentence) -> bool:
    return hangs_in_the_air(sentence) or _unclear_person(analysis, sentence)


def _unclear_person(analysis: Analysis, sentence: StorySentence) -> bool:
    """Tell whether "he" or "him" means nobody whom the sentence names or describes: "Agents arrested him"."""
    tokens = sentence.tokens
    first = next((index for index, token in enumerate(tokens) if token.text.lower() in _SINGLE), None)
    if first is None or first == opening_pronoun(analysis, sentence) or _is_quoted(sentence, first):
        return False
    named = any(in_sentence(entity.mentions, sentence.index) for entity in analysis.entities if entity.kind == "person")
    described = any(
        token.tag in {"NN", "NNP"} and token.dep in _ROLES and token.lemma.lower() not in _NO_PERSONS
        for token in tokens[:first]
    )
    return not named and not described


def _is_quoted(sentence: StorySentence, token: int) -> bool:
    before = sentence.text[: sentence.tokens[token].start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
