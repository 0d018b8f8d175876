"""A JSON file's text -> what is wrong with it, and the addresses in it that lead somewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefgen.verifying.days import is_time
from briefgen.verifying.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERSION = "https://jsonfeed.org/version/1"
_NOTHING = object()


def parsed_json(text: str, line: int = 1, what: str = "JSON") -> tuple[object, list[Finding]]:
    """Parse strictly: no NaN, no name twice in an object.

    Returns:
        The value, None where it cannot be parsed, and what is wrong.
    """
    try:
        return json.loads(text, parse_constant=_refused, object_pairs_hook=_object), []
    except json.JSONDecodeError as error:
        message = f"expected {what}, found: {error.msg}"
        # Within a page the first line begins somewhere in the page's.
        column = error.colno if line == 1 or error.lineno > 1 else 1
        return None, [Finding(code="data-invalid", line=line + error.lineno - 1, column=column, message=message)]
    except (ValueError, RecursionError) as error:
        told = str(error) if isinstance(error, ValueError) else "it is nested too deeply"
        return None, [Finding(code="data-invalid", line=line, message=f"expected {what}, found: {told}")]


def is_feed(value: object) -> bool:
    """Tell whether a value means to be a JSON Feed."""
    return isinstance(value, dict) and str(value.get("version", "")).startswith("https://jsonfeed.org/")


def feed_findings(feed: dict[str, object]) -> Iterator[Finding]:
    """Give what is wrong with a JSON Feed, by version 1.1 of its format."""
    if not str(feed["version"]).startswith(_VERSION):
        yield _wrong(f"expected the version {_VERSION}.1, found {feed['version']!r}")
    yield from _typed(feed, {"title": str}, "the feed", needed=True)
    texts = ("home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "language")
    yield from _typed(feed, {**dict.fromkeys(texts, str), "authors": list, "hubs": list, "expired": bool}, "the feed")
    items = feed.get("items", _NOTHING)
    if not isinstance(items, list):
        yield _wrong(
            "expected `items`, a list, in the feed, found " + ("none" if items is _NOTHING else repr(items)[:60])
        )
        return
    yield from _listed(feed, "the feed")
    seen: set[str] = set()
    for number, item in enumerate(items, 1):
        yield from _item(item, f"item {number}", seen)


def addresses_in(value: object) -> Iterator[str]:
    """Give the addresses that a JSON Feed, or the index of Material's search, leads to."""
    if not isinstance(value, dict):
        return
    for name in ("home_page_url", "feed_url", "next_url", "icon", "favicon"):
        if isinstance(value.get(name), str):
            yield str(value[name])
    for item in value.get("items") or () if is_feed(value) else ():
        for name in ("url", "image", "banner_image"):
            if isinstance(item, dict) and isinstance(item.get(name), str):
                yield item[name]


def manifest_addresses(value: object) -> Iterator[str]:
    """Give the addresses that the manifest of a web application leads to."""
    if not isinstance(value, dict):
        return
    if isinstance(value.get("start_url"), str):
        yield value["start_url"]
    for name in ("icons", "screenshots"):
        for picture in value[name] if isinstance(value.get(name), list) else ():
            if isinstance(picture, dict) and isinstance(picture.get("src"), str):
                yield picture["src"]


def search_locations(value: object) -> Iterator[str]:
    """Give where the entries of a search's index lead, from the site's root."""
    entries = value.get("docs", value.get("items")) if isinstance(value, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("location"), str):
            yield entry["location"]


def _item(item: object, where: str, seen: set[str]) -> Iterator[Finding]:
    if not isinstance(item, dict):
        yield _wrong(f"expected an object as {where}, found {repr(item)[:60]}")
        return
    yield from _typed(item, {"id": str}, where, needed=True)
    texts = (
        "url",
        "external_url",
        "title",
        "content_html",
        "content_text",
        "summary",
        "image",
        "banner_image",
        "language",
    )
    yield from _typed(item, {**dict.fromkeys(texts, str), "authors": list, "tags": list, "attachments": list}, where)
    for attachment in item["attachments"] if isinstance(item.get("attachments"), list) else ():
        if not isinstance(attachment, dict):
            yield _wrong(f"expected an object in `attachments` of {where}, found {repr(attachment)[:60]}")
        else:
            yield from _typed(attachment, {"url": str, "mime_type": str}, f"an attachment of {where}", needed=True)
    yield from _listed(item, where)
    name = str(item.get("id"))
    if name in seen:
        yield _wrong(f"expected an id of its own in each item, found {name!r} in {where} again")
    seen.add(name)
    if "content_html" not in item and "content_text" not in item:
        yield _wrong(f"expected content_html or content_text in {where}, found neither")
    for told in ("date_published", "date_modified"):
        if told in item and not (isinstance(item[told], str) and is_time(item[told])):
            yield _wrong(f"expected a time such as 2026-01-31T00:00:00Z as {told} of {where}, found {item[told]!r}")


def _listed(value: dict[str, object], where: str) -> Iterator[Finding]:
    """Give what of the authors and tags of a feed or an item is of another kind."""
    for name, kind, expected in (("authors", dict, "objects"), ("tags", str, "texts")):
        listed = value.get(name)
        wrong = [one for one in listed if not isinstance(one, kind)] if isinstance(listed, list) else []
        if wrong:
            yield _wrong(f"expected {expected} in `{name}` of {where}, found {repr(wrong[0])[:60]}")


def _typed(value: dict[str, object], types: dict[str, type], where: str, *, needed: bool = False) -> Iterator[Finding]:
    for name, kind in types.items():
        if name not in value:
            if needed:
                yield _wrong(f"expected `{name}` in {where}, found none")
        elif not isinstance(value[name], kind) or value[name] == "":
            shown = repr(value[name])[:60]
            yield _wrong(f"expected `{name}` of {where} to be a {_NAMES[kind]}, found {shown}")


_NAMES: dict[type, str] = {str: "text", list: "list", bool: "true or false"}


def _wrong(message: str) -> Finding:
    return Finding(code="feed-invalid", message=message)


def _refused(name: str) -> object:
    raise ValueError(f"{name}, which is no JSON")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the name {twice!r} twice in one object")
    return value
