"""Sentence -> what its own words show: figures, verbs of deciding, hedges, and what keeps it from standing alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.drafting.figures import figures
from briefgen.drafting.wording import opening_cut
from briefgen.model.tree import children, root_index

if TYPE_CHECKING:
    from briefgen.model.analysis import StorySentence

_DECIDES = frozenset(
    """accept accuse agree announce approve arrest ask ban begin block call cancel cut declare delay demand deny deploy
    dismiss elect end expect expel extend fall fire halt impose increase invade kill launch lose offer open order
    plan pledge postpone press propose raise reach reduce refuse reject release replace require resign rise rule
    sanction say scrap sell sign strike suspend threaten vote vow warn win withdraw""".split()
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us)\b")
_CONTRAST = re.compile(r"\s*(?:but|however|yet|still|despite|although|while|nevertheless)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:unclear|uncertain\w*|not yet|whether|depends?|unresolved|remains?|yet to)\b", re.IGNORECASE)
_ABOUT_ITSELF = re.compile(
    r"""\b(?:readers?|reporting|(?:news|media)\ coverage|at\ the\ time\ of\ (?:publication|writing)
    |this\ (?:article|piece|report|story|column|post|essay|analysis|section)
    |the\ (?:article|piece|sections?|following\ sections?)\ (?:below|above|argues?|looks?|examines?|explains?|shows?|frames?)
    |did\ not\ (?:immediately\ )?(?:respond|reply)|declined\ to\ comment|requests?\ for\ comment)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What a text says of itself and of its making is no news."""
_CAPTION = re.compile(
    r"""\b(?:pictured|photo(?:graph)?|file|image|seen\ here|poses?|looks?\ on|walks?\ past|gestures?|makes?\ a\ speech
    |(?:left|right|centre|center)\))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NEW = re.compile(
    r"\b(?:now|already|new|latest|for the first time|again|no longer|next|further|still)\b", re.IGNORECASE
)
_WILL = frozenset({"will", "’ll", "'ll", "shall"})
# Words without which the patterns cannot be found: looking them up costs a tenth of the search.
_OPEN_WORDS = frozenset(
    {"unclear", "uncertain", "uncertainty", "uncertainties", "uncertainly", "yet", "whether", "depend", "depends"}
    | {"unresolved", "remain", "remains"}
)
_ABOUT_ITSELF_WORDS = frozenset(
    {"reader", "readers", "reporting", "coverage", "publication", "writing", "article", "piece", "report", "story"}
    | {"column", "post", "essay", "analysis", "section", "sections", "respond", "reply", "comment"}
)
_CAPTION_WORDS = frozenset(
    {"pictured", "photo", "photograph", "file", "image", "seen", "pose", "poses", "look", "looks", "walk", "walks"}
    | {"gesture", "gestures", "make", "makes", "left", "right", "centre", "center"}
)
_NEW_WORDS = frozenset({"now", "already", "new", "latest", "time", "again", "longer", "next", "further", "still"})
_AVERAGE = 20  # words of a sentence of news


def word_features(sentence: StorySentence) -> list[tuple[str, float]]:
    """Give what the words of one sentence show, by name."""
    return [*_says(sentence), *_faults(sentence)]


def _says(sentence: StorySentence) -> list[tuple[str, float]]:
    tokens, text = sentence.tokens, sentence.told
    count = len(text.split())
    words = frozenset(part for token in tokens for part in token.text.lower().split("-"))
    root = root_index(tokens)
    near = [] if root is None else [tokens[index] for index in children(tokens, root)]
    printed = figures(tokens)
    aux = {token.text.lower() for token in near if token.dep in {"aux", "auxpass"}}
    lemma = "" if root is None else tokens[root].lemma
    return [
        ("figures", float(bool(printed))),
        ("money or a share", float(any(token.entity in {"MONEY", "PERCENT"} for token in printed))),
        ("decides or says", float(_decides(sentence))),
        ("will", float(bool(aux & _WILL))),
        ("had", float("had" in aux)),
        ("has", float(bool(aux & {"has", "have"}))),
        ("is, without a figure", float(lemma == "be" and tokens[root or 0].tag in {"VBZ", "VBP"} and not printed)),
        ("turns against what precedes", float(bool(_CONTRAST.match(text)))),
        ("leaves something open", _found(_OPEN, _OPEN_WORDS, words, text)),
        ("of the article itself", _found(_ABOUT_ITSELF, _ABOUT_ITSELF_WORDS, words, text)),
        ("like a caption", _found(_CAPTION, _CAPTION_WORDS, words, text) * float(bool(re.search(r"\d{4}", text)))),
        ("what is new", _found(_NEW, _NEW_WORDS, words, text)),
        ("share of proper names", sum(t.pos == "PROPN" for t in tokens) / (len(tokens) or 1)),
        ("words", min(count, 40) / 40),
        ("words beyond the usual", max(0, min(count, 60) - _AVERAGE) / 40),
        ("quoted share", _quoted_share(text)),
    ]


def _found(pattern: re.Pattern[str], hints: frozenset[str], words: frozenset[str], text: str) -> float:
    """Give 1 where the pattern stands in the text; it is looked for only where one of its words does."""
    return float(not hints.isdisjoint(words) and pattern.search(text) is not None)


def _quoted_share(text: str) -> float:
    quoted = sum(len(found) for found in re.findall(r"“[^”]*”?|\"[^\"]*\"?", text))
    return quoted / (len(text) or 1)


def _decides(sentence: StorySentence) -> bool:
    """Tell whether the main verb, or the verb it reports, is one of deciding, demanding, announcing or striking."""
    tokens = sentence.tokens
    root = root_index(tokens)
    return any(
        token.lemma.lower() in _DECIDES and (index == root or (token.head == root and token.dep in {"ccomp", "xcomp"}))
        for index, token in enumerate(tokens)
    )


def _faults(sentence: StorySentence) -> list[tuple[str, float]]:
    text = sentence.told
    count = len(text.split())
    ends = text.rstrip("”\"’')] ").endswith((".", "!", "?", "…"))
    return [
        ("begins with a connective", float(bool(opening_cut(text)))),
        ("begins with a quote", float(text.lstrip()[:1] in {"“", '"', "‘"})),
        ("first person", float(bool(_FIRST_PERSON.search(text)))),
        ("no full stop", float(not sentence.bullet and not ends and sentence.text[-1:] not in '”"')),
        ("short", float(count < 10)),  # noqa: PLR2004  # words
        ("long", float(count > 45)),  # noqa: PLR2004  # words; over 35 a reader needs two breaths, over 45 the check says so
    ]
