"""What may become a watch item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.briefing import WatchItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A watch item that may be drafted."""

    item: WatchItem
    sentence: int
    rank: int
    """0 is best: dated and scheduled, told to watch, expected, possible, conditional."""
    ground: str
    """What puts it ahead."""
    head: str
    """The word that names what happens."""
