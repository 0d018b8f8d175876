"""A small built site without a fault, and the faults that tests plant in it."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.model.report import as_text
from briefgen.model.settings import Settings
from briefgen.site_secrets import load_secrets
from briefgen.site_verifying import verify_site

if TYPE_CHECKING:
    from briefgen.model.problem import Problem

CASES = Path(__file__).parent.parent / "cases" / "verify"
SETTINGS = Settings(unreviewed="preview", site_url="https://desk.example/news/", site_name="Desk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A fault, as `change.toml` in a folder of its own describes it."""

    name: str
    """The folder's: the code, and after a dot what of it."""
    table: dict[str, Any]

    @property
    def code(self) -> str:
        """The code that it is a case of."""
        return self.name.partition(".")[0]

    @property
    def expected(self) -> Path:
        """Where the report lies that it should give."""
        return CASES / self.name / "expected.txt"

    def problems(self, root: Path) -> tuple[Problem, ...]:
        """Write the site with its fault, and prove it."""
        write_good(root)
        for change in self.table.get("change", ()):
            file = root / change["file"]
            text = file.read_text(encoding="utf-8")
            assert change["was"] in text, f"{self.name}: {change['was']!r} is not in {change['file']}"
            put(root, change["file"], text.replace(change["was"], change["now"], 1))
        for made in self.table.get("file", ()):
            put(root, made["path"], made["text"])
        for name in self.table.get("gone", ()):
            (root / name).unlink()
        if link := self.table.get("link"):
            (root / link["path"]).symlink_to(link["to"])
        settings = replace(SETTINGS, **self.table.get("settings", {}))
        return prove(root, settings)


def cases() -> tuple[Case, ...]:
    """Give every case, by name."""
    found = sorted(CASES.glob("*/change.toml"))
    return tuple(Case(name=one.parent.name, table=tomllib.loads(one.read_text(encoding="utf-8"))) for one in found)


def write_good(root: Path) -> Path:
    """Write the site without a fault, with the content that it was built from; gives the built folder."""
    shutil.copytree(CASES / "good", root, dirs_exist_ok=True)
    calendar = root / "site" / "watch.ics"
    calendar.write_bytes(calendar.read_bytes().replace(b"\n", b"\r\n"))  # which git might not keep
    return root / "site"


def put(root: Path, path: str, text: str) -> None:
    """Write a file."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    with (root / path).open("w", encoding="utf-8", newline="\r\n" if path.endswith(".ics") else "\n") as file:
        file.write(text)


def prove(root: Path, settings: Settings = SETTINGS) -> tuple[Problem, ...]:
    """Prove the site that lies below a folder with its content."""
    return verify_site(root / "site", settings=settings, secrets=load_secrets(root, settings), name="site")


def report(problems: tuple[Problem, ...]) -> str:
    """Give what a user reads, with the severity before each line."""
    return "".join(f"{one.severity}: {as_text([one])}" for one in problems)
