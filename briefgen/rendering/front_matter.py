"""What MkDocs, Material and other builders need to know of a page -> a small YAML front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.rendering.inert import clean, html_title, yaml_string

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from briefgen.rendering.head import Head

_DESCRIPTION_LONGEST = 200


def front_matter(  # noqa: PLR0913  # its parts, by name
    title: str | None = None,
    *,
    description: str | None = None,
    noindex: bool = False,
    listing: bool = False,
    toc: bool = True,
    lastmod: date | None = None,
    head: Head | None = None,
) -> str:
    """Give the front matter, with the blank line below it.

    Args:
        title: As plain text; left out for the home page, which goes by the site's name.
        description: As plain text, shortened to about 200 characters at a word's end.
        noindex: Whether search engines shall leave the page out.
        listing: Whether the page repeats what stands on others, so that the site's own search can do without it.
        toc: Whether its headings are listed beside it; those of a listing never are.
        lastmod: The day of its last review or correction, for the site's map.
        head: What the theme puts into the page's head for other programs.
    """
    lines = ["---"]
    if title is not None:
        lines.append(f"title: {yaml_string(html_title(title))}")
    if description is not None and clean(description):
        lines.append(f"description: {yaml_string(html_title(_shortened(clean(description))))}")
    if noindex:
        lines.append("noindex: true")
    if lastmod is not None:
        lines.append(f'lastmod: "{lastmod}"')
    if head is not None:
        lines += [f"{name}: {yaml_string(held)}" for name, held in _told(head) if held is not None]
    if listing:
        lines.append("search: {exclude: true}")
    # The short navigation stands above every page; a column of it beside the text would only repeat it.
    lines += [f"hide: [{'navigation, toc' if listing or not toc else 'navigation'}]", "---", "", ""]
    return "\n".join(lines)


def _told(head: Head) -> Iterator[tuple[str, str | None]]:
    yield "published", head.published.isoformat() if head.published else None
    yield "card", head.card
    yield "atom", head.atom
    yield "json_feed", head.json_feed
    yield "data", head.data


def _shortened(text: str) -> str:
    if len(text) <= _DESCRIPTION_LONGEST:
        return text
    return text[:_DESCRIPTION_LONGEST].rsplit(" ", 1)[0].rstrip(",;:–— ") + " …"
