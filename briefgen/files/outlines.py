"""content/briefings/, content/.drafts/ -> what each was drafted from, without reading the rest of it.

Reading a briefing strictly takes 3 ms and a last draft 0.2 ms: half a minute for a site of 10,000 of which nothing has
changed. The lines that say what a file was drafted from are found in 20 µs where they stand as briefgen writes them;
any file in which they might be read in another way is read in full. So an outline says what the whole file would say,
or is wrong only about a file that a check and a build refuse anyhow.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, get_args

from briefgen.files.briefings import briefing_names, file_of, load_briefing
from briefgen.files.drafts import draft_names, load_last_draft
from briefgen.files.fence import MAX_BYTES
from briefgen.files.places import inside
from briefgen.files.plain_file import read_plain_file
from briefgen.model.briefing import Status

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.briefing import Briefing
    from briefgen.model.settings import Settings


class SourceKey(NamedTuple):
    """What a source is recognised by."""

    file: str
    """The article's name from the site's root."""
    sha256: str | None
    """Of the bytes that were drafted from; None where the briefing does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftOutline:
    """What a last draft was made from, and by what."""

    sources: tuple[SourceKey, ...]
    """Of the newest draft, be it one that waits."""
    recipe: str
    """The program, the language model and the registry, as `LastDraft.recipe` has them, of the newest draft."""
    pending: bool = False
    """Whether the newest draft waits, since the briefing is published."""


def briefing_outlines(root: Path, settings: Settings) -> dict[str, tuple[SourceKey, ...]]:
    """Tell the sources of every briefing.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.

    Returns:
        By the briefings' ids, sorted by the bytes of the files' names. A file whose other lines are broken may be among
        them.

    Raises:
        ContentError: A file does not let its sources be told; only its first problems are named.
        SettingsError: The folder leads out of the root.
    """
    folder = inside(root, f"{settings.content}/briefings")
    found: dict[str, tuple[SourceKey, ...]] = {}
    for name in briefing_names(root, settings):
        sources = _sources_told(_bytes(f"{folder}/{file_of(settings, name).rpartition('/')[2]}"), name)
        found[name] = _keys(load_briefing(root, settings, name).briefing) if sources is None else sources
    return found


def draft_outlines(root: Path, settings: Settings) -> dict[str, DraftOutline]:
    """Tell what every last draft was made from.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.

    Returns:
        By the ids of the briefings, sorted.

    Raises:
        ContentError: A last draft is damaged so that this cannot be told.
        SettingsError: The folder leads out of the root.
    """
    folder = inside(root, f"{settings.content}/.drafts")
    found: dict[str, DraftOutline] = {}
    for name in draft_names(root, settings):
        outline = _outline_told(_bytes(f"{folder}/{name}.json"))
        if outline is None and (last := load_last_draft(root, settings, name)) is not None:
            newest = last.pending or last
            outline = DraftOutline(
                sources=_keys(newest.briefing), recipe=newest.recipe, pending=last.pending is not None
            )
        if outline is not None:
            found[name] = outline
    return found


def status_of(root: Path, settings: Settings, name: str) -> Status:
    """Tell the status of one briefing.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.
        name: The briefing's id.

    Raises:
        ContentError: The file does not let it be told; one line per problem.
        SettingsError: The folder leads out of the root.
    """
    head = _HEAD.match(_bytes(str(inside(root, file_of(settings, name)))))
    told = _STATUS.findall(head[0]) if head and head["id"] == name.encode() and not _STRANGE.search(head[0]) else ()
    if len(told) != 1:
        return load_briefing(root, settings, name).briefing.status
    return _STATUSES[told[0]]


def _keys(briefing: Briefing) -> tuple[SourceKey, ...]:
    return tuple(SourceKey(source.file, source.sha256) for source in briefing.sources)


def _bytes(path: str) -> bytes:
    """Give a file's bytes, none where it cannot be read: reading it in full says why."""
    try:
        return read_plain_file(path, MAX_BYTES)
    except OSError:
        return b""


# A value that surely ends on its line, and is read as what is printed. Another value than these may go on, begin a list,
# or hold what looks like a key.
_PLAIN = rb"[A-Za-z0-9(\x80-\xff][^\r\n]*"
_QUOTED = rb'"(?:[^"\\\r\n]|\\[^\r\n])*"[ \t]*'
_LIST = rb'\[(?:[^\[\]{}"\'#\r\n]|"(?:[^"\\\r\n]|\\[^\r\n])*")*\][ \t]*'
_END = rb"\r?\n"
_FILE_NAME = rb"[A-Za-z0-9\x80-\xff](?:[A-Za-z0-9_./()+,\x80-\xff -]*[A-Za-z0-9_/()\x80-\xff])?"

