"""text -> what a Markdown file's own front matter says of the article.

Deliberately no YAML parser: a seed is somebody else's file, its front matter may be broken or hostile (aliases that expand,
deep nesting), and only a few plain values are wanted from it. What this reader does not understand it leaves out.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field

_FENCE = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n")
_KEY = re.compile(r"([A-Za-z_][\w .:-]{0,40}?)[\"']?[ \t]*[:=](?:[ \t]+(.*)|$)")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|.)")
_COMMENT = re.compile(r"[ \t]#.*$")
_SURROGATES = range(0xD800, 0xE000)
_MOST_LINES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The front matter of a seed."""

    end: int = 0
    """One past its closing line; 0 where the file has none."""
    fields: dict[str, str] = field(default_factory=dict)
    """Top-level values by lower-case key, as text; the items of a list joined by ", "."""


def read_front_matter(text: str) -> FrontMatter:
    """Read the block between two lines of `---` (or `+++`) at the very beginning.

    Args:
        text: The decoded file.

    Returns:
        Its values; empty where there is none or where it is never closed.
    """
    fence = _FENCE.match(text)
    if fence is None:
        return FrontMatter()
    close = re.compile(rf"^(?:{re.escape(fence.group(1))}|\.\.\.)[ \t]*\r?$", re.MULTILINE).search(text, fence.end())
    if close is None:
        return FrontMatter()
    lines = [line.rstrip("\r") for line in text[fence.end() : close.start()].split("\n")[:_MOST_LINES]]
    fields: dict[str, str] = {}
    key = ""
    value: list[str] = []
    for line in lines:
        found = _KEY.match(line)
        if found:
            if key:
                fields.setdefault(key, _value(value))
            key = found.group(1).strip().lower()
            value = [found.group(2) or ""]
        elif line.startswith("#"):
            continue
        elif key:
            value.append(line)
    if key:
        fields.setdefault(key, _value(value))
    return FrontMatter(end=close.end(), fields={name: said for name, said in fields.items() if said})


def _value(lines: list[str]) -> str:
    """Give a scalar as one line of text, a list as its items joined by commas."""
    first = lines[0].strip()
    rest = [line.strip() for line in lines[1:]]
    if first in {">", ">-", ">+", "|", "|-", "|+"}:
        return " ".join(" ".join(rest).split())
    if first.startswith('"'):
        return _double_quoted("\n".join([first, *rest]))
    if first.startswith("'"):
        whole = " ".join([first, *rest]).rstrip()
        return whole[1:].removesuffix("'").replace("''", "'").strip()
    if not first and any(line.startswith("- ") for line in rest):
        return ", ".join(_value([line[2:]]) for line in rest if line.startswith("- "))
    whole = _COMMENT.sub("", " ".join(part for part in [first, *rest] if part))
    if whole.startswith("#"):
        return ""
    if whole.startswith("[") and whole.endswith("]"):
        return ", ".join(item.strip().strip("\"'") for item in whole[1:-1].split(",") if item.strip())
    return "" if whole in {"null", "~", "{}"} else whole.strip()


def _double_quoted(written: str) -> str:
    """Read YAML's double-quoted style: escapes, and lines folded to spaces."""
    written = re.sub(r"\\\n", "", written.rstrip())
    inner = written[1:].removesuffix('"').replace("\n", " ")
    return " ".join(_ESCAPE.sub(_unescape, inner).split())


def _unescape(match: re.Match[str]) -> str:
    code = match.group(1)
    if len(code) > 1:
        number = int(code[1:], 16)
        return "" if number > sys.maxunicode or number in _SURROGATES else chr(number)
    return {"n": " ", "t": " ", "r": " ", "N": " ", "0": "", "a": "", "b": "", "e": "", "f": " ", "v": " "}.get(
        code, code
    )
