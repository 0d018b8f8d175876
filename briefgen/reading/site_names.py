"""A page's title -> the article's title and the name of the site."""

from __future__ import annotations

import re

from briefgen.reading.shapes import words

_BAR = re.compile(r"\s+(?:\||::|»|•)\s+")
DASHED_SITE = re.compile(r"\s+[-–—]\s+(?P<site>[^-–—|]{2,60})$")
"""A dash and what may be a site; headlines have dashes, too, so the title must be known from elsewhere."""

_MOST_SITE_WORDS = 7
_FEWEST_TITLE_WORDS = 3


def split_site(line: str) -> tuple[str, str | None]:
    """Part a page's title from the name of the site: "Ferries Stay in Port | News | Harbour Gazette".

    Args:
        line: A line, tidy.

    Returns:
        The title and the site's name; the line and None where it has no such parts.
    """
    parts = [part.strip() for part in _BAR.split(line) if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004 - a title and a site
        return line, None
    longest = max(parts, key=lambda part: len(words(part)))
    if len(words(longest)) < _FEWEST_TITLE_WORDS:
        return line, None
    site = parts[-1] if parts[-1] != longest and len(words(parts[-1])) <= _MOST_SITE_WORDS else None
    dash = DASHED_SITE.search(longest)
    if longest == parts[-1] and dash and len(words(dash["site"])) <= _MOST_SITE_WORDS:
        return longest[: dash.start()], dash["site"]
    return longest, site
