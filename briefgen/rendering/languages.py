"""Which languages briefgen has labels in, told by the folders they lie in: nothing is loaded for it."""

from __future__ import annotations

import re
from importlib.resources import files

FALLBACK = "en"
"""What a label is in where there is none in the site's language."""
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})*", re.ASCII)


def shipped_languages() -> tuple[str, ...]:
    """Name the languages that briefgen has labels in, English first."""
    folders = (one.name for one in files("briefgen.rendering").joinpath("labels").iterdir() if one.is_dir())
    found = sorted(name.replace("_", "-") for name in folders if LANGUAGE.fullmatch(name.replace("_", "-")))
    return (FALLBACK, *(name for name in found if name != FALLBACK))
