"""What a user says of a new site -> Wishes: checked, with what is left out made up from the folder's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefgen.errors import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_NAME = 100
"""Characters; it stands in the head of every page."""
_HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*", re.ASCII)
# Neither `.` nor `..`: a browser walks them, and every address of the site would be another one.
_PATH = re.compile(r"(/(?!\.{1,2}(?:/|\Z))[A-Za-z0-9._~-]+)*/?", re.ASCII)
_FALLBACK_NAME = "Briefings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a new site is to be."""

    name: str
    """How it is called: one line of characters that can be seen."""
    url: str | None = None
    """Where it will stand, with a slash at its end."""
    language: str = "en"
    """Of the interface."""
    example: bool = True
    """Whether it begins with an article and its briefing."""
    workflow: bool = True
    """Whether it has what GitHub builds and publishes it with."""


def wishes_for(  # noqa: PLR0913  # one argument for each option
    folder: Path,
    *,
    name: str | None = None,
    url: str | None = None,
    language: str = "en",
    example: bool = True,
    workflow: bool = True,
) -> Wishes:
    """Check what was said.

    Args:
        folder: Where the site is to lie; its name stands for one that is left out.
        name: How the site shall be called.
        url: Where it will stand.
        language: One that briefgen has labels in.
        example: As `Wishes` has it.
        workflow: As `Wishes` has it.

    Raises:
        SettingsError: The name or the address cannot be used; says what to type. Both are looked at.
    """
    faults = [fault for fault in (name is not None and _name_fault(name), url is not None and _url_fault(url)) if fault]
    if faults:
        raise SettingsError("\n".join(faults))
    return Wishes(
        name=_one_line(name) if name is not None else name_from(folder),
        url=url.rstrip("/") + "/" if url else None,
        language=language,
        example=example,
        workflow=workflow,
    )


def name_from(folder: Path) -> str:
    """Make a site's name from its folder's: `my-site` is “My site”."""
    try:
        name = folder.resolve().name
    except (OSError, RuntimeError):  # RuntimeError: links in a loop; whoever writes there says so
        return _FALLBACK_NAME
    words = _one_line(re.sub(r"[-_.]+", " ", name))
    if _name_fault(words):
        return _FALLBACK_NAME
    return words[0].upper() + words[1:]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _name_fault(name: str) -> str:
    """Say what is wrong with a site's name; empty if nothing is."""
    words = _one_line(name)
    if not words:
        found = "an empty one"
    elif len(words) > LONGEST_NAME:
        found = f"{len(words)} characters"
    elif not words.isprintable():
        unseen = next(character for character in words if not character.isprintable())
        found = f"a character that cannot be seen, U+{ord(unseen):04X}"
    else:
        return ""
    return f'--name: expected a name of up to {LONGEST_NAME} characters, such as --name "Harbour Desk"; found {found}'


def _url_fault(url: str) -> str:
    """Say what is wrong with a site's address; empty if nothing is."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    right = (
        parts.scheme in {"http", "https"}
        and parts.netloc == (parts.hostname or "") + (f":{port}" if port is not None else "")
        and _HOST.fullmatch(parts.hostname or "")
        and _PATH.fullmatch(parts.path)
        and url == f"{parts.scheme}://{parts.netloc}{parts.path}"
    )
    if right:
        return ""
    return (
        "--url: expected the address that the site will have, in lower-case ASCII before its path and without `?` and `#`, "
        f"such as --url https://you.github.io/my-site/; found {url!a}"
    )
