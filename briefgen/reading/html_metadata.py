"""A web page's data for machines -> what they say of the article: title, dates, authors, publisher, address, language."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefgen.model.folding import tidy
from briefgen.reading.html_schema import SchemaData, loose_field, names_in, person_name, resolved, schema_data, text_of

if TYPE_CHECKING:
    from briefgen.reading.html_tokens import Token

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
    data = schema_data(scripts)
    article, page = data.article, data.page
    links = [token.attributes for token in head if token.name == "link" and token.attributes.get("href")]
    canonical = next((link["href"] for link in links if "canonical" in link.get("rel", "").lower().split()), "")
    saved = _SAVED_FROM.search(beginning)
    urls = [
        canonical,
        metas.get("og:url", ""),
        text_of(article.get("url")),
        text_of(article.get("mainEntityOfPage")),
        *(saved.groups(default="") if saved else ()),
    ]
    title = next((tidy(html.unescape(token.raw)) for token in head if token.name == "title"), "")
    root = next((token.attributes for token in head if token.name == "html"), {})
    return Metadata(
        titles=tuple(
            found
            for found in (
                text_of(article.get("headline")) or text_of(article.get("name")),
                *(metas.get(name, "") for name in _TITLE),
            )
            if found
        ),
        page_title=title,
        published=_first_date(
            [
                text_of(article.get("datePublished")),
                loose_field(scripts, "datePublished"),
                text_of(article.get("dateCreated")),
                *(metas.get(name, "") for name in _PUBLISHED),
                text_of(page.get("datePublished")) or text_of(page.get("uploadDate")),
            ]
        ),
        updated=_first_date(
            [
                text_of(article.get("dateModified")),
                *(metas.get(name, "") for name in _UPDATED),
                text_of(page.get("dateModified")),
                loose_field(scripts, "dateModified"),
            ]
        ),
        author=_authors(article, data, metas),
        publisher=names_in(article.get("publisher"), data)
        or text_of(resolved(page.get("publisher"), data).get("name"))
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


def _authors(article: dict[str, Any], data: SchemaData, metas: dict[str, str]) -> str:
    found = names_in(article.get("author"), data) or names_in(article.get("creator"), data)
    if found:
        return found
    for name in _AUTHOR:
        if name == "twitter:data1" and "written by" not in metas.get("twitter:label1", "").lower():
            continue
        person = person_name(metas.get(name, ""))
        if person:
            return person
    return ""


_YEAR = re.compile(r"\b(?:199|20[0-9])[0-9]|\b(?:199|20[0-9])[0-9]{5}\b")


def _first_date(candidates: list[str]) -> str:
    """Give the first text with a year in it that an article on the web can have."""
    return next((text for text in candidates if _YEAR.search(text)), "")
