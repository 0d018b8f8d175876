"""A page's scripts of data -> the objects of schema.org among them that tell of the article."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefgen.model.folding import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE_TYPES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle "
    "reviewnewsarticle asknewsarticle blogposting socialmediaposting liveblogposting report scholarlyarticle "
    "techarticle advertisercontentarticle satiricalarticle".split()
)
_PAGE_TYPES = frozenset(["webpage", "itempage", "webcontent", "creativework", "videoobject"])
# These lead from an article to other ones.
_ELSEWHERE = frozenset(
    "itemlistelement haspart ispartof relatedlink citation comment review video image liveblogupdate mentions about "
    "significantlink subjectof potentialaction breadcrumb".split()
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)[;\s]*$"
)
_LONGEST_DATA = 1_000_000
_MOST_OBJECTS = 5_000
_MOST_NAMES = 6
_LONGEST_NAME = 120
_NO_NAME = re.compile(
    r"^(?:admin|administrator|editor|guest|null|none|undefined|unknown|[0-9]+ min.*)$|^@|^https?:|\bwww\.|\||@.+\.|^/",
    re.IGNORECASE,
)
_BY = re.compile(r"^\s*(?:written |story |posted )?by[:\s]+", re.IGNORECASE)


@dataclass(slots=True)
class SchemaData:
    """The page's objects of schema.org that matter."""

    article: dict[str, Any] = field(default_factory=dict)
    page: dict[str, Any] = field(default_factory=dict)
    by_id: dict[str, dict[str, Any]] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)


def schema_data(scripts: list[str]) -> SchemaData:
    """Find the article among the page's objects, in the order in which they stand, the outer ones first."""
    data = SchemaData()
    for script in scripts:
        loaded = _load(script)
        for found in _objects(loaded):
            types = {kind.rsplit("/", 1)[-1].lower() for kind in _strings(found.get("@type"))}
            data.types |= types
            name = found.get("@id")
            if isinstance(name, str) and len(found) > 1:
                data.by_id.setdefault(name, found)
            if not data.article and types & _ARTICLE_TYPES:
                data.article = found
            elif not data.page and types & _PAGE_TYPES:
                data.page = found
    return data


def _load(script: str) -> object:
    """Load data as pages write it: in comments, with commas too many, with raw line breaks in texts."""
    if len(script) > _LONGEST_DATA:
        return None
    bare = _WRAPPING.sub("", _WRAPPING.sub("", script)).strip().rstrip(";")
    for attempt in (bare, _TRAILING_COMMA.sub(r"\1", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(loaded: object) -> Iterator[dict[str, Any]]:
    waiting: deque[object] = deque([loaded])
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        seen += 1
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value[:_MOST_OBJECTS])
        elif isinstance(value, dict):
            yield value
            waiting.extend(
                inner
                for name, inner in value.items()
                if isinstance(inner, (dict, list)) and str(name).lower() not in _ELSEWHERE
            )


def loose_field(scripts: list[str], name: str) -> str:
    """Find a field's text in data that is too broken to load."""
    for script in scripts:
        if _load(script) is None and len(script) <= _LONGEST_DATA:
            found = re.search(rf'"{name}"\s*:\s*"([^"\\\n]{{4,40}})"', script)
            if found:
                return found[1]
    return ""


def names_in(value: object, data: SchemaData) -> str:
    """Give the names of people or bodies, however they are written."""
    listed = value if isinstance(value, list) else [value]
    found: list[str] = []
    for each in listed[:_MOST_NAMES]:
        name = person_name(each if isinstance(each, str) else text_of(resolved(each, data).get("name")))
        if name and name not in found:
            found.append(name)
    if len(found) > 2:  # noqa: PLR2004 - a pair takes "and"
        return ", ".join(found)
    return " and ".join(found)


def resolved(value: object, data: SchemaData) -> dict[str, Any]:
    """Follow a reference by its identifier."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return {}
    if "name" not in value and isinstance(value.get("@id"), str):
        return data.by_id.get(value["@id"], {})
    return value


def person_name(written: str) -> str:
    """Give a person's name without "By"; nothing where it is none."""
    name = tidy(_BY.sub("", html.unescape(written))).strip(" ,;|")
    if not name or len(name) > _LONGEST_NAME or _NO_NAME.search(name):
        return ""
    return name


def text_of(value: object) -> str:
    """Give a text, the first of several, or what an object is called."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("@id") or value.get("name")
    return tidy(html.unescape(value)) if isinstance(value, str) else ""


def _strings(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if isinstance(each, str)]
