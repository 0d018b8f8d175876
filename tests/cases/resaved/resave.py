"""Saves every file of before/ again as programs in Python do; README.md says how to run it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
FRONT = re.compile(r"---\r?\n(.*?)\r?\n---\r?\n(.*)", re.DOTALL)
PROGRAMS: dict[str, Callable[[str], str]] = {
    # Keys in the order of the alphabet, lines of 80 characters, everything beyond ASCII as escapes: its defaults.
    "pyyaml": lambda front: yaml.safe_dump(yaml.safe_load(front)),
    # As people set it who want to read the result.
    "pyyaml-unsorted": lambda front: yaml.safe_dump(yaml.safe_load(front), sort_keys=False, allow_unicode=True),
}


def main() -> None:
    """Write a folder for each program."""
    for name, save in PROGRAMS.items():
        (HERE / name).mkdir(exist_ok=True)
        for path in sorted((HERE / "before").iterdir()):
            found = FRONT.fullmatch(path.read_bytes().decode())
            assert found
            (HERE / name / path.name).write_bytes(f"---\n{save(found[1])}---\n{found[2]}".encode())


if __name__ == "__main__":
    main()
