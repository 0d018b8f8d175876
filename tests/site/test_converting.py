"""Pages that Markdown and the search see in part: the built site is, byte for byte, what it is where they see all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.plugin import converting
from briefgen.plugin.blocks import blocks_of
from tests.site.building import SAMPLE, build

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def _tree(config: Path, site: Path) -> dict[str, bytes]:
    built = build(config, site)
    assert built.status == 0, built.output
    # Pagefind's own files are named by what its run happened to do first.
    return {path: (site / path).read_bytes() for path in built.files() if not path.startswith("pagefind/")}


def test_the_sample_site_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page, the search's index, the site map; and its pages are really seen in part."""
    seen: list[bool] = []

    def noted(markdown: str) -> object:
        blocks = blocks_of(markdown)
        seen.append(blocks is not None)
        return blocks

    monkeypatch.setattr(converting, "blocks_of", noted)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "one"))
    part = _tree(SAMPLE / "mkdocs.yml", tmp_path / "part")
    monkeypatch.setattr(converting, "HARMLESS", frozenset())
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))  # and nothing is kept from the first
    assert part == _tree(SAMPLE / "mkdocs.yml", tmp_path / "whole")
    assert len(seen) > 10
    assert sum(seen) >= len(seen) - 1  # the page that finds has a form of its own
