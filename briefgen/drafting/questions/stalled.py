"""Tree -> questions after what is held up, called for or only possible: "has paused the talks", "called for a truce"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.limits import clause_end
from briefgen.drafting.questions.nouns import NounQuestion
from briefgen.drafting.questions.unfinished import joined_subject
from briefgen.drafting.questions.verbs import base_form, indefinite
from briefgen.drafting.questions.wording import MOST_WORDS, Piece, Wording, pieces_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.questions.tree import Tree

_PAUSING = frozenset({"pause", "suspend", "halt", "freeze", "interrupt", "stall"})
_DELAYING = frozenset({"delay", "postpone", "shelve", "defer"})
_PROCESSES = frozenset({
    "talk", "negotiation", "flight", "export", "import", "production", "work", "construction", "aid", "delivery",
    "shipment", "supply", "service", "operation", "trade", "payment", "programme", "program", "funding", "search",
    "trial", "hearing", "vote", "sale", "purchase", "launch", "election", "referendum", "release", "meeting", "visit",
    "summit", "evacuation", "exchange", "enforcement", "deportation", "merger", "deal", "project", "plan", "tariff",
    "strike", "attack",
})  # fmt: skip
_EVENTS = frozenset({
    "ceasefire", "truce", "meeting", "summit", "referendum", "election", "inquiry", "investigation", "probe", "exchange",
    "swap", "strike", "attack", "sanction", "tariff", "agreement", "deal", "settlement", "compromise", "negotiation",
    "talk", "withdrawal", "escalation", "recession", "conversation", "trial", "boycott", "ban", "reform", "guarantee",
    "moratorium", "treaty", "pause", "intervention", "invasion", "retaliation", "blackout", "shortage", "default",
    "outbreak", "famine", "war", "conflict", "collapse", "cut", "merger", "takeover", "closure", "shutdown",
})  # fmt: skip
"""Of these one asks whether there will be any."""
_CALLING = frozenset({"demand", "seek", "want", "propose", "request", "threaten", "discuss", "negotiate", "consider"})
_CALLING_FOR = frozenset({"call", "push", "press", "appeal", "plead", "campaign", "lobby", "hope", "argue", "wait"})
_MAYBE = frozenset({"possible", "potential", "eventual", "threatened", "planned", "proposed", "looming", "future"})
_FEARED = frozenset({"risk", "fear", "threat", "danger", "possibility", "prospect", "chance", "hope"})
_OUT_OF_REACH = frozenset({"elusive", "uncertain", "distant", "unlikely", "doubtful", "possible", "remote"})
_DEEDS = {
    "release": "released", "return": "returned", "withdrawal": "withdrawn", "removal": "removed", "lifting": "lifted",
    "extradition": "extradited", "deployment": "deployed", "suspension": "suspended", "closure": "closed",
    "reopening": "reopened", "resumption": "resumed", "extension": "extended", "repeal": "repealed",
    "cancellation": "cancelled", "ratification": "ratified", "implementation": "implemented", "sale": "sold",
    "abolition": "abolished", "restoration": "restored", "arrest": "arrested", "dismissal": "dismissed",
    "resignation": "", "creation": "created", "establishment": "established", "confiscation": "confiscated",
    "deportation": "deported", "expulsion": "expelled", "construction": "built",
}  # fmt: skip
"""Nouns of deeds, with what is done."""
_RIVALLING = frozenset({"compete", "vie", "fight", "battle", "contend", "bid", "race"})
_PRIZES = frozenset({
    "control", "contract", "seat", "nomination", "presidency", "leadership", "post", "asset", "licence", "license",
    "majority", "job", "tender", "right",
})  # fmt: skip
_ADJUSTED = frozenset({"a", "an", "any", "some", "more", "new", "further", "another"})
_OWED = frozenset({
    "admit", "accept", "acknowledge", "explain", "agree", "answer", "authorise", "authorize", "recognise", "recognize",
    "lift", "pay", "deliver", "implement", "enforce", "appoint", "name", "join", "withdraw", "choose", "grant", "issue",
    "submit", "present", "propose", "release", "publish", "approve", "ratify", "sign", "repay", "hand", "open", "reopen",
})  # fmt: skip
"""What others wait for somebody to do."""
_SO_FAR = frozenset({"yet", "far", "still"})
_NEVER = frozenset(
    {"be", "have", "see", "do", "go", "come", "think", "know", "hear", "feel", "get", "leave", "lose", "win", "set"}
)


def stalled(tree: Tree) -> Iterator[NounQuestion]:
    """Find what a sentence shows to be held up, called for, feared or vied for.

    Args:
        tree: A sentence.

    Yields:
        "Will the talks with Oslo resume", "Will there be a truce", in the order of the sentence.
    """
    for index, token in enumerate(tree.tokens):
        if not tree.outside[index]:
            continue
        if token.tag.startswith("VB"):
            wording = _held_up(tree, index) or _not_yet(tree, index) or _rivals(tree, index) or _elusive(tree, index)
        elif token.pos == "NOUN":
            wording = _deed(tree, index) or _event(tree, index)
        else:
            wording = None
        if wording and sum(not piece.glued for piece in wording.pieces) <= MOST_WORDS:
            yield NounQuestion(source="matter", cue_token=index, wording=wording)


def _held_up(tree: Tree, verb: int) -> Wording | None:
    """Read "talks had been paused", "has postponed the vote on the budget"."""
    token = tree.tokens[verb]
    told = tree.finite(verb)
    if tree.has(verb, "auxpass") is None and told is not None and tree.tokens[told].text.lower() == "had":
        return None  # "said that Oslo had delayed the aid": before that day
    if token.lemma not in _PAUSING | _DELAYING or token.tag not in {"VBN", "VBD"} or tree.negated(verb):
        return None
    passive = tree.has(verb, "auxpass") is not None
    thing = tree.subject(verb) if passive else tree.has(verb, "dobj")
    if thing is None or tree.tokens[thing].lemma not in _PROCESSES or tree.tokens[verb].dep in {"relcl", "acl", "amod"}:
        return None
    low, high = tree.span(thing)
    end = high if passive else clause_end(tree, thing, high)
    start = low + 1 if tree.tokens[low].text.lower() in _ADJUSTED else low
    if end - start < 2 or any(tree.tokens[at].tag == "PRP$" for at in range(start, end)):  # noqa: PLR2004  # a bare noun
        return None
    ending = ("resume",) if token.lemma in _PAUSING else ("go", "ahead")
    article = () if tree.tokens[start].pos == "DET" or tree.has(thing, "poss") is not None else plain("the")
    pieces = (*plain("Will"), *article, *pieces_of(tree, start, end), *plain(*ending))
    return Wording(pieces=pieces, subject=(start, end), verb=thing)


def _not_yet(tree: Tree, verb: int) -> Wording | None:
    """Read "has not yet admitted the leak": what somebody has so far not done."""
    token = tree.tokens[verb]
    if token.tag != "VBN" or token.lemma in _NEVER or not tree.negated(verb):
        return None
    finite, subject = tree.finite(verb), joined_subject(tree, verb)
    if finite is None or subject is None:
        return None
    if tree.tokens[finite].text.lower() not in {"has", "have"} or token.dep in {"relcl", "advcl", "acl"}:
        return None
    waited = token.lemma in _OWED or any(tree.tokens[at].text.lower() in _SO_FAR for at in _near(tree, verb))
    thing = tree.has(verb, "dobj")
    if (
        not waited
        or thing is None
        or tree.has(verb, "auxpass") is not None
        or tree.tokens[subject].tag in {"WDT", "WP", "EX"}
    ):
        return None
    low, high = tree.span(subject) if tree.subject(verb) is None else tree.subject_span(verb)
    if high > finite or tree.tokens[low].text.lower() in {"no", "neither", "nobody", "none", "few", "nothing"}:
        return None
    end = clause_end(tree, verb, tree.span(verb)[1])
    base = Piece(text=base_form(token), token=verb)
    any_word = {at: "" for at in range(verb, end) if tree.tokens[at].text.lower() in {"any", "yet"}}
    pieces = (*plain("Will"), *pieces_of(tree, low, high), base, *pieces_of(tree, verb + 1, end, any_word))
    return Wording(pieces=pieces, subject=(low, high), verb=verb)


def _near(tree: Tree, verb: int) -> range:
    """Give the words from a clause's beginning to its verb's object."""
    return range(tree.span(verb)[0], min(verb + 3, len(tree.tokens)))


def _rivals(tree: Tree, verb: int) -> Wording | None:
    """Read "both parties are fighting for control of the council"."""
    if tree.tokens[verb].lemma not in _RIVALLING or tree.negated(verb):
        return None
    finite = tree.finite(verb)
    if finite is None or tree.tokens[finite].tag not in {"VBZ", "VBP", "MD"}:
        return None
    link = next((c for c in tree.children[verb] if c > verb and tree.tokens[c].text.lower() == "for"), None)
    prize = None if link is None else tree.has(link, "pobj")
    if link is None or prize is None or tree.tokens[prize].lemma not in _PRIZES:
        return None
    end = clause_end(tree, prize, tree.span(verb)[1])
    if end - link < 3 or any(tree.tokens[at].tag == "PRP$" for at in range(link, end)):  # noqa: PLR2004  # a bare noun
        return None
    return Wording(
        pieces=(*plain("Who", "will", "win"), *pieces_of(tree, link + 1, end)), subject=(link + 1, end), verb=prize
    )


def _elusive(tree: Tree, verb: int) -> Wording | None:
    """Read "a lasting truce remains elusive"."""
    if tree.tokens[verb].lemma not in {"remain", "be", "look", "seem", "appear"}:
        return None
    said = tree.has(verb, "acomp", "oprd")
    noun = None if said is None else tree.subject(verb)
    if said is None or noun is None:
        return None
    finite = tree.finite(verb)
    if tree.tokens[said].lemma.lower() not in _OUT_OF_REACH or finite is None or tree.past(verb) or tree.negated(verb):
        return None
    return _there_will_be(tree, noun) if tree.tokens[noun].lemma in _EVENTS else None


def _event(tree: Tree, noun: int) -> Wording | None:
    """Read "potential prisoner exchanges", "called for a truce", "the risk of a wider war"."""
    if tree.tokens[noun].lemma not in _EVENTS or tree.negated(noun):
        return None
    if not (
        _wanted(tree, noun) or any(tree.tokens[c].lemma.lower() in _MAYBE for c in tree.children[noun] if c < noun)
    ):
        return None
    return _there_will_be(tree, noun)


def _wanted(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is what somebody calls for, fears or considers, in the present or as a step just taken."""
    token = tree.tokens[noun]
    head = token.head
    if token.dep == "dobj":
        return tree.tokens[head].lemma in _CALLING and not tree.negated(head) and not _over(tree, head)
    if token.dep != "pobj":
        return False
    above = tree.tokens[head].head
    word, lemma = tree.tokens[head].text.lower(), tree.tokens[above].lemma
    if word == "for":
        called = lemma in _CALLING_FOR | {"demand", "request", "proposal", "bid"}
        return called and not tree.negated(above) and not (tree.tokens[above].pos == "VERB" and _over(tree, above))
    return word == "of" and lemma in _FEARED and not tree.negated(above)


