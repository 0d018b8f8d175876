"""A briefing as a whole -> problems: its sources, the length of its sections, what is said twice, left-over markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.checking.grounds import Found, Path, short
from briefgen.checking.words import words_of
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefgen.model.article import Article
    from briefgen.model.briefing import Briefing

_MOST = {"takeaways": 6, "actors": 8, "open_questions": 4, "watch": 5}
_MOST_WORDS = 45
_MARKUP = re.compile(
    r"\[(?:cite|citation|source|ref|oaicite|turn\d)[^\]]{0,80}\]|\[\d{1,3}\](?!\()|【[^】]{0,80}】|:contentReference\b|\boaicite\b"
    r"|\bturn\d+(?:search|news|view)\d+|</?[a-z][a-z0-9]{0,14}(?:\s[^<>]{0,200})?/?>|&(?:[a-z]{2,8}|#\d{1,6});",
    re.IGNORECASE,
)


def source_problems(briefing: Briefing, articles: Mapping[str, Article], sha256: Mapping[str, str]) -> Iterator[Found]:
    """Give what is wrong with the sources a briefing names.

    Args:
        briefing: The briefing.
        articles: What could be read, by file.
        sha256: The hash of each file now on the disk, by file; a file that is gone has none.
    """
    if not briefing.sources:
        yield Found(
            path=("sources",), code="no-source", message="expected at least one source, found none; name the article"
        )
    for number, source in enumerate(briefing.sources):
        at: Path = ("sources", number)
        now = sha256.get(source.file)
        if now is None:
            message = f"expected the article {source.file}, found no such file; put it back, or correct the name"
            yield Found(path=(*at, "file"), code="source-missing", message=message)
        elif source.sha256 is not None and source.sha256 != now:
            # A published briefing is left as it is unless somebody says otherwise.
            draft = "briefgen draft --published" if briefing.status == "published" else "briefgen draft"
            message = (
                f"{source.file} is not the file that was drafted from; run `{draft} {source.file}` and look at what it "
                f"proposes, or, if the briefing holds as it is, set `sha256` to {now}"
            )
            yield Found(path=(*at, "sha256"), code="source-changed", message=message)
        article = articles.get(source.file)
        told = article.source.published if article else None
        if source.published is not None and told is not None and source.published != told:
            message = f"expected {told}, as the article tells it, found {source.published}; correct it if it is wrong"
            yield Found(path=(*at, "published"), code="date-differs", message=message)
    days = [source.published for source in briefing.sources if source.published is not None]
    if briefing.date is not None and days and briefing.date not in days:
        listed = " or ".join(str(day) for day in sorted(set(days)))
        message = (
            f"expected {listed}, the source's date of publication, found {briefing.date}; correct whichever is wrong"
        )
        yield Found(path=("date",), code="date-differs", message=message)


def length_problems(briefing: Briefing) -> Iterator[Found]:
    """Give the sections and takeaways that are longer than a reader has time for."""
    sections = _sections(briefing)
    for section, most in _MOST.items():
        if len(sections[section]) > most:
            message = f"expected at most {most} items, found {len(sections[section])}; keep the most consequential"
            yield Found(path=(section, most), code="too-many", message=message)
    for number, takeaway in enumerate(briefing.takeaways):
        count = sum(not word.bracketed for word in words_of(takeaway.text))
        if count > _MOST_WORDS:
            message = f"expected at most {_MOST_WORDS} words, found {count}; keep to one idea"
            yield Found(path=("takeaways", number, "text"), code="too-long", message=message)


def _sections(briefing: Briefing) -> dict[str, tuple[str, ...]]:
    """Give the texts of each section; of an actor the name."""
    return {
        "takeaways": tuple(item.text for item in briefing.takeaways),
        "actors": tuple(item.name for item in briefing.actors),
        "open_questions": tuple(item.text for item in briefing.open_questions),
        "watch": tuple(item.text for item in briefing.watch),
    }


def repeated_items(briefing: Briefing) -> Iterator[Found]:
    """Give the items that say what an earlier one of their section says; actors are told apart by `actor-twice`."""
    for section, texts in _sections(briefing).items():
        first: dict[str, int] = {}
        for number, text in enumerate(texts):
            if section == "actors":
                continue
            earlier = first.setdefault(fold(text).casefold().rstrip(".?! "), number)
            if earlier != number:
                message = f"“{short(text)}” is said by item {earlier + 1} of this section already; take one out"
                yield Found(path=(section, number, "text"), code="item-twice", message=message)


def markup_problems(briefing: Briefing) -> Iterator[Found]:
    """Give the texts that hold a machine's marker or HTML."""
    for path, text in _texts(briefing):
        match = _MARKUP.search(text)
        if match is not None:
            message = f"“{short(match.group())}” is left-over markup; take it out"
            yield Found(path=path, code="markup-in-text", message=message)


def _texts(briefing: Briefing) -> Iterator[tuple[Path, str]]:
    """Give every text of a briefing that tells the story, with its place; a caution may name what it warns of."""
    yield ("title",), briefing.title
    if briefing.summary:
        yield ("summary",), briefing.summary
    for number, topic in enumerate(briefing.topics):
        yield ("topics", number), topic
    fields = {
        "takeaways": ("text", "said_by"),
        "actors": ("name", "role", "position"),
        "open_questions": ("text", "answer"),
        "watch": ("text", "when", "where", "outcome"),
    }
    for section, names in fields.items():
        for number, item in enumerate(getattr(briefing, section)):
            for name in names:
                text = getattr(item, name)
                if text:
                    yield (section, number, name), text
            for place, evidence in enumerate(getattr(item, "evidence", ())):
                yield (section, number, "evidence", place, "quote"), evidence.quote
