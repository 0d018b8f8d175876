"""Front matter made to hurt is refused quickly and in little memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAD = "---\nid: a\ntitle: a\n"
LAUGHS = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{f'*{chr(97 + n)}, ' * 9}]\n" for n in range(20))
BOMBS = {
    "billion laughs": (LAUGHS, "anchor"),
    "merge bomb": ("x: &x {a: 1}\n" + "".join(f"y{n}: {{<<: [*x, *x, *x]}}\n" for n in range(1_000)), "anchor"),
    "100,000 brackets": ("x: " + "[" * 100_000 + "\n", "too-deep"),
    "100,000 braces": ("x: " + "{" * 100_000 + "\n", "too-deep"),
    "1,000 keys, each in the last": ("".join(" " * n + "a:\n" for n in range(600)), "too-deep"),
    "100,000 dashes": ("x:\n  " + "- " * 100_000 + "\n", "too-deep"),
    "100,000 keys": ("".join(f"k{n}: \n" for n in range(100_000)), "too-large"),
    "50,000 keys below the limit of bytes": ("".join(f"{n:x}:\n" for n in range(40_000)), "too-large"),
    "a megabyte of text": ("summary: " + "x" * 1_000_000 + "\n", "too-large"),
    "question marks": ("? " * 50_000 + "\n", "too-deep"),
    "quotes": ("x: " + "'" * 200_001 + "\n", "yaml-syntax"),
    "200,000 blanks in a quote": ('x: "' + " " * 200_000 + "\n", "yaml-syntax"),
}
CHILD = """
import resource, sys
from briefgen.errors import ContentError
from briefgen.files.front_matter import read_briefing
read_briefing("a.md", "---\\nid: a\\ntitle: a\\n---\\n")
# Everything is loaded: what reading takes beyond this is the bomb's. (ru_maxrss would tell of the process that forked us.)
pages = int(open("/proc/self/statm").read().split()[0])
limit = pages * resource.getpagesize() + 200_000_000
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
before = resource.getrusage(resource.RUSAGE_SELF)
try:
    read_briefing("a.md", sys.stdin.read())
except ContentError as error:
    print(*sorted({problem.code for problem in error.problems}))
after = resource.getrusage(resource.RUSAGE_SELF)
assert after.ru_utime - before.ru_utime < 5, after.ru_utime - before.ru_utime
"""


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused(bomb: str) -> None:
    """In well under a second and in 200 MB, in a process of its own, since the C loader would take ours with it.

    On a busy machine it may take five; a bomb that goes off takes minutes.
    """
    body, code = BOMBS[bomb]
    done = subprocess.run(
        [sys.executable, "-c", CHILD], input=HEAD + body + "---\n", capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert code in done.stdout.split()
