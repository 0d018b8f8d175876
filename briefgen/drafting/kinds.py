"""Sentence -> what kind of takeaway it makes, and who says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.in_sentence import in_sentence
from briefgen.model.tree import ancestors, children, root_index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Analysis, Statement, StorySentence, Token
    from briefgen.model.briefing import TakeawayKind

# Words by which a text judges rather than reports, where they belong to the main clause.
_JUDGING = frozenset(
    """may might could would should likely unlikely probably perhaps suggest seem signal imply risk undermine
    undeniably fundamentally dramatic arguably apparently presumably structurally confirm bet gamble betray prove
    """.split()
)
_WHEN = frozenset({"after", "as", "before", "once", "since", "until", "when", "while"})
_FORECASTING = frozenset({"predict", "forecast", "project", "expect", "foresee", "anticipate"})


_TELLING = frozenset({"date", "say", "show", "find", "report"})
"""Verbs of what stands already, whatever day they name: "the dispute dates back to May", "a poll shows"."""


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
    return any(
        (tokens[index].lemma.lower() in _JUDGING or _appears(tokens, index)) and tokens[index].start >= sentence.label
        for index in near
    )


def _appears(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether something only appears to be so: "appeared divided", not "appeared in court"."""
    return tokens[index].lemma.lower() == "appear" and any(
        tokens[child].dep in {"xcomp", "acomp", "oprd", "attr", "ccomp"} for child in children(tokens, index)
    )


def _statement(analysis: Analysis, sentence: StorySentence) -> Statement | None:
    """Give the statement that covers the sentence, else one that a person makes in it or that it quotes.

    What covers a clause only ("as demanded by Kyiv") leaves the sentence the article's own.
    """
    mine = in_sentence(analysis.statements, sentence.index)
    # "The police said he fled, according to the Courier": the Courier tells both.
    whole = [one for one in mine if one.whole]
    if not any(one.quoted and _is_person(analysis, one) for one in whole):
        root = root_index(sentence.tokens)
        main = None if root is None else sentence.tokens[root].lemma.lower()
        whole.sort(key=lambda one: (one.cue != "according to", one.cue != main))
    part = (
        statement
        for statement in mine
        if (statement.quoted or _is_person(analysis, statement)) and not _aside(sentence, statement)
    )
    return next(iter(whole), next(part, None))


def _aside(sentence: StorySentence, statement: Statement) -> bool:
    """Tell whether only an aside is theirs: "The talks resume when Quist announces her plan", "met Dahl, who said …"."""
    tokens = sentence.tokens
    verbs = [index for index, token in enumerate(tokens) if token.lemma.lower() == statement.cue]
    return bool(verbs) and all(_in_aside(tokens, index) for index in verbs)


def _in_aside(tokens: Sequence[Token], verb: int) -> bool:
    root = root_index(tokens)  # a parse may take the clause for the main one: "…, hours after Quist warned …"
    return any(
        tokens[index].dep == "relcl"
        or (
            (tokens[index].dep in {"advcl", "pcomp"} or index == root)
            and any(tokens[child].text.lower() in _WHEN for child in (*children(tokens, index), tokens[index].head))
        )
        for index in (verb, *ancestors(tokens, verb))
    )


def _is_person(analysis: Analysis, statement: Statement) -> bool:
    return statement.entity is not None and analysis.entities[statement.entity].kind == "person"


_DASH = re.compile(r" (?:[–—―]|--?) ")
_LONG_SPEAKER = 9  # words
_UNCLOSED = re.compile(r"\s*\([^()]*$")
"""The speaker's words end within an abbreviation in brackets: “Workers' Union (DWU” of “Workers' Union (DWU) said”."""


def speaker_name(analysis: Analysis, statement: Statement) -> str:
    """Give the speaker's fullest name where it is known, else the words that the text uses."""
    return _shortened(_UNCLOSED.sub("", _as_named(analysis, statement)))


def _shortened(speaker: str) -> str:
    """Cut what is told of a speaker behind a dash, and behind a comma where the words before say enough."""
    speaker = _DASH.split(speaker, maxsplit=1)[0]
    before, comma, _ = speaker.partition(", ")
    return before if comma and len(speaker.split()) > _LONG_SPEAKER and len(before.split()) > 1 else speaker


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
    if tokens[root].tag not in {"VBZ", "VBP", "VBG"} or lemma in _TELLING:
        return False
    published = analysis.article.source.published
    return published is not None and any(
        time.ahead and time.first is not None and time.first > published
        for time in in_sentence(analysis.times, sentence.index)
    )
