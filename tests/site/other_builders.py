"""Exports sites as `briefgen export` does, and builds them as processes of other builders do."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from briefgen.cli import main
from tests.site.building import SAMPLE, Built

_PROGRAMS = Path(sys.executable).parent
_LONGEST = 120
"""Seconds until a builder is stopped; nothing is said about how fast it is."""
_MEMORY = 2_000_000_000
"""Bytes of addresses that a builder may take. Zensical without a navigation took 5.5 GB for 400 pages."""
_ROOT = SAMPLE.parent.parent.parent

ABOUT = """---
title: About this desk
---
# About this desk

See [the dates ahead](watch.md#b-undated "Dates"), [the strike vote][vote] and [the map](images/map.svg).
In code it stays: `[dates](watch.md)`.

```
[dates](watch.md)
```

[vote]: briefings/port-ellery-ferry-crews-vote-to-strike.md
"""
CONFIGURATION = """INHERIT: {project}
site_name: Sound & Strait
site_url: https://briefings.example/desk/
copyright: The desk, 2026
docs_dir: content
theme:
  custom_dir: overrides
  language: {language}
extra_css: [own.css]
nav:
  - Home: index.md
  - Briefings: briefings/index.md
  - Watch: watch.md
  - About: about/index.md
  - Method: about.md
exclude_docs: |
  internal.md
plugins:
  - search
  - briefgen:
      unreviewed: {unreviewed}
      find: false
      cache: false
      fields: {{}}
"""


def write_desk(root: Path, unreviewed: str = "show", language: str = "en") -> Path:
    """Write the sample with pages, an image, a style sheet and an override of its own; gives its mkdocs.yml."""
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("mkdocs.yml"))
    content = root / "content"
    (content / "images").mkdir()
    (root / "overrides" / "partials").mkdir(parents=True)
    (content / "method.md").write_text(ABOUT, encoding="utf-8")
    (content / "internal.md").write_text("# Not for readers\n", encoding="utf-8")
    (content / "images/map.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>\n', encoding="utf-8")
    (content / "own.css").write_text(".own { color: inherit; }\n", encoding="utf-8")
    override = '{% extends "briefgen.html" %}\n{% block announce %}Our own banner{% endblock %}\n'
    (root / "overrides/main.html").write_text(override, encoding="utf-8")
    told = CONFIGURATION.format(project=_ROOT / "mkdocs.yml", unreviewed=unreviewed, language=language)
    told = told.replace("  - About: about/index.md\n", "").replace("about.md", "method.md")
    configuration = root / "mkdocs.yml"
    configuration.write_text(told, encoding="utf-8")
    return configuration


def export(config_file: Path, directory: Path) -> tuple[int, str]:
    """Call `briefgen export`; gives its status and what it printed, on both channels."""
    done = CliRunner().invoke(main, ["-f", str(config_file), "export", str(directory)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


def verify(config_file: Path, site: Path) -> str:
    """Call `briefgen verify-site`; gives its status and what it printed."""
    done = CliRunner().invoke(main, ["-f", str(config_file), "verify-site", str(site)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return f"{done.exit_code}\n{done.output}"


def built_by(folder: Path, *command: str) -> Built:
    """Have a builder build in a folder, with as much memory as it may have."""
    program, *arguments = command
    done = subprocess.run(
        [str(_PROGRAMS / program), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=_LONGEST,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1764547200"},
        preexec_fn=_bounded,  # these tests have no other thread that could hold a lock
    )
    return Built(status=done.returncode, output=done.stdout + done.stderr, site=folder / "site")


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
