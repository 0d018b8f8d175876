"""Checking stays quick on sources and briefings made to slow it down."""

from __future__ import annotations

from time import process_time

import pytest

from briefgen.checking.check import check
from briefgen.model.article import Article
from briefgen.model.briefing import Briefing, Evidence, Source, Takeaway

_HOSTILE = {
    "capitals": "Aa ",
    "one letter": "a",
    "hedges": "may cut ",
    "negations": "not ",
    "figures": "1,111,",
    "spelled": "two-",
    "dates": "3 May and ",
    "weekdays": "on Tuesday ",
    "quote marks": '"',
    "brackets": "[",
    "angles": "<a ",
    "full stops": ". ",
    "would": "would go ",
    "speakers": "a b said ",
    "names that speak": "Keller said, ",
    "quotes and speakers": 'Keller said "a" ',
    "according to": "according to Keller ",
    "white space": " \n",
    "references": "[cite",
}
_SOURCE = 40_000  # characters: six times a long article
_TEXT = 4_000  # characters: thirty times a long takeaway
_MOST_SECONDS = 40.0  # the worst takes 4; a square takes ten times as much


@pytest.mark.parametrize("unit", _HOSTILE.values(), ids=_HOSTILE)
def test_hostile_text_is_checked_in_seconds(unit: str) -> None:
    """No text makes the check run away: its work grows with the length, not with the square."""
    source = Source(file="seeds/a.txt")
    text = (unit * _TEXT)[:_TEXT]
    article = Article(source=source, text=(unit * _SOURCE)[:_SOURCE], blocks=())
    takeaway = Takeaway(text=text, said_by=text[:200], evidence=(Evidence(quote=text), Evidence(quote=text + "zq")))
    briefing = Briefing(id="a", title="A", summary=text, sources=(source,), takeaways=(takeaway,))
    before = process_time()
    check(
        briefing,
        file="content/briefings/a.md",
        articles={source.file: article},
        sha256={source.file: "a"},
        position=lambda *_: (1, 1),
        ids=("a",),
    )
    assert process_time() - before < _MOST_SECONDS
