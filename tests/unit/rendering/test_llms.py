"""llms.txt: what llmstxt.org asks of its form, and what is in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from markdown import Markdown  # type: ignore[import-untyped]  # it carries no types

from briefgen.rendering.llms import llms
from tests.unit.rendering.published import BRIEFING, LABELS, site_of

LINK = re.compile(r"- \[(?:\\.|[^\]\\])+\]\(https://desk\.example/x/[^ )]*\)(?:: .+)?")


def test_it_has_the_form_that_programs_look_for() -> None:
    """A title, a quote below it, and under each further heading a list of links and nothing else."""
    site = site_of(BRIEFING, replace(BRIEFING, id="other", title="Other [x](y) *z*", summary=None))
    text = llms(site, LABELS).text
    first, _, rest = text.partition("\n\n## ")
    assert first.startswith("# The desk\n\n> Briefings by The desk, reviewed by an editor.\n\n")
    for section in rest.split("\n\n## "):
        heading, _, lines = section.partition("\n\n")
        assert heading in {"Briefings", "Topics", "Feeds and files"}
        assert all(LINK.fullmatch(line) for line in lines.strip().split("\n")), lines
    assert (
        "- [Ferry & \\<strike\\>](https://desk.example/x/briefings/ferry/): 2025-10-29. Crews voted. "
        "([JSON](https://desk.example/x/briefings/ferry.json))\n" in text
    )


def test_a_title_stays_text() -> None:
    """Markdown finds in it neither emphasis nor a link of its own."""
    html = Markdown().convert(llms(site_of(replace(BRIEFING, title="Other [x](y) *z* `q`")), LABELS).text)
    assert ">Other [x](y) *z* `q`</a>" in html


def test_the_newest_200_are_listed() -> None:
    """And how many more there are, so that nobody takes the list for the whole."""
    first = date(2025, 1, 1)
    many = [replace(BRIEFING, id=f"b{day}", date=first + timedelta(days=day)) for day in range(203)]
    text = llms(site_of(*many), LABELS).text
    assert text.count("([JSON](") == 200
    assert "(https://desk.example/x/briefings/b202/)" in text
    assert "/b2/)" not in text
    assert "\n3 older briefings are in the file of all briefings.\n" in text
