"""The settings, what they take and what a mistake in one is answered with -> docs/pages/settings.md."""

from __future__ import annotations

import json
import shutil
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from briefgen.cli import main
from briefgen.cli.facts import ENVIRONMENT
from briefgen.plugin import BriefgenConfig

ROOT = Path(__file__).parent.parent.parent
_PART = Path(__file__).parent
TOLD: dict[str, dict[str, dict[str, str]]] = tomllib.loads((_PART / "settings.toml").read_text("utf-8"))
"""What is said of each setting, by where it stands."""
_INDENT = "      "
"""Of a setting below `plugins:` and `- briefgen:`."""


def options() -> dict[str, Any]:
    """Give the settings of the plugin and their defaults, in its order."""
    return {name: option.default for name, option in BriefgenConfig._schema}  # noqa: SLF001  # MkDocs gives them nowhere else


def page() -> str:
    """Give the whole page, in which every message is what the program said."""
    return "\n".join(
        [
            (_PART / "settings_head.md").read_text("utf-8"),
            *(_setting(name, told) for name, told in TOLD["briefgen"].items()),
            "## What briefgen reads of MkDocs' own settings",
            "",
            "Everything else in `mkdocs.yml` is MkDocs' and Material's. Of that, briefgen looks at these:",
            "",
            *(_plain(name, told["told"]) for name, told in TOLD["mkdocs"].items()),
            "## The environment",
            "",
            *(_plain(fact.name, fact.meaning) for fact in ENVIRONMENT),
            *(_plain(name, told["told"]) for name, told in TOLD["environment"].items()),
            "## Files of a site",
            "",
            *(_file(name, told) for name, told in TOLD["file"].items()),
        ]
    )


def said_of(mistake: str) -> str:
    """Give what `briefgen draft` prints in a site whose `mkdocs.yml` has a mistake."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content").mkdir()
        (root / "seeds").mkdir()
        shutil.copy(ROOT / "tests" / "articles" / "ferry.md", root / "seeds")
        config = f"site_name: Desk\ndocs_dir: content\nplugins:\n  - briefgen:\n{_INDENT}{mistake}\n"
        (root / "mkdocs.yml").write_text(config, encoding="utf-8")
        ran = CliRunner().invoke(main, ["-f", str(root / "mkdocs.yml"), "draft"])
        if ran.exit_code != 2:
            raise AssertionError(f"{mistake}: expected status 2, found {ran.exit_code}: {ran.output}")
        return ran.output.strip().replace(f"{root.resolve()}/", "").replace(str(root.resolve()), "the site's folder")


def _setting(name: str, told: dict[str, str]) -> str:
    example = "\n".join(f"{_INDENT}{line}" for line in told["example"].strip().split("\n"))
    return (
        f"### `{name}`\n\n{told['told'].strip()}\n\n"
        f"- Takes: {told['takes']}\n- When left out: {_default(options()[name])}\n\n"
        f"```yaml\nplugins:\n  - briefgen:\n{example}\n```\n\n"
        f"`{told['mistake']}` is answered with\n\n```text\n{said_of(told['mistake'])}\n```\n"
    )


def _default(value: object) -> str:
    if value in (None, {}):
        return "none"
    return f"`{value if isinstance(value, str) else json.dumps(value)}`"


def _plain(name: str, told: str) -> str:
    return f"### `{name}`\n\n{told.strip()}\n"


def _file(name: str, told: dict[str, str]) -> str:
    names = ", ".join(f"`{one}`" for one in name.split(", "))
    return f"### {names}\n\n{told['told'].strip()}\n\n- Written by: {told['who']}\n"
