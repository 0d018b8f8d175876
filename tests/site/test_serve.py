"""The preview: mistakes are shown on the pages and never end it; saved articles are drafted."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from briefgen.files.front_matter_write import new_text
from tests.site.building import write_site
from tests.site.test_build import CANARY, every_field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest

BROKEN = "---\nid: a\ntitle: A\nsumary: x\n---\n"


@contextmanager
def previewed(config_file: Path, site: Path) -> Iterator[Callable[[], None]]:
    """Give what rebuilds the preview, as `mkdocs serve` does after each save."""
    config = load_config(str(config_file), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    first = [config]

    def rebuild() -> None:
        loaded = first.pop() if first else load_config(str(config_file), site_dir=str(site))
        mkdocs_build(loaded, serve_url="http://127.0.0.1:8000/")

    try:
        yield rebuild
    finally:
        config.plugins.on_shutdown()


def test_mistakes_are_shown_and_then_gone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Every page shows the errors, the log names them, and mending the file brings the site back."""
    good = new_text(replace(every_field("a", "good"), status="published"))
    config = write_site(tmp_path / "site", {"a": good})
    with previewed(config, tmp_path / "built") as rebuild:
        rebuild()
        page = tmp_path / "built" / "briefings" / "a" / "index.html"
        assert "good takeaway" in page.read_text(encoding="utf-8")
        write_site(tmp_path / "site", {"a": BROKEN})
        with caplog.at_level(logging.ERROR):
            rebuild()
        assert "content/briefings/a.md:4:" in caplog.text
        for path in (page, tmp_path / "built" / "index.html"):
            text = path.read_text(encoding="utf-8")
            assert "cannot be read as they stand" in text
            assert "content/briefings/a.md:4:" in text.replace("&#47;", "/").replace("&#46;", ".").replace("&#58;", ":")
        write_site(tmp_path / "site", {"a": good})
        rebuild()
        assert "good takeaway" in page.read_text(encoding="utf-8")


def test_the_preview_shows_drafts(tmp_path: Path) -> None:
    """A draft that the built site leaves out is there in the preview."""
    briefings = {"secret": new_text(every_field("secret", CANARY))}
    config = write_site(tmp_path / "site", briefings, {"unreviewed": "preview"})
    with previewed(config, tmp_path / "built") as rebuild:
        rebuild()
        text = (tmp_path / "built" / "briefings" / "secret" / "index.html").read_text(encoding="utf-8")
    assert CANARY in text


def test_a_saved_article_is_drafted(tmp_path: Path) -> None:
    """An article put into the folder of seeds has its briefing after the next rebuild."""
    config = write_site(tmp_path / "site", {})
    with previewed(config, tmp_path / "built") as rebuild:
        rebuild()
        article = (
            "Harbour board opens the gate\n\nThe harbour board opened the north gate on Tuesday, said Ada Quist.\n"
        )
        (tmp_path / "site" / "seeds" / "gate.txt").write_text(article, encoding="utf-8")
        rebuild()
    pages = [path.parent.name for path in (tmp_path / "built" / "briefings").glob("*/index.html")]
    assert pages == ["harbour-board-opens-the-gate"]


def test_temporary_files_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the plugin writes beside the site is gone when MkDocs ends."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    with previewed(write_site(tmp_path / "site", {}), tmp_path / "built") as rebuild:
        rebuild()
        assert len(list((tmp_path / "temporary").iterdir())) == 1
    assert not list((tmp_path / "temporary").iterdir())
