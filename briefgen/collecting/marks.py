"""Entry -> Marked: give every item of a briefing the anchor and the origin that its page shows."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from briefgen.model.folding import fold
from briefgen.model.site import Mark, Marked

if TYPE_CHECKING:
    from briefgen.model.briefing import Caution, Item
    from briefgen.model.draft import Section
    from briefgen.model.site import Entry

# Anchors of one page are few: 8 hexadecimal digits leave a clash of 50 items less likely than one in a million, and a
# clash is resolved all the same.
_DIGITS = 8
_WORDS: dict[Section, str] = {
    "takeaways": "takeaway",
    "actors": "actor",
    "open_questions": "question",
    "watch": "watch",
    "cautions": "caution",
}


def mark(entry: Entry) -> Marked:
    """Give the briefing with a mark for each item.

    An anchor comes from the item's evidence, and from its words only where it has none: an editor who rewords or moves
    an item breaks no link to it. Two items on the same evidence are told apart by their order.
    """
    briefing = entry.briefing
    origins = {(known.section, known.index): known.origin for known in entry.origins}

    def marks(section: Section, keys: list[str]) -> tuple[Mark, ...]:
        seen: Counter[str] = Counter()
        result = []
        for index, key in enumerate(keys):
            seen[key] += 1
            digest = sha256(f"{key}\n{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
            anchor = f"b-{_WORDS[section]}-{digest}"
            result.append(Mark(anchor=anchor, origin=origins.get((section, index))))
        return tuple(result)

    return Marked(
        file=entry.file,
        briefing=briefing,
        notes=entry.notes,
        own=entry.own,
        unproved=entry.unproved,
        title_origin=origins.get(("title", 0)),
        summary_origin=origins.get(("summary", 0)) if briefing.summary else None,
        takeaways=marks("takeaways", [_key(item, item.text) for item in briefing.takeaways]),
        # One sentence often names several actors: the evidence alone would not tell them apart.
        actors=marks("actors", [fold(actor.name) for actor in briefing.actors]),
        open_questions=marks("open_questions", [_key(item, item.text) for item in briefing.open_questions]),
        watch=marks("watch", [_key(item, item.text) for item in briefing.watch]),
        cautions=marks("cautions", [_caution_key(caution) for caution in briefing.cautions]),
        contexts=entry.contexts,
    )


def _key(item: Item, words: str) -> str:
    quotes = [fold(evidence.quote) for evidence in item.evidence]
    return "\n".join(quotes) if quotes else fold(words)


def _caution_key(caution: Caution) -> str:
    return fold(caution.text)
