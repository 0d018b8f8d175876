"""The cache on the disk: what was kept comes back, anything else is as if nothing had been kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from briefgen.files.cache import Cache, key_of
from briefgen.files.cache_key import secret_key

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _own_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the secret of the tests out of the home of whoever runs them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))


def _filled(folder: Path, **entries: bytes) -> None:
    cache = Cache(folder, b"1")
    for key, data in entries.items():
        cache.put("text", key, data)
    cache.commit()


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    """Short and long, empty and binary, under its own kind and key."""
    entries = {"a": b"", "b": b"short", "c": bytes(range(256)) * 400}
    _filled(tmp_path / "c", **entries)
    cache = Cache(tmp_path / "c", b"1")
    assert {key: cache.get("text", key) for key in entries} == entries
    assert cache.get("other", "a") is None
    assert cache.get("text", "d") is None


def test_nothing_is_there_before_commit(tmp_path: Path) -> None:
    """A build that is stopped leaves the cache as it was, and no file of its own."""
    _filled(tmp_path / "c", a=b"one")
    before = sorted((tmp_path / "c").iterdir())
    cache = Cache(tmp_path / "c", b"1")
    cache.put("text", "b", b"two")
    cache.close()
    assert sorted((tmp_path / "c").iterdir()) == before
    assert Cache(tmp_path / "c", b"1").get("text", "b") is None


def test_another_version_takes_nothing(tmp_path: Path) -> None:
    """What another program kept may mean something else."""
    _filled(tmp_path / "c", a=b"one")
    assert Cache(tmp_path / "c", b"2").get("text", "a") is None


def test_what_no_build_asks_for_is_dropped(tmp_path: Path) -> None:
    """The folder does not grow: a build leaves at most as much of no use as it used, or a megabyte."""
    folder = tmp_path / "c"
    for number in range(30):
        cache = Cache(folder, b"1")
        assert cache.get("text", "kept") == (b"kept" if number else None)
        if not number:
            cache.put("text", "kept", b"kept")
        cache.put("text", f"once {number}", os.urandom(200_000))
        cache.commit()
    assert sum(path.stat().st_size for path in folder.iterdir()) < 2_500_000
    assert len(list(folder.iterdir())) <= 9
    assert Cache(folder, b"1").get("text", "kept") == b"kept"
    assert Cache(folder, b"1").get("text", "once 3") is None


@pytest.mark.parametrize("at", range(0, 700, 7))
def test_damage_is_an_entry_that_is_not_there(tmp_path: Path, at: int) -> None:
    """Wherever a byte is another one, an entry is whole or missing, and the build goes on."""
    folder = tmp_path / "c"
    entries = {str(number): os.urandom(100) for number in range(5)}
    _filled(folder, **entries)
    (pack,) = folder.iterdir()
    data = bytearray(pack.read_bytes())
    data[at % len(data)] ^= 1
    pack.write_bytes(data)
    cache = Cache(folder, b"1")
    assert all(cache.get("text", key) in (value, None) for key, value in entries.items())
    cache.commit()


@pytest.mark.parametrize("length", [0, 1, 17, 40, 300])
def test_a_file_cut_short_is_no_error(tmp_path: Path, length: int) -> None:
    """As a full disk or a killed program leaves it; the next build removes it."""
    folder = tmp_path / "c"
    _filled(folder, a=b"one" * 200)
    (pack,) = folder.iterdir()
    pack.write_bytes(pack.read_bytes()[:length] if length < 300 else os.urandom(length))
    cache = Cache(folder, b"1")
    assert cache.get("text", "a") is None
    cache.put("text", "a", b"two")
    cache.commit()
    assert not pack.exists()
    assert Cache(folder, b"1").get("text", "a") == b"two"


def test_a_planted_cache_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever sends a cache along in a repository does not know this user's secret."""
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("XDG_CACHE_HOME", str(tmp_path / "attacker"))
        _filled(tmp_path / "c", a=b"<script>")
    assert Cache(tmp_path / "c", b"1").get("text", "a") is None


def test_a_secret_that_git_could_have_brought_is_not_taken(tmp_path: Path) -> None:
    """Git gives files 644 or 755: such a secret is somebody else's, and another one is made."""
    own = secret_key()
    place = tmp_path / "user/briefgen/key"
    assert own == place.read_bytes()
    place.chmod(0o644)
    made = secret_key()
    assert made is not None
    assert made != own
    assert place.stat().st_mode & 0o777 == 0o600


def test_a_linked_secret_is_not_taken(tmp_path: Path) -> None:
    """A link may lead to a file whose bytes somebody knows."""
    known = tmp_path / "known"
    known.write_bytes(b"0" * 32)
    known.chmod(0o600)
    (tmp_path / "user/briefgen").mkdir(parents=True)
    (tmp_path / "user/briefgen/key").symlink_to(known)
    assert secret_key() not in (None, b"0" * 32)


def test_without_a_place_for_the_secret_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build on a machine without a home is slower, and right."""
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    _filled(tmp_path / "c", a=b"one")
    assert not (tmp_path / "c").exists()


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    """A file in its place, say: no error reaches the build."""
    (tmp_path / "c").write_bytes(b"")
    _filled(tmp_path / "c", a=b"one")
    assert Cache(tmp_path / "c", b"1").get("text", "a") is None


def test_keys_tell_their_parts_apart() -> None:
    """Parts do not run into each other, and text is not bytes; the order of a dict does not count."""
    keys = [key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of(b"abc"), key_of(("abc",)), key_of(None)]
    assert len(set(keys)) == len(keys)
    assert key_of({"a": 1, "b": 2}) == key_of({"b": 2, "a": 1})