_HEAD = re.compile(
    rb"---[ \t]*" + _END + rb"id: (?P<id>[a-z0-9-]+)" + _END + rb"(?:(?!sources:)(?:"
    rb"[a-z_]+: (?:" + _PLAIN + rb"|" + _QUOTED + rb"|" + _LIST + rb")|"
    rb"[a-z_]+:" + _END + rb"  - " + _PLAIN + rb"(?:" + _END + rb"  - " + _PLAIN + rb")*|"
    rb"#[^\r\n]*)" + _END + rb")*+"
    rb"sources:[ \t]*" + _END
)
"""From the first line to the sources: every line a key with its value, a list of texts, or a comment."""
_STATUSES: dict[bytes, Status] = {status.encode(): status for status in get_args(Status)}
_STATUS = re.compile(rb"^status: (" + b"|".join(_STATUSES) + rb")\r?$", re.MULTILINE)
_SOURCE = re.compile(
    rb'  - file: (?P<quote>"?)(?P<file>' + _FILE_NAME + rb")(?P=quote)[ \t]*" + _END + rb"(?:"
    rb'    sha256: (?P<mark>"?)(?P<sha256>[0-9a-f]{64})(?P=mark)' + _END + rb")?"
    rb"(?:    (?!file|sha256)[a-z_]+: (?:" + _PLAIN + rb"|" + _QUOTED + rb")" + _END + rb")*"
)
_AFTER = re.compile(rb"(?:[a-z_]+:|---[ \t]*\r?\n)")
# What YAML takes for the end of a line, or not at all; front matter that holds it is refused.
_STRANGE = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\r(?!\n)|\xef\xbb\xbf")


def _sources_told(data: bytes, name: str) -> tuple[SourceKey, ...] | None:
    """Read the sources of a briefing's file; None where its whole front matter must be read to know them."""
    head = _HEAD.match(data)
    if head is None or head["id"] != name.encode() or len(data) >= MAX_BYTES:
        return None
    at = head.end()
    found: list[SourceKey] = []
    while source := _SOURCE.match(data, at):
        try:
            file = source["file"].decode("utf-8")
        except UnicodeDecodeError:
            return None
        found.append(SourceKey(file, source["sha256"].decode() if source["sha256"] else None))
        at = source.end()
    if not found or not _AFTER.match(data, at) or _STRANGE.search(data, 0, at):
        return None
    return tuple(found)


_RECIPE_LINE = b'\n  "recipe": "'


def _outline_told(data: bytes) -> DraftOutline | None:
    """Read what a last draft was made from; None where the file is not laid out as briefgen writes it.

    In JSON no text holds a line break, so that a line which begins with a key is that key, as deep as its spaces say.
    """
    laid_out = data.startswith(b'{\n  "briefing": {\n') and data.endswith(b"\n}\n")
    if not laid_out or b"\n<<<<<<<" in data or b"\n>>>>>>>" in data:
        return None
    at = data.find(_RECIPE_LINE)
    # Of what stands before the recipe only a draft that waits is an object, the others are lists.
    pending = data.endswith(b"\n  },", 0, max(at, 0))
    deep, after = (b"    ", b'"\n') if pending else (b"  ", b'",\n')
    recipe = _between(data, b"\n" + deep + b'"recipe": "', after)
    sources = _between(data, b"\n" + deep + b'  "sources": [\n', b"\n" + deep + b"  ]")
    if recipe is None or sources is None:
        return None
    try:
        listed = json.loads(b"[" + sources + b"]")
        keys = tuple(SourceKey(source["file"], source["sha256"]) for source in listed)
        return DraftOutline(sources=keys, recipe=json.loads(b'"' + recipe + b'"'), pending=pending)
    except (ValueError, TypeError, KeyError):
        return None


def _between(data: bytes, start: bytes, end: bytes) -> bytes | None:
    """Give what stands behind a line's beginning that occurs once, up to the next end."""
    first = data.find(start)
    if first < 0 or data.find(start, first + 1) >= 0:
        return None
    last = data.find(end, first + len(start))
    return None if last < 0 else data[first + len(start) : last]
