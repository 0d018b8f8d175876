"""What an export may replace and remove in its folder, and what it leaves alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import ContentError, SettingsError, WriteError
from briefgen.exporting.contents import Item
from briefgen.exporting.folder import LIST, Folder

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST = {"mkdocs.yml": "a", "content/index.md": "b", "content/old/page.md": "c"}
SECOND = {"mkdocs.yml": "a", "content/index.md": "new", "content/fresh/page.md": "d"}


def write(path: Path, files: dict[str, str]) -> int:
    """Export files of these texts."""
    return Folder(path).write(Item(name, text.encode()) for name, text in files.items())


def contents(path: Path) -> dict[str, str]:
    """Give every file below a folder but the list."""
    return {
        file.relative_to(path).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(path.rglob("*"))
        if file.is_file() and file.name != LIST
    }


@pytest.mark.parametrize("exists", [False, True])
def test_a_new_folder_holds_what_was_exported(tmp_path: Path, *, exists: bool) -> None:
    """A folder that is not there is made; an empty one is filled; nothing but the files and their list is left."""
    path = tmp_path / "out"
    if exists:
        path.mkdir()
    assert write(path, FIRST) == len(FIRST)
    assert contents(path) == FIRST
    assert sorted(json.loads((path / LIST).read_bytes())["files"]) == sorted(FIRST)


def test_the_next_export_replaces_what_changed_and_removes_what_is_gone(tmp_path: Path) -> None:
    """What is the same is not touched, what the builder or somebody else put there stays, empty folders go."""
    write(tmp_path, FIRST)
    before = (tmp_path / "mkdocs.yml").stat().st_mtime_ns
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("built", encoding="utf-8")
    write(tmp_path, SECOND)
    assert contents(tmp_path) == SECOND | {"site/index.html": "built"}
    assert (tmp_path / "mkdocs.yml").stat().st_mtime_ns == before
    assert not (tmp_path / "content/old").exists()


def test_the_same_export_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    """The list as well: nothing in it depends on when or how often it was written."""
    write(tmp_path / "a", SECOND)
    write(tmp_path / "b", FIRST)
    write(tmp_path / "b", SECOND)
    assert (tmp_path / "a" / LIST).read_bytes() == (tmp_path / "b" / LIST).read_bytes()


@pytest.mark.parametrize("changed", ["content/index.md", "content/old/page.md"])
def test_what_somebody_changed_is_never_replaced_or_removed(tmp_path: Path, changed: str) -> None:
    """It is named, and nothing is written at all."""
    write(tmp_path, FIRST)
    (tmp_path / changed).write_text("mine", encoding="utf-8")
    with pytest.raises(ContentError, match=f"{changed}.*was changed since it was exported"):
        write(tmp_path, SECOND)
    assert contents(tmp_path) == FIRST | {changed: "mine"}


def test_what_somebody_put_in_the_way_is_never_replaced(tmp_path: Path) -> None:
    """A file, a folder or a link where a file shall be; what a link leads to is not written to."""
    outside = tmp_path / "outside"
    outside.mkdir()
    path = tmp_path / "out"
    write(path, FIRST)
    (path / "content/fresh").symlink_to(outside)
    with pytest.raises(ContentError, match=r"content/fresh/page\.md.*was not written by an export"):
        write(path, SECOND)
    assert list(outside.iterdir()) == []
    (path / "content/fresh").unlink()
    (path / "content/fresh/page.md").mkdir(parents=True)
    with pytest.raises(ContentError, match=r"content/fresh/page\.md"):
        write(path, SECOND)
    (path / "content/fresh/page.md").rmdir()
    write(path, SECOND)
    assert contents(path) == SECOND


def test_every_file_in_the_way_is_named_at_once(tmp_path: Path) -> None:
    """One run names them all."""
    write(tmp_path, FIRST)
    for name in FIRST:
        (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        write(tmp_path, dict.fromkeys(FIRST, "other"))
    assert [problem.code for problem in raised.value.problems] == ["export-changed"] * len(FIRST)


def test_a_file_that_somebody_removed_is_written_again(tmp_path: Path) -> None:
    """Nothing is lost by it."""
    write(tmp_path, FIRST)
    (tmp_path / "content/index.md").unlink()
    write(tmp_path, FIRST)
    assert contents(tmp_path) == FIRST


def test_other_peoples_folders_are_refused(tmp_path: Path) -> None:
    """One with files of its own, a link to a folder, a file, one whose folder is missing, one whose list is no list."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.md").write_text("x", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to(other)
    broken = tmp_path / "broken"
    broken.mkdir()
    for path in (other, link, other / "thesis.md", tmp_path / "no" / "where"):
        with pytest.raises(SettingsError, match=str(path)):
            Folder(path)
    for text in (
        "",
        "[]",
        '{"files": {"../x": []}}',
        '{"files": {"x": ["abc"]}}',
        '{"files": {"x": 1}}',
        "[" * 100_000,
    ):
        (broken / LIST).write_text(text, encoding="utf-8")
        with pytest.raises(SettingsError, match="expected the list that an export writes"):
            Folder(broken)
    assert contents(other) == {"thesis.md": "x"}


def test_what_cannot_be_made_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    """A mistake found on the last page changes nothing; a folder that was not there is not there."""

    def failing() -> Iterator[Item]:
        yield Item("content/index.md", b"new")
        raise ContentError(())

    write(tmp_path / "out", FIRST)
    for path in (tmp_path / "out", tmp_path / "new"):
        with pytest.raises(ContentError):
            Folder(path).write(failing())
    assert contents(tmp_path / "out") == FIRST
    assert not (tmp_path / "new").exists()


def test_an_export_that_was_stopped_is_finished_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file was the last to be put in its place, no file is taken for somebody else's."""
    write(tmp_path, FIRST)
    replace = Path.replace
    for stopped_at in range(4):
        done = 0

        def stopping(self: Path, target: Path, stopped_at: int = stopped_at) -> Path:
            nonlocal done
            if "content" in target.parts:
                done += 1
                if done > stopped_at:
                    raise OSError(28, "No space left on device")
            return replace(self, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", stopping)
            if stopped_at < 2:
                with pytest.raises(WriteError, match="No space left"):
                    write(tmp_path, SECOND)
            else:
                write(tmp_path, SECOND)
        write(tmp_path, FIRST)
        assert contents(tmp_path) == FIRST


def test_a_link_in_the_place_of_what_an_export_writes_for_itself_is_refused(tmp_path: Path) -> None:
    """Nothing is written where it leads."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("x")
    write(tmp_path / "out", FIRST)
    (tmp_path / "out" / ".briefgen-export.tmp").symlink_to(elsewhere)
    with pytest.raises(WriteError, match="symbolic link"):
        write(tmp_path / "out", SECOND)
    assert contents(elsewhere) == {"kept": "x"}
