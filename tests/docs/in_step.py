"""A generated page of the documentation: compared with the program, or written anew."""

from __future__ import annotations

import os
from pathlib import Path

PAGES = Path(__file__).parent.parent.parent / "docs" / "pages"


def assert_in_step(name: str, fresh: str) -> None:
    """Hold a page of docs/pages against what the program gives now; `UPDATE_DOCS=1` writes it anew.

    Args:
        name: Of the page.
        fresh: Its text, as made just now.
    """
    file = PAGES / name
    if os.environ.get("UPDATE_DOCS"):
        file.write_text(fresh, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == fresh, f"{name}: run UPDATE_DOCS=1 pytest tests/docs"
