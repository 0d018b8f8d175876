"""An editor's notes in Markdown -> HTML in which nothing runs, nothing loads and nothing is included.

Three fences, each enough for what it keeps out: Markdown is read by a parser that knows no raw HTML and no extension
but tables, fenced code and sane lists; what it gives is rebuilt from a list of allowed elements, attributes and link
schemes; every character of text is written inert, so that no later parser finds anything in it.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from markdown import Markdown  # type: ignore[import-untyped]  # it carries no types
from markdown.extensions.fenced_code import FencedCodeExtension  # type: ignore[import-untyped]  # it carries no types
from markdown.extensions.sane_lists import SaneListExtension  # type: ignore[import-untyped]  # it carries no types
from markdown.extensions.tables import TableExtension  # type: ignore[import-untyped]  # it carries no types
from markupsafe import Markup

from briefgen.rendering.inert import clean, escape_all

if TYPE_CHECKING:
    from collections.abc import Callable

    Address = Callable[[str], str | None]

LONGEST = 20_000
"""Bytes. Python-Markdown takes time with the square of some texts; at this length the worst found takes 3 s."""

_KEPT = frozenset(
    "p em strong a ul ol li blockquote code pre br hr table thead tbody tr th td h1 h2 h3 h4 h5 h6".split()
)
_VOID = frozenset(["br", "hr"])
_DROPPED_WITH_CONTENT = frozenset(["script", "style"])
_SHIFT = 2
"""The page has one h1, the notes stand under an h2: their own headings begin at h3."""
_DEEPEST = 6

# Square brackets are what the parser is slowest on: 8,000 repetitions of "![" take 16 s. Only those of a whole inline
# link are left to it; the others travel as private characters, which no text keeps, and come back as brackets.
INLINE_LINK = re.compile(
    r"!?\[([^\[\]\n]{1,500})\]\(([^()\[\]\s<>]{1,2000})(?: {1,4}(?:\"[^\"()\[\]\n<>]{0,500}\"|'[^'()\[\]\n<>]{0,500}'))?\)"
)
"""A link or an image, its words and its target; a title behind the target is read and not shown."""
_OPEN, _CLOSE = "\ue000", "\ue001"
_BACK = str.maketrans({_OPEN: "[", _CLOSE: "]"})
UNSEEN = re.compile(f"[{_OPEN}{_CLOSE}\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no parser gets to see: controls, and the characters that brackets travel as."""


class NotesError(ValueError):
    """Notes that cannot be shown; the text says what is wrong and what to do."""

    def __init__(self, message: str, *, at: int) -> None:
        """Take the character of the notes where it is wrong."""
        super().__init__(message)
        self.at = at


def notes_html(notes: str, *, link: Address, image: Address) -> Markup:
    """Give the notes as one block of HTML without blank lines.

    Args:
        notes: The editor's Markdown.
        link: Gives the address to write for a link's target; with None its text stands alone.
        image: The same for an image; with None its description stands alone.

    Raises:
        NotesError: They are too long or nested too deeply. The page is not built from them.
    """
    refuse_long(notes)
    return rebuilt_html(drop_unseen(notes), link=link, image=image)


def refuse_long(notes: str) -> None:
    """Refuse notes that would take the parser seconds.

    Raises:
        NotesError: They are longer than 20,000 bytes.
    """
    data = notes.encode("utf-8", "surrogatepass")
    if len(data) > LONGEST:
        raise NotesError(
            f"expected notes of at most {LONGEST:,} bytes below the front matter, found {len(data):,}: shorten them, "
            "or move them to a page of their own in the content folder and link to it",
            at=len(data[:LONGEST].decode("utf-8", "ignore")),
        )


def rebuilt_html(notes: str, *, link: Address, image: Address) -> Markup:
    """Give the HTML of notes that are neither too long nor hold what the parser is not to see."""
    rebuilt = _Rebuilder(link, image)
    try:
        rebuilt.feed(_parser().convert(_without_stray_brackets(notes)))
    except RecursionError:
        raise NotesError(
            "expected quotes and lists nested a few levels deep in the notes: unfold them", at=deepest(notes)
        ) from None
    rebuilt.close()
    return Markup(rebuilt.html())  # noqa: S704  # rebuilt from allowed elements and inert text


