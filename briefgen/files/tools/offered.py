"""A program's name -> the files that it works by, each with its place in the site; and writing them there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefgen.errors import WriteError
from briefgen.files.atomic import write_whole
from briefgen.files.places import inside
from briefgen.files.plain_file import LinkError, NotPlainFileError, read_plain_file
from briefgen.files.schema import json_schema, registry_schema
from briefgen.files.tools.front_matter_cms import front_matter_cms
from briefgen.files.tools.pages_cms import pages_cms
from briefgen.files.tools.vscode import extensions_json, settings_json, snippets_json, tasks_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefgen.files.tools import Tool
    from briefgen.model.settings import Settings

Fate = Literal["written", "unchanged", "differs"]

# In a folder of its own in the site's root: outside docs_dir, so that no builder can publish them.
_BRIEFINGS = "schemas/briefing.schema.json"
_ACTORS = "schemas/actors.schema.json"
_LIMIT = 1_000_000
"""Bytes; the largest that is written has about 30,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolFile:
    """A file that a program works by."""

    path: str
    """From the site's root, with forward slashes."""
    text: str


def files_for(tool: Tool, settings: Settings) -> tuple[ToolFile, ...]:
    """Give the files that a program works by.

    Args:
        tool: One of `TOOLS`.
        settings: Says where MkDocs' content is.
    """
    actors = ToolFile(path=_ACTORS, text=registry_schema())
    if tool == "actors":
        return (actors,)
    if tool == "briefings":
        return (ToolFile(path=_BRIEFINGS, text=json_schema(settings.fields)),)
    if tool == "front-matter-cms":
        return (ToolFile(path="frontmatter.json", text=front_matter_cms(settings)),)
    if tool == "pages-cms":
        return (ToolFile(path=".pages.yml", text=pages_cms(settings)),)
    return (
        ToolFile(path=".vscode/settings.json", text=settings_json(settings, _ACTORS)),
        ToolFile(path=".vscode/extensions.json", text=extensions_json()),
        ToolFile(path=".vscode/tasks.json", text=tasks_json()),
        ToolFile(path=".vscode/briefgen.code-snippets", text=snippets_json(settings)),
        actors,
    )


def write_tools(root: Path, settings: Settings, tools: Iterable[Tool], *, force: bool) -> tuple[tuple[str, Fate], ...]:
    """Write the files of some programs to their places.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.
        tools: Whose files.
        force: Whether a file that holds something else is replaced.

    Returns:
        What became of each file, in the order of the programs, each file once: `differs` was left as it is, since people
        put settings of their own into such files.

    Raises:
        WriteError: The disk refused, or a file is a symbolic link or no plain file. What was there before is whole.
        SettingsError: A folder leads out of the root.
    """
    files = {file.path: file.text for tool in tools for file in files_for(tool, settings)}
    return tuple((path, _write(root, path, text, force=force)) for path, text in files.items())


def _write(root: Path, relative: str, text: str, *, force: bool) -> Fate:
    path = inside(root, relative)
    if not force:
        there = _there(path)
        if there is not None:
            return "unchanged" if there == text.encode() else "differs"
    return "written" if write_whole(path, text) else "unchanged"


def _there(path: Path) -> bytes | None:
    """Read what stands in a file's place, None if nothing does."""
    try:
        return read_plain_file(path, _LIMIT)
    except FileNotFoundError:
        return None
    except (LinkError, NotPlainFileError) as error:
        raise WriteError(f"{path}: not written: expected a plain file or none, found something else") from error
    except OSError as error:
        raise WriteError(f"{path}: cannot be read: {error.strerror or error}") from error
