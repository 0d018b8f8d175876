"""A sentence -> its attributions: which verb, or "according to", gives its words to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.analysis.lost_subjects import lost_subject
from briefgen.analysis.people import QUANTITIES
from briefgen.analysis.said_things import says_something, unsaid
from briefgen.analysis.speech import (
    BELIEVE,
    CUES,
    DOCUMENTS,
    FEELING_ADJECTIVES,
    FEELING_NOUNS,
    FIGURES,
    JUDGE,
    LIGHT,
    NOT_SOURCES,
    ON_PAPER,
    PERSONLIKE,
    PRONOUNS,
    SAY,
    SPEECH_ONLY,
    THINGS_SAY,
    speaks,
)
from briefgen.model.tree import SUBJECTS, children, root_index, subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import StorySentence, Token

_RELATIVE = frozenset({"who", "which", "that"})
_NEWS = frozenset("account decision detail development move news step story".split())
_TIME = frozenset({"after", "as", "before", "since", "until", "when", "while"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker and a verb inside one sentence, before the speaker is known by name."""

    speaker: int
    """Index of the speaker's head token."""
    cue: str
    """Lemma of the verb, or "according to"."""
    belief: bool
    """True where the speaker judges, fears, hopes or expects."""
    whole: bool
    """True where it covers the sentence."""


def attributions(sentence: StorySentence, quotes: Sequence[tuple[int, int]]) -> tuple[Attribution, ...]:
    """Find the attributions in the order of the text.

    Args:
        sentence: With its words.
        quotes: Its stretches in quote marks: a verb of speech inside one is the speaker's own telling, and counts not.
    """
    tokens = sentence.tokens
    found = []
    for index, token in enumerate(tokens):
        if _quoted(token, quotes):
            continue
        attribution = _according(tokens, index) or _by_verb(tokens, index, quotes) or _by_feeling(tokens, index)
        if attribution:
            found.append(attribution)
    return tuple(found)


def _quoted(token: Token, quotes: Sequence[tuple[int, int]]) -> bool:
    return any(start < token.start < end - 1 for start, end in quotes)


def root_of(tokens: Sequence[Token]) -> int:
    """Give the index of the token that governs the sentence; 0 where there is none."""
    return root_index(tokens) or 0


def _according(tokens: Sequence[Token], index: int) -> Attribution | None:
    if tokens[index].lemma.lower() != "accord" or index + 1 >= len(tokens) or tokens[index + 1].text != "to":
        return None
    governed = [*children(tokens, index + 1), *children(tokens, index)]
    speaker = next((i for i in governed if tokens[i].dep == "pobj"), None)
    if speaker is None or tokens[speaker].lemma.lower() in NOT_SOURCES:
        return None
    if tokens[speaker].pos == "PRON" and tokens[speaker].text.lower() not in PRONOUNS:
        return None
    above = tokens[index].head
    aside = (
        tokens[index - 1].text == "," and tokens[above].dep in SUBJECTS and tokens[root_of(tokens)].lemma not in CUES
    )  # "The plan, according to Quist, failed."
    whole = _of_main_clause(tokens, tokens[above].head if aside else above)
    return Attribution(speaker, "according to", belief=False, whole=whole)


