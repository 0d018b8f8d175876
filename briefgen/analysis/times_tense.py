"""Tokens and a stretch of them -> tense: whether the clause around an expression of time looks forward or back.

News writes "the vote was scheduled for Tuesday" and "Wednesday's ruling will change …": words that plan look forward
under a past tense, the name of something done looks back under a future one. Each rule is one of those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.times_words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Tense, Token

FORWARD = words(
    "schedule scheduled plan planned expect expected due set slate slated reschedule upcoming effective "
    "forthcoming propose proposed await awaited tentative anticipated next poised"
)
"""Words, as printed or as lemma, that put what they speak of ahead, whatever the tense."""
_MOVED = words("postpone delay defer adjourn extend suspend push move put prolong shelve remain last run")
_EVENTS = words(
    "summit meeting talk vote election deadline hearing conference referendum ballot match game final ceremony "
    "session debate launch rollout round inauguration runoff primary visit trip budget review auction target "
    "trial expiry"
)
_DEADLINES = words("deadline target goal plan schedule timetable timeline proposal")
_SAYING = words("say tell report write announce add state claim warn note quote")
_DONE = words("manage begin start continue fail use have force help cause lead allow appear seem tend")
_LIMIT = 12


def clause_tense(tokens: Sequence[Token], start: int, end: int) -> Tense | None:
    """Give the tense of the clause that holds characters `start` to `end`; None where no verb governs them."""
    inside = [i for i, token in enumerate(tokens) if token.start < end and token.end > start]
    if not inside:
        return None
    at = next((i for i in inside if tokens[i].head not in inside), inside[0])
    if _follows_saying(tokens, inside[0]):
        return "past"
    prepositions = {tokens[at].text.lower()} if tokens[at].pos in ("ADP", "SCONJ") else set()
    for _ in range(_LIMIT):
        verdict = _noun(tokens, at, prepositions)
        if verdict:
            return verdict
        if tokens[at].pos in ("VERB", "AUX"):
            return _verb(tokens, at, prepositions)
        if tokens[at].pos in ("ADP", "SCONJ"):
            prepositions.add(tokens[at].text.lower())
        if tokens[at].head == at:
            return None
        at = tokens[at].head
    return None


def _follows_saying(tokens: Sequence[Token], first: int) -> bool:
    """Recognise "said on Monday it would …", where the parse often gives the day to what is said."""
    before = first - 1
    if before > 0 and tokens[before].text.lower() == "on":
        before -= 1
    return before >= 0 and tokens[before].tag == "VBD" and tokens[before].lemma in _SAYING


def _noun(tokens: Sequence[Token], at: int, prepositions: set[str]) -> Tense | None:
    """Judge by the noun or adjective that the expression hangs on."""
    token = tokens[at]
    if token.text.lower() in FORWARD and token.pos in ("ADJ", "ADV"):
        return "future"
    if token.pos not in ("NOUN", "PROPN"):
        return None
    head = tokens[token.head]
    if token.dep in ("poss", "compound", "nmod", "npadvmod") and head.pos == "NOUN":
        return _of_event(tokens, token.head, possessive=token.dep == "poss")
    if _is_planned(tokens, at):
        return "future"
    if token.lemma.lower() in _DEADLINES and prepositions:
        return "future"
    return None


def _is_planned(tokens: Sequence[Token], noun: int) -> bool:
    return any(
        token.head == noun and i != noun and token.dep in ("amod", "acl") and token.text.lower() in FORWARD
        for i, token in enumerate(tokens)
    )


def _of_event(tokens: Sequence[Token], noun: int, *, possessive: bool) -> Tense | None:
    if _is_planned(tokens, noun):
        return "future"
    if tokens[noun].lemma.lower() not in _EVENTS:
        # "Wednesday's ruling", "the June decision": named because it was made.
        return "past" if possessive else None
    if tokens[noun].dep in ("dobj", "pobj", "attr"):
        governor = tokens[tokens[noun].head]
        if tokens[noun].lemma.lower() in _DEADLINES or governor.text.lower() in ("before", "of", "for"):
            return "future" if governor.text.lower() != "of" or _ahead_of(tokens, noun) else None
    return None


def _ahead_of(tokens: Sequence[Token], noun: int) -> bool:
    of = tokens[noun].head
    return of > 0 and (tokens[of].head < len(tokens)) and tokens[tokens[of].head].text.lower() == "ahead"


def _verb(tokens: Sequence[Token], at: int, prepositions: set[str], depth: int = 0) -> Tense | None:
    """Judge by a verb: its form, its auxiliaries, and the verb that governs it."""
    token = tokens[at]
    children = [child for i, child in enumerate(tokens) if child.head == at and i != at]
    auxiliaries = {child.text.lower(): child for child in children if child.dep in ("aux", "auxpass")}
    if _plans(token, auxiliaries, prepositions):
        return "future"
    perfect = any(child.lemma == "have" for child in auxiliaries.values())
    if {"will", "’ll", "'ll", "shall", "wo", "would", "’d"} & set(auxiliaries) and "have" not in auxiliaries:
        return "future"
    if "will" in auxiliaries:
        return "future"
    if any(child.tag == "MD" for child in auxiliaries.values()):
        return "past" if perfect else "future"
    if "to" in auxiliaries:
        if prepositions & {"by", "until", "till", "through"} and not perfect:
            return "future"
        return _infinitive(tokens, at, depth, perfect=perfect)
    return _finite(tokens, at, auxiliaries, prepositions, depth)


def _plans(token: Token, auxiliaries: dict[str, Token], prepositions: set[str]) -> bool:
    lemma = token.lemma.lower()
    if lemma in _MOVED:
        return bool(prepositions & {"until", "till"} or (prepositions & {"to", "for"} and lemma not in ("run", "last")))
    if lemma == "set":
        # "set on fire on Tuesday" is no plan; "is set for Tuesday" and "set to vote" are.
        return bool(prepositions & {"for", "by", "before"}) and token.tag in ("VBN", "VBD", "JJ")
    if lemma in ("plan", "expect", "propose", "await") and token.tag == "VBD" and not auxiliaries:
        return bool(prepositions & {"for", "by", "in", "before", "until"})
    return lemma in FORWARD


def _infinitive(tokens: Sequence[Token], at: int, depth: int, *, perfect: bool) -> Tense | None:
    token = tokens[at]
    governor = tokens[token.head]
    if token.head == at or perfect or depth > _LIMIT:
        return "future" if token.head == at and not perfect else "past"
    purpose = token.dep == "advcl" and governor.text.lower() not in FORWARD
    if governor.pos in ("VERB", "AUX") and (governor.lemma in _DONE or purpose):
        return _verb(tokens, token.head, set(), depth + 1)
    return "future"


def _finite(
    tokens: Sequence[Token], at: int, auxiliaries: dict[str, Token], prepositions: set[str], depth: int
) -> Tense | None:
    token = tokens[at]
    forms = {child.tag for child in auxiliaries.values()}
    if token.tag == "VBD" or "VBD" in forms or any(child.lemma == "have" for child in auxiliaries.values()):
        return "past"
    if token.lemma == "be" and token.tag in ("VBZ", "VBP") and _is_to(tokens, at):
        return "future"
    if token.tag in ("VBZ", "VBP") or forms & {"VBZ", "VBP"}:
        return "past" if token.lemma in _SAYING else "present"
    if token.head != at and depth < _LIMIT and token.dep != "acl":
        governor = next(iter(_governing_verb(tokens, at)), None)
        if governor is not None:
            return _verb(tokens, governor, prepositions if token.dep == "conj" else set(), depth + 1)
    if token.tag == "VBN":
        return "past"
    return "future" if token.tag == "VB" else None


def _is_to(tokens: Sequence[Token], at: int) -> bool:
    """Recognise "the port is to open on Friday": straight before "to" or one word before it."""
    verbs = {token.head for token in tokens[at + 1 : at + 4] if token.tag == "TO"}
    return any(tokens[verb].dep == "xcomp" and tokens[verb].head == at for verb in verbs)


def _governing_verb(tokens: Sequence[Token], at: int) -> list[int]:
    for _ in range(_LIMIT):
        if tokens[at].head == at:
            return []
        at = tokens[at].head
        if tokens[at].pos in ("VERB", "AUX"):
            return [at]
    return []
