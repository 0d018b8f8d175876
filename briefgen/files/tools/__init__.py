"""The model -> files that editors' programs work by: JSON Schemas, VS Code, Front Matter CMS, Pages CMS.

Each says what the program needs to know of the fields; none of it is written by hand, so that it follows the model.
"""

from __future__ import annotations

from typing import Literal, get_args

Tool = Literal["actors", "briefings", "front-matter-cms", "pages-cms", "vscode"]
TOOLS: tuple[Tool, ...] = get_args(Tool)
"""Whose files there are."""
