"""`briefgen schema` as a user meets it: what is printed, what is written, and the exit status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.files.tools import TOOLS
from briefgen.files.tools.offered import files_for
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site whose content lies in another folder than usual."""
    (tmp_path / "docs").mkdir()
    config = "site_name: Test\ndocs_dir: docs\ntheme: material\nplugins: [briefgen]\n"
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    return tmp_path


def _run(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["-f", str(site / "mkdocs.yml"), "schema", *arguments])


@pytest.mark.parametrize("tool", ["briefings", "actors"])
def test_a_json_schema_needs_no_site(tmp_path: Path, tool: str) -> None:
    """It is the same everywhere."""
    result = _run(tmp_path, "--for", tool)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["additionalProperties"] is False


@pytest.mark.parametrize("tool", ["vscode", "front-matter-cms", "pages-cms"])
def test_what_names_folders_needs_one(tmp_path: Path, tool: str) -> None:
    """Without mkdocs.yml the call is wrong."""
    result = _run(tmp_path, "--for", tool)
    assert result.exit_code == 2
    assert "mkdocs.yml" in result.stderr


@pytest.mark.parametrize("tool", TOOLS)
def test_it_prints_what_it_would_write(site: Path, tool: str) -> None:
    """For the folder that the site's settings name; of several files each below its name."""
    result = _run(site, "--for", tool)
    assert result.exit_code == 0
    files = files_for(tool, Settings(content="docs"))  # type: ignore[arg-type]  # mypy takes the parameter for any text
    heads = [f"// {file.path}\n" if len(files) > 1 else "" for file in files]
    assert result.stdout == "".join(head + file.text for head, file in zip(heads, files, strict=True))
    assert [path.name for path in site.iterdir() if path.name != "docs"] == ["mkdocs.yml"]


def test_it_writes_all_of_them(site: Path) -> None:
    """Each is named with what became of it; a second run writes nothing."""
    result = _run(site, "--write")
    assert result.exit_code == 0
    assert "frontmatter.json: written\n" in result.stdout
    collections = yaml.safe_load((site / ".pages.yml").read_text(encoding="utf-8"))["content"]
    assert [collection["path"] for collection in collections] == ["docs/briefings", "docs/actors.yml"]
    again = _run(site, "--write")
    assert again.exit_code == 0
    assert again.stdout == result.stdout.replace("written", "as it should be")


def test_a_file_of_ones_own_needs_a_person(site: Path) -> None:
    """It is named, left as it is, and the exit status tells; --force replaces it."""
    (site / "frontmatter.json").write_text("{}\n", encoding="utf-8")
    result = _run(site, "--for", "front-matter-cms", "--write")
    assert result.exit_code == 1
    assert result.stdout.startswith("frontmatter.json: differs, left as it is\n")
    assert "--force" in result.stdout
    assert (site / "frontmatter.json").read_text(encoding="utf-8") == "{}\n"
    assert _run(site, "--for", "front-matter-cms", "--write", "--force").exit_code == 0
    assert json.loads((site / "frontmatter.json").read_text(encoding="utf-8"))


def test_a_link_is_not_followed(site: Path) -> None:
    """What could not be written is named."""
    (site / ".pages.yml").symlink_to(site / "mkdocs.yml")
    result = _run(site, "--for", "pages-cms", "--write", "--force")
    assert result.exit_code == 1
    assert ".pages.yml" in result.stderr


def test_force_alone_is_a_wrong_call(site: Path) -> None:
    """There is nothing that printing could replace."""
    assert _run(site, "--force").exit_code == 2
