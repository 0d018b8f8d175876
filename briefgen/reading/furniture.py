"""Article -> which of its blocks are the page's furniture: menus, share bars, prompts, teasers, credits, biographies."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.model.folding import fold
from briefgen.reading.author_bios import about_author
from briefgen.reading.bylines import byline_names
from briefgen.reading.dates import read_date_line
from briefgen.reading.page_lines import (
    ends_story,
    furniture_kind,
    heads_links,
    is_biography,
    is_short_item,
    speaks_to_reader,
)
from briefgen.reading.shapes import ends_open, is_caption, is_credit, is_prose, is_title_case, words

if TYPE_CHECKING:
    from briefgen.model.article import Article, Block, RemovalReason

_SHORTEST_MENU = 4
"""Lines: three short lines in a row are met in stories, as verses or figures."""
_MOST_BELOW = 0.2
"""Of the text's prose, what may stand below a label such as "Comments" for the label to be the story's end."""
_LEAST_ABOVE = 0.4
_FEWEST_REPEATED_WORDS = 6
_FEWEST_TEASERS = 3
_TEASER_SHARE = 0.5
"""Of the dates that stand alone, those right below a line without a full stop."""
_CAPTION_REACH = 320
_CAPTION_SENTENCES = 2
_LONG_LINE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """An article's blocks with what the rules ask of them."""

    blocks: tuple[Block, ...]
    said: tuple[str, ...]
    """Each block's text."""
    prose: tuple[int, ...]
    """Length of each block that is running text, else 0."""


def furniture(article: Article) -> dict[int, RemovalReason]:
    """Tell which blocks go as a whole.

    Args:
        article: As `read` gave it.

    Returns:
        Reasons by index of block.
    """
    said = tuple(" ".join(sentence.text for sentence in block.sentences) for block in article.blocks)
    page = _Page(
        blocks=article.blocks,
        said=said,
        prose=tuple(_prose(block, line) for block, line in zip(article.blocks, said, strict=True)),
    )
    gone: dict[int, RemovalReason] = {}
    for rule in (_by_words, _pictures, _link_sections, _menus, _repetitions, _dated_teasers):
        for at, reason in rule(page).items():
            gone.setdefault(at, reason)
    for at in about_author(article.source.author, said, page.prose):
        gone.setdefault(at, "author bio")
    for at, reason in _above_title(page, article).items():
        gone.setdefault(at, reason)
    for at, reason in _below_end(page, gone).items():
        gone.setdefault(at, reason)
    return gone


def _prose(block: Block, line: str) -> int:
    """Give the length of running text; a long line without a full stop is one that lost its end."""
    running = is_prose(line) or len(line) >= _LONG_LINE and not is_title_case(line)  # noqa: RUF021 - two kinds of running text
    return len(line) if running and block.kind != "heading" and not speaks_to_reader(line) else 0


def _by_words(page: _Page) -> dict[int, RemovalReason]:
    """Lines whose own words say what they are."""
    gone: dict[int, RemovalReason] = {}
    for at, line in enumerate(page.said):
        kind = furniture_kind(line)
        if kind:
            gone[at] = kind
    return gone


def _pictures(page: _Page) -> dict[int, RemovalReason]:
    """Credits, and the captions above them."""
    gone: dict[int, RemovalReason] = {}
    times = Counter(page.said)
    prose = [at for at, length in enumerate(page.prose) if length]
    for at, line in enumerate(page.said):
        if is_credit(line):
            gone[at] = "photo credit"
            if at and _may_be_caption(page, at - 1, times, prose):
                gone[at - 1] = "photo credit"
        elif is_caption(line):
            gone[at] = "photo credit"
    return gone


def _may_be_caption(page: _Page, at: int, times: Counter[str], prose: list[int]) -> bool:
    """Whether a paragraph right above a credit describes the picture; a picture need not have a caption."""
    line = page.said[at]
    if (
        page.blocks[at].kind != "paragraph"
        or len(line) > _CAPTION_REACH
        or len(page.blocks[at].sentences) > _CAPTION_SENTENCES
    ):
        return False
    if times[line] > 1:
        return True
    drawn = page.said[at + 1].lower().startswith(("composite", "illustration", "graphic"))
    goes_on = any(other > at + 1 for other in prose)
    return goes_on and not drawn and times[page.said[at + 1]] == 1 and not any(mark in line for mark in '“”"')


def _link_sections(page: _Page) -> dict[int, RemovalReason]:
    """A heading such as "Sources" and the list below it."""
    gone: dict[int, RemovalReason] = {}
    for at, line in enumerate(page.said):
        if not heads_links(line):
            continue
        below = at + 1
        while below < len(page.said) and (page.blocks[below].kind == "bullet" or "://" in page.said[below]):
            gone[below] = "related story"
            below += 1
        if below > at + 1:
            gone[at] = "related story"
    return gone


