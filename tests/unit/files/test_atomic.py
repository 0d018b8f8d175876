"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import itertools
import os
import resource
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import WriteError
from briefgen.files.atomic import clean_stale, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


# A fork costs a millisecond, a Python a hundred: one process forks the writers and kills them.
KILLS = """
import os, signal, sys, time
from pathlib import Path
from briefgen.files.atomic import clean_stale, write_whole
path, left = Path(sys.argv[1]), 0
for number in range(int(sys.argv[2])):
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(tell, b"x")
        while True:
            write_whole(path, "a" * 200_000)
            write_whole(path, "b" * 200_000)
    os.read(ready, 1)
    time.sleep(number * 7 % 100 / 10_000)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(ready), os.close(tell)
    assert path.read_text() in {"a" * 200_000, "b" * 200_000}, number
    left += clean_stale(path.parent)
    assert os.listdir(path.parent) == [path.name], number
print(left)
"""


def test_killing_a_writer_leaves_one_of_two_files(tmp_path: Path) -> None:
    """Killed a hundred times at any moment, the file is the old one or the new one, and the next run tidies up."""
    file = tmp_path / "a.md"
    file.write_text("a" * 200_000)
    done = subprocess.run([sys.executable, "-c", KILLS, str(file), "100"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) > 0, "no writer was killed while it wrote"


# What write_whole asks of the system, through the functions of `os`; pathlib asks through them, too.
CALLS = ("stat", "mkdir", "open", "fdopen", "fchmod", "fsync", "replace", "close")


def test_a_disk_that_fails_at_any_step_leaves_the_old_file_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each call of the system fails in turn: the error names the file, no file is torn, and nothing lies beside it."""
    file = tmp_path / "folder" / "a.md"
    file.parent.mkdir()
    outcomes = []
    for number in itertools.count(1):
        file.write_text("old")
        count = itertools.count(1)
        failed: list[str] = []
        refused = ""
        with monkeypatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, _failing(name, number, count, failed))
            try:
                write_whole(file, "new")
            except WriteError as error:
                refused = str(error)
        assert file.read_text() == ("old" if refused else "new"), failed
        # Python 3.14 takes a folder that cannot be looked at for something else that stands in its place.
        told = "File exists" if failed == ["stat"] else "Input/output error"
        assert not refused or refused.startswith(
            (f"{file}: not written: Input/output error", f"{file}: not written: {told}")
        )
        assert [path.name for path in file.parent.iterdir()] == ["a.md"], failed
        if not failed:
            break
        outcomes.append((failed[0], bool(refused)))
    assert {("open", True), ("fchmod", True), ("fsync", True), ("replace", True)} <= set(outcomes)
    # The file is in its place: that its folder cannot be flushed is no reason to say otherwise.
    assert outcomes[-1] == ("close", False)


def _failing(name: str, number: int, count: Iterator[int], failed: list[str]) -> Callable[..., object]:
    """Give a function of `os` that fails if it is the call of that number; a descriptor that fails to close is closed."""
    function: Callable[..., object] = getattr(os, name)

    def call(*arguments: object, **options: object) -> object:
        if next(count) != number:
            return function(*arguments, **options)
        failed.append(name)
        if name == "close":
            function(*arguments)
        raise OSError(errno.EIO, "Input/output error")

    return call


ENDS = """
import itertools, os, sys
from pathlib import Path
from briefgen.files.atomic import clean_stale, write_whole
path, seen = Path(sys.argv[1]), set()
def ending(name, number, count):
    function = getattr(os, name)
    def call(*arguments, **options):
        if next(count) == number:
            os._exit(9)
        return function(*arguments, **options)
    setattr(os, name, call)
for number in itertools.count(1):
    path.write_text("old")
    child = os.fork()
    if child == 0:
        count = itertools.count(1)
        for name in sys.argv[2:]:
            ending(name, number, count)
        write_whole(path, "new")
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    seen.add((path.read_text(), len(os.listdir(path.parent))))
    clean_stale(path.parent)
    assert os.listdir(path.parent) == [path.name], number
    if ended == 0:
        break
print(number - 1, sorted(seen))
"""


def test_a_process_that_ends_at_any_step_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    """As power that goes between two calls of the system; what then lies beside is tidied up by the next run."""
    done = subprocess.run(
        [sys.executable, "-c", ENDS, str(tmp_path / "a.md"), *CALLS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    steps, seen = done.stdout.split(maxsplit=1)
    assert int(steps) >= 8
    assert seen.strip() == "[('new', 1), ('old', 1), ('old', 2)]"


def test_a_full_disk_names_the_file_and_a_folder_without_room_is_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“No space left” comes as late as the flush to the disk: the old file stays, and the half-written one goes."""
    file = tmp_path / "a.md"
    file.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        WriteError, match=r"a\.md: not written: No space left on device; what was there before is whole"
    ):
        write_whole(file, "new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.md", "old")]
