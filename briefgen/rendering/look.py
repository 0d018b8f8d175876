"""Style sheets and scripts of the theme -> the one style sheet and the one script that a page asks for: which, in what order."""

from __future__ import annotations

from typing import NamedTuple

FOLDER = "assets/briefgen/"
"""Where they lie, from the root of the theme and of the built site."""
_STYLES = (
    "fonts",
    "tokens",
    "frame",
    "masthead",
    "type",
    "icons",
    "items",
    "briefing",
    "across",
    "home",
    "watch",
    "calendar",
    "filter",
    "find",
    "print",
)
_SCRIPTS = ("frame", "today", "cite", "filter", "find")


class Joined(NamedTuple):
    """A file that several are joined in."""

    path: str
    """From the root of the built site."""
    parts: tuple[str, ...]
    """The files that are joined, in their order."""
    between: str
    """What stands between two of them."""


STYLE = Joined(f"{FOLDER}look.css", tuple(f"{FOLDER}{name}.css" for name in _STYLES), "\n")
SCRIPT = Joined(f"{FOLDER}look.js", tuple(f"{FOLDER}{name}.js" for name in _SCRIPTS), "\n;\n")
