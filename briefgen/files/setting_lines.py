"""mkdocs.yml -> the line in which a setting stands, for messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_LIMIT = 1_000_000
"""Bytes. A configuration has a few thousand."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def line_of(config_file: Path, names: Sequence[str]) -> int | None:
    """Find a setting.

    Args:
        config_file: The site's mkdocs.yml, which MkDocs has read.
        names: The way to it: `plugins`, `briefgen`, `templates`. A list is looked through for the one entry of a name.

    Returns:
        The line of its name, counted from 1; None where it comes from elsewhere, as with `INHERIT`.
    """
    try:
        with config_file.open("rb") as file:
            node = yaml.compose(file.read(_LIMIT), Loader=_LOADER)
    except (OSError, yaml.YAMLError, UnicodeError):
        return None
    line = None
    for name in names:
        found = next(((key, value) for key, value in _pairs(node) if key.value == name), None)
        if found is None:
            return None
        line, node = found[0].start_mark.line + 1, found[1]
    return line


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        return list(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [pair for item in node.value if isinstance(item, yaml.MappingNode) for pair in item.value]
    return []
