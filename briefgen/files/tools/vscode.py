"""The model -> VS Code's files for a site: settings, extensions, tasks and snippets.

What completes where:

- `actors.yml` is a YAML file: the extension redhat.vscode-yaml completes and checks it by its JSON Schema as you type.
- A briefing is Markdown, in whose front matter that extension does nothing (its issue 207, open since 2019). There the
  snippets complete: each section, item and field, its choices as a list to pick from; Front Matter CMS shows the fields
  as a form and underlines a choice that is none; and the task `briefgen: check` puts every problem into the Problems
  panel, at its line and column.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from briefgen.files import registry
from briefgen.files.own_fields import front_matter_class
from briefgen.files.tools.described import Described, classes, described, summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.settings import Settings

_LEFT_OUT = frozenset({"waived"})
"""Seldom wanted with a new item; a snippet of its own writes it."""


def settings_json(settings: Settings, registry_schema: str) -> str:
    """Write .vscode/settings.json.

    Args:
        settings: Says where MkDocs' content is.
        registry_schema: The file of the registry's JSON Schema, from the site's root.

    Returns:
        JSON, with a line feed at its end.
    """
    return _json(
        {
            "yaml.schemas": {f"./{registry_schema}": registry.file_of(settings)},
            "[markdown]": {
                # In Markdown VS Code suggests nothing as you type unless told to.
                "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "on"},
                "editor.wordBasedSuggestions": "off",
                "editor.wordWrap": "on",
                # Two spaces, never a tab: YAML takes none.
                "editor.insertSpaces": True,
                "editor.tabSize": 2,
            },
        }
    )


def extensions_json() -> str:
    """Write .vscode/extensions.json: what VS Code offers to install."""
    return _json({"recommendations": ["redhat.vscode-yaml", "eliostruyf.vscode-front-matter"]})


def tasks_json() -> str:
    """Write .vscode/tasks.json: draft, check and preview; what the check finds goes to the Problems panel."""
    matcher = {
        "owner": "briefgen",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "severity": "error",
        "pattern": {
            "regexp": r"^(.+?):(\d+):(\d+): ([a-z]+(?:-[a-z0-9]+)*): (.*)$",
            "file": 1,
            "line": 2,
            "column": 3,
            "code": 4,
            "message": 5,
        },
    }
    return _json(
        {
            "version": "2.0.0",
            "tasks": [
                _task("briefgen: check", ".venv/bin/briefgen check") | {"problemMatcher": matcher},
                _task("briefgen: draft", ".venv/bin/briefgen draft") | {"problemMatcher": matcher},
                _task("briefgen: preview", ".venv/bin/mkdocs serve") | {"isBackground": True, "problemMatcher": []},
            ],
        }
    )


def snippets_json(settings: Settings) -> str:
    """Write .vscode/briefgen.code-snippets.

    Args:
        settings: Says which fields are the site's own.

    Returns:
        JSON, with a line feed at its end: a snippet for each field of a briefing, named as the field, and for each class
        of items, named as the class in small letters.
    """
    snippets: dict[str, Any] = {}
    briefing, *items = classes(front_matter_class(settings.fields))
    for entry in described(briefing):
        if not entry.fixed:
            snippets[entry.name] = _snippet(entry.name, entry.description, _pair(entry, 0))
    for cls in items:
        name = cls.__name__.lower()
        snippets[f"{name} (item)"] = _snippet(name, summary(cls), _item(cls, 0))
    return _json(snippets)


def _snippet(prefix: str, description: str, lines: Iterator[str]) -> dict[str, Any]:
    body: list[str] = []
    stop = 0
    for line in lines:
        if _STOP in line:
            stop += 1
        body.append(line.replace(_STOP, str(stop)))
    return {"scope": "markdown", "prefix": prefix, "description": description, "body": body}


_STOP = "\0"
"""Stands for the number of a tab stop."""


def _pair(entry: Described, indent: int) -> Iterator[str]:
    """Give the lines of a field, with a tab stop for its value."""
    head = f"{' ' * indent}{entry.name}:"
    if entry.field.kind == "items":
        assert entry.field.item is not None  # noqa: S101 - for the type checker: `items` have a class
        yield head
        yield from _item(entry.field.item, indent + 2)
    elif entry.field.kind == "choice":
        yield f"{head} ${{{_STOP}|{','.join(entry.field.choices)}|}}"
    elif entry.field.kind == "texts":
        yield f"{head} [${{{_STOP}}}]"
    else:
        yield f"{head} ${{{_STOP}}}"


def _item(cls: type, indent: int) -> Iterator[str]:
    """Give the lines of an item; what is left empty counts as left out."""
    lines = (
        line
        for entry in described(cls)
        if entry.name not in _LEFT_OUT and not entry.fixed
        for line in _pair(entry, indent + 2)
    )
    for at, line in enumerate(lines):
        yield line if at else f"{' ' * indent}- {line.lstrip()}"


def _task(label: str, command: str) -> dict[str, Any]:
    return {
        "label": label,
        "type": "shell",
        "command": command,
        "options": {"cwd": "${workspaceFolder}"},
        "presentation": {"reveal": "always", "clear": True},
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
