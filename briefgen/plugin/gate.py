"""A request to MkDocs' server -> the file it asks for, brought up to date first."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from briefgen.plugin.preview import Preview

    _Error = tuple[type[BaseException], BaseException, TracebackType] | tuple[None, None, None]

_PAGE = "index.html"


class Gate:
    """Stands before MkDocs' server: lets a request through when what it asks for is up to date."""

    def __init__(self, inner: WSGIApplication, preview: Preview, mount_path: str) -> None:
        """Take the server's own application, what keeps its files up to date, and the path at which the site begins."""
        self._inner = inner
        self._preview = preview
        self._mount_path = mount_path

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/") or not path.startswith(self._mount_path):
            return self._inner(environ, start_response)
        while True:
            generation = self._preview.generation
            served = self._served(path)
            answer = _Answer()
            result = self._inner(environ if served is None else environ | {"PATH_INFO": served}, answer)
            # The server waited for a rebuild in the meantime: the file may have become out of date after it was prepared.
            if self._preview.generation == generation:
                start_response(answer.status, answer.headers)
                return result
            if hasattr(result, "close"):
                result.close()

    def _served(self, path: str) -> str | None:
        """Bring the file of a path up to date; give another path to serve in its place, as the server has it, if any."""
        relative = path[len(self._mount_path) :]
        asked = posixpath.normpath("/" + relative + (_PAGE if path.endswith("/") else "")).lstrip("/")
        instead = self._preview.prepare(asked)
        if not path.endswith("/") and not posixpath.splitext(asked)[1]:
            # A folder without its slash: the server leads on to the page in it, if there is one.
            self._preview.prepare(f"{asked}/{_PAGE}")
        return None if instead is None else (self._mount_path + instead).encode("utf-8").decode("latin-1")


class _Answer:
    """Holds what an application wants to answer with until it is known to be right."""

    def __init__(self) -> None:
        self.status = ""
        self.headers: list[tuple[str, str]] = []

    def __call__(
        self,
        status: str,
        headers: list[tuple[str, str]],
        exc_info: _Error | None = None,  # noqa: ARG002  # WSGI's signature
        /,
    ) -> Callable[[bytes], object]:
        self.status, self.headers = status, headers
        return _no_writing


def _no_writing(_data: bytes) -> object:
    raise NotImplementedError("MkDocs' server gives its answers whole")
