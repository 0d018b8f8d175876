"""Two runs on one site wait for each other, and no death leaves a lock behind."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import LockError, SettingsError, WriteError
from briefgen.files.lock import locked
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

SITE = Settings()
HEAD = """
import sys, time
from pathlib import Path
from briefgen.files.atomic import write_whole
from briefgen.files.lock import locked
from briefgen.model.settings import Settings
root, site = Path(sys.argv[1]), Settings()
def say(word): print(word, flush=True)
"""
HOLDS = HEAD + "with locked(root, site): say('in'); sys.stdin.read()"
# Reading, waiting and writing: without a lock one of two such runs loses the line of the other.
ADDS = (
    HEAD
    + """
file = root / "content" / "briefings" / "lines.md"
for run in range(int(sys.argv[3])):
    with locked(root, site):
        text = file.read_text() if file.exists() else ""
        time.sleep(0.001)
        write_whole(file, text + f"{sys.argv[2]}.{run} " + "x" * 5_000 + "\\n")
"""
)


def _holder(root: Path) -> subprocess.Popen[str]:
    """Start a process that has the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "in\n"
    return process


def test_runs_side_by_side_lose_nothing(tmp_path: Path) -> None:
    """Eight processes, six runs each, all change one file: no line is lost, none is torn, nothing lies beside."""
    processes = [subprocess.Popen([sys.executable, "-c", ADDS, str(tmp_path), str(number), "6"]) for number in range(8)]
    assert [process.wait() for process in processes] == [0] * 8
    lines = (tmp_path / "content" / "briefings" / "lines.md").read_text().splitlines()
    assert sorted(line.split()[0] for line in lines) == [f"{number}.{run}" for number in range(8) for run in range(6)]
    assert {line.split()[1] for line in lines} == {"x" * 5_000}
    assert [path.name for path in (tmp_path / "content").iterdir()] == ["briefings"]


def test_who_waits_says_so_once_and_is_let_in(tmp_path: Path) -> None:
    """The line is printed before the wait; when the other run ends the body runs."""
    said: list[str] = []
    with _holder(tmp_path) as other:

        def waiting() -> None:
            said.append("waiting")
            assert other.stdin is not None
            other.stdin.close()

        with locked(tmp_path, SITE, waiting=waiting):
            said.append("in")
    assert said == ["waiting", "in"]


def test_a_run_that_does_not_end_is_named(tmp_path: Path) -> None:
    """After the time given up to waiting the error says what to do, and nothing was done."""
    with _holder(tmp_path) as other:
        with pytest.raises(LockError, match=r"^content: another run of briefgen .* stop it, then try again"):  # noqa: SIM117
            with locked(tmp_path, SITE, seconds=0.1):
                pytest.fail("two runs at once")
        assert other.stdin is not None
        other.stdin.close()
    with locked(tmp_path, SITE, seconds=0):
        pass


def test_a_killed_run_holds_nothing(tmp_path: Path) -> None:
    """However a run dies, the next one goes in at once, and there is no file to delete."""
    for how in (signal.SIGKILL, signal.SIGTERM):
        with _holder(tmp_path) as other:
            other.send_signal(how)
            other.wait()
        with locked(tmp_path, SITE, waiting=lambda: pytest.fail("a dead run is waited for"), seconds=0):
            pass
    assert list((tmp_path / "content").iterdir()) == []


def test_the_same_run_may_ask_again(tmp_path: Path) -> None:
    """A build that drafts inside of a preview does not wait for itself; only the outermost gives the lock back."""
    with locked(tmp_path, SITE):
        with locked(tmp_path, SITE, waiting=lambda: pytest.fail("it waits for itself"), seconds=0):
            pass
        assert not _free(tmp_path / "content")
    assert _free(tmp_path / "content")


def test_an_error_inside_gives_the_lock_back(tmp_path: Path) -> None:
    """Whatever the body raises."""
    with pytest.raises(ZeroDivisionError), locked(tmp_path, SITE):
        raise ZeroDivisionError
    assert _free(tmp_path / "content")


def test_another_thread_waits(tmp_path: Path) -> None:
    """A server's threads are kept apart as processes are."""
    seen: list[str] = []
    inside, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        with locked(tmp_path, SITE):
            inside.set()
            go_on.wait()
            seen.append("first")

    thread = threading.Thread(target=hold)
    thread.start()
    inside.wait()
    with pytest.raises(LockError), locked(tmp_path, SITE, seconds=0):
        pytest.fail("two threads at once")
    with locked(tmp_path, SITE, waiting=go_on.set):
        seen.append("second")
    thread.join()
    assert seen == ["first", "second"]


def test_a_forked_child_does_not_keep_the_lock(tmp_path: Path) -> None:
    """A child that lives on when its parent was killed holds nothing, and has not freed what its parent held."""
    forks = HEAD + ("import os\nwith locked(root, site):\n    if os.fork() == 0: say('in')\n    sys.stdin.read()\n")
    with subprocess.Popen(
        [sys.executable, "-c", forks, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        assert parent.stdin is not None
        assert parent.stdout.readline() == "in\n"
        assert not _free(tmp_path / "content")
        parent.kill()
        parent.wait()
        assert _free(tmp_path / "content")
        parent.stdin.close()  # the child ends
        assert parent.stdout.read() == ""


def test_a_folder_replaced_while_waiting_is_locked_anew(tmp_path: Path) -> None:
    """A lock on a folder that git has since replaced keeps nobody out: the one in its place is locked."""
    old = tmp_path / "old"
    with _holder(tmp_path) as other:

        def replace() -> None:
            (tmp_path / "content").rename(old)
            assert other.stdin is not None
            other.stdin.close()

        with locked(tmp_path, SITE, waiting=replace):
            assert (tmp_path / "content").is_dir()
            assert not _free(tmp_path / "content")
            assert _free(old)


def test_a_file_system_that_cannot_lock_is_worked_on_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor on an old network drive is not locked out; any other answer is an error of the program."""

    def refuse(*_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    done = []
    with locked(tmp_path, SITE):
        done.append(1)
    assert done == [1]


def test_a_place_that_cannot_be_locked_is_named(tmp_path: Path) -> None:
    """A file where the folder should be, and a folder out of the site."""
    (tmp_path / "content").write_text("a file")
    with pytest.raises(WriteError, match="content: cannot be locked"), locked(tmp_path, SITE):
        pytest.fail("no folder")
    with pytest.raises(SettingsError), locked(tmp_path, Settings(content="../elsewhere")):
        pytest.fail("out of the site")


def _free(folder: Path) -> bool:
    """Whether a stranger could lock the folder."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True
