"""Tree of a sentence -> what readers are told to watch: "Keep an eye on …", "look for …", the items under "What to watch"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting.questions.tree import FINITE
from briefgen.drafting.watch import words
from briefgen.drafting.watch.prospect import make
from briefgen.model.tree import root_index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.watch.prospect import Prospect


_WATCH_LIST = re.compile(
    r"\bwatch\b|\blook(?:ing)? (?:out )?for\b|\bkey dates\b|\bweek ahead\b|\bcoming up\b", re.IGNORECASE
)
_FEWEST, _MOST = 2, 8


def listed(tree: Tree) -> str | None:
    """Give the event that an item under "What to watch" names by its label or as a bare noun phrase, None without one."""
    sentence = tree.sentence
    if sentence.purpose != "watch" or not sentence.bullet or not _WATCH_LIST.search(sentence.section):
        return None
    if sentence.label:
        label = sentence.text[: sentence.label].strip(" :.—–-*")
        return label if _FEWEST <= len(label.split()) <= _MOST else None
    root = root_index(tree.tokens)
    if root is None or tree.tokens[root].pos not in {"NOUN", "PROPN"} or any(t.tag in FINITE for t in tree.tokens):
        return None
    text = sentence.text.rstrip(" .;,")
    return text if _FEWEST <= len(text.split()) <= 2 * _MOST else None


def told(tree: Tree) -> Iterator[Prospect]:
    """Follow what readers are told to do: "Keep an eye on …", "look for …", "Track …", "must monitor …"."""
    begin = next((i for i, token in enumerate(tree.tokens) if token.start >= tree.sentence.label), 0)
    first = tree.tokens[begin]
    if first.text.lower() in words.WATCHED and first.dep in {"compound", "amod", "nmod"}:
        # "Track bulletins …", read as a compound.
        yield make(tree, first.head, begin, ("expected", "told"))
        return
    for index, token in enumerate(tree.tokens):
        lemma = token.lemma.lower()
        asked = token.tag == "VB" or (index == 0 and token.pos in {"VERB", "NOUN", "PROPN"})
        if (
            not asked
            or tree.infinitive(index)
            or _hangs_on(tree, index)
            or (lemma not in words.WATCHED and lemma not in {"keep", "look"})
        ):
            continue
        modal = [tree.tokens[i].text.lower() for i in tree.auxiliaries(index)]
        if (modal and modal[0] not in {"must", "should"}) or (not modal and tree.subject(index) is not None):
            continue
        for found in _watched(tree, index, lemma):
            noun = _but(tree, index, found)
            yield make(tree, noun, index, ("expected", "told"))


def _hangs_on(tree: Tree, verb: int) -> bool:
    """Recognise "wanted the crew to rest and follow the charts": somebody's wish, not said to readers."""
    while tree.tokens[verb].dep == "conj" and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    return tree.tokens[verb].dep in {"xcomp", "ccomp"} and tree.tokens[verb].tag == "VB"


def _but(tree: Tree, verb: int, noun: int) -> int:
    """Give the second of "not just plans, but deeds"."""
    denied = any(token.text.lower() == "not" for token in tree.tokens[verb + 1 : noun])
    joined = [i for top in (noun, verb) for i in tree.children[top] if tree.tokens[i].dep == "conj" and i > noun]
    nouns = [i for i in joined if tree.tokens[i].pos in {"NOUN", "PROPN"}]
    return nouns[0] if denied and nouns else noun


def _watched(tree: Tree, index: int, lemma: str) -> list[int]:
    """Give the head of what is to be watched."""
    if lemma == "keep":
        eye = tree.has(index, "dobj")
        if eye is None or tree.tokens[eye].lemma not in {"eye", "watch"}:
            return []
        places = [*tree.children[eye], *tree.children[index]]
        wanted = {"on", "for"}
    elif lemma in {"look", "watch"}:
        places, wanted = list(tree.children[index]), {"for"}
        direct = tree.has(index, "dobj")
        if lemma == "watch" and direct is not None:
            return [direct]
    else:
        direct = tree.has(index, "dobj")
        return [direct] if direct is not None else []
    prepositions = [
        i for i in places if i > index and tree.tokens[i].dep == "prep" and tree.tokens[i].text.lower() in wanted
    ]
    return [noun for i in prepositions if (noun := tree.has(i, "pobj")) is not None][:1]
