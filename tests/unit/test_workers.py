"""Several processes give what one would, in the same order, and one that dies takes only its task along."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from typing import NoReturn

import pytest

from briefgen.workers import Died, WorkersError, cores, in_order


def doubled(number: int) -> int:
    """Work on a task; the early ones take longer, so that they are finished last."""
    time.sleep(0.05 if number < 3 else 0)
    return 2 * number


def fatal(number: int) -> int:
    """Work on a task; two of them end the process, as the system does where memory runs out."""
    if number in {1, 6}:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def interrupted(number: int) -> int:
    """Get what Ctrl-C sends to every process of a terminal."""
    os.kill(os.getpid(), signal.SIGINT)
    return number


def endless_after_the_first(number: int) -> int:
    """Never come to an end, but for the first task."""
    time.sleep(600 if number else 0)
    return number


class Unwelcome:
    """A function that cannot be unpickled where it is needed."""

    def __call__(self, number: int) -> int:
        """Is never reached."""
        return number

    def __reduce__(self) -> tuple[object, tuple[()]]:
        """Fail on the other side."""
        return _refuse, ()


def _refuse() -> NoReturn:
    os._exit(7)


def test_results_come_in_the_order_of_the_tasks() -> None:
    """Whoever finishes first waits."""
    assert list(in_order(doubled, range(20), 2)) == [2 * number for number in range(20)]


def test_no_task_no_result() -> None:
    """Nothing hangs."""
    assert list(in_order(doubled, [], 2)) == []


def test_a_process_that_dies_takes_only_its_task_along() -> None:
    """What it had not begun is done by another; what it died of is known, with the signal."""
    found = list(in_order(fatal, range(8), 2))
    assert found == [0, Died(-9), 2, 3, 4, 5, Died(-9), 7]


def test_an_interrupt_does_not_reach_the_processes() -> None:
    """Ctrl-C is for the process that started them: it ends them."""
    assert list(in_order(interrupted, range(4), 2)) == [0, 1, 2, 3]


def test_closing_the_results_ends_the_processes_at_once() -> None:
    """As Ctrl-C and any exception in the caller do: nothing goes on behind our back."""
    started = time.monotonic()
    results = in_order(endless_after_the_first, range(9), 2)
    assert next(results) == 0
    results.close()
    assert time.monotonic() - started < 60
    assert multiprocessing.active_children() == []


def test_where_no_process_can_start_it_is_said() -> None:
    """Instead of starting one after the other for each task."""
    with pytest.raises(WorkersError, match=r"exit code 7\); draft with --jobs 1"):
        list(in_order(Unwelcome(), range(3), 2))


def test_there_is_a_core() -> None:
    """However it is counted."""
    assert cores() >= 1
