"""HTML in the form that briefgen's templates write -> its tags, by one regular expression; anything else is not read.

Parsers of all HTML cost a page 10 ms each, and MkDocs and Material run three of them. Text in this form means the same to
all of them: names of tags in small letters, values in double quotes, `<`, `>` and `&` nowhere but in tags and references.
"""

from __future__ import annotations

import re
from itertools import chain
from operator import itemgetter

# Those that no parser treats in a way of its own: no `textarea` or `title`, whose text is read otherwise.
ORDINARY = frozenset(
    "a abbr address article aside b bdi bdo blockquote br button caption circle cite code data datalist dd details dfn div dl dt "
    "em fieldset figcaption figure footer form g h1 h2 h3 h4 h5 h6 header hr i img input kbd label legend li line mark "
    "meter nav ol optgroup option output p path polygon polyline pre q rect s samp script section select small span "
    "strong sub summary sup svg symbol table tbody td template tfoot th thead time tr u ul use var wbr".split()
)
VOID = frozenset(["br", "hr", "img", "input", "wbr"])
_TEXT = r"[^<>&\x00-\x09\x0b-\x1f]*+(?:&(?:\#[0-9]++|\#x[0-9a-f]++|[a-zA-Z][a-zA-Z0-9]*+);[^<>&\x00-\x09\x0b-\x1f]*+)*+"
_SPACE = r"(?:\n?\ ++|\n)"
_ATTRIBUTES = rf"(?:{_SPACE}[a-zA-Z][a-zA-Z0-9:._-]*+(?:=\"[^\"<>`\x00-\x09\x0b-\x1f]*+\")?)*+{_SPACE}?"
_TAG = re.compile(rf"({_TEXT})<(/?)([a-z][a-z0-9]*+)({_ATTRIBUTES})(/?)>")
_LAST = re.compile(_TEXT)
_ATTRIBUTE = re.compile(r"([a-zA-Z][a-zA-Z0-9:._-]*)(?:=\"([^\"]*)\")?")


Tag = tuple[str, str, str, str, str]
"""The text before a tag; `/` in a closing tag; its name; its attributes, with the spaces around them; `/` where it closes
itself. All as it is written, nothing unescaped; two characters of the tag are in none of them. A plain tuple, since a page has
a thousand of them."""


def tags_of(text: str) -> tuple[list[Tag], str] | None:
    """Read a text.

    Returns:
        Its tags and the text behind the last of them; None where any of it is not in the form, or a tag is not known.
    """
    tags: list[Tag] = _TAG.findall(text)
    # Were anything skipped between two tags, the rest would begin too early: within the last tag, and so with its `>`.
    rest = text[sum(map(len, chain.from_iterable(tags))) + 2 * len(tags) :]
    if not _LAST.fullmatch(rest) or not ORDINARY.issuperset(map(itemgetter(2), tags)):
        return None
    return tags, rest


def attributes_of(text: str) -> dict[str, str | None]:
    """Give a tag's attributes, their names in small letters, their values as they are written; the last of a name counts."""
    return {found[1].lower(): found[2] for found in _ATTRIBUTE.finditer(text)}
