"""An author's name and the blocks of a page -> those that tell who the author is: "Ann Lee is an anchor who …"."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOES = r"(?:is|was|has|covers|writes|reports|serves|works|teaches|joined|lives|studies|hosts|leads)\b"
_BETWEEN = r"(?: \([^()]{1,40}\))?(?:, [^,.]{1,60},)?"
_ABOUT = re.compile(r"\W*about the (?:authors?|contributors?|writers?|reporters?)\W*", re.IGNORECASE)
_LEAST_ABOVE = 0.5
"""Of the running text: what says so further up is a story about somebody of that name."""
_LONGEST = 900
"""Characters, as of other biographies."""


def about_author(author: str | None, said: Sequence[str], prose: Sequence[int]) -> list[int]:
    """Find the blocks that introduce the author.

    Args:
        author: As the byline names them: "Ann Lee and Carl Ode".
        said: The text of each block, in order.
        prose: The length of each block that is running text, else 0.

    Returns:
        The indexes of paragraphs below half of the text that begin with an author's full name and what the author does, or with
        the first name below the full one, which goes as well; of labels "About the author" above them, too.
    """
    found: set[int] = set()
    above = list(accumulate(prose, initial=0))
    late = [at for at in range(len(said)) if above[at] >= _LEAST_ABOVE * above[-1]]
    for name in re.split(r",\s+(?:and\s+)?|\s+and\s+|\s*&\s*", author or ""):
        if len(name.split()) < 2:  # noqa: PLR2004 - "Reuters", "Staff": no person
            continue
        whole = re.compile(re.escape(name) + _BETWEEN + " " + _DOES)
        first = re.compile(re.escape(name.split()[0]) + _BETWEEN + " " + _DOES)
        for at in late:
            below_name = at > 0 and said[at - 1].casefold() == name.casefold()
            if len(said[at]) > _LONGEST or not (whole.match(said[at]) or (below_name and first.match(said[at]))):
                continue
            top = at - 1 if below_name else at
            found.update(range(top, at + 1))
            if top > 0 and _ABOUT.fullmatch(said[top - 1]):
                found.add(top - 1)
    return sorted(found)
