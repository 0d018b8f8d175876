"""Tree of a sentence -> what it puts ahead, by words such as "will", "scheduled", "plans to", and by its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting import watch_words as words
from briefgen.drafting.watch_prospect import make
from briefgen.drafting.watch_told import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefgen.drafting.question_tree import Tree
    from briefgen.drafting.watch_prospect import Ground, Prospect
    from briefgen.model.analysis import TimeExpression, Token
    from briefgen.model.briefing import Certainty

_HAVING = frozenset(
    {"have", "announce", "unveil", "outline", "make", "repeat", "renew", "reiterate", "confirm", "reveal"}
)
_NOT_PASSIVE = frozenset({"intend", "consider", "weigh", "agree", "commit"})
_ENDINGS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl"})


def prospects(tree: Tree, times: Sequence[TimeExpression]) -> Iterator[Prospect]:
    """Find what a sentence puts ahead, cue by cue, then by its dates.

    Args:
        tree: The sentence.
        times: Its expressions of time that look ahead.
    """
    for index, token in enumerate(tree.tokens):
        lemma = token.lemma.lower()
        if token.text.lower() in {"will", "’ll", "'ll", "shall", "would"} and token.tag == "MD":
            yield from _will(tree, index)
        elif lemma in words.CUES and token.pos in {"VERB", "ADJ", "AUX"}:
            yield from _cue(tree, index, words.CUES[lemma])
        elif token.text.lower() in words.UPCOMING and token.dep == "amod":
            yield from _upcoming(tree, index)
        elif lemma in words.PLANNED_NOUN and token.pos == "NOUN":
            yield from _plan(tree, index)
        elif lemma in {"need", "yet"} or token.text.lower() == "must":
            yield from _still(tree, index)
    yield from told(tree)
    for time in times:
        yield from _dated(tree, time)


def _dated(tree: Tree, time: TimeExpression) -> Iterator[Prospect]:
    """Follow "Parliament votes on Friday", "elections in November": a date ahead with an event or a present tense."""
    inside = [i for i, token in enumerate(tree.tokens) if token.start < time.end and token.end > time.start]
    at = next((i for i in inside if tree.tokens[i].head not in inside), None)
    certainty: Certainty = "scheduled" if time.first and time.first == time.last else "expected"
    while at is not None and tree.tokens[at].head != at:
        at = tree.tokens[at].head
        token = tree.tokens[at]
        if token.pos in {"NOUN", "PROPN"} and token.lemma.lower() in words.EVENTS:
            yield make(tree, at, at, (certainty, "dated"))
            return
        if token.pos == "VERB" and token.dep in {"acl", "relcl"} and tree.finite(at) is None:
            continue  # "a regatta to be held on Sunday", "a fair involving all ports in March"
        if token.pos in {"VERB", "AUX"}:
            now = token.tag in {"VBZ", "VBP"} and not tree.auxiliaries(at)
            soon = token.tag == "VBG" and any(tree.tokens[i].tag in {"VBZ", "VBP"} for i in tree.auxiliaries(at))
            if (now or (soon and token.lemma in words.SEEN)) and token.lemma in words.DATED and not tree.negated(at):
                yield make(tree, at, at, (certainty, "dated"), _subject(tree, at))
            return


def _will(tree: Tree, index: int) -> Iterator[Prospect]:
    verb = tree.tokens[index].head
    if verb == index or tree.tokens[index].dep != "aux" or tree.negated(verb):
        return
    if any(tree.tokens[i].lemma == "have" for i in tree.auxiliaries(verb)):
        return
    subject = _subject(tree, verb)
    if tree.tokens[verb].lemma == "have":  # "will have to mend its nets"
        verb = next((i for i in tree.children[verb] if tree.tokens[i].dep == "xcomp" and tree.infinitive(i)), verb)
    ground: Ground = "will"
    if tree.tokens[index].text.lower() == "would":
        # "She said the regatta would begin on Monday"; "would" of a condition is no announcement.
        if tree.tokens[verb].dep != "ccomp" or any(child.dep == "advcl" for child in _children(tree, verb)):
            return
        ground = "would"
    yield make(tree, verb, index, ("expected", ground), subject)


def _children(tree: Tree, index: int) -> list[Token]:
    return [tree.tokens[child] for child in tree.children[index]]


def _subject(tree: Tree, verb: int) -> int | None:
    """Give the subject of a verb, through conjunction, and for a relative or shortened clause the noun it tells of."""
    found = tree.owner(verb)
    if found is not None and tree.tokens[found].tag == "PRP":
        found = _meant(tree, verb, found)
    if found is not None and tree.tokens[found].tag not in {"WDT", "WP"}:
        return found
    token = tree.tokens[verb]
    if token.dep in {"acomp", "oprd", "attr"}:
        return _subject(tree, token.head)
    if token.dep in {"relcl", "acl"} and tree.tokens[token.head].pos in {"NOUN", "PROPN"}:
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
    if token.pos not in {"NOUN", "PROPN"}:
        return False
    if pronoun in {"he", "she"}:
        return token.entity in {"PERSON", ""} and not tree.plural(noun)
    return tree.plural(noun) == (pronoun == "they") and token.entity != "PERSON"


def _cue(tree: Tree, index: int, certainty: Certainty) -> Iterator[Prospect]:
    """Follow "is expected to …", "scheduled for …", "plans a …", "proposed holding …"."""
    token = tree.tokens[index]
    if tree.negated(index) or _as_expected(tree, index) or _told_after(tree, index):
        return
    if token.lemma == "set" and tree.has(index, "prt") is not None:
        return  # "set off", "set up"
    ground: Ground = "fixed" if certainty == "scheduled" else "will"
    passive = token.tag in {"VBN", "JJ"} or token.pos == "ADJ"
    if passive and token.lemma in _NOT_PASSIVE and not any(t.lemma == "have" for t in _children(tree, index)):
        return  # "was intended to please", "are often proposed": a purpose, an opinion
    awaited = tree.has(index, "dobj")
    if not passive and token.lemma == "expect" and awaited is not None:
        yield make(tree, awaited, index, (certainty, ground))
        return  # "she expected the spring regatta to draw a crowd in May"
    for child in tree.children[index]:
        below = _verb_below(tree, child)
        if below is not None and not tree.negated(below):
            subject = tree.subject(below)
            yield make(tree, below, index, (certainty, ground), _subject(tree, index) if subject is None else subject)
            return
    if token.lemma in words.MOVED:
        if not _until(tree, index):
            return
        certainty = "expected"
    noun = _what(tree, index, passive=passive)
    if noun is not None:
        yield make(tree, noun, index, (certainty, ground))


def _verb_below(tree: Tree, child: int) -> int | None:
    """Give the verb that a cue governs: an infinitive, or a participle after "to" or directly."""
    token = tree.tokens[child]
    if token.dep in _ENDINGS and tree.infinitive(child):
        return child
    if token.dep in {"xcomp", "pcomp"} and token.tag == "VBG":
        return child
    if token.dep == "prep" and token.text.lower() == "to":
        return next((i for i in tree.children[child] if tree.tokens[i].tag == "VBG"), None)
    return None


def _what(tree: Tree, index: int, *, passive: bool) -> int | None:
    """Give the noun that is planned: the subject of a passive, the noun before a participle, or an object."""
    token = tree.tokens[index]
    if token.lemma == "go":
        return None
    being = next((i for i in tree.auxiliaries(index) if tree.tokens[i].text.lower() == "being"), None)
    if being is not None and tree.finite(index) is None:
        return _noun_before(tree, being)  # "the loan being postponed"
    if passive or token.lemma in {"due", "set"}:
        if token.dep in {"acl", "relcl", "amod"} and tree.tokens[token.head].pos in {"NOUN", "PROPN"}:
            return token.head
        if token.dep in {"advcl", "amod", "appos"}:
            return _noun_before(tree, index)
        found = tree.subject(index)
        if found is None and token.dep in {"acomp", "oprd", "ccomp", "conj", "attr"}:
            found = tree.owner(token.head)
        return found
    found = tree.has(index, "dobj")
    if tree.owner(index) is None or tree.infinitive(index):
        return None  # "work with the police to plan measures"
    return (
        found
        if found is not None and token.lemma in {"plan", "vow", "threaten", "promise", "await", "schedule", "expect"}
        else None
    )


def _noun_before(tree: Tree, index: int) -> int | None:
    """Give the noun of "The summit, expected next week, …"."""
    for before in range(index - 1, max(index - 3, -1), -1):
        if tree.tokens[before].pos in {"NOUN", "PROPN"}:
            return before
    return None


def _until(tree: Tree, index: int) -> bool:
    return any(tree.tokens[i].text.lower() in {"until", "till", "to"} for i in tree.children[index])


def _as_expected(tree: Tree, index: int) -> bool:
    """Recognise "as expected", "more than planned", "had been due", "still expected"."""
    before = [token.text.lower() for token in tree.tokens[max(0, index - 3) : index]]
    if before and before[-1] in {"as", "than", "still", "once", "not", "previously", "originally", "initially"}:
        return True
    return "had" in before


def _told_after(tree: Tree, index: int) -> bool:
    """Recognise what is told as done or long ago: "after the brewery agreed to drop …", "vowed last year to …"."""
    for child in _children(tree, index):
        word = child.text.lower()
        if child.dep == "mark" and word in {"after", "since", "because", "once", "when"}:
            return True
        if child.dep in {"npadvmod", "advmod"} and word in {"year", "years", "ago", "once", "initially", "originally"}:
            return True
    return False


def _upcoming(tree: Tree, index: int) -> Iterator[Prospect]:
    noun = tree.tokens[index].head
    if tree.tokens[noun].pos in {"NOUN", "PROPN"} and tree.tokens[noun].lemma.lower() in words.EVENTS:
        certainty: Certainty = "possible" if tree.tokens[index].text.lower() == "proposed" else "expected"
        yield make(tree, noun, index, (certainty, "upcoming"))


def _plan(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "plans to visit", "its threat to halt exports"."""
    if tree.tokens[index].lemma == "deadline":
        yield make(tree, index, index, ("scheduled", "fixed"))
        return
    for child in tree.children[index]:
        if tree.tokens[child].dep in {"acl", "relcl"} and tree.infinitive(child) and not tree.negated(index):
            owner = tree.has(index, "poss")
            governor = tree.tokens[index].head
            if owner is None and tree.tokens[index].dep == "dobj" and tree.tokens[governor].lemma in _HAVING:
                owner = _subject(tree, governor)
            if owner is not None:
                certainty: Certainty = "possible" if tree.tokens[index].lemma in {"threat", "proposal"} else "expected"
                yield make(tree, child, index, (certainty, "will"), owner)
            return


def _still(tree: Tree, index: int) -> Iterator[Prospect]:
    """Follow "still needs to be ratified", "has yet to be approved"."""
    token = tree.tokens[index]
    before = {t.text.lower() for t in tree.tokens[max(0, index - 3) : index]}
    verb = index if token.text.lower() == "must" else None
    if token.lemma == "yet" and tree.tokens[token.head].tag in {"VB", "VBN"} and tree.infinitive(token.head):
        verb = token.head
    elif token.lemma == "need" and token.pos == "VERB" and "still" in before:
        verb = next((c for c in tree.children[index] if tree.tokens[c].dep == "xcomp" and tree.infinitive(c)), None)
    elif token.text.lower() == "must":
        still = any(t.text.lower() == "still" for t in tree.tokens[index : index + 2])
        verb = token.head if still and token.dep == "aux" else None
    if verb is not None and verb != index and tree.tokens[verb].lemma in words.SEEN:
        holder = index if token.lemma == "need" else verb
        yield make(tree, verb, index, ("possible", "will"), _subject(tree, holder))
