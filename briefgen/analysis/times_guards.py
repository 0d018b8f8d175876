"""Match -> whether it is a word that only looks like a date: May the name, Black Friday, 2000 people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.analysis import StorySentence, Token

_DATES = frozenset({"", "DATE", "TIME", "EVENT"})
_COUNTS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"})
# "may" and "march" are words too: alone they are months only after these.
_BEFORE_MONTH = re.compile(
    r"\b(?:in|by|until|till|since|before|after|from|last|next|this|late|early|mid|of|through|between|during|for|and|or|to|"
    r"beginning|starting|coming)[\s-]$",
    re.IGNORECASE,
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|by|until|till|since|before|after|from|early|mid|late|of|through|between|during|for|and|or|to|the|"
    r"around|circa)[\s-]|\()$",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(
    r"\b(?:black|good|bloody|super|palm|ash|holy|cyber|giving|fat|shrove|maundy|every|each|most)\s$", re.IGNORECASE
)
_CAPITALISED = re.compile(r"\w\s[A-Z][a-z]+\s$")
_BEFORE_SEASON = re.compile(
    r"\b(?:in|by|until|during|over|through|this|next|last|before|after|since)\s$", re.IGNORECASE
)
_RELATIVE_BEFORE = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|decades?|minutes?|long|shortly|soon|just|right|immediately)\s$",
    re.IGNORECASE,
)

# Characters before a date that decide what it is: the longest word listed above has 11. Looking through the whole sentence
# for each of its dates would take the square of its length.
_NEAR = 60


def is_guarded(sentence: StorySentence, match: re.Match[str]) -> bool:
    """Tell whether a period that the grammar found is none in this sentence."""
    text, core, at = sentence.text, match["core"], match.start("core")
    before = text[max(0, at - _NEAR) : at]
    token = _token_at(sentence, at)
    bound = (match["bound"] or "").lower()
    if core.lower().startswith("next ") and before.lower().endswith("the "):
        # "The next Tuesday", "the next year" count from a day of the story.
        return True
    if bound in ("before", "after") and _RELATIVE_BEFORE.search(text[max(0, match.start() - _NEAR) : match.start()]):
        # "Two weeks before Christmas" is neither Christmas nor a bound.
        return True
    if core.lower() in ("may", "march"):
        dated = token is not None and token.entity == "DATE" and token.pos == "PROPN"
        named = _CAPITALISED.search(before)  # the Long March, Theresa May
        return bool(named) or not (dated or _BEFORE_MONTH.search(before)) or not _may_be_date(token)
    if core[0].isalpha() and not _may_be_date(token):
        return True
    if re.fullmatch(r"\d{4}", core):
        return _is_no_year(sentence, at, before, token)
    if _NAMED_DAY.search(before):
        return True
    return _is_fall(core, before, text[match.end("core") :])


def names_event(sentence: StorySentence, start: int, end: int) -> bool:
    """Tell whether a period only says which event is meant: "before Thursday's summit", "after the June election"."""
    if sentence.text[end:].startswith(("'s ", "’s ")):
        return True
    inside = [i for i, token in enumerate(sentence.tokens) if token.start < end and token.end > start]
    outward = [sentence.tokens[i] for i in inside if sentence.tokens[i].head not in inside]
    return any(
        token.dep in ("poss", "compound", "nmod")
        and token.head > inside[-1]
        and sentence.tokens[token.head].pos == "NOUN"
        for token in outward
    )


def _is_fall(core: str, before: str, after: str) -> bool:
    """Recognise "the fall of Kabul", "the spring"."""
    if core.lower() not in ("the fall", "the spring", "the summer", "the winter", "the autumn"):
        return False
    return not _BEFORE_SEASON.search(before) or bool(re.match(r"\s(?:of|in|from)\b", after))


def _is_no_year(sentence: StorySentence, at: int, before: str, token: Token | None) -> bool:
    if token is None or token.start != at:
        return True
    index = sentence.tokens.index(token)
    follows = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else token
    counts = follows.tag in ("NNS", "NNPS") and not before.lower().endswith("the ")
    if counts or follows.text.lower() in ("year", "people", "percent"):
        return True
    return token.entity in _COUNTS and not _BEFORE_YEAR.search(before)


def _may_be_date(token: Token | None) -> bool:
    return token is None or token.entity in _DATES or token.entity in _COUNTS


def _token_at(sentence: StorySentence, at: int) -> Token | None:
    return next((token for token in sentence.tokens if token.start <= at < token.end), None)
