"""A number -> an invented news article, always the same one: 430 to 900 words with names, quotes, figures and days.

The articles only have to cost what real ones cost: as many sentences, names, speakers and dates, no passage repeated so
often that cleaning would take it out. Nobody in them exists.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORTEST, LONGEST = 430, 900
"""Words of an article, as in the news sections that were counted."""

_FIRST_DAY = dt.date(2025, 1, 6)
_FIRST_NAMES = "Ingrid Olav Katla Jaan Mari Ana Tomas Leila Viktor Samira Paulo Noor Henrik Elif Marta Idris".split()
_LAST_NAMES = (
    "Solheim Berge Jonsdottir Kask Tamm Moreira Vesely Haddad Lindqvist Okafor Castellan Rahimi Brandvold Demirel "
    "Kowalska Mensah Arnault Fairweather Ostrander Quillfeather"
).split()
_STATES = "Norway Iceland Estonia Portugal Kenya Chile Vietnam Morocco Finland Peru Ghana Ireland Croatia Japan".split()
_TOWNS = "Vardal Northmere Castelbrook Altona Rivermouth Eastquay Saltash Whitcombe Marsdale Highford Lowick".split()
_THINGS = [
    ("harbour", "quay"),
    ("railway", "track"),
    ("power line", "substation"),
    ("water treaty", "reservoir"),
    ("vaccine plant", "laboratory"),
    ("fishing accord", "fleet"),
    ("border crossing", "customs hall"),
    ("data centre", "cooling plant"),
    ("grain terminal", "silo"),
    ("satellite programme", "launch site"),
]
_ROLES = [
    "Prime Minister",
    "Foreign Minister",
    "Transport Minister",
    "Finance Minister",
    "Energy Minister",
    "Deputy Governor",
]
_BODIES = [
    "the European Union",
    "the World Bank",
    "the Fishermen’s Union",
    "the National Audit Office",
    "the Port Authority",
    "the Institute for Coastal Studies",
]
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "March April May June July September October November".split()
_LEADS = [
    (
        "{state} has offered {other} a {percent} percent share of the {thing} at {town}, a step that would end {few} years "
        "of quarrels over who pays for the {part}."
    ),
    (
        "{state} and {other} agreed on {day} to reopen the {thing} near {town}, after a dispute that had cost both sides "
        "about {millions} million euros."
    ),
    (
        "Lawmakers in {state} voted {votes} to {fewer} on {day} to suspend work on the {thing} at {town}, a blow to "
        "{other}, which had counted on it."
    ),
    (
        "{body_cap} warned on {day} that the {thing} at {town} would cost {millions} million euros more than {state} and "
        "{other} had planned."
    ),
]
_SENTENCES = [
    "{role} {person} made the announcement on {day} after talks with a delegation from {other} in {town}.",
    "“We would rather share a {part} than a grievance,” {surname} told reporters.",
    (
        "“Nobody asked the people who work on the {part} at four in the morning,” said {critic}, who heads a union of "
        "{hundreds} workers in {town}."
    ),
    (
        "According to senior officials, the plan would let {other} use up to {millions},000 tonnes of capacity a year from "
        "202{digit}."
    ),
    (
        "{critic_surname} warned that the members of the union could block the {part} if parliament approves the deal "
        "without a vote in {town}."
    ),
    "Analysts caution, however, that the {thing} is unlikely to pay for itself before 20{decade}.",
    "{other} has not yet said whether it will accept the conditions for the {part}.",
    "The two governments are expected to sign the agreement next week in {town}.",
    "It remains unclear whether parliament will approve the money for the {part}.",
    "“The figures simply do not add up,” {expert}, an economist at {body}, said in an interview on {day}.",
    (
        "{body_cap} put the cost of the {thing} at {millions} million euros in {month}, up from {hundreds} million a year "
        "earlier."
    ),
    "If {other} refuses the terms, {state} could turn to {body} for a loan of {hundreds} million euros.",
    "{surname} said the government would publish the contract by the end of {month}.",
    "In {month}, inspectors found cracks in the {part} and ordered it closed for {few} weeks.",
    "The dispute goes back to 20{teens}, when a storm destroyed the old {part} and {fewer} people lost their lives.",
    "Officials in {town} said that {percent} percent of the residents had asked for a new study.",
    "“What happens next depends on whether {other} keeps its word,” {expert_surname} added.",
    "A spokesman for {body} declined to comment on the {thing}.",
    (
        "{state}, which holds the chair of the regional council until {month}, has tried to keep the talks out of the "
        "public eye."
    ),
    "But {person} has told members of the party that a second round of talks will be held on {date} in {town}.",
    "Opposition leader {critic} called the offer “a gift to {other}” and demanded a debate.",
    "Traffic through {town} fell by {percent} percent in {month} as companies looked for other routes.",
    "The ministry expects the first shipment to leave {town} on {date}, though it has missed {few} such dates before.",
    "{expert} of {body} argues that the real test will come when the {part} needs its first repair.",
    "Neither side would say how the remaining {millions} million euros are to be raised.",
    "{critic_surname}, whose family has lived in {town} for generations, said she would take the case to court.",
    "The {thing} employs {hundreds} people and supplies about {percent} percent of the region.",
    "Under the draft, {state} would keep {percent} percent of the revenue until 20{decade} and share the rest.",
    "“We will not be rushed,” {surname} said, adding that a decision could take until {month}.",
    "Should the vote fail, the contract with {other} would lapse on {date}.",
    "Several ministers, speaking on condition of anonymity, described the talks as difficult but useful.",
    "It was the {ordinal} time in {few} years that the opening of the {part} had been postponed.",
]
_HEADINGS = ["What was agreed", "Doubts in {town}", "The money", "What to watch next", "A long quarrel", "Reactions"]
_TITLES = [
    "{state} Offers {other} a Share of the {thing_cap} at {town}",
    "{state} and {other} Reopen the {thing_cap} Near {town} — but the Bill Is Open",
    "Vote in {state} Halts the {thing_cap} at {town}",
    "{town}’s {thing_cap} Will Cost More Than {state} Planned, Auditors Warn",
]


def article(number: int) -> str:
    """Write the article of that number, as a text file holds it.

    Args:
        number: From 0. Two numbers give two articles, each with words of its own.

    Returns:
        Title, date, dateline, paragraphs and headings, 430 to 900 words.
    """
    dice = _Dice(f"article {number}")
    words = _vocabulary(dice, number)
    published = _FIRST_DAY + dt.timedelta(days=number % 300)
    aim = SHORTEST + dice.below(LONGEST - SHORTEST - 50)
    kind = dice.below(len(_LEADS))
    title = _TITLES[kind].format(**words)
    lead = f"{words['town'].upper()} — {_LEADS[kind].format(**words)}"
    lines = [f"{title} ({number})", f"{published:%b} {published.day}, {published.year}", lead]
    left: list[str] = []
    while _count(lines) < aim:
        if len(lines) % 7 == 6:  # a heading after every six paragraphs
            lines.append("## " + dice.pick(_HEADINGS).format(**words))
        paragraph: list[str] = []
        for _ in range(1 + dice.below(3)):
            # Each sentence once before one comes again, then with other figures and people.
            left = left or dice.shuffled(_SENTENCES)
            paragraph.append(left.pop().format(**(words | _figures(dice))))
            if not left:
                words = words | _people(dice)
        lines.append(" ".join(paragraph))
    return "\n\n".join(lines) + "\n"


class _Dice:
    """Throws that look random and are the same in every run, on every machine and every Python."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._thrown = 0

    def below(self, limit: int) -> int:
        """Give a whole number from 0 to below the limit."""
        self._thrown += 1
        digest = hashlib.sha256(f"{self._seed} {self._thrown}".encode()).digest()
        return int.from_bytes(digest[:6], "big") % limit

    def pick(self, values: Sequence[str]) -> str:
        """Give one of the values."""
        return values[self.below(len(values))]

    def shuffled(self, values: Sequence[str]) -> list[str]:
        """Give all the values in another order."""
        left = list(values)
        return [left.pop(self.below(len(left))) for _ in values]


