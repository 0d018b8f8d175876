"""Structured data: JSON-LD that says no more than the briefing, in words that schema.org has, and that stays inert."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from markdown import Markdown  # type: ignore[import-untyped]  # it carries no types

from briefgen.model.briefing import Actor, Source, WatchItem
from briefgen.rendering import head
from briefgen.rendering.environment import environment
from briefgen.rendering.page_maker import PageMaker
from briefgen.rendering.structured import ACTOR_TYPES
from tests.unit.rendering.published import BRIEFING, CORRECTED, site_of

if TYPE_CHECKING:
    from briefgen.model.briefing import WatchStatus
    from briefgen.model.site import Site

# From the types that the npm package schema-dts 2.1.0 generates of schema.org: of each type used, the properties that it
# has, its own and those it inherits, as far as they are used here.
_THING = {"@id", "name", "url", "description", "subjectOf", "image"}
_WORK = _THING | {
    "about",
    "author",
    "correction",
    "dateModified",
    "datePublished",
    "editor",
    "headline",
    "inLanguage",
    "isBasedOn",
    "publisher",
    "text",
}
VOCABULARY = {
    "Report": _WORK,
    "CreativeWork": _WORK,
    "CorrectionComment": _WORK,
    "WebSite": _WORK,
    "Event": _THING | {"startDate", "endDate", "eventStatus", "location"},
    "Place": _THING,
    "Person": _THING,
    "Organization": _THING,
    "Country": _THING,
    "Thing": _THING,
    "BreadcrumbList": _THING | {"itemListElement"},
    "ListItem": _THING | {"item", "position"},
}
STATES = {f"https://schema.org/Event{state}" for state in ("Scheduled", "Postponed", "Cancelled")}
FULL = replace(
    CORRECTED,
    sources=(
        Source(file="seeds/a.txt", title="A", publisher="The Paper", author="Bo and Cy", url="https://paper.example/a"),
    ),
    actors=tuple(Actor(name=kind.title(), kind=kind) for kind in ACTOR_TYPES),
)


def maker(site: Site) -> PageMaker:
    """Give what makes the pages of a site."""
    return PageMaker(site=site, templates=environment(), directories=True)


def nodes(site: Site) -> list[dict[str, Any]]:
    """Give what the page of a site's first briefing says, read."""
    made = maker(site)
    marked = site.briefings[0]
    script = head.of_briefing(made, marked, made.topics.get(marked.briefing.id, ())).structured
    data = json.loads(str(script).removeprefix('<script type="application/ld+json">').removesuffix("</script>"))
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def all_nodes(held: object) -> list[dict[str, Any]]:
    """Give every node with a type, however deep."""
    if isinstance(held, list):
        return [node for one in held for node in all_nodes(one)]
    if isinstance(held, dict):
        own = [held] if "@type" in held else []
        return own + [node for one in held.values() for node in all_nodes(one)]
    return []


def test_a_report_says_what_the_briefing_says() -> None:
    """Its days, who answers for it, what it rests on, what it is about, what was corrected."""
    report = nodes(site_of(FULL))[0]
    assert (report["@type"], report["url"]) == ("Report", "https://desk.example/x/briefings/ferry/")
    assert (report["datePublished"], report["dateModified"]) == ("2025-11-03", "2025-11-07")
    assert report["isBasedOn"] == [
        {
            "@type": "CreativeWork",
            "name": "A",
            "url": "https://paper.example/a",
            "author": "Bo and Cy",
            "publisher": {"@type": "Organization", "name": "The Paper"},
        }
    ]
    assert [(one["@type"], one["name"]) for one in report["about"]] == [
        ("Person", "Person"),
        ("Organization", "Organisation"),
        ("Country", "State"),
        ("Thing", "Group"),
        ("Thing", "Ferries"),
    ]
    assert report["correction"][0]["text"] == "It said: It is in May. It now says: It is in March."
    assert report["editor"] == "Ada <Quist>"


