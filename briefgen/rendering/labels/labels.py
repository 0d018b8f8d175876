"""Labels, and what they say in a template or a feed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from babel.dates import format_skeleton
from babel.numbers import format_decimal
from markupsafe import Markup

from briefgen.errors import SettingsError
from briefgen.rendering.days import printed
from briefgen.rendering.inert import clean, escape_all, inert

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from babel import Locale

OTHER = "other"
"""CLDR's name of the plural that every language has."""
PLURALS = ("zero", "one", "two", "few", "many", OTHER)
_UNBROKEN = "\u00a0\u202f"
_UNBROKEN_BLANK = re.compile(f"([{_UNBROKEN}])")
COUNT = "n"
"""The value that decides the plural."""


class LabelsError(SettingsError):
    """A label is asked for that there is not, or a text of one cannot be understood."""


class Part(NamedTuple):
    """A stretch of a label, and the name of the value behind it."""

    text: str
    markup: Markup
    """The same, inert."""
    name: str | None
    """None at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One label: from each plural to its parts."""

    key: str
    forms: Mapping[str, tuple[Part, ...]]

    @classmethod
    def read(cls, key: str, value: object) -> Label:
        """Read a label from TOML.

        Args:
            key: Its table and name.
            value: A text, or a table of texts by plural: `{one = "{n} briefing", other = "{n} briefings"}`.

        Raises:
            LabelsError: It is neither, or a text says nothing.
        """
        written = value if isinstance(value, dict) else {OTHER: value}
        texts = {str(plural): text for plural, text in written.items() if isinstance(text, str)}
        if OTHER not in texts or len(texts) < len(written):
            raise LabelsError(f"{key}: expected a text, or a table of texts with `other`, found {value!r}")
        if unknown := [plural for plural in texts if plural not in PLURALS]:
            raise LabelsError(f"{key}: expected the plurals {', '.join(PLURALS)}, found `{unknown[0]}`")
        if not all(clean(text) for text in texts.values()):
            raise LabelsError(f"{key}: expected a text, found an empty one")
        try:
            return cls(key=key, forms={plural: _parts(text) for plural, text in texts.items()})
        except ValueError as error:
            raise LabelsError(f"{key}: {error}: write braces that stand for themselves twice") from error

    @property
    def names(self) -> frozenset[str]:
        """The values that it names."""
        return frozenset(part.name for parts in self.forms.values() for part in parts if part.name is not None)

    @property
    def counts(self) -> bool:
        """Whether a number decides its plural."""
        return len(self.forms) > 1 or COUNT in self.names

    def fits(self, known: Label | None) -> None:
        """Tell whether it can take the place of briefgen's own.

        Raises:
            LabelsError: There is none of its name, or it names a value that briefgen does not give, or has plurals where
                briefgen counts nothing.
        """
        if known is None:
            raise LabelsError(f"{self.key}: there is no such label: `briefgen labels` prints them all")
        if unknown := sorted(self.names - known.names):
            expected = ", ".join(f"{{{name}}}" for name in sorted(known.names)) or "no value"
            raise LabelsError(f"{self.key}: expected {expected}, found {{{unknown[0]}}}")
        if len(self.forms) > 1 and not known.counts:
            raise LabelsError(f"{self.key}: expected one text, found plurals: nothing is counted here")


def _parts(text: str) -> tuple[Part, ...]:
    parts = []
    # Lines and what cannot be seen are taken out of the whole text: blanks beside a value are meant, and so are those at
    # which no line is to be broken, as French has them before a colon.
    folded = "".join(part if part in _UNBROKEN else clean(part) for part in _UNBROKEN_BLANK.split(text))
    for literal, name, form, conversion in Formatter().parse(folded):
        if name is not None and (not name.isidentifier() or form or conversion):
            raise ValueError(f"expected a name in braces, found {{{name}}}")
        parts.append(Part(literal, Markup(escape_all(literal)), name))  # noqa: S704  # inert text is markup
    return tuple(parts)


class Labels:
    """The labels of a site, with the days and plurals of its language."""

    def __init__(self, labels: Mapping[str, Label], locale: Locale) -> None:
        """Take the labels by their keys, `briefing.evidence`, and the language."""
        self._labels = labels
        self.locale = locale
        self._number: Callable[[int], str] = lru_cache(maxsize=1024)(lambda n: str(format_decimal(n, locale=locale)))
        self._day: Callable[[date], str] = lru_cache(maxsize=4096)(lambda on: printed(on, "long", locale))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, sorted."""
        return tuple(sorted(self._labels))

    def table(self, area: str) -> dict[str, Markup]:
        """Give the labels of one table that name no value, as inert markup by their names."""
        start = f"{area}."
        return {
            key.removeprefix(start): self.say(key)
            for key in self.keys
            if key.startswith(start) and not self._labels[key].counts and not self._labels[key].names
        }

    @property
    def language(self) -> str:
        """The language as feeds and pages name it: `en`, `pt`, `zh-Hant`."""
        script = self.locale.script
        return f"{self.locale.language}-{script}" if script else str(self.locale.language)

    def say(self, key: str, /, **values: object) -> Markup:
        """Give a label as inert markup.

        Args:
            key: Its table and name: `briefing.minutes`.
            values: What it names; `n` decides the plural. Text becomes inert, markup stays.

        Raises:
            LabelsError: There is no such label, or it names a value that is not given.
        """
        parts = self._form(key, values)
        if len(parts) == 1 and parts[0].name is None:
            return parts[0].markup
        printed = (
            part.markup if part.name is None else part.markup + self._printed(key, part.name, values) for part in parts
        )
        return Markup("".join(printed))  # noqa: S704  # every part is inert text or markup

    def text(self, key: str, /, **values: object) -> str:
        """Give a label as plain text, for feeds and files; raises as `say`."""
        return "".join(
            part.text + ("" if part.name is None else _plain(self._given(key, part.name, values)))
            for part in self._form(key, values)
        )

    def day(self, on: date) -> str:
        """Give "29 October 2025"."""
        return self._day(on)

    def weekday(self, on: date) -> str:
        """Give "Wednesday, 29 October 2025"."""
        return printed(on, "full", self.locale)

    def month(self, on: date) -> str:
        """Give "October 2025"."""
        return str(format_skeleton("yMMMM", on, locale=self.locale))

    def number(self, value: int) -> str:
        """Give "1,204"."""
        return self._number(value)

    def _form(self, key: str, values: Mapping[str, object]) -> tuple[Part, ...]:
        label = self._labels.get(key)
        if label is None:
            raise LabelsError(f"there is no label {key!r}: `briefgen labels` prints them all")
        forms = label.forms
        if len(forms) == 1:
            return forms[OTHER]
        count = values.get(COUNT)
        if not isinstance(count, int):
            raise LabelsError(f"the label {key!r} has plurals: expected a number as {COUNT}, found {count!r}")
        return forms.get(self.locale.plural_form(count), forms[OTHER])

    def _given(self, key: str, name: str, values: Mapping[str, object]) -> object:
        if name not in values:
            raise LabelsError(f"the label {key!r} names {{{name}}}, which is not given")
        value = values[name]
        return self.number(value) if isinstance(value, int) else value

    def _printed(self, key: str, name: str, values: Mapping[str, object]) -> Markup:
        value = self._given(key, name, values)
        if isinstance(value, Markup):
            return value
        return Markup("" if value is None else inert(str(value)))  # noqa: S704  # inert text is markup


def _plain(value: object) -> str:
    return "" if value is None else clean(str(value))
