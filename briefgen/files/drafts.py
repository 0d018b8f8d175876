"""content/.drafts/ -> what the machine last proposed for each briefing, and back, as JSON."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import json
import os
import re
from functools import partial
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from briefgen.errors import ContentError, WriteError
from briefgen.files.atomic import write_whole
from briefgen.files.memory import recalled
from briefgen.files.places import inside
from briefgen.files.plain_file import LinkError, read_plain_file
from briefgen.files.rules import is_id
from briefgen.model.draft import LastDraft
from briefgen.model.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.files.memory import Memory
    from briefgen.model.settings import Settings

SUFFIX = ".json"
MAX_BYTES = 5_000_000


def load_drafts(root: Path, settings: Settings) -> dict[str, LastDraft]:
    """Read every last draft.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.

    Returns:
        The drafts by the ids of their briefings, sorted; none where the folder is missing.

    Raises:
        ContentError: One line per draft that cannot be read.
        SettingsError: The folder leads out of the root.
    """
    drafts = Drafts(root, settings)
    found = {name: draft for name in draft_names(root, settings) if (draft := drafts.take(name)) is not None}
    drafts.finish()
    return found


class Drafts:
    """The last drafts of a site, read one by one, so that nobody has to hold all of them."""

    def __init__(self, root: Path, settings: Settings, memory: Memory | None = None) -> None:
        """See which there are.

        Args:
            root: The site's root.
            settings: Says where MkDocs' content is.
            memory: Of the last reading, so that only what was saved since is read again.

        Raises:
            ContentError: The folder cannot be read.
            SettingsError: The folder leads out of the root.
        """
        self._root = root
        self._settings = settings
        self._memory = memory
        self._folder = inside(root, f"{settings.content}/.drafts")
        self._left = dict.fromkeys(draft_names(root, settings))
        self._problems: list[Problem] = []

    def take(self, name: str) -> LastDraft | None:
        """Give the last draft of a briefing; None where there is none, or where it cannot be read."""
        if name not in self._left:
            return None
        del self._left[name]
        try:
            return recalled(
                self._memory, self._folder / (name + SUFFIX), partial(load_last_draft, self._root, self._settings, name)
            )
        except ContentError as error:
            self._problems += error.problems
            return None

    def finish(self) -> None:
        """Read those, too, that nobody asked for.

        Raises:
            ContentError: One line per draft that cannot be read, sorted by name.
        """
        for name in tuple(self._left):
            self.take(name)
        if self._problems:
            raise ContentError(tuple(sorted(self._problems)))


def draft_names(root: Path, settings: Settings) -> tuple[str, ...]:
    """Name the briefings of which there is a last draft.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.

    Returns:
        Their ids, sorted; none where the folder is missing.

    Raises:
        ContentError: The folder cannot be read.
        SettingsError: The folder leads out of the root.
    """
    folder = inside(root, f"{settings.content}/.drafts")
    try:
        names = (entry.name.removesuffix(SUFFIX) for entry in os.scandir(folder) if entry.name.endswith(SUFFIX))
        return tuple(sorted(filter(is_id, names)))
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise _damaged(
            f"{settings.content}/.drafts", f"the folder cannot be read: {error.strerror or error}"
        ) from error


def load_last_draft(root: Path, settings: Settings, id: str) -> LastDraft | None:  # noqa: A002 - the field's own name
    """Read what the machine last proposed for a briefing.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.
        id: The briefing's id.

    Returns:
        The draft; None if there is none.

    Raises:
        ContentError: The file is damaged; it says which and what to do. Nothing may be drafted over without it.
        SettingsError: The folder leads out of the root.
    """
    file = draft_file(settings, id)
    try:
        data = read_plain_file(inside(root, file), MAX_BYTES + 1)
    except FileNotFoundError:
        return None
    except LinkError as error:
        raise _damaged(file, "is a symbolic link; put a copy of the file there instead") from error
    except OSError as error:
        raise _damaged(file, f"the last draft cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise _damaged(file, f"expected at most {MAX_BYTES:,} bytes, found more; {_ADVICE}")
    conflict = _CONFLICT.search(data)
    if conflict:
        message = f"git left both versions here; take either one whole (`git checkout --ours {file}`, or --theirs); or {_DELETE}"
        line = data.count(b"\n", 0, conflict.start()) + 1
        raise ContentError((Problem(file=file, line=line, code="git-conflict", message=message),))
    try:
        return _adapter().validate_json(data, strict=True, extra="forbid")
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(map(str, first["loc"]))
        message = f"the machine's last draft is damaged ({place + ': ' if place else ''}{first['msg']}); {_ADVICE}"
        raise _damaged(file, message) from error


def save_last_draft(root: Path, settings: Settings, id: str, draft: LastDraft) -> bool:  # noqa: A002 - as above
    """Write what the machine proposed, whole or not at all; the folder is made where it is missing.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.
        id: The briefing's id.
        draft: What to remember.

    Returns:
        True if the file was written, False if it held this already and was not touched.

    Raises:
        WriteError: The disk refused, or the id cannot name a file; what was there before is whole.
        SettingsError: The folder leads out of the root.
    """
    if not is_id(id):
        raise WriteError(f"{id!a}: not written: expected an id such as ferry-returns, which names the file")
    return write_whole(inside(root, draft_file(settings, id)), draft_text(draft))


def draft_text(draft: LastDraft) -> str:
    """Write a last draft as JSON: keys sorted, indented, in ASCII, so that its changes read well in git.

    What few drafts have is left out where there is nothing of it.
    """
    values = dataclasses.asdict(draft)
    for name in _SELDOM:
        if not values[name]:
            del values[name]
    return json.dumps(values, sort_keys=True, indent=2, default=dt.date.isoformat) + "\n"


_SELDOM = ("paired", "suggested", "pending")
_DELETE = (
    "delete the file: then the briefing stays as it is, every item counts as the editor's, "
    "and what was deleted is forgotten"
)
_ADVICE = f"take it back from git, or {_DELETE}"
# In JSON no text holds a line break, so that no line of a last draft begins like this.
_CONFLICT = re.compile(rb"^(?:<<<<<<<|\|\|\|\|\|\|\||>>>>>>>)(?: |\r?$)|^=======\r?$", re.MULTILINE)


@functools.cache
def _adapter() -> TypeAdapter[LastDraft]:
    return TypeAdapter(LastDraft)


def draft_file(settings: Settings, id: str) -> str:  # noqa: A002 - the field's own name
    """Name the file of a briefing's last draft from the site's root: `content/.drafts/<id>.json`."""
    return f"{settings.content}/.drafts/{id}{SUFFIX}"


def _damaged(file: str, message: str) -> ContentError:
    return ContentError((Problem(file=file, code="damaged-draft", message=message),))
