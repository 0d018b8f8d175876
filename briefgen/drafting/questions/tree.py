"""StorySentence -> its words as a tree: children, subjects, auxiliaries, spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.analysis import StorySentence, Token

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
AUXILIARY = frozenset({"aux", "auxpass"})
DASHES = frozenset({"—", "–", "--", "―", "-"})
_NO = frozenset({"no", "nobody", "none", "neither", "nothing", "few", "little", "nowhere", "hardly", "scant"})
_NEGATION = frozenset({"not", "n't", "n’t", "never", "nor"})


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """A sentence's tokens with what hangs on each. Tokens are named by their index in the sentence."""

    sentence: StorySentence
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    """For each token the tokens that it governs, in the order of the sentence."""
    outside: tuple[bool, ...]
    """For each token whether it stands outside quote marks, and thus in the article's own voice."""

    def has(self, index: int, *dependencies: str) -> int | None:
        """Give the first child of a token with one of these dependencies."""
        for child in self.children[index]:  # asked 3,000 times an article: a generator would take twice as long
            if self.tokens[child].dep in dependencies:
                return child
        return None

    def subject(self, verb: int) -> int | None:
        """Give the head of a verb's own subject, an expletive only where there is nothing else."""
        found = self.has(verb, "nsubj", "nsubjpass", "csubj", "csubjpass")
        return self.has(verb, "expl") if found is None else found

    def owner(self, verb: int) -> int | None:
        """Give a verb's subject, or the one that it shares with the verb it is joined to or controlled by."""
        seen = 0
        while seen < len(self.tokens):
            if (found := self.subject(verb)) is not None:
                return found
            token = self.tokens[verb]
            if token.dep not in {"conj", "xcomp", "advcl", "pcomp"} or token.head == verb:
                return None
            verb, seen = token.head, seen + 1
        return None

    def subject_span(self, verb: int) -> tuple[int, int]:
        """Give the words of a verb's own subject; the parse may have torn "the co-founder" into three subjects."""
        found = self.subject(verb)
        if found is None:
            return (0, 0)
        low, high = self.span(found)
        for child in self.children[verb]:
            if child == high and self.tokens[child].dep in SUBJECT:
                high = self.span(child)[1]
        return low, high

    def owner_span(self, verb: int) -> tuple[int, int]:
        """Give the words of a verb's owner, for "which" those of the noun that it stands for; empty where none is."""
        owner = self.owner(verb)
        if owner is None:
            return (0, 0)
        if self.tokens[owner].tag not in {"WDT", "WP"}:
            return self.span(owner)
        at = self.tokens[owner].head
        while self.tokens[at].dep != "relcl" and self.tokens[at].head != at:
            at = self.tokens[at].head
        noun = self.tokens[at].head
        low = self.span(noun)[0]
        # A bare "fishermen who must decide" is nobody in particular.
        return (low, noun + 1) if noun < owner and (low < noun or self.tokens[noun].pos == "PROPN") else (0, 0)

    def span(self, index: int) -> tuple[int, int]:
        """Give the first token of a subtree, and one past its last."""
        low = high = index
        pending = [index]
        while pending:
            at = pending.pop()
            low, high = min(low, at), max(high, at)
            pending.extend(self.children[at])
        return low, high + 1

    def auxiliaries(self, verb: int) -> tuple[int, ...]:
        """Give the auxiliaries of a verb, infinitival "to" left out."""
        return tuple(
            child
            for child in self.children[verb]
            if self.tokens[child].dep in AUXILIARY and self.tokens[child].tag != "TO" and child < verb
        )

    def finite(self, verb: int) -> int | None:
        """Give the word of a clause that carries its tense: the first auxiliary, or the verb itself."""
        for auxiliary in self.auxiliaries(verb):
            return auxiliary if self.tokens[auxiliary].tag in FINITE else None
        return verb if self.tokens[verb].tag in FINITE and not self.infinitive(verb) else None

    def infinitive(self, verb: int) -> bool:
        """Tell whether "to" stands before a verb."""
        return any(self.tokens[child].tag == "TO" and child < verb for child in self.children[verb])

    def infinitive_below(self, verb: int) -> bool:
        """Tell whether a verb governs another with "to": "has yet to decide"."""
        return any(self.infinitive(child) for child in self.children[verb])

    def past(self, verb: int) -> bool:
        """Tell whether a clause is in the past: "was", "did not say", but not "has not said"."""
        at = self.finite(verb)
        return at is not None and (self.tokens[at].tag == "VBD" or self.tokens[at].text.lower() in {"would", "could"})

    def negated(self, index: int) -> bool:
        """Tell whether a verb, an adjective or a noun is denied: "not clear", "no decision", "neither side said"."""
        for child in self.children[index]:
            token = self.tokens[child]
            word = token.text.lower()
            if token.dep == "neg" or word in _NEGATION or (token.dep in {"det", "amod"} and word in _NO):
                return True
            if token.dep in SUBJECT and (word in _NO or self._denied(child)):
                return True
        return False

    def _denied(self, noun: int) -> bool:
        return any(
            self.tokens[child].dep in {"det", "amod", "preconj", "cc"} and self.tokens[child].text.lower() in _NO
            for child in self.children[noun]
        )

    def plural(self, noun: int) -> bool:
        """Tell whether a subject takes a plural verb."""
        token = self.tokens[noun]
        if token.tag in {"NNS", "NNPS"} or token.text.lower() in {
            "they",
            "we",
            "these",
            "those",
            "many",
            "both",
            "few",
        }:
            return True
        joined = any(self.tokens[child].dep == "conj" for child in self.children[noun])
        return joined and any(self.tokens[child].text.lower() == "and" for child in self.children[noun])


def plant(sentence: StorySentence, outside: tuple[bool, ...]) -> Tree:
    """Make the tree of a sentence.

    Args:
        sentence: With the parse.
        outside: For each token whether it stands outside quote marks.

    Returns:
        The tree.
    """
    children: list[list[int]] = [[] for _ in sentence.tokens]
    for index, token in enumerate(sentence.tokens):
        if token.head != index:
            children[token.head].append(index)
    return Tree(sentence, sentence.tokens, tuple(map(tuple, children)), outside)
