"""The name of an article's file -> how it is read, or what to do with it where it cannot be."""

from __future__ import annotations

import re

PLAIN = (".txt", ".text")
MARKDOWN = (".md", ".markdown", ".mdown")
PAGES = (".html", ".htm", ".xhtml")
READABLE = frozenset((*PLAIN, *MARKDOWN, *PAGES))
"""Endings of the files that are articles, whatever their case."""

# “U.S. and China” and “Plan 2.0” have none: what follows their last dot is no ending.
_SUFFIX = re.compile(r"\.(?=\d{0,11}[A-Za-z])[A-Za-z0-9]{1,12}", re.ASCII)
_BY_HAND = "copy the article's text into {stem}.txt"
_IN_BROWSER = "open it in a browser and save the page as HTML, {stem}.html"
_KINDS: tuple[tuple[str, str, str], ...] = (
    (
        ".doc .docm .docx .odt .ott .pages .rtf .wpd",
        "a word processor's document",
        "open it and save it as plain text, {stem}.txt",
    ),
    (".pdf .ps .djvu", "a document made for printing", _BY_HAND),
    (".azw .azw3 .epub .mobi", "an e-book", _BY_HAND),
    (".eml .emlx .mbox .msg", "a mail", _BY_HAND),
    (".maff .mht .mhtml .webarchive", "a web page packed into one file", _IN_BROWSER),
    (".desktop .url .webloc .website", "a link without the page that it leads to", _IN_BROWSER),
    (".heic .heif .tif .tiff", "a picture of a page", _BY_HAND),
    (".7z .gz .rar .tar .tgz .zip", "an archive", "unpack it and take the article's text or page from it"),
)
_TOLD = {suffix: (what, advice) for suffixes, what, advice in _KINDS for suffix in suffixes.split()}


def suffix_of(file: str) -> str:
    """Give the ending of a file's name in small letters, with its dot; empty where it has none."""
    name = file.rpartition("/")[2]
    stem, dot, last = name.rpartition(".")
    return f".{last.lower()}" if stem and _SUFFIX.fullmatch(dot + last) else ""


def stem_of(file: str) -> str:
    """Give a file's name without folders and without its ending."""
    name = file.rpartition("/")[2]
    return name[: len(name) - len(suffix_of(name))]


def refused_kind(file: str) -> str:
    """Say of a file that is no article by its ending what was expected and what to do; empty for one that may be read.

    Args:
        file: Its name, with or without folders.
    """
    suffix, stem = suffix_of(file), stem_of(file)
    if suffix in READABLE:
        return ""
    expected = "expected plain text (.txt), Markdown (.md) or a web page (.html)"
    if not suffix:
        return (
            f"{expected}, found a name without such an ending; call it {stem}.txt if it is an article, or move it away"
        )
    what, advice = _TOLD.get(suffix, (f"a file of the kind “{suffix}”", _BY_HAND))
    named = what if suffix not in _TOLD else f"{what} ({suffix})"
    return f"{expected}, found {named}; {advice.format(stem=stem)}; then this file may stay beside it"
