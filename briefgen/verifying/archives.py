"""An archive's bytes -> the files in it, as many and as much of them as may safely be unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_IN_ARCHIVE = 32_000_000
"""Bytes that the files of an archive are unpacked to, all together; a bomb of 42 kB has 4 billion."""
MOST_FILES = 2_000
"""Files of an archive, with those of archives within it."""
_DEEPEST = 3
"""Archives within archives that are opened."""
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ENTRY = b"PK\x01\x02"
_READ = frozenset([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
"""Ways of packing whose unpacking takes no more memory than it gives; others ask for gigabytes by a number in the file."""
_ENCRYPTED = 0x1


class Archive:
    """An archive that is being unpacked."""

    def __init__(self, data: bytes) -> None:
        """Take its bytes."""
        self._data = data
        self._left = MOST_IN_ARCHIVE
        self._files = MOST_FILES
        self.cut = False
        """Whether something in it was not read, as far as it was gone through."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give path and bytes of each file, one after the other; nothing is written to the disk."""
        yield from self._within(self._data, "", 1)

    def _within(self, data: bytes, prefix: str, deep: int) -> Iterator[tuple[str, bytes]]:
        if data.count(_ENTRY) > self._files:  # its table alone would take half a gigabyte
            self.cut = True
            return
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for entry in archive.infolist():
                    if entry.is_dir():
                        continue
                    if not self._files or not self._left:
                        self.cut = True
                        return
                    self._files -= 1
                    path = f"{prefix}{entry.filename}"
                    held = self._read(archive, entry)
                    if is_archive(held) and deep == _DEEPEST:
                        self.cut = True
                    if is_archive(held) and deep < _DEEPEST:
                        yield path, b""
                        yield from self._within(held, f"{path}/", deep + 1)
                    else:
                        yield path, held
        # IndexError: of an entry whose name is empty.
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, IndexError):
            self.cut = True

    def _read(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
        if entry.compress_type not in _READ or entry.flag_bits & _ENCRYPTED:
            self.cut = True
            return b""
        with archive.open(entry) as file:
            try:
                held = file.read(self._left)
                self.cut = self.cut or bool(len(held) == self._left and file.read(1))
            except (zipfile.BadZipFile, zlib.error, EOFError):  # of this file alone
                self.cut = True
                return b""
        self._left -= len(held)
        return held


def is_archive(data: bytes) -> bool:
    """Tell whether bytes are an archive that can be opened: .zip, and what is one by another name, such as .docx and .epub."""
    return data.startswith(_ZIP)
