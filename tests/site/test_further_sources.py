"""A briefing that rests on two articles of seeds/: its drafts come from one, and nothing of it goes to the other's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli.main import main
from tests.benchmarks.articles import article

if TYPE_CHECKING:
    from pathlib import Path


def drafted(root: Path, *arguments: str) -> str:
    """Run `briefgen draft`; gives what it printed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        result = CliRunner().invoke(main, ["draft", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a briefing of one article, in which an editor has named another."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\ndocs_dir: content\nplugins: [briefgen]\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/first.md").write_text(article(1), encoding="utf-8")
    drafted(tmp_path)
    (file,) = (tmp_path / "content/briefings").iterdir()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("  - file: seeds/first.md", "  - file: seeds/further.md\n  - file: seeds/first.md", 1))
    (tmp_path / "seeds/further.md").write_text(article(2), encoding="utf-8")
    return tmp_path


def test_a_further_source_changes_nothing_and_is_told(site: Path) -> None:
    """Neither its first draft nor a change of it touches the briefing or makes another, however often it is drafted."""
    (file,) = (site / "content/briefings").iterdir()
    before = file.read_bytes()
    for arguments in ((), ("--again",), ("seeds/further.md",)):
        said = drafted(site, *arguments)
        assert f"seeds/further.md: further source of a briefing, not drafted: content/briefings/{file.name}" in said
        assert file.read_bytes() == before
    assert [one.name for one in (site / "content/briefings").iterdir()] == [file.name]


def test_the_briefing_goes_on_with_its_own_article(site: Path) -> None:
    """What the article newly says is taken over, and the further source stays."""
    (file,) = (site / "content/briefings").iterdir()
    seed = site / "seeds/first.md"
    title = article(1).splitlines()[0].removeprefix("# ")
    seed.write_text(article(1).replace(title, f"{title}, Again", 1), encoding="utf-8")
    assert "updated" in drafted(site)
    text = file.read_text(encoding="utf-8")
    assert ", Again" in text
    assert "  - file: seeds/further.md\n  - file: seeds/first.md" in text
    assert "nothing was written" in drafted(site)
