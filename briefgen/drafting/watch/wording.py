"""Prospect -> a short noun phrase of the source's words: "Trump–Xi summit", "Parliament’s vote on the fisheries bill"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting.watch import words
from briefgen.drafting.watch.act import LONGEST, act
from briefgen.drafting.watch.doer import doer, lowered, stands
from briefgen.drafting.watch.phrase import Words, joined
from briefgen.drafting.watch.subject import told_by_verb

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.watch.phrase import Spans
    from briefgen.drafting.watch.prospect import Prospect
    from briefgen.model.analysis import TimeExpression

_BROKEN = re.compile(r"^\w{1,3}\)|\bfollowing\b|[“”\"(]", re.IGNORECASE)
"""A number of a list, what points to a list below, half of a quotation."""
_SPEAKER = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our)\b")
"""Who speaks or is spoken to: the item has lost the quotation that tells who that is."""
_FEWEST = 2
"""Words: "Talks" alone names nothing."""


def event_words(prospect: Prospect, times: Spans) -> str | None:
    """Word the event.

    Args:
        prospect: What a sentence puts ahead.
        times: The stretches of the sentence's text that tell when; they are left out.

    Returns:
        The words, the first letter in upper case; None where they would not stand alone.
    """
    tree, event = prospect.tree, prospect.event
    text = _named(prospect, times) if tree.tokens[event].pos in {"NOUN", "PROPN"} else act(prospect, times)
    if text is None or len(text.split()) < _FEWEST or _BROKEN.search(text) or _says_twice(text):
        return None
    if _SPEAKER.search(text):
        return None
    first = 1 if text.startswith("[") else 0
    return text[:first] + text[first].upper() + text[first + 1 :]


def of_sort(prospect: Prospect, when: TimeExpression | None, sorts: Mapping[str, str]) -> str | None:
    """Word an event with a day by the noun alone: "[presidential] election", by what the story calls it elsewhere.

    Args:
        prospect: What a sentence puts ahead.
        when: What tells its day.
        sorts: By a noun the words that tell its sort.

    Returns:
        The words; None for what has no day, is no noun, or is called by no other name.
    """
    token = prospect.tree.tokens[prospect.event]
    sort = sorts.get(token.lemma.lower(), "")
    if (
        not sort
        or when is None
        or not (when.first or when.last)
        or token.pos != "NOUN"
        or prospect.leading
        or token.tag != "NN"
    ):
        return None
    return f"[{sort[0].upper()}{sort[1:]}] {token.text.lower()}"


def _says_twice(text: str) -> bool:
    """Tell whether a word stands twice: "Parties to put pressure on the parties" is a slip of the parse."""
    found = [word.lower() for word in re.findall(r"[^\W\d_]{6,}", text.split("[", maxsplit=1)[0])]
    return len(found) > len(set(found))


def _named(prospect: Prospect, times: Spans) -> str | None:
    """Word an event that is a noun; a single word takes what the cue says of it: "Announcement from the ministry"."""
    tree, noun = prospect.tree, prospect.event
    leading = len(prospect.leading.split())
    bare = not prospect.leading or prospect.leading.endswith("the") or prospect.leading in {"New", "Possible"}
    collect = Words(tree, times, LONGEST)
    kept = [i for i in collect.noun(noun, LONGEST - leading, bare=bare) if _is_named(prospect, i)]
    if not kept:
        return None
    if tree.tokens[noun].lemma == "round" and kept[-1] == noun:
        kind = _kind_of_round(tree, noun)
        return f"{joined(tree, kept)} [of {kind}]" if kind else None
    if not stands(tree, kept):
        return None
    if prospect.subject is not None:
        return _owned(prospect, collect, kept)
    if prospect.ground == "under way" and prospect.cue == noun and (more := told_by_verb(tree, noun)) is not None:
        room = LONGEST - leading - len(kept)
        kept = [*kept, *(collect.verb(more, room) if tree.infinitive(more) else collect.preposition(more, room))]
    if len(kept) == 1 and prospect.cue > noun:
        kept = [*kept, *collect.rest(prospect.cue, LONGEST - 1)]
    return f"{prospect.leading} {lowered(tree, kept)}" if prospect.leading else joined(tree, kept)


def _owned(prospect: Prospect, collect: Words, kept: list[int]) -> str | None:
    """Word "vowed countermeasures", "faces a fine": the thing with whose it is."""
    tree = prospect.tree
    if prospect.subject is None or not (prospect.name or words.names_something(tree.tokens[prospect.subject])):
        return joined(tree, kept) if len(kept) > 1 else None
    penal = tree.tokens[prospect.cue].lemma == "face"
    who = doer(collect, prospect.subject, bare=not penal, name=prospect.name)
    if who is None or len(kept) + len(who.tokens) + 2 > LONGEST:
        return None
    if penal:
        return _penalty(prospect, kept, who.full)
    text = joined(tree, kept)
    adjective = {"threaten": "threatened", "vow": "promised", "promise": "promised", "pledge": "promised"}.get(
        tree.tokens[prospect.cue].lemma, "planned" if prospect.certainty != "possible" else "possible"
    )
    return f"{adjective} {text} by {who.full}"


def _is_named(prospect: Prospect, index: int) -> bool:
    """Leave out "planned" and "his" before the event, keep "next"."""
    tree, noun = prospect.tree, prospect.event
    if index == noun or index > noun:
        return True
    word = tree.tokens[index].text.lower()
    own = tree.tokens[index].tag == "PRP$" and bool(prospect.leading) and tree.tokens[index].head == noun
    return not own and (index != prospect.cue or word in {"next", "possible", "potential"})


def _penalty(prospect: Prospect, kept: list[int], who: str) -> str:
    """Word "faces sanctions over …", "faces a fine of …": whose it is stands before what it is for, after how much it is."""
    tree, noun = prospect.tree, prospect.event
    behind = [i for i in kept if i > noun]
    amount = bool(behind) and tree.tokens[behind[0]].text == "of"
    first, rest = (kept, []) if amount else ([i for i in kept if i <= noun], behind)
    hedge = "possible" if prospect.certainty in {"possible", "conditional"} else ""
    return " ".join(filter(None, [hedge, joined(tree, first), "for", who, joined(tree, rest)]))


def _kind_of_round(tree: Tree, noun: int) -> str | None:
    """Give what "another round" is a round of, where the sentence named it before."""
    return next(
        (t.text.lower() for t in tree.tokens[:noun] if t.lemma.lower() in words.ROUNDS and t.pos == "NOUN"), None
    )
