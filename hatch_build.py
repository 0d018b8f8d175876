"""README.md -> the description that package indexes show: without what leads into the repository, which they do not have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_ELSEWHERE = r"(?!https?:|mailto:|#)"
_PICTURE = re.compile(rf"!\[[^\]]*\]\({_ELSEWHERE}[^)]*\)")
_LINK = re.compile(rf"(?<!!)\[([^\]]*)\]\({_ELSEWHERE}[^)]*\)")
_TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)


class DescriptionHook(MetadataHookInterface):
    """Gives the project's `readme` when it is built."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the description."""
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": description(text)}


def description(readme: str) -> str:
    """Give a README without relative pictures, the tables that hold them, and relative links, whose words stay.

    Args:
        readme: Markdown in which links and pictures lead to files beside it.
    """
    text = _COMMENT.sub("", readme)
    text = _TABLE.sub(lambda table: "" if _PICTURE.search(table[0]) else table[0], text)
    text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    return re.sub(r"\n{3,}", "\n\n", text)
