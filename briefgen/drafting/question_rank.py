"""Question and its sentence -> how likely an editor is to ask it: the kind of cue, who is asked about, what is at stake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.question_conditions import NAMED
from briefgen.drafting.question_cues import OFFICIALS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.drafting.question_clause import Source
    from briefgen.drafting.question_tree import Tree
    from briefgen.drafting.question_wording import Wording
    from briefgen.model.analysis import Analysis

LEAST = 0.7
_WEIGHTS: Mapping[Source, float] = {
    "unclear": 4, "depends": 3, "prospect": 2.5, "matter": 2.5, "suspected": 2, "asked": 2, "condition": 1,
    "demanded": 0.6, "planned": 0.1, "possible": 0, "announced": -0.2,
}  # fmt: skip
_POINTS: Mapping[str, float] = {
    "a wh-question": 0.3, "shares the title’s words": 0.4, "asks about a main actor": 0.2, "its subject is named": 0.3,
    "its subject holds office": 0.2, "something is at stake": 0.4, "a state of things": -0.5, "opens the story": -0.5,
    "stands near the end": 0.3,
}  # fmt: skip
FORWARD: frozenset[Source] = frozenset({"demanded", "planned", "possible", "announced"})
"""What is said to come, by somebody who may be wrong: most of it nobody doubts, so these need more to be asked."""
_WH = frozenset({"what", "when", "who", "whom", "which", "how", "where", "why", "to"})
_OPENING = 2
"""Sentences that tell the news: what is pending there is what has just been announced."""
_MAIN_ACTORS = 3
_STEM = 5
"""Letters by which two forms of a word are known as one: "negotiate" and "negotiations"."""
_SHORT_STEM = 3
_STAKES = frozenset(
    """abolish accept agree allow approve attack ban block break buy cancel cede change close collapse conclude
    cut delay deploy deport ease end expel extend extradite face fall freeze get give halt hand impose
    introduce invade join keep launch leave lift lose merge move obtain pass pay postpone prosecute pull
    quit raise reach receive recognise recognize reconsider reduce reject release renegotiate reopen repeal
    replace resign restore resume retaliate return revive scrap sell sign stop strike sue supply support
    surrender suspend tighten veto win withdraw""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What the whole story tells about what matters in it."""

    title: frozenset[str]
    """Stems of the title's words."""
    actors: tuple[frozenset[str], ...]
    """For each of the main actors the words of all its names, in lower case."""
    last: int
    """Number of sentences."""


def stage_of(analysis: Analysis) -> Stage:
    """Gather what a story turns on.

    Args:
        analysis: The article and what is known of its story.

    Returns:
        The title's words and the main actors.
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
    )


def _stems(words: Sequence[str]) -> frozenset[str]:
    clean = ("".join(filter(str.isalpha, word)).lower() for word in words)
    return frozenset(word[:_STEM] for word in clean if len(word) > _SHORT_STEM)


def score(tree: Tree, wording: Wording, source: Source, stage: Stage) -> float:
    """Rank a question.

    Args:
        tree: The sentence that it was made from.
        wording: The question.
        source: What kind of cue leaves it open.
        stage: What the story turns on.

    Returns:
        The higher, the likelier an editor asks it; under `LEAST` it is not worth a place.
    """
    return _WEIGHTS[source] + sum(
        _POINTS[name] * value for name, value in _features(tree, wording, source, stage).items()
    )


def _features(tree: Tree, wording: Wording, source: Source, stage: Stage) -> dict[str, float]:
    low, high = wording.subject
    subject = tree.tokens[low:high]
    words = [piece.text for piece in wording.pieces]
    lower = {word.lower() for word in words}
    verb = tree.tokens[wording.verb]
    return {
        "a wh-question": float(words[0].lower() in _WH),
        "shares the title’s words": min(len(_stems(words) & stage.title), 3) / 3,
        "asks about a main actor": float(any(lower & names for names in stage.actors)),
        "its subject is named": float(any(token.entity in NAMED for token in subject)),
        "its subject holds office": float(any(token.lemma.lower() in OFFICIALS for token in subject)),
        "something is at stake": float(verb.lemma in _STAKES),
        "a state of things": float(verb.lemma in {"be", "become", "remain"} and wording.verb not in range(low, high)),
        "opens the story": float(tree.sentence.index < _OPENING and source in FORWARD),
        "stands near the end": tree.sentence.index / max(1, stage.last),
    }
