"""filters.json: what the list of briefings is filtered by."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from briefgen.model.briefing import Actor, Briefing, Correction, Source, Takeaway
from briefgen.rendering.filters import filters
from tests.unit.rendering.published import LABELS, site_of

FERRY = Briefing(
    id="ferry",
    title="Ferry & <strike>",
    date=date(2025, 10, 29),
    status="published",
    summary="Crews\nvoted.",
    topics=("Ferries", "Pay"),
    sources=(Source(file="seeds/a.txt", publisher="The Herald"), Source(file="seeds/b.txt", publisher="The Herald")),
    takeaways=(Takeaway(text="They voted.", kind="claim"), Takeaway(text="It will end.", kind="forecast")),
    actors=(Actor(name="Port Union", kind="organisation"),),
    corrections=(Correction(date=date(2025, 11, 1), was="a", now="b"),),
)
FARE = Briefing(
    id="fare", title="Fare", status="draft", topics=("Pay",), actors=(Actor(name="Port Union", kind="organisation"),)
)


def test_it_holds_what_the_list_shows_and_can_be_asked_for() -> None:
    """Actors and topics stand once; a briefing names them by number, its kinds of statement in one."""
    page = filters(site_of(FERRY, FARE), LABELS)
    assert page.path == "filters.json"
    assert json.loads(page.text) == {
        "page": "briefings/--/",
        "topics": [["Ferries", "ferries"], ["Pay", "pay"]],
        "actors": [["Port Union", "port-union"]],
        "briefings": [
            ["ferry", "Ferry & <strike>", "Crews voted.", "2025-10-29", 2, 10, [0, 1], [0], "The Herald", "2025-11-01"],
            ["fare", "Fare", "", "", 0, 0, [1], [0], "", ""],
        ],
    }
    assert "<" not in page.text
    assert "onlyinquotes" not in page.text


def test_addresses_may_be_files() -> None:
    """A site without folders for addresses has its pages at `.html`."""
    assert json.loads(filters(site_of(FERRY), LABELS, directories=False).text)["page"] == "briefings/--.html"


def test_two_actors_of_one_name_can_be_told_apart() -> None:
    """Their kind stands behind the name, since the name is what a reader chooses by."""
    other = replace(FARE, actors=(Actor(name="Port Union", kind="person"),))
    names = [name for name, _ in json.loads(filters(site_of(FERRY, other), LABELS).text)["actors"]]
    assert sorted(names) == ["Port Union (Organisation)", "Port Union (Person)"]


def test_what_the_site_does_not_show_is_not_in_it() -> None:
    """Nothing of a withdrawn briefing, nor of one that was not collected."""
    gone = replace(
        FERRY, id="gone", title="Qvx", status="withdrawn", topics=("Qvx",), actors=(Actor(name="Qvx", kind="person"),)
    )
    assert "Qvx" not in filters(site_of(FERRY, gone), LABELS).text
