"""What the check catches of errors planted in drafts of the articles that lie here, and what it says of the drafts themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.model.briefing import Briefing, Takeaway
from tests.benchmarks.planted_errors import KINDS, Measured, drafted, findings, measure, table

if TYPE_CHECKING:
    from tests.benchmarks.planting import Drafted

_ROOT = Path(__file__).resolve().parent.parent.parent
_MOST = 20
"""Errors of a kind that are planted, so that the whole takes some fifteen seconds."""
_FEWEST = 20
_KINDS_WITH_ENOUGH = 16
_ALL = 0.95
_OF_A_KIND = 0.85
_FALSE_ALARMS = 0.02


@pytest.fixture(scope="module")
def drafts() -> list[Drafted]:
    """Drafts of ten invented stories, of the other articles in tests/ and of those in seeds/."""
    folders = (_ROOT / "tests" / "stories", _ROOT / "tests" / "articles", _ROOT / "seeds")
    return drafted(sorted(file for folder in folders for file in folder.iterdir() if file.suffix in {".md", ".txt"}))


@pytest.fixture(scope="module")
def measured(drafts: list[Drafted]) -> Measured:
    """Every kind planted in all of them."""
    return measure(drafts, most=_MOST)


def test_planted_errors_are_caught(measured: Measured) -> None:
    """Of all 95 in a hundred, and 85 of each kind of which there are enough to tell."""
    enough = [kind.name for kind in KINDS if measured.planted(kind.name) >= _FEWEST]
    assert len(enough) >= _KINDS_WITH_ENOUGH
    assert measured.total >= _ALL, table(measured)
    assert not [name for name in enough if measured.share(name) < _OF_A_KIND], table(measured)


def test_clean_drafts_are_left_alone(measured: Measured) -> None:
    """Fewer than two items in a hundred have a finding, be it right or wrong."""
    assert measured.items_with_alarms <= _FALSE_ALARMS * measured.items, "\n".join(measured.alarms)


def test_a_planted_error_is_one(drafts: list[Drafted]) -> None:
    """The draft is another one in the item that is named, and in no other."""
    for one in drafts[:4]:
        for kind in KINDS:
            for planted in kind.plant(one):
                own, other = (list(getattr(each, planted.section)) for each in (one.briefing, planted.briefing))
                assert own.pop(planted.index) != other.pop(planted.index)
                assert own == other
                assert (
                    replace(one.briefing, **{planted.section: getattr(planted.briefing, planted.section)})
                    == planted.briefing
                )


def test_what_is_planted_is_always_the_same(drafts: list[Drafted]) -> None:
    """Figures of two runs can be compared."""
    for kind in KINDS:
        assert list(kind.plant(drafts[0])) == list(kind.plant(drafts[0]))


def test_a_miss_and_an_alarm_count(drafts: list[Drafted]) -> None:
    """A check that found nothing would be seen, and so would one that finds fault with a clean draft."""
    one = drafts[0]
    wrong = Takeaway(text="Mira Keller owns 17 boats.", evidence=one.briefing.takeaways[0].evidence)
    spoilt = replace(one, briefing=replace(one.briefing, takeaways=(wrong, *one.briefing.takeaways[1:])))
    counted = measure([spoilt], most=1)
    assert counted.items_with_alarms == 1
    assert counted.briefings_with_alarms == 1
    empty = replace(one, briefing=Briefing(id="a", title="A"))
    nothing = measure([empty], most=1)
    assert nothing.items == 0
    assert nothing.planted("digit") == 0
    assert {code for _, code, _ in findings(spoilt.article, spoilt.briefing)} >= {"number-not-in-evidence"}
