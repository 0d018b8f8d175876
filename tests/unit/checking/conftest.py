"""Cases of checking: files in tests/cases/check/, each a table of briefings with the problems they must have.

A case names a source's text and a part of a briefing. What it leaves out is filled in: the status is published, an item
without `evidence` rests on the whole source, and the source is known and unchanged.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter

from briefgen.checking.check import check
from briefgen.model.article import Article
from briefgen.model.briefing import Briefing, Source
from briefgen.model.registry import RegisteredActor, Registry

if TYPE_CHECKING:
    from briefgen.model.briefing import Status
    from briefgen.model.problem import Problem

_FOLDER = Path(__file__).parents[2] / "cases" / "check"
_BRIEFING: TypeAdapter[Briefing] = TypeAdapter(Briefing)
_ACTORS: TypeAdapter[tuple[RegisteredActor, ...]] = TypeAdapter(tuple[RegisteredActor, ...])
_FILE = "seeds/harbour.txt"
_SHA256 = "a1" * 32


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCase:
    """A briefing with its source and the problems it must have."""

    name: str
    source: Source
    text: str
    briefing: Briefing
    ids: tuple[str, ...]
    sha256: str | None
    registry: Registry
    notes: str
    expected: tuple[str, ...]
    waived: tuple[str, ...]
    """Those of the expected that are waived."""

    def problems(self) -> dict[str, Problem]:
        """Give the problems that checking finds, each under its `place: code`."""
        asked: list[tuple[str | int, ...]] = []

        def position(*path: str | int) -> tuple[int, int]:
            asked.append(path)
            return len(asked), 1

        found = check(
            self.briefing,
            file="content/briefings/harbour.md",
            articles={_FILE: Article(source=self.source, text=self.text, blocks=())} if self.sha256 else {},
            sha256={_FILE: self.sha256} if self.sha256 else {},
            position=position,
            ids=self.ids,
            registry=self.registry,
            notes=self.notes,
        )
        return {f"{'.'.join(str(part) for part in asked[one.line - 1])}: {one.code}": one for one in found}


def _case(name: str, table: dict[str, Any]) -> CheckCase:
    text = table["source"]
    told = Source(file=_FILE, sha256=_SHA256, published=table.get("published"), title=table.get("title"))
    given: dict[str, Any] = table.get("briefing", {})
    for section in ("takeaways", "actors", "open_questions", "watch"):
        for item in given.get(section, []):
            item.setdefault("evidence", [text.strip()])
            item["evidence"] = [{"quote": quote} for quote in item["evidence"]]
    sources = [{"file": _FILE, "sha256": _SHA256, "published": table.get("published")}]
    whole = {"id": "harbour", "title": "A title", "status": "published", "sources": sources} | given
    return CheckCase(
        name=name,
        source=replace(told, published=table.get("article_says", told.published)),
        text=text,
        briefing=_BRIEFING.validate_python(whole),
        ids=("harbour", "ferry"),
        sha256=table.get("sha256_now", _SHA256) or None,
        registry=Registry(actors=_ACTORS.validate_python(table.get("registry", []))),
        notes=table.get("notes", ""),
        expected=tuple(table["problems"]),
        waived=tuple(table.get("waived", ())),
    )


def _cases() -> list[CheckCase]:
    found = []
    for file in sorted(_FOLDER.glob("*.toml")):
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        found += [_case(f"{file.stem}/{name}", table) for name, table in tables.items()]
    return found


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for `found`, `expected` and `waived` every case in turn."""
    if "expected" in metafunc.fixturenames:
        cases = _cases()
        values = [(case.problems(), case.expected, case.waived) for case in cases]
        metafunc.parametrize(("found", "expected", "waived"), values, ids=[case.name for case in cases])


@pytest.fixture(scope="session")
def problems_of_all_cases() -> tuple[tuple[Status, Problem], ...]:
    """Give every problem of every case, each with the status of the briefing it is in."""
    return tuple((case.briefing.status, problem) for case in _cases() for problem in case.problems().values())
