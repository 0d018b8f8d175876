"""Text -> what machines left in it: citation marks of chat programs, placeholders, a model speaking of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.reading.patterns import any_of

if TYPE_CHECKING:
    from briefgen.model.article import RemovalReason

_MARKER = any_of(
    r":?contentReference\[oaicite:[^\]\n]{0,40}\](?:\{[^}\n]{0,40}\})?",
    r"\[(?:cite|oaicite|citation|context)\s*[:_=†-][^\[\]\n]{0,200}\]|\[(?:cite|cite_start|cite_end)\]",
    r"\[(?:citation needed|source needed|needs? (?:citation|source)|verify|tk|todo|placeholder)\b[^\[\]\n]{0,80}\]",
    r"\[(?:insert|add|enter|replace|include|link to|image of|name of|date of) [^\[\]\n]{1,120}\]",
    r"\[(?:your|company|author|client|publication) (?:name|company|title|organi[sz]ation|date|website|link)\b[^\[\]\n]{0,80}\]",
    r"【[^】\n]{0,80}】|\(?\bturn[0-9]{1,3}(?:search|view|news|fetch|image|click)[0-9]{1,3}\b\)?",
    r"<\|[a-z_]{1,30}\|>|\[/?INST\]",
)
# Words in curly braces are no marks: `{{ … }}` may be what the story is about, and is shown as it stands.
_MODEL_SPEAKS = any_of(
    r"\bas an? (?:ai|artificial intelligence|large language|language) (?:language )?(?:model|assistant|chatbot),? i\b",
    r"^as an? (?:ai|artificial intelligence),? i\b|\b(?:i am|i['’]m) (?:just |only )?an? (?:ai|language) (?:model|assistant)\b",
    r"\bmy knowledge cut-?off\b|\bas of my (?:last|latest) (?:update|knowledge|training)\b",
    r"^(?:certainly|sure|absolutely|of course)[!,.] (?:here(?:['’]s| is| are)|below is|i['’]ve)\b",
    r"^here(?:['’]s| is) (?:a|an|the|your) (?:rewritten|revised|polished|improved|expanded|summari[sz]ed|seo)\b.{0,80}"
    r"\b(?:article|version|text|post|summary)\b",
    r"^(?:let me know if you(?:['’]d| would)? (?:like|need|want)|i hope this (?:helps|article|response)|would you like me to)\b",
    r"^i (?:cannot|can['’]t|can not) (?:browse|access) (?:the internet|real-time)",
)


_LINK_LEFTOVER = re.compile(r"(?:\s*\([A-Z0-9.]{1,10}\))?,?\s*opens (?:in )?(?:a )?new (?:tab|window)\b", re.IGNORECASE)


def find_markers(text: str) -> list[tuple[int, int, RemovalReason]]:
    """Find marks that a program left inside a sentence.

    Args:
        text: A sentence as it stands in the source.

    Returns:
        Their places in it, with the white space before each, and what they are.
    """
    found: list[tuple[int, int, RemovalReason]] = []
    kinds: tuple[tuple[re.Pattern[str], RemovalReason], ...] = (
        (_MARKER, "machine marker"),
        (_LINK_LEFTOVER, "navigation"),
    )
    for pattern, reason in kinds:
        for match in pattern.finditer(text):
            start = match.start()
            while start and text[start - 1].isspace():
                start -= 1
            found.append((start, match.end(), reason))
    return found


def model_speaks(sentence: str) -> bool:
    """Whether a language model speaks of itself or to the person who asked it, and nobody quotes it."""
    found = _MODEL_SPEAKS.search(sentence)
    return found is not None and not any(mark in sentence[: found.start()] for mark in '"“‘')
