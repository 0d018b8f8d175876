"""The colours of the look can be read: contrasts worked out from the style sheet itself."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

TEXT = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text."""
SHAPE = 3.0
"""WCAG 2.2, 1.4.11: the least contrast of what a control or a sign is told by."""
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
PROPERTY = re.compile(r"(--[\w-]+):\s*([^;]+);")
PAIRS = [
    (ink, ground, TEXT)
    for ground in ("--md-default-bg-color", "--b-wash")
    for ink in ("--b-ink", "--b-soft", "--b-mark", "--b-warn", "--md-typeset-a-color")
] + [
    ("--b-ink", "--b-mark-wash", TEXT),
    ("--b-mark", "--b-mark-wash", TEXT),
    ("--b-ink", "--b-warn-wash", TEXT),
    ("--b-warn", "--b-warn-wash", TEXT),
    ("--b-ink", "--md-typeset-mark-color", TEXT),
    ("--md-default-bg-color", "--b-ink", TEXT),
    ("--md-primary-bg-color", "--md-primary-fg-color", TEXT),
    ("--md-primary-bg-color--light", "--md-primary-fg-color", TEXT),
    ("--md-default-fg-color--light", "--md-default-bg-color", TEXT),
    ("--md-code-fg-color", "--md-code-bg-color", TEXT),
    ("--md-footer-fg-color--light", "--md-footer-bg-color", TEXT),
    ("--md-footer-fg-color--light", "--md-footer-bg-color--dark", TEXT),
    ("--b-edge", "--md-default-bg-color", SHAPE),
    ("--b-edge", "--b-wash", SHAPE),
    ("--b-brand", "--md-default-bg-color", SHAPE),
    ("--b-focus-color", "--md-default-bg-color", SHAPE),
    ("--b-focus-color", "--b-wash", SHAPE),
]


def tokens(*, dark: bool) -> dict[str, str]:
    """Give the custom properties of briefgen's own palette, as far as they are colours."""
    sheet = files("briefgen").joinpath("theme/assets/briefgen/tokens.css").read_text(encoding="utf-8")
    light, _, slate = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL).partition("@media screen {")
    found: dict[str, str] = {}
    for part in (light, slate) if dark else (light,):
        for selector, body in RULE.findall(part):
            if ":not(" not in selector:  # another palette than briefgen's
                found |= {name: value for name, value in PROPERTY.findall(body) if value.startswith("#")}
    return found


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour such as #1d1c1a, as WCAG defines it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = ((c / 12.92) if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_as_wcag_has_it() -> None:
    """Black on white is 21 to 1; #767676 is the palest grey that can be read on white."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_text_and_signs_can_be_read(ink: str, ground: str, least: float, *, dark: bool) -> None:
    """Each colour has the contrast that WCAG 2.2 AA asks for on each ground that it stands on, light and dark."""
    colours = tokens(dark=dark)
    assert contrast(colours[ink], colours[ground]) >= least


def test_dark_colours_are_others() -> None:
    """Every colour of the light palette has its own for the dark one."""
    light, dark = tokens(dark=False), tokens(dark=True)
    assert light.keys() == dark.keys()
    assert [name for name in light if light[name] == dark[name]] == []
