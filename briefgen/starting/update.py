"""A site, and what a newer briefgen would begin it with -> its files renewed, but for those that people changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from briefgen.errors import SettingsError
from briefgen.files.atomic import write_whole
from briefgen.files.places import inside
from briefgen.files.plain_file import LinkError, NotPlainFileError, read_plain_file
from briefgen.starting.manifest import MANIFEST, PIN, Manifest, decoded, encoded, fingerprint, numbers
from briefgen.starting.origin import origin as installed_origin
from briefgen.starting.site_files import readme, renewed_later, site_files
from briefgen.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefgen.model.settings import Settings
    from briefgen.starting.origin import Origin

Fate = Literal["written", "unchanged", "yours", "beside", "blocked", "deleted"]
"""What became of a file. `yours`: a person changed it, and briefgen has nothing new for it. `beside`: both did, the person's
stays, and briefgen's lies beside it. `blocked`: so it should, but a person's file has that name. `deleted`: a person deleted it,
and it stays so."""

BESIDE = ".new"
"""What the name of a file ends in that lies beside a person's. GitHub runs no workflow of that name, MkDocs shows no page."""
_LIMIT = 50_000_000
"""Bytes; a wheel of briefgen has some 2 million, a lock 300,000."""
_PINNED = "briefgen.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What becomes of a file."""

    path: str
    """From the site's folder, with forward slashes."""
    fate: Fate
    data: bytes | None = None
    """What is written: to the path, or with `beside` next to it. None: nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """What an update did."""

    steps: tuple[Step, ...]
    """Of every file that this version of briefgen begins a site with, in the order of their paths."""
    before: str
    """The version that the site was last written by."""
    complete: bool
    """Whether the site has all that its installation elsewhere needs."""


def update_site(folder: Path, settings: Settings, *, origin: Origin | None = None) -> Updated:
    """Renew what a site is made with; its articles and its content are not touched.

    Args:
        folder: The site's root.
        settings: The site's own, which say what editors' programs have to know.
        origin: What it is to install briefgen from; by default what this copy was installed from.

    Raises:
        SettingsError: It was not begun by `briefgen new`, was written by a newer briefgen, or a link or folder stands in a
            file's place; all such places are named. Nothing was written.
        WriteError: The disk refused. What was renewed before is whole; calling it again does the rest.
    """
    manifest = _manifest(folder)
    origin = origin or installed_origin()
    files = site_files(manifest.wishes, origin, settings)
    new = renewed_later(files) | {"README.md": readme(manifest.wishes, manifest.drafted)}
    there = _there(folder, (*new, *(path + BESIDE for path in new), *manifest.files))
    if kept := _names_this_version(there[_PINNED]) and origin.wheel is None:
        # Installed from the site itself or from elsewhere: the version is the same, and the site knows where to get it.
        new = {path: data for path, data in new.items() if path != _PINNED and not path.startswith("wheels/")}
    steps = plan(manifest, new, there)
    for step in steps:
        if step.data is not None:
            write_whole(inside(folder, step.path + BESIDE if step.fate == "beside" else step.path), step.data)
    renewed = replace(manifest, version=VERSION, files=_records(manifest, new, there, steps))
    write_whole(inside(folder, MANIFEST), encoded(renewed))
    return Updated(steps=steps, before=manifest.version, complete=kept or origin.complete)


def plan(manifest: Manifest, new: Mapping[str, bytes], there: Mapping[str, bytes | None]) -> tuple[Step, ...]:
    """Say what becomes of each file.

    Args:
        manifest: What briefgen wrote last.
        new: What it would write now, by path.
        there: What stands at these paths and beside them; None where nothing does.
    """
    return tuple(_step(path, new[path], manifest.files, there) for path in sorted(new))


def newest_pins(workflow: bytes, there: bytes) -> bytes:
    """Give a workflow with the newer commit of each action, its own or that of what is there: Dependabot may have been faster."""
    own = {found["action"].split()[-1]: found for found in PIN.finditer(there)}

    def newer(found: re.Match[bytes]) -> bytes:
        other = own.get(found["action"].split()[-1])
        if other is None or numbers(other["version"]) <= numbers(found["version"]):
            return found[0]
        return found["action"] + other[0][len(other["action"]) :]

    return PIN.sub(newer, workflow)


def _step(path: str, data: bytes, wrote: Mapping[str, str], there: Mapping[str, bytes | None]) -> Step:
    fresh, base, now = fingerprint(path, data), wrote.get(path), there[path]
    if now is None:
        return Step(path=path, fate="deleted") if base else Step(path=path, fate="written", data=data)
    mark = fingerprint(path, now)
    if mark in {fresh, base}:
        data = newest_pins(data, now)
        same = data.replace(b"\r\n", b"\n") == now.replace(b"\r\n", b"\n")
        return Step(path=path, fate="unchanged") if same else Step(path=path, fate="written", data=data)
    beside = there[path + BESIDE]
    waits = beside is not None and fingerprint(path, beside) == fresh
    if base == fresh:
        return Step(path=path, fate="beside" if waits else "yours")
    if beside is None or fingerprint(path, beside) in {fresh, wrote.get(path + BESIDE)}:
        return Step(path=path, fate="beside", data=None if waits else newest_pins(data, now))
    return Step(path=path, fate="blocked")


def _records(
    manifest: Manifest, new: Mapping[str, bytes], there: Mapping[str, bytes | None], steps: tuple[Step, ...]
) -> dict[str, str]:
    """Give the fingerprints to remember: of what was written now, and of what was written before and is still there."""
    found = {path: mark for path, mark in manifest.files.items() if there[path] is not None}
    for step in steps:
        fresh = fingerprint(step.path, new[step.path])
        if step.fate in {"written", "unchanged", "yours", "beside"}:
            found[step.path] = fresh
        elif step.fate == "deleted":
            found[step.path] = manifest.files[step.path]
        if step.fate == "beside":
            found[step.path + BESIDE] = fresh
    return found


def _manifest(folder: Path) -> Manifest:
    """Read the site's manifest, and refuse one that a newer briefgen wrote."""
    data = _there(folder, (MANIFEST,))[MANIFEST]
    if data is None:
        raise SettingsError(
            f"{folder / MANIFEST}: expected the list of what `briefgen new` wrote, found none; nothing was written: take it "
            "back from git, or begin another site elsewhere and copy from it what this one lacks"
        )
    manifest = decoded(data)
    if numbers(manifest.version.encode()) > numbers(VERSION.encode()):
        raise SettingsError(
            f"{folder / MANIFEST}: expected a site of briefgen {VERSION} or older, found one of {manifest.version}; nothing was "
            "written: install that version or a newer one"
        )
    return manifest


def _there(folder: Path, paths: tuple[str, ...]) -> dict[str, bytes | None]:
    """Read what stands at some paths, following no link."""
    found: dict[str, bytes | None] = {}
    faults = []
    for path in sorted(set(paths)):
        try:
            found[path] = read_plain_file(inside(folder, path), _LIMIT)
        except (FileNotFoundError, NotADirectoryError):
            found[path] = None
        except (LinkError, NotPlainFileError):
            faults.append(f"{folder / path}: expected a plain file or none, found something else; nothing was written")
        except OSError as error:
            faults.append(f"{folder / path}: cannot be read: {error.strerror or error}; nothing was written")
        except SettingsError as error:
            faults.append(f"{error}; nothing was written")
    if faults:
        raise SettingsError("\n".join(faults))
    return found


def _names_this_version(pinned: bytes | None) -> bool:
    """Tell whether a `briefgen.txt` names this very version, as a release or as a wheel."""
    version = re.escape(VERSION).encode()
    line = rb"(?m)^(?:briefgen *== *%b|\./wheels/briefgen-%b-py3-none-any\.whl)(?=\s|\Z)" % (version, version)
    return pinned is not None and re.search(line, pinned) is not None
