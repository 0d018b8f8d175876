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
_WEAK = frozenset(
    {"will", "shall", "’ll", "'ll", "go", "likely", "consider", "weigh", "plan", "agree", "ready", "prepare"}
)
_FIRST = re.compile(r"\b(?:I|we|our|us|my)\b")


def is_refused(sentence: StorySentence) -> bool:
    """Tell whether nothing in a sentence can be watched: a question, words to the reader, an event called off."""
    text = sentence.text[sentence.label :]
    return text.rstrip("”\"’' ").endswith("?") or bool(_CALLED_OFF.search(text) or _READER.search(text))


def can_be_seen(prospect: Prospect, when: TimeExpression | None, sentence: StorySentence) -> bool:
    """Tell whether somebody could later say that the event happened, and whether the article itself announces it."""
    tree, event = prospect.tree, prospect.event
    if tree.tokens[event].start < sentence.label or not names_or_acts(prospect, sentence):
        return False
    if not (tree.outside[prospect.cue] and tree.outside[event]):
        # A cue inside a quotation is the speaker's, but for a plain "Tariffs will go up on 2 April".
        told = when is not None and not _FIRST.search(sentence.text)
        if not told or prospect.ground not in {"will", "fixed"}:
            return False
    if prospect.ground in {"would", "dated"} and when is None:
        return False
    if tree.tokens[event].pos in {"NOUN", "PROPN"}:
        return _noun_can(prospect, when)
    return _verb_can(prospect, timed=when is not None)


def names_or_acts(prospect: Prospect, sentence: StorySentence) -> bool:
    """Tell whether the subject of a verb stands in the sentence itself, not in a label before it."""
    return prospect.subject is None or prospect.tree.tokens[prospect.subject].start >= sentence.label


def _noun_can(prospect: Prospect, when: TimeExpression | None) -> bool:
    tree, noun = prospect.tree, prospect.event
    lemma = tree.tokens[noun].lemma.lower()
    if lemma in words.ABSTRACT or not names_something(tree, noun) or tree.tokens[noun].entity == "PERSON":
        return False
    if prospect.ground in {"told", "upcoming"}:
        return True
    if lemma == "deadline" or prospect.ground in {"fixed", "dated"}:
        return when is not None
    return lemma in words.EVENTS or (when is not None and prospect.certainty != "possible")


def _verb_can(prospect: Prospect, *, timed: bool) -> bool:
    tree, verb = prospect.tree, prospect.event
    lemma, subject = tree.tokens[verb].lemma, prospect.subject
    if lemma in {"be", "have", "remain", "mean", "need", "mark", "depend", "judge", "know"}:
        return False
    if subject is None:
        return lemma in words.LIGHT
    if timed:
        return True
    cue = tree.tokens[prospect.cue].lemma.lower()
    acts = tree.tokens[subject].lemma.lower() not in words.ABSTRACT
    target = tree.has(verb, "dobj")
    happens = lemma == "take" and target is not None and tree.tokens[target].lemma in {"place", "effect", "office"}
    if prospect.ground == "will" and cue in _WEAK:
        return acts and (lemma in words.SEEN or happens)
    return acts and (lemma not in words.BEING or happens)
