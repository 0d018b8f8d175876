"""Sentence -> what kind of takeaway it makes, and who says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.in_sentence import in_sentence
from briefgen.model.tree import children, root_index

if TYPE_CHECKING:
    from briefgen.model.analysis import Analysis, Statement, StorySentence
    from briefgen.model.briefing import TakeawayKind

# Words by which a text judges rather than reports, where they belong to the main clause.
_JUDGING = frozenset(
    """may might could would should likely unlikely probably perhaps suggest appear seem signal imply risk undermine
    undeniably fundamentally dramatic arguably apparently presumably structurally confirm bet gamble betray prove
    """.split()
)
_FORECASTING = frozenset({"predict", "forecast", "project", "expect", "foresee", "anticipate"})


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader must know of a takeaway's standing."""

    kind: TakeawayKind
    said_by: str | None


def label(analysis: Analysis, sentence: StorySentence) -> Label:
    """Tell a report from a claim, a judgement and a forecast.

    What somebody is said to say is a `claim`, an `assessment` where they judge or fear, a `forecast` where they or the
    article look ahead; in the article's own voice a hedged sentence is an `assessment`, any other `reported`.
    """
    statement = _statement(analysis, sentence)
    ahead = _looks_ahead(analysis, sentence)
    said_by = speaker_name(analysis, statement) if statement else None
    if ahead or (statement and statement.cue in _FORECASTING):
        return Label("forecast", said_by)
    if statement:
        return Label("assessment" if statement.belief else "claim", said_by)
    return Label("assessment" if _judges(sentence) else "reported", None)


def _judges(sentence: StorySentence) -> bool:
    """Tell whether the main verb, its auxiliaries, adverbs and complements hold a word of judgement."""
    tokens = sentence.tokens
    root = root_index(tokens)
    if root is None:
        return False
    near = [root, *children(tokens, root)]
    near += [
        index
        for one in near[1:]
        if tokens[one].dep in {"acomp", "attr", "xcomp", "advcl"}
        for index in children(tokens, one)
    ]
    return any(tokens[index].lemma.lower() in _JUDGING and tokens[index].start >= sentence.label for index in near)


def _statement(analysis: Analysis, sentence: StorySentence) -> Statement | None:
    """Give the statement that covers the sentence, else one that a person makes in it or that it quotes.

    What covers a clause only ("as demanded by Kyiv") leaves the sentence the article's own.
    """
    mine = in_sentence(analysis.statements, sentence.index)
    # "The police said he fled, according to the Courier": the Courier tells both.
    whole = [one for one in mine if one.whole]
    if not any(one.quoted and _is_person(analysis, one) for one in whole):
        whole.sort(key=lambda one: one.cue != "according to")
    part = (statement for statement in mine if statement.quoted or _is_person(analysis, statement))
    return next(iter(whole), next(part, None))


def _is_person(analysis: Analysis, statement: Statement) -> bool:
    return statement.entity is not None and analysis.entities[statement.entity].kind == "person"


_UNCLOSED = re.compile(r"\s*\([^()]*$")
"""The speaker's words end within an abbreviation in brackets: “Workers' Union (DWU” of “Workers' Union (DWU) said”."""


def speaker_name(analysis: Analysis, statement: Statement) -> str:
    """Give the speaker's fullest name where it is known, else the words that the text uses."""
    return _UNCLOSED.sub("", _as_named(analysis, statement))


def _as_named(analysis: Analysis, statement: Statement) -> str:
    if statement.entity is None:
        return statement.speaker
    entity = analysis.entities[statement.entity]
    if not entity.named:
        return statement.speaker  # "police", though the text has "local police" elsewhere
    if entity.kind == "state" and entity.name not in statement.speaker:
        return statement.speaker  # "U.S. officials" are not the state
    return (
        entity.name
        if entity.kind == "person" or _is_name(statement.speaker, entity.name, entity.aliases)
        else statement.speaker
    )


def _is_name(speaker: str, name: str, aliases: tuple[str, ...]) -> bool:
    bare = re.sub(r"^the ", "", speaker, flags=re.IGNORECASE)
    return bare in {name, *aliases}


def _looks_ahead(analysis: Analysis, sentence: StorySentence) -> bool:
    """Tell whether the main clause is about what will be."""
    tokens = sentence.tokens
    root = root_index(tokens)
    if root is None:
        return False
    for index in children(tokens, root):
        if tokens[index].dep == "aux" and tokens[index].text.lower() in {"will", "’ll", "'ll", "shall"}:
            return True
    lemma = tokens[root].lemma.lower()
    passive = any(tokens[i].dep == "auxpass" for i in children(tokens, root))
    if lemma in {"expect", "schedule", "set", "plan", "due", "slate", "predict", "forecast"} and passive:
        return True
    if tokens[root].tag not in {"VBZ", "VBP", "VBG"}:
        return False
    published = analysis.article.source.published
    return published is not None and any(
        time.ahead and time.first is not None and time.first > published
        for time in in_sentence(analysis.times, sentence.index)
    )
