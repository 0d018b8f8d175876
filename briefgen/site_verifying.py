"""A folder that some builder built -> every problem of it as a published site; its files are read one at a time."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.errors import SettingsError
from briefgen.files.built_site import LARGEST, list_site, read_site_file
from briefgen.verifying.finding import Finding
from briefgen.verifying.verify import INDEX, PARTS, Grounds, Verification, canonical_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from briefgen.model.problem import Problem
    from briefgen.model.settings import Settings
    from briefgen.verifying.verify import Secrets

__all__ = ["PARTS", "verify_site"]

_MEDIA = (
    ".mp4",
    ".webm",
    ".mov",
    ".mp3",
    ".ogg",
    ".wav",
    ".pdf",
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".avif",
)
"""Files that hold no text that could be looked through, and may be large."""


def verify_site(  # noqa: PLR0913  # what a site is proved against, by name
    folder: Path,
    *,
    settings: Settings | None = None,
    secrets: Secrets | None = None,
    parts: Iterable[str] = PARTS,
    name: str = "",
    progress: Callable[[int, int], object] | None = None,
) -> tuple[Problem, ...]:
    """Prove a built site.

    Args:
        folder: The site's.
        settings: Its own: where it will stand, which its first page tells otherwise, and `content_security_policy`, which says
            what its pages may load from other hosts and whether they need a policy at all.
        secrets: What is to be kept out of it, from `site_secrets`; None where leaks are not looked for.
        parts: Of `PARTS`, what is proved.
        name: What the problems' files begin with; by default the folder's path.
        progress: Called after each file with how many were read and how many there are.

    Returns:
        Every problem of every file, by file and line; before all others that the site is older than its content, where it is.

    Raises:
        SettingsError: There is no such folder, or it is no built site: it has no index.html.
    """
    if not os.path.isdir(folder):  # noqa: PTH112  # pathlib's raises where the name is too long for any file
        raise SettingsError(f"{folder}: expected the folder of a built site, found none: build it first")
    listed = list_site(folder)
    files = tuple(place.path for place in listed if place.kind == "file")
    if INDEX not in files:
        raise SettingsError(
            f"{folder}: expected the folder of a built site, found no {INDEX} in it: build the site first, or name its folder"
        )
    # What a link leads to is published as well: a link to it leads somewhere.
    there = [place.path for place in listed if place.kind in {"file", "link"}]
    first_page = (
        "" if settings is not None and settings.site_url else canonical_root(read_site_file(folder, INDEX) or b"")
    )
    verification = Verification(there, _grounds(settings, secrets, frozenset(parts), first_page))
    done = 0
    for place in listed:
        if place.kind == "file":
            _look(folder, place.path, verification)
            done += 1
            if progress is not None:
                progress(done, len(files))
        elif place.kind == "link":
            message = (
                "expected a file, found a symbolic link, which was not followed: put what it leads to in its place"
            )
            verification.add(place.path, [Finding(code="file-link", message=message)])
        else:
            message = (
                f"expected a file that can be read: {place.reason or 'it is no plain file'}; take it out, or mend it"
            )
            verification.add(place.path, [Finding(code="file-unreadable", message=message)])
    prefix = name or folder.as_posix()
    return tuple(replace(problem, file=f"{prefix}/{problem.file}") for problem in verification.problems())


def _grounds(
    settings: Settings | None, secrets: Secrets | None, parts: frozenset[str], first_page: str | None
) -> Grounds:
    """Give what a site is proved against: its settings say where it stands, what it may ask for, whether it has a policy."""
    if settings is None:
        return Grounds(site_url=first_page, secrets=secrets, parts=parts)
    policy = settings.content_security_policy
    return Grounds(
        site_url=settings.site_url or first_page,
        allowed=dict(policy or ()),
        secrets=secrets,
        parts=parts - {"policy"} if policy is None else parts,
    )


def _look(folder: Path, path: str, verification: Verification) -> None:
    try:
        data = read_site_file(folder, path)
    except OSError as error:
        message = f"expected a file that can be read: {error.strerror or error}; mend its permissions"
        verification.add(path, [Finding(code="file-unreadable", message=message)])
        return
    if data is not None:
        verification.look(path, data)
    elif not path.lower().endswith(_MEDIA):
        message = f"expected at most {LARGEST:,} bytes, found more: it was not looked through"
        verification.add(path, [Finding(code="file-too-large", message=message)])
