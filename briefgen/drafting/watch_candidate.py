"""What may become a watch item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.drafting.watch_prospect import Ground
    from briefgen.model.briefing import WatchItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A watch item that may be drafted."""

    item: WatchItem
    """Without text where the event could not be worded."""
    sentence: int
    score: float
    """What speaks for it, 0 to 2: how it is put ahead, a date, who acts, how near it is to the story."""
    ground: Ground
    """What puts it ahead."""
    cue: str
    """The word that does so, as printed."""
    head: str
    """The word that names what happens."""
    rejected: str = ""
    """Why it is not drafted; empty for what is."""
