"""What lies in the folder of articles and is none, and needs no word: what systems, browsers and programs leave there.

Everything else that is no article is told (`seeds.py`), since somebody may take it for one that is drafted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.kinds import PAGES, READABLE, stem_of, suffix_of

if TYPE_CHECKING:
    from collections.abc import Iterable

# What pages are shown with, and recordings.
_BESIDE_TEXTS = frozenset(
    ".avif .bmp .gif .ico .jpeg .jpg .png .svg .webp .css .eot .js .map .mjs .otf .ttf .woff .woff2"
    " .m4a .mov .mp3 .mp4 .ogg .wav .webm".split()
)
_HALF_WRITTEN = frozenset(".bak .crdownload .download .orig .part .swp .temp .tmp".split())
_SYSTEMS = frozenset(["desktop.ini", "ehthumbs.db", "icon\r", "thumbs.db"])
# Texts about the folder.
_ABOUT = frozenset(["copying", "licence", "license", "notice", "readme"])
# Beside `page.html` a browser puts what the page is shown with into a folder, called in the language of the browser.
_FOLDERS_OF_PAGES = tuple(
    "_archivos _arquivos _bestanden -dateien _dateien _fichiers _ficheiros _file -filer _filer _files _pliki"
    " _soubory _tiedostot".split()
)


class Neighbours:
    """The names in one folder, by which it is told what belongs to an article beside it."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names of all files and folders in it."""
        self._articles = {name.lower() for name in names if suffix_of(name) in READABLE}
        self._stems = {stem_of(name) for name in self._articles}
        self._pages = {stem_of(name) for name in self._articles if suffix_of(name) in PAGES}

    def leaves_aside(self, name: str) -> bool:
        """Tell whether a file needs no word though it is no article.

        It is hidden, left there by a system or a program, a README, something that pages are shown with, or lies beside an
        article of its name: `ferry.pdf` beside `ferry.txt`.
        """
        lower = name.lower()
        suffix = suffix_of(lower)
        if name.startswith((".", "~$")) or name.endswith("~") or (name.startswith("#") and name.endswith("#")):
            return True
        if lower in _SYSTEMS or suffix in _HALF_WRITTEN or suffix in _BESIDE_TEXTS:
            return True
        if stem_of(lower) == "readme" or lower in _ABOUT:
            return True
        return suffix not in READABLE and (stem_of(lower) in self._stems or stem_of(lower) in self._articles)

    def belongs_to_page(self, folder: str) -> bool:
        """Tell whether a folder holds what a saved page beside it is shown with: `ferry_files` beside `ferry.html`."""
        lower = folder.lower()
        return any(lower.endswith(end) and lower.removesuffix(end) in self._pages for end in _FOLDERS_OF_PAGES)
