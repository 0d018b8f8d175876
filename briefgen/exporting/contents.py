"""A site's folder -> every file of its export: pages, files to take away, pictures, the site's own, the look, mkdocs.yml."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jinja2 import FileSystemLoader, TemplateError

from briefgen.assembly import Kept, assemble
from briefgen.errors import ContentError
from briefgen.exporting.configuration import CONTENT, configuration
from briefgen.exporting.frame_files import look_files, override_files
from briefgen.exporting.places import place_of as place_in_export
from briefgen.exporting.places import with_places
from briefgen.files.cache import Cache
from briefgen.files.plain_file import LinkError, read_plain_file
from briefgen.model.problem import Problem
from briefgen.rendering import addresses
from briefgen.rendering.card_plan import cards
from briefgen.rendering.cards import can_draw, draw
from briefgen.rendering.environment import environment, labels_of
from briefgen.rendering.site import plan
from briefgen.rendering.template_errors import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from briefgen.model.frame import Frame
    from briefgen.model.settings import Settings
    from briefgen.model.site import Site
    from briefgen.rendering.labels import Labels
    from briefgen.rendering.plan import PlannedPage

_LARGEST = 500_000_000
"""Bytes of a file of the site's own; GitHub takes none above a fifth of it."""


class Item(NamedTuple):
    """A file of an export."""

    path: str
    """From the root of the export."""
    data: bytes


class Contents:
    """What is exported of a site: read and planned, made one file after the other so that none is held."""

    def __init__(self, root: Path, settings: Settings, frame: Frame) -> None:
        """Read a site.

        Args:
            root: The site's root, where mkdocs.yml lies.
            settings: The site's.
            frame: The site's.

        Raises:
            ContentError: Briefings or a template cannot be read, a problem for each mistake.
            SettingsError: A folder leads out of the root.
        """
        self._root, self._settings, self._frame = root, settings, frame
        self.left_out: list[str] = []
        """What the site has and its export has not, a line for each; complete once every file was made."""
        self._site, edited = assemble(
            root, settings, drafts=settings.unreviewed == "show", kept=Kept(Cache(None), remembers=False)
        )
        self.unproved = tuple((marked.file, quote) for marked in self._site.briefings for quote in marked.unproved)
        """The quotes that no source holds, each with its briefing's file; pages say so, too."""
        self.drafts_left_out = len(edited) - len(self._site.briefings) - len(self._site.withdrawn)
        """How many briefings nobody has reviewed and so are not among the pages."""
        self.briefings = len(self._site.briefings)
        self._cards = settings.social_cards and bool(settings.site_url) and can_draw()
        loader = None if settings.templates is None else FileSystemLoader(root / settings.templates)
        try:
            made = environment(loader, settings.language, folder=settings.templates)
            self._planned = self._not_taken(
                plan(self._site, made, directories=frame.directories, cards=self._cards, find=False)
            )
        except TemplateError as error:
            raise ContentError((_template_problem(error, root),)) from error
        self._labels: Labels = labels_of(made)
        places = {one.path: place_in_export(one.path, directories=frame.directories) for one in self._planned}
        self._places = {path: place for path, place in places.items() if path != place}

    def _not_taken(self, planned: Iterable[PlannedPage]) -> tuple[PlannedPage, ...]:
        """Leave out the pages at whose address the site has one of its own."""
        taken = {addresses.site_address(path, directories=self._frame.directories) for path in self._frame.own_files}
        return tuple(
            one for one in planned if addresses.site_address(one.path, directories=self._frame.directories) not in taken
        )

    def items(self) -> Iterator[Item]:
        """Make the files; no path comes twice.

        Raises:
            ContentError: What editors wrote cannot be shown, or a template is wrong; every problem of every page, once all
                files that can be made were given.
        """
        paths: set[str] = set()
        for item in self._content():
            if item.path not in paths:
                paths.add(item.path)
                yield item
        within = {path.removeprefix(f"{CONTENT}/") for path in paths}
        for path, data in override_files(self._frame, self._labels, self.left_out):
            yield Item(path, data)
        told = configuration(self._settings, self._frame, within, self._places, cards=self._cards)
        self.left_out += told.left_out
        yield Item("mkdocs.yml", told.text.encode("utf-8"))

    def _content(self) -> Iterator[Item]:
        """Make what lies in the content; what is the site's own comes first, and so wins."""
        for path in self._frame.own_files:
            try:
                data = read_plain_file(self._root / self._settings.content / path, _LARGEST)
            except LinkError:
                self.left_out.append(
                    f"{path}: a symbolic link could lead anywhere; put a copy of the file in its place"
                )
            else:
                yield Item(f"{CONTENT}/{path}", self._moved(path, data) if path.endswith(".md") else data)
        yield from self._pages()
        if self._cards:
            for path, card in cards(self._site, self._labels):
                yield Item(f"{CONTENT}/{path}", draw(card))
        for path, data in look_files(self._root, self._settings.content, self._frame):
            yield Item(path, data)

    def _moved(self, path: str, data: bytes) -> bytes:
        """Give a page of the site's own with links that lead to where pages lie here."""
        try:
            return with_places(data.decode("utf-8"), path, self._places).encode("utf-8")
        except UnicodeDecodeError:
            return data  # the builder says what is wrong with it

    def _pages(self) -> Iterator[Item]:
        problems: list[Problem] = []
        for one in self._planned:
            try:
                page = one.page()
            except ContentError as error:
                problems += error.problems
            except TemplateError as error:
                raise ContentError((_template_problem(error, self._root),)) from error
            else:
                yield Item(f"{CONTENT}/{self._places.get(page.path, page.path)}", page.text.encode("utf-8"))
        if problems:
            raise ContentError(tuple(sorted(problems)))

    @property
    def site(self) -> Site:
        """What the pages are made from."""
        return self._site


def _template_problem(error: TemplateError, root: Path) -> Problem:
    file, line = place_of(error) or ("a template", 1)
    name = file.removeprefix(f"{root}/")
    return Problem(file=name, line=line, code="template", message=error.message or type(error).__name__)
