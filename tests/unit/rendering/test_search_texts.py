"""What the site's search finds of each page, fully and sparely."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from briefgen.model.briefing import Actor, Briefing, Evidence, Question, Source, Takeaway, WatchItem
from briefgen.rendering.search_texts import FULLEST, PASSED_OVER, SPAREST, searched_pages, searched_paths
from tests.unit.rendering.published import site_of

BRIEFING = Briefing(
    id="ferry",
    title="Ferry crews vote",
    status="published",
    summary="Crews voted to stop the ferries.",
    topics=("Harbours",),
    sources=(Source(file="seeds/a.txt", publisher="The Bay Herald"),),
    takeaways=(
        Takeaway(text="Crews voted to stop the ferries.", evidence=(Evidence(quote="onlyinquotes"),)),
        Takeaway(text="A <b>board</b> & its chair object.", kind="claim", said_by="Mara Lund"),
    ),
    actors=(
        Actor(name="Mara Lund", kind="person", role="harbour master", aliases=("Lund",), position="Wants a delay."),
        Actor(name="Port Union", kind="organisation", evidence=(Evidence(quote="onlyinquotes"),)),
    ),
    open_questions=(Question(text="Will the ferries stop?", status="answered", answer="They did in May."),),
    watch=(WatchItem(text="Talks", where="Ellery", outcome="Nobody came."),),
)
PAGES = {page.path: page for page in searched_pages(site_of(BRIEFING))}
PAGE = PAGES["briefings/ferry.md"]


def test_each_item_is_a_paragraph_and_none_comes_twice() -> None:
    """In full every item is there as it is written, once, as text; its evidence is not."""
    text = PAGE.text(FULLEST)
    assert text.startswith(
        "<p>Crews voted to stop the ferries.</p><p>A &lt;b&gt;board&lt;/b&gt; &amp; its chair object.</p>"
        "<p>Will the ferries stop?</p><p>They did in May.</p><p>Talks, Ellery</p><p>Nobody came.</p>"
    )
    assert "<p>Mara Lund, harbour master, Lund</p>" in text
    assert "The Bay Herald" in text
    assert "onlyinquotes" not in text


@pytest.mark.parametrize("fullness", range(FULLEST, SPAREST + 1))
def test_every_word_of_an_item_is_left_however_spare(fullness: int) -> None:
    """Whoever types the words of a takeaway, an actor, a question or a watch item finds the page."""
    plain = set(re.findall(r"\w+", unescape(f"{PAGE.title} {PAGE.text(fullness, PASSED_OVER)}").lower()))
    assert {"crews", "voted", "stop", "ferries", "board", "chair", "object", "mara", "lund", "port", "union"} <= plain
    assert {"harbour", "master", "talks", "ellery", "nobody", "came"} <= plain


def test_sparely_no_word_comes_twice_and_none_that_nobody_looks_for() -> None:
    """What is left are words alone, so that the index stays small."""
    text = PAGE.text(SPAREST, PASSED_OVER)
    words = text.replace("</p>", " ").replace("<p>", " ").lower().split()
    assert len(words) == len(set(words))
    assert not set(words) & (PASSED_OVER | {"ferry", "vote"})
    assert len(text) < len(PAGE.text(FULLEST)) / 2


def test_actors_and_topics_are_found_by_their_names() -> None:
    """Each has a page of its own that a name leads to, an actor's by any form of the name."""
    actor, topic = PAGES["actors/mara-lund.md"], PAGES["topics/harbours.md"]
    assert (actor.title, actor.text(SPAREST, PASSED_OVER)) == ("Mara Lund", "")
    assert actor.text(FULLEST) == "<p>Lund</p><p>harbour master</p>"
    assert topic.title == "Harbours"
    assert searched_paths(site_of(BRIEFING)) == set(PAGES)


def test_what_the_site_does_not_show_is_not_searched() -> None:
    """A withdrawn briefing has no entry."""
    gone = replace(BRIEFING, id="gone", title="Gone", status="withdrawn")
    assert "briefings/gone.md" not in {page.path for page in searched_pages(site_of(BRIEFING, gone))}
