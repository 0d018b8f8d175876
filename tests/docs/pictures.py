"""The showcase -> pictures of each kind of page, in docs/pages/pictures/: `make pictures`.

They are what a reader sees first, at the width of a desk and of a telephone. The reader's day is the showcase's own, so that
they stay the same until the look does.
"""

from __future__ import annotations

import io
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PIL import Image

from tests.browser.chromium import chromium, served
from tests.site.building import build
from tests.site.showcase import TODAY, write_showcase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pages" / "pictures"
_AT = "desk"
"""The showcase's address ends in this folder; links of its page for lost addresses begin with it."""
_COLOURS = 128
_Scheme = Literal["light", "dark"]
VIEWS: tuple[tuple[str, int, int, _Scheme], ...] = (
    ("light", 1280, 960, "light"),
    ("dark", 1280, 960, "dark"),
    ("phone", 360, 740, "light"),
)
"""What stands in a picture's name, the width and height of the window, and its colours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One kind of page, and what is done on it before its picture is taken."""

    name: str
    path: str
    opened: str | None = None
    """A selector of what a reader clicks."""
    top: str | None = None
    """A selector of what stands near the top of the picture; None where the page does."""
    awaited: str | None = None
    """A selector of what has to be seen before the picture is taken."""


SHOTS = (
    Shot(name="home", path=""),
    Shot(name="briefing", path="briefings/airline-skyra-to-cut-2600-jobs/"),
    Shot(
        name="evidence",
        path="briefings/airline-skyra-to-cut-2600-jobs/",
        opened=".b-takeaway .b-evidence > summary",
        top=".b-takeaway",
    ),
    Shot(
        name="briefings",
        path="briefings/?topic=disasters&kind=reported",
        awaited="#b-filtered .b-card",
    ),
    Shot(name="actors", path="actors/"),
    Shot(name="actor", path="actors/oskar-lund/"),
    Shot(name="topics", path="topics/"),
    Shot(name="topic", path="topics/castria/"),
    Shot(name="watch", path="watch/"),
    Shot(name="questions", path="questions/"),
    Shot(name="search", path="?q=vote", awaited=".md-search-result__item"),
    Shot(name="lost", path="404.html"),
)


def take(site: Path, folder: Path) -> tuple[Path, ...]:
    """Take every picture of a built showcase.

    Args:
        site: The folder that holds the site, in a folder `desk`.
        folder: Where the pictures go; one of the same name is replaced.

    Returns:
        The files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with served(site) as address, chromium() as browser:
        return tuple(
            _written(folder / f"{shot.name}-{view}.png", picture)
            for view, width, height, scheme in VIEWS
            for shot, picture in _pictures(browser, address, width, height, scheme)
        )


def _pictures(browser: Browser, address: str, width: int, height: int, scheme: _Scheme) -> Iterator[tuple[Shot, bytes]]:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY.isoformat()}T12:00:00")
    for shot in SHOTS:
        _prepare(page, f"{address}{_AT}/{shot.path}", shot)
        yield shot, page.screenshot()
    context.close()


def _prepare(page: Page, address: str, shot: Shot) -> None:
    found = page.goto(address)
    if found is None or not found.ok:
        raise ValueError(f"{shot.name}: expected a page at {address}, found none: the showcase has changed")
    if shot.opened is not None:
        page.locator(shot.opened).first.click()
        page.mouse.move(0, 0)
    if shot.awaited is not None:
        page.locator(shot.awaited).first.wait_for()
    if shot.top is not None:
        offset = "element => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 130)"
        page.locator(shot.top).first.evaluate(offset)
    page.evaluate("document.fonts.ready")


def _written(file: Path, picture: bytes) -> Path:
    """Write a picture with few colours: text on plain grounds needs no more, and takes a third of the space."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    return file


def main() -> None:
    """Build the showcase and take its pictures.

    Raises:
        RuntimeError: The showcase cannot be built.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        built = build(write_showcase(root / "showcase"), root / "site" / _AT, "--strict")
        if built.status:
            raise RuntimeError(built.output)
        files = take(root / "site", PICTURES)
    print(f"{len(files)} pictures, {sum(file.stat().st_size for file in files) // 1000} kB, in {PICTURES}")  # noqa: T201  # a tool


if __name__ == "__main__":
    main()
