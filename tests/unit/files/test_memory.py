"""What was saved is read again, and nothing else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import SeedError
from briefgen.files.memory import Memory, recalled

if TYPE_CHECKING:
    from pathlib import Path

LONG_AGO = (1_000_000_000, 1_000_000_000)


class Reading:
    """Reads a file and counts how often."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.times = 0

    def __call__(self) -> tuple[str, ...]:
        """Read."""
        self.times += 1
        return tuple(self.path.read_text(encoding="utf-8").split())


@pytest.mark.parametrize("times", [None, LONG_AGO], ids=["just saved", "saved long ago"])
def test_an_unchanged_file_is_read_once(tmp_path: Path, times: tuple[int, int] | None) -> None:
    """The very object is given again."""
    file = tmp_path / "a.txt"
    file.write_text("one two", encoding="utf-8")
    os.utime(file, times)
    memory, read = Memory(), Reading(file)
    first = memory.recall(file, read)
    assert memory.recall(file, read) is first
    assert read.times == 1


def test_a_change_that_leaves_size_and_times_is_seen(tmp_path: Path) -> None:
    """Two saves within one time stamp are told apart by their bytes."""
    file = tmp_path / "a.txt"
    file.write_text("one", encoding="utf-8")
    stamps = file.stat()
    memory, read = Memory(), Reading(file)
    memory.recall(file, read)
    with file.open("r+", encoding="utf-8") as same_file:
        same_file.write("two")
    os.utime(file, ns=(stamps.st_atime_ns, stamps.st_mtime_ns))
    assert memory.recall(file, read) == ("two",)


def test_a_file_that_says_the_same_gives_the_same_object(tmp_path: Path) -> None:
    """Saved with other white space it is read again, and compares equal at no cost."""
    file = tmp_path / "a.txt"
    file.write_text("one two", encoding="utf-8")
    memory, read = Memory(), Reading(file)
    first = memory.recall(file, read)
    file.write_text("one   two", encoding="utf-8")
    assert memory.recall(file, read) is first
    assert read.times == 2


def test_a_mistake_is_told_each_time(tmp_path: Path) -> None:
    """What cannot be read is remembered by nobody, and a file that is gone holds nothing."""
    file = tmp_path / "a.txt"
    file.write_text("one", encoding="utf-8")
    memory = Memory()

    def refuse() -> str:
        raise SeedError("no")

    memory.recall(file, Reading(file))
    file.write_text("another", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(SeedError):
            memory.recall(file, refuse)
    file.unlink()
    assert memory.recall(file, lambda: "nothing") == "nothing"
    assert recalled(None, file, lambda: "anew") == "anew"
