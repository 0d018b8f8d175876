"""Briefings -> the texts in them that readers would meet, each with the name of its field."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

from briefgen.verifying.words import plain_text, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from _typeshed import DataclassInstance

    from briefgen.model.briefing import Briefing
    from briefgen.model.own_fields import Own

# What is no text of the briefing's own: choices from a list, hashes, names of files, remarks to colleagues.
_PASSED_OVER = frozenset(["id", "status", "kind", "certainty", "sha256", "file", "language", "answered_by", "waived"])
_TARGET = re.compile(r"\]\([^()\s]*\)")
_PARAGRAPHS = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A text of a briefing."""

    briefing: str
    """Its id."""
    field: str
    """As the front matter names it: `takeaways[0].text`; `notes` for what stands below."""
    words: tuple[str, ...]
    why: str = ""
    """Why it is kept back, as a message says it: “a draft, which …”."""


def texts_of(briefing: Briefing, notes: str = "", own: Own | None = None, why: str = "") -> Iterator[Told]:
    """Give every text of a briefing.

    Args:
        briefing: The front matter.
        notes: The editor's Markdown below it, paragraph by paragraph.
        own: What it says in the fields that the site declares.
        why: Why it is kept back, where it is.
    """
    found: list[tuple[str, str]] = [("id", briefing.id), *_walked(briefing, "")]
    for name, value in (own.given if own is not None else {}).items():
        found += [(name, text) for text in ((value,) if isinstance(value, str) else value)]
    # Where a link leads is an address, and no part of the sentence around it.
    found += [("notes", text) for text in _PARAGRAPHS.split(_TARGET.sub(" ", notes))]
    for name, text in found:
        if words := told_words(text):
            yield Told(briefing=briefing.id, field=name, words=words, why=why)


def stub_texts(briefing: Briefing) -> Iterator[tuple[str, ...]]:
    """Give the words of what a withdrawn briefing’s stub shows: its address and title, who reviewed it, why it was corrected."""
    for text in (briefing.id, briefing.title, briefing.reviewed_by, *(one.why for one in briefing.corrections)):
        if text:
            yield told_words(text)


def told_words(text: str) -> tuple[str, ...]:
    """Give the words of a text, read as those of a file are."""
    return tuple(words_of(plain_text(text)))


def _walked(value: DataclassInstance, prefix: str) -> Iterable[tuple[str, str]]:
    for one in fields(value):
        if one.name in _PASSED_OVER:
            continue
        held = getattr(value, one.name)
        name = f"{prefix}{one.name}"
        if isinstance(held, str):
            yield name, held
        elif isinstance(held, tuple):
            for index, item in enumerate(held):
                if isinstance(item, str):
                    yield f"{name}[{index}]", item
                elif is_dataclass(item) and not isinstance(item, type):
                    yield from _walked(item, f"{name}[{index}].")
