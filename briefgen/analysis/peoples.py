"""Names of peoples and parts of the world -> somebody who acts, or a quality or a place: "Ukrainians", "Europe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model.tree import SUBJECTS, children

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.analysis.spotting import Sort
    from briefgen.model.analysis import Token

_PARTS = {
    "Africa": "africans",
    "Asia": "asians",
    "Europe": "europeans",
    "Latin America": "latin americans",
    "West": "west",
}
"""Parts of the world that texts let act, and their people."""
_PARTISANS = frozenset({"Conservatives", "Democrats", "Liberals", "Republicans", "Tories"})
"""Members of a party, who need not be of one mind with it."""
_ACTED_UPON = frozenset({"dobj", "dative"})


def settled_people(tokens: Sequence[Token], last: int, head: int, sort: Sort, text: str) -> Sort:
    """Tell whether a name means people as such.

    "Ukrainians have responded" are people; "the Russians refused", with its article, stands for the state more often (four
    of seven in annotated articles). A part of the world is somebody where it acts or is acted upon, else a place.
    """
    if text.removeprefix("the ").removeprefix("The ") in _PARTS:
        somebody = tokens[head].dep in SUBJECTS | _ACTED_UPON
        return "people" if somebody else "place"
    if sort == "organisation" and text.removeprefix("the ") in _PARTISANS:
        return "people"
    if sort == "adjective" and tokens[last].tag in {"NNS", "NNPS"} and tokens[last].text.endswith("s"):
        qualifies = tokens[head].dep in {"compound", "amod", "nmod"}
        definite = any(tokens[child].text.lower() == "the" for child in children(tokens, last))
        return sort if qualifies or definite else "people"
    return sort


def people_key(surface: str) -> str:
    """Give the key of a people for a part of the world: "europe" and "europeans" are one."""
    return _BY_KEY.get(surface, surface)


def is_part_of_world(surface: str) -> bool:
    """Tell whether the key is that of a part of the world, which is a place in one sentence and somebody in the next."""
    return surface in _BY_KEY


_BY_KEY = {part.lower(): people for part, people in _PARTS.items()}
