"""Blocks -> story sentences without their words: place, heading, and what the passage says it is for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.analysis import StorySentence

if TYPE_CHECKING:
    from briefgen.analysis.language import Parse
    from briefgen.model.analysis import SectionPurpose
    from briefgen.model.article import Article, Block

_PURPOSES: tuple[tuple[SectionPurpose, re.Pattern[str]], ...] = (
    (
        "watch",
        re.compile(
            r"\bwhat(?:['’]s| is| to| happens)? (?:to )?(?:watch|next|expect|comes next|happens next)\b"
            r"|\b(?:looking ahead|next steps|the road ahead|to watch|what lies ahead|outlook|what comes next|week ahead)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "takeaways",
        re.compile(
            r"\b(?:key|main|major|top) (?:take-?aways?|points?|findings?|facts|messages?|developments?|insights?)\b"
            r"|\btake-?aways\b|\b(?:at a glance|in brief|highlights|the bottom line|in short|executive summary|summary"
            r"|what (?:we|to|you need to) (?:know|learned)|what happened|tl;?dr|the essentials)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "questions",
        re.compile(
            r"\b(?:open|unanswered|remaining|outstanding) questions?\b"
            r"|\bwhat (?:we|is|remains) (?:don['’]t know|unknown|unclear)\b",
            re.IGNORECASE,
        ),
    ),
)


def purpose_of(heading: str) -> SectionPurpose:
    """Tell what a heading, or a label before a colon, says that the passage is for."""
    return next((purpose for purpose, pattern in _PURPOSES if pattern.search(heading)), "story")


def story_blocks(article: Article) -> tuple[tuple[int, Block], ...]:
    """Give the blocks that tell the story, with their index: headings are labels, in title case, and mislead the parser."""
    return tuple(
        (index, block) for index, block in enumerate(article.blocks) if block.kind != "heading" and block.sentences
    )


def told(block: Block) -> tuple[str, ...]:
    """Give the sentences of a block without its label: "What to Watch Next:" is no part of the sentence behind it."""
    return tuple(
        sentence.text[_label_length(sentence.text, block.label) if place == 0 else 0 :]
        for place, sentence in enumerate(block.sentences)
    )


def story_sentences(article: Article, parses: tuple[tuple[Parse, ...], ...]) -> tuple[StorySentence, ...]:
    """Join the sentences of the story with their words; saliences are still 0.

    Args:
        article: As it was cleaned.
        parses: Of what each block of `story_blocks(article)` tells, in order.
    """
    found: list[StorySentence] = []
    heading = ""
    under: SectionPurpose = "story"
    blocks = dict(zip((index for index, _ in story_blocks(article)), parses, strict=True))
    for index, block in enumerate(article.blocks):
        if block.kind == "heading" and block.sentences:
            heading = block.sentences[0].text
            under = purpose_of(heading)
            continue
        # A paragraph's label opens a passage of its own; a bullet's is the bullet's topic.
        own = purpose_of(block.label) if block.label else "story"
        if own != "story" and block.kind != "bullet":
            under = own
        for place, (sentence, tokens) in enumerate(zip(block.sentences, blocks.get(index, ()), strict=True)):
            label = _label_length(sentence.text, block.label) if place == 0 else 0
            found.append(
                StorySentence(
                    index=len(found),
                    text=sentence.text,
                    start=sentence.start,
                    end=sentence.end,
                    quotable=sentence.quotable,
                    block=index,
                    in_block=place,
                    bullet=block.kind == "bullet",
                    section=heading,
                    purpose=own if own != "story" else under,
                    label=label,
                    tokens=tuple(replace(token, start=token.start + label) for token in tokens) if label else tokens,
                    salience=0.0,
                )
            )
    return tuple(found)


def _label_length(text: str, label: str) -> int:
    if not label or not text.startswith(label):
        return 0
    rest = text[len(label) :]
    told_from = len(text) - len(rest.lstrip(" :.—–-*"))
    return told_from if told_from < len(text) else 0
