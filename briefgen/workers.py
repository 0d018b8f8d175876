"""Tasks -> their results in the same order, worked out by several processes.

The standard library's pool cannot say which task killed a process, and gives up on all the others; here a death costs one
task. Processes are spawned, never forked: the same on Linux, macOS and Windows, and whatever threads this process has.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections import deque
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from briefgen.errors import BriefgenError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_HANDED_OUT = 2
"""Tasks that a process holds: the one it works on and the next, so that it need not wait for us."""
_AHEAD = 4
"""Results for each process that may wait for one before them: what bounds memory where one task takes very long."""
_SECONDS_TO_END = 5.0

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Died:
    """What stands for the result of a task whose process ended before it had one."""

    exit_code: int | None
    """Negative: the signal that ended it, 9 being what the system sends where memory runs out."""


class WorkersError(BriefgenError):
    """No process can be started on this machine; what was finished is written."""


def cores() -> int:
    """Count the processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def in_order(
    function: Callable[[Task], Result], tasks: Sequence[Task], processes: int
) -> Generator[Result | Died, None, None]:
    """Work on tasks in several processes.

    Args:
        function: Takes a task and gives its result; both, and the function, can be pickled. An exception in it ends its
            process.
        tasks: In the order in which the results are wanted.
        processes: How many to start, at least one.

    Yields:
        The result of each task in the order of the tasks, `Died` for one whose process ended. Closing the iterator, as an
        exception or Ctrl-C in the caller does, ends the processes.

    Raises:
        WorkersError: A process ended before it could take a task.
    """
    pool = _Pool(function, tasks)
    try:
        for _ in range(processes):
            pool.start()
        for number in range(len(tasks)):
            while number not in pool.done:
                pool.hand_out(up_to=number + _AHEAD * processes)
                pool.collect()
            pool.hand_out(up_to=number + 1 + _AHEAD * processes)  # so that nobody waits while the caller works
            yield pool.done.pop(number)
    finally:
        pool.end()


@dataclass(eq=False, slots=True)
class _Worker:
    """A process, our end of the pipe to it, and what it was given."""

    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    holds: deque[int] = field(default_factory=deque)
    """Numbers of tasks in the order they were sent; the first is the one it works on."""


class _Pool(Generic[Task, Result]):
    """The processes, the tasks not yet handed out, and the results not yet asked for."""

    def __init__(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> None:
        self.done: dict[int, Result | Died] = {}
        self._function = function
        self._tasks = tasks
        self._left = deque(range(len(tasks)))
        self._workers: list[_Worker] = []
        self._context = multiprocessing.get_context("spawn")

    def start(self) -> None:
        """Start a process."""
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(self._function, theirs), daemon=True)
        with theirs, _without_interrupts():
            process.start()
        self._workers.append(_Worker(process, ours))

    def hand_out(self, up_to: int) -> None:
        """Give the next tasks to whoever holds fewest, none whose number is higher than the given one."""
        for held in range(_HANDED_OUT):
            for worker in self._workers:
                if len(worker.holds) <= held and self._left and self._left[0] <= up_to:
                    number = self._left.popleft()
                    worker.holds.append(number)
                    with contextlib.suppress(OSError):  # it has died: collecting finds out
                        worker.pipe.send(self._tasks[number])

    def collect(self) -> None:
        """Wait until a process has something to say, and take it."""
        pipes = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(pipes)):
            worker = pipes[pipe]  # type: ignore[index]  # what was waited for is what was given
            try:
                said = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
            else:
                if worker.ready:
                    self.done[worker.holds.popleft()] = said
                worker.ready = True

    def _bury(self, worker: _Worker) -> None:
        """Note the task that a process died of, take back the one it had not begun, and start another process."""
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        exit_code = worker.process.exitcode
        worker.process.close()
        if not worker.ready:
            raise WorkersError(f"--jobs: a process could not be started (exit code {exit_code}); draft with --jobs 1")
        if worker.holds:
            self.done[worker.holds.popleft()] = Died(exit_code)
        self._left.extendleft(reversed(worker.holds))
        if self._left:
            self.start()

    def end(self) -> None:
        """End every process; one in the middle of a task leaves it."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_SECONDS_TO_END)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
            worker.process.close()
        self._workers.clear()


def _work(function: Callable[[Any], Any], pipe: Connection) -> None:
    """Say that we are there, then take tasks and give results until nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to every process of a terminal; the first one ends us
    result = None
    while True:
        try:
            pipe.send(result)
            task = pipe.recv()
        except (EOFError, OSError):
            return
        result = function(task)


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Keep Ctrl-C from a process that is starting, which would print a traceback; ours comes right behind."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it is started with the first process, and lets interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # a child inherits what is blocked
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
