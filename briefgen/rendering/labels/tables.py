"""A language and a site's own tables -> Labels."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from briefgen.rendering.labels.labels import FALLBACK, Label, Labels, LabelsError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

NAME = "labels.toml"
"""A site's own labels, among its templates."""
# Days as European newsrooms print them, "29 October 2025": what English alone would mean in CLDR is that of the United States.
_SPELT = {"en": "en_GB"}
_COUNTED = frozenset(["zero", "one", "two", "few", "many", "other"])
"""CLDR's names of plurals."""


def read_labels(language: str = FALLBACK, own: str | None = None, *, file: str = NAME) -> Labels:
    """Give the labels of a site.

    Args:
        language: As Material has it: `en`, `de`, `pt-BR`. Where briefgen has no labels for it they are English; days and
            plurals follow the language all the same.
        own: The text of the site's own `labels.toml`, which goes before briefgen's; None where it has none.
        file: How that file is called in errors.

    Raises:
        LabelsError: The site's own labels are no TOML, or name a label or a value that there is not: with what is expected.
    """
    labels = {**_shipped(FALLBACK), **_shipped(language)}
    if own is not None:
        labels |= _own(own, labels, file)
    return Labels(labels, _locale(language))


@lru_cache(maxsize=8)
def _shipped(language: str) -> Mapping[str, Label]:
    folder = files("briefgen.rendering.labels").joinpath(language.replace("-", "_"))
    if not language.replace("-", "").isalpha() or not folder.is_dir():
        return {}
    tables = sorted(folder.iterdir(), key=lambda table: table.name)
    return {name: label for table in tables if table.name.endswith(".toml") for name, label in _table(table).items()}


def _table(table: Traversable) -> dict[str, Label]:
    area = table.name.removesuffix(".toml")
    read = tomllib.loads(table.read_text(encoding="utf-8"))
    return {f"{area}.{name}": Label.read(f"{area}.{name}", text) for name, text in read.items()}


def _own(text: str, known: Mapping[str, Label], file: str) -> dict[str, Label]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LabelsError(f"{file}: expected TOML, found {error}") from error
    problems: list[str] = []
    labels: dict[str, Label] = {}
    for area, table in tables.items():
        if not isinstance(table, dict):
            problems.append(f"{file}: expected tables such as [briefing], found {area!r} outside of any")
            continue
        for name, value in table.items():
            key = f"{area}.{name}"
            try:
                label = Label.read(key, value)
                label.fits(known.get(key))
            except LabelsError as error:
                problems.append(f"{file}: {error}")
            else:
                labels[key] = label
    if problems:
        raise LabelsError("\n".join(problems))
    return labels


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(_SPELT.get(language, language).replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_SPELT[FALLBACK])
