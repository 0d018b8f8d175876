"""Labels, and what they say in a template or a feed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from string import Formatter
from typing import TYPE_CHECKING

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from markupsafe import Markup

from briefgen.errors import SettingsError
from briefgen.rendering.inert import clean, escape_all, inert

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from babel import Locale

FALLBACK = "en"
_OTHER = "other"


class LabelsError(SettingsError):
    """A label is asked for that there is not, or a site's own labels cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One label: from each plural to its parts, a text and the name of the value behind it, if any."""

    key: str
    forms: Mapping[str, tuple[tuple[str, str | None], ...]]

    @classmethod
    def read(cls, key: str, value: object) -> Label:
        """Read a label from TOML.

        Args:
            key: Its table and name.
            value: A text, or a table of texts by plural: `{one = "{n} briefing", other = "{n} briefings"}`.

        Raises:
            LabelsError: It is neither.
        """
        texts = value if isinstance(value, dict) else {_OTHER: value}
        if _OTHER not in texts or not all(isinstance(text, str) for text in texts.values()):
            raise LabelsError(f"{key}: expected a text, or a table of texts with `other`, found {value!r}")
        try:
            return cls(key=key, forms={plural: _parts(str(text)) for plural, text in texts.items()})
        except ValueError as error:
            raise LabelsError(f"{key}: {error}: write braces that stand for themselves twice") from error

    @property
    def names(self) -> frozenset[str]:
        """The values that it names."""
        return frozenset(name for parts in self.forms.values() for _, name in parts if name is not None)

    def fits(self, known: Label | None) -> None:
        """Tell whether it can take the place of briefgen's own.

        Raises:
            LabelsError: There is none of its name, or it names a value that briefgen does not give.
        """
        if known is None:
            raise LabelsError(f"{self.key}: there is no such label: `briefgen labels` lists them")
        if unknown := sorted(self.names - known.names):
            expected = ", ".join(f"{{{name}}}" for name in sorted(known.names)) or "no value"
            raise LabelsError(f"{self.key}: expected {expected}, found {{{unknown[0]}}}")


def _parts(text: str) -> tuple[tuple[str, str | None], ...]:
    parts = []
    for literal, name, form, conversion in Formatter().parse(text):
        if name is not None and (not name.isidentifier() or form or conversion):
            raise ValueError(f"expected a name in braces, found {{{name}}}")
        parts.append((literal, name))
    return tuple(parts)


class Labels:
    """The labels of a site, with the days and plurals of its language."""

    def __init__(self, labels: Mapping[str, Label], locale: Locale) -> None:
        """Take the labels by their keys, `briefing.evidence`, and the language."""
        self._labels = labels
        self.locale = locale
        self._day = lru_cache(maxsize=4096)(lambda on: format_date(on, "long", locale))

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, sorted."""
        return tuple(sorted(self._labels))

    def say(self, key: str, /, **values: object) -> Markup:
        """Give a label as inert markup.

        Args:
            key: Its table and name: `briefing.minutes`.
            values: What it names; `n` decides the plural. Text becomes inert, markup stays.

        Raises:
            LabelsError: There is no such label, or it names a value that is not given.
        """
        printed: list[str] = []
        for literal, name in self._form(key, values):
            printed.append(escape_all(literal))
            if name is not None:
                printed.append(self._printed(key, name, values))
        return Markup("".join(printed))  # noqa: S704  # every part is inert text or markup

    def text(self, key: str, /, **values: object) -> str:
        """Give a label as plain text, for feeds and files; raises as `say`."""
        parts = self._form(key, values)
        return "".join(
            literal + ("" if name is None else clean(str(self._given(key, name, values)))) for literal, name in parts
        )

    def day(self, on: date) -> str:
        """Give "29 October 2025"."""
        return str(self._day(on))

    def month(self, on: date) -> str:
        """Give "October 2025"."""
        return str(format_skeleton("yMMMM", on, locale=self.locale))

    def number(self, value: int) -> str:
        """Give "1,204"."""
        return str(format_decimal(value, locale=self.locale))

    def _form(self, key: str, values: Mapping[str, object]) -> tuple[tuple[str, str | None], ...]:
        label = self._labels.get(key)
        if label is None:
            raise LabelsError(f"there is no label {key!r}")
        forms = label.forms
        count = values.get("n")
        if len(forms) > 1 and isinstance(count, int):
            return forms.get(self.locale.plural_form(count), forms[_OTHER])
        return forms[_OTHER]

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
