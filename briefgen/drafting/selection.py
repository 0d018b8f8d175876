"""Sentences -> the few that carry the news: score each, then choose what adds to those already chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafting.in_sentence import in_sentence
from briefgen.drafting.wording import leading_pronoun, pointing_start
from briefgen.model.tree import root_index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Analysis, StorySentence

MOST = 6
LEAST = 3
_REPETITION = 0.6
_STOP = 0.45
"""Share of the best score below which nothing more is taken."""
_OLD = 45  # days before publication: what is farther back is background
_FIGURES = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_DECIDES = frozenset(
    """accept accuse agree announce approve arrest ask ban begin block call cancel cut declare delay demand deny deploy
    dismiss elect end expect expel extend fall fire halt impose increase invade kill launch lose offer open order
    plan pledge postpone press propose raise reach reduce refuse reject release replace require resign rise rule
    sanction say scrap sell sign strike suspend threaten vote vow warn win withdraw""".split()
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us)\b")
_TO_READER = re.compile(r"\b(?:you|your|let['’]s)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence that may become a takeaway."""

    sentence: StorySentence
    score: float
    cues: tuple[str, ...]
    """What the score is made of, as `position +0.62`."""


def candidates(analysis: Analysis) -> tuple[Scored, ...]:
    """Score the sentences that can stand in a briefing, the best first; equal ones in the order of the text."""
    sectioned = is_sectioned(analysis)
    highest = max((sentence.salience for sentence in analysis.sentences), default=0.0) or 1.0
    scored = [
        _scored(analysis, sentence, sectioned=sectioned, highest=highest)
        for sentence in analysis.sentences
        if _can_stand(sentence)
    ]
    return tuple(sorted(scored, key=lambda one: (-one.score, one.sentence.index)))


def choose(scored: Sequence[Scored], most: int = MOST) -> tuple[Scored, ...]:
    """Take the best, each time lessened by what it repeats of those taken; stop where the rest falls far behind."""
    taken: list[Scored] = []
    words = {one.sentence.index: _words(one.sentence) for one in scored}
    waiting = list(scored[:40])  # beyond the best forty nothing was ever taken
    while waiting and len(taken) < most:
        worth = [(one.score - _REPETITION * _repeats(words, one, taken), one) for one in waiting]
        best_worth, best = max(worth, key=lambda pair: (pair[0], -pair[1].sentence.index))
        if len(taken) >= LEAST and best_worth < _STOP * scored[0].score:
            break
        waiting.remove(best)
        if _repeats(words, best, taken) < 0.6:  # noqa: PLR2004  # share of its words; more says the same again
            taken.append(best)
    return tuple(taken)


def _repeats(words: dict[int, frozenset[str]], one: Scored, taken: Sequence[Scored]) -> float:
    """Give the greatest share of the sentence's words that one sentence already taken holds."""
    mine = words[one.sentence.index]
    return max((len(mine & words[other.sentence.index]) / (len(mine) or 1) for other in taken), default=0.0)


def _words(sentence: StorySentence) -> frozenset[str]:
    return frozenset(token.lemma.lower() for token in sentence.tokens if token.pos in _CONTENT)


def is_sectioned(analysis: Analysis) -> bool:
    """Tell an analysis in sections from a news story, which tells its news first.

    Weights trained on news just take the first sentences of the first: useless there.
    """
    headings = [block for block in analysis.article.blocks if block.kind == "heading"]
    early = any(block.kind == "heading" for block in analysis.article.blocks[:3])
    return len(headings) >= 4 or (early and len(headings) >= 3)  # noqa: PLR2004  # as described


def _can_stand(sentence: StorySentence) -> bool:
    text = sentence.told
    count = len(text.split())
    return (
        sentence.quotable
        and 6 <= count <= 70  # noqa: PLR2004  # fewer words name no actor and action, more are no sentence
        and not text.rstrip("”\"’' ").endswith(("?", ":", "…", "..."))
        and any(token.tag in {"VBD", "VBZ", "VBP", "MD", "VBN", "VBG", "VB"} for token in sentence.tokens)
        and not _TO_READER.search(_outside_quotes(text))
    )


def _outside_quotes(text: str) -> str:
    return re.sub(r"“[^”]*”?|\"[^\"]*\"?", " ", text)


