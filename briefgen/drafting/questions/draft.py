"""Analysis -> the questions that the article leaves open, each worded from the sentence that does so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.drafting.questions.beliefs import accusations, beliefs
from briefgen.drafting.questions.clause import TO_COME
from briefgen.drafting.questions.clauses import open_clauses
from briefgen.drafting.questions.conditions import NAMED, conditions
from briefgen.drafting.questions.contested import contested
from briefgen.drafting.questions.decisions import decisions
from briefgen.drafting.questions.demands import demands
from briefgen.drafting.questions.direct import direct_question
from briefgen.drafting.questions.form import fault
from briefgen.drafting.questions.guards import (
    back_then,
    called_untrue,
    long_ago,
    outside_quotes,
    own_words_address_reader,
    reported_as_done,
    well_formed,
)
from briefgen.drafting.questions.matters import matters
from briefgen.drafting.questions.nouns import noun_questions
from briefgen.drafting.questions.pending import pending
from briefgen.drafting.questions.people import first_named, people, speakers, words_of_people
from briefgen.drafting.questions.prospects import prospects
from briefgen.drafting.questions.rank import MARGINS, Stage, measure, stage_of, weights, worth
from briefgen.drafting.questions.references import NAME, reads_alone
from briefgen.drafting.questions.stalled import stalled
from briefgen.drafting.questions.suspicions import suspicions
from briefgen.drafting.questions.text import text_of, topic_of
from briefgen.drafting.questions.thin import completed
from briefgen.drafting.questions.tree import plant
from briefgen.drafting.questions.unfinished import unfinished
from briefgen.drafting.questions.wording import Wording, word_question
from briefgen.model.briefing import Evidence, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefgen.drafting.questions.clause import Source, Span
    from briefgen.drafting.questions.tree import Tree
    from briefgen.model.analysis import Analysis, StorySentence

MOST_QUESTIONS = 4
_UNWORDED = -9.0
MOST_CONDITIONS = 2
"""An analysis of what might follow is full of them; the first two by weight are the ones it turns on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A question that a sentence may leave open."""

    text: str
    """With its mark; empty where no question could be worded."""
    sentence: int
    cue: str
    """The word that leaves it open."""
    source: Source
    score: float
    """Log odds that an editor asks it; lowest where it was not worded."""
    measured: Mapping[str, float]
    """What the score is made of."""
    topic: tuple[str, str] = ("", "")
    """Lemmas of subject and verb: two questions that share them ask the same."""
    named_in: tuple[int, ...] = ()
    """Other sentences that print a name which the question puts for a pronoun."""
    rejected: str
    """Why it is left out; empty where it is not."""
    possible: bool
    """True where it may be drafted, if it is among the best."""


def draft_questions(analysis: Analysis) -> tuple[Question, ...]:
    """Draft the open questions of an article.

    Args:
        analysis: The article and what is known of its story.

    Returns:
        At most four, the best first, each with the sentence that leaves it open; none where no sentence does so in
        words that make a well-formed, neutral question.
    """
    return tuple(
        Question(
            text=candidate.text,
            evidence=tuple(
                Evidence(quote=_quote(analysis.sentences[at])) for at in (candidate.sentence, *candidate.named_in)
            ),
        )
        for candidate in question_candidates(analysis)
        if not candidate.rejected
    )


def question_candidates(analysis: Analysis) -> tuple[Candidate, ...]:
    """Give every question that was thought of, with what became of it.

    Args:
        analysis: The article and what is known of its story.

    Returns:
        By score, the best first; at most four of them are not rejected.
    """
    outside = outside_quotes(analysis.sentences)
    trees = tuple(plant(sentence, flags) for sentence, flags in zip(analysis.sentences, outside, strict=True))
    persons = people(analysis.entities)
    story = _Story(
        trees=trees,
        persons=persons,
        voices=speakers(analysis.statements, analysis.entities),
        names=words_of_people(analysis.entities),
        done=reported_as_done(trees),
        printed=first_named(analysis.entities),
        year=published.year if (published := analysis.article.source.published) else None,
        stage=stage_of(analysis),
    )
    found: list[Candidate] = []
    for tree in trees:
        if tree.sentence.quotable:
            found.extend(_candidates(tree, story))
    return selected(found, weights().least)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """What is the same for every sentence."""

    trees: tuple[Tree, ...]
    persons: Mapping[int, Sequence[str]]
    """The people named in each sentence."""
    voices: Mapping[int, Sequence[str]]
    """The people who speak in each sentence."""
    names: frozenset[str]
    """Every word of their names, in any form that the text prints."""
    printed: Mapping[str, int]
    """Where each person's full name stands first."""
    year: int | None
    """Of publication."""
    stage: Stage
    """What the story turns on."""
    done: Mapping[tuple[str, str], frozenset[int]]
    """Subject and verb of what is reported as done, with the sentences."""


def _candidates(tree: Tree, story: _Story) -> Iterator[Candidate]:
    sentence = tree.sentence
    for source, cue, wording, speaker in _worded(tree, story.trees):
        if tree.tokens[cue].start < sentence.label:
            continue
        alone = reads_alone(tree, wording, speaker, story.persons, story.voices) if wording else None
        alone, where = completed(tree, alone, source, story.trees) if alone else (None, None)
        text = text_of(tree, alone.pieces, story.names) if alone else ""
        topic = topic_of(tree, alone) if alone else ("", "")
        rejected = "" if wording else "no question can be worded from the clause"
        rejected = rejected or _no_place(tree, cue, source, story.year) or _ill_worded(tree, alone, text, source)
        if not rejected and any(other != sentence.index for other in story.done.get(topic, ())):
            rejected = "the text answers it"
        measured = measure(tree, alone, cue, source, story.stage) if alone else {}
        yield Candidate(
            text=text,
            sentence=sentence.index,
            cue=tree.tokens[cue].text,
            source=source,
            score=round(worth(measured), 4) if alone else _UNWORDED,
            measured=measured,
            topic=topic,
            named_in=_named_in(tree, alone, story, where) if alone else (),
            rejected=rejected,
            possible=not rejected,
        )