def _of_main_clause(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the verb is the sentence's, or one joined to it or reported by it, not one of a clause about a noun."""
    root = root_of(tokens)
    seen: set[int] = set()
    while verb != root and verb not in seen and tokens[verb].dep in {"conj", "ccomp"}:
        seen.add(verb)
        verb = tokens[verb].head
    return verb == root


def _by_verb(tokens: Sequence[Token], verb: int, quotes: Sequence[tuple[int, int]]) -> Attribution | None:
    token = tokens[verb]
    lemma = token.lemma.lower()
    if lemma not in CUES or token.dep == "amod":
        return None
    below = children(tokens, verb)
    if not _is_verb(tokens, verb, below):
        return None
    speaker = _passive_speaker(tokens, verb, below) if token.tag == "VBN" else None
    speaker = _quoted_by_another(tokens, verb, below) if speaker is None else speaker
    if speaker is None:
        passive = any(tokens[i].dep == "auxpass" for i in below)
        # "were heard as saying": the subject of that passive speaks, and "saying" says what; who "was told" does not.
        misread = _misread(tokens, verb, quotes)
        if passive or (token.dep == "acl" and token.tag != "VBG" and not misread) or unsaid(tokens, verb, below):
            return None
        if not says_something(tokens, verb, below, quoted=bool(quotes)):
            return None
        # The parser may take the "we" of a quote for the subject of "said".
        outside = (i for i in below if tokens[i].dep in SUBJECTS and not _quoted(tokens[i], quotes))
        speaker = token.head if misread else _speaker(tokens, verb, next(outside, None))
        if speaker is None and (verb == root_of(tokens) or quotes):
            speaker = lost_subject(tokens, verb)
        if speaker is not None and _quoted(tokens[speaker], quotes):
            speaker = _beside(tokens, verb, quotes)
    if speaker is None or not _can_speak(tokens, speaker, lemma):
        return None
    whole = _covers(tokens, verb) or _misread(tokens, verb, quotes)
    return Attribution(speaker, lemma, belief=lemma in BELIEVE or lemma in JUDGE, whole=whole)


def _is_verb(tokens: Sequence[Token], index: int, below: Sequence[int]) -> bool:
    """Tell whether the token is a verb, or a noun to the tagger but a verb to the parse: "…, a new analysis shows."."""
    if tokens[index].pos in {"VERB", "AUX"}:
        return not (index and tokens[index - 1].text == "(" and tokens[index].tag == "VB")  # "(think harbour fees)"
    deps = {tokens[child].dep for child in below}
    return tokens[index].pos == "NOUN" and tokens[index].dep == "ROOT" and {"nsubj", "ccomp"} <= deps


def _misread(tokens: Sequence[Token], verb: int, quotes: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the parse hangs the main verb on its subject: "The mayor, Ada Quist, called on …", "“…,” Quist posted"."""
    token = tokens[verb]
    root = root_of(tokens)
    if token.dep != "acl":
        return False
    quoted = (
        token.tag in {"VBD", "VBN"}
        and tokens[token.head].entity == "PERSON"
        and (_quoted(tokens[root], quotes) or (token.head == root and bool(quotes)))
    )
    return quoted or (token.tag == "VBD" and token.head == root)


def _beside(tokens: Sequence[Token], verb: int, quotes: Sequence[tuple[int, int]]) -> int | None:
    """Give the person named between the quote and the verb, where the parse takes a word of the quote for who speaks."""
    for index in range(verb - 1, -1, -1):
        if _quoted(tokens[index], quotes):
            return None
        if tokens[index].entity == "PERSON" and tokens[index].entity_begins:
            last = index
            while last + 1 < verb and tokens[last + 1].entity == "PERSON" and not tokens[last + 1].entity_begins:
                last += 1
            return last
    return None


def _passive_speaker(tokens: Sequence[Token], verb: int, below: Sequence[int]) -> int | None:
    """Give who speaks in a passive: "reported by the Courier", and the subject of "was quoted as saying"."""
    for index in below:
        if tokens[index].dep == "agent":
            return next((i for i in children(tokens, index) if tokens[i].dep == "pobj"), None)
    if tokens[verb].lemma.lower() in {"cite", "quote"} and any(tokens[i].text == "as" for i in below):
        return next((i for i in below if tokens[i].dep == "nsubjpass"), None)
    return None


def _quoted_by_another(tokens: Sequence[Token], verb: int, below: Sequence[int]) -> int | None:
    """Give whom a newspaper lets speak: "The Courier quoted Nils Dahl as saying"."""
    if tokens[verb].lemma.lower() not in {"cite", "quote"}:
        return None
    said = any(token.lemma.lower() in SAY and token.tag == "VBG" for token in tokens[verb + 1 :])
    return next((i for i in below if tokens[i].dep == "dobj" and i > verb), None) if said else None


def _speaker(tokens: Sequence[Token], verb: int, own: int | None) -> int | None:
    """Give the subject of a verb: its own, or the one that a participle, a preposition or a relative clause lends it.

    "Kenya refused, saying that …", "began by saying", "with analysts saying", "residents who fear that …".
    """
    if own is None and (nearer := _of_clause_between(tokens, verb)) is not None:
        return nearer
    own = subject_of(tokens, verb) if own is None else own
    if own is not None:
        lent = tokens[own].text.lower() in _RELATIVE and tokens[verb].dep == "relcl"
        return tokens[verb].head if lent else own
    token = tokens[verb]
    if token.tag != "VBG":
        return None
    above = token.head
    if token.dep == "acl" and tokens[above].dep == "pobj" and tokens[tokens[above].head].text.lower() == "with":
        return above
    if _issued(tokens, verb):
        return subject_of(tokens, tokens[above].head)
    if token.dep == "pcomp" and tokens[above].text.lower() in {"before", "after", "by"}:
        above = tokens[above].head
    elif token.dep != "advcl":
        return None
    return subject_of(tokens, above)


def _issued(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether something written says so, which somebody issues: "the hospital issued a statement saying that …"."""
    paper = tokens[tokens[verb].head]
    written = paper.lemma.lower() in DOCUMENTS and paper.dep == "dobj"
    return tokens[verb].dep == "acl" and tokens[verb].tag == "VBG" and written


def _of_clause_between(tokens: Sequence[Token], verb: int) -> int | None:
    """Give the subject of a clause in the past that stands before "and asked", where the main verb is a passive or another tense.

    "Quist was seen grabbing a man after the man approached and asked": it is the man who asked.
    """
    above = tokens[verb].head
    if tokens[verb].dep != "conj" or tokens[verb].tag != "VBD" or tokens[above].tag == "VBD":
        return None
    for index in range(verb - 1, above, -1):
        if tokens[index].tag == "VBD" and tokens[index].dep == "advcl":
            return next((i for i in children(tokens, index) if tokens[i].dep in SUBJECTS), None)
    return None


def _by_feeling(tokens: Sequence[Token], index: int) -> Attribution | None:
    token = tokens[index]
    if token.pos == "VERB" and token.lemma.lower() in LIGHT:
        what = next((i for i in children(tokens, index) if tokens[i].dep == "dobj"), None)
        if what is None or tokens[what].lemma.lower() not in FEELING_NOUNS:
            return None
        verb, cue = index, f"{token.lemma.lower()} {tokens[what].lemma.lower()}"
    elif token.text.lower() in FEELING_ADJECTIVES and token.dep in {"acomp", "ROOT"}:
        verb, cue = (token.head if token.dep == "acomp" else index), token.text.lower()
    else:
        return None
    subject = next((i for i in children(tokens, verb) if tokens[i].dep in SUBJECTS), None)
    if subject is None:
        subject = subject_of(tokens, verb)
    # "It is doubtful that" is nobody's doubt.
    if subject is None or tokens[subject].text.lower() == "it" or not _can_speak(tokens, subject, cue):
        return None
    return Attribution(subject, cue, belief=True, whole=_covers(tokens, verb))


def _covers(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether what the verb reports is the sentence, not a clause of it."""
    root = root_of(tokens)
    news = tokens[verb].head
    if tokens[verb].dep == "acl" and tokens[news].dep in {"appos", "npadvmod"} and tokens[news].lemma in _NEWS:
        return True  # "The port will close, a move reported by the Courier"
    if _opens_list(tokens, verb) or (_issued(tokens, verb) and tokens[news].head == root):
        return True
    if _behind_conjunction(tokens, verb):
        return False
    return (
        verb == root
        or tokens[root].head == verb
        or tokens[verb].dep == "parataxis"
        or _first_of_two(tokens, verb, root)
        or (tokens[verb].dep == "conj" and tokens[verb].head == root)
    )


def _behind_conjunction(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the parse takes a clause of time for the main one: "Homes were cleared, hours after Quist warned …"."""
    first = next((i for i in children(tokens, verb) if tokens[i].dep == "mark" and tokens[i].text in _TIME), None)
    return first is not None and any(tokens[i].dep == "ccomp" and i < first for i in children(tokens, verb))


def _first_of_two(tokens: Sequence[Token], verb: int, root: int) -> bool:
    """Tell whether a semicolon parts the verb's sentence from another of its own, which the parse takes for the main one."""
    return verb < root and tokens[verb].head == root and any(token.text == ";" for token in tokens[verb:root])


def _opens_list(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether the verb is the first and a colon follows: "The report establishes the facts: …"."""
    colon = next((index for index, token in enumerate(tokens) if token.text == ":"), 0)
    return verb < colon and all(token.tag not in _FINITE for token in (*tokens[:verb], *tokens[verb + 1 : colon]))


def _is_lone_name(tokens: Sequence[Token], subject: int) -> bool:
    """Tell whether a sentence begins with a bare word that the tagger takes for a common one: "Banning, with others, argues"."""
    return (
        subject == 0
        and tokens[0].text.istitle()
        and tokens[0].tag in {"NN", "VB", "VBG"}
        and len(tokens) > 1
        and (tokens[1].text == "," or tokens[1].tag in _FINITE)
    )


def _can_speak(tokens: Sequence[Token], subject: int, cue: str) -> bool:
    token = tokens[subject]
    if cue in ON_PAPER | {"read"}:
        return token.lemma.lower() in DOCUMENTS - FIGURES
    if token.pos == "PRON":
        return token.text.lower() in PRONOUNS
    if token.entity in PERSONLIKE or token.pos == "PROPN" or (cue in SPEECH_ONLY and token.pos in {"NOUN", "NUM"}):
        return True
    if _is_lone_name(tokens, subject) and cue in SAY - THINGS_SAY:
        return True
    if token.lemma.lower() in QUANTITIES:  # "a growing number of residents"
        of = next((i for i in children(tokens, subject) if tokens[i].text.lower() == "of"), subject)
        return any(speaks(tokens[i].lemma) for i in children(tokens, of))
    return speaks(token.lemma) or token.lemma.lower() in DOCUMENTS - FIGURES
