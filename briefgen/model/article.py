"""An article that has been read: its text, its structure and what it says about itself.

Offsets count characters (not bytes) of `Article.text`, the decoded file; `end` is one past the last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from briefgen.model.briefing import Caution, Source

BlockKind = Literal["heading", "paragraph", "bullet", "quote"]
RemovalReason = Literal[
    "call to action",
    "promotion",
    "machine marker",
    "metadata",
    "navigation",
    "share bar",
    "newsletter prompt",
    "related story",
    "author bio",
    "copyright",
    "photo credit",
    "repetition",
    "endless text",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the story."""

    start: int
    """First character in `Article.text`."""
    end: int
    """One past the last character in `Article.text`."""
    text: str
    """`Article.text[start:end]` for reading: white space folded to single spaces, zero-width characters gone."""
    quotable: bool = True
    """False where no stretch of the source reads like a whole sentence: something that is no reporting was cut out of its
    middle, or the file itself lost a part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, a paragraph, a bullet or a block quote."""

    kind: BlockKind
    level: int = 0
    """1 to 6 for a heading; the depth of nesting, from 0, for a bullet; 0 otherwise."""
    label: str = ""
    """The words before a colon that name a bullet or a paragraph ("What to Watch Next"), without the colon; else empty.

    They stay part of the first sentence's span.
    """
    sentences: tuple[Sentence, ...]
    """In the order of the text; a heading has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A stretch that is no part of the reporting."""

    start: int
    end: int
    text: str
    """`Article.text[start:end]`, white space folded."""
    reason: RemovalReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with its structure."""

    source: Source
    """What is known of where it comes from: file, hash, title, publisher, author, date of publication, url, language."""
    text: str
    """The decoded file, without a byte order mark; offsets are the file's, line ends its own (CR alone and rarer ones are LF).

    What a reader does not see is replaced, character by character, by U+2064 (`folding.INVISIBLE` holds it): Markdown's marks,
    front matter, comments, control characters. A character reference such as `&amp;` is its character, filled up likewise.
    So `tidy(text[start:end]) == sentence.text` for every quotable sentence, and `folding.Folded(text)` finds its quotes.
    """
    blocks: tuple[Block, ...]
    """The story in its order. Title, date line and byline are not among them."""
    removed: tuple[Removal, ...] = ()
    """What cleaning left out, in the order of the text."""
    cautions: tuple[Caution, ...] = ()
    """What a reader should know of the source, as far as reading noticed: an inferred date, a missing byline."""
