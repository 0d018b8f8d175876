"""What moves a thing ahead up or down, and how it is shown to an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.explain import explain
from briefgen.drafting.watch.rank import likely, reasons, weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis


def test_a_likelihood_grows_with_what_speaks_for_a_thing() -> None:
    """A day speaks for listing it, a doubt against it; nothing measured leaves it even."""
    table = {"has a day": 1.0, "doubt: nobody acts": -1.0}
    assert likely({}, table) == 0.5
    assert likely({"has a day": 1.0}, table) > 0.5 > likely({"doubt: nobody acts": 1.0}, table)


def test_reasons_come_with_the_weightiest_first() -> None:
    """What hardly moves anything is left out, and so is what all things have."""
    table = {"any": 2.0, "a noun": 0.5, "has a day": -0.9, "in the passive": 0.01}
    assert reasons(dict.fromkeys(table, 1.0), table) == ("has a day -0.90", "a noun +0.50")


def test_the_weights_that_come_with_briefgen_know_days_and_doubts() -> None:
    """A misspelt name in the file would weigh nothing."""
    assert weights()["has a day"] > 0 > weights()["doubt: nobody could see it happen"]


def test_an_explanation_shows_what_speaks_for_a_thing_ahead(analysed: Callable[[str], Analysis]) -> None:
    """Under the item and its sentence stand the features with their weights."""
    text = "\nThe council of Vardal will vote on the harbour budget on 3 December 2030, the mayor said.\n"
    lines = list(explain(analysed(text)))
    start = next(index for index, line in enumerate(lines) if line.startswith("What to watch"))
    assert any("an act that can be seen +" in line or "tells when" in line for line in lines[start:])
