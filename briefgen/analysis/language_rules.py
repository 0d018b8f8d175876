"""spaCy's attribute ruler -> the same ruler, which tries its rules once for each word in a role instead of at each word.

The rules that give a word its part of speech are an eighth of what a pipeline costs: some 170 patterns are tried at every
token, though nearly all of them ask for no more than its letters, its tag and its dependency.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

    Match = tuple[int, int, int, int]

_OF_A_WORD_IN_ITS_ROLE = frozenset(
    {"DEP", "IS_ALPHA", "IS_DIGIT", "IS_PUNCT", "IS_SPACE", "LENGTH", "LOWER", "ORTH", "TAG", "TEXT"}
)
"""What a pattern may ask for if its answer is to be remembered for a word with its tag and its dependency."""
_MOST_REMEMBERED = 50_000


def remember_rules(nlp: Language) -> None:
    """Let a pipeline's attribute ruler remember; a pipeline that has none stays as it is."""
    # Imported by whoever loaded the pipeline: it takes half a second, which a run that drafts nothing need not spend.
    from spacy.pipeline import AttributeRuler  # noqa: PLC0415

    for _, component in nlp.pipeline:
        if type(component) is AttributeRuler:
            component.match = _Remembering(component)  # type: ignore[method-assign]  # of this one ruler


class _Remembering:
    """Gives the matches of a ruler's patterns, in the ruler's own order."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415  # as above

        self._words = Matcher(ruler.vocab, validate=False)
        self._contexts = Matcher(ruler.vocab, validate=False)
        for number, rule in enumerate(ruler.patterns):
            key = str(number)
            patterns: Any = rule["patterns"]  # a list of lists of dicts; the library's own type says more
            alone = [pattern for pattern in patterns if _asks_for_one_word(pattern)]
            others = [pattern for pattern in patterns if not _asks_for_one_word(pattern)]
            for matcher, wanted in ((self._words, alone), (self._contexts, others)):
                if wanted:
                    matcher.add(key, wanted)
        self._numbers = {ruler.vocab.strings[str(number)]: number for number in range(len(ruler.attrs))}
        self._known: dict[tuple[int, int, int], tuple[tuple[int, int], ...]] = {}

    def __call__(self, doc: Doc) -> list[Match]:
        """Give number and key of each rule that matches, with the first token and one past the last, sorted."""
        matches = [(self._numbers[key], key, start, end) for key, start, end in self._contexts(doc, allow_missing=True)]
        for place, word in enumerate(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist())):
            known = self._known.get(word)
            if known is None:
                known = self._remember(word, doc, place)
            matches.extend((number, key, place, place + 1) for number, key in known)
        matches.sort()
        return matches

    def _remember(self, word: tuple[int, int, int], doc: Doc, place: int) -> tuple[tuple[int, int], ...]:
        found = self._words(doc[place : place + 1], allow_missing=True)
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.clear()
        self._known[word] = tuple((self._numbers[key], key) for key, _, _ in found)
        return self._known[word]


def _asks_for_one_word(pattern: list[dict[str, Any]]) -> bool:
    return len(pattern) == 1 and _OF_A_WORD_IN_ITS_ROLE.issuperset(pattern[0])
