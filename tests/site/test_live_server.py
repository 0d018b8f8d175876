"""`mkdocs serve` as a process, and a browser that shows a page of it: what is saved is seen without a reload by hand."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from typing import TYPE_CHECKING

from briefgen.files.front_matter_write import new_text
from tests.browser.chromium import chromium
from tests.site.building import write_site
from tests.site.test_build import every_field

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LONGEST = 60.0
"""Seconds until a test gives up; nothing is said about how fast anything is."""
BROKEN = "---\nid: a\ntitle: A\nsumary: x\n---\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A site that is being served."""

    root: Path
    port: int
    log: Path

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}/"

    def get(self, address: str) -> tuple[int, str]:
        """Ask for a file; gives the status and the text."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=_LONGEST)
        try:
            connection.request("GET", f"/{address}")
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8")
        finally:
            connection.close()

    def wait(self, address: str, word: str, *, there: bool = True) -> None:
        """Ask until a word is there, or until it is gone."""
        until = time.monotonic() + _LONGEST
        while (word in self.get(address)[1]) is not there:
            assert time.monotonic() < until, self.log.read_text(encoding="utf-8")
            time.sleep(0.05)


@contextlib.contextmanager
def served(root: Path, config: Path, program: str = "mkdocs") -> Iterator[Server]:
    """Serve a site until the test is done with it, with MkDocs or with a fork of it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    log = root.with_name("log.txt")
    command = [sys.executable, "-m", program, "serve", "-f", str(config), "-a", f"127.0.0.1:{port}"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=output,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
        )
        try:
            server = Server(root=root, port=port, log=log)
            until = time.monotonic() + _LONGEST
            while True:
                assert process.poll() is None, log.read_text(encoding="utf-8")
                assert time.monotonic() < until, log.read_text(encoding="utf-8")
                with contextlib.suppress(OSError):
                    server.get("")
                    break
                time.sleep(0.1)
            yield server
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0, log.read_text(encoding="utf-8")


def test_a_browser_shows_what_is_saved(tmp_path: Path) -> None:
    """A page that is open shows a saved front matter, then an error with its line, then the mended page; the server lives."""
    root = tmp_path / "site"
    good = new_text(replace(every_field("a", "first"), status="published"))
    config = write_site(root, {"a": good, "b": new_text(every_field("b", "other"))})
    file = root / "content/briefings/a.md"
    with served(root, config) as server, chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(_LONGEST * 1000)
        page.goto(f"{server.url}briefings/a/")
        shown = "word => document.body?.innerText.includes(word)"  # no body while the page is loaded anew
        page.wait_for_function(shown, arg="first takeaway")
        _save_beside(file, good.replace("first takeaway", "second takeaway"))
        page.wait_for_function(shown, arg="second takeaway")
        file.write_text(BROKEN, encoding="utf-8")
        page.wait_for_function(shown, arg="content/briefings/a.md:4:")
        assert "content/briefings/a.md:4:" in server.log.read_text(encoding="utf-8")
        assert "content/briefings/a.md" in server.get("watch/")[1].replace("&#47;", "/").replace("&#46;", ".")
        file.write_text(good.replace("first takeaway", "third takeaway"), encoding="utf-8")
        page.wait_for_function(shown, arg="third takeaway")


def test_listings_search_and_new_pages_follow(tmp_path: Path) -> None:
    """Lists, the search and a page that comes or goes are up to date when they are asked for."""
    root = tmp_path / "site"
    good = new_text(replace(every_field("a", "first"), status="published", title="Early title"))
    config = write_site(root, {"a": good})
    file = root / "content/briefings/a.md"
    with served(root, config) as server:
        _save_beside(file, good.replace("Early title", "Late title"))
        server.wait("briefings/a/", "Late title")
        for address in ("", "briefings/", "search/search_index.json", "feed.json", "briefings.json"):
            assert "Late title" in server.get(address)[1], address
        text = new_text(replace(every_field("b", "new"), title="New title"))
        added = file.with_name("b.md")
        added.write_text(text, encoding="utf-8")
        server.wait("briefings/", "New title")
        assert server.get("briefings/b/")[0] == 200
        assert server.get("briefings/b")[0] == 302
        added.unlink()
        server.wait("briefings/", "New title", there=False)
        assert server.get("briefings/b/")[0] == 404


def _save_beside(file: Path, text: str) -> None:
    """Save as many editors' programs do: write another file, then rename it."""
    beside = file.with_name(file.name + ".tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)
