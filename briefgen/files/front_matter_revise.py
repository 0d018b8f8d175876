"""A briefing's file and what it shall say -> its text, with the bytes of the changed values changed and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.errors import ContentError
from briefgen.files.comments import Comments
from briefgen.files.edits import apply
from briefgen.files.fence import Fence, find_fence
from briefgen.files.front_matter import read_briefing
from briefgen.files.front_matter_write import new_text
from briefgen.files.own_fields import together
from briefgen.files.shape import plain
from briefgen.files.splice import Splicer
from briefgen.files.yaml_tree import MapNode, read_tree
from briefgen.model.briefing import Briefing

if TYPE_CHECKING:
    from briefgen.files.front_matter import BriefingFile


def revised_text(old: BriefingFile, briefing: Briefing) -> str:
    """Write a briefing into the file that an editor has.

    Args:
        old: The file as it was read.
        briefing: What its front matter shall say.

    Returns:
        The file's new text. Comments, quoting, order, line ends and notes of what did not change stay as they are; with
        nothing to change it is the old text. Reading it gives the briefing. Should an unusual way of writing (explicit
        `?` keys, say) stand against that, the front matter is written anew with all comments above it.
    """
    if briefing == old.briefing:
        return old.text
    fence, _ = find_fence(old.text)
    tree = read_tree(old.text, fence.start, fence.end)[0] if fence else None
    if fence is None or not isinstance(tree, MapNode):
        raise ValueError(f"{old.file}: this text was never read as a briefing")
    before, after = plain(old.briefing), plain(briefing)
    assert isinstance(before, dict)  # noqa: S101 - for the type checker: a dataclass becomes a mapping
    assert isinstance(after, dict)  # noqa: S101 - as above
    comments = Comments(old.text, tree)
    if not tree.flow:
        edits = Splicer(old.text, comments).mapping(tree, before, after, Briefing)
        text = apply(old.text, 0, len(old.text), edits)
        if _says(text, old, briefing):
            return text
    return _written_anew(old, briefing, fence, comments)


def _says(text: str, old: BriefingFile, briefing: Briefing) -> bool:
    """Whether the text is read as the briefing, with the old notes."""
    try:
        read = read_briefing(old.file, text, old.own.fields)
    except ContentError:
        return False
    return read.briefing == briefing and read.own == old.own and read.notes == old.notes


def _written_anew(old: BriefingFile, briefing: Briefing, fence: Fence, comments: Comments) -> str:
    """Write the front matter anew, every comment above it; opening line, closing line and notes stay."""
    newline = "\r\n" if old.text[: fence.start].endswith("\r\n") else "\n"
    values = new_text(together(briefing, old.own)).splitlines()[1:-1]
    lines = [*comments.within(fence.start, fence.end), *values]
    return old.text[: fence.start] + "".join(line + newline for line in lines) + old.text[fence.end :]
