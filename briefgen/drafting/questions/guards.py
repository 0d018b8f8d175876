"""Sentences -> what may not become a question: others' words, the past, what the text answers, what is ill formed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefgen.drafting.questions.tree import Tree
    from briefgen.model.analysis import StorySentence

_READER = frozenset({"you", "your", "yours", "yourself", "we", "our", "ours", "us", "i", "my", "me"})
_ADDRESSED = frozenset({"you", "your", "yours", "yourself"})
_BACK_THEN = re.compile(
    r"\b(?:at the time(?! of (?:writing|publication))|at first|initially|back then|for years|for decades"
    r"|unclear then|until (?:now|then|recently)|in (?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONG_AGO = re.compile(
    r"\b(?:(?:years?|months?|decades?) ago|last (?:year|summer|autumn|winter|spring|fall|decade)|in the early days"
    r"|first term|first day|day one|the campaign|campaign trail|(?:in|since|during) (?:[a-z]+ )?(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NARRATED = re.compile(
    r"\W*(?:When\b|That (?:same )?(?:year|month|spring|summer|autumn|fall|winter),"
    r"|In (?:early |late |mid-)?(?:January|February|March|April|May|June|July|August|September|October|November|December),)"
)
"""How a sentence opens that goes back to an earlier episode."""
_UNTRUE = re.compile(
    r"\b(?:unfounded|baseless|debunk\w*|discredited|disproved|conspiracy theor\w+|hoax|falsely|false(?: claim\w*| rumou?r\w*))\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:Will|Would|Can|Could|Should|May|Might|Must|Is|Are|Was|Were|Do|Does|Did|Has|Have|Had"
    r"|(?:(?:To|By|At|In|Under|For|From|With) )?"
    r"(?:[Ww]ho|[Ww]hom|[Ww]hose|[Ww]hat|[Ww]hich|[Ww]hen|[Ww]here|[Ww]hy|[Hh]ow))\b"
)
_FRAGMENT = re.compile(
    r"(?:,|\b(?:and|or|but|the|a|an|of|to|for|with|by|that|which|whether|if|as|than|its|their|his|her))\?$"
)
_MARKER = re.compile(r"\[[a-z]+:|https?://|[*_#<>|{}]|\bcite\b|\bthen-", re.IGNORECASE)
_EMPTY_QUOTES = re.compile(r"[“\"]\W*[”\"]")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))
_FEWEST_WORDS = 3


def outside_quotes(sentences: Sequence[StorySentence]) -> tuple[tuple[bool, ...], ...]:
    """Tell which words are the article's own.

    A quotation may run over the sentences of its block; straight marks open and close in turn.

    Args:
        sentences: The story.

    Returns:
        For each sentence, for each token, True outside quote marks. The marks themselves count as inside.
    """
    result = []
    block, inside = -1, False
    for sentence in sentences:
        if sentence.block != block:
            block, inside = sentence.block, False
        flags = []
        for token in sentence.tokens:
            mark = False
            for character in token.text:
                if character in '“”"':
                    mark = True
                    inside = character == "“" or (character == '"' and not inside)
            flags.append(not inside and not mark)
        result.append(tuple(flags))
    return tuple(result)


def addresses_reader(sentence: StorySentence) -> bool:
    """Tell whether a sentence speaks to the reader or of "us"."""
    return any(token.text.lower() in _READER and token.text != "US" for token in sentence.tokens)


def own_words_address_reader(tree: Tree) -> bool:
    """Tell whether a sentence speaks to the reader outside quote marks."""
    words = (token.text for token, outside in zip(tree.tokens, tree.outside, strict=True) if outside)
    return any(word.lower() in _ADDRESSED for word in words)


def back_then(tree: Tree, cue: int) -> bool:
    """Tell whether something was open only at a time that is over: "it was unclear then", "in 2014 nobody knew"."""
    if not any(_tells_when(tree, cue, found.start()) for found in _BACK_THEN.finditer(tree.sentence.text)):
        return False
    verb = cue
    while tree.finite(verb) is None and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    return tree.past(verb)


def _tells_when(tree: Tree, cue: int, start: int) -> bool:
    """Tell whether a time may be that of the cue: not in "a law, which was passed in 2012", which only describes."""
    at = next((index for index, token in enumerate(tree.tokens) if token.end > start), 0)
    while tree.tokens[at].head != at:
        if tree.tokens[at].dep == "relcl":
            low, high = tree.span(at)
            return low <= cue < high
        at = tree.tokens[at].head
    return True


def long_ago(tree: Tree, cue: int, year: int | None) -> bool:
    """Tell whether a plan or a demand was made so long ago that the text would tell if it were still open.

    Args:
        tree: A sentence.
        cue: The word that tells of the plan or demand.
        year: Of publication, if known.

    Returns:
        True where the sentence is in the past and names an earlier year, or says how long ago it was.
    """
    verb = cue
    while tree.finite(verb) is None and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    text = tree.sentence.text
    earlier = year is not None and any(int(found) < year for found in _YEAR.findall(text))
    return tree.past(verb) and (earlier or bool(_LONG_AGO.search(text)) or bool(_NARRATED.match(text)))


def called_untrue(tree: Tree) -> bool:
    """Tell whether the article itself calls what somebody claims untrue: "citing an unfounded theory"."""
    found = _UNTRUE.search(tree.sentence.text)
    at = None if found is None else next((i for i, one in enumerate(tree.tokens) if one.start >= found.start()), None)
    return at is not None and tree.outside[at]


def reported_as_done(trees: Iterable[Tree]) -> dict[tuple[str, str], frozenset[int]]:
    """Find what the story reports as done: a question that another sentence answers so is none.

    Args:
        trees: The story.

    Returns:
        By the lemmas of subject (lower case) and verb, the sentences that have both in the article's own voice in a plain past.
    """
    found: dict[tuple[str, str], set[int]] = {}
    for tree in trees:
        for index, token in enumerate(tree.tokens):
            if token.tag not in {"VBD", "VBN"} or not tree.outside[index]:
                continue
            at = tree.subject(index)
            if at is None or tree.negated(index):
                continue
            finite = tree.finite(index)
            conditional = any(tree.tokens[child].dep == "mark" for child in tree.children[index])
            if finite is not None and tree.tokens[finite].tag != "MD" and not conditional:
                found.setdefault((tree.tokens[at].lemma.lower(), token.lemma), set()).add(tree.sentence.index)
    return {words: frozenset(sentences) for words, sentences in found.items()}


def well_formed(text: str) -> bool:
    """Tell whether a question reads as one.

    Args:
        text: A question with its mark.

    Returns:
        True where it opens with an auxiliary or a wh-word, has one question mark, at its end, its quote marks and
        brackets close, no word is left hanging, and no machine marker or markup is in it.
    """
    if text.count("?") != 1 or not text.endswith("?") or not _OPENING.match(text):
        return False
    if _EMPTY_QUOTES.search(text) or _READER.intersection(text.replace("US", "").lower().split()):
        return False
    if " ," in text or any(text.count(left) != text.count(right) for left, right in _PAIRS) or text.count('"') % 2:
        return False
    return len(text.split()) >= _FEWEST_WORDS and not _FRAGMENT.search(text) and not _MARKER.search(text)
