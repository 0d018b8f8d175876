"""Layout -> Article: header and dates are told apart from the story, and the story is cut into sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.errors import SeedError
from briefgen.model.article import Article, Block, Removal, Sentence
from briefgen.model.briefing import Caution, Source
from briefgen.model.folding import tidy
from briefgen.model.seen import is_seen
from briefgen.reading.datelines import dateline_end
from briefgen.reading.dates import prefers_day_first
from briefgen.reading.endless import LONGEST, is_endless
from briefgen.reading.header import is_standfirst, read_header
from briefgen.reading.labels import find_label
from briefgen.reading.language import other_language
from briefgen.reading.publication import DateEvidence, Publication, find_publication
from briefgen.reading.publishers import publisher_in_dateline
from briefgen.reading.sentences import split_sentences
from briefgen.reading.surface import legible

if TYPE_CHECKING:
    from briefgen.model.seed import Seed
    from briefgen.reading.decoding import Decoded
    from briefgen.reading.layout import Layout
    from briefgen.reading.passages import Passage

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_DATELINE_REACH = 4
"""Paragraphs: a summary or a caption may stand before the one with the dateline."""
_LONGEST_VALUE = 1_000
"""Characters of a title, a list of authors or a publisher in a file's own data: longer ones are something else."""
_LONGEST_ADDRESS = 2_000
MAX_SENTENCES = 20_000
"""A book of 300 pages has 6,000; a text of more is a list or a log. Of one-word sentences the analysis reads 2,000 a second."""


def assemble(seed: Seed, decoded: Decoded, layout: Layout) -> Article:
    """Make an article of a file whose passages are known.

    Args:
        seed: The file.
        decoded: Its text, and whether the encoding was guessed.
        layout: What stands where in it.

    Returns:
        The article; what only states title, date, author and the like is in `removed`.

    Raises:
        SeedError: There is no running text, too much of it, or it is not English.
    """
    day_first = prefers_day_first(layout.sample[:200_000])
    header = read_header(layout.text, layout.passages, title=_title(layout.fields), day_first=day_first)
    removed = [
        *layout.removed,
        *(_removal(layout.text, layout.passages[at].start, layout.passages[at].end) for at in sorted(header.used)),
    ]
    blocks: list[Block] = []
    datelines: list[str] = []
    sentences = 0
    for at, passage in enumerate(layout.passages):
        if at in header.used:
            continue
        start = passage.start
        if passage.kind == "paragraph" and header.body <= at < header.body + _DATELINE_REACH:
            story = dateline_end(layout.text, passage.start, passage.end)
            if story is not None:
                datelines.append(tidy(layout.text[start:story]))
                removed.append(_removal(layout.text, start, story))
                start = story
        if passage.kind == "heading" and is_standfirst(
            header, layout.passages, tidy(layout.text[start : passage.end]), at
        ):
            passage = replace(passage, kind="paragraph", level=0)  # noqa: PLW2901 - the same line, read anew
        block, endless = _block(layout, passage, start)
        removed.extend(endless)
        sentences += len(block.sentences)
        if sentences > MAX_SENTENCES:
            raise SeedError(
                f"{seed.file}: expected an article of at most {MAX_SENTENCES:,} sentences, found more. "
                "Put the article's own text into a file of its own."
            )
        if block.sentences:
            blocks.append(block)
    if not blocks:
        raise SeedError(
            f"{seed.file}: expected an article, found {_instead(removed)}. Put the article's text into it or delete it."
        )
    _refuse_other_languages(seed.file, layout.fields, blocks)
    publication = find_publication(
        DateEvidence(
            fields=layout.fields,
            lines=[*header.dates, *layout.dates],
            datelines=datelines,
            text=layout.sample,
            raw=layout.links,
            day_first=day_first,
        )
    )
    source = Source(
        file=seed.file,
        sha256=seed.sha256,
        title=header.title or None,  # a heading may hold nothing that is seen
        publisher=_first(layout.fields, "publisher", "site_name", "sitename", "site", "outlet", "publication")
        or header.publisher
        or next(filter(None, map(publisher_in_dateline, datelines)), None),
        author=_first(layout.fields, "author", "authors", "byline", "creator") or header.author,
        published=publication.day,
        url=_url(layout.fields),
        language="en",
    )
    cautions = _cautions(publication, source, decoded, layout, removed)
    return Article(
        source=source,
        text=layout.text,
        blocks=tuple(blocks),
        removed=tuple(sorted(removed, key=lambda removal: removal.start)),
        cautions=tuple(Caution(text=text) for text in cautions),
    )


