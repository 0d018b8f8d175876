"""What is said of a `when` that the evidence does not print."""

from __future__ import annotations

import pytest

from briefgen.checking.grounds import Grounds
from briefgen.checking.schedule import watch_problems
from briefgen.model.briefing import Briefing, Evidence, WatchItem
from briefgen.model.seed import Seed
from briefgen.reading.read import read


def messages(when: str, quote: str) -> list[str]:
    """Give what the check says of an item with one quote."""
    article = read(Seed(file="seeds/a.txt", data=f"Talks\n\n{quote}\n".encode(), sha256="0" * 64))
    item = WatchItem(text="Talks", when=when, evidence=(Evidence(quote=quote),))
    briefing = Briefing(id="a", title="Talks", watch=(item,))
    return [found.message for found in watch_problems(("watch", 0), item, Grounds(briefing, (article,)))]


@pytest.mark.parametrize(("saved", "time"), [("750", "12:30"), ("45045", "12:30:45"), ("1140", "19:00")])
def test_a_time_that_was_saved_as_a_number_is_told(saved: str, time: str) -> None:
    """Programs that read YAML 1.1 save an unquoted time of day as a count of minutes or seconds: the time is offered."""
    (message,) = messages(saved, f"The talks begin at {time} in the town hall.")
    assert f'did you mean "{time}"?' in message
    assert "in quotes" in message


@pytest.mark.parametrize("when", ["751", "2026", "12:31", "75000000000"])
def test_what_is_no_such_number_is_not(when: str) -> None:
    """Where no time of the evidence fits, the words are to be copied."""
    (message,) = messages(when, "The talks begin at 12:30 in the town hall.")
    assert message.endswith("copy the words from it that say when")


def test_a_time_as_it_is_printed_is_right() -> None:
    """Nothing is said of it."""
    assert messages("12:30", "The talks begin at 12:30 in the town hall.") == []
