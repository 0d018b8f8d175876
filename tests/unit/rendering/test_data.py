"""The published JSON: what it holds, and that it is what its schemas say."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]  # it has no types

from briefgen.model.briefing import Actor, Caution, Evidence, Question, Source, Waiver
from briefgen.model.site import Context, Site
from briefgen.rendering.data_schema import schemas
from briefgen.rendering.environment import environment
from briefgen.rendering.site import plan
from tests.unit.rendering.published import BRIEFING, CORRECTED, site_of

SCHEMAS = Path(__file__).parents[3] / "schemas" / "published"
QUOTE = (Evidence(quote="“We voted,” she said."),)
FULL = replace(
    CORRECTED,
    sources=(
        Source(
            file="seeds/a.txt",
            sha256="0" * 64,
            title="A",
            publisher="The Paper",
            author="Bo",
            published=date(2025, 10, 28),
            url="https://paper.example/a",
            language="en",
        ),
    ),
    takeaways=(replace(BRIEFING.takeaways[0], evidence=QUOTE),),
    actors=(
        Actor(
            name="Ada Quist",
            kind="person",
            role="Chair",
            aliases=("Quist",),
            position="For it.",
            evidence=(Evidence(quote="Not there."),),
        ),
    ),
    open_questions=(
        Question(text="Who pays?", evidence=QUOTE),
        Question(text="When?", status="answered", answer="Now.", answered_by="second"),
        Question(text="Where?", status="answered", answered_by="draft"),
    ),
    cautions=(Caution(text="One source."),),
)
SECOND = replace(BRIEFING, id="second", title="Second", date=None, topics=(), watch=())
DRAFT = replace(BRIEFING, id="draft", title="Canary", status="draft")


def site() -> Site:
    """Give a site with a full briefing, a lean one and a draft; one quote of the full one was not found."""
    made = site_of(FULL, SECOND, DRAFT)
    context = Context(
        quote=QUOTE[0].quote,
        file="seeds/a.txt",
        before="Before.",
        opening="Later ",
        closing=" again",
        after="After.",
        directive="We%20voted",
    )
    full = next(one for one in made.briefings if one.briefing.id == "ferry")
    changed = replace(full, contexts=(context,), unproved=("Not there.",))
    return replace(made, briefings=tuple(changed if one is full else one for one in made.briefings))


def files(of: Site) -> dict[str, Any]:
    """Give every JSON file of a site but the feeds, read."""
    planned = plan(of, environment())
    return {
        one.path: json.loads(one.page().text)
        for one in planned
        if one.path.endswith(".json") and one.path.startswith("brief")
    }


def test_the_committed_schemas_are_current() -> None:
    """Who reads the published JSON finds its schemas in the repository as they stand on a site."""
    for page in schemas():
        file = SCHEMAS / page.path
        if os.environ.get("BRIEFGEN_UPDATE_CASES"):
            file.write_text(page.text, encoding="utf-8")
        assert file.read_text(encoding="utf-8") == page.text, "BRIEFGEN_UPDATE_CASES=1 writes it"


def test_every_file_is_what_its_schema_says() -> None:
    """The full one, the lean one and the list, each named by its own address as the schema."""
    found = files(site())
    assert found.keys() == {
        "briefings.json",
        "briefings/ferry.json",
        "briefings/second.json",
        "briefing.schema.json",
        "briefings.schema.json",
    }
    for path, data in found.items():
        if path.endswith(".schema.json"):
            Draft202012Validator.check_schema(data)
            continue
        name = "briefings.schema.json" if path == "briefings.json" else "briefing.schema.json"
        assert data["$schema"] == found[name]["$id"] == f"https://desk.example/x/{name}"
        validator = Draft202012Validator(found[name], format_checker=FormatChecker())
        assert [error.message for error in validator.iter_errors(data)] == []


def test_a_schema_refuses_what_a_file_must_not_hold() -> None:
    """A draft, a field that it does not know, a day that is none: a schema that takes everything proves nothing."""
    found = files(site())
    validator = Draft202012Validator(found["briefing.schema.json"], format_checker=FormatChecker())
    whole = found["briefings/ferry.json"]
    for wrong in ({"status": "draft"}, {"sumary": "x"}, {"date": "2025-13-01"}, {"takeaways": [{"text": "x"}]}):
        assert not validator.is_valid(whole | wrong), wrong
    assert not validator.is_valid({name: held for name, held in whole.items() if name != "sources"})


def test_a_briefings_file_holds_everything() -> None:
    """Each item with its anchor, the words it rests on, what stands around them, and whether they were found."""
    data = files(site())["briefings/ferry.json"]
    assert data["url"] == "https://desk.example/x/briefings/ferry/"
    assert data["topics"] == [
        {"name": "Ferries", "slug": "ferries", "url": "https://desk.example/x/topics/ferries/"},
    ]
    assert data["takeaways"][0]["evidence"] == [
        {
            "quote": "“We voted,” she said.",
            "found": True,
            "source": "seeds/a.txt",
            "before": "Before.",
            "opening": "Later",
            "closing": "again",
            "after": "After.",
            "original": "https://paper.example/a#:~:text=We%20voted",
        }
    ]
    (actor,) = data["actors"]
    assert (actor["slug"], actor["url"]) == ("ada-quist", "https://desk.example/x/actors/ada-quist/")
    assert actor["evidence"] == [{"quote": "Not there.", "found": False}]
    assert actor["anchor"].startswith("b-actor-")
    assert [one.get("answered_by") for one in data["open_questions"]] == [None, "second", None]
    assert (data["reviewed_by"], data["reviewed_on"], data["changed_on"]) == ("Ada <Quist>", "2025-11-03", "2025-11-07")
    assert [one["date"] for one in data["corrections"]] == ["2025-11-07", "2025-11-01"]


def test_the_list_names_each_file() -> None:
    """With the bottom line, the publishers, and the day of the last change, by which a copy is kept up to date."""
    data = files(site())["briefings.json"]
    assert [one["id"] for one in data["briefings"]] == ["ferry", "second"]
    assert data["briefings"][0] | {"status": "published", "publishers": ["The Paper"]} == data["briefings"][0]
    assert data["briefings"][0]["data"] == "https://desk.example/x/briefings/ferry.json"
    assert "takeaways" not in data["briefings"][0]


def test_addresses_are_relative_where_the_sites_is_not_known() -> None:
    """To the file that names them."""
    found = files(replace(site(), url=None))
    assert found["briefings/ferry.json"]["url"] == "ferry/"
    assert found["briefings/ferry.json"]["$schema"] == "../briefing.schema.json"
    assert found["briefings.json"]["briefings"][0]["data"] == "briefings/ferry.json"
    assert found["briefing.schema.json"]["$id"] == "briefing.schema.json"


def test_no_file_holds_what_editors_waived() -> None:
    """It is for those who read the briefing's own file."""
    waiver = (Waiver(code="too-long", reason="Secret."),)
    takeaway = replace(BRIEFING.takeaways[0], waived=waiver)
    text = json.dumps(files(site_of(replace(FULL, waived=waiver, takeaways=(takeaway,)))))
    assert "Secret" not in text
    assert "waived" not in text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "java\tscript:x"])
def test_an_address_that_must_not_be_a_link_is_left_out(url: str) -> None:
    """Whoever makes a link of what the file holds gets none that runs."""
    data = files(site_of(replace(FULL, sources=(replace(FULL.sources[0], url=url),))))["briefings/ferry.json"]
    assert "url" not in data["sources"][0]
