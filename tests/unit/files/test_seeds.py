"""Articles are found and read, never written, and nothing but plain files is read."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import SeedError, SettingsError
from briefgen.files import seeds
from briefgen.files.seeds import list_seeds, read_seed, skipped_seeds
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with a few articles, and things that are none."""
    root = tmp_path / "site"
    folder = root / "seeds"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for name in (
        "b.txt",
        "a.MD",
        "Z.html",
        "é.htm",
        "deep/er/c.txt",
        "no.pdf",
        ".d.txt",
        ".hidden/e.txt",
        "txt",
    ):
        (folder / name).write_text(name)
    (tmp_path / "secret.txt").write_text("canary")
    (root / "inside.txt").write_text("canary")
    (folder / "link.txt").symlink_to("../inside.txt")
    (folder / "linked").symlink_to(tmp_path)
    (folder / "ignored").symlink_to("no.pdf")
    (folder / "line\nbreak.txt").write_text("x")
    (folder / "folder.txt").mkdir()
    return root


def test_articles_are_listed_in_one_order(root: Path) -> None:
    """By the bytes of their names, those below folders too; hidden files, links and other kinds are left out."""
    assert list_seeds(root, SETTINGS) == (
        "seeds/Z.html",
        "seeds/a.MD",
        "seeds/b.txt",
        "seeds/deep/er/c.txt",
        "seeds/é.htm",
    )


def test_what_looks_like_an_article_and_is_left_out_is_said(root: Path) -> None:
    """Links, and names that would break a terminal's lines."""
    found = skipped_seeds(root, SETTINGS)
    assert [problem.file for problem in found] == ["seeds/line\\nbreak.txt", "seeds/link.txt", "seeds/linked"]
    assert all(problem.severity == "warning" for problem in found)


def test_an_article_is_its_bytes(root: Path) -> None:
    """Untouched, with their hash."""
    assert read_seed(root, "seeds/b.txt") == Seed(
        file="seeds/b.txt", data=b"b.txt", sha256=hashlib.sha256(b"b.txt").hexdigest()
    )


@pytest.mark.parametrize(
    "file",
    [
        "seeds/none.txt",
        "seeds/link.txt",
        "seeds/linked/secret.txt",
        "seeds/folder.txt",
        "../x",
        "/etc/passwd",
        "seeds/pipe.txt",
    ],
)
def test_what_is_no_plain_file_is_not_read(root: Path, file: str) -> None:
    """Missing, linked, a folder, out of the site, or a pipe that nobody writes to."""
    os.mkfifo(root / "seeds" / "pipe.txt")
    with pytest.raises(SeedError) as caught:
        read_seed(root, file)
    assert file in str(caught.value)


def test_an_article_has_an_end(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit it is no article."""
    monkeypatch.setattr(seeds, "MAX_BYTES", 4)
    with pytest.raises(SeedError, match="at most 4 bytes"):
        read_seed(root, "seeds/b.txt")


@pytest.mark.parametrize("folder", ["missing", "../elsewhere", "inside.txt", "/tmp"])  # noqa: S108 - it is refused
def test_the_folder_must_be_there(root: Path, folder: str) -> None:
    """A folder that is missing, or out of the site, is a mistake in the settings."""
    with pytest.raises(SettingsError):
        list_seeds(root, Settings(seeds=folder))


def test_the_folder_may_be_the_root_or_deep(root: Path) -> None:
    """Names start at the site's root, whatever the folder."""
    assert list_seeds(root / "seeds", Settings(seeds="deep/er")) == ("deep/er/c.txt",)
    assert list_seeds(root / "seeds" / "deep", Settings(seeds=".")) == ("er/c.txt",)
