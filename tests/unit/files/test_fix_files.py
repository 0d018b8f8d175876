"""`briefgen check --fix`: files of the content are mended on the disk, each mend is told, and the rest is listed."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.errors import WriteError
from briefgen.files.fix_files import fix_files
from briefgen.files.lock import locked
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

SITE = Settings()
BROKEN = "---\nid: {id}\ntitle: Ferry: back\nsummary: {summary}\n---\nNotes.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with two broken briefings, one in order, and a broken registry."""
    folder = tmp_path / "content" / "briefings"
    folder.mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: S\ndocs_dir: content\nplugins:\n  - briefgen\n")
    (folder / "a.md").write_bytes(BROKEN.format(id="a", summary='"It sails.').replace("\n", "\r\n").encode())
    (folder / "b.md").write_text(BROKEN.format(id="b", summary="[x") + "é")
    (folder / "c.md").write_text("---\nid: c\ntitle: C\n---\n")
    (tmp_path / "content" / "actors.yml").write_text("actors:\n  - name: Norland: the ministry\n    kind: state\n")
    return tmp_path


def _run(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["-f", str(root / "mkdocs.yml"), "check", *options])


def test_each_mend_is_told_with_its_place(root: Path) -> None:
    """By file; what cannot be mended is not told as mended; bytes around the mends stay."""
    assert list(fix_files(root, SITE)) == [
        "content/actors.yml:2:11: fixed: put the value in quotes",
        "content/briefings/a.md:3:8: fixed: put the value in quotes",
        "content/briefings/a.md:4:10: fixed: closed the quotes",
        "content/briefings/b.md:3:8: fixed: put the value in quotes",
        "content/briefings/b.md:4:10: fixed: put the value in quotes",
    ]
    folder = root / "content" / "briefings"
    assert (folder / "a.md").read_bytes() == (
        b'---\r\nid: a\r\ntitle: "Ferry: back"\r\nsummary: "It sails."\r\n---\r\nNotes.\r\n'
    )
    assert (folder / "b.md").read_text() == '---\nid: b\ntitle: "Ferry: back"\nsummary: "[x"\n---\nNotes.\né'
    assert (root / "content" / "actors.yml").read_text() == (
        'actors:\n  - name: "Norland: the ministry"\n    kind: state\n'
    )


def test_a_file_in_order_is_not_touched(root: Path) -> None:
    """Neither its bytes nor its time; a mended one keeps its mode."""
    folder = root / "content" / "briefings"
    os.utime(folder / "c.md", ns=(1, 1))
    (folder / "a.md").chmod(0o640)
    list(fix_files(root, SITE))
    assert (folder / "c.md").stat().st_mtime_ns == 1
    assert stat.S_IMODE((folder / "a.md").stat().st_mode) == 0o640
    assert list(fix_files(root, SITE)) == []


def test_what_is_left_is_listed_as_always(root: Path) -> None:
    """The check follows on the mended files; a second run has nothing to fix and says so."""
    (root / "content" / "briefings" / "d.md").write_text("---\nid: d\ntitel: x: y\n---\n")
    first = _run(root, "--fix")
    assert first.exit_code == 1
    lines = first.output.splitlines()
    assert sum(": fixed: " in line for line in lines) == 5
    assert any(line.startswith("content/briefings/d.md:3:1: unknown-key: ") for line in lines)
    assert not any("a.md" in line and "yaml-syntax" in line for line in lines)
    assert _run(root, "--fix").output.startswith("Nothing to fix.\n")


def test_output_for_programs_stays_theirs(root: Path) -> None:
    """With --format json what was mended goes to standard error."""
    done = _run(root, "--fix", "--format", "json")
    assert isinstance(json.loads(done.stdout), (dict, list))
    assert "content/briefings/a.md:3:8: fixed: put the value in quotes" in done.stderr


def test_without_the_option_nothing_is_written(root: Path) -> None:
    """A check only reads."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert _run(root).exit_code == 1
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_another_run_is_waited_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mending asks for the site's lock, and mends nothing without it."""
    asked = []

    def asking(*arguments: object, **options: object) -> object:
        asked.append(options)
        return locked(*arguments, **options)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr("briefgen.files.lock.locked", asking)
    _run(root, "--fix")
    _run(root)
    assert len(asked) == 1


def test_a_disk_that_refuses_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run ends with the file's name; what was told before is mended, the others are as they were."""

    def refuse(path: Path, _text: str) -> bool:
        raise WriteError(f"{path}: not written: No space left on device")

    monkeypatch.setattr("briefgen.files.fix_files.write_whole", refuse)
    done = _run(root, "--fix")
    assert done.exit_code == 1
    assert "No space left on device" in done.output
    assert "fixed" not in done.output


def test_files_that_are_no_texts_are_left_to_the_check(root: Path) -> None:
    """A link is not followed, and bytes that are no UTF-8 are not guessed at."""
    folder = root / "content" / "briefings"
    (root / "outside.md").write_text(BROKEN.format(id="e", summary="x"))
    (folder / "e.md").symlink_to(root / "outside.md")
    (folder / "f.md").write_bytes(b"---\nid: f\ntitle: \xff: x\n---\n")
    assert not any("e.md" in line or "f.md" in line for line in fix_files(root, SITE))
    assert "Ferry: back\n" in (root / "outside.md").read_text()
    assert b"\xff: x" in (folder / "f.md").read_bytes()
