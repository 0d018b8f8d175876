"""Wording -> wording that reads alone: a pronoun gets the name it stands for, or the question is given up."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.drafting.questions.limits import asides
from briefgen.drafting.questions.nearby import PERSONAL, person_meant
from briefgen.drafting.questions.wording import Piece, Wording, pieces_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefgen.drafting.questions.clause import Span
    from briefgen.drafting.questions.tree import Tree
    from briefgen.model.analysis import Token

_THING = frozenset({"it", "its", "itself"})
_SEVERAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_SUBJECT_FORMS = frozenset({"he", "she", "it", "they"})
_POINTING = frozenset({
    "this", "that", "these", "those", "such", "here", "there", "others", "one", "ones", "both", "latter", "former",
    "another", "so", "same", "similar",
})  # fmt: skip
_VAGUE = frozenset({
    "move", "step", "measure", "approach", "strategy", "effort", "gambit", "side", "two", "pair", "matter", "thing",
    "case", "decision", "initiative", "situation", "idea", "claim", "attempt", "action", "development", "change", "end",
    "result", "facility", "logic", "impact", "detail", "everything", "nothing", "something", "anything",
})  # fmt: skip
_BODIES = frozenset({
    "company", "ministry", "government", "council", "agency", "court", "bank", "party", "group", "team", "union",
    "commission", "committee", "board", "university", "firm", "airline", "department", "office", "regulator",
    "parliament", "administration", "authority", "club", "organisation", "organization", "country", "state", "city",
    "house", "senate", "congress", "cabinet", "army", "hospital", "school", "operator", "manufacturer", "coalition",
    "alliance", "kremlin", "federation", "association", "institute", "panel", "tribunal",
})  # fmt: skip
_NOT_PERSONS = frozenset({
    "campaign", "lawsuit", "suit", "indictment", "report", "statement", "letter", "bill", "measure", "plan", "policy", "law",
    "complaint", "document", "lobby", "movement", "network", "newspaper", "website", "programme", "program", "project",
    "budget", "deal", "system", "market", "economy", "war", "vote", "poll", "race", "tax", "tariff", "ban", "court", "fund",
})  # fmt: skip
_ABSTRACT = re.compile(r".{3,}(?:ship|tion|sion|ment|ness|ity|ance|ence|ism|dom|ing)$")
"""What no "he" or "she" stands for: "citizenship", "indictment"."""
_PERIODS = frozenset(
    {"year", "month", "week", "weekend", "spring", "summer", "autumn", "fall", "winter", "season", "decade"}
)
NAME = -2
"""Stands for the token of a name that comes from the list of people."""
_CLAUSES_UP = 4
_OWNER_TOKENS = 6
"""The longest subject that takes "’s"."""
_NAME_TOKENS = 14
"""The longest subject that is put for a pronoun; a longer one makes no question that reads well."""
_LOOSE = frozenset(
    {"certain", "some", "several", "various", "many", "other", "more", "most", "few", "any", "anything", "something"}
)
_SPEECH = frozenset({"say", "decide", "tell", "decline", "refuse", "explain", "announce", "confirm", "know", "have"})
_PERSON_TYPES = frozenset({"PERSON"})
_BODY_TYPES = frozenset({"ORG", "GPE", "NORP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """Where antecedents are looked for."""

    tree: Tree
    wording: Wording
    speaker: Span
    persons: Mapping[int, Sequence[str]]
    voices: Mapping[int, Sequence[str]]


def reads_alone(
    tree: Tree,
    wording: Wording,
    speaker: Span,
    persons: Mapping[int, Sequence[str]],
    voices: Mapping[int, Sequence[str]],
) -> Wording | None:
    """Put names for pronouns.

    Args:
        tree: The sentence.
        wording: A question.
        speaker: Tokens of the subject of what leaves it open: "officials" in "officials did not say what they …".
        persons: For each sentence the people named in it.
        voices: For each sentence the people who speak in it, by name, though it may say "he".

    Returns:
        The question with each pronoun named or standing after what it means; None where that is not certain.
    """
    pieces: list[Piece] = []
    own = set(range(*wording.subject))
    frame = _Frame(tree=tree, wording=wording, speaker=speaker, persons=persons, voices=voices)
    for piece in wording.pieces:
        token = tree.tokens[piece.token] if piece.token >= 0 else None
        word = piece.text.lower()
        pronoun = (
            token is not None and token.tag in {"PRP", "PRP$"} and not word.startswith("n")
        )  # curly n’t reads as one
        if token is None or not (pronoun or word in _POINTING):
            pieces.append(piece)
            continue
        if word in _POINTING:
            if _points_away(tree, piece.token, word):
                return None
            pieces.append(piece)
        elif token.dep == "expl" or _has_antecedent(frame, pieces, token, own):
            pieces.append(piece)
        elif name := _antecedent(frame, piece.token, own):
            if token.dep in _OBJECTS and name[0].text in {part.text for part in pieces if part.token == NAME}:
                return None  # "he denied that he had killed her": somebody else
            if piece.token in own:
                own.update(part.token for part in name)
            acts = wording.subject == (piece.token, piece.token + 1)  # "his plan to close": he closes
            pieces.extend(_put(name, piece, possessive=token.tag == "PRP$" and not acts))
        else:
            return None
    if _vague_subject(tree, wording):
        return None
    return replace(wording, pieces=tuple(pieces))


def _points_away(tree: Tree, index: int, word: str) -> bool:
    token = tree.tokens[index]
    if tree.tokens[token.head].lemma in _PERIODS:
        return False
    if word == "there":
        return token.dep != "expl"
    if word == "that":
        return token.tag not in {"IN", "WDT", "WP"} and token.dep in {"det", "nsubj", "nsubjpass", "dobj", "pobj"}
    if word == "one":
        return token.dep != "nummod"
    if word == "so":
        return token.dep in {"dobj", "ccomp", "oprd"} or (
            token.dep == "advmod" and tree.tokens[token.head].lemma == "do"
        )
    if word == "such":
        following = tree.tokens[index + 1].text.lower() if index + 1 < len(tree.tokens) else ""
        return following != "as"
    if word == "another":
        # "Another round of talks" says what it is, "another card" does not.
        noun = token.head
        return token.dep != "det" or not any(
            tree.tokens[child].dep == "prep" and tree.tokens[child].text.lower() == "of"
            for child in tree.children[noun]
        )
    if word == "both":
        return not any(tree.tokens[i].text.lower() == "and" for i in range(index, min(index + 8, len(tree.tokens))))
    return True


def _has_antecedent(frame: _Frame, before: list[Piece], token: Token, own: set[int]) -> bool:
    """Tell whether a pronoun stands after what it means within the question."""
    tree = frame.tree
    word = token.text.lower()
    if word in _SUBJECT_FORMS and not any(piece.token >= frame.wording.subject[1] for piece in before):
        return False
    inside = [piece.token for piece in before if piece.token >= 0]
    named = [index for index in inside if tree.tokens[index].pos in {"NOUN", "PROPN"}]
    if _as_object(tree, token) and not word.endswith(("self", "selves")):
        # An object that meant its own subject would be "itself".
        named = [index for index in named if index not in own]
    if word in PERSONAL:
        known = frozenset(part for names in frame.persons.values() for name in names for part in name.split())
        filled = token.dep not in _OBJECTS and any(piece.token == NAME for piece in before)
        return filled or any(tree.tokens[index].text in known or _may_be_person(tree, index) for index in named)
    if word in _SEVERAL:
        return any(tree.plural(index) or tree.tokens[index].entity in _BODY_TYPES for index in named)
    return word in _THING and any(not tree.plural(index) and not _is_person(tree, index) for index in named)


def _as_object(tree: Tree, token: Token) -> bool:
    """Tell whether a pronoun is an object, that of "declare it void" too, which the parse takes for a subject."""
    return token.dep in _OBJECTS or (token.dep == "nsubj" and tree.finite(token.head) is None)


def _antecedent(frame: _Frame, index: int, own: set[int]) -> list[Piece] | None:
    """Find what a pronoun means: the one who does not say, the subject before it, the only person named."""
    tree, persons = frame.tree, frame.persons
    word = tree.tokens[index].text.lower()
    barred = own if _as_object(tree, tree.tokens[index]) else set[int]()
    known = frozenset(part for name in persons.get(tree.sentence.index, ()) for part in name.split())
    for low, high in (frame.speaker, *_subjects_before(tree, frame.wording.verb)):
        short = low < high <= index and high - low <= _NAME_TOKENS
        if low not in barred and short and _fits(tree, low, high, word, known):
            pieces = [part for piece in _named(tree, low, high) for part in _inner(tree, piece, low, persons)]
            own_words = [tree.tokens[piece.token] for piece in pieces if piece.token >= 0]
            clumsy = tree.tokens[index].tag == "PRP$" and (
                high - low > _OWNER_TOKENS or any(token.pos == "VERB" for token in own_words)
            )
            return None if clumsy or any(token.tag in {"PRP", "PRP$"} for token in own_words) else pieces
    at = tree.sentence.index
    name = (
        person_meant(tree, index, (persons.get(at - 1, ()), persons.get(at, ())), frame.voices.get(at, ()))
        if word in PERSONAL
        else ""
    )
    return [Piece(text=name, token=NAME)] if name else None


def _inner(tree: Tree, piece: Piece, start: int, persons: Mapping[int, Sequence[str]]) -> list[Piece]:
    """Name the one meant in "his office"."""
    if piece.text.lower() not in {"his", "her"}:
        return [piece]
    before = _subjects_before(tree, tree.tokens[start].head)
    low, high = before[0] if before else (0, 0)
    if low < high <= start and _fits(tree, low, high, "his"):
        return _put(_named(tree, low, high), piece, possessive=True)
    near = persons.get(tree.sentence.index, ())
    return _put([Piece(text=near[0], token=NAME)], piece, possessive=True) if len(near) == 1 else [piece]


def _subjects_before(tree: Tree, verb: int) -> list[Span]:
    """Give the subjects of the clauses that a clause is joined to: "a chart is ready, though it must be approved"."""
    found: list[Span] = []
    at = verb
    for _ in range(_CLAUSES_UP):
        token = tree.tokens[at]
        if token.head == at:
            break
        above = token.head
        if token.dep == "ccomp" and tree.tokens[above].dep == "acomp":
            above = tree.tokens[above].head  # "the survivors are hopeful that they": the subject is that of "are"
        claimed = token.dep == "prep" and tree.tokens[verb].dep == "acl" and tree.has(above, "dobj") is None
        if (token.dep in {"advcl", "conj", "ccomp"} or claimed) and (subject := tree.subject(above)) is not None:
            found.append(tree.span(subject))
        at = above
    return found


def _fits(tree: Tree, low: int, high: int, word: str, people: frozenset[str] = frozenset()) -> bool:
    """Tell whether a pronoun may stand for a subject; who is known as a person is one, whatever the model calls the name."""
    heads = [
        index
        for index in range(low, high)
        if not low <= tree.tokens[index].head < high or tree.tokens[index].head == index
    ]
    if len(heads) != 1 or tree.tokens[heads[0]].pos not in {"NOUN", "PROPN"}:
        return False
    if tree.tokens[heads[0]].lemma.lower() in {"other", "some", "many", "most", "more"}:
        return False
    head = heads[0]
    token = tree.tokens[head]
    if any(part.tag == "PRP" for part in tree.tokens[low:high]):
        return False
    if word in _SEVERAL:
        return tree.plural(head)
    if tree.plural(head):
        return False
    person = token.text in people
    body = not person and (token.entity in _BODY_TYPES or token.lemma.lower() in _BODIES)
    if word in PERSONAL:
        thing = token.pos == "NOUN" and (
            token.lemma.lower() in _NOT_PERSONS or bool(_ABSTRACT.match(token.lemma.lower()))
        )
        return person or (not body and not thing and token.entity in {"", "PERSON"})
    return body or not (person or _is_person(tree, head) or _speaks(tree, head))


def _speaks(tree: Tree, head: int) -> bool:
    """Tell whether a subject does what only people and bodies do."""
    verb = tree.tokens[tree.tokens[head].head]
    return verb.lemma in _SPEECH


def _is_person(tree: Tree, index: int) -> bool:
    return tree.tokens[index].entity in _PERSON_TYPES


def _may_be_person(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.entity == "PERSON" or (token.pos == "PROPN" and not token.entity and not tree.plural(index))


def _named(tree: Tree, low: int, high: int) -> list[Piece]:
    pieces = pieces_of(tree, low, high, dict.fromkeys(asides(tree, low, high), ""))
    if pieces[0].text.lower() in {"a", "an"}:
        pieces[0] = replace(pieces[0], text="the")
    return pieces


def _put(name: list[Piece], pronoun: Piece, *, possessive: bool) -> list[Piece]:
    first = replace(name[0], glued=pronoun.glued)
    tail = [Piece(text="’" if name[-1].text.endswith("s") else "’s", glued=True)] if possessive else []
    return [first, *name[1:], *tail]


def _vague_subject(tree: Tree, wording: Wording) -> bool:
    """Tell whether the subject is a bare "the move", which says nothing without the text around it."""
    low, high = wording.subject
    if low < high and (tree.tokens[low].tag in {"WDT", "WP", "WP$"} or tree.tokens[low].text.lower() in _LOOSE):
        return True
    words = [token for token in tree.tokens[low:high] if token.pos != "DET" and token.tag != "CD"]
    if len(words) == 1 and words[0].pos == "ADJ":
        return True  # "the third" leaves its noun to the sentence before
    return (not words and low < high) or (len(words) == 1 and words[0].lemma.lower() in _VAGUE)
