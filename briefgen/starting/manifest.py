"""What a site was begun with <-> `.briefgen.json`: by it an update tells what people changed from what briefgen wrote."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from briefgen.errors import SettingsError
from briefgen.files.plain_file import read_plain_file
from briefgen.rendering.languages import shipped_languages
from briefgen.starting.wishes import Wishes
from briefgen.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST = ".briefgen.json"
_ABOUT = "Which files `briefgen new` wrote, by which `briefgen new --update` tells yours from its own. Commit it, never edit it."
_WORKFLOWS = ".github/workflows/"
# An action, pinned: Dependabot moves the commit and the version behind it, which is no change of the workflow itself.
PIN = re.compile(rb"(?m)^(?P<action>\s*(?:- )?uses: [\w./-]+)@(?P<commit>[0-9a-f]{40})(?: +# *v?(?P<version>[\w.]+))?")
_LIMIT = 1_000_000
"""Bytes; a manifest has some 3,000."""
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What `briefgen new` wrote."""

    version: str
    """Of the briefgen that wrote last."""
    wishes: Wishes
    """What the site was begun with."""
    drafted: tuple[str, ...] = ()
    """The paths of what was drafted from the example, the briefing's first."""
    files: Mapping[str, str]
    """From each path to the fingerprint of what was written there."""


def fingerprint(path: str, data: bytes) -> str:
    """Give what two files share that nobody has changed.

    Line ends do not count, which git may turn on checking out; nor, in a workflow, which commit of an action is used.
    """
    if path.startswith("wheels/"):
        return sha256(data).hexdigest()
    text = data.replace(b"\r\n", b"\n")
    return sha256(PIN.sub(rb"\g<action>", text) if path.startswith(_WORKFLOWS) else text).hexdigest()


def fingerprints(files: Mapping[str, bytes]) -> dict[str, str]:
    """Give the fingerprint of each file, by its path."""
    return {path: fingerprint(path, data) for path, data in files.items()}


def encoded(manifest: Manifest) -> bytes:
    """Write a manifest: the same bytes for the same one."""
    wishes = manifest.wishes
    told = {
        "about": _ABOUT,
        "briefgen": manifest.version,
        "name": wishes.name,
        "url": wishes.url,
        "language": wishes.language,
        "workflow": wishes.workflow,
        "drafted": list(manifest.drafted),
        "files": dict(sorted(manifest.files.items())),
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"


def decoded(data: bytes) -> Manifest:
    """Read a manifest.

    Raises:
        SettingsError: It is not as briefgen wrote it. Nothing of it can be relied on, and so nothing may be replaced.
    """
    try:
        told: dict[str, Any] = json.loads(data)
        files, drafted = told["files"], told["drafted"]
        wishes = Wishes(
            name=_text(told["name"]),
            url=None if told["url"] is None else _text(told["url"]),
            language=_one_of(shipped_languages(), told["language"]),
            example=bool(drafted),
            workflow=told["workflow"] is True,
        )
        return Manifest(
            version=_text(told["briefgen"]),
            wishes=wishes,
            drafted=_drafted(drafted),
            files={_text(path): _fingerprint(mark) for path, mark in files.items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise SettingsError(
            f"{MANIFEST}: expected what `briefgen new` wrote, found something else; nothing was written: take it back from git"
        ) from error


def older(folder: Path) -> str | None:
    """Give the version of briefgen that a site was last written by, where that is older than this one.

    Args:
        folder: The site's root. A site that was begun otherwise, or whose manifest cannot be read, is not spoken of.
    """
    try:
        version = decoded(read_plain_file(folder / MANIFEST, _LIMIT)).version
    except (OSError, SettingsError):
        return None
    return version if numbers(version.encode()) < numbers(VERSION.encode()) else None


def numbers(version: bytes | None) -> tuple[int, ...]:
    """Give the numbers that a version begins with, by which it is older or newer than another.

    None is longer than any program's: Python reads no number of thousands of digits.
    """
    found = re.match(rb"\d{1,9}(?:\.\d{1,9})*", version or b"")
    return tuple(int(number) for number in found[0].split(b".")) if found else ()


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("expected a text")
    value.encode()  # half a character, which JSON can hold, is a ValueError
    return value


def _one_of(known: tuple[str, ...], value: object) -> str:
    if value not in known:
        raise ValueError("expected another word")
    return _text(value)


def _fingerprint(value: object) -> str:
    if not _SHA256.fullmatch(_text(value)):
        raise ValueError("expected a fingerprint")
    return _text(value)


def _drafted(value: list[object]) -> tuple[str, ...]:
    if len(value) not in {0, 2}:
        raise ValueError("expected a briefing and its last draft, or neither")
    return tuple(_text(path) for path in value)
