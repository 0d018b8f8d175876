"""A build that takes what an earlier one kept gives the bytes of one that keeps nothing, whatever was changed in between."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from briefgen.files.cache import Cache
from briefgen.plugin import keeping
from tests.site.building import SAMPLE, build

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_OFF = {"find": False, "social_cards": False, "templates": "own"}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built once, with what that build kept."""
    root = tmp_path_factory.mktemp("kept") / "site"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns(".cache"))
    (root / "own").mkdir()
    (root / "theme").mkdir()
    _configure(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(root.parent / "user"))
        assert build(root / "mkdocs.yml", root.parent / "first").status == 0
    return root


def _configure(root: Path, *, cache: bool = True, **others: object) -> None:
    told = {
        "site_name": "Desk",
        "site_url": "https://desk.example/",
        "docs_dir": "content",
        "theme": {"name": "material", "font": False, "custom_dir": "theme"},
        "plugins": ["search", {"briefgen": _OFF | {"cache": cache}}],
    }
    (root / "mkdocs.yml").write_text(json.dumps(told | others), encoding="utf-8")


def _briefing(root: Path) -> dict[str, object]:
    path = min((root / "content/briefings").glob("*.md"))
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r"(?m)^title: (['\"]?)", r"title: \1Changed ", text, count=1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    return {}


def _seeds(root: Path) -> dict[str, object]:
    for path in (root / "seeds").iterdir():
        path.write_text("Nothing of it is here any more.\n", encoding="utf-8")
    return {}


def _registry(root: Path) -> dict[str, object]:
    registry = "actors:\n  - {name: The Seafarers, kind: organisation, aliases: [Union of Seafarers]}\n"
    (root / "content/actors.yml").write_text(registry, encoding="utf-8")
    return {}


def _template(root: Path) -> dict[str, object]:
    own = '{% extends "briefgen/withdrawn.md.jinja" %}\n'
    (root / "own/withdrawn.md.jinja").write_text(own, encoding="utf-8")
    (root / "own/briefing.md.jinja").write_text(
        "# {{ title(marked.briefing.title) }}\n\n<p>Own</p>\n", encoding="utf-8"
    )
    return {}


def _page(root: Path) -> dict[str, object]:
    (root / "content/about.md").write_text("# About\n\n[All](briefings/index.md)\n", encoding="utf-8")
    return {}


def _theme(root: Path) -> dict[str, object]:
    (root / "theme/main.html").write_text(
        '{% extends "base.html" %}{% block footer %}<p>{{ page.content | length }}</p>{% endblock %}', encoding="utf-8"
    )
    return {}


def _settings(_root: Path) -> dict[str, object]:
    return {"site_name": "Another", "use_directory_urls": False}


def _extension(_root: Path) -> dict[str, object]:
    return {"markdown_extensions": [{"toc": {"permalink": True}}]}


@pytest.mark.parametrize("change", [_briefing, _seeds, _registry, _template, _page, _theme, _settings, _extension])
def test_a_warm_build_gives_a_cold_ones_bytes(
    kept: Path, change: Callable[[Path], dict[str, object]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change of each kind; and what did not change was really taken."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept.parent / "user"))
    root = tmp_path / "site"
    shutil.copytree(kept, root)
    told = change(root)
    taken: list[bool] = []

    def noted(self: Cache, kind: str, key: str | bytes, get: Callable[..., bytes | None] = Cache.get) -> bytes | None:
        data = get(self, kind, key)
        taken.append(data is not None)
        return data

    monkeypatch.setattr(Cache, "get", noted)
    _configure(root, cache=True, **told)
    warm = build(root / "mkdocs.yml", tmp_path / "warm")
    assert warm.status == 0, warm.output
    assert any(taken)
    _configure(root, cache=False, **told)
    cold = build(root / "mkdocs.yml", tmp_path / "cold")
    assert warm.files() == cold.files()
    for path in warm.files():
        assert (warm.site / path).read_bytes() == (cold.site / path).read_bytes(), path


def test_another_program_takes_nothing(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever upgrades briefgen or works on it gets the new one's pages."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept.parent / "user"))
    root = tmp_path / "site"
    shutil.copytree(kept, root)
    before = keeping.cache_of(root, wanted=True)
    assert before.keeps
    monkeypatch.setattr(keeping, "_program", lambda: b"another")
    monkeypatch.setattr(Cache, "put", lambda *_: None)
    found: list[bytes | None] = []

    def noted(self: Cache, kind: str, key: str | bytes, get: Callable[..., bytes | None] = Cache.get) -> bytes | None:
        found.append(get(self, kind, key))
        return found[-1]

    monkeypatch.setattr(Cache, "get", noted)
    assert build(root / "mkdocs.yml", tmp_path / "out").status == 0
    assert found
    assert not any(found)
