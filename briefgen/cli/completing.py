"""A word half typed -> what it may become: ids of briefings, articles, names of proposals.

A shell asks at every press of a key: nothing here loads MkDocs or spaCy, and whatever goes wrong is no completion, without
a word on the terminal.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import click

    from briefgen.model.settings import Settings

VARIABLE = "_BRIEFGEN_COMPLETE"
"""By which a shell asks; click derives its name from the program's."""
# What bash takes as it is; it puts a completion on the line without quoting it.
_NEEDS_NO_QUOTES = re.compile(r"([^\w@%+=:,./~-])")


def briefings(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Complete the id of a briefing."""
    return _completed(context, incomplete, _ids)


def seeds_and_briefings(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Complete the path of an article from where the user is, or a briefing's id; its path once that is begun."""

    def names(root: Path, settings: Settings) -> list[str]:
        ids = _ids(root, settings)
        folder = root / settings.content / "briefings"
        files = [os.path.relpath(folder / f"{name}.md") for name in ids] if incomplete else []
        return [*ids, *_seeds(root, settings), *files]

    return _completed(context, incomplete, names)


def proposals(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Complete the name of what is proposed for the briefing that stands before it."""

    def names(root: Path, settings: Settings) -> list[str]:
        from briefgen.accepting import proposals_for  # noqa: PLC0415  # a third of a second that other words need not wait

        briefing = str(context.params.get("briefing") or "")
        typed = context.params.get("items") or ()
        return [one.name for one in proposals_for(root, settings, briefing).changes if one.name not in typed]

    return _completed(context, incomplete, names)


def _completed(context: click.Context, incomplete: str, words: Callable[[Path, Settings], Iterable[str]]) -> list[str]:
    try:
        from briefgen.files.folders import folders_of  # noqa: PLC0415  # YAML, which only a completion wants

        config_file = context.find_root().params["config_file"]
        root = Path(config_file).resolve().parent
        found = [word for word in words(root, folders_of(config_file)) if word.startswith(incomplete)]
    except Exception:  # noqa: BLE001  # whatever it is, a message would land in the middle of what somebody types
        return []
    return [_as_typed(word) for word in found if word.isprintable()]


def _ids(root: Path, settings: Settings) -> list[str]:
    names = (path.name for path in (root / settings.content / "briefings").glob("*.md"))
    return sorted(name.removesuffix(".md") for name in names if not name.startswith("."))


def _seeds(root: Path, settings: Settings) -> list[str]:
    from briefgen.files.seeds import list_seeds  # noqa: PLC0415  # as above

    return [os.path.relpath(root / name) for name in list_seeds(root, settings)]


def _as_typed(word: str) -> str:
    """Give a word as it has to stand on the line: the other shells quote what they are given.

    Two backslashes, since the `read` of the script takes one away.
    """
    return _NEEDS_NO_QUOTES.sub(r"\\\\\1", word) if os.environ.get(VARIABLE, "").startswith("bash") else word
