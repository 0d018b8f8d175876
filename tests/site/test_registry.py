"""The registry of actors from the file to the site: drafts, checks, pages and the preview go by it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.files.front_matter import read_briefing
from tests.site.building import Elements, build, write_site
from tests.site.test_serve import previewed

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.briefing import Actor

BRIDGE = """Norland closes the bridge

May 4, 2026 | World

President Danylo Melnytskyy said on Monday that the bridge would be closed for a year. Melnytskyy told reporters in
Northport that the city would pay 40 million crowns for its repair. The harbour board rejected the plan.
"""
FERRY = """Ferry will sail at night

May 6, 2026 | World

President Danylo Melnytsky opened the night ferry on Wednesday. Melnytsky said it would carry 900 people an hour until
the bridge is repaired. His wife, Halyna Melnytska, said she would not use it.
"""
REGISTRY = """# how we call them
actors:
  - name: Danilo Melnitski
    kind: person
    aliases: [Danylo Melnytskyy, Danylo Melnytsky, Melnytskyy, Melnytsky]
    not_the_same_as: [Halyna Melnytska]
  - name: Harbour Board of Northport
    kind: organisation
    aliases: [harbour board]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A site with two articles that spell a name in two ways, and a registry."""
    root = tmp_path / "desk"
    write_site(root, {})
    (root / "seeds" / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (root / "seeds" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (root / "content" / "actors.yml").write_text(REGISTRY, encoding="utf-8")
    return root


def run(root: Path, *arguments: str) -> Result:
    """Run `briefgen` for a site."""
    return CliRunner().invoke(main, ["-f", str(root / "mkdocs.yml"), *arguments], catch_exceptions=False)


def actors(root: Path, name: str) -> dict[str, Actor]:
    """Give the actors of a briefing by name."""
    path = root / "content" / "briefings" / f"{name}.md"
    return {one.name: one for one in read_briefing(path.name, path.read_text(encoding="utf-8")).briefing.actors}


def test_two_spellings_have_one_page(desk: Path, tmp_path: Path) -> None:
    """Drafts take the registry's name, checks accept it, and one page gathers both briefings; the file is not published."""
    assert run(desk, "draft").exit_code == 0
    bridge = actors(desk, "norland-closes-the-bridge")
    ferry = actors(desk, "ferry-will-sail-at-night")
    assert bridge["Danilo Melnitski"].aliases == ("Danylo Melnytskyy", "Melnytskyy")
    assert ferry["Danilo Melnitski"].aliases == ("Danylo Melnytsky", "Melnytsky")
    assert bridge["Danilo Melnitski"].role == "President"
    assert "Halyna Melnytska" in ferry
    checked = run(desk, "check", "--strict")
    assert checked.exit_code == 0, checked.output
    built = build(desk / "mkdocs.yml", tmp_path / "site", "--strict")
    assert built.status == 0, built.output
    pages = [path for path in built.files() if path.startswith("actors/") and "meln" in path]
    assert pages == ["actors/danilo-melnitski/index.html", "actors/halyna-melnytska/index.html"]
    page = built.text("actors/danilo-melnitski/index.html")
    assert "norland-closes-the-bridge" in page
    assert "ferry-will-sail-at-night" in page
    assert not [path for path in built.files() if path.endswith((".yml", ".yaml"))]


def test_several_processes_go_by_it_too(desk: Path) -> None:
    """The same bytes as from one."""
    path = desk / "content" / "briefings" / "ferry-will-sail-at-night.md"
    run(desk, "draft")
    one = path.read_bytes()
    path.unlink()
    again = run(desk, "draft", "--jobs", "2", *(str(desk / "seeds" / name) for name in ("ferry.txt", "bridge.txt")))
    assert again.exit_code == 0, again.output
    assert path.read_bytes() == one


def test_a_hostile_name_stays_text(desk: Path, tmp_path: Path) -> None:
    """On the actor's page, in the listing and in the briefing; it leads nowhere and nothing of it is run."""
    hostile = "</h1><img src=x onerror=alert(1)>{{ 7*7 }} ../../[a](javascript:b)"
    text = REGISTRY.replace("name: Danilo Melnitski", f'name: "{hostile}"')
    (desk / "content" / "actors.yml").write_text(text, encoding="utf-8")
    run(desk, "draft")
    assert hostile in actors(desk, "norland-closes-the-bridge")
    built = build(desk / "mkdocs.yml", tmp_path / "site", "--strict")
    assert built.status == 0, built.output
    pages = [path for path in built.files() if path.startswith(("actors/", "briefings/")) and path.endswith(".html")]
    shown = 0
    for path in pages:
        page = Elements(built.text(path))
        assert not [one for one in page.all("img") if one.get("src") == "x"]
        assert not [one for one in page.all("a") if (one.get("href") or "").startswith("javascript:")]
        shown += hostile in "".join(page.words)
    assert shown >= 4


