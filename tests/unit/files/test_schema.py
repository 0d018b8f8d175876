"""The JSON Schema says what the reader takes."""

from __future__ import annotations

import json
from typing import Any

from briefgen.files.schema import json_schema, registry_schema
from briefgen.files.shape import shape
from briefgen.model import briefing
from briefgen.model.briefing import Briefing


def _schema() -> Any:  # noqa: ANN401 - JSON
    return json.loads(json_schema())


def test_every_field_is_described() -> None:
    """Each class and field of the model is there with the words of its docstring, and no other key is taken."""
    schema = _schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for name in ("Briefing", "Source", "Takeaway", "Actor", "Question", "WatchItem", "Caution", "Evidence"):
        described = schema if name == "Briefing" else schema["$defs"][name]
        fields = shape(getattr(briefing, name))
        assert list(described["properties"]) == list(fields)
        assert described["additionalProperties"] is False
        assert described.get("required", []) == [field.name for field in fields.values() if field.required]
        assert all(
            prop["description"].endswith(".") or "`" in prop["description"] for prop in described["properties"].values()
        )


def test_choices_dates_and_patterns_are_there() -> None:
    """What editors' programs complete and check by."""
    properties = _schema()["properties"]
    assert properties["status"]["enum"] == list(shape(Briefing)["status"].choices)
    assert {"type": "string", "format": "date"} in properties["date"]["anyOf"]
    assert properties["id"]["pattern"] == "^[a-z0-9]+(-[a-z0-9]+)*$"
    assert properties["id"]["maxLength"] == 80
    assert properties["takeaways"]["items"] == {"$ref": "#/$defs/Takeaway"}
    assert properties["id"]["description"].startswith("Set once from the title")


def test_it_is_the_same_every_time() -> None:
    """The same model gives the same bytes."""
    assert json_schema() == json_schema()
    assert json_schema().endswith("}\n")


def test_the_registry_has_one_too() -> None:
    """Its fields, kinds and nothing else, with the words of the model."""
    schema = json.loads(registry_schema())
    assert (schema["title"], schema["additionalProperties"]) == ("Registry of actors", False)
    assert schema["properties"]["actors"]["items"] == {"$ref": "#/$defs/RegisteredActor"}
    actor = schema["$defs"]["RegisteredActor"]
    assert list(actor["properties"]) == ["name", "kind", "aliases", "not_the_same_as"]
    assert (actor["required"], actor["additionalProperties"]) == (["name", "kind"], False)
    assert actor["properties"]["kind"]["enum"] == ["person", "organisation", "state", "group"]
    assert all(described["description"] for described in actor["properties"].values())
