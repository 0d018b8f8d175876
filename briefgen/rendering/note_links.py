"""An editor's notes -> the links that their page shows or drops, each at its place in the notes.

They are found by rendering the notes as the page does: what stands in code is no link, and what looks like one to a
simpler parser may be none. The parser tells no places; so each target that may be one carries its number through it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.model.note_link import NoteLink
from briefgen.rendering import addresses
from briefgen.rendering.links import Links
from briefgen.rendering.notes import INLINE_LINK, UNSEEN, NotesError, deepest, notes_html, rebuilt_html, refuse_long

if TYPE_CHECKING:
    from collections.abc import Iterator

# Private characters, which no text keeps and no parser acts upon; those that brackets travel as are others.
_BEGIN, _END = "\ue002", "\ue003"
_NUMBERED = re.compile(f"{_BEGIN}(\\d+){_END}")
_LIKE_A_LINK = re.compile(
    r"!?\[([^\[\]\n]{1,500})\](?:\((?=[^()\n]{0,500}[./#:])[^()\n]{1,500}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)|\[([^\[\]\n]{0,500})\])"
)
"""Links that other Markdown knows: an address with spaces, in <> or with brackets; one that stands elsewhere, under a name."""
_LONGEST = 3_000  # characters of such a link, what the parser does not see among them
_NAMED = re.compile(r"(?m)^ {0,3}\[([^\[\]\n]{1,500})\]:[ \t]*\S")
_CODE = re.compile(r"<(code|pre)>.*?</\1>", re.DOTALL)


def note_links(notes: str, *, here: str) -> tuple[NoteLink, ...]:
    """Find the links and images of notes.

    Args:
        notes: The editor's Markdown.
        here: The page they stand on, as a path from the root of the content: `briefings/ferry.md`.

    Returns:
        In the order of the notes, with what looks like a link and is text on the page. Links that Markdown makes of a bare
        address in <angle brackets> are left out: they lead to other hosts.

    Raises:
        NotesError: The notes cannot be shown.
    """
    if "](" not in notes and "][" not in notes:
        notes_html(notes, link=_nowhere, image=_nowhere)  # raises what the build would
        return ()
    numbered, starts = _numbered(notes)
    links = Links(here=here, directories=True, actor_slugs={})
    found: list[NoteLink] = []

    def link(target: str) -> str | None:
        number, plain = _told_apart(target)
        if number is not None:
            path, _, anchor = plain.partition("#")
            there = here if not path else addresses.target_path(path, here=here)
            shown = links.in_notes(plain) is not None
            found.append(NoteLink(kind="link", target=plain, at=starts[number], shown=shown, path=there, anchor=anchor))
        return None

    def image(target: str) -> str | None:
        number, plain = _told_apart(target)
        if number is not None:
            there = addresses.target_path(plain, here=here)
            shown = links.image_in_notes(plain) is not None
            found.append(NoteLink(kind="image", target=plain, at=starts[number], shown=shown, path=there, anchor=""))
        return None

    refuse_long(notes)
    try:
        html = rebuilt_html(numbered, link=link, image=image)
    except NotesError as error:
        raise NotesError(str(error), at=deepest(notes)) from None
    for number in _NUMBERED.findall(_CODE.sub("", html)):
        at = starts[int(number)]
        target = _LIKE_A_LINK.match(UNSEEN.sub("", notes[at : at + _LONGEST]))
        if target is not None:
            found.append(NoteLink(kind="text", target=target[0], at=at, shown=False, path=None, anchor=""))
    return tuple(sorted(found, key=lambda one: one.at))


def _nowhere(_target: str) -> None:
    return None


def _numbered(notes: str) -> tuple[str, list[int]]:
    """Give the notes as the parser gets them, each target led by its number, and where in the notes each begins."""
    kept = [at for at, character in enumerate(notes) if not UNSEEN.match(character) and character not in _BEGIN + _END]
    text = "".join(notes[at] for at in kept)
    parts: list[str] = []
    starts: list[int] = []
    last = 0
    for place in sorted({*(match.start(2) for match in INLINE_LINK.finditer(text)), *_places_like_links(text)}):
        parts += [text[last:place], f"{_BEGIN}{len(starts)}{_END}"]
        starts.append(kept[place])
        last = place
    return "".join([*parts, text[last:]]), starts


def _places_like_links(text: str) -> Iterator[int]:
    """Give where each begins that the page's Markdown takes for text; those in code are among them."""
    names = {" ".join(name.split()).casefold() for name in _NAMED.findall(text)}
    at = 0
    while (match := _LIKE_A_LINK.search(text, at)) is not None:
        at = match.end()
        if match[2] is None:
            if not INLINE_LINK.match(text, match.start()):
                yield match.start()
        elif " ".join((match[2] or match[1]).split()).casefold() in names:
            yield match.start()
        else:
            at = match.start() + match[0].index("]") + 1  # the second brackets may begin a link: [sic][words](address)


def _told_apart(target: str) -> tuple[int | None, str]:
    match = _NUMBERED.match(target)
    return (int(match[1]), target[match.end() :]) if match else (None, target)
