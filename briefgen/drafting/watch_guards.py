"""Sentence or prospect -> whether it may become an item: what is called off, past, asked, vague, or said by others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting import watch_words as words
from briefgen.drafting.watch_wording import names_something

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.drafting.question_tree import Tree
    from briefgen.drafting.watch_prospect import Prospect
    from briefgen.model.analysis import StorySentence, TimeExpression

_CALLED_OFF = re.compile(r"\b(?:cancel(?:l?ed|s)?|called off|scrapped|abandoned|no longer)\b", re.IGNORECASE)
_READER = re.compile(r"\b(?:you|your|yours|subscribe|newsletter|sign up|click|comments)\b", re.IGNORECASE)
_VAGUE = re.compile(r"(?:very )?(?:soon|shortly)|imminently|before long", re.IGNORECASE)
_DAY_SET = frozenset({"schedule", "slate", "due", "book"})
_FIRST = re.compile(r"\b(?:I|we|our|us|my)\b")


def is_refused(sentence: StorySentence) -> bool:
    """Tell whether nothing in a sentence can be watched: a question, words to the reader, an event called off."""
    text = sentence.told
    return text.rstrip("”\"’' ").endswith("?") or bool(_CALLED_OFF.search(text) or _READER.search(text))


def can_be_seen(
    prospect: Prospect, when: TimeExpression | None, sentence: StorySentence, times: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether somebody could later say that the event happened, and whether the article itself announces it.

    Args:
        prospect: What the sentence puts ahead.
        when: What tells when, in its clause.
        sentence: The sentence.
        times: The stretches of the sentence's text that tell when something is.
    """
    tree, event = prospect.tree, prospect.event
    if tree.tokens[event].start < sentence.label or not _in_text(prospect, sentence):
        return False
    if _is_asked(tree, prospect):
        return False
    if not (tree.outside[prospect.cue] and tree.outside[event]):
        # A cue inside a quotation is the speaker's, but for a plain "Tariffs will go up on 2 April".
        told = when is not None and not _FIRST.search(sentence.text)
        if not told or prospect.ground not in {"will", "fixed"}:
            return False
    timed = when is not None and not _VAGUE.fullmatch(when.text)
    if prospect.ground in {"would", "dated"} and not timed:
        return False
    if any(tree.tokens[event].start < end and tree.tokens[event].end > start for start, end in times):
        return False  # "… is planned for Sunday and Monday": a day is no event
    if tree.tokens[event].pos in {"NOUN", "PROPN"}:
        return _noun_can(prospect, when)
    return _verb_can(prospect, timed=timed)


def _is_asked(tree: Tree, prospect: Prospect) -> bool:
    """Tell whether the event is what a clause asks: "how skippers are likely to vote", "whether he will go"."""
    asking = {"how", "why", "where", "whether", "what", "which"}
    verbs = {prospect.event, prospect.cue, tree.tokens[prospect.cue].head}
    return any(
        tree.tokens[i].text.lower() in asking and tree.tokens[i].dep in {"advmod", "mark", "dobj", "pobj"} and i < verb
        for verb in verbs
        if tree.tokens[verb].pos in {"VERB", "AUX", "ADJ"}
        for i in tree.children[verb]
    )


def _in_text(prospect: Prospect, sentence: StorySentence) -> bool:
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
    if subject is None:
        return lemma in words.LIGHT
    target = tree.has(verb, "dobj")
    if lemma == "take" and target is not None and tree.tokens[target].lemma in {"place", "effect", "office"}:
        return True
    if lemma in {"come", "go"} and _has_goal(tree, verb):
        return True
    about = tree.tokens[subject].lemma.lower()
    fixed = tree.tokens[prospect.cue].lemma in _DAY_SET
    if lemma in words.BEING:
        if lemma == "be" and fixed:
            return timed  # "is scheduled to be in port on 3 May"
        if lemma == "continue":
            return about in words.EVENTS  # "the strikes will continue"
        return timed and lemma == "become"
    if timed:
        return True
    awaited = tree.tokens[prospect.cue].lemma in {"expect", "anticipate", "await"}
    return about not in words.ABSTRACT and (lemma in words.SEEN or fixed or awaited)


def _has_goal(tree: Tree, verb: int) -> bool:
    """Recognise "come into force", "go on trial", "go to the polls"."""
    goals = {"effect", "force", "trial", "poll", "vote", "court"}
    below = [i for child in tree.children[verb] if tree.tokens[child].dep == "prep" for i in tree.children[child]]
    return any(tree.tokens[i].lemma in goals for i in below)
