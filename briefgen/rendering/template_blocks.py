"""A template's name -> the blocks it has, and whether a site's template fills none that is not there.

Jinja passes over a block that the extended template does not have: a misspelt name would be a section that is never shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError, nodes

if TYPE_CHECKING:
    from jinja2 import Environment


def blocks_of(environment: Environment, name: str) -> tuple[str, ...]:
    """Name the blocks of a template, those of the templates that it extends included, in the order of the page.

    Args:
        environment: Of the templates.
        name: The template's.

    Raises:
        jinja2.TemplateError: It is missing or wrong, or fills a block that the template it extends does not have.
    """
    if environment.loader is None:
        return ()
    source, file, _ = environment.loader.get_source(environment, name)
    tree = environment.parse(source, name, file)
    own = [block.name for block in tree.find_all(nodes.Block)]
    extended = tree.find(nodes.Extends)
    if extended is None or not isinstance(extended.template, nodes.Const):
        return tuple(own)
    below = blocks_of(environment, extended.template.value)
    for node in tree.body:
        if isinstance(node, nodes.Block) and node.name not in below:
            message = f"{extended.template.value} has no block {node.name!r}; it has {', '.join(below) or 'none'}"
            raise TemplateSyntaxError(message, node.lineno, name, file)
    return (*below, *(one for one in own if one not in below))