def drop_unseen(notes: str) -> str:
    """Give the notes as the parser gets them: without control characters and those that stand for brackets."""
    return UNSEEN.sub("", notes)


def deepest(notes: str) -> int:
    """Give the beginning of the line with the longest lead of white space and signs of quotes and lists."""
    leads = [
        (len(line) - len(line.lstrip(" \t>*+-.0123456789")), -number) for number, line in enumerate(notes.split("\n"))
    ]
    return sum(len(line) + 1 for line in notes.split("\n")[: -max(leads)[1]])


def _parser() -> Markdown:
    parser = Markdown(extensions=[TableExtension(), FencedCodeExtension(), SaneListExtension()])
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.parser.blockprocessors.deregister("reference")
    return parser


def _without_stray_brackets(text: str) -> str:
    kept: list[str] = []
    last = 0
    hide = str.maketrans({"[": _OPEN, "]": _CLOSE})
    for found in INLINE_LINK.finditer(text):
        kept += [text[last : found.start()].translate(hide), found.group()]
        last = found.end()
    kept.append(text[last:].translate(hide))
    return "".join(kept)


class _Rebuilder(HTMLParser):
    """Writes HTML anew from what it allows; everything else becomes text or goes."""

    def __init__(self, link: Address, image: Address) -> None:
        super().__init__(convert_charrefs=True)
        self._link = link
        self._image = image
        self._out: list[str] = []
        self._open: list[str] = []
        self._dropping: str | None = None

    def html(self) -> str:
        """Give what was written, with every element closed."""
        return "".join([*self._out, *(f"</{tag}>" for tag in reversed(self._open) if tag)])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED_WITH_CONTENT:
            self._dropping = tag
        elif tag in _VOID:
            self._out.append(f"<{tag}>")
        elif tag == "img":
            self._out.append(self._picture(dict(attrs)))
        elif tag in _KEPT:
            written = self._opening(tag, dict(attrs))
            self._out.append(written)
            self._open.append(_shifted(tag) if written else "")

    def _opening(self, tag: str, attributes: dict[str, str | None]) -> str:
        if tag == "a":
            address = self._link(attributes.get("href") or "")
            # A link that may not be one leaves its text.
            return f'<a href="{escape_all(address)}">' if address is not None else ""
        if tag == "ol" and (attributes.get("start") or "").isdecimal():
            return f'<ol start="{int(attributes["start"] or 1)}">'
        return f"<{_shifted(tag)}>"

    def _picture(self, attributes: dict[str, str | None]) -> str:
        description = escape_all(clean((attributes.get("alt") or "").translate(_BACK)))
        address = self._image(attributes.get("src") or "")
        return (
            description if address is None else f'<img src="{escape_all(address)}" alt="{description}" loading="lazy">'
        )

    def handle_endtag(self, tag: str) -> None:
        if tag == self._dropping:
            self._dropping = None
        elif tag in _KEPT - _VOID and self._open:
            closed = self._open.pop()
            self._out.append(f"</{closed}>" if closed else "")

    def handle_data(self, data: str) -> None:
        if self._dropping:
            return
        data = data.translate(_BACK)
        if "pre" in self._open:
            # A blank line would end the block of HTML for some Markdown parsers.
            lines = (escape_all(line) for line in data.split("\n"))
            self._out.append("&#10;".join(lines))
            return
        lead = " " if data[:1].isspace() else ""
        tail = " " if data[-1:].isspace() and data.strip() else ""
        self._out.append(f"{lead}{escape_all(clean(data))}{tail}")


def _shifted(tag: str) -> str:
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():  # noqa: PLR2004  # h1 to h6
        return f"h{min(int(tag[1]) + _SHIFT, _DEEPEST)}"
    return tag