def test_only_words_that_schema_org_has_are_used() -> None:
    """Each type, each of its properties, each state of an event."""
    statuses: tuple[WatchStatus, ...] = ("pending", "postponed", "cancelled", "happened")
    items = tuple(replace(BRIEFING.watch[0], status=status) for status in statuses)
    site = site_of(replace(FULL, watch=items))
    home = json.loads(str(head.of_home(maker(site)).structured).partition(">")[2].rpartition("<")[0])
    found = all_nodes([nodes(site), home])
    assert {node["@type"] for node in found} == VOCABULARY.keys()
    for node in found:
        assert node.keys() - {"@type", "@context"} <= VOCABULARY[node["@type"]], node
    assert {node["eventStatus"] for node in found if "eventStatus" in node} == STATES


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ({"certainty": "scheduled"}, {"eventStatus": "https://schema.org/EventScheduled"}),
        ({"certainty": "expected"}, {}),
        ({"status": "cancelled"}, {"eventStatus": "https://schema.org/EventCancelled"}),
        ({"status": "postponed"}, {"eventStatus": "https://schema.org/EventPostponed"}),
        ({"where": "Oslo"}, {"location": {"@type": "Place", "name": "Oslo"}}),
        ({"certainty": "possible"}, None),
        ({"certainty": "conditional"}, None),
        ({"status": "missed"}, None),
        ({"start": None, "end": None}, None),
    ],
)
def test_an_event_says_no_more_than_is_known(item: dict[str, Any], told: dict[str, Any] | None) -> None:
    """No place that is not given, no state that the source does not tell; what is only possible is no event."""
    plain = WatchItem(text="Talks", start=date(2025, 11, 3), end=date(2025, 11, 4))
    site = site_of(replace(BRIEFING, watch=(replace(plain, **item),)))
    events = [node for node in nodes(site) if node["@type"] == "Event"]
    if told is None:
        assert events == []
        return
    (event,) = events
    assert (event["startDate"], event["endDate"]) == ("2025-11-03", "2025-11-04")
    assert {name: event[name] for name in event.keys() & {"eventStatus", "location"}} == told
    assert event["url"].startswith("https://desk.example/x/briefings/ferry/#b-watch-")


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_what_nobody_reviewed_says_nothing_to_programs(status: str) -> None:
    """Neither structured data nor addresses of files that there are not."""
    site = site_of(replace(FULL, status=status))  # type: ignore[arg-type]  # one of the statuses
    for marked in (*site.briefings, *site.withdrawn):
        assert head.of_briefing(maker(site), marked, ()) == head.Head()
    for topic in site.topics:
        assert head.of_topic(maker(site), topic) == head.Head()


class _Scripts(HTMLParser):
    """Counts script elements and keeps their texts."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._in = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin one."""
        assert tag == "script", attrs
        self._in = True
        self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        """End one."""
        self._in = self._in and tag != "script"

    def handle_data(self, data: str) -> None:
        """Keep its text; nothing stands outside of one."""
        if self._in:
            self.texts[-1] += data
        else:
            assert not data.strip(), data


@pytest.mark.parametrize(
    "bad",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        '--8<-- "README.md"',
        "{{ 7*7 }} {% raw %} {# x #}",
        "{++a++} {--b--} {~~c~>d~~} {==e==}",
        "*a* __b__ `c` ~~d~~ ^e^ ==f== ++g++",
        "[a](javascript:x) ![b](c) [^1] [[d]]",
        ":smile: $x$ \\(y\\) &lt;b&gt; &#60;",
        "*[HTML]: abbreviation",
        'a "quoted" \\ back\u2028slash\u0085 end',
        "محادثات 漢字 🚢 é",
    ],
)
def test_no_text_breaks_out_of_the_script(bad: str) -> None:
    """Markdown with the extensions that act upon raw text, and a browser's parser, find one script that reads back."""
    site = site_of(replace(FULL, title=bad, summary=bad, actors=(Actor(name=bad, kind="person"),), topics=(bad,)))
    made = maker(site)
    script = head.of_briefing(made, site.briefings[0], made.topics.get("ferry", ())).structured
    extensions = ["abbr", "attr_list", "footnotes", "md_in_html", "smarty", "pymdownx.snippets", "pymdownx.critic"]
    html = Markdown(extensions=[*extensions, "pymdownx.emoji", "pymdownx.magiclink"]).convert(f"# A\n\n{script}\n")
    scripts = _Scripts()
    scripts.feed(html.replace('<h1 id="a">A</h1>', "").replace("<h1>A</h1>", ""))
    (text,) = scripts.texts
    report = json.loads(text)["@graph"][0]
    assert report["description"] == " ".join(re.sub("[\x85\u2028]", " ", bad).split())
    assert report["headline"] == report["description"]


def test_addresses_are_relative_to_the_page_where_the_sites_is_not_known() -> None:
    """As JSON-LD in a page has it: its own address is their base."""
    report, *_, way = nodes(site_of(FULL, url=None))
    assert report["url"] == "./"
    assert [step["item"] for step in way["itemListElement"]] == ["../../", "../", "./"]
    assert [step["name"] for step in way["itemListElement"]] == ["The desk", "Briefings", "Ferry & <strike>"]