def _named_in(tree: Tree, wording: Wording, story: _Story, where: int | None) -> tuple[int, ...]:
    """Find the sentences that print what was filled in, where the question's own sentence does not."""
    names = (piece.text for piece in wording.pieces if piece.token == NAME and piece.text not in tree.sentence.text)
    found = dict.fromkeys(story.printed[name] for name in names if name in story.printed)
    found |= {} if where is None else {where: None}
    return tuple(at for at in found if at != tree.sentence.index and story.trees[at].sentence.quotable)


def _no_place(tree: Tree, cue: int, source: Source, year: int | None) -> str:
    """Tell why a sentence is not the place to look for open questions."""
    if own_words_address_reader(tree):
        return "speaks to the reader"
    if back_then(tree, cue) or (source in TO_COME | {"prospect"} and long_ago(tree, cue, year)):
        return "was open only then"
    if source == "suspected" and called_untrue(tree):
        return "the text calls it untrue"
    return ""


def _ill_worded(tree: Tree, alone: Wording | None, text: str, source: Source) -> str:
    if alone is None:
        return "does not stand alone"
    what = tree.has(alone.verb, "dobj", "attr", "acomp")
    if source in TO_COME and what is not None and not tree.outside[what]:
        return "it asks in somebody’s quoted words"
    return fault(tree, alone) or ("" if well_formed(text) else "is not well formed")


def _worded(tree: Tree, trees: Sequence[Tree]) -> Iterator[tuple[Source, int, Wording | None, Span]]:
    for clause in (*open_clauses(tree), *prospects(tree), *conditions(tree)):
        yield clause.source, clause.cue_token, word_question(tree, clause), clause.speaker
    for clause in (*beliefs(tree), *demands(tree), *pending(tree)):
        yield clause.source, clause.cue_token, word_question(tree, clause), clause.speaker
    for noun in (
        *noun_questions(tree),
        *matters(tree),
        *unfinished(tree),
        *decisions(tree),
        *stalled(tree),
        *accusations(tree),
        *contested(tree),
    ):
        yield noun.source, noun.cue_token, noun.wording, (0, 0)
    for cue, wording in suspicions(tree):
        yield "suspected", cue, wording, (0, 0)
    yield from _said_to_be_open(tree)
    index = tree.sentence.index
    before, after = (
        trees[at] if 0 <= at < len(trees) and trees[at].sentence.block == tree.sentence.block else None
        for at in (index - 1, index + 1)
    )
    direct = direct_question(tree, before, after)
    if direct:
        yield "asked", len(tree.tokens) - 1, direct, (0, 0)


def _said_to_be_open(tree: Tree) -> Iterator[tuple[Source, int, Wording | None, Span]]:
    """Give what somebody quoted calls unknown: “It is too early to say whether the ship will sail,” the captain said."""
    if not any(own and token.pos == "VERB" for own, token in zip(tree.outside, tree.tokens, strict=True)) or all(
        tree.outside
    ):
        return  # only where the sentence says who speaks
    aloud = replace(tree, outside=(True,) * len(tree.tokens))
    for noun in (*noun_questions(aloud), *matters(aloud)):
        cause = [piece.text for piece in noun.wording.pieces[:2]] == ["What", "caused"]
        if (cause or noun.source == "unclear") and not tree.outside[noun.cue_token]:
            yield noun.source, noun.cue_token, noun.wording, (0, 0)
    for clause in open_clauses(aloud):
        if clause.source != "unclear" or tree.outside[clause.cue_token]:
            continue
        wording = word_question(aloud, clause)
        own = [aloud.tokens[piece.token] for piece in wording.pieces if piece.token >= 0] if wording else []
        named = any(token.entity in NAMED or token.pos == "PROPN" for token in own)
        pointing = any(token.tag in {"PRP", "PRP$"} and token.dep != "expl" for token in own)
        # “I don’t know what is going on” tells of a mood.
        if not pointing and (named or clause.opener[0] == clause.opener[1]):
            yield clause.source, clause.cue_token, wording, (0, 0)


def _passed_over(candidate: Candidate, kept: Sequence[Candidate]) -> str:
    if any(other.topic == candidate.topic or other.text == candidate.text for other in kept):
        return "asks the same as another"
    if any(other.sentence == candidate.sentence for other in kept):
        return "its sentence has given another"
    if candidate.source == "condition" and sum(o.source == "condition" for o in kept) >= MOST_CONDITIONS:
        return "is one condition too many"
    return "comes after the four best" if len(kept) >= MOST_QUESTIONS else ""


def selected(found: Iterable[Candidate], least: float) -> tuple[Candidate, ...]:
    """Choose the questions that are drafted.

    Args:
        found: Candidates.
        least: The score below which none is drafted.

    Returns:
        All of them, the best first; at most four are not rejected, none of which asks what another asks.
    """
    ranked = sorted(found, key=lambda candidate: (-candidate.score, candidate.sentence))
    result: list[Candidate] = []
    kept: list[Candidate] = []
    for candidate in ranked:
        rejected = candidate.rejected
        if candidate.possible:
            low = candidate.score < least + MARGINS.get(candidate.source, 0.0)
            rejected = "ranks too low" if low else _passed_over(candidate, kept)
            if not rejected:
                kept.append(candidate)
        result.append(replace(candidate, rejected=rejected))
    return tuple(result)


def _quote(sentence: StorySentence) -> str:
    return sentence.told.strip()
