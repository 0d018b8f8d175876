"""Text -> what machines left in it: citation marks of chat programs, placeholders, a model speaking of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.article import RemovalReason

_MARKER = re.compile(
    r":?contentReference\[oaicite:[^\]\n]{0,40}\](?:\{[^}\n]{0,40}\})?"
    r"|\[(?:cite|oaicite|citation|cite_start|cite_end|source|ref|context)\s*[:_=†-][^\[\]\n]{0,200}\]"
    r"|\[(?:cite|cite_start|cite_end|citation needed|source needed|needs? (?:citation|source)|verify|tk|todo|placeholder|redacted by ai)\b[^\[\]\n]{0,80}\]"
    r"|\[(?:insert|add|your|enter|replace|include|company|author|client|link to|image of|name of|date of)\b[^\[\]\n]{0,120}\]"
    r"|【[^】\n]{0,80}】"
    r"|\(?\bturn[0-9]{1,3}(?:search|view|news|fetch|image|click)[0-9]{1,3}\b\)?"
    r"|\{\{[^{}\n]{0,120}\}\}|\{%[^{}\n]{0,200}%\}"
    r"|<\|[a-z_]{1,30}\|>"
    r"|\[/?INST\]",
    re.IGNORECASE,
)
_MODEL_SPEAKS = re.compile(
    r"\bas an? (?:ai|artificial intelligence|large language|language)(?: language)?(?: model| assistant)?\b"
    r"|\b(?:i am|i['’]m) (?:just )?an? (?:ai|artificial intelligence|language model)\b"
    r"|\bmy (?:knowledge|training) (?:cut-?off|data)\b|\bas of my (?:last|latest) (?:update|knowledge|training)\b"
    r"|^(?:certainly|sure|absolutely|of course)[!,.] (?:here(?:['’]s| is| are)|below is|i['’]ve)\b"
    r"|^here(?:['’]s| is) (?:a|an|the|your) (?:rewritten|revised|polished|improved|expanded|summari[sz]ed|seo|detailed|comprehensive)\b.{0,80}"
    r"\b(?:article|version|text|blog post|summary)\b"
    r"|\b(?:let me know if you(?:['’]d| would)? (?:like|need|want)|i hope this (?:helps|article|response)|would you like me to)\b"
    r"|\bi (?:cannot|can['’]t|can not) (?:browse|access) (?:the internet|real-time)",
    re.IGNORECASE,
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
    kinds: tuple[tuple[re.Pattern[str], RemovalReason], ...] = ((_MARKER, "machine marker"), (_LINK_LEFTOVER, "navigation"))
    for pattern, reason in kinds:
        for match in pattern.finditer(text):
            start = match.start()
            while start and text[start - 1].isspace():
                start -= 1
            found.append((start, match.end(), reason))
    return found


def model_speaks(sentence: str) -> bool:
    """Whether a language model speaks of itself or to the person who asked it."""
    return _MODEL_SPEAKS.search(sentence) is not None
