"""content/briefings/ -> the editors' briefings, and back; every problem of every file at once."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from briefgen.errors import ContentError, WriteError
from briefgen.files.atomic import clean_stale, write_whole
from briefgen.files.cache import key_of
from briefgen.files.front_matter import BriefingFile, read_briefing
from briefgen.files.frozen import from_bytes, to_bytes
from briefgen.files.memory import recalled
from briefgen.files.places import inside
from briefgen.files.rules import is_id
from briefgen.files.text_file import read_text
from briefgen.model.own_fields import Own
from briefgen.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen.files.memory import Memory
    from briefgen.model.briefing import Briefing
    from briefgen.model.own_fields import OwnField
    from briefgen.model.settings import Settings

    _Parts = tuple[Briefing, tuple[tuple[OwnField, str | tuple[str, ...] | None], ...], str]
    """What a cache holds of a briefing's file."""

SUFFIX = ".md"


def load_briefings(root: Path, settings: Settings, memory: Memory | None = None) -> tuple[BriefingFile, ...]:
    """Read every briefing.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: Says where MkDocs' content is.
        memory: Of the last reading, so that only what was saved since is read again. What is read for it comes without its
            text and without the places in it, which are four times as large as the briefing and which no page needs.

    Returns:
        The files of `briefings/` that end in `.md`, hidden ones left out, sorted by their names' bytes; none where the
        folder is missing.

    Raises:
        ContentError: One line per problem, of all files; nothing was read for use.
        SettingsError: The folder leads out of the root.
    """
    folder = inside(root, f"{settings.content}/briefings")
    found: list[BriefingFile] = []
    problems: list[Problem] = []
    for name in briefing_names(root, settings):
        file = file_of(settings, name)
        path = folder / (name + SUFFIX)
        try:
            found.append(recalled(memory, path, partial(_read, path, file, settings.fields, memory), settings.fields))
        except ContentError as error:
            problems += error.problems
    problems += _id_problems(
        found, lambda one: read_briefing(one.file, read_text(root / one.file, one.file, "briefing"))
    )
    if problems:
        raise ContentError(tuple(sorted(problems)))
    return tuple(found)


def load_briefing(root: Path, settings: Settings, name: str) -> BriefingFile:
    """Read one briefing.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.
        name: Its file's name without `.md`, which is its id.

    Raises:
        ContentError: One line per problem of the file; nothing of it may be used.
        SettingsError: The folder leads out of the root.
    """
    file = file_of(settings, name)
    found = read_briefing(file, read_text(inside(root, file), file, "briefing"), settings.fields)
    if problems := _id_problems([found], lambda one: one):
        raise ContentError(tuple(problems))
    return found


def briefing_names(root: Path, settings: Settings) -> tuple[str, ...]:
    """Name the briefings there are, by their files' names without `.md`.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.

    Returns:
        Sorted by the bytes of the files' names, hidden ones left out; none where the folder is missing.

    Raises:
        ContentError: The folder cannot be read.
        SettingsError: The folder leads out of the root.
    """
    folder = inside(root, f"{settings.content}/briefings")
    return tuple(name.removesuffix(SUFFIX) for name in _names(folder, settings))


def save_briefing(root: Path, settings: Settings, text: str, id: str) -> bool:  # noqa: A002 - the field's own name
    """Write a briefing's file, whole or not at all; the folder is made where it is missing.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.
        text: The whole file.
        id: The briefing's id, which names the file.

    Returns:
        True if the file was written, False if it held this text already and was not touched.

    Raises:
        WriteError: The disk refused, or the id cannot name a file; what was there before is whole.
        SettingsError: The folder leads out of the root.
    """
    if not is_id(id):
        raise WriteError(f"{id!a}: not written: expected an id such as ferry-returns, which names the file")
    return write_whole(inside(root, file_of(settings, id)), text)


def _read(path: Path, file: str, fields: tuple[OwnField, ...], memory: Memory | None) -> BriefingFile:
    text = read_text(path, file, "briefing")
    if memory is None:
        return read_briefing(file, text, fields)
    key = key_of(file, text, repr(fields)) if memory.cache.keeps else b""
    if key and (data := memory.cache.get("briefing", key)) is not None:
        briefing, own, notes = cast("_Parts", from_bytes(data))
        return BriefingFile(file=file, text="", briefing=briefing, own=Own(own), notes=notes, starts={})
    found = read_briefing(file, text, fields)
    if key:
        own = tuple((field, found.own[field.name]) for field in found.own.fields)
        memory.cache.put("briefing", key, to_bytes((found.briefing, own, found.notes)))
    return replace(found, text="", starts={})


def file_of(settings: Settings, id: str) -> str:  # noqa: A002 - the field's own name
    """Name the file of a briefing from the site's root: `content/briefings/<id>.md`."""
    return f"{settings.content}/briefings/{id}{SUFFIX}"


def clean_up(root: Path, settings: Settings) -> int:
    """Remove what a run that was killed left in the folders that are written to.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.

    Returns:
        How many left-overs were removed.

    Raises:
        WriteError: One cannot be removed.
        SettingsError: A folder leads out of the root.
    """
    return sum(clean_stale(inside(root, f"{settings.content}/{name}")) for name in ("briefings", ".drafts"))


def _names(folder: Path, settings: Settings) -> list[str]:
    try:
        names = [entry.name for entry in folder.iterdir()]
    except FileNotFoundError:
        return []
    except OSError as error:
        file = f"{settings.content}/briefings"
        message = f"the folder cannot be read: {error.strerror or error}"
        raise ContentError((Problem(file=file, code="unreadable", message=message),)) from error
    return sorted((name for name in names if name.endswith(SUFFIX) and not name.startswith(".")), key=os.fsencode)


def _id_problems(files: list[BriefingFile], whole: Callable[[BriefingFile], BriefingFile]) -> list[Problem]:
    """Find ids that are another file's, or not their own file's; `whole` gives a file with its places."""
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for file in files:
        name = file.briefing.id
        stem = file.file.rpartition("/")[2].removesuffix(SUFFIX)
        if name == stem and name not in first:
            first[name] = file.file
            continue
        line, column = whole(file).position("id")
        if name in first:
            message = f"`{name}` is the id of {first[name]} already; an id belongs to one briefing"
            problems.append(Problem(file=file.file, line=line, column=column, code="id-taken", message=message))
        elif name != stem:
            message = (
                f"expected the id `{stem}` in a file of that name, found `{name}`; rename the file, or set the id back"
            )
            problems.append(Problem(file=file.file, line=line, column=column, code="id-not-file-name", message=message))
        first.setdefault(name, file.file)
    return problems
