"""The folder of briefings is read whole, or every problem of every file is told."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import ContentError, SettingsError, WriteError
from briefgen.files.briefings import clean_up, file_of, load_briefings, save_briefing
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings()


def _text(id: str, more: str = "") -> str:  # noqa: A002 - the field's own name
    return f"---\nid: {id}\ntitle: A title\n{more}---\n"


def _folder(root: Path) -> Path:
    folder = root / "content" / "briefings"
    folder.mkdir(parents=True)
    return folder


def test_briefings_are_saved_and_loaded(tmp_path: Path) -> None:
    """In the order of their names' bytes; folders are made, and what is right already is not written."""
    assert load_briefings(tmp_path, SETTINGS) == ()
    for name in ("b", "a-1", "a"):
        assert save_briefing(tmp_path, SETTINGS, _text(name), name)
    assert not save_briefing(tmp_path, SETTINGS, _text("a"), "a")
    (tmp_path / "content" / "briefings" / ".hidden.md").write_text("no briefing")
    (tmp_path / "content" / "briefings" / "image.png").write_text("no briefing")
    files = load_briefings(tmp_path, SETTINGS)
    assert [file.file for file in files] == [file_of(SETTINGS, name) for name in ("a-1", "a", "b")]
    assert [file.briefing.id for file in files] == ["a-1", "a", "b"]


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    """One run is enough to see what is to be done."""
    folder = _folder(tmp_path)
    (folder / "a.md").write_text(_text("a", "sumary: x\nstatus: done\n"))
    (folder / "b.md").write_text(_text("b"))
    (folder / "c.md").write_text(_text("b"))
    (folder / "d.md").write_text(_text("e"))
    (folder / "f.md").write_bytes(_text("f").encode() + b"caf\xe9\n")
    (folder / "g.md").symlink_to("b.md")
    (folder / "h.md").mkdir()
    (folder / "i.md").symlink_to("/etc/passwd")
    os.mkfifo(folder / "j.md")
    with pytest.raises(ContentError) as caught:
        load_briefings(tmp_path, SETTINGS)
    found = [(problem.file[18:], problem.line, problem.code) for problem in caught.value.problems]
    assert found == [
        ("a.md", 4, "unknown-key"),
        ("a.md", 5, "not-a-choice"),
        ("c.md", 2, "id-taken"),
        ("d.md", 2, "id-not-file-name"),
        ("f.md", 5, "not-utf-8"),
        ("g.md", 1, "symlink"),
        ("h.md", 1, "not-a-file"),
        ("i.md", 1, "symlink"),
        ("j.md", 1, "not-a-file"),
    ]


@pytest.mark.parametrize("name", ["", "../a", "a/b", "A", "a.md", "a\0", "x" * 81, "-", "a--b"])
def test_an_id_that_cannot_name_a_file_is_not_written(tmp_path: Path, name: str) -> None:
    """Whatever the id, nothing is written out of the folder."""
    with pytest.raises(WriteError):
        save_briefing(tmp_path, SETTINGS, "text", name)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_leads_out_is_refused(tmp_path: Path) -> None:
    """Neither read nor written through."""
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (root / "content" / "briefings").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SettingsError):
        load_briefings(root, SETTINGS)
    with pytest.raises(SettingsError):
        save_briefing(root, SETTINGS, _text("a"), "a")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_briefing_is_not_written_through_a_link(tmp_path: Path) -> None:
    """What the link leads to stays as it is."""
    folder = _folder(tmp_path)
    (folder / "b.md").write_text("canary")
    (folder / "a.md").symlink_to("b.md")
    with pytest.raises(WriteError):
        save_briefing(tmp_path, SETTINGS, _text("a"), "a")
    assert (folder / "b.md").read_text() == "canary"


def test_leftovers_are_cleaned_up(tmp_path: Path) -> None:
    """In both folders that are written to."""
    for name in ("briefings", ".drafts"):
        (tmp_path / "content" / name).mkdir(parents=True)
        (tmp_path / "content" / name / f".briefgen-{os.getpid()}-7.tmp").write_text("torn")
    assert clean_up(tmp_path, SETTINGS) == 2
    assert clean_up(tmp_path, SETTINGS) == 0
