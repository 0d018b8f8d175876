"""A saved web page's text -> its layout: the story's passages, and what the page says of itself."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from briefgen.errors import SeedError
from briefgen.model.article import Removal
from briefgen.model.folding import fold, tidy
from briefgen.reading.bylines import byline_names
from briefgen.reading.dates import DateLine, prefers_day_first, read_date, read_date_line
from briefgen.reading.headings import find_headings
from briefgen.reading.html_header import read_page_header
from briefgen.reading.html_main import align, main_lines, squeeze
from briefgen.reading.html_metadata import Metadata, read_metadata
from briefgen.reading.html_refusal import refuse_other_pages
from briefgen.reading.html_story import find_story
from briefgen.reading.html_tree import take_apart
from briefgen.reading.layout import Layout
from briefgen.reading.page_lines import furniture_kind
from briefgen.reading.passages import Passage
from briefgen.reading.shapes import ends_open, is_caption, is_credit, is_prose, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefgen.model.article import RemovalReason
    from briefgen.reading.html_header import PageHeader
    from briefgen.reading.html_model import Page

MAX_MARKUP = 3_000_000
"""Characters of markup and text without scripts and images: trafilatura takes 4 s for 2.6 million, a minute for 10."""
MAX_BLOCKS = 50_000
"""Elements or lines: as many as are read of a plain text."""
_BEGINNING = 4_000
_SAMPLE = 200_000
_CREDITED = re.compile(r"[.!?]\s+(?:By|Photo|Credit|Image|Picture)\b.{3,60}\.?$", re.IGNORECASE)
_LEVEL = re.compile(r"h([1-6])")
_STANDFIRST_CLASS = re.compile(
    r"standfirst|\bdek\b|deck|sub-?(?:title|head)|summary|descri|lede|\blead\b|intro|excerpt|abstract",
    re.IGNORECASE,
)
_STANDFIRST_WORDS = 8
_MOST_STRAY_WORDS = 6


def lay_out_page(raw: str, file: str) -> Layout:
    """Find a saved page's story and what the page says of it.

    Args:
        raw: The decoded file.
        file: Its name, for messages.

    Returns:
        The layout; its text is as long as the file's.

    Raises:
        SeedError: The page is too large, or holds no article; the text says what it holds instead and what to do.
    """
    page, markup = take_apart(raw)
    blocks = max(len(page.nodes), len(page.runs))
    if len(markup) > MAX_MARKUP or blocks > MAX_BLOCKS:
        raise SeedError(
            f"{file}: expected a page of at most {MAX_MARKUP:,} characters without its scripts and of {MAX_BLOCKS:,} elements, "
            f"found {len(markup):,} characters and {blocks:,} elements. Save the article's text as .txt."
        )
    known = read_metadata(page.head, raw[:_BEGINNING])
    squeezed = [squeeze(page.surface[run.start : run.end]) for run in page.runs]
    lines = [squeeze(line) for line in main_lines(markup, blocks=len(page.nodes))]
    story = find_story(page, align(lines, squeezed))
    refuse_other_pages(page, story.runs, known, file)
    sample = " \n".join(tidy(page.surface[page.runs[at].start : page.runs[at].end]) for at in story.runs)[:_SAMPLE]
    day_first = prefers_day_first(sample)
    header = read_page_header(page, story.runs, known, day_first=day_first)
    strays = _strays(page, header, story.runs)
    runs = sorted({*story.runs, *_standfirsts(page, header, story.runs)} - set(strays))
    passages = tuple(_passage(page, at) for at in runs)
    strong = tuple((page.runs[at].start, page.runs[at].end) for at in runs if page.runs[at].strong)
    return Layout(
        text=page.surface,
        passages=find_headings(page.surface, passages, strong),
        fields=_fields(known, header),
        sample=sample,
        tables=story.tables,
        dates=_dates(known, header),
        removed=tuple(_removals(page, [*story.dropped, *((at, "metadata") for at in strays)])),
    )


def _passage(page: Page, at: int) -> Passage:
    """Tell a run's kind by the elements around it, the inner before the outer."""
    run = page.runs[at]
    names = [page.nodes[index].name for index in islice(page.lineage(run.node), 12)]
    lists = sum(1 for name in names if name in {"ul", "ol"})
    for name in names:
        level = _LEVEL.fullmatch(name)
        if level:
            return Passage(
                kind="heading", level=int(level[1]), start=run.start, end=run.end, blank_before=True, marked=True
            )
        if name == "li":
            return Passage(
                kind="bullet", level=max(lists - 1, 0), start=run.start, end=run.end, blank_before=True, marked=True
            )
        if name == "blockquote":
            return Passage(kind="quote", start=run.start, end=run.end, blank_before=True, marked=True)
        if name in {"td", "article", "section", "main"}:
            break
    return Passage(kind="paragraph", start=run.start, end=run.end, blank_before=True)


