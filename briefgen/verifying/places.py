"""An address as it stands in a file of a built site -> the file of the site that it leads to, or why it leads to none."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Collection

Way = Literal["file", "missing", "outside", "beside", "foreign", "script", "other"]

# Browsers trim controls and spaces, and drop tabs and line ends wherever they stand.
_EDGES = "".join(map(chr, range(0x21)))
_DROPPED = re.compile(r"[\t\r\n]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_WEB = frozenset(["http", "https"])
_ASKED = _WEB | {"ws", "wss", "ftp"}
"""Schemes of addresses on some host."""
_RUN = frozenset(["javascript", "vbscript", "data"])
_INDEX = "index.html"
LOST = "404.html"
"""The page that is shown at every address that there is not."""


class Target(NamedTuple):
    """Where an address leads."""

    way: Way
    path: str
    """The file of the site, from its root; for `missing` the one that there is not, for another host or another site on the
    same the whole address."""
    fragment: str = ""
    """What stands behind the `#`, as written."""


class Places:
    """The files of a site and the address that it stands at."""

    def __init__(self, files: Collection[str], site_url: str | None) -> None:
        """Take the paths of all files from the site's root, and the site's address where it is known."""
        self.files = frozenset(files)
        parts = urlsplit(site_url or "")
        self._host = _host(parts.scheme, parts.netloc) if parts.scheme.lower() in _WEB else ""
        self.base = "/" + "".join(f"{name}/" for name in parts.path.split("/") if name) if self._host else "/"
        """The path of the site's root, with a slash at both ends."""
        self.url = f"{parts.scheme}://{parts.netloc}{self.base}" if self._host else ""
        """The site's address; empty where it is not known."""

    def target(self, address: str, here: str, base: str = "") -> Target:
        """Give where an address leads.

        Args:
            address: As it stands in the file, its character references read.
            here: The file that it stands in, from the site's root.
            base: What the page's `<base>` says, where it has one.
        """
        address = _DROPPED.sub("", address.strip(_EDGES))
        if base and not address.startswith("#"):
            within = self._target(_DROPPED.sub("", base.strip(_EDGES)), here)
            if within.way not in {"file", "missing"} and not _SCHEME.match(address) and not address.startswith("/"):
                return Target(within.way, within.path)
            here = within.path if within.way in {"file", "missing"} else here
        return self._target(address, here)

    def is_from_root(self, address: str) -> bool:
        """Tell whether an address leads to the same place from everywhere."""
        address = address.strip(_EDGES)
        return address.startswith(("/", "\\", "#")) or not address or bool(_SCHEME.match(address))

    def _target(self, address: str, here: str) -> Target:
        address, _, fragment = address.partition("#")
        address = address.partition("?")[0]
        if not address:
            return Target("file", here, fragment)
        scheme = _SCHEME.match(address)
        if scheme is not None:
            name = scheme[1].lower()
            if name in _RUN:
                return Target("script", name)
            if name == "webcal":
                address, name = f"https:{address[7:]}", "https"
            if name not in _ASKED:
                return Target("other", address)
            return self._on_host(address, fragment)
        address = address.replace("\\", "/")
        if address.startswith("//"):
            return self._on_host(f"{self.url.partition(':')[0] or 'https'}:{address}", fragment)
        return self._within(address, here, fragment)

    def _on_host(self, address: str, fragment: str) -> Target:
        whole = f"{address}#{fragment}" if fragment else address
        try:
            parts = urlsplit(address.replace("\\", "/"))
        except ValueError:
            return Target("foreign", whole)
        if not self._host or _host(parts.scheme, parts.netloc) != self._host:
            return Target("foreign", whole)
        path = parts.path or "/"
        # Another site may stand on the same host, above this one.
        if not f"{path}/".startswith(self.base):
            return Target("beside", whole)
        return self._within(path, "", fragment)

    def _within(self, path: str, here: str, fragment: str) -> Target:
        names: list[str]
        if path.startswith("/"):
            if not f"{path}/".startswith(self.base):
                return Target("outside", path)
            path = path[len(self.base) :]
            names = []
        else:
            names = here.split("/")[:-1]
        found = _walked(tuple(names), path)
        if found is None:
            return Target("outside", path)
        file = self._file(found)
        return Target("missing", found) if file is None else Target("file", file, fragment)

    def _file(self, path: str) -> str | None:
        if not path or path.endswith("/"):
            path += _INDEX
        if path in self.files:
            return path
        inner = f"{path}/{_INDEX}"  # hosts lead on from a folder's name to the folder
        return inner if inner in self.files else None

    def near(self, path: str) -> str | None:
        """Give the file whose name differs from a path in upper and lower case alone; None where there is none."""
        for name in (path, f"{path.rstrip('/')}/{_INDEX}".lstrip("/")):
            if found := self._by_lower.get(name.lower()):
                return found
        return None

    @cached_property
    def _by_lower(self) -> dict[str, str]:
        return {path.lower(): path for path in sorted(self.files)}


@lru_cache(maxsize=4096)
def _walked(names: tuple[str, ...], path: str) -> str | None:
    """Give the path from the site's root; None where it leads above it. What is a folder keeps its slash."""
    walked = list(names)
    steps = path.split("/")
    for step in steps:
        # Browsers read `%2e` as a full stop before they walk; a slash that is written so stays part of a name.
        plain = step.replace("%2e", ".").replace("%2E", ".") if "%" in step else step
        if plain == "..":
            if not walked:
                return None
            walked.pop()
        elif plain not in {"", "."}:
            walked.append(unquote(step) if "%" in step else step)
    folder = steps[-1] in {"", ".", ".."}
    return "/".join(walked) + ("/" if folder and walked else "")


@lru_cache(maxsize=1024)
def _host(scheme: str, netloc: str) -> str:
    """Give a host for comparing: without user and default port; http and https are one site."""
    host = netloc.rpartition("@")[2].lower()
    port = {"http": ":80", "https": ":443", "ws": ":80", "wss": ":443"}.get(scheme.lower(), "")
    # A full stop at the end says that the name is whole: it is the same host.
    return (host.removesuffix(port) if port else host).removesuffix(".")
