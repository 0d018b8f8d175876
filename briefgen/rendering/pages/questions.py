"""The questions: open, answered, overtaken."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefgen.rendering import addresses
from briefgen.rendering.page_maker import Group
from briefgen.rendering.words import QUESTION_GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.model.page import Page
    from briefgen.rendering.page_maker import PageMaker
    from briefgen.rendering.plan import PlannedPage, Titles


def plan(maker: PageMaker) -> Iterator[PlannedPage]:
    """Plan the page."""
    yield maker.planned(addresses.QUESTIONS, partial(_questions, maker), maker.site)


def _questions(maker: PageMaker, titles: Titles) -> Page:
    groups = tuple(
        Group(title, f"b-{status}", tuple(one for one in maker.site.questions if one.question.status == status), empty)
        for status, (title, empty) in QUESTION_GROUPS.items()
    )
    return maker.page(
        titles,
        addresses.QUESTIONS,
        "questions.md.jinja",
        maker.labels.text("titles.questions"),
        listing=True,
        groups=groups,
    )
