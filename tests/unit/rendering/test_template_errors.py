"""A mistake in a site's template is told with its file and line, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, FileSystemLoader, TemplateError

from briefgen.collecting.site import collect
from briefgen.model.briefing import Briefing
from briefgen.model.site import Entry
from briefgen.plugin.content import template_problem
from briefgen.rendering.environment import environment
from briefgen.rendering.pages import plan_pages, rendered
from briefgen.rendering.template_blocks import blocks_of
from briefgen.rendering.template_errors import place_of

SITE = collect([Entry(file="content/briefings/a.md", briefing=Briefing(id="a", title="A"))], site_name="Desk")


def render_topics(folder: Path) -> None:
    """Render the page whose template is tried."""
    planned = plan_pages(SITE, environment(FileSystemLoader(folder), folder="templates"))
    rendered(page for page in planned if page.path == "topics/index.md")


def mistake(root: Path, template: str, name: str = "topics.md.jinja") -> str:
    """Give what is told of a site's template."""
    folder = root / "templates"
    folder.mkdir()
    (folder / name).write_text(template, encoding="utf-8")
    with pytest.raises(TemplateError) as error:
        render_topics(folder)
    return str(template_problem(error.value, root))


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("# Topics\n\n{{ titel }}\n", 3, "'titel' is undefined"),
        ("# Topics\n\n{{ site.nmae }}\n", 3, "'briefgen.model.site.Site object' has no attribute 'nmae'"),
        ("# Topics\n{% if %}\n", 2, "Expected an expression, got 'end of statement block'"),
        ("# Topics\n{% for x in site.briefings %}\n", 2, "Unexpected end of template."),
        ("# Topics\n\n\n{{ say('topics.nothing') }}\n", 4, "there is no label 'topics.nothing'"),
        ("# Topics\n\n\n{{ say('dates.by') }}\n", 4, "the label 'dates.by' names {day}, which is not given"),
        ("# Topics\n\n{{ site.name | nice }}\n", 3, "No filter named 'nice'."),
        ("# Topics\n{{ site.name | safe }}\n", 2, "No filter named 'safe'."),
        ("# Topics\n{{ 1 + site.name }}\n", 2, "TypeError: unsupported operand type(s) for +"),
        ("# Topics\n{{ 1 // 0 }}\n", 2, "ZeroDivisionError: "),
        (
            "# Topics\n{{ site.name.__class__.__mro__ }}\n",
            2,
            "access to attribute '__class__' of 'str' object is unsafe.",
        ),
        ("# Topics\n\n{% extends 'briefgen/topic.md' %}\n", 3, "there is no template 'briefgen/topic.md'; "),
        ("# Topics\n{% include 'box.md.jinja' %}\n", 2, "there is no template 'box.md.jinja'; "),
        ("# Topics\n{% set name = 'box.md.jinja' %}\n{% include name %}\n", 3, "box.md.jinja"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, template: str, line: int, message: str) -> None:
    """So that an editor finds it, be it found when the template is read or when it is used."""
    told = mistake(tmp_path, template)
    assert told.startswith(f"templates/topics.md.jinja:{line}:1: template: {message}")


def test_a_mistake_in_a_piece_that_is_brought_in_names_the_piece(tmp_path: Path) -> None:
    """Not the page that brings it in."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "box.md.jinja").write_text("\n\n{{ titel }}\n", encoding="utf-8")
    (tmp_path / "templates" / "topics.md.jinja").write_text("# T\n{% include 'box.md.jinja' %}\n", encoding="utf-8")
    with pytest.raises(TemplateError) as error:
        render_topics(tmp_path / "templates")
    assert str(template_problem(error.value, tmp_path)).startswith("templates/box.md.jinja:3:1: template: 'titel'")


def test_a_block_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """Else a section with a misspelt name would never be shown, and nobody be told."""
    loader = DictLoader({"base": "{% block a %}{% block b %}{% endblock %}{% endblock %}"})
    assert blocks_of(environment(loader), "base") == ("a", "b")
    told = mistake(tmp_path, '{% extends "briefgen/topics.md.jinja" %}\n\n{% block abvoe %}{% endblock %}\n')
    assert told.startswith(
        "templates/topics.md.jinja:3:1: template: briefgen/topics.md.jinja has no block 'abvoe'; it has "
    )


def test_a_template_may_have_new_blocks_within_those_that_it_fills() -> None:
    """For a template that extends it in turn."""
    middle = '{% extends "base" %}{% block a %}{% block inner %}1{% endblock %}{% endblock %}'
    top = '{% extends "middle" %}{% block inner %}2{% endblock %}'
    found = environment(DictLoader({"base": "{% block a %}{% endblock %}", "middle": middle, "top": top}))
    assert blocks_of(found, "top") == ("a", "inner")
    assert found.get_template("top").render() == "2"


def test_an_error_from_elsewhere_has_no_place() -> None:
    """Nothing is said to be a template's that is not."""
    with pytest.raises(ZeroDivisionError) as error:
        _ = 1 / 0
    assert place_of(error.value) is None
    assert template_problem(TemplateError("x"), Path("nowhere")).file == "a template"
