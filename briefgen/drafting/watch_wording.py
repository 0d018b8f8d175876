"""Tree and event -> a short noun phrase of the source's words: "Trump–Xi summit", "Parliament to vote on the bill"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting import watch_words as words

if TYPE_CHECKING:
    from briefgen.drafting.question_tree import Tree
    from briefgen.drafting.watch_cues import Prospect

_LONGEST = 16
"""Words; what hangs on the event last goes first."""
_KEPT = frozenset(
    {"compound", "amod", "nummod", "poss", "nmod", "quantmod", "advmod", "case", "punct", "det", "cc", "conj"}
)
_LINKS = frozenset(
    {"prep", "agent", "prt", "dobj", "attr", "oprd", "acomp", "xcomp", "dative", "advmod", "pcomp", "pobj"}
)
_CUT_ADVERBS = frozenset(
    "now also then soon still formally officially reportedly likely probably already next again later shortly inevitably "
    "potentially eventually ultimately immediately once therefore thus".split()
)
_TRAILING = re.compile(r"(?:[\s,;:—–-]|\b(?:and|or|of|in|on|at|to|for|with|by|from|the|a|an|as|between|its|their))+$")


def event_words(prospect: Prospect, times: list[tuple[int, int]]) -> str | None:
    """Word the event.

    Args:
        prospect: What a sentence puts ahead.
        times: The stretches of the sentence's text that tell when; they are left out.

    Returns:
        The words, the first letter in upper case; None where they would not stand alone or say nothing that can be seen.
    """
    tree, event = prospect.tree, prospect.event
    if tree.tokens[event].pos in {"NOUN", "PROPN"} or prospect.subject is None:
        text = _phrase(tree, event, times) if tree.tokens[event].pos in {"NOUN", "PROPN"} else None
    else:
        text = _infinitive(prospect, times)
    if text is None or len(text.split()) < 2:  # noqa: PLR2004  # "Talks" alone names nothing
        return None
    return text[0].upper() + text[1:]


def names_something(tree: Tree, noun: int) -> bool:
    """Tell whether a noun names something by itself: no pronoun, no bare "the move"."""
    token = tree.tokens[noun]
    return token.pos in {"NOUN", "PROPN"} and token.text.lower() not in words.POINTING


def _infinitive(prospect: Prospect, times: list[tuple[int, int]]) -> str | None:
    tree, verb, subject = prospect.tree, prospect.event, prospect.subject
    token = tree.tokens[verb]
    if subject is None or not names_something(tree, subject):
        return _object_of_light(prospect, times)
    if token.lemma in words.LIGHT and token.tag == "VBG":
        return _object_of_light(prospect, times)
    who = _phrase(tree, subject, times, longest=8)
    if who is None:
        return None
    if _only_happens(tree, verb):
        return who
    passive = any(tree.tokens[i].dep == "auxpass" for i in tree.children[verb])
    form = ("be " + token.text) if passive else token.lemma
    rest = _rest(tree, verb, times, _LONGEST - len(who.split()))
    return f"{who} to {form}{' ' + rest if rest else ''}"


def _only_happens(tree: Tree, verb: int) -> bool:
    """Recognise "will take place", "to be held", "will begin" without an object: the subject is the event."""
    token = tree.tokens[verb]
    target = tree.has(verb, "dobj")
    if token.lemma == "take" and target is not None and tree.tokens[target].lemma == "place":
        return True
    passive = any(tree.tokens[i].dep == "auxpass" for i in tree.children[verb])
    return (token.lemma in words.HAPPEN and target is None and tree.has(verb, "xcomp") is None) or (
        passive and token.lemma in words.LIGHT
    )


def _object_of_light(prospect: Prospect, times: list[tuple[int, int]]) -> str | None:
    """Word "holding the next round of talks", whose subject is a pronoun or does not matter, by its object."""
    tree, verb = prospect.tree, prospect.event
    target = tree.has(verb, "dobj")
    if target is None or tree.tokens[verb].lemma not in words.LIGHT or not names_something(tree, target):
        return None
    return _phrase(tree, target, times)


def _rest(tree: Tree, verb: int, times: list[tuple[int, int]], room: int) -> str:
    """Give the objects and complements of a verb, as many as there is room for."""
    parts: list[int] = []
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if (
            child < verb
            or token.dep not in _LINKS
            or token.text.lower() in _CUT_ADVERBS
            or _is_time(tree, child, times)
        ):
            continue
        piece = _below(tree, child, times, deep=True)
        if len(parts) + len(piece) > room:
            # An object may be cut behind its own noun phrase; a complement only goes whole.
            piece = _below(tree, child, times, deep=False) if token.dep == "dobj" else []
        if not piece or len(parts) + len(piece) > room:
            break
        parts.extend(piece)
    return _joined(tree, sorted(parts))


def _phrase(tree: Tree, noun: int, times: list[tuple[int, int]], longest: int = _LONGEST) -> str | None:
    """Give a noun with what names it: no article before it, no relative clause, no "upcoming", no date."""
    if not names_something(tree, noun):
        return None
    for deep in (True, False):
        kept = _below(tree, noun, times, deep=deep)
        if len(kept) <= longest or not deep:
            break
    while kept and (
        tree.tokens[kept[0]].pos in {"DET", "PUNCT", "CCONJ"} or tree.tokens[kept[0]].text.lower() in words.UPCOMING
    ):
        kept = kept[1:]
    if not kept or any(tree.tokens[i].tag in {"PRP", "PRP$"} for i in kept[:1]) or noun not in kept:
        return None
    if any(tree.tokens[i].tag == "PRP$" for i in kept if i < noun):
        return None
    return _joined(tree, kept) or None


def _below(tree: Tree, top: int, times: list[tuple[int, int]], *, deep: bool) -> list[int]:
    """Give the tokens of a phrase that name it, in order."""
    kept = [top]
    for child in tree.children[top]:
        token = tree.tokens[child]
        if _is_time(tree, child, times) or token.text.lower() in words.UPCOMING or token.text in '“”"':
            continue
        if token.dep in _KEPT and (token.dep not in {"punct", "cc", "conj"} or _inside(tree, top, child)):
            kept.extend(_below(tree, child, times, deep=deep))
        elif deep and (token.dep in _LINKS or (token.dep == "acl" and tree.infinitive(child)) or token.dep == "aux"):
            kept.extend(_below(tree, child, times, deep=deep))
    return sorted(kept)


def _inside(tree: Tree, top: int, child: int) -> bool:
    """Tell whether a conjunct, its conjunction or a mark stands within the phrase: "US and Chinese officials", "Trump–Xi"."""
    if tree.tokens[child].dep == "punct":
        return tree.tokens[child].text in {"-", "–", "—", "’s", "'s", "%", "$"} and child < top
    joined = [i for i in tree.children[top] if tree.tokens[i].dep == "conj"]
    return all(
        tree.tokens[i].pos == tree.tokens[top].pos or {tree.tokens[i].pos, tree.tokens[top].pos} <= {"NOUN", "PROPN"}
        for i in joined
    )


def _is_time(tree: Tree, index: int, times: list[tuple[int, int]]) -> bool:
    """Tell whether a phrase says when: a date, or a preposition with one."""
    low, high = tree.span(index)
    start, end = tree.tokens[low].start, tree.tokens[high - 1].end
    token = tree.tokens[index]
    if any(begin <= token.start < stop for begin, stop in times):
        return True
    if token.dep != "prep":
        return False
    return any(
        begin < end and stop > start and stop - begin >= (end - start) - len(token.text) - 6 for begin, stop in times
    )


def _joined(tree: Tree, kept: list[int]) -> str:
    """Join tokens as the text spaces them."""
    out = ""
    for place, index in enumerate(kept):
        token = tree.tokens[index]
        before = tree.tokens[index - 1] if index else None
        glued = before is not None and before.end == token.start and place and kept[place - 1] == index - 1
        out += token.text if not out or glued else " " + token.text
    return _TRAILING.sub("", re.sub(r"\s+([,.;:%’'])", r"\1", out)).strip(" ,;:.")
