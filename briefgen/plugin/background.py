"""Threads beside a preview: one that builds what nobody has asked for yet, one that sees saves at once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.livereload import LiveReloadServer

    from briefgen.plugin.preview import Preview

_LOG = get_plugin_logger("briefgen")
_QUIET_SECONDS = 3.0
"""How long nothing is begun after a save: the browser asks for what it shows first, and the next save may follow."""
_TOGETHER_SECONDS = 0.02
"""How long the events of one save are gathered before the folders are looked through."""
_SAVING = frozenset(["created", "modified", "moved", "deleted", "closed"])
"""Events of reading are none of these: else reading the content would bring about the next reading."""


class Worker:
    """Builds what is left to do after a save, while nobody waits for anything."""

    def __init__(self, preview: Preview) -> None:
        """Begin; it ends with `end`, and with the process."""
        self._preview = preview
        self._saved = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="briefgen-pages", daemon=True)
        self._thread.start()

    def saved(self) -> None:
        """Note that something was saved."""
        self._saved.set()

    def end(self) -> None:
        """Stop, at the end of the page that is being built."""
        self._ended.set()
        self._saved.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._saved.wait()
            self._saved.clear()
            if self._ended.wait(_QUIET_SECONDS):
                return
            try:
                while not self._ended.is_set() and not self._saved.is_set() and self._preview.work():
                    pass
            except Exception:  # noqa: BLE001  # what MkDocs raises: it is shown where the page is asked for
                _LOG.exception("A page could not be built in the background")
                continue
            if self._preview.has_work and not self._ended.wait(0.05):
                self._saved.set()


class Wake(FileSystemEventHandler):
    """Has MkDocs look for saved files when the system tells of one, instead of half a second later.

    MkDocs looks every half a second and goes on doing so: it finds what was saved also where the system tells nothing, as on
    network drives.
    """

    def __init__(self, server: LiveReloadServer, folders: Iterable[str]) -> None:
        """Begin; it ends with `end`, and with the process."""
        self._server = server
        self._told = threading.Event()
        self._ended = False
        self._observer = Observer()
        for folder in folders:
            try:
                self._observer.schedule(self, folder, recursive=True)
            except OSError as error:  # the system watches no more folders for this user
                _LOG.debug("%s: not watched: %s", folder, error)
        try:
            self._observer.start()
        except OSError as error:
            _LOG.debug("not watching: %s", error)
            self._ended = True
            return
        self._thread = threading.Thread(target=self._run, name="briefgen-wake", daemon=True)
        self._thread.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note that something may have been saved."""
        if event.event_type in _SAVING and not event.is_directory:
            self._told.set()

    def end(self) -> None:
        """Stop."""
        if not self._ended:
            self._ended = True
            self._told.set()
            self._observer.stop()
            self._observer.join()
            self._thread.join()

    def _run(self) -> None:
        pause = threading.Event()
        while not self._ended:
            self._told.wait()
            pause.wait(_TOGETHER_SECONDS)
            self._told.clear()
            for emitter in list(self._server.observer.emitters):
                if emitter.is_alive() and not self._ended:
                    emitter.queue_events(0)
