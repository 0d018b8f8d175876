"""Analysis -> Briefing, one section after the other: read this file first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slugify import slugify

from briefgen.drafting.actors.draft import draft_actors
from briefgen.drafting.cautions import draft_cautions
from briefgen.drafting.questions.draft import draft_questions
from briefgen.drafting.registered import follow
from briefgen.drafting.summary import draft_summary, title_of
from briefgen.drafting.takeaways.selection import select
from briefgen.drafting.takeaways.takeaway import takeaway
from briefgen.drafting.verbatim import verbatim
from briefgen.drafting.watch.draft import draft_watch
from briefgen.model.briefing import Briefing
from briefgen.model.registry import NO_REGISTRY

if TYPE_CHECKING:
    from briefgen.model.analysis import Analysis
    from briefgen.model.registry import Registry

_LONGEST_ID = 60  # characters; with a suffix of 7 it stays well below what file systems and addresses take

_SLACK = 12  # characters: a slug this much shorter was not cut
_HANGING = frozenset("a an and as at by but for from in its of on or over the their to with".split())


def draft(analysis: Analysis, registry: Registry = NO_REGISTRY) -> Briefing:
    """Draft a briefing from an analysed article.

    Args:
        analysis: Of the article alone.
        registry: How the editors call the actors they know.

    Returns:
        A briefing with status `draft`. Every item carries the words it rests on. Topics are left to the editor. The id
        is proposed from the title; who keeps the briefings makes it unique.
    """
    analysis = follow(analysis, registry)
    article = analysis.article
    selection = select(analysis)
    title, printed = title_of(analysis, selection)
    briefing = Briefing(
        id=proposed_id(title, article.source.sha256 or ""),
        title=title,
        date=article.source.published,
        summary=draft_summary(analysis, selection),
        sources=(article.source,),
        takeaways=tuple(takeaway(analysis, one.sentence) for one in selection.chosen),
        actors=draft_actors(analysis, registry),
        open_questions=draft_questions(analysis),
        watch=draft_watch(analysis),
        cautions=draft_cautions(analysis, has_title=printed),
    )
    return verbatim(briefing, article)


def proposed_id(title: str, sha256: str) -> str:
    """Give an id of ASCII letters, digits and hyphens, of whole words, 1 to 60 characters.

    A title that leaves no such letter (one of symbols only) gives `briefing-` and six digits of the source's hash.
    """
    slug = slugify(title.replace("’", "").replace("'", ""), max_length=_LONGEST_ID, word_boundary=True, save_order=True)
    words = slug.split("-")
    while len(words) > 1 and len(slug) > _LONGEST_ID - _SLACK and words[-1] in _HANGING:
        words.pop()  # where the title was cut: "…-by-providing-an"
    return "-".join(words) or f"briefing-{sha256[:6]}"
