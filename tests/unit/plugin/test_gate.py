"""Requests wait until what they ask for is up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from briefgen.plugin.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from briefgen.plugin.preview import Preview


class _Preview:
    """Notes what is asked for."""

    def __init__(self) -> None:
        self.generation = 0
        self.asked: list[str] = []
        self.instead: str | None = None

    def prepare(self, address: str) -> str | None:
        self.asked.append(address)
        return self.instead


class _Closing(list[bytes]):
    """An answer that notes whether it was closed."""

    closed = False

    def close(self) -> None:
        self.closed = True


def _ask(path: str, preview: _Preview, served: Callable[[str], Iterable[bytes]]) -> tuple[list[str], Iterable[bytes]]:
    """Ask for a path; gives the statuses that were told, and the answer."""
    told: list[str] = []

    def inner(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        start_response(f"200 {environ['PATH_INFO']}", [])
        return served(environ["PATH_INFO"])

    def start_response(status: str, _headers: list[tuple[str, str]]) -> Callable[[bytes], object]:
        told.append(status)
        return lambda _: None

    gate = Gate(inner, cast("Preview", preview), "/desk/")
    return told, gate({"PATH_INFO": path}, cast("StartResponse", start_response))


def test_the_file_of_a_path_is_prepared() -> None:
    """A folder is its page; without its slash it may be a file or a folder; nothing leads out of the site."""
    for path, asked in {
        "/desk/": ["index.html"],
        "/desk/a/": ["a/index.html"],
        "/desk/a.css": ["a.css"],
        "/desk/a": ["a", "a/index.html"],
        "/desk/../../x.html": ["x.html"],
        "/livereload/1/2": [],
        "/elsewhere": [],
    }.items():
        preview = _Preview()
        told, _ = _ask(path, preview, lambda _: [b""])
        assert preview.asked == asked, path
        assert told == [f"200 {path}"]


def test_another_file_is_served_in_its_place() -> None:
    """While there are errors their page stands for every other."""
    preview = _Preview()
    preview.instead = ".errors/a b/index.html"
    told, _ = _ask("/desk/a/", preview, lambda _: [b""])
    assert told == ["200 /desk/.errors/a b/index.html"]


def test_an_answer_that_was_overtaken_is_thrown_away() -> None:
    """Where something was saved while the answer was made, it is made again, and the first one is told to nobody."""
    preview = _Preview()
    answers = [_Closing([b"old"]), _Closing([b"new"])]

    def served(_path: str) -> Iterable[bytes]:
        if not preview.generation:
            preview.generation = 1
            return answers[0]
        return answers[1]

    told, answer = _ask("/desk/", preview, served)
    assert answer is answers[1]
    assert [one.closed for one in answers] == [True, False]
    assert told == ["200 /desk/"]
