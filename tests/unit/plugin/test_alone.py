"""Where something may look at the whole site, pages are not built alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config

from briefgen.plugin.alone import obstacle, search_of

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = {"site_name": "Desk", "theme": {"name": "material"}, "plugins": ["search", "briefgen"]}


def _obstacle(folder: Path, **settings: object) -> str | None:
    (folder / "docs").mkdir(exist_ok=True)
    file = folder / "mkdocs.yml"
    file.write_text(json.dumps(SETTINGS | settings), encoding="utf-8")
    config = load_config(str(file))
    return obstacle(config, config.plugins["briefgen"])


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({}, None),
        ({"plugins": ["briefgen"]}, None),
        ({"plugins": ["search", "briefgen", "material/tags"]}, "material/tags"),
        ({"theme": "mkdocs"}, "the theme mkdocs"),
        ({"strict": True}, "--strict"),
        ({"extra_templates": ["robots.txt"]}, "extra_templates"),
    ],
)
def test_what_stands_in_the_way_is_named(tmp_path: Path, settings: dict[str, object], reason: str | None) -> None:
    """MkDocs, Material, its search and briefgen look at one page at a time; anything else is named."""
    found = _obstacle(tmp_path, **settings)
    assert found is None if reason is None else found is not None and reason in found


@pytest.mark.parametrize(
    ("template", "alone"),
    [
        ("{% block footer %}{{ page.title }}{% endblock %}", True),
        ("{% for file in pages %}{{ file.page.title }}{% endfor %}", False),
        ("{% if nav %}x{% endif %}", False),
        ("{% broken", False),
    ],
)
def test_a_template_of_the_site_that_looks_at_all_pages_is_named(tmp_path: Path, template: str, alone: bool) -> None:  # noqa: FBT001  # a case
    """It is found by the names that it uses; one that cannot be read could use any."""
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/main.html").write_text(template, encoding="utf-8")
    found = _obstacle(tmp_path, theme={"name": "material", "custom_dir": "overrides"})
    assert found is None if alone else found is not None and "main.html" in found


def test_hooks_stand_in_the_way(tmp_path: Path) -> None:
    """What a hook looks at nobody can tell."""
    (tmp_path / "hook.py").write_text("def on_post_page(output, **_): return output\n", encoding="utf-8")
    found = _obstacle(tmp_path, hooks=["hook.py"])
    assert found is not None
    assert "hooks" in found


def test_the_search_is_found_where_it_is_used(tmp_path: Path) -> None:
    """Switched off it keeps no index."""
    for enabled in (True, False):
        _obstacle(tmp_path, plugins=[{"search": {"enabled": enabled}}, "briefgen"])
        assert (search_of(load_config(str(tmp_path / "mkdocs.yml"))) is not None) is enabled
