"""Drafting in several processes, as a user meets it: the same files and the same words, whatever the number."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen import site_drafting
from briefgen.cli import main
from briefgen.site_drafting import FEWEST_FOR_A_PROCESS
from briefgen.workers import Died
from tests.benchmarks.articles import article
from tests.benchmarks.sites import write_configuration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from click.testing import Result

ENOUGH = 2 * FEWEST_FOR_A_PROCESS


def site(root: Path, count: int = ENOUGH) -> Path:
    """Make a site of short articles and one that cannot be read; gives its mkdocs.yml."""
    configuration = write_configuration(root)
    for number in range(count):
        head = "\n\n".join(article(number).split("\n\n")[:9])
        (root / "seeds" / f"story-{number:02}.md").write_text(head, encoding="utf-8")
    (root / "seeds" / "story-05b.txt").write_bytes(b"A story\0 with a NUL byte in it.\n")
    return configuration


def run(configuration: Path, *arguments: str) -> Result:
    """Run `briefgen draft` in this process."""
    return CliRunner().invoke(main, ["-f", str(configuration), "draft", *arguments])


def contents(configuration: Path) -> dict[str, bytes]:
    """Give every file below content/."""
    folder = configuration.parent / "content"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_any_number_of_jobs_writes_the_same_files_and_prints_the_same_lines(tmp_path: Path) -> None:
    """In the order of names; an article that is refused is named in its place, and the status is 1."""
    one, two = site(tmp_path / "one"), site(tmp_path / "two")
    alone, together = run(one, "--jobs", "1"), run(two, "--jobs", "2")
    assert together.stdout == alone.stdout
    assert together.stderr == alone.stderr
    assert together.exit_code == alone.exit_code == 1
    assert contents(two) == contents(one)
    assert len(contents(two)) == 2 * ENOUGH
    names = [line.partition(":")[0] for line in together.stdout.splitlines() if line.startswith("seeds/")]
    assert names == sorted(names)
    assert "story-05b.txt" in together.stderr


def test_few_articles_do_not_pay_for_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many jobs are asked for, and 0 asks for as many as there are cores."""

    def refuse(*_: object) -> None:
        raise AssertionError("started processes")

    monkeypatch.setattr(site_drafting, "in_order", refuse)
    assert "2 new briefings" in run(site(tmp_path, 2), "--jobs", "8").stdout
    assert "2 up to date" in run(tmp_path / "mkdocs.yml", "--jobs", "0").stdout


def test_a_process_that_dies_is_named_with_its_article_and_the_others_are_drafted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where memory runs out in the middle of one."""
    configuration = site(tmp_path)
    (tmp_path / "seeds" / "story-05b.txt").unlink()

    def with_a_death(function: Callable[[str], object], tasks: Sequence[str], processes: int) -> Iterator[object]:
        assert processes == 2
        for task in tasks:
            yield Died(-9) if task.endswith("03.md") else function(task)

    monkeypatch.setattr(site_drafting, "in_order", with_a_death)
    result = run(configuration, "--jobs", "2")
    assert result.exit_code == 1
    assert "seeds/story-03.md: not drafted: the process that drafted it ended (exit code -9)" in result.stderr
    assert f"{ENOUGH - 1} new briefings, 1 refused" in result.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_package_that_is_no_language_model_ends_with_status_2(tmp_path: Path, jobs: str) -> None:
    """It is found only when the first article is drafted, in whichever process; nothing is written."""
    configuration = site(tmp_path)
    (tmp_path / "seeds" / "story-05b.txt").unlink()
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(text.replace("[briefgen]", "[{briefgen: {language_model: click}}]"), encoding="utf-8")
    result = run(configuration, "--jobs", jobs)
    assert result.exit_code == 2
    assert "language_model: expected the name of an installed spaCy pipeline, found 'click'" in result.stderr
    assert contents(configuration) == {}


def test_interrupting_leaves_whole_files_and_no_process(tmp_path: Path) -> None:
    """Ctrl-C goes to every process of the terminal: no traceback, and the next run goes on where this one stopped."""
    configuration = site(tmp_path, 40)
    command = [sys.executable, "-m", "briefgen", "-f", str(configuration), "draft", "--jobs", "2"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    printed, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Every file is whole" in errors
    assert "Traceback" not in errors
    assert _is_gone(process.pid)
    written = [line for line in (first + printed).splitlines() if line.startswith("seeds/")]
    assert len(contents(configuration)) >= 2 * len(written) > 0
    assert not [name for name in contents(configuration) if name.endswith(".tmp")]
    named = [str(tmp_path / line.partition(":")[0]) for line in written]
    assert f"{len(written)} up to date" in run(configuration, *named).stdout


def _is_gone(group: int) -> bool:
    """Tell whether no process of a group runs, some time after the first has ended."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        if Path("/proc/self").exists() and all(_has_ended(member) for member in _members(group)):
            return True  # where nobody collects the ended ones
        time.sleep(0.1)
    return False


def _members(group: int) -> list[str]:
    """Give what the system tells of the processes of a group."""
    told = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            told.append(file.read_text(encoding="utf-8").rpartition(")")[2])
    return [one for one in told if one.split()[2] == str(group)]


def _has_ended(told: str) -> bool:
    return told.split(maxsplit=1)[0] in {"Z", "X"}
