"""Analysis -> the questions that the article leaves open, each worded from the sentence that does so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.drafting.question_clauses import open_clauses
from briefgen.drafting.question_conditions import conditions
from briefgen.drafting.question_decisions import decisions
from briefgen.drafting.question_demands import demands
from briefgen.drafting.question_direct import direct_question
from briefgen.drafting.question_form import fault
from briefgen.drafting.question_guards import (
    back_then,
    long_ago,
    outside_quotes,
    own_words_address_reader,
    reported_as_done,
    well_formed,
)
from briefgen.drafting.question_matters import matters
from briefgen.drafting.question_nouns import noun_questions
from briefgen.drafting.question_pending import pending
from briefgen.drafting.question_people import first_named, people, speakers, words_of_people
from briefgen.drafting.question_prospects import prospects
from briefgen.drafting.question_rank import FORWARD, LEAST, Stage, score, stage_of
from briefgen.drafting.question_references import NAME, reads_alone
from briefgen.drafting.question_suspicions import suspicions
from briefgen.drafting.question_tree import plant
from briefgen.drafting.question_unfinished import unfinished
from briefgen.drafting.question_wording import Wording, word_question
from briefgen.model.briefing import Evidence, Question

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefgen.drafting.question_clause import Source, Span
    from briefgen.drafting.question_tree import Tree
    from briefgen.drafting.question_wording import Piece
    from briefgen.model.analysis import Analysis, StorySentence

MOST_QUESTIONS = 4
MOST_CONDITIONS = 2
"""An analysis of what might follow is full of them; the first two by weight are the ones it turns on."""
_PURPOSE_BONUS: Mapping[str, float] = {"questions": 1.5, "takeaways": 0.5, "watch": 0.5}


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
    """The kind of cue, the purpose of the section and the salience of the sentence."""
    topic: tuple[str, str] = ("", "")
    """Lemmas of subject and verb: two questions that share them ask the same."""
    named_in: tuple[int, ...] = ()
    """Other sentences that print a name which the question puts for a pronoun."""
    rejected: str = ""
    """Why it is left out; empty where it is not."""


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
    return _selected(sorted(found, key=lambda candidate: (-candidate.score, candidate.sentence)))


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
        text = _text(tree, alone.pieces, story.names) if alone else ""
        topic = _topic(tree, alone) if alone else ("", "")
        rejected = "" if wording else "no question can be worded from the clause"
        rejected = rejected or _no_place(tree, cue, source, story.year) or _ill_worded(tree, alone, text)
        if not rejected and any(other != sentence.index for other in story.done.get(topic, ())):
            rejected = "the text answers it"
        rank = _PURPOSE_BONUS.get(sentence.purpose, 0.0) + sentence.salience
        if alone:
            rank += score(tree, alone, source, story.stage)
        yield Candidate(
            text=text,
            sentence=sentence.index,
            cue=tree.tokens[cue].text,
            source=source,
            score=round(rank, 4),
            topic=topic,
            named_in=_named_in(tree, alone, story) if alone else (),
            rejected=rejected,
        )


def _named_in(tree: Tree, wording: Wording, story: _Story) -> tuple[int, ...]:
    """Find the sentences that print the names filled in, where the question's own sentence does not."""
    names = (piece.text for piece in wording.pieces if piece.token == NAME and piece.text not in tree.sentence.text)
    found = dict.fromkeys(story.printed[name] for name in names if name in story.printed)
    return tuple(at for at in found if at != tree.sentence.index and story.trees[at].sentence.quotable)


def _no_place(tree: Tree, cue: int, source: Source, year: int | None) -> str:
    """Tell why a sentence is not the place to look for open questions."""
    if own_words_address_reader(tree):
        return "speaks to the reader"
    if back_then(tree, cue) or (source in FORWARD and long_ago(tree, cue, year)):
        return "was open only then"
    return ""


def _ill_worded(tree: Tree, alone: Wording | None, text: str) -> str:
    if alone is None:
        return "does not stand alone"
    return fault(tree, alone) or ("" if well_formed(text) else "is not well formed")