def _scored(analysis: Analysis, sentence: StorySentence, *, sectioned: bool, highest: float) -> Scored:
    cues: list[tuple[str, float]] = []
    cues.append(("position", _position(analysis, sentence, sectioned=sectioned)))
    cues.append(("near the whole story", 0.8 * sentence.salience / highest))
    cues.append(("in the title", 0.3 * _share_of_title(analysis, sentence)))
    if sentence.purpose == "takeaways":
        cues.append(("the article's own takeaways", 1.3 if sentence.bullet or sentence.label else 0.4))
    if sentence.purpose == "watch":
        cues.append(("what to watch", -0.3))
    acting = sum(
        any(mention.acts for mention in in_sentence(entity.mentions, sentence.index))
        for entity in analysis.entities[:8]
    )
    cues.append(("who acts", 0.12 * min(acting, 3)))
    if any(token.entity in _FIGURES and any(map(str.isdigit, token.text)) for token in sentence.tokens):
        cues.append(("figures", 0.12))
    if _decides(sentence):
        cues.append(("decides or says", 0.15))
    if any(time.ahead for time in in_sentence(analysis.times, sentence.index)):
        cues.append(("looks ahead", 0.15))
    if _background(analysis, sentence):
        cues.append(("background", -0.3))
    statement = next(iter(in_sentence(analysis.statements, sentence.index)), None)
    if statement is not None and statement.entity is not None:
        cues.append(("a named speaker", 0.1))
    if statement is not None and statement.belief:
        cues.append(("a judgement", 0.15))
    cues.extend(_faults(sentence, has_speaker=statement is not None))
    return Scored(
        sentence=sentence,
        score=sum(weight for _, weight in cues),
        cues=tuple(f"{name} {weight:+.2f}" for name, weight in cues if weight),
    )


def _share_of_title(analysis: Analysis, sentence: StorySentence) -> float:
    """Give the share of the title's longer words that the sentence holds, 0 to 1."""
    title = {word.lower() for word in re.findall(r"\w{4,}", analysis.article.source.title or "")}
    return len(title & {token.text.lower() for token in sentence.tokens}) / len(title) if title else 0.0


def _decides(sentence: StorySentence) -> bool:
    """Tell whether the main verb, or the verb it reports, is one of deciding, demanding, announcing or striking."""
    tokens = sentence.tokens
    root = root_index(tokens)
    return any(
        token.lemma.lower() in _DECIDES and (index == root or (token.head == root and token.dep in {"ccomp", "xcomp"}))
        for index, token in enumerate(tokens)
    )


def _background(analysis: Analysis, sentence: StorySentence) -> bool:
    """Tell whether every day that the sentence names lies long before the publication, or whether it defines something."""
    published = analysis.article.source.published
    ends = [time.last or time.first for time in in_sentence(analysis.times, sentence.index) if not time.ahead]
    dated = [end for end in ends if end is not None]
    if published and dated and len(dated) == len(ends) and all((published - end).days > _OLD for end in dated):
        return True
    at = root_index(sentence.tokens)
    root = None if at is None else sentence.tokens[at]
    figures = any(token.entity in _FIGURES for token in sentence.tokens)
    return root is not None and root.lemma == "be" and root.tag in {"VBZ", "VBP"} and not figures


def _position(analysis: Analysis, sentence: StorySentence, *, sectioned: bool) -> float:
    if not sectioned:
        share = sentence.index / max(1, len(analysis.sentences))
        return 1.0 / (1.0 + 0.2 * sentence.index) - 0.15 * share
    first_of_section = sentence.in_block == 0 and (
        sentence.index == 0 or analysis.sentences[sentence.index - 1].section != sentence.section
    )
    return 0.2 if first_of_section else 0.05 if sentence.in_block == 0 else 0.0


def _faults(sentence: StorySentence, *, has_speaker: bool) -> list[tuple[str, float]]:
    text = sentence.told
    found = []
    if pointing_start(sentence):
        found.append(("points back", -0.45))
    elif leading_pronoun(sentence) is not None:
        found.append(("begins with a pronoun", -0.35))
    quoted = text.lstrip()[:1] in {"“", '"', "‘"}
    if quoted and not has_speaker:
        found.append(("a quote without its speaker", -0.6))
    elif quoted:
        found.append(("begins with a quote", -0.15))
    if _FIRST_PERSON.search(text):
        found.append(("first person", -0.25))
    if (
        not sentence.bullet
        and not text.rstrip("”\"’')] ").endswith((".", "!", "?", "…"))
        and sentence.text[-1:] not in '”"'
    ):
        found.append(("no full stop", -0.6))
    count = len(text.split())
    if count < 10:  # noqa: PLR2004  # words
        found.append(("short", -0.3))
    elif count > 45:  # noqa: PLR2004  # words; over 35 a reader needs two breaths, over 45 the check says so
        found.append(("long", -0.4))
    return found
