"""Sentence or prospect -> whether it may become an item: what is called off, past, asked, vague, or said by others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.watch import nominal, words
from briefgen.drafting.watch.denials import is_denied, is_poll, is_put_off

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.watch.prospect import Prospect
    from briefgen.model.analysis import StorySentence, TimeExpression

_CALLED_OFF = re.compile(r"\b(?:cancel(?:l?ed|s)?|called off|scrapped|abandoned|no longer)\b", re.IGNORECASE)
_READER = re.compile(
    r"\b(?:you|your|yours|subscribe|newsletter|sign up|click|comments? (?:below|section))\b", re.IGNORECASE
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_VAGUE = re.compile(r"(?:very )?(?:soon|shortly)|imminently|before long", re.IGNORECASE)
_DAY_SET = frozenset({"schedule", "slate", "due", "book"})
_SPEAKING = frozenset({"we", "i", "you"})
_NOBODY = frozenset({"no", "neither", "few", "nobody", "none", "little"})
_TAKEN = frozenset({"place", "effect", "office", "step", "action", "measure", "countermeasure"})
_ENTERED = frozenset({"force", "effect", "year", "phase", "stage", "round", "season"})
_GOALS = frozenset({"effect", "force", "trial", "poll", "vote", "court"})
_ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_UNSEEN = "nobody could see it happen"
_SUPPOSED = "only described or supposed"
_OWN = "somebody's own words"
DOUBTS = frozenset({_UNSEEN, _SUPPOSED, _OWN, "nobody acts"})
"""Reasons that weigh against an item and do not rule it out: editors list one such thing in eight."""
_FIRST = re.compile(r"\b(?:I|we|our|us|my)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is known of a sentence beside its parse."""

    times: Sequence[tuple[int, int]]
    """The stretches of its text that tell when something is."""
    actors: frozenset[int]
    """Its tokens that name or describe somebody in the story."""
    tree: Tree

    def acts(self, noun: int) -> bool:
        """Tell whether a noun is somebody who can act: named or described in the story, or a body such as a ministry."""
        token = self.tree.tokens[noun]
        known = noun in self.actors or token.entity in _ACTING or token.lemma.lower() in words.BODIES
        return known and token.lemma.lower() not in words.EVENTS


def refusal(sentence: StorySentence) -> str:
    """Say why nothing in a sentence can be watched: a question, words to the reader, an event called off; else empty."""
    text = sentence.told
    if not sentence.quotable:
        return "cannot be quoted to the letter"
    if text.rstrip("”\"’' ").endswith("?"):
        return "a question"
    if _CALLED_OFF.search(text):
        return "called off"
    return "speaks to the reader" if _READER.search(_QUOTED.sub("", text)) else ""


def objection(prospect: Prospect, when: TimeExpression | None, scene: Scene) -> str:
    """Say why nobody could later say that an event happened, or why it is not the article that announces it; else empty.

    Args:
        prospect: What the sentence puts ahead.
        when: What tells when, in its clause.
        scene: What the sentence is known to hold.
    """
    tree, event, sentence = prospect.tree, prospect.event, prospect.tree.sentence
    if tree.tokens[event].start < sentence.label or not _in_text(prospect, sentence):
        return "stands in a label"
    if _is_asked(tree, prospect):
        return "asked, not told"
    by_name = prospect.subject is not None and tree.tokens[prospect.subject].entity in _ACTING
    told_by = when is not None and prospect.ground in {"will", "fixed"}
    told_by = told_by and (by_name or not _FIRST.search(sentence.text))
    # A cue inside a quotation is the speaker's, but for a plain "Tariffs will go up on 2 April".
    own = not (tree.outside[prospect.cue] and tree.outside[event]) and not (told_by or announces_own(prospect))
    against = _against(prospect, when, scene)
    return _OWN if own and (not against or against in DOUBTS) else against


