"""A file is written whole or not at all."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from briefgen.errors import WriteError
from briefgen.files.atomic import clean_stale, write_whole

NOBODY = 65534


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    """What the umask leaves, not the 0600 of a temporary file; missing folders are made."""
    before = os.umask(0o027)
    try:
        assert write_whole(tmp_path / "new" / "a.md", "text é\n")
    finally:
        os.umask(before)
    file = tmp_path / "new" / "a.md"
    assert file.read_bytes() == "text é\n".encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert os.listdir(file.parent) == ["a.md"]  # noqa: PTH208 - hidden files count


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_an_old_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    """Rewriting changes the words, not who may read them."""
    file = tmp_path / "a.md"
    file.write_text("old")
    file.chmod(mode)
    assert write_whole(file, b"new")
    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("new", mode)


def test_the_same_bytes_are_not_written(tmp_path: Path) -> None:
    """A file that is right already is not touched, nor its time."""
    file = tmp_path / "a.md"
    file.write_text("same")
    os.utime(file, ns=(1, 1))
    inode = file.stat().st_ino
    assert not write_whole(file, "same")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (1, inode)


def test_a_symbolic_link_is_not_written_through(tmp_path: Path) -> None:
    """Neither what it leads to nor the link itself changes."""
    target = tmp_path / "target"
    target.write_text("canary")
    for number, aim in enumerate((target, tmp_path / "dangling", tmp_path)):
        link = tmp_path / f"link{number}"
        link.symlink_to(aim)
        with pytest.raises(WriteError, match=r"link\d: not written: it is a symbolic link"):
            write_whole(link, "new")
        assert link.is_symlink()
    assert target.read_text() == "canary"
    assert not (tmp_path / "dangling").exists()


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    """A folder, or a pipe that nobody writes to, is named instead of waited for."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        with pytest.raises(WriteError, match="no plain file"):
            write_whole(tmp_path / name, "new")


def test_half_a_character_cannot_be_written(tmp_path: Path) -> None:
    """The old file stays where a text has no bytes."""
    file = tmp_path / "a.md"
    file.write_text("old")
    with pytest.raises(WriteError, match="half a character"):
        write_whole(file, "a\ud800")
    assert file.read_text() == "old"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """The error names the path, the old file is whole, and nothing lies beside it."""
    file = tmp_path / "a.md"
    file.write_text("old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(WriteError, match=r"a\.md: not written: File too large; what was there before is whole"):
            write_whole(file, "x" * 20_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_folder_that_cannot_be_written_to() -> None:
    """The error names the path and the reason, and the old file stays."""
    me = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.md").write_text("old")
        folder.chmod(0o555)
        if me == 0:  # root may write everywhere
            os.seteuid(NOBODY)
        try:
            with pytest.raises(WriteError, match=r"a\.md: not written: Permission denied"):
                write_whole(folder / "a.md", "new")
        finally:
            os.seteuid(me)
            folder.chmod(0o755)
        assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("a.md", "old")]


def test_what_a_killed_run_left_is_cleaned_up(tmp_path: Path) -> None:
    """Our left-overs go, those of a run that still runs and files of others stay."""
    done = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    gone = int(done.stdout)
    names = [f".briefgen-{gone}-0.tmp", f".briefgen-{os.getpid()}-9.tmp", f".briefgen-{10**30}-1.tmp"]
    others = [f".briefgen-{os.getppid()}-0.tmp", "a.tmp", "a.md", f"briefgen-{gone}-0.tmp"]
    for name in (*names, *others):
        (tmp_path / name).write_text("torn")
    assert clean_stale(tmp_path) == len(names)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(others)
    assert clean_stale(tmp_path / "missing") == 0


KILLED = """
import sys
from pathlib import Path
from briefgen.files.atomic import write_whole
path = Path(sys.argv[1])
print("started", flush=True)
while True:
    write_whole(path, "a" * 200_000)
    write_whole(path, "b" * 200_000)
"""


def test_killing_a_writer_leaves_one_of_two_files(tmp_path: Path) -> None:
    """Killed at any moment, the file is the old one or the new one, and the next run tidies up."""
    file = tmp_path / "a.md"
    file.write_text("a" * 200_000)
    for wait in range(12):
        with subprocess.Popen([sys.executable, "-c", KILLED, str(file)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            signal.sigtimedwait([], 0.003 * wait)
            writer.kill()
        assert file.read_text() in {"a" * 200_000, "b" * 200_000}
    clean_stale(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
