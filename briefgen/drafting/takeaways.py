"""Analysis -> takeaways: the sentences that carry the news, worded to stand alone, with their standing and their speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.kinds import label
from briefgen.drafting.wording import leading_pronoun, sentence_words
from briefgen.model.briefing import Evidence, Takeaway

if TYPE_CHECKING:
    from briefgen.model.analysis import Analysis, StorySentence


def takeaway(analysis: Analysis, sentence: StorySentence) -> Takeaway:
    """Word one sentence as a takeaway."""
    standing = label(analysis, sentence)
    return Takeaway(
        text=sentence_words(analysis, sentence, _who_is_meant(analysis, sentence)),
        kind=standing.kind,
        said_by=standing.said_by,
        evidence=(evidence(sentence),),
    )


def evidence(sentence: StorySentence) -> Evidence:
    """Give the sentence's words, without the label before a colon."""
    return Evidence(quote=sentence.told)


def _who_is_meant(analysis: Analysis, sentence: StorySentence) -> dict[int, str]:
    """Give the name for a pronoun that begins the sentence, where the sentence before names exactly one person who acts."""
    token = leading_pronoun(sentence)
    if token is None or sentence.index == 0:
        return {}
    word = sentence.tokens[token].text.lower()
    if word not in {"he", "she"}:
        return {}
    previous = sentence.index - 1
    people = [
        entity
        for entity in analysis.entities
        if entity.kind == "person" and any(mention.sentence == previous for mention in entity.mentions)
    ]
    if len(people) != 1 or not any(m.acts for m in people[0].mentions if m.sentence == previous):
        return {}
    return {token: people[0].name}
