"""The pictures that links to pages are shown with: what is on them, and for which pages there are any."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from briefgen.model.briefing import Source
from briefgen.rendering.card_plan import cards
from briefgen.rendering.cards import Card, can_draw, can_show, draw
from tests.unit.rendering.published import BRIEFING, CORRECTED, LABELS, site_of

CARD = Card(site="The desk", title="Ferry crews vote to strike", left="The Paper · 29 October 2025", right="Published")
MARGIN = 70


def picture(card: Card) -> Image.Image:
    """Draw a card and read it as browsers do, every byte of it."""
    read = Image.open(BytesIO(draw(card)))
    read.load()
    assert (read.format, read.size, read.mode) == ("PNG", (1200, 630), "P")
    return read.convert("L")


def inked(of: Image.Image, box: tuple[int, int, int, int]) -> int:
    """Count the pixels of a part that are darker than a hairline."""
    return sum(of.crop(box).histogram()[:180])


def test_the_same_card_is_the_same_bytes() -> None:
    """Whatever was drawn before: letters are kept from one card to the next."""
    first = draw(CARD)
    draw(replace(CARD, title="Quite another title: Škofja Łódź"))
    assert draw(CARD) == first


def test_each_part_of_a_card_shows() -> None:
    """Leaving one out leaves its place empty and everything else where it was."""
    whole = picture(CARD)
    for name, box in {
        "site": (140, 60, 1200, 130),
        "title": (0, 140, 1200, 520),
        "left": (0, 540, 600, 630),
        "right": (600, 540, 1200, 630),
    }.items():
        without = picture(replace(CARD, **{name: ""}))
        assert inked(whole, box) > 200 > inked(without, box), name
        changed = ImageChops.difference(whole, without).getbbox()
        assert changed is not None
        assert (changed[0] >= box[0], changed[1] >= box[1]) == (True, True), name
        assert (changed[2] <= box[2], changed[3] <= box[3]) == (True, True), name


@pytest.mark.parametrize(
    "title",
    [
        "A",
        "Ferries",
        "Ferry crews vote to strike as the winter timetable looms over the islands and their harbour",
        "A title that goes on about committees and their deliberations, " * 8,
        "W" * 300,
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
        "Ağrı, Łódź, Škofja Loka, Ōsaka and Þingvellir: “five” towns — in one title",
    ],
)
def test_a_title_stays_within_its_margins(title: str) -> None:
    """A short one is large, a long one small or cut; nothing runs off the card or into what stands at its foot."""
    drawn = picture(replace(CARD, title=title))
    assert inked(drawn, (0, 20, MARGIN, 630)) == inked(drawn, (1200 - MARGIN, 20, 1200, 630)) == 0
    assert inked(drawn, (0, 130, 1200, 160)) == inked(drawn, (0, 516, 1200, 527)) == 0
    assert inked(drawn, (0, 160, 1200, 516)) > 500


def test_texts_at_the_foot_do_not_meet() -> None:
    """Each is cut where the other begins."""
    drawn = picture(
        replace(CARD, left="The Paper of the Islands and the Straits " * 4, right="Reviewed by Ada Quist " * 6)
    )
    gap = [x for x in range(560, 640) if inked(drawn, (x, 540, x + 20, 610)) == 0]
    assert gap


@pytest.mark.parametrize("title", ["محادثات في أوسلو", "Что дальше", "漢字", "एक", "Ferries 🚢"])
def test_a_script_that_the_fonts_do_not_have_is_not_drawn_as_boxes(title: str) -> None:
    """Such a briefing has no card of its own: the site's stands for it, with the title beside it in the reader's letters."""
    assert not can_show(title)
    site = site_of(replace(BRIEFING, title=title, topics=(title,)))
    assert [path for path, _ in cards(site, LABELS)] == ["cards/site.png"]


def test_there_are_cards_of_what_was_reviewed() -> None:
    """One of the site, of each topic that is in a reviewed briefing, of each of these; none of a draft."""
    reviewed = replace(
        CORRECTED, id="second", title="Second", sources=(Source(file="seeds/a.txt", publisher="The Paper"),)
    )
    draft = replace(BRIEFING, id="draft", title="Draft", status="draft", topics=("Only drafts", "Ferries"))
    found = dict(cards(site_of(BRIEFING, reviewed, draft), LABELS))
    assert found == {
        "cards/site.png": Card(site="", title="The desk", left="Briefings by The desk, reviewed by an editor."),
        "cards/topics/ferries.png": Card(site="The desk", title="Ferries", left="2 briefings"),
        "cards/briefings/ferry.png": Card(
            site="The desk", title="Ferry & <strike>", left="29 October 2025", right="Published"
        ),
        "cards/briefings/second.png": Card(
            site="The desk", title="Second", left="The Paper · 29 October 2025", right="Reviewed by Ada <Quist>"
        ),
    }


def test_a_small_text_is_drawn_whole_or_not_at_all() -> None:
    """Half a name would be another one; a letter and its accent are one, however they were typed."""
    source = (Source(file="seeds/a.txt", publisher="الجزيرة English"),)
    briefing = replace(BRIEFING, title="Cafe\u0301 at the strait\u2011side", reviewed_by="Ада Quist", sources=source)
    card = dict(cards(site_of(briefing), LABELS))["cards/briefings/ferry.png"]
    assert card == Card(site="The desk", title="Café at the strait-side", left="29 October 2025", right="Published")


def test_what_a_card_rests_on_is_its_key() -> None:
    """Two that say something else are never taken for one another."""
    cards_ = [CARD, *(replace(CARD, **{name: "x"}) for name in ("site", "title", "left", "right"))]
    assert len({card.key for card in cards_}) == len(cards_)
    assert can_draw()
