"""Question and its sentence -> how likely an editor is to ask it: plain features, weights that anyone can read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefgen.drafting.questions.clause import TO_COME
from briefgen.drafting.questions.conditions import NAMED
from briefgen.drafting.questions.cues import OFFICIALS
from briefgen.drafting.questions.people import pending_days
from briefgen.drafting.questions.stakes import STAKES, STATES
from briefgen.drafting.weighing import log_odds, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.drafting.questions.clause import Source
    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.questions.wording import Wording
    from briefgen.model.analysis import Analysis

_WH = frozenset({"what", "when", "who", "whom", "which", "how", "where", "why", "to"})
MARGINS: Mapping[Source, float] = {"planned": 0.3, "announced": 0.7, "demanded": 0.3, "suspected": 0.5}
"""By how much these must be worth more than the least: the plans, demands and claims that everybody voices are seldom what a
story leaves open, and what counts for them among articles that were learned from counts for less among others."""
_OPENING = 2
"""Sentences that tell the news: what is pending there is what has just been announced."""
_MAIN_ACTORS = 3
_STEM = 5
"""Letters by which two forms of a word are known as one: "negotiate" and "negotiations"."""
_SHORT_STEM = 3
_SHORT, _LONG = 6, 18
"""Words of a question that says little, and of one that is hard to take in."""
_CLOSE = 0.85
"""Where the last part of a story begins."""
_TURNS = frozenset({"but", "however", "despite", "although", "though", "while", "yet", "still", "nevertheless"})
_MODALS = frozenset({"will", "would", "could", "may", "might", "can", "should", "must"})


@dataclass(frozen=True, slots=True)
class Weights:
    """How questions are weighed: log odds."""

    constant: float
    least: float
    """Worth below which a question is not worth a place."""
    of: Mapping[str, float]
    """By the name of the feature; one that is not there weighs nothing."""


@cache
def weights() -> Weights:
    """Give the weights that come with briefgen, from `weights.toml` beside this module."""
    table = read_table("questions")
    return Weights(constant=table["constant"], least=table["least"], of=dict(table["weights"]))


def worth(measured: Mapping[str, float]) -> float:
    """Give what a question is worth of which this was measured: log odds that an editor asks it."""
    table = weights()
    return table.constant + log_odds(measured, table.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What the whole story tells about what matters in it."""

    title: frozenset[str]
    """Stems of the title's words."""
    actors: tuple[frozenset[str], ...]
    """For each of the main actors the words of all its names, in lower case."""
    last: int
    """Number of sentences."""
    salience: tuple[float, ...]
    """Of every sentence, in rising order."""
    ahead: frozenset[int]
    """Sentences that name a day ahead."""
    beliefs: frozenset[int]
    """Sentences that tell what somebody thinks or fears."""
    said: frozenset[int]
    """Sentences that tell what somebody says."""


def stage_of(analysis: Analysis) -> Stage:
    """Gather what a story turns on.

    Args:
        analysis: The article and what is known of its story.

    Returns:
        The title's words, the main actors, and which sentences stand out.
    """
    actors = [entity for entity in analysis.entities if entity.named and not entity.outlet][:_MAIN_ACTORS]
    return Stage(
        title=_stems((analysis.article.source.title or "").split()),
        actors=tuple(
            frozenset(
                word.lower() for name in (actor.name, *actor.aliases) for word in name.split() if word[:1].isupper()
            )
            for actor in actors
        ),
        last=len(analysis.sentences),
        salience=tuple(sorted(sentence.salience for sentence in analysis.sentences)),
        ahead=pending_days(analysis.times),
        beliefs=frozenset(statement.sentence for statement in analysis.statements if statement.belief),
        said=frozenset(statement.sentence for statement in analysis.statements),
    )


def _stems(words: Sequence[str]) -> frozenset[str]:
    clean = ("".join(filter(str.isalpha, word)).lower() for word in words)
    return frozenset(word[:_STEM] for word in clean if len(word) > _SHORT_STEM)


def measure(tree: Tree, wording: Wording, cue: int, source: Source, stage: Stage) -> dict[str, float]:
    """Measure what speaks for and against a question.

    Args:
        tree: The sentence that it was made from.
        wording: The question.
        cue: The word that leaves it open.
        source: What kind of cue that is.
        stage: What the story turns on.

    Returns:
        By the feature's name, values between 0 and about 1; features that are 0 are left out.
    """
    every = (
        (f"cue: {source}", 1.0),
        *_asked(tree, wording, stage),
        *_told(tree, cue, source),
        *_placed(tree, source, stage),
    )
    return {name: value for name, value in every if value}


def _asked(tree: Tree, wording: Wording, stage: Stage) -> Iterator[tuple[str, float]]:
    """Measure the question itself."""
    low, high = wording.subject
    subject = tree.tokens[low:high]
    words = [piece.text for piece in wording.pieces]
    stems = _stems(words)
    asked = [tree.tokens[piece.token] for piece in wording.pieces if piece.token >= 0]
    verb = tree.tokens[wording.verb]
    within = low <= wording.verb < high
    yield "a wh-question", float(words[0].lower() in _WH)
    yield "shares the title’s words", min(len(stems & stage.title), 3) / 3
    yield (
        "a main actor is asked about",
        float(any(token.text.lower() in names for token in subject for names in stage.actors)),
    )
    yield "its subject is named", float(any(token.entity in NAMED for token in subject))
    yield "its subject holds office", float(any(token.lemma.lower() in OFFICIALS for token in subject))
    yield "something is at stake", float(verb.lemma in STAKES and not within)
    yield "a state of things", float(verb.lemma in STATES and not within)
    yield (
        "names nobody",
        float(not any(token.entity in NAMED or token.pos == "PROPN" for token in asked) and len(words) < _LONG),
    )
    yield "short", float(len(words) < _SHORT)
    yield "figures", float(any(token.tag == "CD" for token in asked))


def _told(tree: Tree, cue: int, source: Source) -> Iterator[tuple[str, float]]:
    """Measure how the sentence tells of it."""
    at = cue
    while tree.finite(at) is None and tree.tokens[at].head != at:
        at = tree.tokens[at].head
    finite = tree.finite(at)
    tag = "" if finite is None else tree.tokens[finite].tag
    modal = tree.tokens[cue].text.lower()
    words = {token.text.lower() for token in tree.tokens}
    yield "in the past", float(tag == "VBD" and source in TO_COME)
    yield "in the present", float(tag in {"VBZ", "VBP"})
    if source in TO_COME and modal in _MODALS:
        yield f"“{modal}”", 1.0
    yield "quotes somebody", float(not all(tree.outside))
    yield "turns against something", float(bool(words & _TURNS))
    yield "hangs on a condition", float(bool(words & {"if", "unless"}) and source != "condition")


def _placed(tree: Tree, source: Source, stage: Stage) -> Iterator[tuple[str, float]]:
    """Measure where the sentence stands."""
    index = tree.sentence.index
    place = index / max(1, stage.last)
    yield "opens the story", float(index < _OPENING and source in TO_COME)
    yield "far down", place
    yield "near the end", float(place > _CLOSE)
    below = sum(other < tree.sentence.salience for other in stage.salience)
    yield "near the whole story", below / max(1, stage.last)
    yield "a day ahead", float(index in stage.ahead)
    yield "somebody thinks so", float(index in stage.beliefs)
    yield "somebody says so", float(index in stage.said)
    yield "under what is open", float(tree.sentence.purpose == "questions")
    yield "under what to watch", float(tree.sentence.purpose == "watch")
    yield "under its takeaways", float(tree.sentence.purpose == "takeaways")
