"""The pictures of the documentation are there, one for each kind of page and view, and light enough to be cloned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from tests.docs.pictures import PICTURES, SHOTS, VIEWS

if TYPE_CHECKING:
    from pathlib import Path

MOST = 2_500_000
"""Bytes of all pictures together."""


def size(file: Path) -> tuple[int, int]:
    """Give a picture's width and height."""
    with Image.open(file) as image:
        return image.size


def test_each_kind_of_page_has_its_pictures() -> None:
    """Each shot has a picture in every view, as wide and as high as the window it was taken in; there are no others."""
    found = {file.name: size(file) for file in PICTURES.glob("*.png")}
    assert found == {f"{shot.name}-{view}.png": (width, height) for view, width, height, _ in VIEWS for shot in SHOTS}


def test_pictures_are_light() -> None:
    """All pictures together take less than 2.5 MB."""
    assert sum(file.stat().st_size for file in PICTURES.iterdir()) < MOST
