"""Analysis -> takeaways: the sentences that carry the news, worded to stand alone, with their standing and their speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.kinds import label
from briefgen.drafting.takeaways.antecedents import filling
from briefgen.drafting.wording import sentence_words
from briefgen.model.briefing import Evidence, Takeaway

if TYPE_CHECKING:
    from briefgen.model.analysis import Analysis, StorySentence


def takeaway(analysis: Analysis, sentence: StorySentence) -> Takeaway:
    """Word one sentence as a takeaway."""
    standing = label(analysis, sentence)
    return Takeaway(
        text=sentence_words(analysis, sentence, filling(analysis, sentence)),
        kind=standing.kind,
        said_by=standing.said_by,
        evidence=(evidence(sentence),),
    )


def evidence(sentence: StorySentence) -> Evidence:
    """Give the sentence's words, without the label before a colon."""
    return Evidence(quote=sentence.told)