def _worded(tree: Tree, trees: Sequence[Tree]) -> Iterator[tuple[Source, int, Wording | None, Span]]:
    for clause in (*open_clauses(tree), *prospects(tree), *conditions(tree)):
        yield clause.source, clause.cue_token, word_question(tree, clause), clause.speaker
    for clause in (*demands(tree), *pending(tree)):
        yield clause.source, clause.cue_token, word_question(tree, clause), clause.speaker
    for noun in (*noun_questions(tree), *matters(tree), *unfinished(tree), *decisions(tree)):
        yield noun.source, noun.cue_token, noun.wording, (0, 0)
    for cue, wording in suspicions(tree):
        yield "suspected", cue, wording, (0, 0)
    index = tree.sentence.index
    before, after = (
        trees[at] if 0 <= at < len(trees) and trees[at].sentence.block == tree.sentence.block else None
        for at in (index - 1, index + 1)
    )
    direct = direct_question(tree, before, after)
    if direct:
        yield "asked", len(tree.tokens) - 1, direct, (0, 0)


def _selected(ranked: Sequence[Candidate]) -> tuple[Candidate, ...]:

    result: list[Candidate] = []
    kept: list[Candidate] = []
    for candidate in ranked:
        rejected = candidate.rejected
        if not rejected:
            if any(other.topic == candidate.topic or other.text == candidate.text for other in kept):
                rejected = "asks the same as another"
            elif candidate.score < LEAST:
                rejected = "ranks too low"
            elif any(other.sentence == candidate.sentence for other in kept):
                rejected = "its sentence has given another"
            elif candidate.source == "condition" and sum(o.source == "condition" for o in kept) >= MOST_CONDITIONS:
                rejected = "is one condition too many"
            elif len(kept) >= MOST_QUESTIONS:
                rejected = "comes after the four best"
            else:
                kept.append(candidate)
        result.append(replace(candidate, rejected=rejected))
    return tuple(result)


def _topic(tree: Tree, wording: Wording) -> tuple[str, str]:
    low, high = wording.subject
    head = next(
        (i for i in range(low, high) if not low <= tree.tokens[i].head < high or tree.tokens[i].head == i), wording.verb
    )
    return tree.tokens[head].lemma.lower(), tree.tokens[wording.verb].lemma


def _text(tree: Tree, pieces: Sequence[Piece], names: frozenset[str]) -> str:
    words = []
    for position, piece in enumerate(pieces):
        text = piece.text
        if piece.token >= 0 and position and _capital_of_sentence(tree, piece.token, names):
            text = text[0].lower() + text[1:]
        words.append(text if piece.glued or not position else f" {text}")
    text = _closed("".join(words))
    return f"{text[:1].upper()}{text[1:]}?"


def _closed(text: str) -> str:
    """Close a quotation whose mark stands behind the full stop that goes: “for good.”."""
    if text.count("“") == text.count("”") + 1:
        return f"{text}”"
    return f'{text}"' if text.count('"') % 2 else text


def _capital_of_sentence(tree: Tree, index: int, names: frozenset[str]) -> bool:
    """Tell whether a word has its capital only because a sentence or a label's text begins with it."""
    token = tree.tokens[index]
    first = index == 0 or token.start <= tree.sentence.label or tree.tokens[index - 1].text in {"“", '"', ":"}
    if not first or token.text in names or token.text[1:] != token.text[1:].lower():
        return False
    if token.entity and token.pos not in {"DET", "NUM"}:
        return False
    if token.tag == "JJ":
        return not token.text.endswith(("an", "ish", "ese", "i"))  # Russian, Finnish, Chinese, Israeli
    return token.pos in {"DET", "ADP", "PRON", "NUM", "ADV", "SCONJ"} or token.tag in {"NN", "NNS", "VBG", "JJR", "VBN"}


def _quote(sentence: StorySentence) -> str:
    return sentence.told.strip()
