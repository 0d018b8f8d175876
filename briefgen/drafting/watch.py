"""Analysis -> what to watch: the things ahead that can be seen to happen, the surest and best dated first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.drafting.in_sentence import in_sentence
from briefgen.drafting.question_guards import outside_quotes
from briefgen.drafting.question_tree import plant
from briefgen.drafting.watch_candidate import Candidate
from briefgen.drafting.watch_cues import prospects
from briefgen.drafting.watch_guards import can_be_seen, is_refused
from briefgen.drafting.watch_merge import merged
from briefgen.drafting.watch_told import listed
from briefgen.drafting.watch_when import is_past, place_of, time_of
from briefgen.drafting.watch_wording import event_words
from briefgen.model.briefing import Evidence, WatchItem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.drafting.watch_prospect import Prospect
    from briefgen.model.analysis import Analysis, StorySentence, TimeExpression

MOST = 5
_TOLD = 1


def draft_watch(analysis: Analysis) -> tuple[WatchItem, ...]:
    """Draft what to watch.

    Returns:
        At most five items, each with the sentences it rests on; none where the article names nothing ahead.
    """
    chosen = sorted(watch_candidates(analysis), key=lambda one: (one.rank, one.sentence))[:MOST]
    return tuple(one.item for one in chosen)


def watch_candidates(analysis: Analysis) -> tuple[Candidate, ...]:
    """Give every item that could be drafted, in the order of the text, sentences on one event joined."""
    found: list[Candidate] = []
    for sentence, outside in zip(analysis.sentences, outside_quotes(analysis.sentences), strict=True):
        if sentence.quotable and not is_refused(sentence):
            times = list(in_sentence(analysis.times, sentence.index))
            found.extend(_of_sentence(analysis, sentence, outside, times))
    return merged(found)


def _of_sentence(
    analysis: Analysis, sentence: StorySentence, outside: tuple[bool, ...], times: list[TimeExpression]
) -> Iterator[Candidate]:
    tree = plant(sentence, outside)
    done: list[str] = []
    spans = [(time.start, time.end) for time in times]
    published = analysis.article.source.published
    for prospect in prospects(tree, [time for time in times if time.ahead and not is_past(time, published)]):
        when = time_of(prospect, times, published)
        absolute = published is None and when is not None and bool(when.first or when.last)
        if absolute and prospect.ground in {"would", "dated"}:
            continue  # nobody can tell whether May 2023 lies ahead of an undated article
        if not can_be_seen(prospect, when, sentence, spans):
            continue
        text = event_words(prospect, spans)
        if text and text not in done:
            done.append(text)
            yield _candidate(analysis, sentence, prospect, when, text)
    if not done and (text := listed(tree)):
        item = WatchItem(text=text, evidence=(Evidence(quote=sentence.told),))
        yield Candidate(item=item, sentence=sentence.index, rank=_TOLD, ground="listed", head=text)


def _candidate(
    analysis: Analysis, sentence: StorySentence, prospect: Prospect, when: TimeExpression | None, text: str
) -> Candidate:
    published = analysis.article.source.published
    # Without a day of publication nobody can tell whether 12 May 2023 lies ahead.
    start, end = (when.first, when.last) if when and published else (None, None)
    if published and start and start < published:
        start = None  # "this week": what is left of it
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
        rank=_rank(item, prospect, sentence),
        ground=prospect.ground,
        head=prospect.tree.tokens[prospect.event].lemma,
    )


def _rank(item: WatchItem, prospect: Prospect, sentence: StorySentence) -> int:
    dated = bool(item.start or item.end)
    if dated and item.certainty == "scheduled":
        return 0
    if prospect.ground == "told" or sentence.purpose == "watch":
        return _TOLD
    if dated:
        return 2
    return {"scheduled": 3, "expected": 4, "possible": 5, "conditional": 6}[item.certainty]
