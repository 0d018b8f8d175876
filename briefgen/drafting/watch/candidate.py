"""What may become a watch item."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.drafting.watch.prospect import Ground
    from briefgen.model.briefing import WatchItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A watch item that may be drafted."""

    item: WatchItem
    """Without text where the event could not be worded."""
    sentence: int
    score: float
    """How likely an editor would list it, 0 to 1."""
    ground: Ground
    """What puts it ahead."""
    cue: str
    """The word that does so, as printed."""
    head: str
    """The word that names what happens."""
    measured: Mapping[str, float] = field(default_factory=dict)
    """What the score is made of, by name."""
    doubt: str = ""
    """What speaks against it, and yet does not rule it out."""
    rejected: str = ""
    """Why it is not drafted; empty for what is."""
