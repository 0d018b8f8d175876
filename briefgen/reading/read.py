"""Seed -> Article: bytes are decoded, structure, metadata and sentences found; nothing of the story is left out yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.errors import SeedError
from briefgen.model.kinds import MARKDOWN, PAGES, refused_kind, suffix_of
from briefgen.reading.assembling import assemble
from briefgen.reading.decoding import MAX_TEXT_BYTES, decode
from briefgen.reading.front_matter import read_front_matter
from briefgen.reading.headings import find_headings
from briefgen.reading.html_decoding import decode_page
from briefgen.reading.html_page import lay_out_page
from briefgen.reading.inline import find_markup, find_tags
from briefgen.reading.layout import Layout
from briefgen.reading.lines import even, split_lines
from briefgen.reading.passages import find_passages
from briefgen.reading.surface import blank, legible

if TYPE_CHECKING:
    from briefgen.model.article import Article
    from briefgen.model.seed import Seed

_MARKS = re.compile(r"^#{1,6} \S|\*\*[^*\n]{1,200}\*\*|\]\(https?://", re.MULTILINE)
_COMMENT = ("<!--", "-->")


def read(seed: Seed) -> Article:
    """Read an article.

    Args:
        seed: The file.

    Returns:
        The article with everything that could be the story; `removed` holds the lines that only state its title, its date,
        its author and the like, with the reason "metadata", and what a page's elements say is no story.

    Raises:
        SeedError: The file cannot be read as an English article; the text says what was found and what to do. Other
            files are not touched by that.
    """
    suffix = suffix_of(seed.file)
    if suffix in PAGES:
        decoded = decode_page(seed.data, seed.file)
        return assemble(seed, decoded, lay_out_page(decoded.text, seed.file))
    # A name without an ending tells no kind: who names such a file in a script means a text.
    if suffix and (refused := refused_kind(seed.file)):
        raise SeedError(f"{seed.file}: {refused}")
    decoded = decode(seed.data, seed.file, most=MAX_TEXT_BYTES)
    text = even(decoded.text)
    markdown = suffix in MARKDOWN or _MARKS.search(text) is not None
    return assemble(seed, decoded, _lay_out(text, seed.file, markdown=markdown))


def _lay_out(raw: str, file: str, *, markdown: bool) -> Layout:
    front = read_front_matter(raw)
    markup = find_markup(raw, front.end) if markdown else find_tags(raw, front.end)
    hidden = [(0, front.end), *_comments(raw, front.end), *markup.unseen]
    text = legible(blank(raw, hidden))
    structure = find_passages(split_lines(text, file), markdown=markdown)
    text = blank(text, structure.unseen)
    passages = find_headings(text, structure.passages, markup.strong)
    return Layout(
        text=text,
        passages=passages,
        fields=front.fields,
        sample=text,
        links=raw,
        tags=markup.tags,
        tables=len(structure.tables),
    )


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
