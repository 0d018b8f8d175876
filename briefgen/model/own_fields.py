"""Fields that a site adds to the front matter of its briefings, and what a briefing says in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnField:
    """A field that a site declares in its mkdocs.yml."""

    name: str
    """As it stands in the front matter."""
    label: str
    """As readers see it."""
    several: bool = False
    """Whether it takes a list of texts rather than one."""
    shown: bool = True
    """Whether a briefing's page shows it among what it says about itself; a site's own template may show it elsewhere."""


class Own(Mapping[str, "str | tuple[str, ...] | None"]):
    """What one briefing says in the fields of its site: every declared field is there, in the order of their declaration.

    A text, or None where the briefing leaves it out; for a field of several texts a tuple. So a template that asks for a
    name which nobody has declared is a mistake, and one that asks for what a briefing leaves out is not.
    """

    __slots__ = ("_held",)

    def __init__(self, held: Iterable[tuple[OwnField, str | tuple[str, ...] | None]] = ()) -> None:
        """Take the declared fields with their values."""
        self._held = tuple(held)

    @property
    def fields(self) -> tuple[OwnField, ...]:
        """The declared fields."""
        return tuple(field for field, _ in self._held)

    @property
    def shown(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """From the label of each field that is to be shown, and in which something stands, to its texts."""
        return tuple(
            (field.label, value if isinstance(value, tuple) else (value,))
            for field, value in self._held
            if value and field.shown
        )

    @property
    def given(self) -> dict[str, str | tuple[str, ...]]:
        """The names of the fields in which something stands, with what stands there."""
        return {field.name: value for field, value in self._held if value}

    def __getitem__(self, name: str) -> str | tuple[str, ...] | None:
        """Give what stands in a field."""
        for field, value in self._held:
            if field.name == name:
                return value
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        """Give the names of the declared fields."""
        return (field.name for field, _ in self._held)

    def __len__(self) -> int:
        """Count the declared fields."""
        return len(self._held)

    def __eq__(self, other: object) -> bool:
        """Compare declarations and values."""
        return isinstance(other, Own) and self._held == other._held

    def __hash__(self) -> int:
        """Hash declarations and values."""
        return hash(self._held)

    def __repr__(self) -> str:
        """Show the values."""
        return f"Own({dict(self)!r})"


NO_OWN = Own()
"""Of a site that declares no fields."""
