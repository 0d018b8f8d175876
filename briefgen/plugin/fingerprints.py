"""Values that pages are made from -> short hashes that are equal only where the values are, in this build or another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b

from briefgen.model.site import Marked, Site, SiteTopic

_PLAIN = (str, int, float, bool, bytes, dt.date, type(None))
_SHARED = frozenset((Marked, Site, SiteTopic))
"""What many pages are made from. Whatever else is frozen stands on one or two: to remember each took 12 KB a briefing."""


class Fingerprints:
    """Hashes of the values of one build; what many pages share is looked through once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}
        """By the identity of a frozen value that is shared, which is kept so that no other gets its identity."""

    def of(self, value: object) -> bytes:
        """Give a value's hash; a plain value stands for itself.

        Args:
            value: Made of texts, numbers, days, tuples, lists, sets, mappings and frozen classes.

        Raises:
            TypeError: There is something else in it.
        """
        kind = type(value)
        if kind in _PLAIN:
            # As it is: what holds it is hashed, and hashing each small value costs more than all else here.
            return f"{kind.__name__} {value!r}".encode("utf-8", "surrogatepass")
        if is_dataclass(kind):
            return self._of_frozen(value)
        name = f"{kind.__module__}.{kind.__qualname__}".encode()
        if isinstance(value, str):
            return _hashed(name, repr(str(value)).encode("utf-8", "surrogatepass"))
        if isinstance(value, tuple | list):
            return _hashed(name, *map(self.of, value))
        if isinstance(value, frozenset | set):
            return _hashed(name, *sorted(map(self.of, value)))
        if isinstance(value, Mapping):
            return _hashed(name, *(part for key, held in value.items() for part in (self.of(key), self.of(held))))
        raise TypeError(f"a {kind.__name__} has no fingerprint")

    def _of_frozen(self, value: object) -> bytes:
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        kind = type(value)
        name = f"{kind.__module__}.{kind.__qualname__}".encode()
        if kind is Marked:
            # There is one for each briefing, of plain values through and through, all of which its text shows.
            found = _hashed(name, repr(value).encode("utf-8", "surrogatepass"))
        else:
            held = (getattr(value, field.name) for field in fields(kind) if field.init)  # type: ignore[arg-type]  # a dataclass
            found = _hashed(name, *map(self.of, held))
        if kind in _SHARED:
            self._known[id(value)] = (value, found)
        return found


def _hashed(*parts: bytes) -> bytes:
    told = blake2b(digest_size=16)
    for part in parts:
        told.update(b"%d:" % len(part))
        told.update(part)
    return told.digest()
