"""Sentence or prospect -> whether it may become an item: what is called off, past, asked, vague, or said by others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting import watch_words as words
from briefgen.drafting.watch_wording import names_something

if TYPE_CHECKING:
    from briefgen.drafting.watch_cues import Prospect
    from briefgen.model.analysis import StorySentence, TimeExpression

_CALLED_OFF = re.compile(r"\b(?:cancel(?:l?ed|s)?|called off|scrapped|abandoned|no longer)\b", re.IGNORECASE)
_READER = re.compile(r"\b(?:you|your|yours|subscribe|newsletter|sign up|click|comments)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:I|we|our|us|my)\b")


def is_refused(sentence: StorySentence) -> bool:
    """Tell whether nothing in a sentence can be watched: a question, words to the reader, an event called off."""
    text = sentence.text[sentence.label :]
    return text.rstrip("”\"’' ").endswith("?") or bool(_CALLED_OFF.search(text) or _READER.search(text))


def can_be_seen(prospect: Prospect, when: TimeExpression | None, sentence: StorySentence) -> bool:
    """Tell whether somebody could later say that the event happened, and whether the article itself announces it."""
    tree, event = prospect.tree, prospect.event
    dated = when is not None and bool(when.first or when.last)
    if not tree.outside[prospect.cue] or not tree.outside[event]:
        plain = dated and not _FIRST.search(sentence.text) and prospect.ground in {"will", "fixed"}
        if not plain:
            return False
    token = tree.tokens[event]
    if token.pos in {"NOUN", "PROPN"}:
        return _noun_can(prospect, dated=dated, vague=when is not None)
    if prospect.subject is None or token.lemma in words.BEING and not dated:
        return False
    if token.lemma in {"be", "have", "remain", "mean", "need", "mark", "depend", "judge", "know"}:
        return False
    return _verb_can(prospect, dated=dated)


def _noun_can(prospect: Prospect, *, dated: bool, vague: bool) -> bool:
    tree, noun = prospect.tree, prospect.event
    lemma = tree.tokens[noun].lemma.lower()
    if lemma in words.ABSTRACT or not names_something(tree, noun) or tree.tokens[noun].entity == "PERSON":
        return False
    if prospect.ground in {"told", "upcoming"}:
        return True
    if lemma == "deadline":
        return dated
    if prospect.ground == "fixed":
        return dated or (vague and lemma in words.EVENTS)
    return lemma in words.EVENTS and (dated or vague or prospect.certainty == "expected")


def _verb_can(prospect: Prospect, *, dated: bool) -> bool:
    tree, verb = prospect.tree, prospect.event
    lemma, subject = tree.tokens[verb].lemma, prospect.subject
    if subject is None:
        return False
    if dated:
        return True
    cue = tree.tokens[prospect.cue].lemma.lower()
    acts = tree.tokens[subject].lemma.lower() not in words.ABSTRACT
    happens = lemma == "take" and any(
        tree.tokens[i].lemma in {"place", "effect", "office"} for i in tree.children[verb]
    )
    if cue in {"will", "shall", "’ll", "'ll"} or cue in {"go", "likely", "consider", "close", "weigh", "plan"}:
        return acts and (lemma in words.SEEN or happens)
    return acts and (lemma not in words.BEING or happens)
