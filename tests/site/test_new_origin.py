"""What a new site installs briefgen from: the same as this copy was, with no path, password or index of this machine."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from importlib.metadata import Distribution, version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pip._vendor.packaging.requirements import Requirement

from briefgen.starting.origin import Origin, origin, origin_of
from briefgen.starting.site_files import LOCK, readme, site_files
from briefgen.starting.wishes import Wishes

if TYPE_CHECKING:
    from os import PathLike

COMMIT = "0123456789abcdef0123456789abcdef01234567"
HASH = "a" * 64
FOLDER = ["--no-index", "--find-links wheels", "briefgen==1.2.3"]


class Installed(Distribution):
    """A briefgen that an installer left this record of."""

    def __init__(self, record: object) -> None:
        """Take what `direct_url.json` holds; None where there is none."""
        self._record = record if record is None or isinstance(record, str) else json.dumps(record)

    def read_text(self, filename: str) -> str | None:
        """Give a file of the record."""
        return {"METADATA": "Name: briefgen\nVersion: 1.2.3\n", "direct_url.json": self._record}.get(filename)

    def locate_file(self, path: str | PathLike[str]) -> Path:
        """Give a place, which nothing asks for."""
        return Path(path)


def of(record: object) -> Origin:
    """Give what a site installs from, of a copy with this record."""
    return origin_of(Installed(record))


def lines(found: Origin) -> list[str]:
    """Give what pip reads: comments are none of it."""
    return [line for line in found.requirement.splitlines() if not line.startswith("#")]


def test_from_an_index_its_version_is_named() -> None:
    """Which index it was is nobody's business."""
    found = of(None)
    assert lines(found) == ["briefgen==1.2.3"]
    assert found.complete
    assert found.wheel is None


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("https://github.com/desk/briefgen.git", f"briefgen @ git+https://github.com/desk/briefgen.git@{COMMIT}"),
        ("ssh://git@github.com/desk/briefgen", f"briefgen @ git+ssh://git@github.com/desk/briefgen@{COMMIT}"),
    ],
)
def test_from_a_repository_its_commit_is_named(url: str, line: str) -> None:
    """The commit that was installed, whatever branch was asked for."""
    found = of({"url": url, "vcs_info": {"vcs": "git", "requested_revision": "main", "commit_id": COMMIT}})
    assert lines(found) == [line]
    assert Requirement(line).url
    assert found.complete


def test_from_an_address_its_hash_is_named() -> None:
    """In the form that pip holds the file against; the older form of the record is understood as well."""
    url = "https://github.com/desk/briefgen/releases/download/v1/briefgen-1.2.3-py3-none-any.whl"
    for info in ({"hashes": {"sha256": HASH}}, {"hash": f"sha256={HASH}"}):
        assert lines(of({"url": url, "archive_info": info})) == [f"briefgen @ {url} --hash=sha256:{HASH}"]


@pytest.mark.parametrize("name", ["wheels here", "häfen"])
def test_from_a_wheel_at_hand_the_wheel_comes_along(name: str, tmp_path: Path) -> None:
    """Its bytes lie in the site and their hash is named; no index is asked.

    pip keeps a record of it, so that a site begun or renewed with what this one installed does not take the name from an index.
    """
    wheel = tmp_path / name / "briefgen-1.2.3-py3-none-any.whl"
    wheel.parent.mkdir()
    wheel.write_bytes(b"a wheel")
    digest = sha256(b"a wheel").hexdigest()
    found = of({"url": wheel.as_uri(), "archive_info": {"hashes": {"sha256": digest}}})
    assert lines(found) == [f"./wheels/briefgen-1.2.3-py3-none-any.whl --hash=sha256:{digest}"]
    files = site_files(Wishes(name="X", example=False), found)
    assert files["wheels/briefgen-1.2.3-py3-none-any.whl"] == b"a wheel"
    assert str(tmp_path).encode() not in b"".join(files.values())
    wheel.write_bytes(b"another wheel")
    assert not of({"url": wheel.as_uri(), "archive_info": {"hashes": {"sha256": digest}}}).complete


@pytest.mark.parametrize(
    "record",
    [
        {"url": "file:///home/ada/briefgen", "dir_info": {"editable": True}},
        {"url": "file:///home/ada/briefgen", "dir_info": {}},
        {"url": "file:///home/ada/briefgen-1.2.3-py3-none-any.whl", "archive_info": {"hashes": {"sha256": HASH}}},
        {"url": "file:///etc/passwd", "archive_info": {"hashes": {"sha256": HASH}}},
        {"url": "file:///home/ada/briefgen", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        {"url": "https://ada:secret@home.example/b.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        {"url": "https://home.example/ada/b.git", "vcs_info": {"vcs": "git", "commit_id": "main"}},
        {"url": "https://home.example/ada/b.git", "vcs_info": {"vcs": "hg", "commit_id": COMMIT}},
        {"url": "https://home.example/ada/b.whl?token=secret", "archive_info": {"hashes": {"sha256": HASH}}},
        {"url": "https://home.example/ada/b.whl\nmore", "archive_info": {"hashes": {"sha256": HASH}}},
        {"url": "https://home.example/ada/b.whl", "archive_info": {}},
        {"url": "https://home.example/ada/b.whl", "archive_info": {"hashes": {"sha256": "x --hash=sha256:y"}}},
        {"url": "http://home.example/ada/b.whl", "archive_info": {"hashes": {"sha256": HASH}}},
        {"url": 7, "vcs_info": []},
        {"archive_info": {}},
        [],
        "{",
    ],
    ids=str,
)
def test_from_anywhere_else_it_is_said_what_is_missing(record: object) -> None:
    """A folder of somebody's machine, an address with a secret, a broken record: none of it gets into the site."""
    found = of(record)
    assert lines(found) == FOLDER
    assert not found.complete
    assert not any(word in found.requirement for word in ("ada", "secret", "home.example", "passwd"))
    assert "wheels" in readme(Wishes(name="X"), ()).decode().split("## Add")[0]
    assert "wheels/.gitkeep" in site_files(Wishes(name="X", example=False), found)


def test_this_copy_says_what_it_is() -> None:
    """Of the installation that runs the tests: its version or its commit, and the lock that it was tested with."""
    found = origin()
    assert re.search(
        rf"(?m)^(\./wheels/)?briefgen(==|-){re.escape(version('briefgen'))}|^briefgen @ ", found.requirement
    )
    lock = (Path(__file__).parents[2] / LOCK).read_bytes()
    assert site_files(Wishes(name="X", example=False), found)[LOCK].endswith(lock)
