"""What stands where in a file: what every format is turned into before sentences are found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.article import Removal
    from briefgen.reading.dates import DateLine
    from briefgen.reading.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The legible text with what stands where."""

    text: str
    """As long as the decoded file."""
    passages: tuple[Passage, ...]
    """Headings, paragraphs, bullets and quotes, in order."""
    fields: dict[str, str]
    """What the file says of itself: front matter, or a page's data for machines."""
    sample: str
    """The text in which dates are looked for."""
    links: str = ""
    """The text whose addresses may tell a date."""
    tags: tuple[tuple[int, int], ...] = ()
    """HTML tags left over inside running text."""
    tables: int = 0
    """How many tables were left out."""
    dates: tuple[DateLine, ...] = ()
    """Date lines that stand beside the passages."""
    removed: tuple[Removal, ...] = ()
    """What the layout left out already, with the reason."""
