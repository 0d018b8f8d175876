"""Tree and token -> the tokens of a phrase, as many as there is room for, without what tells when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting.questions.tree import FINITE
from briefgen.drafting.watch import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.drafting.questions.tree import Tree

    Spans = Sequence[tuple[int, int]]

_ARTICLES = frozenset({"the", "a", "an", "some", "any"})
_POINTERS = frozenset({"this", "that", "these", "those", "such"})
"""What they point to stands elsewhere."""
_OBJECTS = frozenset({"dobj", "attr", "oprd", "acomp", "dative"})
_PREPOSITIONS = frozenset({"prep", "agent"})
_STOPPING = frozenset(
    {"according", "including", "despite", "because", "amid", "following", "if", "after", "like", "before", "due"}
)
_NEEDING = frozenset({
    "rest", "remainder", "end", "start", "beginning", "course", "allegation", "claim", "accusation", "fear", "concern",
    "question", "way", "part", "number", "fact", "view", "hope", "kind", "aim", "basis", "behalf", "context",
})  # fmt: skip
"""Nouns that say nothing without what follows them."""
_BARE = 2
"""Words: "any moves" of "any moves that harm its ports"."""
_QUOTES = frozenset("“”\"'‘’")
_HYPHENS = frozenset({"-", "‑"})
_EMPTY_ADVERBS = frozenset({
    "now", "also", "then", "soon", "still", "formally", "officially", "reportedly", "likely", "probably", "already",
    "next", "again", "later", "shortly", "inevitably", "potentially", "eventually", "ultimately", "immediately", "once",
    "therefore", "thus", "instead", "however", "well", "even", "far", "first", "finally", "effectively", "unilaterally",
    "there", "here",
})  # fmt: skip
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff]")
_ASIDE = re.compile(r"\s[–—-]\s.*")
"""What a dash sets apart: a phrase cut within it reads oddly."""
_TRAILING = re.compile(r"(?:[\s,;:—–-]|\b(?:and|or|of|in|on|at|to|for|with|by|from|the|a|an|as|between|its|their))+$")


class Words:
    """Collects the tokens of a phrase; knows what tells when, and how many words there is room for."""

    def __init__(self, tree: Tree, times: Spans, room: int) -> None:
        self.tree = tree
        self.times = times
        self.room = room

    def noun(self, top: int, room: int, *, bare: bool = False) -> list[int]:
        """Give a noun with what names it, as much behind it as there is room for; `bare` without its article.

        Nothing comes of "this order" and "such claims": which one stands elsewhere.
        """
        if any(self._points(child) for child in self.tree.children[top]):
            return []
        kept = self._before(top, bare=bare)
        for child in self._behind(top):
            token = self.tree.tokens[child]
            if self._when(child) or token.text in _QUOTES or (token.dep in {"cc", "punct"} and self._joins(top, child)):
                continue
            more = self._behind_noun(top, child, kept[-1], room - len(kept))
            if not more or not kept or len(kept) + len(more) > room:
                break
            kept = sorted({*kept, *more})
        return kept

    def _behind_noun(self, top: int, child: int, last: int, room: int) -> list[int]:
        """Give what one child behind a noun adds to it, nothing where it is no part of its name."""
        token = self.tree.tokens[child]
        if token.dep in _PREPOSITIONS:
            return self.preposition(child, room)
        if token.dep in {"acl", "relcl"} and self.tree.infinitive(child):
            return [] if token.lemma == "include" else self.verb(child, room)  # "events to include a regatta"
        if self._is_participle(child):
            more = self.verb(child, room)
            return more if len(more) > 1 else []  # not "letters telling"
        if token.dep == "conj" and self._is_alike(top, child) and not self._begins_clause(top, child):
            other = self.noun(child, room)
            if any(self.tree.tokens[i].dep == "conj" and i not in other for i in self._behind(child)):
                return []  # half a list
            return [*range(self._joint(top, child), child), *other] if other else []
        case = token.dep == "case" and self.tree.tokens[top].dep == "poss"
        if token.dep in {"nummod", "npadvmod"} or case or (token.dep == "appos" and token.entity == "GPE"):
            return list(range(last + 1, child + 1))
        return []

    def preposition(self, top: int, room: int) -> list[int]:
        """Give a preposition with its object, nothing where there is no room for it."""
        if self.tree.tokens[top].text.lower() in _STOPPING:
            return []
        for child in self.tree.children[top]:
            token = self.tree.tokens[child]
            if token.dep == "pobj":
                if token.tag == "PRP":
                    return []  # "to pay for it"
                below = self.noun(child, room - 1)
                return [top, *below] if below and not self._is_cut(child, below) else []
            if token.dep == "pcomp" and token.tag == "VBG" and self.tree.subject(child) is None:
                below = self.verb(child, room - 1)
                return [top, *below] if len(below) > 1 or self.tree.has(child, "dobj", "prep") is None else []
            if token.dep == "prep":
                below = self.preposition(child, room - 1)
                return [top, *below] if below else []
        return []

    def verb(self, top: int, room: int) -> list[int]:
        """Give a verb with "to" or "be" before it, and its objects and complements."""
        low = min([i for i in self.tree.children[top] if self.tree.tokens[i].tag == "TO" and i < top], default=top)
        asking = "WRB"  # "to discuss how to proceed"
        kept = [i for i in range(low, top + 1) if self.tree.tokens[i].pos != "ADV"]
        how = next((i for i in self.tree.children[top] if i < low and self.tree.tokens[i].tag == asking), None)
        kept = [how, *kept] if how is not None else kept
        return [*kept, *self.rest(top, room - len(kept))]

    def rest(self, top: int, room: int) -> list[int]:
        """Give what stands behind a verb and belongs to it, as far as there is room."""
        return self.after(top, top, room)

    def after(self, top: int, target: int, room: int) -> list[int]:
        """Give what stands behind a verb's object and belongs to the verb, as far as there is room."""
        kept: list[int] = []
        for child in self._behind(top):
            if child <= target:
                continue
            token = self.tree.tokens[child]
            if self._when(child) or token.text.lower() in _EMPTY_ADVERBS or token.text in _QUOTES:
                continue
            more = self._behind_verb(top, child, room - len(kept))
            if not more or len(kept) + len(more) > room:
                break
            kept.extend(more)
        return kept

    def _behind_verb(self, top: int, child: int, room: int) -> list[int]:
        """Give what one child behind a verb adds to it, nothing where the phrase must end before it."""
        token = self.tree.tokens[child]
        if token.dep in _OBJECTS and token.pos in {"NOUN", "PROPN", "NUM"}:
            thing = self.noun(child, room)
            return thing if thing and not (token.lemma in _NEEDING and max(thing) == child) else []
        if token.dep in _PREPOSITIONS:
            alone = not self.tree.children[child] and child == top + 1  # "weigh in"
            return [child] if alone else self.preposition(child, room)
        if token.dep == "xcomp" and (self.tree.infinitive(child) or token.tag == "VBG"):
            return self.verb(child, room)
        if token.dep in {"acomp", "oprd", "attr"} and self._is_plain(child):
            return list(range(*self.tree.span(child)))
        bare = token.dep in {"prt", "advmod", "acomp", "oprd", "npadvmod"} and not self.tree.children[child]
        return [child] if bare else []

    def _points(self, child: int) -> bool:
        token = self.tree.tokens[child]
        return token.text.lower() in _POINTERS and token.dep in {"det", "predet", "amod"}

    def _is_cut(self, noun: int, kept: Sequence[int]) -> bool:
        """Tell whether a noun lost what it needs: "over allegations", "for the rest" say nothing without more."""
        needing = self.tree.tokens[noun].lemma.lower() in _NEEDING | {"response", "return", "addition"}
        told = any(self.tree.tokens[i].dep == "relcl" and self.tree.span(i)[0] == noun + 1 for i in self._behind(noun))
        return max(kept) == noun and (needing or (told and len(kept) <= _BARE))

    def _is_plain(self, child: int) -> bool:
        """Tell whether a complement such as "much harder to reach" holds no pronoun, no date and no other clause."""
        inside = range(*self.tree.span(child))
        tokens = [self.tree.tokens[index] for index in inside]
        apart = any(token.tag[:2] in {"PR", "WP", "WD"} or token.tag in FINITE for token in tokens)
        return not (
            apart or any(token.pos == "PUNCT" or self._dates(at) for at, token in zip(inside, tokens, strict=True))
        )

    def _is_participle(self, child: int) -> bool:
        """Recognise "a chart showing the shoals", "tolls paid by skippers": no comma, and no auxiliary of its own."""
        token = self.tree.tokens[child]
        told = (token.lemma in words.CUES and token.tag == "VBN") or self.tree.auxiliaries(child)
        return token.dep == "acl" and token.tag in {"VBG", "VBN"} and not told

    def _behind(self, top: int) -> list[int]:
        return [child for child in self.tree.children[top] if child > top]

    def _before(self, top: int, *, bare: bool) -> list[int]:
        """Give what stands before a noun and belongs to it, without "upcoming" or a date."""
        low = min((self.tree.span(child)[0] for child in self.tree.children[top] if child < top), default=top)
        kept: list[int] = []
        owned = False
        for index in range(low, top + 1):
            token = self.tree.tokens[index]
            word = token.text.lower()
            article = bare and word in _ARTICLES
            above = self.tree.tokens[token.head]  # "at least" of "at least five ships"
            counted = "NUM" in {above.pos, self.tree.tokens[above.head].pos}
            kept_on = (
                above.dep == "amod" and above.lemma.lower() not in words.CUES
            )  # not "hastily" of "hastily arranged"
            modifying = token.pos == "ADV" and kept_on and word not in _EMPTY_ADVERBS  # "sharply divided"
            aside = token.pos in {"PUNCT", "CCONJ", "ADV"} and not counted and not modifying
            leading = not kept and (article or aside or token.tag == "POS")
            planned = word in words.UPCOMING - {"next", "possible", "potential"} and token.dep == "amod"
            if token.pos == "DET" and word in _ARTICLES and kept and not owned:
                kept = []  # "set the port | a deadline", read as one phrase
                leading = bare
            owned = owned or token.tag in {"POS", "PRP$"}
            if not (leading or planned or self._dates(index) or token.text in _QUOTES - {"’", "'"}):
                kept.append(index)
        return kept or [top]

    def _begins_clause(self, top: int, child: int) -> bool:
        """Recognise "before the vote, and boats are …": no comma stands before the "and" of two things."""
        cc = [i for i in self.tree.children[top] if top < i < child and self.tree.tokens[i].dep == "cc"]
        first = [i for i in self._behind(top) if self.tree.tokens[i].dep == "conj"][:1] == [child]
        part = self.tree.tokens[top].dep == "conj"  # the last of a list
        return first and not part and bool(cc) and self.tree.tokens[cc[-1] - 1].text == ","

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
        clock = target is not None and token.text.lower() == "at" and self.tree.tokens[target].entity == "TIME"
        return target is not None and (self._dates(target) or clock)