def test_a_change_of_the_registry_drafts_anew(desk: Path) -> None:
    """What was drafted without it is renewed, what an editor changed stays; another order or comment changes nothing."""
    registry = desk / "content" / "actors.yml"
    registry.unlink()
    run(desk, "draft")
    assert "Danylo Melnytskyy" in actors(desk, "norland-closes-the-bridge")
    path = desk / "content" / "briefings" / "ferry-will-sail-at-night.md"
    edited = path.read_text(encoding="utf-8").replace("name: Danylo Melnytsky\n", "name: Captain Melnytsky\n")
    path.write_text(edited, encoding="utf-8")
    registry.write_text("actors:\n", encoding="utf-8")
    assert "2 up to date" in run(desk, "draft").stdout
    registry.write_text(REGISTRY, encoding="utf-8")
    assert "up to date" not in run(desk, "draft").stdout
    assert "Danilo Melnitski" in actors(desk, "norland-closes-the-bridge")
    assert "Captain Melnytsky" in actors(desk, "ferry-will-sail-at-night")
    entries = REGISTRY.split("  - name: ")
    mixed = "actors:\n" + "".join(f"  - name: {entry}" for entry in reversed(entries[1:])) + "# as before\n"
    registry.write_text(mixed, encoding="utf-8")
    assert "2 up to date" in run(desk, "draft").stdout


def test_a_mistake_stops_everything_and_is_named_with_its_line(desk: Path, tmp_path: Path) -> None:
    """Nothing is drafted and nothing is built by a registry that is not understood; other files' mistakes are told as well."""
    (desk / "content" / "actors.yml").write_text(REGISTRY.replace("kind: person", "kind: human"), encoding="utf-8")
    (desk / "content" / "briefings" / "a.md").write_text("---\nid: a\ntitle: A\nsumary: x\n---\n", encoding="utf-8")
    first = "content/actors.yml:4:11: not-a-choice: `kind`: expected person, organisation, state or group"
    second = "content/briefings/a.md:4:1: unknown-key: "
    for arguments in (("draft",), ("check",)):
        result = run(desk, *arguments)
        assert result.exit_code == 1
        assert first in result.output
        assert second in result.output
    assert [path.name for path in (desk / "content" / "briefings").iterdir()] == ["a.md"]
    built = build(desk / "mkdocs.yml", tmp_path / "site")
    assert built.status == 1
    assert first in built.output
    assert not built.site.exists()


def test_an_explanation_needs_a_registry_that_can_be_read(desk: Path) -> None:
    """It tells whom the registry named, and what keeps the registry from being read."""
    assert "Danilo Melnitski (person, " in run(desk, "draft", "--explain", str(desk / "seeds" / "bridge.txt")).output
    (desk / "content" / "actors.yml").write_text("- name: x\n", encoding="utf-8")
    result = run(desk, "draft", "--explain")
    assert result.exit_code == 1
    assert "content/actors.yml:1:1: wrong-type: " in result.output


def test_the_preview_goes_by_a_saved_registry(desk: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A save renews the drafts; a mistake is shown on the pages and gone with it."""
    registry = desk / "content" / "actors.yml"
    registry.unlink()
    page = tmp_path / "built" / "actors" / "index.html"
    with previewed(desk / "mkdocs.yml", tmp_path / "built") as rebuild:
        rebuild()
        assert "Danylo Melnytskyy" in page.read_text(encoding="utf-8")
        registry.write_text(REGISTRY, encoding="utf-8")
        rebuild()
        assert "Danilo Melnitski" in page.read_text(encoding="utf-8")
        registry.write_text(REGISTRY.replace("aliases", "alias"), encoding="utf-8")
        with caplog.at_level(logging.ERROR):
            rebuild()
        assert "content/actors.yml:5:5: unknown-key" in caplog.text
        assert "cannot be read as they stand" in page.read_text(encoding="utf-8")
        registry.write_text(REGISTRY, encoding="utf-8")
        rebuild()
        assert "Danilo Melnitski" in page.read_text(encoding="utf-8")
