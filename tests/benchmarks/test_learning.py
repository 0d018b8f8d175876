"""What is learned from editors' choices, on a few invented articles: the scripts run, and learn what they are shown."""

from __future__ import annotations

import ast
import inspect
import json
import tomllib
from typing import TYPE_CHECKING

import pytest

from briefgen.drafting.takeaways import features, features_words
from briefgen.drafting.takeaways.selection import select
from briefgen.drafting.takeaways.weights import weights
from tests.benchmarks import learn_actor_weights, learn_question_weights, learn_watch_weights, learn_weights
from tests.benchmarks.gold import analysed, from_gold, from_judgements, judgements_of
from tests.benchmarks.learn_weights import figures, learned, toml
from tests.benchmarks.summaries import first, ours
from tests.benchmarks.summarised import read_summaries

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from tests.benchmarks.gold import Judged

TOWNS = ("Vardal", "Northmere", "Castelbrook", "Altona", "Rivermouth", "Eastquay")


def story(town: str) -> tuple[str, str, str]:
    """Give an article of one town, the sentence an editor wants, and one that nobody wants; the wanted one comes late."""
    wanted = f"The council of {town} will pay 40 million euros for the bridge, Ingrid Solheim said."
    nobody = f"Gulls circled above the empty quay of {town} and its grey old houses."
    text = (
        f"{nobody}\n\nThe fog had hung over the river since the morning, and it was cold there.\n\n"
        f"People who often walk their dogs stood beside the water and looked at it.\n\n"
        f"It was a quiet day, as most of the days in the winter are there.\n\n{wanted}\n\n"
        f"Whether {town} will sell the ferry remains unclear.\n"
    )
    return text, wanted, nobody


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A folder of articles, and one of gold."""
    articles, gold = tmp_path / "articles", tmp_path / "gold"
    articles.mkdir()
    gold.mkdir()
    for town in TOWNS:
        text, wanted, nobody = story(town)
        (articles / f"{town}.txt").write_text(text, encoding="utf-8")
        choices = {
            "takeaways": [{"quote": wanted, "grade": 2}],
            "bad_takeaways": [nobody],
            "questions": [{"quote": f"Whether {town} will sell the ferry remains unclear."}],
            "watch": [{"quote": wanted}],
            "actors": [{"name": "Ingrid Solheim", "aliases": ["Ingrid Solheim"], "main": True}],
        }
        (gold / f"{town}.json").write_text(json.dumps(choices), encoding="utf-8")
    return articles, gold


@pytest.fixture
def judged(folders: tuple[Path, Path]) -> list[Judged]:
    """The articles with their choices."""
    return list(from_gold(*folders))


def test_what_is_learned_puts_first_what_editors_took(judged: list[Judged]) -> None:
    """Shown that the last sentence is wanted, with its figure and speaker, an article of another town gives it first."""
    text, wanted, nobody = story("Saltash")
    chosen = select(analysed("saltash.txt", text.encode()), learned(judged)).chosen
    assert chosen[0].sentence.text == wanted
    assert chosen[0].score > next(one.score for one in chosen if one.sentence.text != wanted)
    assert nobody not in {one.sentence.text for one in chosen[:2]}


def test_learning_twice_gives_the_same(judged: list[Judged]) -> None:
    """Nothing in it is random."""
    assert toml("paragraphs", learned(judged)) == toml("paragraphs", learned(judged))


def test_the_table_that_is_written_is_the_one_that_is_read(judged: list[Judged]) -> None:
    """TOML, the heaviest weights first."""
    learnt = learned(judged)
    table = tomllib.loads("\n".join(toml("paragraphs", learnt)))["paragraphs"]
    assert table["weights"] == learnt.of
    assert table["constant"] == learnt.constant
    heavy = [abs(weight) for weight in table["weights"].values()]
    assert heavy == sorted(heavy, reverse=True)


def test_figures_tell_how_often_the_wanted_is_taken(judged: list[Judged]) -> None:
    """The wanted sentence first in each of the six articles: gain 1."""
    assert figures(judged, [learned(judged)]).startswith("nDCG@5 1.000")


def test_judgements_hold_no_word_of_an_article(folders: tuple[Path, Path], judged: list[Judged]) -> None:
    """Hashes and offsets say the same as the quotes do, to those who have the articles."""
    stored = json.dumps(judgements_of(judged))
    assert not any(word in stored for word in ("Solheim", "bridge", "Gulls"))
    file = folders[0].parent / "judgements.json"
    file.write_text(stored, encoding="utf-8")
    assert list(from_judgements(folders[0], file)) == judged


@pytest.mark.parametrize("script", [learn_weights, learn_actor_weights, learn_question_weights, learn_watch_weights])
def test_each_script_prints_how_it_does_on_articles_held_out(
    script: ModuleType,
    folders: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And writes nothing unless it is asked to."""
    written = script.WEIGHTS.read_bytes()
    monkeypatch.setattr("sys.argv", ["learn", *map(str, folders)])
    script.main()
    printed = capsys.readouterr().out
    assert "6 articles" in printed
    assert "precision" in printed
    assert script.WEIGHTS.read_bytes() == written


def test_every_weight_belongs_to_something_that_is_measured_and_the_other_way_round() -> None:
    """A feature that is renamed must be learned again, or its weight is lost without a word."""
    named: set[str] = set()
    for module in (features, features_words):
        tree = ast.parse(inspect.getsource(module))
        for node in ast.walk(tree):
            if isinstance(node, ast.Tuple) and len(node.elts) == 2 and isinstance(node.elts[0], ast.Constant):
                named.add(str(node.elts[0].value))
    assert {*weights("paragraphs").of, *weights("running").of} == named


def test_the_benchmark_reads_running_texts_only(tmp_path: Path) -> None:
    """A summary is compared on the texts it was learned for: in one paragraph, without a title."""
    text = (
        "A ferry sank at Vardal on Monday. Nobody was hurt. The council will raise it, Ingrid Solheim said. It was old."
    )
    records = [
        {"id": "a", "text": text, "highlights": ["A ferry sank."]},
        {"id": "b", "text": text, "title": "Ferry", "highlights": ["A ferry sank."]},
        {"id": "c", "text": "One.\n\nTwo.", "highlights": ["One."]},
    ]
    file = tmp_path / "texts.jsonl"
    file.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    (one,) = read_summaries(file)
    assert one.name == "a"
    assert first(one, 1) == ["A ferry sank at Vardal on Monday."]
    assert len(ours(one, 2)) == 2
