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
    """Other kinds, links, pipes, and names that would break a terminal's lines."""
    os.mkfifo(root / "seeds" / "pipe.txt")
    found = skipped_seeds(root, SETTINGS)
    assert [problem.file for problem in found] == [
        "seeds/ignored",
        "seeds/line\\nbreak.txt",
        "seeds/link.txt",
        "seeds/linked",
        "seeds/no.pdf",
        "seeds/pipe.txt",
        "seeds/txt",
    ]
    assert all(problem.severity == "warning" for problem in found)


def test_links_in_a_loop_are_told(tmp_path: Path) -> None:
    """A link to itself is told as any other."""
    filled(tmp_path, "a.txt")
    for name in ("loop.txt", "round.pdf"):
        (tmp_path / "seeds" / name).symlink_to(name)
    assert list_seeds(tmp_path, SETTINGS) == ("seeds/a.txt",)
    told = {one.file: one.message for one in skipped_seeds(tmp_path, SETTINGS)}
    assert told["seeds/loop.txt"].startswith("a symbolic link is not followed")
    assert told["seeds/round.pdf"].startswith("expected plain text")


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


def filled(root: Path, *names: str) -> Path:
    """Write a site whose folder of articles holds these files."""
    for name in names:
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Plan 2.0", "found a name without such an ending; call it Plan 2.0.txt"),
        ("ferry.docx", "a word processor's document (.docx); open it and save it as plain text, ferry.txt"),
        ("Ferry.PDF", "a document made for printing (.pdf); copy the article's text into Ferry.txt"),
        ("ferry.mht", "packed into one file (.mht); open it in a browser and save the page as HTML, ferry.html"),
        ("ferry.eml", "a mail (.eml)"),
        ("ferry.url", "a link without the page that it leads to (.url)"),
        ("ferry.json", "a file of the kind “.json”; copy the article's text into ferry.txt"),
        ("ferry", "a name without such an ending; call it ferry.txt"),
        ("U.S. and China", "a name without such an ending; call it U.S. and China.txt"),
    ],
)
def test_a_file_of_another_kind_is_told(tmp_path: Path, name: str, said: str) -> None:
    """It may be an article to somebody: what was expected, what was found and what to do."""
    (found,) = skipped_seeds(filled(tmp_path, name), SETTINGS)
    assert (found.file, found.code, found.severity) == (f"seeds/{name}", "seed-skipped", "warning")
    assert "expected plain text (.txt), Markdown (.md) or a web page (.html)" in found.message
    assert said in found.message
    assert list_seeds(tmp_path, SETTINGS) == ()


@pytest.mark.parametrize("name", ["a.text", "a.markdown", "a.Mdown", "a.xhtml", "a.HTM", "a.TXT"])
def test_every_ending_that_can_be_read_is_an_article(tmp_path: Path, name: str) -> None:
    """In capital letters, too."""
    assert list_seeds(filled(tmp_path, name), SETTINGS) == (f"seeds/{name}",)
    assert skipped_seeds(tmp_path, SETTINGS) == ()


@pytest.mark.parametrize(
    "names",
    [
        (".gitkeep", ".DS_Store", ".~lock.ferry.odt#", "Thumbs.db", "desktop.ini", "Icon\r"),
        ("~$ferry.docx", "ferry.txt~", "#ferry.txt#", "ferry.crdownload", "ferry.txt.part", "ferry.tmp"),
        ("README", "README.md", "readme.TXT", "ReadMe.rst", "LICENSE"),
        ("map.png", "harbour.JPG", "talk.mp3"),
        ("page_files/logo.png", "page_files/style.css", "page_files/saved_resource.html", "page_files/data.bin"),
    ],
    ids=["systems", "programs", "about the folder", "pictures and sound", "what a page is shown with"],
)
def test_what_lies_there_by_right_makes_no_noise(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Nobody takes it for an article; nothing of it is drafted either."""
    filled(tmp_path, "page.html", *names)
    assert list_seeds(tmp_path, SETTINGS) == ("seeds/page.html",)
    assert skipped_seeds(tmp_path, SETTINGS) == ()


@pytest.mark.parametrize("folder", ["Page_files", "page-Dateien", "page_fichiers", "page_archivos"])
def test_a_browser_names_the_folder_of_a_page_in_its_language(tmp_path: Path, folder: str) -> None:
    """It is passed over beside its page alone: without the page it is a folder like any other."""
    filled(tmp_path, "page.html", f"{folder}/frame.html")
    assert list_seeds(tmp_path, SETTINGS) == ("seeds/page.html",)
    (tmp_path / "seeds" / "page.html").unlink()
    assert list_seeds(tmp_path, SETTINGS) == (f"seeds/{folder}/frame.html",)


@pytest.mark.parametrize("original", ["ferry.pdf", "Ferry.DOCX", "ferry.txt.sha256", "ferry.json"])
def test_what_an_article_was_taken_from_may_stay_beside_it(tmp_path: Path, original: str) -> None:
    """A file beside an article of its name needs no word; in another folder it does."""
    filled(tmp_path, "ferry.txt", original, f"elsewhere/{original}")
    assert [one.file for one in skipped_seeds(tmp_path, SETTINGS)] == [f"seeds/elsewhere/{original}"]
