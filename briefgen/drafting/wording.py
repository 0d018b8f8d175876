"""Sentence -> the words of an item: what reads alone, without changing what it says.

Words are only left out or, in [brackets], filled in; none is replaced. What an item says can so be proved from its evidence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting.quote_marks import closed_quotes, in_title, within_quote
from briefgen.model.days import days_in_words
from briefgen.model.tree import SUBJECTS, children, root_index, run_around, subtree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.drafting.takeaways.antecedents import Filling
    from briefgen.model.analysis import Analysis, StorySentence, TimeExpression, Token

LONGEST = 35
"""Words that a takeaway should have at most."""
_SHORTEST = 8  # words that must be left when something is cut off
_CONNECTIVE = re.compile(
    r"""^(?:yet|but|and|so|however|meanwhile|moreover|furthermore|additionally|in\ addition(?!\ to\b)|conversely|nevertheless
    |nonetheless|still|also|thus|therefore|indeed|in\ fact|for\ now|for\ example|for\ instance|on\ the\ other\ hand
    |(?:by|in)\ contrast(?!\ (?:to|with)\b)|as\ a\ result(?!\ of\b)|consequently|similarly|likewise
    |at\ the\ same\ time(?!\ (?:as|that)\b)|of\ course|overall
    |finally|lastly|first|second|third|firstly|secondly|in\ short|in\ turn|then|besides|plus|crucially|notably
    |importantly|separately(?!\ from\b)|beyond\ that|despite\ this|that\ said)\b,?\ +(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
# "still" and the like are a connective only before a comma: "Still a problem" is none.
_NEEDS_COMMA = frozenset(
    """still so first second third then indeed also thus plus finally besides overall yet for and""".split()
)
_MOVES = frozenset(
    "allow ask cause compel enable force get invite lead order persuade press prompt push require tell urge".split()
)
_LONGEST_OBJECT = 12  # tokens between such a verb and its "to"
_CONDITION = frozenset(
    {"if", "unless", "although", "though", "because", "while", "until", "despite", "but", "except", "without", "not"}
)


_COPULAS = frozenset({"be", "remain", "seem", "appear", "become"})
_OPENERS = frozenset({"whether", "that", "if", "how", "what", "who", "when", "where", "why", "to"})
_POINTING = frozenset({"this", "these", "that", "those", "such", "both", "here", "there", "it"})


def opening_cut(text: str) -> int:
    """Give how many characters of a leading connective ("Furthermore, ") can go; 0 where there is none."""
    found = _CONNECTIVE.match(text)
    if not found:
        return 0
    first = found.group(0).split()[0].strip(",").lower()
    if first in _NEEDS_COMMA and "," not in found.group(0) and first not in {"and", "yet"}:
        return 0
    return found.end()


def capitalised(text: str) -> str:
    """Give the text with its first letter in upper case."""
    for offset, character in enumerate(text):
        if character.isalpha():
            return text[:offset] + character.upper() + text[offset + 1 :]
        if character.isdigit():
            return text
    return text


def sentence_words(analysis: Analysis, sentence: StorySentence, filled: Filling | None = None) -> str:
    """Give the sentence as an item's text.

    The label before a colon and a leading connective go; an over-long sentence loses an aside; what its opening leaves
    to the sentence before is `filled` in; a relative date is followed by the days it means.
    """
    start = sentence.label
    start += opening_cut(sentence.text[start:])
    pieces = [(start, _end_after_trimming(sentence, start))]
    pieces = _without_asides(sentence, pieces)
    inserted = _days(analysis, sentence)
    replaced: dict[int, tuple[int, str]] = {}
    if filled is not None:
        token = sentence.tokens[filled.token]
        if filled.instead:
            replaced[token.start] = (token.end, filled.text)
        else:
            inserted[token.end] = filled.text + inserted.get(token.end, "")
    text = closed_quotes(_finished(_assembled(sentence.text, pieces, inserted, replaced)))
    return f"“{text}”" if within_quote(analysis, sentence) else text


def _assembled(
    text: str, pieces: Sequence[tuple[int, int]], inserted: dict[int, str], replaced: dict[int, tuple[int, str]]
) -> str:
    out: list[str] = []
    for start, end in pieces:
        offset = start
        while offset < end:
            if offset in replaced:
                stop, name = replaced[offset]
                out.append(name)
                offset = stop
                continue
            out.append(text[offset])
            offset += 1
            if offset in inserted:
                out.append(inserted[offset])
    return "".join(out)


def _finished(text: str) -> str:
    text = re.sub(r"\s+([,.;:!?])", r"\1", re.sub(r"\s+", " ", text)).strip(" ,;:—–")
    text = capitalised(text)
    return text if re.search(r"[.!?…][”\"’')\]]*$", text) else text + "."


def _days(analysis: Analysis, sentence: StorySentence) -> dict[int, str]:
    """Give what to write behind an expression of time that only the day of publication makes clear: " [3–9 November 2025]"."""
    return {
        _behind(sentence.text, time.end): f" [{days_in_words(time.first, time.last)}]"
        for time in analysis.times
        if time.sentence == sentence.index and _is_relative(time) and not in_title(sentence.text, time)
    }


def _behind(text: str, end: int) -> int:
    """Give the place behind a possessive ending: "Sunday’s [9 March 2025] final"."""
    return end + 2 if text[end : end + 2] in {"’s", "'s"} else end


_RELATIVE = re.compile(
    r"\b(?:tomorrow|yesterday|(?:next|last|this) (?:week|month|year|weekend|quarter)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b",
    re.IGNORECASE,
)


def _is_relative(time: TimeExpression) -> bool:
    """Tell whether the words mean certain days, but only to who knows when they were printed."""
    return (
        time.first is not None
        and time.last is not None
        and bool(_RELATIVE.search(time.text))
        and not any(map(str.isdigit, time.text))
    )


def _end_after_trimming(sentence: StorySentence, start: int) -> int:
    """Cut a trailing clause off a sentence that is too long: one behind a dash or ", which", never a condition or a contrast."""
    tokens = [token for token in sentence.tokens if token.start >= start]
    end = len(sentence.text)
    if _count(sentence.text[start:end]) <= LONGEST:
        return end
    for index in range(len(sentence.tokens) - 1, -1, -1):
        token = sentence.tokens[index]
        if token.start <= start or token.dep not in {"relcl", "advcl", "appos", "acl"}:
            continue
        first, last = run_around(subtree(sentence.tokens, index), index)
        if last < len(sentence.tokens) - 2 or first < 2 or sentence.tokens[first - 1].text not in {",", "—", "–"}:  # noqa: PLR2004  # the full stop may follow
            continue
        if any(t.text.lower() in _CONDITION for t in sentence.tokens[first : first + 3]):
            continue
        moved = (token.lemma.lower() in _MOVES for token in sentence.tokens[max(first - _LONGEST_OBJECT, 0) : first])
        if sentence.tokens[first].tag == "TO" and any(moved):
            continue  # "prompted Quist, by her own telling, to leave": what she was prompted to
        cut = sentence.tokens[first - 1].start
        if _count(sentence.text[start:cut]) >= _SHORTEST and _balanced(sentence.text[start:cut]) and tokens:
            return cut
    return end


def _without_asides(sentence: StorySentence, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take an aside out of the middle of a sentence too long: ", who …,", "(…)", "—…—".

    One is enough: a sentence without all its asides says less than the source means.
    """
    ((start, end),) = pieces
    if _count(sentence.text[start:end]) <= LONGEST:
        return pieces
    for first, behind in (*_relative_clauses(sentence), *_bracketed(sentence.text)):
        aside = sentence.text[first:behind]
        left = _count(sentence.text[start:end]) - _count(aside)
        if start < first and behind < end and _balanced(aside) and left >= _SHORTEST:
            return [(start, first), (behind, end)]
    return pieces


def _relative_clauses(sentence: StorySentence) -> list[tuple[int, int]]:
    """Give the stretches from a comma before "who" or "which" to the comma behind the clause."""
    tokens = sentence.tokens
    found = []
    for index, token in enumerate(tokens):
        if token.dep != "relcl":
            continue
        first, last = run_around(subtree(tokens, index), index)
        opened = first > 0 and tokens[first - 1].text == "," and tokens[first].text.lower() in {"who", "which", "whose"}
        if tokens[last].text == "," and opened:
            last -= 1  # the parse counts the closing comma to the clause, or not
        closing = next((i for i in range(last + 1, min(last + 3, len(tokens))) if tokens[i].text == ","), None)
        if opened and closing is not None:
            # The comma may stand inside a quote that the clause ends with: “endless wars,” is.
            within = sentence.text[tokens[closing].end : tokens[closing].end + 1] in {"”", '"'}
            found.append((tokens[first - 1].start, tokens[closing].end + within))
    return found


def _bracketed(text: str) -> list[tuple[int, int]]:
    """Give asides in brackets, and between a pair of dashes, with the space before them."""
    return [(found.start(), found.end()) for found in re.finditer(r" ?\([^()]*\)| – [^–]* –(?= )|—[^—]*—(?= )", text)]


def _balanced(text: str) -> bool:
    return (
        text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
        and text.count("[") == text.count("]")
    )


def _count(text: str) -> int:
    return len(text.split())


def leading_pronoun(sentence: StorySentence) -> int | None:
    """Give the token of a pronoun that is the sentence's subject at its beginning; None where it begins with a name."""
    start = sentence.label + opening_cut(sentence.told)
    for index, token in enumerate(sentence.tokens):
        if token.start < start:
            continue
        if token.pos == "PRON" and token.dep in SUBJECTS | {"poss"}:
            return None if is_empty_subject(sentence.tokens, index) else index
        if token.dep in SUBJECTS or token.pos in {"NOUN", "PROPN", "VERB", "AUX"}:
            return None
    return None


def pointing_start(sentence: StorySentence) -> bool:
    """Tell whether the sentence begins by pointing back: "This partnership …", "These actions …", "That would …", "Such …"."""
    start = sentence.label + opening_cut(sentence.told)
    for index, token in enumerate(sentence.tokens):
        if token.start >= start and token.pos not in {"PUNCT", "SPACE"}:
            pointing = token.text.lower() in _POINTING and not is_empty_subject(sentence.tokens, index)
            return pointing or _elliptic(sentence)
    return False


def is_empty_subject(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "there" or "it" stands for nothing before: "There are fears", "It is unclear whether …"."""
    token = tokens[index]
    if token.dep == "expl":
        return True
    verb = tokens[token.head]
    if token.text.lower() != "it" or verb.lemma.lower() not in _COPULAS:
        return False
    clauses = ("ccomp", "csubj", "xcomp", "advcl", "relcl", "acl")
    below = subtree(tokens, token.head)
    described = any(tokens[i].dep in {"acomp", "attr"} and tokens[i].head == token.head for i in below)
    opened = any(tokens[i].text.lower() in _OPENERS and tokens[i].start > verb.start for i in below)
    return described and opened and any(tokens[i].dep in clauses and i > token.head for i in below)


def hangs_in_the_air(sentence: StorySentence) -> bool:
    """Tell whether what is said is said of a "this" that the sentence does not name: "Quist estimates that this will save"."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if token.text.lower() not in {"this", "that", "these", "those"} or token.dep not in SUBJECTS:
            continue
        verb = tokens[token.head]
        told = verb.dep == "ccomp" and token.pos == "PRON" and verb.head == root_index(tokens)
        named = any(one.pos == "NOUN" and one.dep in {"dobj", "pobj"} for one in tokens[:index])
        if told and not named and sentence.text[: token.start].count("“") == sentence.text[: token.start].count("”"):
            return True
    return False


def _elliptic(sentence: StorySentence) -> bool:
    """Tell whether the subject leaves its noun to the sentence before: "The third is expected", "Two were hurt"."""
    tokens = sentence.tokens
    root = root_index(tokens) or 0
    subject = next((index for index in children(tokens, root) if tokens[index].dep in SUBJECTS), None)
    if subject is None or tokens[subject].pos not in {"ADJ", "NUM", "DET"}:
        return False
    return not any(tokens[index].dep == "prep" for index in children(tokens, subject))
