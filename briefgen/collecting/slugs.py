"""Names -> slugs: ASCII, distinct, the same in whatever order the names come."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from slugify import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# `index` and `readme` are the listing page itself; the others cannot be folders on Windows, where sites are unpacked, too.
_RESERVED = frozenset(
    ["index", "readme", "404", "con", "prn", "aux", "nul"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)
_LONGEST = 80
_HASH_LENGTHS = (6, 12, 64)


def slugs(names: Mapping[str, str]) -> dict[str, str]:
    """Give each key a slug of its own.

    Args:
        names: From a key that identifies a thing (its kind and folded name) to the name as it is shown.

    Returns:
        From each key to its slug. Where two names would give the same slug, or one gives none or a reserved word, a
        short hash of the key follows: which keys get one depends on the set of names, never on their order.
    """
    plain = {key: slugify(name, max_length=_LONGEST, word_boundary=True) for key, name in names.items()}
    used = Counter(plain.values())
    unusable = {key for key, slug in plain.items() if not slug or slug in _RESERVED or used[slug] > 1}
    result = plain
    for length in _HASH_LENGTHS:
        result = {key: _hashed(key, slug, length) if key in unusable else slug for key, slug in plain.items()}
        if _all_distinct(result.values()):
            break
    return result


def _hashed(key: str, slug: str, length: int) -> str:
    digest = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:length]
    return f"{slug}-{digest}" if slug else f"x-{digest}"


def _all_distinct(values: Iterable[str]) -> bool:
    return all(count == 1 for count in Counter(values).values())
