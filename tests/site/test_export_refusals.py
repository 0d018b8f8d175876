"""`briefgen export`: where it may not be written, and what it does not take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.other_builders import export, write_desk
from tests.site.test_export import CANARY, contents, desk

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "place", [".", "..", "content", "content/out", "seeds/out", "site", "site/out", "overrides/x", ".cache/x"]
)
def test_folders_of_the_site_are_refused(tmp_path: Path, place: str) -> None:
    """An export there would be published, drafted, built from or lost: status 2, and nothing is written."""
    config = write_desk(tmp_path / "home/desk")
    before = contents(tmp_path)
    status, printed = export(config, config.parent / place)
    assert status == 2
    assert "expected a folder of its own" in printed
    assert contents(tmp_path) == before


def test_a_folder_around_the_content_is_refused(tmp_path: Path) -> None:
    """What lies in it would be an export's own, for the next one to remove."""
    config = write_desk(tmp_path / "desk")
    (tmp_path / "desk/docs").mkdir()
    (tmp_path / "desk/content").rename(tmp_path / "desk/docs/content")
    config.write_text(config.read_text(encoding="utf-8").replace("docs_dir: content", "docs_dir: docs/content"))
    status, printed = export(config, tmp_path / "desk/docs")
    assert status == 2
    assert "the site’s content" in printed


def test_a_link_among_the_overrides_is_not_followed(tmp_path: Path) -> None:
    """It could lead anywhere; it is named, and the rest is exported."""
    config = write_desk(tmp_path / "site")
    (tmp_path / "secret.html").write_text(CANARY, encoding="utf-8")
    (tmp_path / "site/overrides/extra.html").symlink_to(tmp_path / "secret.html")
    status, printed = export(config, tmp_path / "out")
    assert status == 0, printed
    assert "not exported: extra.html of the theme's overrides" in printed
    assert not any(CANARY.encode() in data for data in contents(tmp_path / "out").values())


def test_a_folder_beside_the_content_is_taken(tmp_path: Path) -> None:
    """An export may lie within the site's folder, where its repository keeps it or not."""
    config = write_desk(tmp_path / "desk")
    assert export(config, config.parent / "pages")[0] == 0
    assert (config.parent / "pages/mkdocs.yml").is_file()


def test_mistakes_stop_an_export_before_anything_is_written(tmp_path: Path) -> None:
    """A briefing that cannot be read, notes that cannot be shown, a template that is wrong: file and line, status 1."""
    config = desk(tmp_path / "site", {"templates": "templates"})
    briefing = tmp_path / "site/content/briefings/published.md"
    template = tmp_path / "site/templates/watch.md.jinja"
    template.parent.mkdir()
    good = briefing.read_text(encoding="utf-8")
    assert export(config, tmp_path / "out")[0] == 0
    before = contents(tmp_path / "out")
    for path, text, line in (
        (briefing, good.replace("summary:", "sumary:", 1), "content/briefings/published.md:"),
        (briefing, f"{good}{'The piers. ' * 2000}\n", "content/briefings/published.md:"),
        (template, "{% if %}", "templates/watch.md.jinja:1"),
    ):
        path.write_text(text, encoding="utf-8")
        status, printed = export(config, tmp_path / "out")
        assert status == 1, printed
        assert line in printed
        assert contents(tmp_path / "out") == before
        briefing.write_text(good, encoding="utf-8")


def test_a_changed_file_is_named_and_kept(tmp_path: Path) -> None:
    """Status 1; the message names it and says what to do."""
    config = desk(tmp_path / "site")
    assert export(config, tmp_path / "out")[0] == 0
    (tmp_path / "out/mkdocs.yml").write_text("mine", encoding="utf-8")
    status, printed = export(config, tmp_path / "out")
    assert status == 1
    assert f"{tmp_path / 'out/mkdocs.yml'}:1" in printed
    assert "move it away" in printed
    assert (tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8") == "mine"
