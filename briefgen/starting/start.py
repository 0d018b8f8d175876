"""A folder and wishes -> a new site in it, with its example drafted; written whole or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from briefgen.errors import SeedError, SettingsError
from briefgen.files.folders import folders_of
from briefgen.files.new_tree import holds_something, in_the_way, write_new
from briefgen.files.plain_file import read_plain_file
from briefgen.model.settings import Settings
from briefgen.starting.manifest import MANIFEST, Manifest, encoded, fingerprints
from briefgen.starting.origin import origin as installed_origin
from briefgen.starting.site_files import EXAMPLE, readme, renewed_later, settings_of, site_files
from briefgen.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.starting.origin import Origin
    from briefgen.starting.wishes import Wishes

# As an entry of a list or a key, in either style of YAML; not in a comment.
_LISTS_BRIEFGEN = re.compile(r"^[^#\n]*(?<![\w./-])briefgen(?![\w./-])", re.MULTILINE)
_CONFIGS = ("mkdocs.yml", "mkdocs.yaml")
_LIMIT = 256_000
"""Bytes of a mkdocs.yml that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """What was written."""

    files: tuple[str, ...]
    """From the site's folder, sorted."""
    briefing: str | None
    """The example's briefing; None where there is no example."""
    complete: bool
    """Whether the site has all that its installation elsewhere needs; `briefgen.txt` says what is missing."""
    within: Path | None
    """The configuration of another site, in whose folder this one lies."""
    repository: Path | None
    """The git repository that the folder lies in, where that is not the folder itself: GitHub reads no workflow there."""


def new_site(folder: Path, wishes: Wishes, *, origin: Origin | None = None) -> Started:
    """Write a new site.

    Args:
        folder: Where; it is made where it is missing, and may hold files that have nothing to do with a site.
        wishes: What the site is to be.
        origin: What the site installs briefgen from; by default what this copy was installed from.

    Raises:
        SettingsError: The folder cannot take a site: a file or link is in the way, or it belongs to another site; or the
            language model cannot be loaded. Nothing was written.
        WriteError: The disk refused; what was written is removed again.
    """
    try:
        within = _place(folder)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a loop
        reason = (isinstance(error, OSError) and error.strerror) or error
        raise SettingsError(f"{folder}: expected a folder, or nothing yet; it cannot be looked at: {reason}") from error
    origin = origin or installed_origin()
    files = site_files(wishes, origin)
    _refuse_taken(folder, [*files, "README.md", MANIFEST, *_CONFIGS])
    drafted = _draft(files[EXAMPLE], settings_of(wishes)) if wishes.example else {}
    files |= drafted
    files["README.md"] = readme(wishes, tuple(drafted))
    files[MANIFEST] = encoded(
        Manifest(version=VERSION, wishes=wishes, drafted=tuple(drafted), files=fingerprints(renewed_later(files)))
    )
    # The settings last: a run that is killed leaves no site behind that looks finished.
    config = files.pop("mkdocs.yml")
    write_new(folder, dict(sorted(files.items())) | {"mkdocs.yml": config})
    return Started(
        files=tuple(sorted([*files, "mkdocs.yml"])),
        briefing=next(iter(drafted), None),
        complete=origin.complete,
        within=within,
        repository=_repository(folder),
    )


def _place(folder: Path) -> Path | None:
    """Refuse what is no folder, and one that belongs to a site; give the configuration of the site around it, if any."""
    if folder.is_symlink():
        raise SettingsError(
            f"{folder}: expected a folder, found a symbolic link to {folder.readlink()}; nothing was written: "
            "name the folder itself, or another one"
        )
    if folder.exists() and not folder.is_dir():
        raise SettingsError(f"{folder}: expected a folder, or nothing yet; found a file: choose another name")
    place = folder.resolve()
    if config := _site_in(place):
        raise SettingsError(
            f"{config}: a briefgen site is here already; nothing was written. Add articles to its folder of seeds, renew what it "
            "is made with by `briefgen new --update`, or choose another folder for a new site"
        )
    around = next((config for parent in place.parents if (config := _site_in(parent))), None)
    if around:
        settings = _folders(around)
        for own in (settings.content, settings.seeds):
            if place.is_relative_to((around.parent / own).resolve()):
                raise SettingsError(
                    f"{folder}: expected a folder outside of other sites, found one within {own}/ of the site {around}; "
                    "nothing was written: choose a folder elsewhere"
                )
    return around


def _folders(config: Path) -> Settings:
    """Give the folders of another site, as far as they can be told."""
    try:
        return folders_of(config)
    except Exception:  # noqa: BLE001  # PyYAML's errors are known to `files` only, and a broken site is no matter of this one's
        return Settings()


def _site_in(folder: Path) -> Path | None:
    """Give the configuration of a briefgen site in a folder, if there is one."""
    for name in _CONFIGS:
        try:
            text = read_plain_file(folder / name, _LIMIT).decode("utf-8", "replace")
        except OSError:
            continue
        if _LISTS_BRIEFGEN.search(text):
            return folder / name
    return None


def _refuse_taken(folder: Path, paths: Iterable[str]) -> None:
    """Refuse a folder that holds any of the files, or articles and pages that the new site would take for its own."""
    taken = list(in_the_way(folder, paths))
    taken += [f"{own}/ (is not empty)" for own in ("content", "seeds") if holds_something(folder / own)]
    if not taken:
        return
    what = "this is" if len(taken) == 1 else f"these {len(taken)} are"
    listed = "\n".join(f"  {name}" for name in sorted(set(taken)))
    raise SettingsError(
        f"{folder}: nothing was written, since {what} in the way and briefgen new replaces no file:\n{listed}\n"
        "Choose another folder, or move them away."
    )


def _draft(article: bytes, settings: Settings) -> dict[str, bytes]:
    """Draft the example somewhere else, so that a failure leaves nothing in the site's folder.

    Returns:
        From the path of each file that was drafted to its bytes, the briefing's first.
    """
    from briefgen.site_drafting import draft_site  # noqa: PLC0415  # half a second that a refusal need not take

    with TemporaryDirectory(prefix="briefgen-new-") as name:
        root = Path(name)
        write_new(root, {EXAMPLE: article})
        for one in draft_site(root, settings):
            if one.outcome == "refused":
                raise SeedError(one.reason)
        content = root / settings.content
        paths = sorted(path for path in content.rglob("*") if path.is_file())
        found = {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}
        return dict(sorted(found.items(), key=lambda item: not item[0].startswith(f"{settings.content}/briefings/")))


def _repository(folder: Path) -> Path | None:
    """Give the git repository that a folder lies in, if its root is another folder."""
    here, *above = (folder.resolve(), *folder.resolve().parents)
    if (here / ".git").exists():
        return None
    return next((parent for parent in above if (parent / ".git").exists()), None)
