"""The codes, their examples and what the check prints for them -> docs/pages/checks.md."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.checking.codes import CODES
from briefgen.checking.reading_codes import READING_CODES
from briefgen.model.report import printable
from tests.code_examples import CASES, examples

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.checking.codes import CodeDoc
    from tests.code_examples import Example

_HEAD = Path(__file__).parent / "checks_head.md"


def page() -> str:
    """Give the whole page, in which every finding is what the check prints."""
    article = (CASES / "article.txt").read_text("utf-8").strip()
    briefing = (CASES / "briefing.md").read_text("utf-8").strip()
    return "\n".join(
        [
            _HEAD.read_text("utf-8"),
            "## What proving finds",
            "",
            "The examples change a few lines of this briefing, `content/briefings/harbour.md`:",
            "",
            f"```yaml\n{briefing}\n```",
            "",
            "Its article, `seeds/harbour.txt`:",
            "",
            f"```text\n{article}\n```",
            "",
            *_entries(CODES, "checking"),
            "## What reading finds",
            "",
            "A file with such a mistake is not read at all, so that nothing half-read is published; the others are proved all",
            "the same.",
            "",
            *_entries(READING_CODES, "reading"),
        ]
    )


def _entries(codes: Mapping[str, CodeDoc], cases: str) -> list[str]:
    found = {example.code: example for example in examples(cases)}
    return [_entry(codes[code], found[code]) for code in sorted(codes) if code in found]


def _entry(doc: CodeDoc, example: Example) -> str:
    kind = doc.severity if doc.in_draft == doc.severity else f"{doc.severity}, in a draft a {doc.in_draft}"
    waived = ", can be waived" if doc.waivable else ""
    shown = f"```{example.language}\n{example.shown}\n```" if example.shown else example.told
    return f"### `{doc.code}`\n\n{doc.meaning} {doc.remedy} ({kind}{waived})\n\n{shown}\n\n```text\n{_printed(example)}\n```\n"


def _printed(example: Example) -> str:
    with tempfile.TemporaryDirectory() as folder:
        problems = [one for one in example.problems(Path(folder)) if one.code == example.code]
    return printable(str(problems[0]))
