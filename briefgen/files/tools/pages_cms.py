"""The model -> .pages.yml, by which Pages CMS shows briefings and the registry of actors as forms in the browser.

Written for its version 2.1. What shaped it:

- A day that is left out is given `default: ""`, since it would else be filled with today as soon as somebody saves.
- A pattern also matches nothing, since a field that is left out reaches it as an empty text.
- The notes are a field of their own, `body`, shown as code: without it a saved file would lose them, and as rich text they
  would be written anew.
- Briefings cannot be created or renamed there: `briefgen draft` makes them, and a file is named after its id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from briefgen.files import registry
from briefgen.files.own_fields import front_matter_class
from briefgen.files.tools.described import Described, described, summary

if TYPE_CHECKING:
    from briefgen.model.settings import Settings

_HEADER = "# Written by `briefgen schema --for pages-cms --write` from briefgen's model of a briefing.\n"
BODY: dict[str, Any] = {
    "name": "body",
    "label": "Notes",
    "description": "Your own notes in Markdown, shown below the briefing.",
    "type": "code",
    "options": {"language": "markdown"},
}


def pages_cms(settings: Settings) -> str:
    """Write .pages.yml.

    Args:
        settings: Says where MkDocs' content is.

    Returns:
        YAML, with a line feed at its end. It belongs in the site's root.
    """
    briefing: type = front_matter_class(settings.fields)  # as mypy wants what is kept in a cache
    briefings = {
        "name": "briefings",
        "label": "Briefings",
        "type": "collection",
        "path": f"{settings.content}/briefings",
        "format": "yaml-frontmatter",
        "filename": "{fields.id}.md",
        "subfolders": False,
        "operations": {"create": False, "rename": False},
        "view": {
            "primary": "title",
            "fields": ["title", "status", "date"],
            "sort": ["date", "title", "status"],
            "search": ["title", "summary"],
            "default": {"sort": "date", "order": "desc"},
        },
        "fields": [*map(_field, described(briefing)), BODY],
    }
    actors = {
        "name": "actors",
        "label": "Registry of actors",
        "description": summary(registry.RegistryFile),
        "type": "file",
        "path": registry.file_of(settings),
        "format": "yaml",
        "operations": {"delete": False},
        "fields": [_field(entry) for entry in described(registry.RegistryFile)],
    }
    return _HEADER + yaml.safe_dump({"content": [briefings, actors]}, sort_keys=False, allow_unicode=True, width=120)


def _field(entry: Described) -> dict[str, Any]:
    found: dict[str, Any] = {"name": entry.name, "label": entry.label, "description": entry.description}
    field = entry.field
    if field.kind == "items":
        assert field.item is not None  # noqa: S101 - for the type checker: `items` have a class
        first = described(field.item)[0].name
        found |= {
            "type": "object",
            "list": {"collapsible": {"collapsed": True, "summary": f"{{fields.{first}}}"}},
            "fields": [_field(inner) for inner in described(field.item)],
        }
    elif field.kind == "choice":
        found |= {"type": "select", "options": {"values": list(field.choices)}}
    elif field.kind == "texts":
        found |= {"type": "string", "list": True}
    elif field.kind == "date":
        found |= {"type": "date", "default": ""}
    else:
        found["type"] = "string" if entry.short else "text"
    if field.required:
        found["required"] = True
    if entry.pattern:
        found["pattern"] = f"^({entry.pattern})?$"
    if entry.max_length:
        found["options"] = {"maxlength": entry.max_length}
    if entry.fixed:
        found["readonly"] = True
    return found
