"""A link of an editor's notes, as the page shows it: what rendering tells checking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLink:
    """A link or an image of the notes, as Markdown understands it; or what looks like one and is text on the page."""

    kind: Literal["link", "image", "text"]
    target: str
    """What it points to, as the page's Markdown reads it; of `text` all of it, as it is written."""
    at: int
    """First character of the target in the notes."""
    shown: bool
    """False where the page shows the text, or the image's description, and no link."""
    path: str | None
    """The page or file of this site, as a path from the root of the content; None for what leads elsewhere or nowhere."""
    anchor: str
    """The place on the page, without its #; empty for the page itself."""
