"""What the program must find in the project's own two articles: a clean agency story and a messy rewrite."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.files.seeds import read_seed
from briefgen.model.settings import Settings
from briefgen.pipeline import fresh_draft

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture(scope="module")
def agency() -> Briefing:
    """The draft of the agency story."""
    return fresh_draft(read_seed(ROOT, "seeds/003_6a35916087595feb.txt"), Settings())[1]


@pytest.fixture(scope="module")
def rewrite() -> Briefing:
    """The draft of the rewrite."""
    return fresh_draft(read_seed(ROOT, "seeds/000_266ef86a1f9054d5.txt"), Settings())[1]


def test_the_actors_of_the_agency_story(agency: Briefing) -> None:
    """Each once, in full, with the role that the text states and the other forms of its name.

    Two presidents named once have equal claims to the eighth place.
    """
    found = {actor.name: (actor.kind, actor.role, actor.aliases) for actor in agency.actors}
    eighth = {
        "Vladimir Putin": ("person", "Russian President", ()),
        "Volodymyr Zelensky": ("person", "President", ()),
    }
    assert len(found) == 8
    assert {name: one for name, one in found.items() if eighth.get(name) != one} == {
        "Donald Trump": ("person", "President", ("Trump",)),
        "Xi Jinping": ("person", "Chinese President", ("Xi",)),
        "Bonnie Glaser": (
            "person",
            "director of the Indo-Pacific Program at the German Marshall Fund",
            (),
        ),
        "China": ("state", None, ("Beijing",)),
        "Russia": ("state", None, ("Moscow",)),
        "Ukraine": ("state", None, ()),
        "United States": ("state", None, ("White House", "U.S.", "Washington")),
    }


def test_what_is_ahead_in_the_agency_story(agency: Briefing) -> None:
    """The summit with its days, and the question that the story ends with."""
    (summit,) = agency.watch
    assert (summit.text, summit.when, summit.where) == ("Trump–Xi summit", "next week", "Singapore")
    assert (summit.start, summit.end) == (date(2025, 11, 3), date(2025, 11, 9))
    assert agency.open_questions[0].text == "Will Trump’s outreach to Beijing yield tangible results?"
    assert (agency.title, agency.date) == (
        "Trump Seeks China’s Help to Curb Russia — But Beijing Holds the Cards",
        date(2025, 10, 29),
    )


def test_nothing_promotional_of_the_rewrite_is_drafted(rewrite: Briefing) -> None:
    """No insert, no left-over mark, no call to the reader, in no field and in no quote."""
    text = json.dumps(dataclasses.asdict(rewrite), default=date.isoformat, ensure_ascii=False).lower()
    for phrase in (
        "find out more",
        "[cite",
        "share your",
        "your thoughts",
        "check out",
        "our post",
        "see our tips",
        "learn more",
    ):
        assert phrase not in text


def test_the_rewrites_own_takeaways_come_first(rewrite: Briefing) -> None:
    """They have been edited already."""
    first = " ".join(takeaway.text for takeaway in rewrite.takeaways[:4])
    for words in (
        "sanctions on Russian energy giants",
        "Delays in critical military aid",
        "structurally aligned with Moscow",
    ):
        assert words in first


def test_what_the_rewrite_tells_to_watch(rewrite: Briefing) -> None:
    """The meeting that it names under "What to Watch Next", without a date that it does not give."""
    meeting = next(item for item in rewrite.watch if item.where == "Kuala Lumpur")
    assert "US and Chinese economic officials" in meeting.text
    assert (meeting.start, meeting.end) == (None, None)


def test_the_rewrites_date_is_inferred_and_said_to_be(rewrite: Briefing) -> None:
    """A reader should know where it comes from."""
    assert rewrite.date == date(2025, 10, 25)
    assert any("as of October 25, 2025" in caution.text for caution in rewrite.cautions)
