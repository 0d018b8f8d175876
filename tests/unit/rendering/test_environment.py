"""Templates print inert text by default, and no filter or operator gets around it."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from briefgen.rendering.environment import environment

BAD = "<b>*x*</b>"
INERT = "&#60;b&#62;&#42;x&#42;&#60;&#47;b&#62;"


def render(template: str) -> str:
    """Render a template of a site with a bad value."""
    return (
        environment(DictLoader({"own.md.jinja": template})).get_template("own.md.jinja").render(bad=BAD, nothing=None)
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{ bad }}",
        "{{ bad | e }}",
        "{{ bad | escape }}",
        "{{ bad | forceescape }}",
        "{{ [bad] | join(', ') }}",
        "{{ bad | trim }}",
        "{% set x %}{{ bad }}{% endset %}{{ x }}",
        "{% macro m(v) %}{{ v }}{% endmacro %}{{ m(bad) }}",
        "{% macro m() %}{% endmacro %}{{ m() + bad }}",
        "{% macro m() %}{% endmacro %}{{ bad + m() }}",
        "{% filter trim %}{{ bad }}{% endfilter %}",
    ],
)
def test_whatever_a_template_prints_is_inert(template: str) -> None:
    """A value is inert however it is passed on."""
    assert render(template) == INERT


@pytest.mark.parametrize(
    "template", ["{{ bad | safe }}", "{{ bad | tojson }}", "{{ bad | urlize }}", "{{ {'a': bad} | xmlattr }}"]
)
def test_filters_that_make_markup_are_gone(template: str) -> None:
    """A template that asks for one does not compile."""
    with pytest.raises(TemplateError, match="No filter named"):
        render(template)


def test_concatenation_is_refused() -> None:
    """`~` escapes by HTML's rules alone beside markup: the template is refused with its line."""
    with pytest.raises(TemplateSyntaxError, match=r"not available.*\{\{ a \}\}\{\{ b \}\}"):
        render("{{ bad ~ bad }}")


def test_a_misspelt_name_stops_the_build() -> None:
    """Nothing undefined prints as nothing."""
    with pytest.raises(UndefinedError, match="titel"):
        render("{{ titel }}")


def test_a_field_that_is_left_out_prints_nothing() -> None:
    """None is a field that the briefing leaves out."""
    assert render("[{{ nothing }}]") == "[]"


def test_templates_cannot_reach_into_python() -> None:
    """The environment is a sandbox."""
    with pytest.raises(SecurityError):
        render("{{ bad.__class__.__mro__ }}")


def test_a_template_of_the_site_wins() -> None:
    """A site overrides single templates; those it does not bring stay briefgen's."""
    found = environment(DictLoader({"home.md.jinja": "ours"}))
    assert found.get_template("home.md.jinja").render() == "ours"
    assert found.get_template("topics.md.jinja").filename != "home.md.jinja"
