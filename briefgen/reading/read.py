"""Seed -> Article: bytes are decoded, structure, metadata and sentences found; nothing of the story is left out yet."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.errors import SeedError
from briefgen.model.article import Article, Block, Removal, Sentence
from briefgen.model.briefing import Caution, Source
from briefgen.model.folding import tidy
from briefgen.reading.datelines import dateline_end
from briefgen.reading.dates import prefers_day_first
from briefgen.reading.decoding import Decoded, decode
from briefgen.reading.front_matter import FrontMatter, read_front_matter
from briefgen.reading.header import is_standfirst, read_header
from briefgen.reading.headings import find_headings
from briefgen.reading.inline import find_markup, find_tags
from briefgen.reading.labels import find_label
from briefgen.reading.language import other_language
from briefgen.reading.lines import split_lines
from briefgen.reading.passages import Passage, find_passages
from briefgen.reading.publication import DateEvidence, Publication, find_publication
from briefgen.reading.sentences import split_sentences
from briefgen.reading.surface import blank, legible

if TYPE_CHECKING:
    from briefgen.model.seed import Seed

_PLAIN = (".txt", ".text", "")
_MARKDOWN = (".md", ".markdown", ".mdown")
_PAGES = (".html", ".htm", ".xhtml")
_MARKS = re.compile(r"^#{1,6} \S|\*\*[^*\n]{1,200}\*\*|\]\(https?://", re.MULTILINE)
_COMMENT = ("<!--", "-->")
_DATELINE_REACH = 4
"""Paragraphs: a summary or a caption may stand before the one with the dateline."""
MAX_SENTENCES = 100_000
"""A text of more is a list or a log; it would exhaust memory in the steps that follow."""


def read(seed: Seed) -> Article:
    """Read an article.

    Args:
        seed: The file.

    Returns:
        The article with everything that could be the story; `removed` holds the lines that only state its title, its date,
        its author and the like, with the reason "metadata".

    Raises:
        SeedError: The file cannot be read as an English article; the text says what was found and what to do. Other
            files are not touched by that.
    """
    suffix = _suffix(seed.file)
    if suffix in _PAGES:
        raise SeedError(
            f"{seed.file}: expected plain text (.txt) or Markdown (.md), found a web page ({suffix}). "
            "Copy the article's text into a .txt file."
        )
    if suffix not in _PLAIN + _MARKDOWN:
        raise SeedError(
            f"{seed.file}: expected plain text (.txt) or Markdown (.md), found a file of the kind “{suffix}”. "
            "Save the article's text as .txt."
        )
    return _read_text(seed, markdown=suffix in _MARKDOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """The legible text with what stands where."""

    text: str
    passages: tuple[Passage, ...]
    tags: tuple[tuple[int, int], ...]
    tables: int


def _read_text(seed: Seed, *, markdown: bool) -> Article:
    decoded = decode(seed.data, seed.file)
    raw = decoded.text
    front = read_front_matter(raw)
    layout = _lay_out(raw, front, seed.file, markdown=markdown or _MARKS.search(raw) is not None)
    day_first = prefers_day_first(layout.text[:200_000])
    header = read_header(layout.text, layout.passages, title=_title(front), day_first=day_first)
    removed = [_removal(layout.text, layout.passages[at].start, layout.passages[at].end) for at in sorted(header.used)]
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
        block = _block(layout, passage, start)
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
            f"{seed.file}: expected an article, found no running text. Put the article's text into it or delete it."
        )
    _refuse_other_languages(seed.file, front, blocks)
    publication = find_publication(
        DateEvidence(
            fields=front.fields, lines=header.dates, datelines=datelines, text=layout.text, raw=raw, day_first=day_first
        )
    )
    source = Source(
        file=seed.file,
        sha256=seed.sha256,
        title=header.title,
        publisher=_first(front, "publisher", "site_name", "sitename", "site", "outlet", "publication")
        or header.publisher,
        author=_first(front, "author", "authors", "byline", "creator") or header.author,
        published=publication.day,
        url=_url(front),
        language="en",
    )
    cautions = _cautions(publication, source, decoded, layout)
    return Article(
        source=source,
        text=layout.text,
        blocks=tuple(blocks),
        removed=tuple(sorted(removed, key=lambda removal: removal.start)),
        cautions=tuple(Caution(text=text) for text in cautions),
    )


def _cautions(publication: Publication, source: Source, decoded: Decoded, layout: _Layout) -> list[str]:
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
    return cautions


def _suffix(file: str) -> str:
    name = file.rsplit("/", 1)[-1]
    return f".{name.rsplit('.', 1)[1].lower()}" if "." in name[1:] else ""


def _lay_out(raw: str, front: FrontMatter, file: str, *, markdown: bool) -> _Layout:
    markup = find_markup(raw, front.end) if markdown else find_tags(raw, front.end)
    hidden = [(0, front.end), *_comments(raw, front.end), *markup.unseen]
    text = legible(blank(raw, hidden))
    structure = find_passages(split_lines(text, file), markdown=markdown)
    text = blank(text, structure.unseen)
    passages = find_headings(text, structure.passages, markup.strong)
    return _Layout(text=text, passages=passages, tags=markup.tags, tables=len(structure.tables))


def _comments(raw: str, start: int) -> list[tuple[int, int]]:
    """Find HTML comments, which no reader of the article sees."""
    opening, closing = _COMMENT
    found: list[tuple[int, int]] = []
    at = raw.find(opening, start)
    while at >= 0:
        end = raw.find(closing, at + len(opening))
        if end < 0:
            break
        found.append((at, end + len(closing)))
        at = raw.find(opening, end + len(closing))
    return found


def _block(layout: _Layout, passage: Passage, start: int) -> Block:
    text = layout.text
    if passage.kind == "heading":
        spans = [span for span in [(start, passage.end)] if tidy(text[span[0] : span[1]])]
    else:
        spans = split_sentences(text, start, passage.end)
    sentences = tuple(
        Sentence(start=begin, end=end, text=tidy(text[begin:end]), quotable=not _holds(layout.tags, begin, end))
        for begin, end in spans
    )
    label = find_label(sentences[0].text, passage.kind) if sentences else ""
    return Block(kind=passage.kind, level=passage.level, label=label, sentences=sentences)


def _holds(tags: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether a tag stands inside a stretch, so that the file's own characters do not read like it."""
    at = bisect_left(tags, (start, start))
    return at < len(tags) and tags[at][0] < end


def _removal(text: str, start: int, end: int) -> Removal:
    return Removal(start=start, end=end, text=tidy(text[start:end]), reason="metadata")


def _refuse_other_languages(file: str, front: FrontMatter, blocks: list[Block]) -> None:
    declared = _first(front, "language", "lang", "locale")
    story = " ".join(sentence.text for block in blocks for sentence in block.sentences)
    found = other_language(story)
    if found:
        said = f" (its front matter says “{declared}”)" if declared else ""
        raise SeedError(
            f"{file}: expected an article in English, found {found}{said}. Other languages are not supported yet: "
            "take the file out of the folder, or put an English translation in its place."
        )


def _title(front: FrontMatter) -> str | None:
    return _first(front, "title", "headline", "og:title")


def _url(front: FrontMatter) -> str | None:
    for name in ("url", "source_url", "canonical_url", "canonical", "original_url", "link", "permalink", "source"):
        value = front.fields.get(name, "")
        if re.fullmatch(r"https?://[^\s<>\"]+", value, re.IGNORECASE):
            return value
    return None


def _first(front: FrontMatter, *names: str) -> str | None:
    return next((tidy(front.fields[name]) for name in names if front.fields.get(name)), None)
