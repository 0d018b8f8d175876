"""An example of every code -> a small site on the disk that has that problem, and what the check finds in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from briefgen.files import text_file
from briefgen.model.settings import Settings
from briefgen.site_checking import check_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.problem import Problem

CASES = Path(__file__).parent / "cases" / "codes"
BRIEFING = "content/briefings/harbour.md"
_KEY = re.compile(r"^(?=[a-z_0-9]+:)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A small site that has one problem."""

    code: str
    shown: str
    """The offending lines, as the documentation shows them; empty where it tells in words."""
    language: str
    """Of the offending lines: yaml, markdown or text."""
    told: str
    """What the documentation says where no lines can be shown."""
    beside: str
    """A code that is found besides, since the example is about what is made of it."""
    table: dict[str, Any]

    def write(self, root: Path) -> Settings:
        """Write the site; give its settings."""
        table = self.table
        _put(root, "seeds/harbour.txt", table.get("article", (CASES / "article.txt").read_text("utf-8")).lstrip())
        base = (CASES / "briefing.md").read_text("utf-8")
        changed = _replaced(base, table.get("lines", ""), table.get("without", ()))
        whole = table["whole"].lstrip() if "whole" in table else changed + _notes(table)
        _put(root, BRIEFING, whole)
        if "another" in table:
            topics = "" if "topics:" in table["another"] else "topics: [Ferries]\n"
            another = _replaced(base, f"id: ferries\n{topics}{table['another']}", ())
            _put(root, "content/briefings/ferries.md", another)
        if "registry" in table:
            _put(root, "content/actors.yml", table["registry"].lstrip())
        if self.code in _MAKERS:
            _MAKERS[self.code](root)
        return Settings(unreviewed=table.get("unreviewed", "show"))

    def problems(self, root: Path) -> tuple[Problem, ...]:
        """Write the site and give what the check finds in it."""
        settings = self.write(root)
        if self.code == "unreadable":
            # Not by its mode: an administrator may read everything.
            with mock.patch.object(text_file, "read_plain_file", side_effect=OSError(5, "Input/output error")):
                return check_site(root, settings)
        return check_site(root, settings)


def examples(name: str) -> list[Example]:
    """Give the examples of a file of cases, in its order."""
    tables = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    return [_example(code, table) for code, table in tables.items()]


def _example(code: str, table: dict[str, Any]) -> Example:
    lines = table.get("lines") or table.get("registry") or table.get("whole") or table.get("notes") or ""
    language = "yaml" if table.get("lines") or table.get("registry") else "markdown" if table.get("notes") else "text"
    return Example(
        code=code,
        shown="" if "told" in table else lines.strip("\n"),
        language=language,
        told=table.get("told", ""),
        beside=table.get("beside", ""),
        table=table,
    )


def _replaced(base: str, lines: str, without: tuple[str, ...] | list[str]) -> str:
    """Put lines in the place of the keys of the same names."""
    _, front, _ = base.split("---\n")
    gone = {*without, *(line.split(":")[0] for line in _KEY.split(lines.strip("\n")) if line)}
    kept = [part for part in _KEY.split(front) if part and part.split(":")[0] not in gone]
    new = lines.strip("\n")
    return f"---\n{''.join(kept)}{new}{chr(10) if new else ''}---\n"


def _notes(table: dict[str, Any]) -> str:
    return f"{table['notes']}\n" if "notes" in table else ""


def _put(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def _briefing(root: Path) -> str:
    return (root / BRIEFING).read_text("utf-8")


def _linked(root: Path, path: str) -> None:
    target = root / "elsewhere"
    target.write_text("Elsewhere.\n", encoding="utf-8")
    (root / path).unlink(missing_ok=True)
    (root / path).symlink_to(target)


def _folder(root: Path) -> None:
    (root / BRIEFING).unlink()
    (root / BRIEFING).mkdir()


def _called_index(root: Path) -> None:
    _put(root, "content/briefings/index.md", _briefing(root).replace("id: harbour", "id: index"))
    (root / BRIEFING).unlink()


def _two_of_one_id(root: Path) -> None:
    _put(root, "content/briefings/harbour2.md", _briefing(root))


_MAKERS: dict[str, Callable[[Path], object]] = {
    "source-unreadable": lambda root: (root / "seeds/harbour.txt").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0"),
    "address-taken": lambda root: _put(root, "content/briefings/harbour/index.md", "# The harbour\n"),
    "id-reserved": _called_index,
    "notes-unreadable": lambda root: _put(root, BRIEFING, _briefing(root) + "The piers. " * 2_000),
    "control-character": lambda root: _put(root, BRIEFING, _briefing(root).replace("closed two", "closed\u2028two", 1)),
    "too-large": lambda root: _put(root, BRIEFING, _briefing(root) + "The piers. " * 24_000),
    "not-utf-8": lambda root: (root / BRIEFING).write_bytes(
        _briefing(root).replace("Port Ellery has", "Übersee has").encode("latin-1")
    ),
    "symlink": lambda root: _linked(root, BRIEFING),
    "not-a-file": _folder,
    "id-taken": _two_of_one_id,
    "wrong-file-name": lambda root: _put(root, "content/actors.yaml", "actors: []\n"),
    "damaged-draft": lambda root: _put(root, "content/.drafts/harbour.json", '{"briefing": {'),
    "seed-skipped": lambda root: _linked(root, "seeds/ferries.txt"),
    "seed-undrafted": lambda root: _put(root, "seeds/ferries.txt", "The ferries stay in port.\n"),
}
