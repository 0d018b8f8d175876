"""Analysis -> what to watch: the things ahead that can be seen to happen, the surest and best dated first."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.drafting.in_sentence import in_sentence
from briefgen.drafting.questions.guards import outside_quotes
from briefgen.drafting.questions.tree import plant
from briefgen.drafting.watch.candidate import Candidate
from briefgen.drafting.watch.cues import prospects
from briefgen.drafting.watch.features import Story
from briefgen.drafting.watch.guards import DOUBTS, Scene, objection, refusal
from briefgen.drafting.watch.merge import merged
from briefgen.drafting.watch.named import name_of
from briefgen.drafting.watch.rank import DOUBTED, FLOOR, LEAST, LEAST_DOUBTED, LISTED, likely, weights
from briefgen.drafting.watch.sorts import sorts
from briefgen.drafting.watch.told import listed
from briefgen.drafting.watch.when import is_past, place_of, time_of, told_before
from briefgen.drafting.watch.which import Told
from briefgen.drafting.watch.wording import event_words, of_sort
from briefgen.model.briefing import Evidence, WatchItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from briefgen.drafting.watch.prospect import Prospect
    from briefgen.model.analysis import Analysis, StorySentence, TimeExpression

MOST = 5
_CURRENT = re.compile(r"(?:later |(?:with)?in |by |over |during |throughout )?(?:this|the current)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """A story and what is worked out of it once."""

    analysis: Analysis
    story: Story
    told: Told
    weights: Mapping[str, float]
    sorts: Mapping[str, str]
    """Which sort of event the story speaks of, by the noun."""
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
    found = things_ahead(analysis, weights())
    ranked = ranking(found)
    chosen = drafted(ranked)
    kept = {id(one) for one in chosen}
    passed = [replace(one, rejected=_why_not(one, full=len(chosen) == MOST)) for one in ranked if id(one) not in kept]
    others = sorted((one for one in found if one.rejected), key=lambda one: (-one.score, one.sentence))
    return (*chosen, *passed, *others)


def drafted(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Give those of a ranking that are listed: what is likely enough, and where nothing is the likeliest alone."""
    chosen = [one for one in ranked if one.score >= (DOUBTED if one.doubt else FLOOR)][:MOST]
    return chosen or [one for one in ranked[:1] if one.score >= (LEAST_DOUBTED if one.doubt else LEAST)]


def _why_not(one: Candidate, *, full: bool) -> str:
    if full and one.score >= (DOUBTED if one.doubt else FLOOR):
        return f"the {MOST} above come first"
    return one.doubt or "too little speaks for it"


def ranking(found: Sequence[Candidate]) -> list[Candidate]:
    """Give each event once, and one of a sentence unless its dates differ, the likeliest first."""
    return sorted(
        _one_a_sentence(merged([one for one in found if not one.rejected])), key=lambda one: (-one.score, one.sentence)
    )


def things_ahead(analysis: Analysis, table: Mapping[str, float]) -> list[Candidate]:
    """Find everything that the story puts ahead, in its order.

    Args:
        analysis: Of the article.
        table: How much each feature speaks for an item.
    """
    actors: dict[int, set[int]] = defaultdict(set)
    for entity in analysis.entities:
        for mention in entity.mentions:
            actors[mention.sentence].update(range(mention.first_token, mention.last_token + 1))
    story = Story(analysis)
    setting = _Setting(
        analysis=analysis,
        story=story,
        told=Told(title=story.title),
        weights=table,
        sorts=sorts(analysis.sentences),
        actors={sentence: frozenset(tokens) for sentence, tokens in actors.items()},
    )
    found: list[Candidate] = []
    for sentence, outside in zip(analysis.sentences, outside_quotes(analysis.sentences), strict=True):
        found.extend(_of_sentence(setting, sentence, outside))
    return found


def _one_a_sentence(found: Sequence[Candidate]) -> list[Candidate]:
    """Keep of each sentence the best item, and others only where they have days of their own."""
    best: dict[tuple[int, date | None, date | None], Candidate] = {}
    for one in sorted(found, key=lambda one: -one.score):
        dated = (one.sentence, one.item.start, one.item.end)
        if dated not in best and (dated[1] or dated[2] or not any(key[0] == one.sentence for key in best)):
            best[dated] = one
    return list(best.values())


def _of_sentence(setting: _Setting, sentence: StorySentence, outside: tuple[bool, ...]) -> Iterator[Candidate]:
    tree = plant(sentence, outside)
    times = list(in_sentence(setting.analysis.times, sentence.index))
    published = setting.analysis.article.source.published
    scene_times = [(time.start, time.end) for time in times]
    scene = Scene(
        times=scene_times,
        actors=setting.actors.get(sentence.index, frozenset()),
        tree=tree,
    )
    setting.told.hear(tree, scene_times)
    refused = refusal(sentence)
    done: list[str] = []
    ahead = [time for time in times if time.ahead and not is_past(time, published)]
    for prospect in (_with_name(setting.analysis, one) for one in prospects(tree, ahead)):
        when = time_of(prospect, times, published)
        absolute = published is None and when is not None and bool(when.first or when.last)
        known = replace(scene, actors=scene.actors | {prospect.subject or 0}) if prospect.name else scene
        reason = refused or objection(prospect, when, known)
        doubt = reason if reason in DOUBTS else ""
        reason = "" if doubt else reason
        if absolute and prospect.ground in {"would", "dated"}:
            reason = "nobody can tell whether it lies ahead of an undated article"
        reason = reason or told_before(prospect, times, published)
        text = None if reason else event_words(prospect, scene.times) or of_sort(prospect, when, setting.sorts)
        if not reason and text is None:
            reason = "no words for it that stand alone"
        if text and (text := setting.told.completed(text, tree, ends=bool(prospect.leading))) is None:
            reason = "which one is meant is told nowhere"
        if text not in done:
            done.extend([text] if text else [])
            yield _candidate(setting, prospect, when, (text or "", doubt, reason))
    if not refused and not done and (text := listed(tree)):
        item = WatchItem(text=text, evidence=(Evidence(quote=sentence.told),))
        yield Candidate(
            item=item, sentence=sentence.index, score=LISTED, ground="told", cue=sentence.section, head=text
        )


def _with_name(analysis: Analysis, prospect: Prospect) -> Prospect:
    if prospect.subject is None or prospect.tree.tokens[prospect.subject].tag != "PRP":
        return prospect
    return replace(prospect, name=name_of(analysis, prospect.tree, prospect.subject) or "")


def _candidate(
    setting: _Setting, prospect: Prospect, when: TimeExpression | None, judged: tuple[str, str, str]
) -> Candidate:
    text, doubt, reason = judged
    sentence = prospect.tree.sentence
    published = setting.analysis.article.source.published
    # Without a day of publication nobody can tell whether 12 May 2023 lies ahead.
    start, end = (when.first, when.last) if when and published else (None, None)
    if published and start and when and _CURRENT.match(when.text):
        start = max(start, published)  # what is left of "this week"; "in the first week of May" keeps both its ends
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
    measured = setting.story.measure(item, prospect, doubt)
    return Candidate(
        item=item,
        sentence=sentence.index,
        score=likely(measured, setting.weights),
        ground=prospect.ground,
        cue=prospect.tree.tokens[prospect.cue].text,
        head=prospect.tree.tokens[prospect.event].lemma,
        measured=measured,
        doubt=doubt,
        rejected=reason,
    )