def _against(prospect: Prospect, when: TimeExpression | None, scene: Scene) -> str:
    tree, event = prospect.tree, prospect.event
    if is_denied(tree, prospect):
        return "somebody doubts it"
    if is_poll(prospect):
        return "an answer in a poll"
    if is_put_off(prospect):
        return "put off"
    timed = when is not None and not _VAGUE.fullmatch(when.text)
    if prospect.ground == "dated" and not timed:
        return "no day ahead"
    if any(tree.tokens[event].start < end and tree.tokens[event].end > start for start, end in scene.times):
        return "a day, no event"  # "… is planned for Sunday and Monday"
    if tree.tokens[event].pos in {"NOUN", "PROPN"}:
        return _against_noun(prospect, when, scene)
    against = _against_verb(prospect, scene, timed=timed)
    return _SUPPOSED if prospect.supposed and (not against or against in DOUBTS) else against


def announces_own(prospect: Prospect) -> bool:
    """Recognise “We will abolish the tolls,” said the mayor: what a speaker's own side will do to something named."""
    tree, verb, subject = prospect.tree, prospect.event, prospect.subject
    if subject is None or tree.tokens[subject].text.lower() not in {"we", "i"} or tree.outside[prospect.cue]:
        return False
    target = tree.has(verb, "dobj")
    named = target is not None and words.names_something(tree.tokens[target])
    act = nominal.of_object(tree.tokens[verb].lemma) is not None
    return prospect.ground in {"will", "plan", "fixed"} and named and act


def _is_asked(tree: Tree, prospect: Prospect) -> bool:
    """Tell whether the event is what a clause asks: "how skippers are likely to vote", "whether he will go or will stay"."""
    asking = {"how", "why", "where", "whether", "what", "which"}
    verbs = {prospect.event, prospect.cue, tree.tokens[prospect.cue].head}
    verbs |= {tree.tokens[verb].head for verb in verbs if tree.tokens[verb].dep == "conj"}
    return any(
        tree.tokens[i].text.lower() in asking and tree.tokens[i].dep in {"advmod", "mark", "dobj", "pobj"} and i < verb
        for verb in verbs
        if tree.tokens[verb].pos in {"VERB", "AUX", "ADJ"}
        for i in tree.children[verb]
    )


def _in_text(prospect: Prospect, sentence: StorySentence) -> bool:
    """Tell whether the subject of a verb stands in the sentence itself, not in a label before it."""
    return prospect.subject is None or prospect.tree.tokens[prospect.subject].start >= sentence.label


def _against_noun(prospect: Prospect, when: TimeExpression | None, scene: Scene) -> str:
    tree, noun = prospect.tree, prospect.event
    lemma = tree.tokens[noun].lemma.lower()
    if tree.tokens[noun].text[0].isdigit():
        return "a sum, no event"
    if lemma in words.ABSTRACT or not words.names_something(tree.tokens[noun]) or tree.tokens[noun].entity == "PERSON":
        return "names nothing that can be seen to happen"
    if prospect.subject is not None and not scene.acts(prospect.subject):
        return "nobody acts"  # "exports face a tariff"
    if prospect.ground == "threat" and any(_is_definite(tree, c) for c in tree.children[noun] if c < noun):
        return "a thing, no event"  # "threatens the peace of the town", not "threatens further tolls"
    if prospect.ground in {"told", "upcoming", "may", "pending", "under way", "period"}:
        return ""
    if lemma == "deadline" or prospect.ground in {"fixed", "dated"}:
        return "" if when is not None else "no day ahead"
    seen = lemma in words.EVENTS or prospect.subject is not None
    if seen or (when is not None and prospect.certainty != "possible"):
        return ""
    return _UNSEEN if prospect.ground in {"will", "would"} else "a thing, no event"


def _is_definite(tree: Tree, child: int) -> bool:
    return tree.tokens[child].text.lower() == "the" or tree.tokens[child].dep == "poss"


