"""A file of articles with human summaries -> analysed articles and what a person made of each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.benchmarks.gold import analysed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefgen.model.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Summarised:
    """An analysed article and what a person wrote of it."""

    name: str
    analysis: Analysis
    highlights: tuple[str, ...]


def read_summaries(path: Path) -> Iterator[Summarised]:
    """Read the articles in one paragraph without a title of a file of JSON lines, in order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record.get("title") or "\n" in record["text"].strip():
            continue
        yield Summarised(
            record["id"], analysed(f"{record['id']}.txt", record["text"].encode()), tuple(record["highlights"])
        )
