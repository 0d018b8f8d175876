"""Who says "I" in a document that its author signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.analysis.signed import signatory

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis
    from briefgen.model.article import Article

ORDER = """
By the authority vested in me as President, it is ordered that the port be closed.

I have decided that the quay is unsafe.

Officials said the quay would stay.

ADA B. QUIST

THE GREEN HOUSE,
"""


def test_the_signatory_says_what_stands_in_the_first_person(tell: Callable[..., Analysis]) -> None:
    """“I” is who signs; what others are said to say stays theirs."""
    analysis = tell(ORDER)
    assert [(one.sentence, one.speaker) for one in analysis.statements] == [(1, "ADA B. QUIST"), (2, "Officials")]


def test_only_a_document_of_authority_has_a_signatory(article_of: Callable[..., Article]) -> None:
    """A line in capitals under a report signs nothing."""
    assert signatory(article_of(ORDER)) == "ADA B. QUIST"
    assert signatory(article_of(ORDER.replace("the authority vested in me", "its rules"))) is None


def test_a_house_is_no_signatory(article_of: Callable[..., Article]) -> None:
    """Where only the place of signing stands in capitals nobody is named."""
    assert signatory(article_of(ORDER.replace("ADA B. QUIST\n\n", ""))) is None
