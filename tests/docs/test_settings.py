"""docs/pages/settings.md is in step with the program: every setting, what is read of MkDocs' own, the environment, the files.

`UPDATE_DOCS=1 pytest tests/docs/test_settings.py` writes the page anew.
"""

from __future__ import annotations

import dataclasses
import re
import tempfile
from pathlib import Path

from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig

from briefgen.cli.facts import ENVIRONMENT, FILES
from briefgen.files.registry import NAME as REGISTRY
from briefgen.files.tools import TOOLS
from briefgen.files.tools.offered import files_for
from briefgen.model.settings import Settings
from briefgen.plugin import BriefgenConfig, load_settings
from briefgen.plugin.keeping import FOLDER as CACHE
from tests.docs.in_step import assert_in_step
from tests.docs.settings_page import TOLD, options, page

PACKAGE = Path(__file__).parent.parent.parent / "briefgen"
PASSED_ON = {
    "config_file_path",  # where mkdocs.yml itself lies
    "mdx_configs",  # below `markdown_extensions`
    "plugins",  # each is told of by its name
    "theme",  # told of by its parts
    "extra",  # the same
}
"""Settings of MkDocs that are read and have no entry of their own."""


def test_the_page_is_in_step_with_the_program() -> None:
    """Defaults and messages are those of the program as it is."""
    assert_in_step("settings.md", page())


def test_every_setting_is_told_of() -> None:
    """None is left to be found in the code, and none is told of that is gone."""
    assert set(TOLD["briefgen"]) == set(options())
    fields = {field.name for field in dataclasses.fields(Settings)}
    elsewhere = {"content": "docs_dir", "language": "theme.language"}
    names = {elsewhere.get(name, name) for name in fields}
    assert names <= {*TOLD["briefgen"], *TOLD["mkdocs"]}


def test_every_choice_is_told_of() -> None:
    """A setting that takes one of several words names them all."""
    for name, option in BriefgenConfig._schema:  # noqa: SLF001  # MkDocs gives them nowhere else
        if isinstance(option, c.Choice):
            assert all(f"`{choice}`" in TOLD["briefgen"][name]["takes"] for choice in option.choices), name


def test_the_examples_are_read() -> None:
    """Whoever copies one has a site that is set up so."""
    for name, told in TOLD["briefgen"].items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "content").mkdir()
            (root / "overrides" / "briefgen").mkdir(parents=True)
            lines = "".join(f"      {line}\n" for line in told["example"].strip().split("\n"))
            (root / "mkdocs.yml").write_text(f"site_name: Desk\ndocs_dir: content\nplugins:\n  - briefgen:\n{lines}")
            assert getattr(load_settings(root / "mkdocs.yml"), name) != getattr(Settings(), name), name


def test_whatever_is_read_of_mkdocs_settings_is_told_of() -> None:
    """In the plugin and in the theme's templates."""
    known = {name for name, _ in MkDocsConfig._schema}  # noqa: SLF001  # as above
    sources = [*(PACKAGE / "plugin").glob("*.py"), *(PACKAGE / "theme").rglob("*.html")]
    read = {
        name
        for file in sources
        for name in re.findall(r"\bconfig\.([a-z_]+)", file.read_text("utf-8"))
        if name in known
    }
    assert len(read) > 10
    assert read - PASSED_ON <= set(TOLD["mkdocs"])
    assert {name.partition(".")[0] for name in TOLD["mkdocs"]} <= known


def test_whatever_is_read_of_the_environment_is_told_of() -> None:
    """A build that depends on a variable nobody knows of cannot be repeated."""
    text = "".join(file.read_text("utf-8") for file in PACKAGE.rglob("*.py"))
    read = set(re.findall(r"""os\.environ(?:\.get\(|\[)["']([A-Z_]+)["']""", text))
    assert read
    assert read <= {fact.name for fact in ENVIRONMENT}


def test_every_file_that_is_written_or_read_is_told_of() -> None:
    """What lies in a site's folder is either the editors' or explained."""
    told = " ".join(TOLD["file"])
    for tool in TOOLS:
        for file in files_for(tool, Settings()):
            assert file.path.split("/")[0] in told, file.path
    for name in (*(fact.name for fact in FILES), REGISTRY, CACHE.as_posix(), ".drafts/", "labels.toml"):
        assert name in told, name
