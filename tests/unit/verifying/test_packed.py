"""What is packed in a file is found as far as it may safely be unpacked; what is not read is told."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from base64 import b64encode

import pytest

from briefgen.verifying import archives, verify
from briefgen.verifying.archives import Archive, is_archive
from briefgen.verifying.leaks import Kept, Sought
from briefgen.verifying.secrets import Told, told_words
from briefgen.verifying.verify import Grounds, Secrets, Verification
from briefgen.verifying.words import read_text

_TEXT = "The port authority wants every skipper to pay a third more."
_KEPT = Kept(
    texts=Sought([Told(briefing="harbour", field="summary", words=told_words(_TEXT), why="a draft")]),
    names={("briefings", "harbour"): "a draft"},
)


def _zip(files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packing) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return held.getvalue()


def _tar() -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name in ("a.txt", "b.txt"):
            entry = tarfile.TarInfo(name)
            entry.size = len(_TEXT)
            archive.addfile(entry, io.BytesIO(_TEXT.encode()))
    return held.getvalue()


def _found(path: str, data: bytes) -> list[tuple[str, str]]:
    """Give code and message of what is found in a file that leaves the site."""
    secrets = Secrets(on_pages=_KEPT, taken_away=_KEPT)
    verification = Verification(["index.html", path], Grounds(secrets=secrets, parts=frozenset(["leaks"])))
    verification.look(path, data)
    return [(one.code, one.message) for one in verification.problems()]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.zip", _zip({"x/a.txt": _TEXT.encode() * 50})),
        ("a.zip", _zip({"a.txt": _TEXT.encode("utf-16")}, zipfile.ZIP_STORED)),
        ("report.docx", _zip({"word/document.xml": f"<w:t>{_TEXT}</w:t>".encode()})),
        ("a.zip", _zip({"b.zip": _zip({"a.txt": _TEXT.encode()})})),
        ("a.tar", _tar()),
        ("a.tgz", gzip.compress(_tar())),
        ("a.tar.xz", lzma.compress(_tar())),
        ("a.tar.bz2", bz2.compress(_tar())),
        ("a.js", b"//# sourceMappingURL=data:application/json;charset=utf-8;base64," + b64encode(_TEXT.encode())),
        ("a.css", b"a { b: url('data:image/svg+xml;base64," + b64encode(f"<svg>{_TEXT}</svg>".encode()) + b"') }"),
        ("a.txt", _TEXT.encode("utf-32")),
        ("a.txt", _TEXT.encode("utf-32-le")),
        ("a.txt", _TEXT.encode("utf-16-be")),
        ("a.txt", "".join(chr(ord(sign) + 0xFEE0) if sign.isalpha() else sign for sign in _TEXT).encode()),
    ],
)
def test_a_text_is_found_in_what_packs_it(path: str, data: bytes) -> None:
    """Archives, archives in archives, addresses that hold their data, other encodings, letters of full width."""
    assert [code for code, _ in _found(path, data)] == ["leak-text"]


def test_a_leak_in_an_archive_is_told_with_its_file() -> None:
    """And so is an address, which the name of a file may hold."""
    found = _found("a.zip", _zip({"content/briefings/harbour.md": _TEXT.encode(), "b.txt": b"x"}))
    assert {code for code, _ in found} == {"leak-text", "leak-address"}
    assert all("content/briefings/harbour.md" in message for _, message in found)


def test_an_archive_is_unpacked_as_far_as_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb, too many files, a password, an unknown way of packing, half an archive: told, and the rest is read."""
    monkeypatch.setattr(archives, "MOST_IN_ARCHIVE", 10_000)
    monkeypatch.setattr(archives, "MOST_FILES", 5)
    bomb = Archive(_zip({"a.txt": b"a" * 6_000, "b.txt": b"b" * 60_000, "c.txt": b"c"}))
    assert [len(data) for _, data in bomb.files()] == [6_000, 4_000]
    assert bomb.cut
    many = Archive(_zip({f"{number}.txt": b"" for number in range(6)}))
    assert list(many.files()) == []
    assert many.cut
    other = Archive(_zip({"a.txt": _TEXT.encode()}, zipfile.ZIP_BZIP2))
    assert [data for _, data in other.files()] == [b""]
    assert other.cut
    whole = _zip({"a.txt": b"a", "b/": b"", "b/c.txt": b"c"})
    fine = Archive(whole)
    assert list(fine.files()) == [("a.txt", b"a"), ("b/c.txt", b"c")]
    assert not fine.cut
    assert [code for code, _ in _found("a.zip", whole[:-10])] == ["file-too-large"]
    assert not is_archive(b"PK is no archive")


def test_archives_in_archives_end_somewhere() -> None:
    """What is packed more deeply is read as it is, and told."""
    data = _TEXT.encode()
    for _ in range(8):
        data = _zip({"a.zip": data}, zipfile.ZIP_STORED)
    archive = Archive(data)
    paths = [path for path, _ in archive.files()]
    assert paths == ["a.zip", "a.zip/a.zip", "a.zip/a.zip/a.zip"]
    assert archive.cut


def test_packed_files_in_an_archive_have_one_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them alone may hold little: what is beyond is told, and not unpacked."""
    monkeypatch.setattr(verify, "MOST_UNPACKED", 10_000)
    packed = gzip.compress(_TEXT.encode() + b"a" * 6_000)
    assert [code for code, _ in _found("a.zip", _zip({"a.gz": packed}))] == ["leak-text"]
    late = _zip({"a.gz": gzip.compress(b"a" * 6_000), "b.gz": gzip.compress(b"a" * 6_000 + _TEXT.encode())})
    assert [code for code, _ in _found("a.zip", late)] == ["file-too-large"]


def test_an_archive_may_be_damaged_anywhere() -> None:
    """A name cut off to nothing, which Python 3.11 stumbles over, or any other byte: told or read, never a failure."""
    whole = _zip({"a.txt": b"a"})
    for at in range(len(whole)):
        list(Archive(whole[:at] + b"\0" + whole[at + 1 :]).files())


def test_a_broken_packed_file_is_read_as_it_is() -> None:
    """And told not to have been read whole."""
    for data in (b"BZh9" + b"x" * 40, b"\xfd7zXZ\0" + b"x" * 40, lzma.compress(b"x" * 400)[:60]):
        assert read_text(data, "a.xz").cut
    assert not read_text(b"data:text/plain;base64,A", "a.txt").cut
