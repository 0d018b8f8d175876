"""content/ -> the same with ordinary mistakes in the editors' files mended, and a line for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.errors import ContentError
from briefgen.files.atomic import write_whole
from briefgen.files.briefings import briefing_names
from briefgen.files.briefings import file_of as briefing_file
from briefgen.files.fixing import fixed
from briefgen.files.own_fields import front_matter_class
from briefgen.files.places import inside
from briefgen.files.registry import RegistryFile
from briefgen.files.registry import file_of as registry_file
from briefgen.files.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from briefgen.model.settings import Settings


def fix_files(root: Path, settings: Settings, only: Collection[str] = ()) -> Iterator[str]:
    """Mend the editors' files, one after the other; hold the site's lock meanwhile.

    Args:
        root: The site's root.
        settings: Says where MkDocs' content is.
        only: The files to mend, from the root; all where it is empty.

    Yields:
        `file:line:column: fixed: what was done`, when the file has been written.

    Raises:
        ContentError: The folder cannot be read.
        WriteError: The disk refused a file; it is as it was, and those told before are mended.
        SettingsError: The folder leads out of the root.
    """
    if not only:
        yield from _fix(root, registry_file(settings), RegistryFile, fenced=False)
    for name in briefing_names(root, settings):
        file = briefing_file(settings, name)
        if not only or file in only:
            yield from _fix(root, file, front_matter_class(settings.fields), fenced=True)


def _fix(root: Path, file: str, cls: type, *, fenced: bool) -> Iterator[str]:
    path = inside(root, file)
    try:
        text = read_text(path, file, "file")
    except ContentError:  # named by the check that follows
        return
    result = fixed(text, cls, fenced=fenced)
    if result.fixes:
        write_whole(path, result.text)
    for fix in result.fixes:
        yield f"{file}:{fix.line}:{fix.column}: fixed: {fix.done}"
