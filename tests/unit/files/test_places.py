"""No path leads out of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.errors import BriefgenError, SeedError, SettingsError
from briefgen.files.places import inside

if TYPE_CHECKING:
    from pathlib import Path

OUTSIDE = (
    "",
    "..",
    "../x",
    "a/../../x",
    "a/..",
    "/etc/passwd",
    "//host/share",
    "\\\\host\\share",
    "..\\x",
    "a\\b",
    "C:/x",
    "c:x",
    "C:\\x",
    "a\0b",
    "x" * 300,
    "é" * 200,
)
# Odd, but names like any other on this system: they stay below the root.
INSIDE = (
    "a",
    "a/b.txt",
    ".",
    "./a",
    "~",
    "~root/x",
    "%2e%2e/x",
    "...",
    "con",
    "a.",
    "a ",
    "a/.b",
    "$HOME",
    "‥/x",
    "x" * 255,
)


@pytest.mark.parametrize("relative", OUTSIDE)
@pytest.mark.parametrize("error", [SettingsError, SeedError])
def test_a_way_out_is_refused(tmp_path: Path, relative: str, error: type[BriefgenError]) -> None:
    """The error is of the kind that was asked for, and safe to print."""
    with pytest.raises(error) as caught:
        inside(tmp_path, relative, error=error)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("relative", INSIDE)
def test_odd_names_stay_inside(tmp_path: Path, relative: str) -> None:
    """Nothing in a name is interpreted."""
    place = inside(tmp_path, relative)
    assert place.is_relative_to(tmp_path)
    assert place == tmp_path / relative


def test_links_may_not_lead_out(tmp_path: Path) -> None:
    """Links of folders and files, one behind the other, in a loop or into nothing."""
    root = tmp_path / "root"
    (root / "real").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (root / "out").symlink_to(tmp_path / "elsewhere")
    (root / "chain").symlink_to("out")
    (root / "nothing").symlink_to(tmp_path / "missing")
    (root / "loop").symlink_to("loop")
    (root / "in").symlink_to("real")
    for relative in ("out", "out/x", "chain/x", "nothing", "loop", "loop/x"):
        with pytest.raises(SettingsError):
            inside(root, relative)
    assert inside(root, "in/x") == root / "real" / "x"
    # The last name is not followed, so that the caller sees that it is a link.
    assert inside(root, "in").is_symlink()


def test_the_root_may_be_a_link(tmp_path: Path) -> None:
    """Where a site lies is its owner's affair."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert inside(tmp_path / "link", "a") == tmp_path / "real" / "a"
