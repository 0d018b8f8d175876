"""A story without a title in one long paragraph: its dateline goes, and its text is the story."""

from __future__ import annotations

from briefgen.model.seed import Seed
from briefgen.reading.read import read

_SENTENCE = "The ferry hit the pier of Northport in May and sank within minutes, the harbour police said. "


def test_a_long_paragraph_alone_loses_its_dateline() -> None:
    """A paragraph of more than 700 characters, cut in mid-sentence when looked at, is running text all the same."""
    data = ("(CNN)A jury has cleared the captain of all charges. " + _SENTENCE * 12).encode()
    article = read(Seed(file="seeds/x.txt", data=data, sha256="0" * 64))
    assert article.source.title is None
    assert article.blocks[0].sentences[0].text == "A jury has cleared the captain of all charges."
    assert [removal.text for removal in article.removed] == ["(CNN)"]
