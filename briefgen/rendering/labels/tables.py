"""A language and a site's own tables -> Labels."""

from __future__ import annotations

import json
import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

from briefgen.errors import ContentError
from briefgen.model.problem import Problem
from briefgen.rendering.labels.labels import OTHER, Label, Labels, LabelsError
from briefgen.rendering.languages import FALLBACK, LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from importlib.resources.abc import Traversable

NAME = "labels.toml"
"""A site's own labels, among its templates."""
# Days as European newsrooms print them, "29 October 2025": what English alone would mean in CLDR is that of the United States.
_SPELT = {"en": "en_GB"}


def read_labels(language: str = FALLBACK, own: str | None = None, *, file: str = NAME) -> Labels:
    """Give the labels of a site.

    Args:
        language: As Material has it: `en`, `de`, `pt-BR`. Each label that briefgen does not have in it is English; days and
            plurals follow the language all the same.
        own: The text of the site's own `labels.toml`, which goes before briefgen's; None where it has none.
        file: How that file is called in errors.

    Raises:
        ContentError: The site's own labels are no TOML, or name a label or a value that there is not: a problem for each
            mistake, with what is expected.
    """
    labels: dict[str, Label] = {}
    for one in _chain(language):
        labels |= _shipped(one)
    locale = _locale(language)
    if own is not None:
        labels |= _own(own, labels, file)
    return Labels(labels, locale)


def tables_of(language: str) -> dict[str, dict[str, object]]:
    """Give briefgen's own tables in one language as they lie in TOML; empty where it has none in it.

    Returns:
        From each table's name to its labels, in the order of the files.
    """
    return {area: tomllib.loads(text) for area, text in _texts(language)}


def all_as_toml(language: str) -> str:
    """Write every label as a site's `labels.toml` to begin from.

    Args:
        language: One of `shipped_languages`.

    Returns:
        TOML with what the tables say of themselves; what is not translated stands in English at its table's end.
    """
    translated = dict(_texts(language))
    known = tables_of(language)
    parts: list[str] = []
    for area, english in _texts(FALLBACK):
        left = {name: text for name, text in tomllib.loads(english).items() if name not in known.get(area, {})}
        lines = [f"{name} = {_written(value)}" for name, value in left.items()]
        body = [translated[area].strip()] if area in translated else []
        parts.append("\n".join([f"[{area}]", *body, *(["# Not translated:", *lines] if lines else [])]))
    return "\n\n".join(parts) + "\n"


def _chain(language: str) -> tuple[str, ...]:
    """Name the languages whose labels go over each other: English, `pt`, `pt-BR`."""
    parts = language.split("-") if LANGUAGE.fullmatch(language) else []
    longer = ("-".join(parts[: count + 1]) for count in range(len(parts)))
    return (FALLBACK, *(one for one in longer if one != FALLBACK))


@lru_cache(maxsize=8)
def _shipped(language: str) -> Mapping[str, Label]:
    return {
        f"{area}.{name}": Label.read(f"{area}.{name}", text)
        for area, read in tables_of(language).items()
        for name, text in read.items()
    }


def _texts(language: str) -> Iterator[tuple[str, str]]:
    """Give the name and the text of each table."""
    folder: Traversable = files("briefgen.rendering.labels").joinpath(language.replace("-", "_"))
    if not folder.is_dir():
        return
    for table in sorted(folder.iterdir(), key=lambda one: one.name):
        if table.name.endswith(".toml"):
            yield table.name.removesuffix(".toml"), table.read_text(encoding="utf-8")


def _written(value: object) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name} = {_written(text)}' for name, text in value.items())}}}"
    # Of a string in JSON every escape is one of TOML's, too.
    return json.dumps(value, ensure_ascii=False)


def _own(text: str, known: Mapping[str, Label], file: str) -> dict[str, Label]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"expected TOML, found a mistake: {error}"
        raise ContentError((_problem(file, _line_in(str(error)), message),)) from error
    problems: list[Problem] = []
    labels: dict[str, Label] = {}
    for area, table in tables.items():
        if not isinstance(table, dict):
            message = f"expected tables such as [briefing], found `{area}` outside of any"
            problems.append(_problem(file, _line_of(text, None, area), message))
            continue
        for name, value in table.items():
            key = f"{area}.{name}"
            try:
                label = Label.read(key, value)
                label.fits(known.get(key))
            except LabelsError as error:
                problems.append(_problem(file, _line_of(text, area, name), str(error)))
            else:
                labels[key] = label
    if problems:
        raise ContentError(tuple(sorted(problems)))
    return labels


def _problem(file: str, line: int, message: str) -> Problem:
    return Problem(file=file, line=line, code="label", message=message)


def _line_in(message: str) -> int:
    """Give the line that the parser names; it says `at end of document` where the file breaks off."""
    found = re.search(r"at line (\d+)", message)
    return int(found[1]) if found else 1


def _line_of(text: str, area: str | None, name: str) -> int:
    """Give the line on which a label stands as people write TOML; the table's, or the first, where it stands otherwise.

    The parser keeps no places: it is enough for finding a mistake that the usual ways of writing are known.
    """
    here: str | None = None
    fallback = 1
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[\s*([^\]]+?)\s*\]", line):
            here = header[1].replace('"', "").replace("'", "")
            if here == f"{area}.{name}":  # a table of plurals
                return number
            fallback = number if here == area else fallback
        elif written := re.match(r"\s*([^=#]+?)\s*=", line):
            key = re.sub(r"[\s\"']", "", written[1])
            wanted = key if here is None else f"{here}.{key}"
            path = name if area is None else f"{area}.{name}"
            if wanted == path or wanted.startswith(f"{path}."):
                return number
    return fallback


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(_SPELT.get(language, language).replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_SPELT[FALLBACK])


def plurals_of(language: str) -> tuple[str, ...]:
    """Name the plurals that a language tells apart, `other` last."""
    tags = _locale(language).plural_form.tags
    return (*sorted(tags), OTHER)
