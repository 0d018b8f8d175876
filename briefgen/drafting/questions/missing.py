"""Tree -> the question after people who are missing, and after what happened to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.questions.limits import clause_end
from briefgen.drafting.questions.wording import Piece, Wording, pieces_of

if TYPE_CHECKING:
    from briefgen.drafting.questions.tree import Tree


def missing_people(tree: Tree, verb: int) -> Wording | None:
    """Read "twelve miners are still missing", "three sailors remain unaccounted for".

    Args:
        tree: A sentence.
        verb: The verb of which they may be the subject.

    Returns:
        "What has become of the twelve miners who are missing"; None where nobody is.
    """
    subject = tree.subject(verb)
    # The parse may make a verb of "are missing".
    lost = (tree.tokens[verb].tag == "VBG" and tree.has(verb, "dobj") is None) or any(
        tree.tokens[c].text.lower() in {"missing", "unaccounted"} and tree.tokens[c].dep in {"acomp", "attr", "oprd"}
        for c in tree.children[verb]
    )
    if subject is None or not (lost or _believed_lost(tree, verb)) or not tree.plural(subject):
        return None
    low, high = tree.span(subject)
    others = tree.tokens[subject].text.lower() in {"others", "more"}
    if tree.tokens[subject].pos != "NOUN" or (others and tree.tokens[low].tag != "CD"):
        return None
    if tree.negated(verb) or tree.negated(subject) or high > verb or tree.past(verb):
        return None
    start = low + 1 if tree.tokens[low].pos == "DET" else low
    lead = tuple(Piece(text=word) for word in ("What", "has", "become", "of", "the"))
    tail = tuple(Piece(text=word) for word in ("who", "are", "missing"))
    people = {subject: "people"} if others else {}
    after = _aftermath(tree, verb)
    return Wording(
        pieces=(*lead, *pieces_of(tree, start, high, people), *tail, *after), subject=(start, high), verb=subject
    )


def _aftermath(tree: Tree, verb: int) -> list[Piece]:
    """Give "after a boat capsized": without it nobody knows who is missed."""
    for child in tree.children[verb]:
        mark = tree.has(child, "mark") if tree.tokens[child].dep == "advcl" and child > verb else None
        if mark is not None and tree.tokens[mark].text.lower() == "after" and tree.subject(child) is not None:
            low, high = tree.span(child)
            stops = {"DATE", "TIME", "QUANTITY"}
            end = next((at for at in range(child + 1, high) if tree.tokens[at].entity in stops), high)
            while end > child + 1 and tree.tokens[end - 1].pos in {"ADP", "ADV", "DET"}:
                end -= 1
            end = clause_end(tree, child, end)
            if low == mark and not any(tree.tokens[at].pos == "PRON" for at in range(low, end)):
                return pieces_of(tree, low, end)
    return []


def _believed_lost(tree: Tree, verb: int) -> bool:
    """Read "are believed to be missing", "are feared missing"."""
    if tree.tokens[verb].lemma not in {"believe", "fear", "report", "list"}:
        return False
    return any(
        tree.tokens[at].text.lower() in {"missing", "unaccounted"}
        for at in range(verb + 1, min(verb + 4, len(tree.tokens)))
    )
