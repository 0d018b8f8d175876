"""The links of a briefing -> problems: each leads to a page or file of the site that its readers can reach."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from posixpath import basename, dirname, relpath, splitext
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from briefgen.checking.grounds import Found, Path, short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from briefgen.model.briefing import Briefing
    from briefgen.model.note_link import NoteLink

NOTES = "notes"
"""Stands for the notes in a path, before the character of the notes at which something is found."""
_NEAR = 70
"""Of 100: `ferrys` and `ferries` score 77, two briefings of one subject about 60."""


@dataclass(frozen=True, kw_only=True)  # without slots: what is worked out from the paths is kept
class Reach:
    """What the links of a site lead to: pages and files, as paths from the root of the content."""

    paths: Mapping[str, None]
    """Everything there is, sorted; pages that the site makes itself among them."""
    kept_out: Mapping[str, str]
    """Pages of briefings that need a word: `draft` for those kept out of the built site, `withdrawn` for stubs."""
    anchors: Callable[[str], frozenset[str] | None]
    """Gives the places of a page that a link can lead to; None where they are not known."""

    @cached_property
    def folded(self) -> Mapping[str, str]:
        """Give each path by what it has in common with its like in other letters' cases."""
        return {path.casefold(): path for path in self.paths}

    @cached_property
    def alike(self) -> Mapping[tuple[str | None, str], Mapping[str, str]]:
        """Give paths by their names without the ending, for each folder and ending, and for each ending in any folder."""
        found: dict[tuple[str | None, str], dict[str, str]] = {}
        for path in self.paths:
            for folder in (dirname(path), None):
                found.setdefault((folder, splitext(path)[1]), {}).setdefault(_stem(path), path)
        return found


def link_problems(links: Sequence[NoteLink], here: str, reach: Reach) -> Iterator[Found]:
    """Give the links of the notes that lead nowhere, or to what readers of the built site do not get.

    Args:
        links: As the page shows them.
        here: The page they stand on.
        reach: What the site has.
    """
    for link in links:
        at: Path = (NOTES, link.at)
        if not link.shown:
            yield Found(path=at, code="link-dropped", message=_dropped(link))
        elif link.path is None:
            continue
        elif link.path not in reach.paths:
            yield Found(path=at, code="link-broken", message=_broken(link, here, reach))
        else:
            state = reach.kept_out.get(link.path) if link.path != here else None
            if state is not None:
                yield _kept_out(at, link.target, state)
            if link.anchor and link.path.endswith(".md") and state != "draft":
                yield from _anchor_problems(at, link, here, reach)


def answer_problems(briefing: Briefing, path_of: Callable[[str], str], reach: Reach) -> Iterator[Found]:
    """Give the answers that lead to a briefing which readers of the built site do not get.

    Args:
        briefing: The briefing.
        path_of: Gives the page of a briefing by its id.
        reach: What the site has.
    """
    for number, question in enumerate(briefing.open_questions):
        state = reach.kept_out.get(path_of(question.answered_by)) if question.answered_by else None
        if question.answered_by and state is not None:
            yield _kept_out(("open_questions", number, "answered_by"), question.answered_by, state)


def _kept_out(at: Path, target: str, state: str) -> Found:
    if state == "withdrawn":
        message = (
            f"“{short(target)}” leads to a briefing that was withdrawn: readers find a page that says so; name another"
        )
        return Found(path=at, code="link-to-withdrawn", message=message)
    message = (
        f"“{short(target)}” leads to a draft, which `unreviewed: preview` keeps out of the built site; "
        "review that briefing, or take the link out"
    )
    return Found(path=at, code="link-not-published", message=message)


def _dropped(link: NoteLink) -> str:
    target = short(link.target) or "nothing"
    if link.kind == "text":
        return (
            f"“{target}” is no link, and the page shows it as it is written; expected the words in square brackets and behind "
            "them the address in round ones, such as [the plan](../files/the-plan.pdf), with %20 for a space in it, "
            "%28 and %29 for brackets"
        )
    if link.kind == "image":
        return (
            f"“{target}” is no image of this site, and only its description is shown; put the file (.png, .jpg, .gif, "
            ".webp, .avif or .svg) into the content folder and link to it from there, such as ../images/map.png"
        )
    return (
        f"“{target}” is an address that no link may have, and its words stand alone; expected a file of the content folder, "
        "as seen from this one, or an address that begins with https://, http:// or mailto:"
    )


def _broken(link: NoteLink, here: str, reach: Reach) -> str:
    path = link.path or ""
    near = _nearest(path, reach)
    found = f"expected a page or file of the site, found none at “{path}”, where “{short(link.target)}” leads"
    if near is None:
        such = "../images/map.png" if link.kind == "image" else "../about.md"
        return f"{found}; link to a file as it lies in the content folder, such as {such}"
    anchor = f"#{link.anchor}" if link.anchor else ""
    return f"{found}; did you mean {relpath(near, dirname(here))}{anchor}?"


def _nearest(path: str, reach: Reach) -> str | None:
    """Give what lies there under another ending or as an index; else what is spelt most like it, first in its folder."""
    stem = path.removesuffix(".html").removesuffix("/index")
    for made in (f"{stem}.md", f"{stem}/index.md"):
        if made in reach.paths:
            return made
    if path.casefold() in reach.folded:
        return reach.folded[path.casefold()]
    for folder in (dirname(path), None):
        alike = reach.alike.get((folder, splitext(path)[1]), {})
        near = process.extractOne(_stem(path), alike.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        if near:
            return alike[near[0]]
    return None


def _stem(path: str) -> str:
    return splitext(basename(path))[0]


def _anchor_problems(at: Path, link: NoteLink, here: str, reach: Reach) -> Iterator[Found]:
    anchors = reach.anchors(link.path or "")
    if anchors is None or link.anchor in anchors:
        return
    near = process.extractOne(link.anchor, sorted(anchors), scorer=fuzz.ratio, score_cutoff=_NEAR)
    advice = f"did you mean #{near[0]}?" if near else "copy it from the address of the place, as the page shows it"
    page = "this page" if link.path == here else f"the page {link.path}"
    message = f"{page} has no place “#{short(link.anchor)}”; {advice}"
    yield Found(path=at, code="anchor-unknown", message=message)
