"""Analysis -> what to watch: the things ahead that can be seen to happen, the surest and best dated first."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.drafting.in_sentence import in_sentence
from briefgen.drafting.question_guards import outside_quotes
from briefgen.drafting.question_tree import plant
from briefgen.drafting.watch_candidate import Candidate
from briefgen.drafting.watch_cues import prospects
from briefgen.drafting.watch_guards import Scene, objection, refusal
from briefgen.drafting.watch_merge import merged
from briefgen.drafting.watch_rank import FLOOR, LISTED, Ranking
from briefgen.drafting.watch_told import listed
from briefgen.drafting.watch_when import is_past, place_of, time_of
from briefgen.drafting.watch_wording import event_words
from briefgen.model.briefing import Evidence, WatchItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from briefgen.drafting.watch_prospect import Prospect
    from briefgen.model.analysis import Analysis, StorySentence, TimeExpression

MOST = 5
_CURRENT = re.compile(r"(?:(?:with)?in |by |over |during )?(?:this|the current)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """A story and what is worked out of it once."""

    analysis: Analysis
    ranking: Ranking
    actors: Mapping[int, frozenset[int]]
    """For each sentence the tokens that name or describe somebody."""


def draft_watch(analysis: Analysis) -> tuple[WatchItem, ...]:
    """Draft what to watch.

    Returns:
        At most five items, each with the sentences it rests on; none where the article names nothing ahead.
    """
    return tuple(one.item for one in watch_candidates(analysis) if not one.rejected)


def watch_candidates(analysis: Analysis) -> tuple[Candidate, ...]:
    """Give everything that the story puts ahead, what is drafted first.

    Returns:
        The items of the draft in its order, then the others, each with the reason why it is not drafted.
    """
    actors: dict[int, set[int]] = defaultdict(set)
    for entity in analysis.entities:
        for mention in entity.mentions:
            actors[mention.sentence].update(range(mention.first_token, mention.last_token + 1))
    story = _Story(
        analysis=analysis,
        ranking=Ranking(analysis),
        actors={sentence: frozenset(tokens) for sentence, tokens in actors.items()},
    )
    found: list[Candidate] = []
    for sentence, outside in zip(analysis.sentences, outside_quotes(analysis.sentences), strict=True):
        found.extend(_of_sentence(story, sentence, outside))
    ranked = sorted(
        _one_a_sentence(merged([one for one in found if not one.rejected])), key=lambda one: (-one.score, one.sentence)
    )
    chosen = [one for one in ranked if one.score >= FLOOR][:MOST]
    late = [
        replace(one, rejected=f"the {MOST} above come first") for one in ranked[len(chosen) :] if one.score >= FLOOR
    ]
    weak = [replace(one, rejected="too little speaks for it") for one in ranked if one.score < FLOOR]
    others = sorted((one for one in found if one.rejected), key=lambda one: (-one.score, one.sentence))
    return (*chosen, *late, *weak, *others)


def _one_a_sentence(found: Sequence[Candidate]) -> list[Candidate]:
    """Keep of each sentence the best item, and others only where they have days of their own."""
    best: dict[tuple[int, date | None, date | None], Candidate] = {}
    for one in sorted(found, key=lambda one: -one.score):
        dated = (one.sentence, one.item.start, one.item.end)
        if dated not in best and (dated[1] or dated[2] or not any(key[0] == one.sentence for key in best)):
            best[dated] = one
    return list(best.values())


def _of_sentence(story: _Story, sentence: StorySentence, outside: tuple[bool, ...]) -> Iterator[Candidate]:
    tree = plant(sentence, outside)
    times = list(in_sentence(story.analysis.times, sentence.index))
    published = story.analysis.article.source.published
    scene = Scene(
        times=[(time.start, time.end) for time in times],
        actors=story.actors.get(sentence.index, frozenset()),
        tree=tree,
    )
    refused = refusal(sentence)
    done: list[str] = []
    for prospect in prospects(tree, [time for time in times if time.ahead and not is_past(time, published)]):
        when = time_of(prospect, times, published)
        absolute = published is None and when is not None and bool(when.first or when.last)
        reason = refused or objection(prospect, when, scene)
        if absolute and prospect.ground in {"would", "dated"}:
            reason = "nobody can tell whether it lies ahead of an undated article"
        text = None if reason else event_words(prospect, scene.times)
        if not reason and text is None:
            reason = "no words for it that stand alone"
        if text not in done:
            done.extend([text] if text else [])
            yield _candidate(story, prospect, when, text or "", reason)
    if not refused and not done and (text := listed(tree)):
        item = WatchItem(text=text, evidence=(Evidence(quote=sentence.told),))
        yield Candidate(
            item=item, sentence=sentence.index, score=LISTED, ground="told", cue=sentence.section, head=text
        )


def _candidate(story: _Story, prospect: Prospect, when: TimeExpression | None, text: str, reason: str) -> Candidate:
    sentence = prospect.tree.sentence
    published = story.analysis.article.source.published
    # Without a day of publication nobody can tell whether 12 May 2023 lies ahead.
    start, end = (when.first, when.last) if when and published else (None, None)
    if published and start and start < published and when and _CURRENT.match(when.text):
        start = None  # "this week": what is left of it; "in the first week of May" keeps both its ends
    certainty = prospect.certainty
    announced = prospect.tree.tokens[prospect.cue].tag == "MD" or prospect.tree.tokens[prospect.cue].lemma == "plan"
    if announced and certainty == "expected" and start and start == end:
        certainty = "scheduled"
    item = WatchItem(
        text=text,
        when=when.text if when else None,
        start=start,
        end=end,
        where=place_of(prospect),
        certainty=certainty,
        evidence=(Evidence(quote=sentence.told),),
    )
    return Candidate(
        item=item,
        sentence=sentence.index,
        score=story.ranking.score(item, prospect, sentence),
        ground=prospect.ground,
        cue=prospect.tree.tokens[prospect.cue].text,
        head=prospect.tree.tokens[prospect.event].lemma,
        rejected=reason,
    )
