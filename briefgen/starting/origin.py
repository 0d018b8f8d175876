"""The installed briefgen -> what a new site installs it from: an index, a repository's commit, an address, or a wheel."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from briefgen.version import VERSION

_WHEEL = re.compile(r"briefgen-[A-Za-z0-9.+!_]+-py3-none-any\.whl", re.ASCII)
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
# What may stand in a line of requirements without meaning anything else to pip.
_ADDRESS = re.compile(r"(https|ssh)://(git@)?[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~+%-]+)+", re.ASCII)

_FROM_INDEX = "# The version that this site was made with. README.md tells how to take a newer one.\n"
_FROM_WHEEL = """\
# The version that this site was made with came from a wheel, so that no index is asked for it: it lies in wheels/.
# README.md tells how to take a newer one.
"""
_FROM_FOLDER = """\
# The version that this site was made with came from a folder on one machine, so that no index is asked for it.
# Put its wheel into the folder wheels/ of this site, which this does, with the folder of briefgen's source at the end:
#     python -m pip wheel --no-deps --wheel-dir wheels FOLDER
# Where an index has this version, the last line alone is enough.
--no-index
--find-links wheels
"""
# By its path, not by its name and `--find-links`: only so pip leaves a record of where briefgen came from, and neither a
# second site nor an update takes it for one from an index, where somebody else may have the name.
_LINE = "./wheels/{name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a site installs briefgen from."""

    requirement: str
    """The text of `briefgen.txt`."""
    wheel: tuple[str, bytes] | None = None
    """The name and the bytes of the wheel that lies in the site's `wheels/`, where there has to be one and it is at hand."""
    complete: bool = True
    """Whether the site has all that its installation needs; without it a person has to put a wheel into `wheels/`."""


def origin() -> Origin:
    """Tell what this copy of briefgen was installed from."""
    try:
        return origin_of(distribution("briefgen"))
    except PackageNotFoundError:  # run from its folder, without being installed
        return _of_folder(VERSION)


def origin_of(installed: Distribution) -> Origin:
    """Tell what a distribution was installed from, by the record that installers leave (PEP 610).

    No path, index or name and password gets into what is given.
    """
    version = installed.version
    record = installed.read_text("direct_url.json")
    if record is None:
        return Origin(requirement=f"{_FROM_INDEX}briefgen=={version}\n")
    try:
        told = json.loads(record)
        url = str(told["url"])
        return _of_commit(told, url) or _of_address(told, url) or _of_wheel(told, url) or _of_folder(version)
    except (ValueError, KeyError, TypeError, AttributeError):
        return _of_folder(version)


def _of_commit(told: dict[str, Any], url: str) -> Origin | None:
    vcs = told.get("vcs_info", {})
    commit = str(vcs.get("commit_id"))
    if (
        vcs.get("vcs") != "git"
        or not _ADDRESS.fullmatch(url)
        or not _COMMIT.fullmatch(commit)
        or "subdirectory" in told
    ):
        return None
    return Origin(requirement=f"{_FROM_INDEX}briefgen @ git+{url}@{commit}\n")


def _of_address(told: dict[str, Any], url: str) -> Origin | None:
    digest = _digest(told)
    if digest is None or not url.startswith("https://") or not _ADDRESS.fullmatch(url):
        return None
    return Origin(requirement=f"{_FROM_INDEX}briefgen @ {url} --hash=sha256:{digest}\n")


def _of_wheel(told: dict[str, Any], url: str) -> Origin | None:
    """Take the wheel along where it still lies where it came from, and is the one that was installed."""
    digest = _digest(told)
    parts = urlsplit(url)
    path = Path(unquote(parts.path))
    if digest is None or parts.scheme != "file" or parts.netloc or not _WHEEL.fullmatch(path.name):
        return None
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if sha256(data).hexdigest() != digest:
        return None
    requirement = f"{_FROM_WHEEL}{_LINE.format(name=path.name)} --hash=sha256:{digest}\n"
    return Origin(requirement=requirement, wheel=(path.name, data))


def _of_folder(version: str) -> Origin:
    return Origin(requirement=f"{_FROM_FOLDER}briefgen=={version}\n", complete=False)


def _digest(told: dict[str, Any]) -> str | None:
    """Give the SHA-256 of the archive that was installed, as the newer and the older form of the record have it."""
    archive = told.get("archive_info", {})
    found = archive.get("hashes", {}).get("sha256") or str(archive.get("hash", "")).removeprefix("sha256=")
    return found if _SHA256.fullmatch(found) else None