def _cautions(
    publication: Publication, source: Source, decoded: Decoded, layout: Layout, removed: list[Removal]
) -> list[str]:
    """Say what a reader should know of the source, as far as reading noticed."""
    cautions = [*publication.cautions]
    if source.author is None:
        cautions.append("The article names no author.")
    if decoded.guessed:
        cautions.append(
            "The file does not say how its characters are encoded; Windows-1252 is assumed, so check accented letters."
        )
    if layout.tables:
        many = f"{layout.tables} tables in the article were left out."
        cautions.append("A table in the article was left out." if layout.tables == 1 else many)
    endless = sum(one.end - one.start for one in removed if one.reason == "endless text")
    if endless:
        cautions.append(f"Text of {endless:,} characters was left out: no sentence ends in it for too long.")
    return cautions


def _instead(removed: list[Removal]) -> str:
    """Say what a file holds in place of a story."""
    if any(one.reason == "endless text" for one in removed):
        return f"only text in which no sentence ends within {LONGEST:,} characters"
    return "no running text"


def _block(layout: Layout, passage: Passage, start: int) -> tuple[Block, list[Removal]]:
    """Cut a passage into sentences, and give beside them what is none."""
    text = layout.text
    if passage.kind == "heading":
        spans = [span for span in [(start, passage.end)] if tidy(text[span[0] : span[1]])]
    else:
        spans = split_sentences(text, start, passage.end, most=MAX_SENTENCES + 1)
    sentences: list[Sentence] = []
    endless: list[Removal] = []
    for begin, end in spans:
        said = tidy(text[begin:end])
        if is_endless(said):
            endless.append(Removal(start=begin, end=end, text=said, reason="endless text"))
        else:
            sentences.append(Sentence(start=begin, end=end, text=said, quotable=not _holds(layout.tags, begin, end)))
    label = find_label(sentences[0].text, passage.kind) if sentences else ""
    return Block(kind=passage.kind, level=passage.level, label=label, sentences=tuple(sentences)), endless


def _holds(tags: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether a tag stands inside a stretch, so that the file's own characters do not read like it."""
    at = bisect_left(tags, (start, start))
    return at < len(tags) and tags[at][0] < end


def _removal(text: str, start: int, end: int) -> Removal:
    return Removal(start=start, end=end, text=tidy(text[start:end]), reason="metadata")


def _refuse_other_languages(file: str, fields: dict[str, str], blocks: list[Block]) -> None:
    declared = _first(fields, "language", "lang", "locale")
    story = " ".join(sentence.text for block in blocks for sentence in block.sentences)
    found = other_language(story)
    if found:
        said = f" (it says itself “{declared}”)" if declared else ""
        raise SeedError(
            f"{file}: expected an article in English, found {found}{said}. Other languages are not supported yet: "
            "take the file out of the folder, or put an English translation in its place."
        )


def _title(fields: dict[str, str]) -> str | None:
    return _first(fields, "title", "headline", "og:title")


def _url(fields: dict[str, str]) -> str | None:
    for name in ("url", "source_url", "canonical_url", "canonical", "original_url", "link", "permalink", "source"):
        value = fields.get(name, "")[: _LONGEST_ADDRESS + 1]
        if len(value) <= _LONGEST_ADDRESS and value.isprintable() and _ADDRESS.fullmatch(value):
            return value
    return None


def _first(fields: dict[str, str], *names: str) -> str | None:
    """Give the first field that says something, as a reader reads it: these values bypass what makes the text legible."""
    said = (tidy(legible(fields.get(name, "")[: _LONGEST_VALUE + 1])) for name in names)
    return next((value for value in said if len(value) <= _LONGEST_VALUE and is_seen(value)), None)
