"""Whom pronouns and descriptions mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis

# The story, and who its last statement belongs to.
MEANT = [
    # pronouns
    ("Kenyan officials met Ada Quist.\nThey said the port would close.", "Kenyan officials"),
    ("The Northern Ferry Company lost money.\nIt said fares would rise.", "Northern Ferry Company"),
    ("Analysts praised Kenya.\nThe port is old.\nThey said it would last.", "Analysts"),
    ("For Ada Quist, the port is a burden that she believes is too heavy.", "Ada Quist"),
    ("The port was inspected with Ada Quist.\nShe said it would close.", "Ada Quist"),
    ("According to Ada Quist, the port is old.\nShe said it would close.", "Ada Quist"),
    # offices
    (
        "Kenyan President Ada Quist met Ugandan President Bo Lindqvist.\nThe Ugandan president said little would change.",
        "Bo Lindqvist",
    ),
    ("Prime Minister Ada Quist arrived.\nThe prime minister said talks had failed.", "Ada Quist"),
    (
        "President Ada Quist spoke.\nQuist was tired.\nQuist met President Bo Lindqvist.\nThe president said no.",
        "Ada Quist",
    ),
    # bodies
    ("Kenya’s Foreign Ministry refused.\nThe ministry said it would wait.", "Kenya’s Foreign Ministry"),
    ("Kenya’s commerce ministry refused.\nThe ministry said it would wait.", "Kenya’s commerce ministry"),
    # the outlet named last
    ("The deal is near, the Wall Street Journal reported.\nIt may fail, the newspaper said.", "Wall Street Journal"),
    # documents speak for who wrote them
    ("A study by the Northern Institute found that fish prefer cold water.", "Northern Institute"),
    ("According to Ada Quist’s model, the port will sink.", "Ada Quist"),
]

# Stories in which nobody can be meant for certain.
OPEN = [
    "Kenyan President Ada Quist met Ugandan President Bo Lindqvist.\nThe president said little had changed.",
    "Kenya’s Foreign Ministry met Uganda’s Finance Ministry.\nThe ministry said it would wait.",
    "Ada Quist met former president Bo Lindqvist.\nThe chancellor said little had changed.",
]


@pytest.mark.parametrize(("story", "speaker"), MEANT)
def test_who_is_meant(tell: Callable[..., Analysis], story: str, speaker: str) -> None:
    """Pronouns follow the last subject of their kind; a description means the only one whom it fits."""
    analysis = tell(story)
    last = analysis.statements[-1]
    assert last.sentence == len(analysis.sentences) - 1
    assert last.entity is not None
    entity = analysis.entities[last.entity]
    assert speaker in {entity.name, *entity.aliases}


@pytest.mark.parametrize("story", OPEN)
def test_nobody_for_certain(tell: Callable[..., Analysis], story: str) -> None:
    """Where a description fits two, or nobody, no person and no body with a name is meant."""
    analysis = tell(story)
    last = analysis.statements[-1]
    assert last.entity is None or not analysis.entities[last.entity].named


def test_a_speaker_without_a_name_goes_on_as_he(tell: Callable[..., Analysis]) -> None:
    """Behind "a soldier said", "he" is the soldier, whoever was named before."""
    story = "Ada Quist visited the front.\nA Kenyan soldier said food was short.\nHe said nights were cold."
    assert [one.speaker for one in tell(story).statements] == ["A Kenyan soldier", "A Kenyan soldier"]


def test_far_back_nobody_is_meant(tell: Callable[..., Analysis]) -> None:
    """Four sentences on, a pronoun no longer means who was named."""
    story = "Ada Quist visited the port.\nThe port is old.\nIt rained.\nFish was sold.\nShe said it would close."
    assert tell(story).statements == ()


def test_questions_cost_the_same_however_many_are_named(tell: Callable[..., Analysis]) -> None:
    """A long story with hundreds of names still has its pronouns resolved in the right place."""
    names = "\n".join(f"Kenya met delegation number {number}." for number in range(300))
    story = f"{names}\nAda Quist visited the port.\nShe said it would close."
    last = tell(story).statements[-1]
    assert last.speaker == "Ada Quist"