def _over(tree: Tree, verb: int) -> bool:
    """Tell whether a striving lies in the past: who "sought a truce" has got it or not; who "demanded" one still does."""
    return tree.past(verb) and tree.tokens[verb].lemma in {
        "seek",
        "want",
        "discuss",
        "negotiate",
        "consider",
        "hope",
        "wait",
    }


def _there_will_be(tree: Tree, noun: int) -> Wording | None:
    low, high = tree.span(noun)
    end = clause_end(tree, noun, high)
    start = low
    while start < noun and tree.tokens[start].lemma.lower() in _MAYBE | {"the"}:
        start += 1
    skipped = {at: "" for at in range(start, noun) if tree.tokens[at].lemma.lower() in _MAYBE}
    own = range(start, end)
    if any(tree.tokens[at].tag in {"PRP$", "PRP", "CD", "WDT"} for at in own) or tree.has(noun, "poss") is not None:
        return None
    definite = tree.tokens[low].text.lower() in {"the", "this", "that", "these", "those", "its"}
    if definite and not _maybe_within(tree, low, noun):
        return None
    single = tree.tokens[noun].tag == "NN"
    first = next((at for at in own if at not in skipped), noun)
    bare = tree.tokens[first].text.lower() not in {"a", "an", "any", "another"} or first == noun
    if end - start - len(skipped) < 2 or (tree.tokens[noun].pos == "PROPN"):  # noqa: PLR2004  # "a deal": on what?
        return None
    if single and bare and not definite and tree.tokens[first].pos != "DET" and not _maybe_within(tree, low, noun):
        article: tuple[Piece, ...] = ()
    else:
        following = next((at for at in own if at not in skipped and tree.tokens[at].pos != "DET"), noun)
        article = plain(indefinite(tree.tokens[following].text)) if single else ()
        if single:
            skipped |= dict.fromkeys(range(start, following), "")
    content = [at for at in own if at not in skipped and tree.tokens[at].pos not in {"DET", "ADP"}]
    if len(content) < 2:  # noqa: PLR2004  # "Will there be a deal?" does not say on what
        return None
    pieces = (*plain("Will", "there", "be"), *article, *pieces_of(tree, start, end, skipped))
    return Wording(pieces=pieces, subject=(start, end), verb=noun)


def _maybe_within(tree: Tree, low: int, noun: int) -> bool:
    return any(tree.tokens[at].lemma.lower() in _MAYBE for at in range(low, noun))


def _deed(tree: Tree, noun: int) -> Wording | None:
    """Read "demanded the release of the sailors", "plans for the sale of the port"."""
    done = _DEEDS.get(tree.tokens[noun].lemma, "")
    if not done:
        return None
    of = tree.has(noun, "prep")
    thing = tree.has(of, "pobj") if of is not None and tree.tokens[of].text == "of" else None
    asked = _wanted(tree, noun) or any(tree.tokens[c].lemma.lower() in _MAYBE for c in tree.children[noun] if c < noun)
    if thing is None or of is None or not asked:
        return None
    low, high = of + 1, clause_end(tree, thing, tree.span(thing)[1])
    if any(tree.tokens[at].tag in {"PRP$", "PRP"} for at in range(low, high)) or high <= thing:
        return None
    return Wording(
        pieces=(*plain("Will"), *pieces_of(tree, low, high), *plain("be", done)), subject=(low, high), verb=thing
    )