def _standfirsts(page: Page, header: PageHeader, story: tuple[int, ...]) -> list[int]:
    """Find what sums the story up between the title and its first paragraph."""
    if header.title_at < 0 or header.title_at >= story[0]:
        return []
    found: list[int] = []
    for at in range(header.title_at + 1, min(story[0], header.title_at + 12)):
        run = page.runs[at]
        said = tidy(page.surface[run.start : run.end])
        named = " ".join(page.nodes[index].attributes.get("class", "") for index in islice(page.lineage(run.node), 2))
        if not (_STANDFIRST_CLASS.search(named) or (is_prose(said) and _same_parent(page, at, header.title_at))):
            continue
        if len(words(said)) < _STANDFIRST_WORDS or run.linked * 2 > run.visible or not _is_open(page, at):
            continue
        if (
            furniture_kind(said)
            or is_credit(said)
            or is_caption(said)
            or byline_names(said, bare=False)
            or read_date_line(said)
            or _CREDITED.search(said)
        ):
            continue
        found.append(at)
    return found


def _strays(page: Page, header: PageHeader, story: tuple[int, ...]) -> list[int]:
    """Find the few words above the first paragraph that are neither title nor date nor byline: an office, a section."""
    found: list[int] = []
    for at in story:
        said = tidy(page.surface[page.runs[at].start : page.runs[at].end])
        if is_prose(said):
            return found
        short = len(words(said)) <= _MOST_STRAY_WORDS and ends_open(said)
        telling = fold(said) == fold(header.title) or read_date_line(said) or byline_names(said, bare=True)
        if short and not telling and _passage(page, at).kind == "paragraph" and not page.runs[at].strong:
            found.append(at)
    return []


def _same_parent(page: Page, at: int, other: int) -> bool:
    one = set(islice(page.lineage(page.runs[at].node), 3))
    return not one.isdisjoint(islice(page.lineage(page.runs[other].node), 3))


def _is_open(page: Page, at: int) -> bool:
    return not any(
        page.nodes[index].name in {"figure", "figcaption", "aside", "nav", "form", "li", "blockquote"}
        for index in page.lineage(page.runs[at].node)
    )


def _fields(known: Metadata, header: PageHeader) -> dict[str, str]:
    fields = {
        "title": header.title,
        "date": known.published,
        "author": known.author if known.author != known.publisher or not header.author else "",
        "publisher": known.publisher or header.publisher,
        "url": known.url,
        "language": known.language,
    }
    fields["author"] = fields["author"] or header.author
    return {name: value for name, value in fields.items() if value}


def _dates(known: Metadata, header: PageHeader) -> tuple[DateLine, ...]:
    """Give the visible dates, and below them the day of the last change, which stands in only where no other is known."""
    updated = read_date(known.updated)
    told = [DateLine(printed=updated, role="updated", beside="")] if updated else []
    return (*header.dates, *told)


def _removals(page: Page, dropped: Iterable[tuple[int, RemovalReason]]) -> Iterable[Removal]:
    for at, reason in dropped:
        run = page.runs[at]
        text = tidy(page.surface[run.start : run.end])
        if text:
            yield Removal(start=run.start, end=run.end, text=text, reason=reason)
