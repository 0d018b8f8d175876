"""A page says what its text rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import DictLoader

from briefgen.model.page import Page
from briefgen.rendering.environment import environment
from briefgen.rendering.plan import PlannedPage, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.rendering.plan import Titles


def planned(titles: dict[str, str], make: Callable[[Titles], str], *inputs: object) -> PlannedPage:
    """Plan a page of some text."""
    return PlannedPage(
        path="a.md", inputs=inputs, titles=titles, make=lambda asked: Page(path="a.md", text=make(asked))
    )


def test_a_page_rests_on_its_inputs_and_the_titles_it_asked_for() -> None:
    """Another title changes nothing where nobody asked for it."""
    page = planned({"a": "A", "b": "B"}, lambda titles: titles["a"] + str("c" in titles), 1)
    rendered, grounds = page.page_and_grounds()
    assert rendered.text == page.page().text == "AFalse"
    assert page.rests_on(grounds)
    assert planned({"a": "A", "b": "other"}, str, 1).rests_on(grounds)
    assert not planned({"a": "A", "b": "B"}, str, 2).rests_on(grounds)
    assert not planned({"a": "other", "b": "B"}, str, 1).rests_on(grounds)
    assert not planned({"a": "A", "b": "B", "c": "C"}, str, 1).rests_on(grounds)


def test_a_page_that_looks_through_all_titles_rests_on_all() -> None:
    """Counting them, or going through them, is asking for every one."""
    for make in (lambda titles: " ".join(titles.values()), lambda titles: str(len(titles))):
        _, grounds = planned({"a": "A"}, make, 1).page_and_grounds()
        assert planned({"a": "A"}, make, 1).rests_on(grounds)
        assert not planned({"a": "A", "b": "B"}, make, 1).rests_on(grounds)


def test_what_a_template_looks_at_is_told_with_what_it_brings_in() -> None:
    """Names, attributes and texts of the templates that it imports count; one that cannot be told may look at everything."""
    templates = environment(
        DictLoader(
            {
                "page": "{% import 'macros' as m with context %}{{ topic.briefings }}",
                "macros": "{% macro one() %}{{ titles['x'] }}{% endmacro %}{% import 'page' as p %}",
                "any": "{% include name %}",
            }
        )
    )
    words = words_of(templates, "page")
    assert {"topic", ".briefings", "titles", ".x"} <= words
    assert "site" not in words
    assert "site" in words_of(templates, "any")


def test_briefings_actors_and_topics_do_not_look_at_the_whole_site() -> None:
    """Else each of their pages would be rendered anew after every save."""
    for template in ("briefing.md.jinja", "actor.md.jinja", "topic.md.jinja", "withdrawn.md.jinja"):
        assert "site" not in words_of(environment(), template)
    assert ".briefings" not in words_of(environment(), "briefing.md.jinja")
