"""Verb -> who does it, as far as its sentence tells: its own subject, a shared one, or what a pronoun in it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.watch import words

if TYPE_CHECKING:
    from briefgen.drafting.questions.tree import Tree


def subject_of(tree: Tree, verb: int) -> int | None:
    """Give the subject of a verb, through conjunction, and for a relative or shortened clause the noun it tells of."""
    found = tree.owner(verb)
    if found is not None and tree.tokens[found].tag == "PRP":
        found = _meant(tree, verb, found)
    if found is not None and tree.tokens[found].tag not in {"WDT", "WP"}:
        return found
    token = tree.tokens[verb]
    appears = token.dep == "ccomp" and tree.tokens[token.head].lemma in {
        "appear",
        "seem",
        "look",
    }  # "seems set to sail"
    if token.dep in {"acomp", "oprd", "attr"} or (found is None and appears):
        return subject_of(tree, token.head)
    after = token.dep == "amod" and token.head < verb  # "the plan due to be unveiled"
    if (token.dep in {"relcl", "acl"} or after) and tree.tokens[token.head].pos in {"NOUN", "PROPN"}:
        return token.head
    return found


def _meant(tree: Tree, verb: int, pronoun: int) -> int:
    """Give what a pronoun means: who "said he would go", or the subject before "though it must be approved"."""
    word = tree.tokens[pronoun].text.lower()
    clause = verb
    while tree.tokens[clause].dep in {"conj", "xcomp"} and tree.tokens[clause].head != clause:
        clause = tree.tokens[clause].head
    said = tree.tokens[clause].dep == "ccomp" and tree.tokens[tree.tokens[clause].head].lemma in words.SAYING
    for own in (verb, clause):
        token = tree.tokens[own]
        if not (said and token.dep == "ccomp") and not (token.dep in {"advcl", "conj"} and word in {"it", "they"}):
            continue
        before = tree.owner(token.head)
        if before is not None and _agrees(tree, before, word):
            return before
    return pronoun


def _agrees(tree: Tree, noun: int, pronoun: str) -> bool:
    """Tell whether a noun can be what a pronoun means."""
    token = tree.tokens[noun]
    if token.pos not in {"NOUN", "PROPN"} or pronoun not in {"he", "she", "it", "they"}:
        return False
    if pronoun in {"he", "she"}:
        return token.entity in {"PERSON", ""} and not tree.plural(noun)
    return tree.plural(noun) == (pronoun == "they") and token.entity != "PERSON"


def told_by_verb(tree: Tree, noun: int) -> int | None:
    """Give what the parse hangs on the verb though it tells what an inquiry or a work is for.

    Returns:
        "into" of "launched an inquiry into the fire", "mend" of "work is under way to mend the pier"; None without one.
    """
    verb = tree.tokens[noun].head
    for child in tree.children[verb]:
        token = tree.tokens[child]
        into = token.dep == "prep" and token.text.lower() in {"into", "over"}
        aim = token.dep in {"advcl", "xcomp"} and tree.infinitive(child)
        if child > noun and (into or aim):
            return child
    return None
