"""A finished page or feed: a path and its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as plain Markdown with a small front matter, or a file to be copied as it is (feeds)."""

    path: str
    """From the root of the site's content, with forward slashes: `actors/index.md`, `feed.xml`."""
    text: str
    """Markdown for `.md`; anything else is the file itself."""
