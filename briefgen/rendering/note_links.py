"""An editor's notes -> the links that their page shows or drops, each at its place in the notes.

They are found by rendering the notes as the page does: what stands in code is no link, and what looks like one to a
simpler parser may be none. The parser tells no places; so each target that may be one carries its number through it.
"""

from __future__ import annotations

import re

from briefgen.model.note_link import NoteLink
from briefgen.rendering import addresses
from briefgen.rendering.links import Links
from briefgen.rendering.notes import INLINE_LINK, UNSEEN, NotesError, deepest, notes_html, rebuilt_html, refuse_long

# Private characters, which no text keeps and no parser acts upon; those that brackets travel as are others.
_BEGIN, _END = "\ue002", "\ue003"
_NUMBERED = re.compile(f"{_BEGIN}(\\d+){_END}")


def note_links(notes: str, *, here: str) -> tuple[NoteLink, ...]:
    """Find the links and images of notes.

    Args:
        notes: The editor's Markdown.
        here: The page they stand on, as a path from the root of the content: `briefings/ferry.md`.

    Returns:
        In the order of the notes. Links that Markdown makes of a bare address in <angle brackets> are left out: they lead
        to other hosts.

    Raises:
        NotesError: The notes cannot be shown.
    """
    if "](" not in notes:
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
        rebuilt_html(numbered, link=link, image=image)
    except NotesError as error:
        raise NotesError(str(error), at=deepest(notes)) from None
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
    for match in INLINE_LINK.finditer(text):
        parts += [text[last : match.start(2)], f"{_BEGIN}{len(starts)}{_END}"]
        starts.append(kept[match.start(2)])
        last = match.start(2)
    return "".join([*parts, text[last:]]), starts


def _told_apart(target: str) -> tuple[int | None, str]:
    match = _NUMBERED.match(target)
    return (int(match[1]), target[match.end() :]) if match else (None, target)
