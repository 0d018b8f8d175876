"""What the preview says of the folder of articles: once, and again when it is another mistake."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from briefgen.model.settings import Settings
from briefgen.plugin.drafting import Drafting

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_file_that_is_no_article_is_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """An editor who goes on writing is not told the same at every save; another file is told when it is put there."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "seeds" / "ferry.docx").write_bytes(b"PK")
    drafting = Drafting()
    told: list[list[str]] = []
    for step in range(3):
        if step == 2:
            (tmp_path / "seeds" / "quay.pdf").write_bytes(b"%PDF")
        caplog.clear()
        assert not drafting.draft(tmp_path, Settings(), step)
        told.append([one.message.split(" expected")[0] for one in caplog.records if one.levelno == logging.ERROR])
    assert told == [["briefgen: seeds/ferry.docx:"], [], ["briefgen: seeds/quay.pdf:"]]
