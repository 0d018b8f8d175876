"""Subject of a verb -> the words for who acts: by name where one stands beside, with ’s where that reads well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.watch import words
from briefgen.drafting.watch.phrase import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.drafting.questions.tree import Tree
    from briefgen.drafting.watch.phrase import Words

_POINTING = frozenset({"PRP", "PRP$", "WDT", "WP", "WP$", "WRB"})
_LONGEST_SUBJECT = 9
_LONGEST_POSSESSIVE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Doer:
    """Who acts."""

    tokens: tuple[int, ...]
    text: str
    """Without its article where it stands first."""
    full: str
    """As the sentence has it, to stand after "by"."""
    possessive: str | None
    """With ’s, where that reads well."""


def doer(collect: Words, subject: int, *, bare: bool = True, name: str = "") -> Doer | None:
    """Give the words for who acts; None where they would not stand alone.

    Args:
        collect: Gathers words of the sentence.
        subject: The token.
        bare: Whether an article at the beginning is left out.
        name: What a pronoun stands for; it comes in [brackets], since the sentence itself does not say it.
    """
    tree = collect.tree
    if name:
        short = name.removeprefix("the ") if bare else name
        ending = "’" if short.endswith("s") and tree.plural(subject) else "’s"
        return Doer(tokens=(subject,), text=f"[{short}]", full=f"[{name}]", possessive=f"[{short}{ending}]")
    if not words.names_something(tree.tokens[subject]):
        return None
    subject = _by_name(tree, subject)
    kept = collect.noun(subject, _LONGEST_SUBJECT, bare=bare)
    if kept and tree.tokens[kept[-1]].tag == "POS":
        kept = kept[:-1]  # "the president's promise to …"
    if not stands(tree, kept):
        return None
    kept = _second_name(tree, subject, kept)
    text = joined(tree, kept)
    owns = any(tree.tokens[i].tag == "POS" for i in kept)  # "Norway's minister's visit" reads badly
    brief = kept[-1] == subject and len(kept) <= _LONGEST_POSSESSIVE and not owns
    plural = tree.tokens[subject].tag in {"NNS", "NNPS"} or text[-2:-1].isupper()  # "MPs"
    mark = "'" if "'" in tree.sentence.text and "’" not in tree.sentence.text else "’"
    ending = mark if text.endswith("s") and plural else f"{mark}s"
    article = collect.noun(subject, _LONGEST_SUBJECT + 1)
    if tree.tokens[article[-1]].tag == "POS":
        article = article[:-1]
    whole = article[-1:] == kept[-1:] and len(article) <= len(kept) + 1
    return Doer(
        tokens=tuple(kept),
        text=text,
        full=lowered(tree, article) if whole else text,
        possessive=text + ending if brief else None,
    )


def _second_name(tree: Tree, subject: int, kept: list[int]) -> list[int]:
    """Part "told the Herald | Norway was ready", which the parse reads as one name."""
    if tree.tokens[subject].entity != "GPE" or not tree.tokens[subject].entity_begins or subject - 1 not in kept:
        return kept
    return [i for i in kept if i >= subject] if tree.tokens[subject - 1].entity == "ORG" else kept


def _by_name(tree: Tree, subject: int) -> int:
    """Give the name that stands beside a description: "the committee's chairman, Senator Anna Berg"."""
    if tree.tokens[subject].pos != "NOUN" and not any(
        tree.tokens[i].tag == "PRP$" for i in tree.children[subject] if i < subject
    ):
        return subject
    found = tree.has(subject, "appos")
    named = found is not None and tree.tokens[found].entity == "PERSON" and tree.tokens[found].pos == "PROPN"
    return found if found is not None and named and not tree.plural(subject) else subject


def lowered(tree: Tree, kept: Sequence[int]) -> str:
    """Join a phrase that begins with an article so that it can stand within another."""
    text = joined(tree, kept)
    first = tree.tokens[kept[0]]
    plain = first.tag == "DT" or (
        kept[0] == 0 and first.pos in {"ADJ", "NOUN", "ADV", "NUM", "DET"} and first.entity == ""
    )
    return text[0].lower() + text[1:] if (plain and text[1:2].islower()) or first.text == "A" else text


def stands(tree: Tree, kept: Sequence[int]) -> bool:
    """Tell whether a phrase reads alone: no pronoun in it."""
    return bool(kept) and not any(tree.tokens[i].tag in _POINTING for i in kept)
