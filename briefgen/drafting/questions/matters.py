"""Tree -> questions after a matter that is pending: a cause under investigation, a fate, talks, an answer, a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.limits import clause_end
from briefgen.drafting.questions.missing import missing_people
from briefgen.drafting.questions.nouns import PROPOSALS, NounQuestion
from briefgen.drafting.questions.verbs import indefinite
from briefgen.drafting.questions.wording import MOST_WORDS, Piece, Wording, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree

_DESTINIES = frozenset({"fate", "future", "outcome", "success", "timing", "status"})
_MEASURES = frozenset({
    "degree", "extent", "scale", "scope", "size", "cost", "number", "figure", "toll", "price", "value", "identity",
    "motive", "whereabouts", "location", "reason", "strength", "pace", "length", "duration", "legality", "origin",
    "timeline", "timetable", "date", "nature", "impact", "effect", "statistic",
})  # fmt: skip
_OPEN = frozenset({
    "uncertain", "unclear", "unknown", "disputed", "unresolved", "undecided", "contested", "unsettled", "debatable",
    "undetermined", "unsolved", "contest", "depend", "hinge", "debate", "dispute", "unspecified", "undisclosed",
})  # fmt: skip
_OPEN_PHRASES = frozenset({
    "under investigation", "under review", "in doubt", "in question", "in dispute", "up in the air", "in the balance",
    "one of the ","a matter of", "a sticking point", "an open question",
    "not known", "not been determined", "not been established", "not yet known", "yet to be", "not been released",
    "not been disclosed", "not been confirmed", "being investigated", "in limbo", "at stake", "a mystery",
    "the main sticking point", "a key issue", "the main issue", "under dispute",
})  # fmt: skip
_EVENTS = frozenset({
    "conversation", "meeting", "visit", "ceasefire", "deal", "agreement", "summit", "strike", "attack", "referendum",
    "election", "sale", "ban", "tariff", "sanction", "resignation", "extradition", "merger", "truce", "compromise",
    "withdrawal", "deployment", "takeover", "closure", "extension", "recession", "escalation", "prosecution", "trial",
    "exchange", "swap", "call", "invasion", "intervention", "boycott", "retaliation", "cut", "increase", "pardon",
})  # fmt: skip
_MAYBE = frozenset({"possible", "potential", "eventual"})
_ANSWERING = frozenset({"respond", "react", "retaliate", "reply"})
_CHOOSING = frozenset({"appoint", "nominate", "name", "select"})
_POSTS = frozenset({
    "replacement", "successor", "chair", "chairman", "minister", "leader", "head", "candidate", "president", "director",
    "judge", "ambassador", "chief", "governor", "commander", "envoy", "commissioner", "secretary", "justice", "premier",
})  # fmt: skip
_VERDICTS = frozenset({"decision", "verdict", "ruling", "judgment", "judgement", "result"})
_ASKED_FOR = frozenset({
    "grant", "application", "request", "permit", "licence", "license", "loan", "subsidy", "bid", "aid", "project",
    "visa", "petition", "funding", "acquisition", "takeover", "extension", "purchase",
})  # fmt: skip
"""What a decision grants or refuses."""
_AWAITED = frozenset({"expect", "expected", "due", "await", "pend", "pending", "schedule"})
_SOON = frozenset({"soon", "shortly", "later", "eventually"})
_HELD = frozenset({"hold", "publish", "announce", "release", "unveil", "schedule", "convene", "issue"})
_INQUIRIES = frozenset({"investigation", "inquiry", "probe", "enquiry"})
_COMING = frozenset({"will", "would", "shall"})


def matters(tree: Tree) -> Iterator[NounQuestion]:
    """Find what a sentence names as pending without a clause of its own.

    Args:
        tree: A sentence.

    Yields:
        "What caused the fire", "What will the fate of the mine be", in the order of the sentence.
    """
    for index, token in enumerate(tree.tokens):
        if not tree.outside[index]:
            continue
        wording = _noun(tree, index) if token.pos in {"NOUN", "PROPN"} else None
        if token.tag.startswith("VB"):
            wording = _verb(tree, index)
        if wording and sum(not piece.glued for piece in wording.pieces) <= MOST_WORDS:
            yield NounQuestion(source="matter", cue_token=index, wording=wording)


def _noun(tree: Tree, noun: int) -> Wording | None:
    lemma = tree.tokens[noun].lemma.lower()
    if lemma == "cause":
        return _cause(tree, noun)
    if lemma in _DESTINIES | _MEASURES:
        return _measure(tree, noun, lemma)
    if lemma in _VERDICTS:
        return _verdict(tree, noun)
    return _maybe(tree, noun) if lemma in _EVENTS else None


def _verb(tree: Tree, verb: int) -> Wording | None:
    lemma = tree.tokens[verb].lemma
    if lemma in _ANSWERING:
        return _answer(tree, verb)
    if lemma in _CHOOSING:
        return _choice(tree, verb)
    if lemma in {"be", "remain", "miss", "believe", "fear", "report", "list"}:
        return missing_people(tree, verb)
    return _when(tree, verb) if lemma in _HELD else None


def _cause(tree: Tree, noun: int) -> Wording | None:
    """Read "the cause of the blast is being investigated", "the cause of the fire remains unknown"."""
    of = tree.has(noun, "prep")
    thing = None if of is None or tree.tokens[of].text != "of" else tree.has(of, "pobj")
    if of is None or thing is None or not (_left_open(tree, noun) or _looked_into(tree, noun)):
        return None
    return _noun_phrase(tree, (Piece(text="What"), Piece(text="caused")), of + 1, thing)


def _measure(tree: Tree, noun: int, lemma: str) -> Wording | None:
    """Read "the fate of the mine depends on a vote", "the size of the fleet remains disputed"."""
    if tree.tokens[noun].dep not in {"nsubj", "nsubjpass"} or not _left_open(tree, noun):
        return None
    low, high = tree.span(noun)
    owned = tree.has(noun, "poss")
    named = owned is not None and any(one.pos in {"NOUN", "PROPN"} for one in tree.tokens[low:noun])
    if (
        high == noun + 1
        and not named
        and not any(tree.tokens[at].dep == "compound" and tree.tokens[at - 1].text != "-" for at in range(low, noun))
    ):
        return None
    end = clause_end(tree, noun, high)
    many = tree.tokens[noun].tag == "NNS"
    if lemma in _DESTINIES:
        lead = (Piece(text="What"), Piece(text="will"))
        return Wording(pieces=(*lead, *pieces_of(tree, low, end), Piece(text="be")), subject=(low, end), verb=noun)
    lead = (Piece(text="What"), Piece(text="are" if many else "is"))
    article = () if tree.tokens[low].pos == "DET" or tree.has(noun, "poss") is not None else (Piece(text="the"),)
    return Wording(pieces=(*lead, *article, *pieces_of(tree, low, end)), subject=(low, end), verb=noun)


def _left_open(tree: Tree, noun: int) -> bool:
    """Tell whether what is said of a subject leaves it open."""
    verb = tree.tokens[noun].head
    if tree.tokens[verb].dep == "auxpass":
        verb = tree.tokens[verb].head  # "remains disputed", of which the parse makes a passive
    if tree.tokens[noun].dep not in {"nsubj", "nsubjpass"} or not tree.tokens[verb].tag.startswith("VB"):
        return False
    finite = tree.finite(verb)
    if finite is None:
        return False
    said = [tree.tokens[at] for at in range(verb, tree.span(verb)[1])]
    near = [verb, *(child for child in tree.children[verb] if tree.tokens[child].dep in {"acomp", "attr", "oprd"})]
    if any(tree.tokens[at].lemma.lower() in _OPEN or tree.tokens[at].text.lower() in _OPEN for at in near):
        return not tree.negated(verb)
    start = tree.tokens[finite].end
    words = tree.sentence.text[start : said[-1].end].lower()
    return any(words.lstrip().startswith(phrase) or f" {phrase}" in words[:40] for phrase in _OPEN_PHRASES)


def _looked_into(tree: Tree, noun: int) -> bool:
    """Tell whether somebody still looks for a cause: "are investigating the cause of", "an inquiry into the cause of"."""
    head = tree.tokens[noun].head
    if tree.tokens[head].pos == "ADP":
        head = tree.tokens[head].head
    lemma = tree.tokens[head].lemma
    if lemma in _INQUIRIES:
        return True
    present = tree.tokens[head].tag == "VBG" or (
        (finite := tree.finite(head)) is not None and tree.tokens[finite].tag in {"VBZ", "VBP", "MD"}
    )
    if lemma in {"investigate", "probe", "examine", "seek"}:
        return present or tree.infinitive(head)
    return lemma in {"determine", "establish", "give", "find", "identify", "know"} and (
        tree.negated(head) or tree.negated(noun) or tree.infinitive(head)
    )


def _maybe(tree: Tree, noun: int) -> Wording | None:
    """Read "a possible meeting between the two ministers"."""
    first = next((c for c in tree.children[noun] if c < noun and tree.tokens[c].lemma.lower() in _MAYBE), None)
    low, high = tree.span(noun)
    if first is None or first > low + 1 or high <= noun + 1 or tree.tokens[noun].tag != "NN":
        return None
    if tree.tokens[noun + 1].text.lower() not in {"of", "between", "with", "on", "against", "by", "in"}:
        return None
    if any(token.tag == "PRP$" for token in tree.tokens[low:high]):
        return None
    end = clause_end(tree, noun, high)
    start = first + 1
    lead = tuple(Piece(text=word) for word in ("Will", "there", "be", indefinite(tree.tokens[start].text)))
    return Wording(pieces=(*lead, *pieces_of(tree, start, end)), subject=(start, end), verb=noun)


def _verdict(tree: Tree, noun: int) -> Wording | None:
    """Read "a ruling on the ban is expected in May", "the verdict in the trial is due"."""
    verb = tree.tokens[noun].head
    low, high = tree.span(noun)
    linked = noun + 1 < high and tree.tokens[noun + 1].text.lower() in {"on", "of", "in", "about"}
    words = {tree.tokens[verb].lemma, *(tree.tokens[c].lemma.lower() for c in tree.children[verb] if c > verb)}
    if tree.tokens[noun].dep not in {"nsubj", "nsubjpass"} or not linked or not words & _AWAITED or tree.negated(verb):
        return None
    if tree.tokens[noun].tag == "NNS" and tree.tokens[noun].lemma != "result":
        return None
    start = low + 1 if tree.tokens[low].pos == "DET" else low
    end = clause_end(tree, noun, high)
    thing = _decided_on(tree, noun)
    if thing is not None and thing < end:
        asked = pieces_of(tree, noun + 2, end)
        tail = (Piece(text="be"), Piece(text="approved"))
        return Wording(pieces=(Piece(text="Will"), *asked, *tail), subject=(noun + 2, end), verb=noun)
    lead = (Piece(text="What"), Piece(text="will"), Piece(text="the"))
    return Wording(pieces=(*lead, *pieces_of(tree, start, end), Piece(text="be")), subject=(start, end), verb=noun)


def _decided_on(tree: Tree, noun: int) -> int | None:
    """Give what a decision grants or refuses, right behind "on": "a decision on the grant", "the vote on the budget"."""
    link = noun + 1
    thing = (
        tree.has(link, "pobj") if tree.tokens[link].text.lower() == "on" and tree.tokens[link].head == noun else None
    )
    if thing is None or tree.tokens[thing].lemma not in PROPOSALS | _ASKED_FOR or tree.tokens[noun].lemma != "decision":
        return None
    low = tree.span(thing)[0]
    whose = (
        tree.tokens[low].text.lower() in {"the", "its", "their", "his", "her"} or tree.has(thing, "poss") is not None
    )
    return thing if whose and low == noun + 2 and tree.has(thing, "conj") is None else None


def _answer(tree: Tree, verb: int) -> Wording | None:
    """Read "Lisbon would respond to the tariffs", "vowed to retaliate"."""
    finite = tree.finite(verb)
    ahead = finite is not None and tree.tokens[finite].text.lower() in _COMING
    governor = tree.tokens[verb].head
    if not ahead and not (
        tree.infinitive(verb)
        and tree.tokens[governor].lemma in {"vow", "pledge", "promise", "threaten", "prepare", "plan"}
    ):
        return None
    owner = tree.owner(verb)
    if owner is None or owner > verb or tree.negated(verb) or tree.tokens[owner].tag in {"WDT", "WP"}:
        return None
    following = tree.tokens[verb + 1] if verb + 1 < len(tree.tokens) else tree.tokens[verb]
    if following.text.lower() not in {"to", "against", "if", "unless", "after"} and following.pos != "PUNCT":
        return None  # "will respond with a tariff" tells how
    low, high = tree.span(owner)
    to = next((c for c in tree.children[verb] if c > verb and tree.tokens[c].text in {"to", "against"}), None)
    end = verb + 1
    if to is not None and to == verb + 1 and tree.has(to, "pobj") is not None:
        end = clause_end(tree, verb, tree.span(to)[1])
    lead = (Piece(text="How"), Piece(text="will"), *pieces_of(tree, low, high))
    return Wording(pieces=(*lead, *pieces_of(tree, verb, end)), subject=(low, high), verb=verb)


def _choice(tree: Tree, verb: int) -> Wording | None:
    """Read "has the power to appoint a replacement for the mayor", "will nominate a new judge"."""
    thing = tree.has(verb, "dobj")
    finite = tree.finite(verb)
    ahead = tree.infinitive(verb) or (finite is not None and tree.tokens[finite].text.lower() in _COMING)
    if thing is None or not ahead or tree.tokens[thing].lemma not in _POSTS or tree.negated(verb):
        return None
    start, high = tree.span(thing)
    owner = tree.owner(verb)
    if owner is None:
        at = tree.tokens[verb].head
        owner = tree.owner(tree.tokens[at].head) if tree.tokens[at].dep in {"dobj", "attr"} else tree.owner(at)
    if owner is None or owner > verb or tree.tokens[start].text.lower() not in {"a", "an", "his", "her", "its", "the"}:
        return None
    low, end_of_subject = tree.span(owner)
    end = clause_end(tree, thing, high)
    lead = (Piece(text="Whom"), Piece(text="will"), *pieces_of(tree, low, end_of_subject))
    name = (Piece(text=tree.tokens[verb].lemma, token=verb), Piece(text="as"))
    return Wording(pieces=(*lead, *name, *pieces_of(tree, start, end)), subject=(low, end_of_subject), verb=verb)


def _when(tree: Tree, verb: int) -> Wording | None:
    """Read "the next round would be held soon", "details will be announced later"."""
    finite, subject = tree.finite(verb), tree.subject(verb)
    soon = any(tree.tokens[c].text.lower() in _SOON and c > verb for c in tree.children[verb])
    if finite is None or subject is None or not soon or tree.has(verb, "auxpass") is None:
        return None
    if tree.tokens[finite].text.lower() not in _COMING or tree.negated(verb):
        return None
    low, high = tree.span(subject)
    lead = (Piece(text="When"), Piece(text="will"), *pieces_of(tree, low, high))
    tail = (Piece(text="be"), *pieces_of(tree, verb, verb + 1))
    return Wording(pieces=(*lead, *tail), subject=(low, high), verb=verb)


def _noun_phrase(tree: Tree, lead: tuple[Piece, ...], start: int, thing: int) -> Wording | None:
    end = clause_end(tree, thing, tree.span(thing)[1])
    if end <= thing:
        return None
    return Wording(pieces=(*lead, *pieces_of(tree, start, end)), subject=(start, end), verb=thing)
