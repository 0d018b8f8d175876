"""The model -> frontmatter.json, by which Front Matter CMS shows a briefing's fields beside the text in VS Code.

Written for its version 10.10. What shaped it:

- Days are plain text. Its date picker writes the day's midnight in UTC, and so the day before for everybody east of
  Greenwich (tried with its date-fns 4.1 and date-fns-tz 3.2: Berlin and Tokyo lose a day, New York does not).
- Lists of items are `block`s with one group of fields each; it adds `fieldGroup: <group>` to every item it touches,
  which `briefgen.files.validation` passes over where it is the name of the item's class.
- `quoteStringValues`: it writes the whole front matter anew, without comments; in quotes no other program can then take
  a word for a truth value or a day for a time stamp.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from briefgen.files.own_fields import front_matter_class
from briefgen.files.shape import shape
from briefgen.files.tools.described import Described, classes, described
from briefgen.model.briefing import Briefing

if TYPE_CHECKING:
    from briefgen.model.settings import Settings

CONTENT_TYPE = "briefing"
_A_DAY = "A day such as 2026-01-31."


def front_matter_cms(settings: Settings) -> str:
    """Write frontmatter.json.

    Args:
        settings: Says where MkDocs' content is.

    Returns:
        JSON, with a line feed at its end. It belongs in the site's root.
    """
    briefing, *items = classes(front_matter_class(settings.fields))
    whole = {
        "$schema": "https://frontmatter.codes/frontmatter.schema.json",
        "frontMatter.content.pageFolders": [
            {
                "title": "Briefings",
                "path": f"[[workspace]]/{settings.content}/briefings",
                "excludeSubdir": True,
                "contentTypes": [CONTENT_TYPE],
                # A briefing comes from an article, by `briefgen draft`.
                "disableCreation": True,
            }
        ],
        "frontMatter.content.autoUpdateDate": False,
        "frontMatter.content.draftField": {
            "name": "status",
            "type": "choice",
            "choices": list(shape(Briefing)["status"].choices),
        },
        "frontMatter.taxonomy.frontMatterType": "YAML",
        "frontMatter.taxonomy.dateFormat": "yyyy-MM-dd",
        "frontMatter.taxonomy.indentArrays": True,
        "frontMatter.taxonomy.quoteStringValues": True,
        "frontMatter.taxonomy.seoDescriptionField": "summary",
        # A title and a bottom line are as long as they need to be.
        "frontMatter.taxonomy.seoDescriptionLength": -1,
        "frontMatter.taxonomy.seoTitleLength": -1,
        "frontMatter.taxonomy.contentTypes": [
            {
                "name": CONTENT_TYPE,
                "pageBundle": False,
                "previewPath": None,
                # Else a field that is emptied stays as an empty text, which is refused.
                "clearEmpty": True,
                "fields": _fields(briefing),
            }
        ],
        "frontMatter.taxonomy.fieldGroups": [
            {"id": cls.__name__, "labelField": described(cls)[0].name, "fields": _fields(cls)} for cls in items
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _fields(cls: type) -> list[dict[str, Any]]:
    return [_field(entry) for entry in described(cls)]


def _field(entry: Described) -> dict[str, Any]:
    found: dict[str, Any] = {"title": entry.label, "name": entry.name, "description": entry.description}
    field = entry.field
    if field.kind == "items":
        assert field.item is not None  # noqa: S101 - for the type checker: `items` have a class
        found |= {"type": "block", "fieldGroup": field.item.__name__}
    elif field.kind == "choice":
        found |= {"type": "choice", "choices": list(field.choices)}
    elif field.kind == "texts":
        found["type"] = "list"
    elif field.kind == "date":
        found |= {"type": "string", "single": True, "description": f"{entry.description} {_A_DAY}"}
    else:
        found |= {"type": "string", "single": entry.short}
    if field.required:
        found["required"] = True
    if entry.fixed:
        found["hidden"] = True
    return found
