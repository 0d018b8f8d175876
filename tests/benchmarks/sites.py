"""A number of articles -> a site of so many, drafted already, without drafting each: a benchmark's starting point."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.files.drafts import draft_text
from briefgen.files.front_matter_write import new_text
from briefgen.model.draft import LastDraft
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.pipeline import fresh_draft
from briefgen.planning import recipe
from tests.benchmarks.articles import article

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.briefing import Briefing

_DRAFTED = 10
"""Articles that are really drafted; the others are these with another last line."""


def write_configuration(root: Path) -> Path:
    """Write the smallest mkdocs.yml of a site, and its folders; gives the file."""
    (root / "content").mkdir(parents=True, exist_ok=True)
    (root / "seeds").mkdir(exist_ok=True)
    file = root / "mkdocs.yml"
    file.write_text("site_name: Benchmark\ndocs_dir: content\ntheme: material\nplugins: [briefgen]\n", encoding="utf-8")
    return file


def write_site(root: Path, count: int) -> Path:
    """Write a site of new articles, `seeds/story-00000.md` and so on; gives its mkdocs.yml."""
    configuration = write_configuration(root)
    for number in range(count):
        (root / "seeds" / f"story-{number:05}.md").write_text(article(number), encoding="utf-8")
    return configuration


def write_drafted_site(root: Path, count: int) -> Path:
    """Write a site whose every article has its briefing and its last draft, as drafting would have left them.

    A run over it must find nothing to do; each file is as long as a real one and no two are the same.

    Returns:
        Its mkdocs.yml.
    """
    configuration = write_configuration(root)
    for folder in ("content/briefings", "content/.drafts"):
        (root / folder).mkdir(exist_ok=True)
    patterns = [_pattern(number) for number in range(min(_DRAFTED, count))]
    for number in range(count):
        pattern = patterns[number % len(patterns)]
        name = f"story-{number:05}"
        data = f"{pattern.article}\nThe paper printed this as story {number}.\n"
        sha256 = hashlib.sha256(data.encode()).hexdigest()
        (root / f"seeds/{name}.md").write_text(data, encoding="utf-8")
        for file, text in (
            (f"content/briefings/{name}.md", pattern.briefing),
            (f"content/.drafts/{name}.json", pattern.last_draft),
        ):
            (root / file).write_text(text.replace(_NAME, name).replace(_SHA256, sha256), encoding="utf-8")
    return configuration


_NAME, _SHA256 = "story-name", "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """An article and its files, with `_NAME` and `_SHA256` where each copy has its own."""

    article: str
    briefing: str
    last_draft: str


def _pattern(number: int) -> _Pattern:
    settings = Settings()
    text = article(number)
    data = text.encode()
    seed = Seed(file=f"seeds/{_NAME}.md", data=data, sha256=hashlib.sha256(data).hexdigest())
    fresh = fresh_draft(seed, settings)[1]
    one = replace(fresh, id=_NAME, sources=(replace(fresh.sources[0], sha256=_SHA256),))
    last = LastDraft(briefing=one, recipe=recipe(settings))
    return _Pattern(article=text, briefing=new_text(_edited(one)), last_draft=draft_text(last))


def _edited(briefing: Briefing) -> Briefing:
    """Edit as an editor does: topics, a status, one actor less."""
    return replace(briefing, status="published", topics=("Ports and harbours", "Trade"), actors=briefing.actors[1:])
