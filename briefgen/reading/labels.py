"""A block's first sentence -> the words before a colon that name the block: "Sanctions Plateaued: The latest …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.reading.shapes import is_title_case, words

if TYPE_CHECKING:
    from briefgen.model.article import BlockKind

_LABEL = re.compile(r"([^:.!?;“”\"]{2,90}):\s+(?=\S)")
_SPEECH = re.compile(
    r"\b(?:said|says|added|adds|told|asked|asks|wrote|writes|replied|stated|states|warned|warns|noted|notes|declared|tweeted|"
    r"posted|reported|continued|concluded|argued|explained|clear|following|context|example|as follows|including|include|"
    r"are|is|was|were)$",
    re.IGNORECASE,
)
_MOST_WORDS = 9
_MOST_WORDS_LOWER_CASE = 5


def find_label(sentence: str, kind: BlockKind) -> str:
    """Give the label that a sentence opens with.

    Args:
        sentence: The first sentence of a block, tidy.
        kind: The block's; a heading has none, a bullet's may be in lower case.

    Returns:
        The label without its colon; empty where the colon belongs to the sentence ("He added: “…”").
    """
    if kind == "heading":
        return ""
    found = _LABEL.match(sentence)
    if found is None:
        return ""
    label = found.group(1).strip()
    count = len(words(label))
    if count == 0 or count > _MOST_WORDS or label[0].islower() or _SPEECH.search(label):
        return ""
    if is_title_case(label):
        return label
    return label if kind == "bullet" and count <= _MOST_WORDS_LOWER_CASE else ""
