"""The Jinja2 environment of the templates: escaping is the default and no filter or operator gets around it.

`autoescape=True` is said outright, since `select_autoescape()` is off for names such as `page.md.jinja`. On top of it
every value that a template prints becomes inert Markdown (`inert`), unless it is markup that this package made.
Templates are named, never made from a string.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from jinja2.ext import Extension
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefgen.rendering.inert import inert
from briefgen.rendering.labels import Labels, LabelsError, read_labels
from briefgen.rendering.labels.tables import NAME as OWN_LABELS
from briefgen.rendering.languages import FALLBACK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import CodeType

    from jinja2 import Environment
    from jinja2.bccache import Bucket
    from jinja2.lexer import Token, TokenStream
    from jinja2.nodes import Template
    from jinja2.runtime import Context

# They make markup of plain text by HTML's rules alone, which leaves everything that Markdown acts upon as it is, or
# declare text to be markup.
_FORBIDDEN_FILTERS = ("safe", "tojson", "urlize", "xmlattr")


class _NoConcatenation(Extension):
    """Refuses `a ~ b`: beside markup it escapes plain text by HTML's rules alone."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            if token.type == "tilde":
                message = "the operator ~ is not available in briefgen's templates: write {{ a }}{{ b }}"
                raise TemplateSyntaxError(message, token.lineno, stream.name, stream.filename)
            yield token


_MOST_ATTRIBUTES = 4096
_MOST_KEPT = 256
"""Templates: a preview in which they are saved all day must not fill the memory."""


class _Compiled(BytecodeCache):
    """Keeps, for this process, what templates were compiled to: 90 % of the time that the pages of one briefing take.

    All environments compile alike: what differs between them, the labels, is asked for when a template runs. What is kept
    goes by the template's name, its file and its source, so that one that is saved is compiled anew.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what the source was compiled to, if it was."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        if bucket.code is not None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()
_PARSED: dict[tuple[str, str | None, str | None], Template] = {}


class _InertEnvironment(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset(["+", "%", "*"])

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Tell whether a template may look at an attribute; what Jinja says for a class and a name is asked once."""
        key = (type(obj), attr)
        known = self._safe.get(key)
        if known is None:
            known = super().is_safe_attribute(obj, attr, value)
            # A name that a template makes up of data must not fill the memory.
            if len(self._safe) < _MOST_ATTRIBUTES:
                self._safe[key] = known
        return known

    @cached_property
    def _safe(self) -> dict[tuple[type, str], bool]:
        return {}

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> Template:
        """Give a template's tree to look at, parsed once for all environments, since all of them parse alike."""
        key = (source, name, filename)
        tree = _PARSED.get(key)
        if tree is None:
            tree = super().parse(source, name, filename)
            if len(_PARSED) >= _MOST_KEPT:
                _PARSED.clear()
            _PARSED[key] = tree
        return tree

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Make plain text inert before it is added to markup."""
        if isinstance(left, Markup) or isinstance(right, Markup):
            left, right = (printed(side) if isinstance(side, str) else side for side in (left, right))
        return super().call_binop(context, operator, left, right)


def environment(
    site_templates: BaseLoader | None = None, language: str = FALLBACK, *, folder: str | None = None
) -> Environment:
    """Give the environment.

    Args:
        site_templates: Finds the templates that a site brings itself; each wins over briefgen's of the same name, which
            can still be had as `briefgen/<name>` to extend it. Its `labels.toml` goes before briefgen's labels.
        language: Of the interface, as Material has it: `en`, `de`.
        folder: How errors name the folder of the site's templates.

    Raises:
        ContentError: The site's own labels are wrong, a problem for each mistake.
    """
    own = PackageLoader("briefgen.rendering")
    loaders = [own, PrefixLoader({"briefgen": own})]
    result = _InertEnvironment(
        loader=ChoiceLoader(loaders if site_templates is None else [site_templates, *loaders]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printed,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_NoConcatenation],
        bytecode_cache=_COMPILED,
    )
    for name in _FORBIDDEN_FILTERS:
        del result.filters[name]
    result.filters |= {"e": printed, "escape": printed, "forceescape": printed, "join": _join}
    labels = _labels(result, site_templates, language, OWN_LABELS if folder is None else f"{folder}/{OWN_LABELS}")
    result.globals |= {"labels": labels, "say": _saying(labels), "day": labels.day, "month": labels.month}
    return result


def labels_of(environment: Environment) -> Labels:
    """Give the labels that the templates of an environment use."""
    labels = environment.globals["labels"]
    if not isinstance(labels, Labels):
        raise TypeError("expected an environment of briefgen")
    return labels


def _labels(made: Environment, site_templates: BaseLoader | None, language: str, file: str) -> Labels:
    own = None
    if site_templates is not None:
        with suppress(TemplateNotFound):
            own, _, _ = site_templates.get_source(made, OWN_LABELS)
    return read_labels(language, own, file=file)


def _saying(labels: Labels) -> Callable[..., Markup]:
    """Give `labels.say` for templates, whose mistakes have a file and a line."""

    def say(key: str, /, **values: object) -> Markup:
        try:
            return labels.say(key, **values)
        except LabelsError as error:
            raise TemplateRuntimeError(str(error)) from error

    return say


def printed(value: object) -> Markup:
    """Give what a template prints for a value: markup as it is, nothing for None, anything else as inert text."""
    if isinstance(value, Markup):
        return value
    # A field that a briefing leaves out prints nothing; a misspelt name is undefined and stops the build.
    return Markup("" if value is None else inert(str(value)))  # noqa: S704  # inert text is markup


def _join(values: Iterable[object], separator: object = "", attribute: None = None) -> Markup:
    if attribute is not None:
        raise TypeError("join: map(attribute=…) first, then join")
    # Only a separator's punctuation could be active: the spaces around it are meant.
    between = separator if isinstance(separator, Markup) else Markup(_spaced(str(separator)))  # noqa: S704
    return between.join(printed(value) for value in values)


def _spaced(text: str) -> str:
    return f"{' ' if text.startswith(' ') else ''}{inert(text)}{' ' if text.endswith(' ') and text.strip() else ''}"