def _menus(page: _Page) -> dict[int, RemovalReason]:
    """Runs of short lines, and runs of headlines of other stories in bullets."""
    gone: dict[int, RemovalReason] = {}
    run: list[int] = []
    for at in range(len(page.said) + 1):
        if (
            at < len(page.said)
            and is_short_item(page.said[at])
            and page.blocks[at].kind != "bullet"
            and not page.blocks[at].label
        ):
            run.append(at)
            continue
        # The last short line may be the heading of the prose that follows.
        if run and at < len(page.said) and page.prose[at] and page.blocks[run[-1]].kind == "heading":
            run.pop()
        if len(run) >= _SHORTEST_MENU:
            gone.update(dict.fromkeys(run, "navigation"))
        run = []
    headlines: list[int] = []
    for at in range(len(page.said) + 1):
        if at < len(page.said) and page.blocks[at].kind == "bullet" and _is_headline(page.said[at]):
            headlines.append(at)
            continue
        introduced = headlines and headlines[0] > 0 and page.said[headlines[0] - 1].endswith(":")
        if len(headlines) > 1 and not introduced:
            gone.update(dict.fromkeys(headlines, "related story"))
        headlines = []
    return gone


def _is_headline(line: str) -> bool:
    return len(words(line)) >= 6 and ends_open(line) and is_title_case(line)  # noqa: PLR2004 - shorter ones are names in a list


def _repetitions(page: _Page) -> dict[int, RemovalReason]:
    """What stands twice: a paragraph printed again, a sentence of the story pulled out as a line of its own."""
    gone: dict[int, RemovalReason] = {}
    sentences: dict[str, int] = {}
    for at, block in enumerate(page.blocks):
        for sentence in block.sentences:
            if len(block.sentences) > 1:
                sentences.setdefault(fold(sentence.text), at)
    seen: dict[str, int] = {}
    for at, line in enumerate(page.said):
        if len(words(line)) < _FEWEST_REPEATED_WORDS:
            continue
        key = fold(line)
        if key in seen or sentences.get(key, at) != at:
            gone[at] = "repetition"
        seen.setdefault(key, at)
    return gone


def _dated_teasers(page: _Page) -> dict[int, RemovalReason]:
    """Headlines of other stories, each with its date right below, and their authors between; a chronology has prose there."""
    dates = [at for at, line in enumerate(page.said) if at and page.blocks[at].kind != "bullet" and _is_bare_date(line)]
    gone: dict[int, RemovalReason] = {}
    teasers = 0
    for at in dates:
        above = at - 1
        by = byline_names(page.said[above], bare=True) is not None
        headline = above - 1 if by and above else above
        gone.update(dict.fromkeys([at, above] if by else [at], "related story"))
        if ends_open(page.said[headline]) and headline not in dates:
            teasers += 1
            gone[headline] = "related story"
    return gone if len(dates) >= _FEWEST_TEASERS and teasers >= _TEASER_SHARE * len(dates) else {}


def _is_bare_date(line: str) -> bool:
    found = read_date_line(line)
    return found is not None and found.role == "plain" and not found.beside


def _above_title(page: _Page, article: Article) -> dict[int, RemovalReason]:
    """What stands above the title is the page's, unless most of the story does."""
    if not article.source.title:
        return {}
    title = fold(article.source.title).rstrip(".… ")
    places = [
        removal.start
        for removal in article.removed
        if removal.reason == "metadata" and fold(removal.text).rstrip(".… ") == title
    ]
    above = [at for at, block in enumerate(page.blocks) if places and block.sentences[0].start < places[-1]]
    if sum(page.prose[at] for at in above) > _MOST_BELOW * (sum(page.prose) or 1):
        return {}
    return dict.fromkeys(above, "navigation")


def _below_end(page: _Page, gone: dict[int, RemovalReason]) -> dict[int, RemovalReason]:
    """What stands below the story's end: other stories' teasers, menus, biographies."""
    end = _end_label(page, gone)
    below = {at: _kind_below(page, at) for at in range(end, len(page.said))}
    at = end - 1
    while at >= 0 and (at in gone or _hangs_on(page, at)):
        below[at] = "author bio" if is_biography(page.said[at]) else "navigation"
        at -= 1
    return below if at >= 0 else {}


def _end_label(page: _Page, gone: dict[int, RemovalReason]) -> int:
    """Give the index of the label below which the story is over; the number of blocks where there is none."""
    total = sum(length for at, length in enumerate(page.prose) if at not in gone) or 1
    above = 0
    for at, line in enumerate(page.said):
        reason = gone.get(at)
        labelled = (
            ends_story(line)
            or reason in {"author bio", "copyright"}
            or (reason == "related story" and _is_bare_date(line))
        )
        if labelled and above >= _LEAST_ABOVE * total and total - above <= _MOST_BELOW * total:
            return at
        above += page.prose[at] if at not in gone else 0
    return len(page.said)


def _hangs_on(page: _Page, at: int) -> bool:
    """Whether a block at the very end is no sentence, or introduces the author."""
    block, line = page.blocks[at], page.said[at]
    if is_biography(line):
        return True
    unmarked = block.kind == "paragraph" or (block.kind == "heading" and block.level == 0)
    return unmarked and ends_open(line) and not line[0].islower() and not page.prose[at]


def _kind_below(page: _Page, at: int) -> RemovalReason:
    if is_biography(page.said[at]):
        return "author bio"
    return "related story" if page.prose[at] or not is_short_item(page.said[at]) else "navigation"
