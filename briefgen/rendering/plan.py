"""A page that can be rendered, and what its text rests on, so that a preview renders only what may have changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2 import Environment

    from briefgen.model.page import Page


class Titles(Mapping[str, str]):
    """The titles of a site's briefings by their ids; it notes which were asked for."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        """Take all titles."""
        self._titles = titles
        self.answers: dict[str, str | None] = {}
        """The ids that were asked for, each with its title or None."""
        self.all_asked = False
        """Whether somebody looked through all of them."""

    def __getitem__(self, key: str) -> str:
        """Give a title."""
        self.answers[key] = self._titles.get(key)
        return self._titles[key]

    def __iter__(self) -> Iterator[str]:
        """Look through all."""
        self.all_asked = True
        return iter(self._titles)

    def __len__(self) -> int:
        """Count them."""
        self.all_asked = True
        return len(self._titles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What a page's text rested on when it was rendered, beside the templates."""

    inputs: tuple[object, ...]
    titles: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPage:
    """A page of a site that is not rendered yet."""

    path: str
    inputs: tuple[object, ...]
    """Whatever its text is made from, beside the templates and titles: equal inputs give equal text."""
    titles: Mapping[str, str]
    make: Callable[[Titles], Page]

    def page(self) -> Page:
        """Render the page.

        Raises:
            ContentError: What an editor wrote cannot be shown.
            jinja2.TemplateError: A template of the site is wrong.
        """
        return self.make(Titles(self.titles))

    def page_and_grounds(self) -> tuple[Page, Grounds]:
        """Render the page and say what it rests on; raises as `page`."""
        asked = Titles(self.titles)
        page = self.make(asked)
        inputs = (*self.inputs, dict(self.titles)) if asked.all_asked else self.inputs
        return page, Grounds(inputs=inputs, titles=tuple(asked.answers.items()))

    def rests_on(self, grounds: Grounds) -> bool:
        """Tell whether rendering the page would surely give the text that was rendered on these grounds."""
        now = (*self.inputs, self.titles) if len(grounds.inputs) > len(self.inputs) else self.inputs
        return now == grounds.inputs and all(self.titles.get(name) == title for name, title in grounds.titles)


def words_of(environment: Environment, template: str) -> frozenset[str]:
    """Tell what a template and those it brings in may look at.

    Args:
        environment: Of the templates.
        template: Its name.

    Returns:
        Every name in them, and behind a full stop every attribute and text, which may name one: `site`, `.briefings`.
        `site` also where one is brought in that cannot be told beforehand.

    Raises:
        jinja2.TemplateError: One is missing or wrong.
    """
    words: set[str] = set()
    seen: set[str] = set()
    waiting: list[tuple[str, _Asking | None]] = [(template, None)]
    while waiting:
        name, asking = waiting.pop()
        if name in seen or environment.loader is None:
            continue
        seen.add(name)
        try:
            source, file, _ = environment.loader.get_source(environment, name)
        except TemplateNotFound as error:
            if asking is None:
                raise
            message = f"there is no template {error.name!r}; briefgen’s own are called 'briefgen/…'"
            tree = environment.parse(asking.source, asking.name, asking.file)
            raise TemplateSyntaxError(message, _line(tree, name), asking.name, asking.file) from error
        told, others = _told(environment, source, name, file)
        words |= told
        for other in others:
            if other is None:
                words.add("site")
            else:
                waiting.append((other, _Asking(name, source, file)))
    return frozenset(words)


class _Asking(NamedTuple):
    """The template that brings another one in."""

    name: str
    source: str
    file: str | None


def _line(tree: nodes.Template, other: str) -> int:
    bringing = tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport))
    named = (one.lineno for one in bringing if any(const.value == other for const in one.find_all(nodes.Const)))
    return next(named, 1)


@lru_cache(maxsize=64)
def _told(
    environment: Environment, source: str, name: str, file: str | None
) -> tuple[frozenset[str], tuple[str | None, ...]]:
    """Give the words of one template, and the names of those it brings in."""
    tree = environment.parse(source, name, file)
    words = {node.name for node in tree.find_all(nodes.Name)}
    words |= {f".{node.attr}" for node in tree.find_all(nodes.Getattr)}
    words |= {f".{node.value}" for node in tree.find_all(nodes.Const) if isinstance(node.value, str)}
    return frozenset(words), tuple(find_referenced_templates(tree))
