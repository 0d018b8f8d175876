"""A site's content -> what the check of one briefing must know of the rest: where links lead, addresses, topics."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, TemplateError

from briefgen.checking.grounds import Found
from briefgen.checking.notes import NOTES, Reach, answer_problems, link_problems
from briefgen.checking.topics import alike_topics
from briefgen.collecting.site import collect
from briefgen.errors import ContentError
from briefgen.files.content_files import own_files, own_page
from briefgen.model.site import Entry
from briefgen.rendering import addresses
from briefgen.rendering.anchors import made_anchors, page_anchors
from briefgen.rendering.environment import environment
from briefgen.rendering.note_links import note_links
from briefgen.rendering.notes import NotesError
from briefgen.rendering.site import plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from briefgen.files.front_matter import BriefingFile
    from briefgen.model.note_link import NoteLink
    from briefgen.model.registry import Registry
    from briefgen.model.settings import Settings
    from briefgen.model.site import Site
    from briefgen.rendering.plan import PlannedPage

_MADE = (  # in every site, also while its templates are wrong
    addresses.HOME,
    addresses.BRIEFINGS,
    addresses.ACTORS,
    addresses.TOPICS,
    addresses.WATCH,
    addresses.QUESTIONS,
    addresses.ATOM,
    addresses.JSON_FEED,
    addresses.CALENDAR,
    addresses.DATA,
)
_INDEXES = frozenset(["index.md", "index.html", "readme.md"])


class Surroundings:
    """What lies around each briefing of a site; what only a link asks for is worked out at the first that does."""

    def __init__(
        self, root: Path, settings: Settings, files: Sequence[BriefingFile], ids: frozenset[str], registry: Registry
    ) -> None:
        """Take the briefings that could be read, and the ids of all."""
        self._root = root
        self._settings = settings
        self._files = files
        self._ids = ids
        self._registry = registry
        self._anchors: dict[str, frozenset[str] | None] = {}

    def found_in(self, file: BriefingFile) -> tuple[Found, ...]:
        """Give what is wrong with a briefing in its place on the site."""
        briefing = file.briefing
        return (
            *self._address_problems(briefing.id),
            *self._topics.get(briefing.id, ()),
            *self._note_problems(file),
            *(
                answer_problems(briefing, addresses.briefing_path, self._reach)
                if any(question.answered_by for question in briefing.open_questions)
                else ()
            ),
        )

    def _address_problems(self, briefing_id: str) -> Iterator[Found]:
        if addresses.is_reserved(briefing_id):
            message = f"the id {briefing_id!r} is the address of the list of briefings; choose another id"
            yield Found(path=("id",), code="id-reserved", message=message)
        for taker in self._takers.get(briefing_id, ()):
            message = (
                f"{self._settings.content}/{taker} stands at the address of this briefing and hides it; "
                "move that page, or take it out"
            )
            yield Found(path=("id",), code="address-taken", message=message)

    def _note_problems(self, file: BriefingFile) -> Iterator[Found]:
        if not file.notes.strip() or file.briefing.status == "withdrawn":  # whose page is a stub without them
            return
        here = addresses.briefing_path(file.briefing.id)
        try:
            links = note_links(file.notes, here=here)
        except NotesError as error:
            yield Found(path=(NOTES, error.at), code="notes-unreadable", message=str(error))
            return
        if any(_concerns_the_site(link) for link in links):
            yield from link_problems(links, here, self._reach)

    @cached_property
    def _own(self) -> tuple[str, ...]:
        return own_files(self._root, self._settings)

    @cached_property
    def _takers(self) -> dict[str, list[str]]:
        """Give the pages of the site's own that stand where a briefing's page would, by its id."""
        takers: dict[str, list[str]] = {}
        for path in self._own:
            folder, _, name = path.lower().rpartition("/")
            if folder.startswith("briefings/") and name in _INDEXES:
                takers.setdefault(folder.removeprefix("briefings/"), []).append(path)
        return takers

    @cached_property
    def _topics(self) -> dict[str, tuple[Found, ...]]:
        return dict(alike_topics({file.briefing.id: file.briefing.topics for file in self._files}))

    @cached_property
    def _site(self) -> Site:
        """Give the site as it would be built, from the briefings that can be."""
        entries = (
            Entry(file=file.file, briefing=file.briefing, notes=file.notes)
            for file in self._files
            if not addresses.is_reserved(file.briefing.id)
        )
        shown = self._settings.unreviewed == "show"
        return collect(
            entries,
            site_name=self._settings.site_name,
            site_url=self._settings.site_url,
            drafts=shown,
            registry=self._registry,
        )

    @cached_property
    def _reach(self) -> Reach:
        site = self._site
        # Of a briefing that cannot be read as it stands nobody knows the state: its file is there.
        briefings = (addresses.briefing_path(one) for one in self._ids if not addresses.is_reserved(one))
        paths = sorted({*_MADE, *briefings, *self._pages, *self._own})
        kept_out = {addresses.briefing_path(one.briefing.id): "withdrawn" for one in site.withdrawn}
        if self._settings.unreviewed == "preview":
            drafts = (file.briefing for file in self._files if file.briefing.status == "draft")
            kept_out |= {addresses.briefing_path(one.id): "draft" for one in drafts}
        return Reach(paths=dict.fromkeys(paths), kept_out=kept_out, anchors=self._anchors_of)

    def _anchors_of(self, path: str) -> frozenset[str] | None:
        if path not in self._anchors:
            own = path in self._own
            page = own_page(self._root, self._settings, path) if own else self._made(path)
            places = page_anchors if own or self._settings.templates is not None else made_anchors
            self._anchors[path] = None if page is None else places(page)
        return self._anchors[path]

    def _made(self, path: str) -> str | None:
        """Give the text of a page that the site makes; None where it cannot be made, which the build names."""
        try:
            planned = self._pages.get(path)
            return None if planned is None else planned.page().text
        except (ContentError, TemplateError):
            return None

    @cached_property
    def _pages(self) -> dict[str, PlannedPage]:
        """Give what the site makes, by its path; nothing where a template is wrong, which the build names."""
        site, folder = self._site, self._settings.templates
        loader = None if folder is None else FileSystemLoader(self._root / folder)
        # Notes give a page no places; and notes that cannot be shown are told elsewhere.
        noted = replace(site, briefings=tuple(replace(one, notes=one.notes and "-") for one in site.briefings))
        try:
            return {page.path: page for page in plan(noted, environment(loader, self._settings.language))}
        except (ContentError, TemplateError):
            return {}


def _concerns_the_site(link: NoteLink) -> bool:
    return link.path is not None or not link.shown