def _against_verb(prospect: Prospect, scene: Scene, *, timed: bool) -> str:
    tree, verb = prospect.tree, prospect.event
    lemma, subject = tree.tokens[verb].lemma, prospect.subject
    if lemma == "take" and subject is not None and tree.owner(verb) is not None and _is_time_taken(tree, verb):
        return "a state, no event"
    if subject is None:
        return "" if lemma in words.LIGHT else "nobody acts"
    reason = _against_subject(prospect, subject, scene, timed=timed)
    if reason or _has_goal(tree, verb):
        return reason
    about = tree.tokens[subject].lemma.lower()
    if lemma == "be" and not timed and prospect.ground != "fixed" and not tree.has(verb, "prep"):
        return "a state, no event"
    if tree.tokens[subject].entity == "DATE" or about in {"day", "week", "month", "year"}:
        return "a day, no event"
    if about in words.ABSTRACT and prospect.ground != "pending":
        return "names nothing that can be seen to happen"
    fixed = tree.tokens[prospect.cue].lemma in _DAY_SET
    if lemma in words.BEING or lemma == "take":
        return _against_state(lemma, about, timed=timed, fixed=fixed, possible=prospect.ground == "may")
    if prospect.ground == "pending" or (timed and about not in words.ABSTRACT):
        return ""
    return "" if about not in words.ABSTRACT and _is_seen(prospect, scene, lemma, fixed=fixed) else _UNSEEN


def _against_subject(prospect: Prospect, subject: int, scene: Scene, *, timed: bool) -> str:
    """Say why a subject announces nothing: "we", nobody, something said long ago, "the trick is to oil the oars"."""
    tree = prospect.tree
    if _has_two(tree, subject):
        return "a slip of the parse"
    if prospect.ground == "plan" and (_is_event(tree, subject) or tree.tokens[subject].lemma.lower() in words.ABSTRACT):
        return "nobody plans"  # "told in an interview that plans to sail"
    if tree.tokens[subject].text.lower() in _SPEAKING and not (prospect.name or announces_own(prospect)):
        return "nobody is named"
    if any(tree.tokens[c].text.lower() in _NOBODY for c in (subject, *tree.children[subject])):
        return "said of nobody"
    if _had_said(prospect) or _is_old_promise(prospect):
        return "told as long past"
    to_be = tree.tokens[prospect.cue].lemma == "be"
    return _UNSEEN if to_be and not (scene.acts(subject) or timed or _is_event(tree, subject)) else ""


def _is_time_taken(tree: Tree, verb: int) -> bool:
    """Recognise "it would take another three weeks": how long, and nobody takes it."""
    target, own = tree.has(verb, "dobj"), tree.owner(verb)
    lasting = target is not None and tree.tokens[target].lemma in {
        "hour",
        "day",
        "week",
        "month",
        "year",
        "time",
        "while",
    }
    return lasting and own is not None and tree.tokens[own].text.lower() == "it"


def _has_two(tree: Tree, subject: int) -> bool:
    """Recognise "if the board sides with Berg, it could sail", where the parse gives the verb both as its subjects."""
    verb = tree.tokens[subject].head
    own = [i for i in tree.children[verb] if tree.tokens[i].dep in {"nsubj", "nsubjpass"}]
    return len(own) > 1 and subject in own and any(tree.tokens[i].tag == "PRP" for i in own)


def _is_event(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].lemma.lower() in words.EVENTS