def _vocabulary(dice: _Dice, number: int) -> dict[str, str]:
    state, other = dice.shuffled(_STATES)[:2]
    thing, part = _THINGS[dice.below(len(_THINGS))]
    town = f"{dice.pick(_TOWNS)} {_TOWNS[number % len(_TOWNS)]}" if dice.below(4) == 0 else dice.pick(_TOWNS)
    names = {"state": state, "other": other, "thing": thing, "thing_cap": thing.title(), "part": part, "town": town}
    return names | _people(dice) | _figures(dice)


def _people(dice: _Dice) -> dict[str, str]:
    surname, critic, expert = dice.shuffled(_LAST_NAMES)[:3]
    return {
        "role": dice.pick(_ROLES),
        "person": f"{dice.pick(_FIRST_NAMES)} {surname}",
        "surname": surname,
        "critic": f"{dice.pick(_FIRST_NAMES)} {critic}",
        "critic_surname": critic,
        "expert": f"{dice.pick(_FIRST_NAMES)} {expert}",
        "expert_surname": expert,
    }


def _figures(dice: _Dice) -> dict[str, str]:
    body = dice.pick(_BODIES)
    return {
        "body": body,
        "body_cap": body[0].upper() + body[1:],
        "day": dice.pick(_DAYS),
        "month": dice.pick(_MONTHS),
        "date": f"{1 + dice.below(28)} {dice.pick(_MONTHS)}",
        "percent": str(3 + dice.below(90)),
        "millions": str(11 + dice.below(80)),
        "hundreds": str(100 + dice.below(899)),
        "few": dice.pick(["two", "three", "four", "five", "six", "seven"]),
        "fewer": str(12 + dice.below(40)),
        "votes": str(60 + dice.below(90)),
        "digit": str(6 + dice.below(4)),
        "decade": dice.pick(["30", "35", "40", "45"]),
        "teens": str(10 + dice.below(10)),
        "ordinal": dice.pick(["second", "third", "fourth", "fifth"]),
    }


def _count(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)
