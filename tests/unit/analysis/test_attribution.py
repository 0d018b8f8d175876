"""Attributions within one sentence: the verb and its speaker, before the speaker is known by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.analysis.attribution import attributions, root_of
from briefgen.analysis.statements import quoted_spans

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Kenya said it would pay, but Uganda denied that it owed anything.", [("Kenya", "say"), ("Uganda", "deny")]),
        ("“He told me to pay,” said Ada Quist.", [("Quist", "say")]),
        (
            "Ada Quist said and Bo Lindqvist confirmed that the port was closed.",
            [("Quist", "say"), ("Lindqvist", "confirm")],
        ),
        ("She said the port was closed.", [("She", "say")]),
        ("The port was closed.", []),
    ],
)
def test_verbs_and_speakers(tell: Callable[..., Analysis], sentence: str, found: list[tuple[str, str]]) -> None:
    """Each verb of speech outside quote marks has the subject that belongs to it."""
    read = tell(sentence).sentences[0]
    mine = attributions(read, quoted_spans(read.text))
    assert [(read.tokens[one.speaker].text, one.cue) for one in mine] == found


def test_the_root_of_nothing_is_the_first() -> None:
    """Without tokens there is no root to find, and no error."""
    assert root_of(()) == 0


@pytest.mark.parametrize("verb", ["indicate", "suggest", "see", "show"])
def test_a_thing_indicates_without_speaking(tell: Callable[..., Analysis], verb: str) -> None:
    """Figures that indicate a change are nobody's words."""
    assert tell(f"The figures {verb} a change.").statements == ()
