"""A page without a story -> what it is instead, in words that tell its user what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.errors import SeedError
from briefgen.model.folding import tidy
from briefgen.reading.shapes import is_prose

if TYPE_CHECKING:
    from briefgen.reading.html_metadata import Metadata
    from briefgen.reading.html_model import Page

_FEWEST_CHARACTERS = 200
"""Of running text: the shortest news in brief has about 250."""
_LONG_LINE = 200
_LINKED_SHARE = 0.5
_LOGIN = re.compile(
    r"\b(?:log ?in|sign ?in|subscribe|register|create (?:a |an )?(?:free )?account)\b.{0,80}\b(?:to (?:continue|read|view|access)"
    r"|full (?:access|article)|unlimited)|\bsubscribers? only\b|\balready (?:a subscriber|have an account)\b|"
    r"\bto continue reading\b|\bforgot(?:ten)? (?:your )?password\b",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b(?:404|page (?:not found|could not be found|does(?: not|n['’]t) exist)|access denied|are you a robot)\b",
    re.IGNORECASE,
)


def refuse_other_pages(page: Page, story: tuple[int, ...], known: Metadata, file: str) -> None:
    """Refuse pages without an article.

    Args:
        page: The page.
        story: Indexes of the runs taken for the story.
        known: What the page says of itself.
        file: Its name, for messages.

    Raises:
        SeedError: There is too little running text, or most of it is links; the text says what the page seems to be.
    """
    said = [tidy(page.surface[page.runs[at].start : page.runs[at].end]) for at in story]
    prose = sum(len(line) for line in said if is_prose(line) or len(line) >= _LONG_LINE)
    linked = sum(page.runs[at].linked for at in story)
    visible = sum(page.runs[at].visible for at in story)
    if prose >= _FEWEST_CHARACTERS and linked <= _LINKED_SHARE * visible:
        return
    shown = " ".join(tidy(page.surface[run.start : run.end]) for run in page.runs[:2_000])[:100_000]
    password = any(
        token.name == "input" and token.attributes.get("type", "").lower() == "password" for token in page.head
    )
    films = any(token.name in {"video", "iframe"} for token in page.head)
    if password or _LOGIN.search(shown):
        found = "a page that asks to log in or to subscribe"
    elif _MISSING.search(f"{known.page_title} {shown[:500]}"):
        found = "an error page"
    elif known.is_video or (films and len(shown) < 3_000):  # noqa: PLR2004 - a film's page has a title, a line on it and a menu
        found = "a page with a film"
    elif any("articleBody" in token.raw for token in page.head):
        found = "a page that keeps its text in a script"
    elif len(shown) < _FEWEST_CHARACTERS:
        found = "a page with next to no text, as pages have that are filled by scripts"
    else:
        found = "a page of links and short lines"
    raise SeedError(f"{file}: expected an article, found {found}. Save the article's text as .txt.")
