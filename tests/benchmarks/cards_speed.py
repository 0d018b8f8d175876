"""How long a picture for links takes to draw, and how large it is: `python -m tests.benchmarks.cards_speed`.

Pictures of titles as articles have them, in time of the processor: the best of five rounds, since whatever else runs only
adds to it. What Pillow takes to write the same picture as PNG is told beside it.
"""

from __future__ import annotations

import sys
import time
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from briefgen.rendering.cards import Card, draw
from tests.benchmarks.articles import article
from tests.benchmarks.figures import Figure, show

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_CARDS = 200
_ROUNDS = 5
_MOST_MS = 4.0
"""What a card may take: a page of a briefing takes MkDocs and Material some 20."""
_MOST_KB = 32.0


def card(number: int) -> Card:
    """Give a card with an article's title."""
    title = article(number).partition("\n")[0].strip("# ")
    return Card(site="The desk", title=title, left=f"The Paper · {number % 28 + 1} October 2025", right="Published")


def per_card_ms(cards: list[Card], drawn: Callable[[Card], object]) -> float:
    """Give the milliseconds that a card takes."""
    best = float("inf")
    for _ in range(_ROUNDS):
        start = time.process_time()
        for one in cards:
            drawn(one)
        best = min(best, time.process_time() - start)
    return best * 1000 / len(cards)


def speed(_: Path) -> Figure:
    """Measure drawing."""
    cards = [card(number) for number in range(_CARDS)]
    picture = Image.open(BytesIO(draw(cards[0])))
    picture.load()
    found = per_card_ms(cards, draw)
    pillow = per_card_ms(cards[:20], lambda _: picture.save(BytesIO(), "PNG", bits=4, compress_level=1))
    how = f"{_CARDS} cards; writing one as PNG alone takes Pillow {pillow:.1f} ms"
    return Figure(what="card", found=found, limit=_MOST_MS, at_most=True, unit=" ms", how=how)


def size(_: Path) -> Figure:
    """Measure what a card takes on the disk."""
    sizes = [len(draw(card(number))) / 1000 for number in range(_CARDS)]
    how = f"the largest of {_CARDS}; {sum(sizes) / _CARDS:.1f} kB on average"
    return Figure(what="size", found=max(sizes), limit=_MOST_KB, at_most=True, unit=" kB", how=how)


MEASURES = {"card": speed, "size": size}

if __name__ == "__main__":
    sys.exit(show(MEASURES, sys.argv[1:]))
