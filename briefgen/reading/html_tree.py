"""A web page's text -> its surface, as long as the text, and the runs of text on it with the elements they stand in."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.reading.html_model import Node, Page, Run
from briefgen.reading.html_tokens import find_tokens
from briefgen.reading.surface import FILLER, legible

if TYPE_CHECKING:
    from briefgen.reading.html_tokens import Token

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label map mark nobr picture q rp rt ruby s "
    "samp small source span strike strong sub sup time tt u var wbr".split()
)
_VOID = frozenset("area base basefont br col embed frame hr img input link meta param source track wbr".split())
# No text that belongs to an article stands in these.
_UNREAD = frozenset("button select option datalist svg math object video audio canvas progress meter dialog".split())
_ROOT = frozenset(["html", "head", "body"])
_ENDS_PARAGRAPH = frozenset(
    "address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul".split()
)
# An element of the first name ends an open one of the second group, no further out than the third.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(["li"]), frozenset(["ul", "ol", "menu", "table"])),
    "dt": (frozenset(["dt", "dd"]), frozenset(["dl", "table"])),
    "dd": (frozenset(["dt", "dd"]), frozenset(["dl", "table"])),
    "tr": (frozenset(["tr", "td", "th"]), frozenset(["table"])),
    "td": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
    "th": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
}
_SCOPES = frozenset(["table", "td", "th", "caption"])
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SEEN = re.compile(rf"[^\s{FILLER}\u2060\u00ad\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
# Many old references lack their semicolon; browsers read these names without it, even glued to a word.
_LOOSE = re.compile(
    r"&(?:amp|lt|gt|quot|nbsp|copy|reg|shy|laquo|raquo|middot|pound|cent|deg|sect|para|[aeiouAEIOU](?:acute|grave|circ|uml)"
    r"|[ano]tilde|[cC]cedil)(?![A-Za-z0-9]{0,30};)"
)
_LOOSE_READ = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": " ", "shy": FILLER}
_DEEPEST = 250
"""Elements inside elements: real pages stay below 60, and libxml2 stops at 256."""
_FEWEST_BREAKS = 2


_TELLING = frozenset(["html", "meta", "link", "title", "time", "input", "video", "iframe", "body"])


def take_apart(text: str) -> tuple[Page, str]:
    """Take a page apart.

    Args:
        text: The decoded page.

    Returns:
        The page, and its markup without scripts, styles, comments and long attributes, for who finds the main text.
    """
    builder = _Builder(text)
    at = 0
    for token in find_tokens(text):
        builder.text(at, token.start)
        builder.markup(token)
        at = token.end
    builder.text(at, len(text))
    builder.end_run()
    page = Page(
        surface=builder.surface(),
        nodes=tuple(builder.nodes),
        runs=tuple(builder.runs),
        head=tuple(builder.head),
    )
    return page, "".join(builder.reduced)


@dataclass(slots=True)
class _Open:
    """The run being gathered."""

    start: int = -1
    end: int = -1
    linked: int = 0
    visible: int = 0
    bold: int = 0
    breaks: int = 0


@dataclass(slots=True)
class _State:
    """What is open while tokens pass."""

    stack: list[int] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    link: int = -1
    """How many elements were open where the open link began; -1 without one."""
    bold: int = -1


class _Builder:
    """Takes tokens and text in turn; gathers nodes, runs, surface and the reduced page."""

    def __init__(self, text: str) -> None:
        self.nodes: list[Node] = []
        self.runs: list[Run] = []
        self.head: list[Token] = []
        self.reduced: list[str] = []
        self._text = text
        self._parts: list[str] = []
        self._run = _Open()
        self._state = _State()

    def surface(self) -> str:
        """Give the page's surface."""
        return "".join(self._parts)

    def text(self, start: int, end: int) -> None:
        """Take what stands between two pieces of markup."""
        if start == end:
            return
        written = self._text[start:end]
        self.reduced.append(written.replace("<", "&lt;"))
        if self._unread():
            self._parts.append(FILLER * len(written))
            return
        shown = legible(_LOOSE.sub(_read_loose, written))
        self._parts.append(shown)
        first = _SEEN.search(shown)
        if first is None:
            return
        run = self._run
        if run.start >= 0 and run.breaks >= _FEWEST_BREAKS:
            self.end_run()
            run = self._run
        last = len(shown)
        while shown[last - 1].isspace() or not _SEEN.match(shown, last - 1):
            last -= 1
        if run.start < 0:
            run.start = start + first.start()
        run.end = start + last
        run.breaks = 0
        visible = len(_SEEN.findall(shown))
        run.visible += visible
        run.linked += visible if self._state.link >= 0 else 0
        run.bold += visible if self._state.bold >= 0 else 0

    def markup(self, token: Token) -> None:
        """Take a piece of markup."""
        breaks = token.name == "br" or (token.kind != "hidden" and token.name not in INLINE)
        length = token.end - token.start
        self._parts.append(" " + FILLER * (length - 1) if breaks else FILLER * length)
        if token.kind == "hidden":
            self._hidden(token)
        elif token.kind == "open":
            self._opens(token)
        else:
            self._closes(token)

    def end_run(self) -> None:
        """Close the run being gathered at a block's boundary."""
        run = self._run
        if run.start >= 0:
            self.runs.append(
                Run(
                    start=run.start,
                    end=run.end,
                    node=self._state.stack[-1] if self._state.stack else -1,
                    linked=run.linked,
                    visible=run.visible,
                    strong=run.bold == run.visible,
                )
            )
        self._run = _Open()

    def _hidden(self, token: Token) -> None:
        data = token.name == "script" and "ld+json" in token.attributes.get("type", "").lower()
        if data or (token.name == "title" and not self._unread()):
            self.head.append(token)
            self.reduced.append(f"{_reduce(token)}{token.raw}</{token.name}>")
        elif token.name == "iframe":
            self.head.append(token)

    def _opens(self, token: Token) -> None:
        name = token.name
        if name in _TELLING:
            self.head.append(token)
        self.reduced.append(_reduce(token))
        if name == "br":
            self._run.breaks += 1
        if name in INLINE:
            if name == "a" and "href" in token.attributes:
                self._state.link = len(self._state.stack)
            elif name in {"b", "strong"}:
                self._state.bold = len(self._state.stack)
            return
        if name == "br":
            return
        self.end_run()
        if name in _VOID or name in _ROOT:
            return
        self._imply_ends(name)
        if len(self._state.stack) < _DEEPEST:
            self._push(token)

    def _push(self, token: Token) -> None:
        state = self._state
        unread = token.name in _UNREAD or self._unread() or _is_hidden(token.attributes)
        self.nodes.append(
            Node(
                name=token.name,
                parent=state.stack[-1] if state.stack else -1,
                attributes=token.attributes,
                unread=unread,
            )
        )
        state.stack.append(len(self.nodes) - 1)
        state.counts[token.name] = state.counts.get(token.name, 0) + 1

    def _closes(self, token: Token) -> None:
        self.reduced.append(f"</{token.name}>")
        if token.name == "a":
            self._state.link = -1
        elif token.name in {"b", "strong"}:
            self._state.bold = -1
        if token.name in INLINE or token.name == "br":
            return
        self.end_run()
        if self._state.counts.get(token.name):
            while self._pop() != token.name:
                pass

    def _imply_ends(self, name: str) -> None:
        """End the elements that a browser ends where this one begins."""
        if name in _ENDS_PARAGRAPH and self._state.counts.get("p"):
            self._end_within(frozenset(["p"]), _SCOPES)
        if name in _ENDS:
            ended, stops = _ENDS[name]
            if any(self._state.counts.get(each) for each in ended):
                self._end_within(ended, stops)

    def _end_within(self, ended: frozenset[str], stops: frozenset[str]) -> None:
        stack = self._state.stack
        for depth in range(len(stack) - 1, -1, -1):
            name = self.nodes[stack[depth]].name
            if name in ended:
                while len(stack) > depth:
                    self._pop()
                return
            if name in stops:
                return

    def _pop(self) -> str:
        name = self.nodes[self._state.stack.pop()].name
        self._state.counts[name] -= 1
        left = len(self._state.stack)
        if left < self._state.link:
            self._state.link = -1
        if left < self._state.bold:
            self._state.bold = -1
        return name

    def _unread(self) -> bool:
        return bool(self._state.stack) and self.nodes[self._state.stack[-1]].unread


def _is_hidden(attributes: dict[str, str]) -> bool:
    if not attributes:
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or _HIDDEN_STYLE.search(attributes.get("style", "")[:200]) is not None
    )


def _reduce(token: Token) -> str:
    """Write a tag anew, without handlers and long values."""
    if not token.attributes:
        return f"<{token.name}>"
    kept = (
        f' {name}="{value.replace("&", "&amp;").replace(chr(34), "&quot;")}"'
        for name, value in token.attributes.items()
        if len(value) <= _LONGEST_KEPT and _ATTRIBUTE.fullmatch(name) and not name.startswith("on")
    )
    return f"<{token.name}{''.join(kept)}>"


_ATTRIBUTE = re.compile(r"[A-Za-z_][\w:.-]*", re.ASCII)
_LONGEST_KEPT = 500


def _read_loose(match: re.Match[str]) -> str:
    written = match.group()
    read = _LOOSE_READ.get(written[1:]) or html.unescape(written + ";")
    return read + FILLER * (len(written) - len(read))
