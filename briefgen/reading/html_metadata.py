"""A web page's data for machines -> what they say of the article: title, dates, authors, publisher, address, language."""

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

    from briefgen.reading.html_tokens import Token

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
_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article:published",
    "article.published", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publication-date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "rnews:datepublished",
    "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date",
    "dcterms.date", "citation_publication_date", "citation_date", "citation_online_date", "date.created", "bt:pubdate",
    "displaydate", "article_date_original", "datecreated", "date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "article:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "lastmod", "last-modified", "last_modified", "revised", "date.updated",
)  # fmt: skip
_AUTHOR = (
    "author", "article:author", "byl", "byline", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
    "citation_author", "twitter:data1", "cxenseparse:author",
)  # fmt: skip
_SITE = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "apple-mobile-web-app-title",
)
_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title")
_LANGUAGE = ("og:locale", "content-language", "language", "dc.language")
_WEB = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"saved from url=(?:\([0-9]{1,6}\))?(https?://[^\s<>\"]+)|\n\s*url:\s*(https?://[^\s<>\"]+)", re.IGNORECASE
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page tells machines of its article; every text is tidy, the empty one where it tells nothing."""

    titles: tuple[str, ...] = ()
    """Candidates, the likeliest first."""
    page_title: str = ""
    """Of the browser's window."""
    published: str = ""
    """As written, with its own time zone."""
    updated: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    is_video: bool = False
    """Whether the page calls itself a film's."""


@dataclass(slots=True)
class _Data:
    """The page's objects of schema.org that matter."""

    article: dict[str, Any] = field(default_factory=dict)
    page: dict[str, Any] = field(default_factory=dict)
    by_id: dict[str, dict[str, Any]] = field(default_factory=dict)
    types: set[str] = field(default_factory=set)


def read_metadata(head: tuple[Token, ...], beginning: str) -> Metadata:
    """Read what a page says of itself.

    Args:
        head: Its telling elements.
        beginning: The first characters of the file, where programs that save pages note the address.

    Returns:
        What it says. Data for machines comes first, since it names its fields; where two say different things, schema.org's
        object counts, then OpenGraph, then other `meta` elements.
    """
    metas = _metas(head)
    scripts = [token.raw for token in head if token.name == "script"]
    data = _schema(scripts)
    article, page = data.article, data.page
    links = [token.attributes for token in head if token.name == "link" and token.attributes.get("href")]
    canonical = next((link["href"] for link in links if "canonical" in link.get("rel", "").lower().split()), "")
    saved = _SAVED_FROM.search(beginning)
    urls = [
        canonical,
        metas.get("og:url", ""),
        _text(article.get("url")),
        _text(article.get("mainEntityOfPage")),
        *(saved.groups(default="") if saved else ()),
    ]
    title = next((tidy(html.unescape(token.raw)) for token in head if token.name == "title"), "")
    root = next((token.attributes for token in head if token.name == "html"), {})
    return Metadata(
        titles=tuple(
            found
            for found in (
                _text(article.get("headline")) or _text(article.get("name")),
                *(metas.get(name, "") for name in _TITLE),
            )
            if found
        ),
        page_title=title,
        published=_first_date(
            [
                _text(article.get("datePublished")),
                _loose(scripts, "datePublished"),
                _text(article.get("dateCreated")),
                *(metas.get(name, "") for name in _PUBLISHED),
                _text(page.get("datePublished")) or _text(page.get("uploadDate")),
            ]
        ),
        updated=_first_date(
            [
                _text(article.get("dateModified")),
                *(metas.get(name, "") for name in _UPDATED),
                _text(page.get("dateModified")),
                _loose(scripts, "dateModified"),
            ]
        ),
        author=_authors(article, data, metas),
        publisher=_names(article.get("publisher"), data)
        or _text(_resolved(page.get("publisher"), data).get("name"))
        or next((metas[name] for name in _SITE if metas.get(name)), ""),
        url=next((url.strip() for url in urls if _WEB.fullmatch(url.strip())), ""),
        language=root.get("lang", "")
        or root.get("xml:lang", "")
        or next((metas[name] for name in _LANGUAGE if metas.get(name)), ""),
        is_video=metas.get("og:type", "").startswith("video") or ("videoobject" in data.types and not article),
    )


def _metas(head: tuple[Token, ...]) -> dict[str, str]:
    metas: dict[str, str] = {}
    for token in head:
        if token.name != "meta" or not token.attributes.get("content"):
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = token.attributes.get(key, "").strip().lower()
            if name:
                metas.setdefault(name, tidy(html.unescape(token.attributes["content"])))
    return metas


def _schema(scripts: list[str]) -> _Data:
    """Find the article among the page's objects, in the order in which they stand, the outer ones first."""
    data = _Data()
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


def _loose(scripts: list[str], name: str) -> str:
    """Find a field's text in data that is too broken to load."""
    for script in scripts:
        if _load(script) is None and len(script) <= _LONGEST_DATA:
            found = re.search(rf'"{name}"\s*:\s*"([^"\\\n]{{4,40}})"', script)
            if found:
                return found[1]
    return ""


def _authors(article: dict[str, Any], data: _Data, metas: dict[str, str]) -> str:
    found = _names(article.get("author"), data) or _names(article.get("creator"), data)
    if found:
        return found
    for name in _AUTHOR:
        if name == "twitter:data1" and "written by" not in metas.get("twitter:label1", "").lower():
            continue
        person = _person(metas.get(name, ""))
        if person:
            return person
    return ""


def _names(value: object, data: _Data) -> str:
    """Give the names of people or bodies, however they are written."""
    listed = value if isinstance(value, list) else [value]
    found: list[str] = []
    for each in listed[:_MOST_NAMES]:
        name = _person(each if isinstance(each, str) else _text(_resolved(each, data).get("name")))
        if name and name not in found:
            found.append(name)
    if len(found) > 2:  # noqa: PLR2004 - a pair takes "and"
        return ", ".join(found)
    return " and ".join(found)


def _resolved(value: object, data: _Data) -> dict[str, Any]:
    """Follow a reference by its identifier."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return {}
    if "name" not in value and isinstance(value.get("@id"), str):
        return data.by_id.get(value["@id"], {})
    return value


def _person(written: str) -> str:
    name = tidy(_BY.sub("", html.unescape(written))).strip(" ,;|")
    if not name or len(name) > _LONGEST_NAME or _NO_NAME.search(name):
        return ""
    return name


def _text(value: object) -> str:
    """Give a text, the first of several, or what an object is called."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("@id") or value.get("name")
    return tidy(html.unescape(value)) if isinstance(value, str) else ""


def _strings(value: object) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if isinstance(each, str)]


_YEAR = re.compile(r"\b(?:199|20[0-9])[0-9]|\b(?:199|20[0-9])[0-9]{5}\b")


def _first_date(candidates: list[str]) -> str:
    """Give the first text with a year in it that an article on the web can have."""
    return next((text for text in candidates if _YEAR.search(text)), "")
