"""A briefing's file -> `Briefing`, read strictly, or every problem with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.errors import ContentError
from briefgen.files.fence import find_fence
from briefgen.files.lines import lines_of
from briefgen.files.own_fields import apart, front_matter_class
from briefgen.files.reading_on import all_faults
from briefgen.files.validation import validate
from briefgen.files.yaml_losses import losses
from briefgen.files.yaml_tree import MapNode, read_tree
from briefgen.model.own_fields import NO_OWN, Own
from briefgen.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.files.validation import Path
    from briefgen.files.yaml_faults import Fault
    from briefgen.model.briefing import Briefing
    from briefgen.model.own_fields import OwnField


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingFile:
    """A file of content/briefings/ that has been read."""

    file: str
    """Its name from the site's root, with forward slashes."""
    text: str
    """The whole file, line ends as they stand in it."""
    briefing: Briefing
    """What its front matter says."""
    own: Own = NO_OWN
    """What it says in the fields that the site declares."""
    notes: str
    """The editor's Markdown below the front matter, as it stands in the file."""
    starts: Mapping[Path, int] = field(repr=False, compare=False)
    """The character of the file at which each value begins, by its path."""

    def position(self, *path: str | int) -> tuple[int, int]:
        """Say where a field or an item stands.

        Args:
            *path: Its way down from the top, items counted from 0: `"takeaways", 2, "text"`. Where the file has no such
                value, the nearest one above it that it has.

        Returns:
            Line and column of its value, both counted from 1.
        """
        while path and path not in self.starts:
            path = path[:-1]
        return lines_of(self.text).position(self.starts.get(path, 0))


def read_briefing(file: str, text: str, fields: tuple[OwnField, ...] = ()) -> BriefingFile:
    """Read a briefing strictly: what is not understood is refused, nothing is silently turned into something else.

    Args:
        file: The file's name from the site's root, for messages.
        text: The file.
        fields: Which the site declares beside those of every briefing.

    Returns:
        The briefing and where each of its values stands.

    Raises:
        ContentError: One line per problem, all of the file's at once, each with line and column. Nothing of the file is
            used.
    """
    cls = front_matter_class(fields)
    fence, faults = find_fence(text)
    tree, faults = read_tree(text, fence.start, fence.end) if fence else (None, faults)
    if fence is None or faults or not isinstance(tree, MapNode) or losses(text, tree, fence.start, fence.end, cls):
        raise content_error(file, text, all_faults(text, cls))
    checked = validate(tree, cls, lambda at: lines_of(text).position(at)[0])
    if checked.faults or checked.value is None:
        raise content_error(file, text, all_faults(text, cls))
    briefing, own = apart(checked.value, fields)
    return BriefingFile(
        file=file, text=text, briefing=briefing, own=own, notes=text[fence.notes :], starts=checked.starts
    )


def content_error(file: str, text: str, faults: list[Fault]) -> ContentError:
    """Turn the faults of a file into the error that lists them, in the order of the file."""
    lines = lines_of(text)
    problems: list[Problem] = []
    for fault in sorted(faults, key=lambda fault: fault.at):
        line, column = lines.position(fault.at)
        problems.append(Problem(file=file, line=line, column=column, code=fault.code, message=fault.message))
    return ContentError(tuple(problems))
