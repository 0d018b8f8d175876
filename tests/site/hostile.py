"""A site whose every text field and note is an attempt to get something run, loaded, included or interpreted.

`payloads.json` lists the attempts, our own; `runs` says of each whether the ordinary chain of Python-Markdown, Material
and Chromium executes it where it stands in the body of a page: the control that proves the test can fail.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.files.front_matter_write import new_text
from briefgen.model.briefing import (
    Actor,
    Briefing,
    Caution,
    Correction,
    Evidence,
    Question,
    Source,
    Takeaway,
    WatchItem,
)

if TYPE_CHECKING:
    from collections.abc import Container

CANARY = "canary-of-an-included-file"
HARMLESS = "harmless"

_MARKDOWN_EXTENSIONS: list[object] = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    {"toc": {"permalink": True}},
    {"pymdownx.arithmatex": {"generic": True}},
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.smartsymbols",
    "pymdownx.superfences",
    {"pymdownx.tasklist": {"custom_checkbox": True}},
    "pymdownx.tilde",
]


@dataclass(frozen=True, slots=True)
class Payload:
    """One attempt."""

    text: str
    runs: bool


def payloads() -> tuple[Payload, ...]:
    """Give every attempt."""
    listed = json.loads((Path(__file__).parent / "payloads.json").read_text(encoding="utf-8"))
    return tuple(Payload(one["text"], one["runs"]) for one in listed)


def one_line(text: str) -> str:
    """Give the attempt as front matter may hold it: on one line."""
    return " ".join(text.split())


def hostile(name: str, text: str) -> Briefing:
    """Give a briefing with the text in every field that is free text."""
    evidence = (Evidence(quote=text),)
    return Briefing(
        id=name,
        title=text,
        date=date(2025, 10, 29),
        status="published",
        reviewed_by=text,
        reviewed_on=date(2025, 11, 1),
        summary=text,
        topics=(text,),
        sources=(Source(file="seeds/a.txt", title=text, publisher=text, author=text, url="https://source.example/a"),),
        takeaways=(Takeaway(text=text, kind="claim", said_by=text, evidence=evidence),),
        actors=(
            Actor(name=text, kind="person", role=text, aliases=(f"{text} alias",), position=text, evidence=evidence),
        ),
        open_questions=(Question(text=text, status="answered", answer=text, evidence=evidence),),
        watch=(
            WatchItem(
                text=text,
                when=text,
                start=date(2025, 11, 3),
                end=date(2025, 11, 9),
                where=text,
                status="happened",
                outcome=text,
                evidence=evidence,
            ),
        ),
        cautions=(Caution(text=text),),
        corrections=(Correction(date=date(2025, 11, 2), was=text, now=text, why=text),),
    )


def write_hostile(root: Path, without: Container[str] = (), every: int = 1) -> Path:
    """Write the site, with a page of plain Markdown for each attempt as a control.

    Args:
        root: A folder that is not there yet.
        without: Extensions of Markdown that it shall not have.
        every: Take every so many-th of the attempts, where what is asked takes long for each.

    Returns:
        Its mkdocs.yml: many extensions, none of them briefgen's need.
    """
    extensions = [*_MARKDOWN_EXTENSIONS, {"pymdownx.snippets": {"base_path": [str(root)]}}]
    (root / "seeds").mkdir(parents=True)
    folder = root / "content" / "briefings"
    folder.mkdir(parents=True)
    (root / "content" / "control").mkdir()
    (root / "canary.txt").write_text(CANARY, encoding="utf-8")
    attempts = [HARMLESS, *(payload.text for payload in payloads()[::every])]
    for number, text in enumerate(attempts):
        name = f"p-{number:03d}"
        notes = f"Notes begin.\n\n{text}\n\nMiddle {text} of it.\n\n- {text}\n\nNotes end.\n"
        page = new_text(hostile(name, one_line(text)), notes)
        (folder / f"{name}.md").write_text(page, encoding="utf-8")
        (root / "content" / "control" / f"{name}.md").write_text(f"# Control\n\n{text}\n", encoding="utf-8")
    config = root / "mkdocs.yml"
    settings = {
        "site_name": "Hostile",
        "site_url": "https://desk.example/",
        "docs_dir": "content",
        "theme": {"name": "material", "font": False},
        "nav": ["index.md", "briefings/index.md", "actors/index.md", "topics/index.md", "watch.md", "questions.md"],
        "not_in_nav": "/control/*",
        "markdown_extensions": [one for one in extensions if _name(one) not in without],
        "plugins": ["search", "briefgen"],
    }
    config.write_text(json.dumps(settings), encoding="utf-8")
    return config


def _name(extension: object) -> str:
    return str(next(iter(extension)) if isinstance(extension, dict) else extension)
