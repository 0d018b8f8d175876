"""ProperDocs, the fork of MkDocs 1 that goes on, runs the plugin: the same site, and a preview that follows what is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.files.front_matter_write import new_text
from tests.site.building import build, write_site
from tests.site.other_builders import built_by, write_desk
from tests.site.test_build import every_field
from tests.site.test_live_server import served

if TYPE_CHECKING:
    from pathlib import Path

_COMMAND = ("properdocs", "build", "-f", "mkdocs.yml", "--strict")


def test_the_site_is_the_same_but_for_the_name_of_its_builder(tmp_path: Path) -> None:
    """Every file is there with the same bytes, once the builder's name in a page's head is left aside."""
    config = write_desk(tmp_path / "site", unreviewed="preview")
    config.write_text(config.read_text(encoding="utf-8").replace("find: false", "find: true"), encoding="utf-8")
    expected = build(config, tmp_path / "reference", "--strict")
    found = built_by(config.parent, *_COMMAND)
    assert (expected.status, found.status) == (0, 0), found.output
    assert found.files() == expected.files()
    for path in found.files():
        told = (found.site / path).read_bytes().replace(b"mkdocs-ProperDocs 1.6.7, ", b"mkdocs-1.6.1, ")
        assert told == (expected.site / path).read_bytes(), path


def test_mistakes_stop_a_build(tmp_path: Path) -> None:
    """A front matter that cannot be read ends it with file and line, before the old site is touched; strict counts warnings."""
    good = new_text(every_field("a", "first"))
    config = write_site(tmp_path, {"a": good})
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old", encoding="utf-8")
    briefing = tmp_path / "content/briefings/a.md"
    briefing.write_text(good.replace("summary:", "sumary:", 1), encoding="utf-8")
    failed = built_by(config.parent, *_COMMAND)
    assert failed.status == 1
    assert "content/briefings/a.md:" in failed.output
    assert failed.text("index.html") == "old"
    briefing.write_text(good, encoding="utf-8")
    (tmp_path / "seeds/a.txt").write_text("Another text altogether.\n", encoding="utf-8")
    warned = built_by(config.parent, *_COMMAND)
    assert warned.status == 1
    assert "not found in the source" in warned.output


def test_a_preview_shows_what_is_saved(tmp_path: Path) -> None:
    """`properdocs serve` takes up a saved front matter alone, with the policy that lets its live reload through."""
    root = tmp_path / "site"
    good = new_text(replace(every_field("a", "first"), status="published"))
    config = write_site(root, {"a": good})
    with served(root, config, "properdocs") as server:
        server.wait("briefings/a/", "first takeaway")
        (root / "content/briefings/a.md").write_text(
            good.replace("first takeaway", "second takeaway"), encoding="utf-8"
        )
        server.wait("briefings/a/", "second takeaway")
        page = server.get("briefings/a/")[1]
        assert "livereload(" in page
        assert page.index("Content-Security-Policy") < page.index("livereload(")
        assert "Took up what was saved" in server.log.read_text(encoding="utf-8")