def joined(tree: Tree, kept: Sequence[int]) -> str:
    """Join tokens as the text spaces them: words with a hyphen whole, "the" for a "next week’s" that was left out."""
    out = ""
    kept = _unbroken(tree, kept)
    for place, index in enumerate(kept):
        if place and index - 1 not in kept and tree.tokens[index - 1].tag == "POS":
            out += " the"
        glued = place and kept[place - 1] == index - 1 and tree.tokens[index - 1].end == tree.tokens[index].start
        out += tree.tokens[index].text if not out or glued else " " + tree.tokens[index].text
    out = _ASIDE.sub("", _INVISIBLE.sub("", out))
    return _TRAILING.sub("", re.sub(r"\s+([,.;:%’'])", r"\1", out)).strip(" ,;:.(")


def _unbroken(tree: Tree, kept: Sequence[int]) -> list[int]:
    """Add the rest of a word that the parse splits at its hyphens: "re-election", of which it hangs all parts on "for"."""
    whole = list(kept)
    for index in kept:
        at = index
        while _is_glued(tree, at) and at + 1 not in whole:
            whole[whole.index(at) + 1 : whole.index(at) + 1] = [at + 1, at + 2]
            at += 2
    return whole


def _is_glued(tree: Tree, index: int) -> bool:
    """Tell whether a hyphen follows straight, and a word straight behind it."""
    behind = tree.tokens[index : index + 3]
    return (
        len(behind) == len("a-b")
        and behind[1].text in _HYPHENS
        and behind[0].end == behind[1].start
        and behind[1].end == behind[2].start
    )
