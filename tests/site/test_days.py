"""A build that is told its day: what has passed by then is not next, for readers without scripts and for programs, too."""

from __future__ import annotations

import dataclasses
import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from briefgen.assembly import assemble
from briefgen.collecting.site import collect
from briefgen.errors import SettingsError
from briefgen.files.told_day import told_day
from briefgen.plugin import load_settings
from tests.site.building import SAMPLE, Built, Elements, build

if TYPE_CHECKING:
    from pathlib import Path

NEWEST = date(2025, 11, 3)
"""The day of the sample's newest briefing."""


def epoch(day: date) -> str:
    """Give a day as the environment has it."""
    return str(int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()))


def due(html: str) -> set[str]:
    """Give the days by which an outcome is asked for, of all items that a reader without scripts sees."""
    return {
        str(told["data-b-due"]) for told in Elements(html).all("li") if "data-b-due" in told and "hidden" not in told
    }


def parts(built: Built) -> tuple[str, str]:
    """Part the page of what is next: what lies ahead, and what waits for its outcome."""
    ahead, _, awaiting = built.text("watch/index.html").partition('id="b-awaiting"')
    return ahead, awaiting


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample site, built for a day when everything in it has passed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", epoch(date(2035, 1, 1)))
        return build(SAMPLE / "mkdocs.yml", tmp_path_factory.mktemp("later"), "--strict")


def test_what_has_passed_by_that_day_waits_for_its_outcome(sample: Built, later: Built) -> None:
    """Dates leave the months ahead for the list of those whose outcome is not recorded."""
    ahead, awaiting = map(due, parts(sample))
    assert ahead
    now_ahead, now_awaiting = map(due, parts(later))
    assert now_ahead == set()
    assert now_awaiting == ahead | awaiting


def test_the_home_page_shows_nothing_that_has_passed(sample: Built, later: Built) -> None:
    """What is next there is next on that day."""
    assert due(sample.text("index.html"))
    assert due(later.text("index.html")) == set()


def test_the_same_day_gives_the_same_bytes(later: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another hour of that day changes nothing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(epoch(date(2035, 1, 1))) + 3600))
    again = build(SAMPLE / "mkdocs.yml", tmp_path, "--strict")
    assert again.files() == later.files()
    different = [path for path in later.files() if (later.site / path).read_bytes() != (again.site / path).read_bytes()]
    assert different == []


@pytest.mark.parametrize(
    ("told", "newest", "today"),
    [
        (None, NEWEST, NEWEST),
        (date(2025, 11, 2), NEWEST, NEWEST),
        (date(2025, 11, 4), NEWEST, date(2025, 11, 4)),
        (date(2025, 11, 4), None, date(2025, 11, 4)),
        (None, None, None),
    ],
)
def test_the_later_day_stands_in_for_today(told: date | None, newest: date | None, today: date | None) -> None:
    """A build for a day before the newest briefing, such as that of the last commit, takes the briefing's."""
    assert dataclasses.replace(collect([], site_name="Desk"), day=told).today(newest) == today


def test_without_a_day_nothing_asks_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that is not told its day has none."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert assemble(SAMPLE, load_settings(SAMPLE / "mkdocs.yml"), drafts=True)[0].day is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(NEWEST))
    assert assemble(SAMPLE, load_settings(SAMPLE / "mkdocs.yml"), drafts=True)[0].day == NEWEST


@pytest.mark.parametrize("told", ["yesterday", "9" * 30, "1e9"])
def test_a_day_that_is_none_is_named(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no number of seconds is said to be none, with what to do."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", told)
    with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH: expected seconds since 1970 such as 1795305600"):
        told_day()


def test_the_day_is_the_one_in_greenwich(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the machine stands: half past midnight there is the day before in New York."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 1, 31, 0, 30, tzinfo=UTC).timestamp())))
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "America/New_York")
        time.tzset()
        told = told_day()
    time.tzset()
    assert told == date(2026, 1, 31)
