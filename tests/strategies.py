"""Hypothesis strategies for briefings, for what editors do to them and for what the machine drafts next."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from briefgen.model.briefing import (
    Actor,
    Briefing,
    Caution,
    Correction,
    Evidence,
    Question,
    Source,
    Takeaway,
    Waiver,
    WatchItem,
)
from briefgen.model.folding import Folded
from briefgen.model.seen import is_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SENTENCES = tuple(
    f"The {subject} {verb} the {thing} on pier {number}."
    for number, (subject, verb, thing) in enumerate(
        (
            ("harbour board", "opened", "gate"),
            ("ferry company", "sold", "old boat"),
            ("mayor", "warned of", "delay"),
            ("union", "rejected", "offer"),
            ("court", "stopped", "sale"),
            ("ministry", "paid for", "bridge"),
            ("residents", "welcomed", "night line"),
            ("engineers", "examined", "crane"),
        )
    )
)
SOURCE_TEXT = " ".join(SENTENCES)
NAMES = ("Ada Quist", "Quist", "Harbour Board", "Bo Lind", "Norland", "Port Union", "Mayor Ek", "Ek")
locate: Callable[[str], tuple[int, int] | None] = Folded(SOURCE_TEXT).find

# What a file may hold: control characters and halves of characters are refused when it is read.
READABLE = st.characters(exclude_categories=("Cs", "Cc"))
texts = st.one_of(
    st.text(READABLE, min_size=1, max_size=30).filter(is_seen),
    st.sampled_from(
        (
            "No",
            "12:30",
            "2026-13-01",
            "null",
            "~",
            "- a",
            "a: b",
            "a #b",
            "#a",
            "'a'",
            '"a"',
            "a\nb",
            " a ",
            "{{7*7}}",
            "[a](b)",
            "*a",
            "&a",
            "!a",
            "0x1f",
            "1e3",
            "a:",
            "---",
            "...",
            "\u2028x",
            "é\u0301",
            "“Quoted: yes,” she said.",
            "C:\\temp",
            "x\ty",
        )
    ),
)
optional_texts = st.none() | texts
days = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True)


def _tuples(values: st.SearchStrategy[Any], size: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=size).map(tuple)


evidence = _tuples(st.builds(Evidence, quote=texts), 2)
_spans = st.tuples(days, days).filter(lambda span: span[0] is None or span[1] is None or span[0] <= span[1])

_waived = _tuples(st.builds(Waiver, code=texts, reason=texts), 1)

any_briefings: st.SearchStrategy[Briefing] = st.builds(
    Briefing,
    id=ids,
    title=texts,
    date=days,
    status=st.sampled_from(("draft", "reviewed", "published", "withdrawn")),
    reviewed_by=optional_texts,
    reviewed_on=days,
    summary=optional_texts,
    topics=_tuples(texts),
    sources=_tuples(
        st.builds(
            Source,
            file=st.just("seeds/a.txt"),
            sha256=st.none() | st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
            title=optional_texts,
            publisher=optional_texts,
            author=optional_texts,
            published=days,
            url=st.sampled_from((None, "https://example.org/a?b=c#d", "http://example.org")),
            language=st.sampled_from((None, "no", "en")),
        ),
        1,
    ),
    takeaways=_tuples(
        st.builds(
            Takeaway,
            text=texts,
            kind=st.sampled_from(("reported", "claim", "assessment", "forecast")),
            said_by=optional_texts,
            evidence=evidence,
            waived=_waived,
        )
    ),
    actors=_tuples(
        st.builds(
            Actor,
            name=texts,
            kind=st.sampled_from(("person", "organisation", "state", "group")),
            role=optional_texts,
            aliases=_tuples(texts, 2),
            position=optional_texts,
            evidence=evidence,
            waived=_waived,
        ),
        2,
    ),
    open_questions=_tuples(
        st.builds(Question, text=texts, answer=optional_texts, answered_by=st.none() | ids, evidence=evidence), 2
    ),
    watch=_tuples(
        st.builds(
            lambda text, when, span, evidence: WatchItem(
                text=text, when=when, start=span[0], end=span[1], evidence=evidence
            ),
            texts,
            optional_texts,
            _spans,
            evidence,
        ),
        2,
    ),
    cautions=_tuples(st.builds(Caution, text=texts), 2),
    corrections=_tuples(
        st.builds(Correction, date=st.dates(dt.date(1900, 1, 1)), was=texts, now=texts, why=optional_texts), 2
    ),
    waived=_waived,
)
"""Briefings with any text that a file can hold."""

_words = st.sampled_from(tuple(f"machine wording {number}" for number in range(12)))
_optional_words = st.none() | _words
_rests_on = st.lists(st.sampled_from(SENTENCES).map(lambda quote: Evidence(quote=quote)), min_size=1, max_size=2).map(
    tuple
)


drafts: st.SearchStrategy[Briefing] = st.builds(
    Briefing,
    id=st.just("ferry"),
    title=_words,
    date=st.sampled_from((None, dt.date(2026, 1, 31), dt.date(2026, 2, 1))),
    summary=_optional_words,
    topics=st.lists(_words, max_size=3, unique=True).map(tuple),
    sources=st.sampled_from(("a" * 64, "b" * 64)).map(lambda sha: (Source(file="seeds/ferry.txt", sha256=sha),)),
    takeaways=_tuples(
        st.builds(
            Takeaway,
            text=_words,
            kind=st.sampled_from(("reported", "claim")),
            said_by=_optional_words,
            evidence=_rests_on,
        )
    ),
    actors=_tuples(
        st.builds(
            Actor,
            name=st.sampled_from(NAMES),
            kind=st.sampled_from(("person", "organisation")),
            role=_optional_words,
            aliases=st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple),
            evidence=_rests_on,
        )
    ),
    open_questions=_tuples(st.builds(Question, text=_words, evidence=_rests_on)),
    watch=_tuples(st.builds(WatchItem, text=_words, when=_optional_words, evidence=_rests_on)),
    cautions=_tuples(st.builds(Caution, text=_words)),
)
"""What a machine might draft from one source, again and again: other words, other items, the same few sentences."""


def takeaways_on(*numbers: int, wording: str = "first wording") -> tuple[Takeaway, ...]:
    """Draft one takeaway on each of the numbered sentences of the source."""
    return tuple(
        Takeaway(text=f"{wording} of sentence {number}", evidence=(Evidence(quote=SENTENCES[number]),))
        for number in numbers
    )


numbers_of_sentences = st.lists(st.sampled_from(range(len(SENTENCES))), unique=True)

SECTIONS = ("takeaways", "actors", "open_questions", "watch", "cautions")


def with_section(briefing: Briefing, section: str, items: Sequence[Any]) -> Briefing:
    """Give the briefing with other items in a section."""
    changes: dict[str, Any] = {section: tuple(items)}
    return replace(briefing, **changes)


@st.composite
def edits(draw: st.DrawFn, briefing: Briefing) -> tuple[Briefing, tuple[str, ...]]:
    """Do to a briefing what an editor might.

    Returns:
        The briefing as the editor leaves it, and every text that the editor wrote.
    """
    written: list[str] = []

    def write() -> str:
        text = f"editor's words {len(written)} {draw(st.integers(0, 999))}"
        written.append(text)
        return text

    for _ in range(draw(st.integers(0, 6))):
        briefing = draw(st.sampled_from((_own_field, _reword, _delete, _add, _reorder)))(draw, briefing, write)
    everything = repr(briefing)
    return briefing, tuple(text for text in written if text in everything)


def _own_field(draw: st.DrawFn, briefing: Briefing, write: Callable[[], str]) -> Briefing:
    name = draw(st.sampled_from(("title", "summary", "topics", "status", "no summary", "no topics")))
    changes: dict[str, Any] = {
        "title": lambda: {"title": write()},
        "summary": lambda: {"summary": write()},
        "topics": lambda: {"topics": (write(), *briefing.topics)},
        "status": lambda: {"status": draw(st.sampled_from(("draft", "reviewed", "published")))},
        "no summary": lambda: {"summary": None},
        "no topics": lambda: {"topics": briefing.topics[1:]},
    }
    return replace(briefing, **changes[name]())


def _reword(draw: st.DrawFn, briefing: Briefing, write: Callable[[], str]) -> Briefing:
    section = draw(st.sampled_from(SECTIONS))
    items = list(getattr(briefing, section))
    if items:
        at = draw(st.integers(0, len(items) - 1))
        names = [name for name in ("text", "name", "role", "said_by", "when", "position") if hasattr(items[at], name)]
        name = draw(st.sampled_from(names))
        gone = name in {"role", "said_by", "when", "position"} and draw(st.booleans())
        items[at] = replace(items[at], **{name: None if gone else write()})
    return with_section(briefing, section, items)


def _delete(draw: st.DrawFn, briefing: Briefing, _write: Callable[[], str]) -> Briefing:
    section = draw(st.sampled_from(SECTIONS))
    items = list(getattr(briefing, section))
    if items:
        items.pop(draw(st.integers(0, len(items) - 1)))
    return with_section(briefing, section, items)


def _add(draw: st.DrawFn, briefing: Briefing, write: Callable[[], str]) -> Briefing:
    section = draw(st.sampled_from(SECTIONS))
    quotes = (Evidence(quote=draw(st.sampled_from(SENTENCES))),) if draw(st.booleans()) else ()
    makers: dict[str, Any] = {
        "takeaways": lambda: Takeaway(text=write(), evidence=quotes),
        "actors": lambda: Actor(name=write(), kind="person", evidence=quotes),
        "open_questions": lambda: Question(text=write(), evidence=quotes),
        "watch": lambda: WatchItem(text=write(), evidence=quotes),
        "cautions": lambda: Caution(text=write()),
    }
    items = list(getattr(briefing, section))
    items.insert(draw(st.integers(0, len(items))), makers[section]())
    return with_section(briefing, section, items)


def _reorder(draw: st.DrawFn, briefing: Briefing, _write: Callable[[], str]) -> Briefing:
    section = draw(st.sampled_from(SECTIONS))
    return with_section(briefing, section, draw(st.permutations(getattr(briefing, section))))