def _is_seen(prospect: Prospect, scene: Scene, lemma: str, *, fixed: bool) -> bool:
    """Tell whether an act without a date can be seen: one of the kind that can, done by somebody who can act."""
    tree, verb = prospect.tree, prospect.event
    subject = verb if prospect.subject is None else prospect.subject
    act = lemma in words.SEEN or nominal.of_object(lemma) is not None or announces_own(prospect)
    act = act or (lemma in words.SETTLED and tree.has(verb, "auxpass") is not None)
    if tree.has(verb, "auxpass") is not None:
        return act or fixed or (lemma in {"give", "pay", "offer"} and tree.has(verb, "dobj") is not None)
    begins = lemma in words.HAPPEN | words.SEEN and tree.tokens[subject].lemma.lower() in words.EVENTS
    begins = begins and lemma not in {"lead", "mean"} and tree.has(verb, "dobj") is None
    if prospect.ground in {"may", "would", "threat"} or prospect.certainty == "possible":
        return (act and scene.acts(subject) and not _is_anybody(tree, subject)) or begins
    awaited = tree.tokens[prospect.cue].lemma in {"expect", "anticipate", "await"}
    if fixed or awaited or begins:
        return True
    if not scene.acts(subject) or _describes(prospect):
        return act and lemma not in words.EFFECTS and not _describes(prospect)
    return act or lemma not in words.SPOKEN


def _is_anybody(tree: Tree, noun: int) -> bool:
    """Recognise "a skipper may apply for a berth": a rule, since it is said of anybody."""
    return any(tree.tokens[c].text.lower() in {"a", "an", "any", "each", "every"} for c in tree.children[noun])


def _describes(prospect: Prospect) -> bool:
    """Recognise "a deal that will expand trade": it says what the thing is, not what will happen next."""
    tree = prospect.tree
    verb = tree.tokens[prospect.cue].head if tree.tokens[prospect.cue].tag == "MD" else prospect.cue
    own = tree.subject(verb)
    return tree.tokens[verb].dep == "relcl" and own is not None and tree.tokens[own].text.lower() == "that"


def _against_state(lemma: str, about: str, *, timed: bool, fixed: bool, possible: bool) -> str:
    """Judge states and effects, which nobody sees begin, but for "the strikes will continue" and "may reach 39C by Friday"."""
    if lemma == "be" and fixed:
        return "" if timed else "no day ahead"  # "is scheduled to be in port on 3 May"
    if lemma in {"continue", "last"}:
        return "" if about in words.EVENTS or timed else _UNSEEN
    return "" if timed and lemma in ({"reach", "worsen"} if possible else {"become", "reach", "remain"}) else _UNSEEN


def _has_goal(tree: Tree, verb: int) -> bool:
    """Recognise "take place", "come into force", "go on trial", "go to the polls", "enter a second year"."""
    lemma, target = tree.tokens[verb].lemma, tree.has(verb, "dobj")
    if lemma in words.GIVING and target is not None and tree.tokens[target].lemma.lower() in words.EVENTS:
        return True  # "will make an announcement"
    if lemma in {"take", "enter"}:
        return target is not None and tree.tokens[target].lemma in (_TAKEN if lemma == "take" else _ENTERED)
    if lemma not in {"come", "go"}:
        return False
    below = [i for child in tree.children[verb] if tree.tokens[child].dep == "prep" for i in tree.children[child]]
    return any(tree.tokens[i].lemma in _GOALS for i in below)


def _had_said(prospect: Prospect) -> bool:
    """Recognise "had boasted that it would sail in a day": what was said before the story."""
    tree = prospect.tree
    verb = tree.tokens[prospect.cue].head if tree.tokens[prospect.cue].tag == "MD" else prospect.cue
    above = tree.tokens[verb].head if tree.tokens[verb].dep == "ccomp" else verb
    return any(tree.tokens[i].text.lower() == "had" for i in tree.auxiliaries(above))


def _is_old_promise(prospect: Prospect) -> bool:
    """Recognise "a mayor who pledged to mend the pier", "promised during the campaign to …": said before the story."""
    tree = prospect.tree
    promise = tree.tokens[prospect.cue]
    if promise.tag != "VBD" or promise.lemma not in {
        "vow",
        "pledge",
        "promise",
        "threaten",
        "plan",
        "intend",
        "expect",
    }:
        return False
    campaigning = any(token.lemma.lower() in {"campaign", "candidate"} for token in tree.tokens)
    earlier = tree.tokens[0].text.lower() in {"before", "during", "ahead"} and prospect.cue > 1
    return promise.dep == "relcl" or campaigning or earlier
