"""Tree and event -> a short noun phrase of the source's words: "Trump–Xi summit", "Parliament to vote on the bill"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting import watch_words as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.drafting.question_tree import Tree
    from briefgen.drafting.watch_prospect import Prospect

    Spans = Sequence[tuple[int, int]]

_LONGEST = 16
"""Words of an event; what hangs on it last goes first."""
_LONGEST_SUBJECT = 9
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "any"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "dative"})
_PREPOSITIONS = frozenset({"prep", "agent"})
_STOPPING = frozenset(
    {"according", "including", "despite", "because", "amid", "following", "if", "after", "like", "before", "due"}
)
_QUOTES = frozenset("“”\"'‘’")
_EMPTY_ADVERBS = frozenset({
    "now", "also", "then", "soon", "still", "formally", "officially", "reportedly", "likely", "probably", "already",
    "next", "again", "later", "shortly", "inevitably", "potentially", "eventually", "ultimately", "immediately", "once",
    "therefore", "thus", "instead", "however",
})  # fmt: skip
_TRAILING = re.compile(r"(?:[\s,;:—–-]|\b(?:and|or|of|in|on|at|to|for|with|by|from|the|a|an|as|between|its|their))+$")


class _Words:
    """Collects the tokens of a phrase; knows what tells when, and how many words there is room for."""

    def __init__(self, tree: Tree, times: Spans, room: int) -> None:
        self.tree = tree
        self.times = times
        self.room = room

    def noun(self, top: int, room: int, *, bare: bool = False) -> list[int]:
        """Give a noun with what names it, as much behind it as there is room for; `bare` without its article."""
        kept = self._before(top, bare=bare)
        for child in self._behind(top):
            token = self.tree.tokens[child]
            if self._when(child) or token.text in _QUOTES:
                continue
            if token.dep in _PREPOSITIONS:
                more = self.preposition(child, room - len(kept))
            elif token.dep in {"acl", "relcl"} and self.tree.infinitive(child):
                more = self.verb(child, room - len(kept))
            elif token.dep in {"cc", "punct"} and self._joins(top, child):
                continue
            elif token.dep == "conj" and self._is_alike(top, child):
                more = [*range(self._joint(top, child), child), *self.noun(child, room - len(kept))]
            elif (
                token.dep in {"nummod", "npadvmod"}
                or (token.dep == "case" and self.tree.tokens[top].dep == "poss")
                or (token.dep == "appos" and token.entity == "GPE")
            ):
                more = list(range(kept[-1] + 1, child + 1))
            else:
                break
            if not more or len(kept) + len(more) > room:
                break
            kept = sorted({*kept, *more})
        return kept

    def preposition(self, top: int, room: int) -> list[int]:
        """Give a preposition with its object, nothing where there is no room for it."""
        if self.tree.tokens[top].text.lower() in _STOPPING:
            return []
        for child in self.tree.children[top]:
            token = self.tree.tokens[child]
            if token.dep == "pobj":
                return [top, *self.noun(child, room - 1)]
            if token.dep == "pcomp" and token.tag == "VBG" and self.tree.subject(child) is None:
                return [top, *self.verb(child, room - 1)]
            if token.dep == "prep":
                below = self.preposition(child, room - 1)
                return [top, *below] if below else []
        return []

    def verb(self, top: int, room: int) -> list[int]:
        """Give a verb with "to" or "be" before it, and its objects and complements."""
        low = min([i for i in self.tree.children[top] if self.tree.tokens[i].tag == "TO" and i < top], default=top)
        kept = [i for i in range(low, top + 1) if self.tree.tokens[i].pos != "ADV"]
        return [*kept, *self.rest(top, room - len(kept))]

    def rest(self, top: int, room: int) -> list[int]:
        """Give what stands behind a verb and belongs to it, as far as there is room."""
        kept: list[int] = []
        for child in self._behind(top):
            token = self.tree.tokens[child]
            if self._when(child) or token.text.lower() in _EMPTY_ADVERBS or token.text in _QUOTES:
                continue
            if token.dep in _OBJECTS and token.pos in {"NOUN", "PROPN", "NUM"}:
                more = self.noun(child, room - len(kept))
            elif token.dep in _PREPOSITIONS:
                more = self.preposition(child, room - len(kept))
            elif token.dep == "xcomp" and (self.tree.infinitive(child) or token.tag == "VBG"):
                more = self.verb(child, room - len(kept))
            elif token.dep in {"prt", "advmod", "acomp", "oprd", "npadvmod"} and not self.tree.children[child]:
                more = [child]
            else:
                break
            if not more or len(kept) + len(more) > room:
                break
            kept.extend(more)
        return kept

    def _behind(self, top: int) -> list[int]:
        return [child for child in self.tree.children[top] if child > top]

    def _before(self, top: int, *, bare: bool) -> list[int]:
        """Give what stands before a noun and belongs to it, without "upcoming" or a date."""
        low = min((self.tree.span(child)[0] for child in self.tree.children[top] if child < top), default=top)
        kept: list[int] = []
        for index in range(low, top + 1):
            token = self.tree.tokens[index]
            article = bare and token.text.lower() in _ARTICLES
            leading = not kept and (article or token.pos in {"PUNCT", "CCONJ", "ADV"} or token.tag == "POS")
            planned = token.text.lower() in words.UPCOMING and token.dep == "amod"
            if not (leading or planned or self._dates(index) or token.text in _QUOTES - {"’", "'"}):
                kept.append(index)
        return kept or [top]

    def _joint(self, top: int, child: int) -> int:
        """Give where the conjunction or comma before a conjunct begins."""
        between = [i for i in self.tree.children[top] if top < i < child and self.tree.tokens[i].dep in {"cc", "punct"}]
        return between[-1] if between else self.tree.span(child)[0]

    def _joins(self, top: int, child: int) -> bool:
        return any(self.tree.tokens[i].dep in {"conj", "appos"} and i > child for i in self.tree.children[top])

    def _is_alike(self, top: int, child: int) -> bool:
        return self.tree.tokens[child].pos in {"NOUN", "PROPN"} and self.tree.tokens[top].pos in {"NOUN", "PROPN"}

    def _dates(self, index: int) -> bool:
        """Tell whether a token is a part of an expression of time."""
        token = self.tree.tokens[index]
        return any(begin <= token.start < stop for begin, stop in self.times)

    def _when(self, child: int) -> bool:
        """Tell whether a phrase says when: a date, or a preposition straight before one."""
        if self._dates(child):
            return True
        token = self.tree.tokens[child]
        if token.dep != "prep":
            return False
        target = self.tree.has(child, "pobj")
        return target is not None and self._dates(target)


def event_words(prospect: Prospect, times: Spans) -> str | None:
    """Word the event.

    Args:
        prospect: What a sentence puts ahead.
        times: The stretches of the sentence's text that tell when; they are left out.

    Returns:
        The words, the first letter in upper case; None where they would not stand alone.
    """
    tree, event = prospect.tree, prospect.event
    text = _named(prospect, event, times) if tree.tokens[event].pos in {"NOUN", "PROPN"} else _act(prospect, times)
    if text is None or len(text.split()) < 2:  # noqa: PLR2004  # "Talks" alone names nothing
        return None
    return text[0].upper() + text[1:]


def names_something(tree: Tree, noun: int) -> bool:
    """Tell whether a noun names something by itself and is no pronoun."""
    token = tree.tokens[noun]
    return token.pos in {"NOUN", "PROPN"} and token.text.lower() not in words.POINTING


def _named(prospect: Prospect, noun: int, times: Spans) -> str | None:
    """Word an event that is a noun; a single word takes what the cue says of it: "Announcement from the ministry"."""
    tree = prospect.tree
    collect = _Words(tree, times, _LONGEST)
    kept = [i for i in collect.noun(noun, _LONGEST, bare=True) if i == noun or i != prospect.cue]
    if tree.tokens[noun].lemma == "round" and kept[-1] == noun:
        kind = _kind_of_round(tree, noun)
        return f"{_joined(tree, kept)} [of {kind}]" if kind else None
    if not _stands(tree, kept):
        return None
    if len(kept) == 1 and prospect.cue > noun:
        kept = [*kept, *collect.rest(prospect.cue, _LONGEST - 1)]
    return _joined(tree, kept)


def _kind_of_round(tree: Tree, noun: int) -> str | None:
    """Give what "another round" is a round of, where the sentence named it before."""
    return next(
        (t.text.lower() for t in tree.tokens[:noun] if t.lemma.lower() in words.ROUNDS and t.pos == "NOUN"), None
    )


def _act(prospect: Prospect, times: Spans) -> str | None:
    """Word an event that is a verb: "Parliament to vote on the bill"."""
    tree, verb = prospect.tree, prospect.event
    token, subject = tree.tokens[verb], prospect.subject
    collect = _Words(tree, times, _LONGEST)
    named = subject is not None and names_something(tree, subject)
    who = collect.noun(subject, _LONGEST_SUBJECT, bare=True) if subject is not None and named else []
    if who and tree.tokens[who[-1]].tag == "POS":
        who = who[:-1]  # "the president's promise to …"
    target = tree.has(verb, "dobj")
    if target is not None and tree.tokens[target].tag in {"PRP", "PRP$"}:
        return None  # "to close it by decree"
    passive = any(tree.tokens[i].dep == "auxpass" for i in tree.children[verb])
    if not who or not _stands(tree, who) or (token.tag == "VBG" and token.lemma in words.LIGHT):
        return None if passive else _object(collect, verb)
    if _only_happens(tree, verb, passive=passive):
        return _joined(tree, who)
    form = f"be {token.text}" if passive else token.lemma
    rest = _joined(tree, collect.rest(verb, _LONGEST - len(who)))
    if not rest and (tree.has(verb, "dobj", "attr", "acomp", "oprd") is not None or token.lemma in words.BEING):
        return None  # what it does could not be told in few words
    return f"{_joined(tree, who)} to {form} {rest}".strip()


def _object(collect: _Words, verb: int) -> str | None:
    """Word "she would introduce fares", "proposed holding the next meeting of the pilots" by the object."""
    tree = collect.tree
    target = tree.has(verb, "dobj")
    if (
        target is None
        or tree.tokens[verb].lemma not in words.LIGHT | words.BRINGING
        or not names_something(tree, target)
    ):
        return None
    kept = collect.noun(target, _LONGEST, bare=True)
    return _joined(tree, kept) if _stands(tree, kept) else None


def _stands(tree: Tree, kept: Sequence[int]) -> bool:
    """Tell whether a phrase reads alone: no pronoun in it, and not only "the move"."""
    return bool(kept) and not any(tree.tokens[i].tag in {"PRP", "PRP$"} for i in kept)


def _only_happens(tree: Tree, verb: int, *, passive: bool) -> bool:
    """Recognise "will take place", "to be held", "will begin" without an object: the subject is the event."""
    token = tree.tokens[verb]
    target = tree.has(verb, "dobj")
    if token.lemma == "take" and target is not None and tree.tokens[target].lemma == "place":
        return True
    alone = token.lemma in words.HAPPEN and target is None and tree.has(verb, "xcomp") is None
    subject = tree.owner(verb)
    event = subject is not None and tree.tokens[subject].lemma.lower() in words.EVENTS
    return (alone and event and token.lemma in {"happen", "occur"}) or (passive and token.lemma in words.LIGHT)


def _joined(tree: Tree, kept: Sequence[int]) -> str:
    """Join tokens as the text spaces them."""
    out = ""
    for place, index in enumerate(kept):
        glued = place and kept[place - 1] == index - 1 and tree.tokens[index - 1].end == tree.tokens[index].start
        out += tree.tokens[index].text if not out or glued else " " + tree.tokens[index].text
    return _TRAILING.sub("", re.sub(r"\s+([,.;:%’'])", r"\1", out)).strip(" ,;:.(")
