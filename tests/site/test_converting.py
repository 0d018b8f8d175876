"""Pages that Markdown and the search see in part: the built site is, byte for byte, what it is where they see all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.plugin import converting
from briefgen.plugin.blocks import blocks_of
from tests.site.building import SAMPLE, build
from tests.site.hostile import payloads, write_hostile

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


_LOOK_AT_ELEMENTS = frozenset(["pymdownx.critic", "pymdownx.snippets"])
"""Extensions of the hostile site with which every page is seen whole anyhow."""


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


def test_the_hostile_site_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a field or a note tries, a page seen in part is the page seen whole; and most are really seen in part."""
    config = write_hostile(tmp_path / "hostile", without=_LOOK_AT_ELEMENTS, every=3)  # each is built twice
    told = config.read_text(encoding="utf-8")
    plain = told.replace('"briefgen"', '{"briefgen": {"find": false, "social_cards": false}}')
    assert plain != told
    config.write_text(plain, encoding="utf-8")
    seen: list[bool] = []

    def noted(markdown: str) -> object:
        blocks = blocks_of(markdown)
        seen.append(blocks is not None)
        return blocks

    monkeypatch.setattr(converting, "blocks_of", noted)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "one"))
    part = _tree(config, tmp_path / "part")
    # The pages' Markdown is kept from the first build; what became of it is never looked at where all is seen whole.
    monkeypatch.setattr(converting, "HARMLESS", frozenset())
    whole = _tree(config, tmp_path / "whole")
    assert part.keys() == whole.keys()
    assert [path for path, page in part.items() if page != whole[path]] == []
    assert sum(seen) > 0.9 * len(seen) > len(payloads()) / 3
