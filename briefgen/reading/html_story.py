"""A page's runs and those that trafilatura keeps -> the runs of the story: what it dropped is mended, furniture left out.

trafilatura judges paragraphs by themselves and so loses what is short or full of links between two that it keeps: a
subheading, a list, a quotation. What stands among kept paragraphs, in the same place of the page, belongs to them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from briefgen.model.folding import tidy
from briefgen.reading.html_names import furniture_by_name
from briefgen.reading.html_places import Places
from briefgen.reading.page_lines import ends_story, furniture_kind
from briefgen.reading.shapes import is_caption, is_credit, is_prose, words

if TYPE_CHECKING:
    from briefgen.model.article import RemovalReason
    from briefgen.reading.html_model import Page, Run

# Figures hold these, too, and they are no captions.
_SHOWN = frozenset(["pre", "blockquote"])
_BULK = 0.5
"""Of the main text; what holds more of it is no furniture, whatever its name."""
_LINK_SHARE = 0.5
_ALL_LINK = 0.8
_KIN_LEVELS = 4
_LONGEST_HEADING = 200
_MOST_STRAY_WORDS = 3
_TABLE_CELLS = 4
_CELL = 60
"""Characters: the cells of tables that hold data are shorter on average, those that lay out a page longer."""
_HELD = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What of a page is the story."""

    runs: tuple[int, ...]
    """Indexes of its runs, in order."""
    dropped: tuple[tuple[int, RemovalReason], ...]
    """Runs among them that are the page's furniture, with the reason."""
    tables: int
    """Tables among them that hold data; left out."""


def find_story(page: Page, main: set[int]) -> Story:
    """Tell which runs are the story's.

    Args:
        page: The page.
        main: Indexes of the runs that trafilatura takes for the main text.

    Returns:
        The story, in the order of the page.
    """
    mending = _Mending(page, main)
    return mending.story()


_Verdict = Literal["take", "reject"]


@dataclass(slots=True, kw_only=True)
class _Gap:
    """What stands between two runs of the story."""

    above: int
    below: int | None
    """None below the story's last run."""
    end: int
    linked: Counter[int] = field(default_factory=Counter)
    """Visible characters in links, by the outermost list they stand in."""
    visible: Counter[int] = field(default_factory=Counter)


class _Mending:
    """The page with what has been decided so far."""

    def __init__(self, page: Page, main: set[int]) -> None:
        self.page = page
        self.places = Places(page)
        self.said = [tidy(page.surface[run.start : run.end]) for run in page.runs]
        self.inside = self._count_inside(main)
        self.total = sum(page.runs[at].visible for at in main) or 1
        self.tables = self._data_tables()
        self.own_article = any(
            page.nodes[index].name == "article" and held > _BULK * self.total for index, held in self.inside.items()
        )
        self.dropped: dict[int, RemovalReason] = {}
        self.tabled: set[int] = set()
        self.kept = {at for at in main if not self._drop(at)}

    def story(self) -> Story:
        """Mend the story."""
        if self.kept:
            self._take_kin()
            self._take_between()
            self._trim()
        return Story(
            runs=tuple(sorted(self.kept)),
            dropped=tuple(sorted(self.dropped.items())),
            tables=len(self.tabled),
        )

    def _count_inside(self, main: set[int]) -> Counter[int]:
        """Count the visible characters of main text in each element."""
        inside: Counter[int] = Counter()
        for at in main:
            run = self.page.runs[at]
            for node in self.page.lineage(run.node):
                inside[node] += run.visible
        return inside

    def _drop(self, at: int) -> bool:
        table = self._table(self.page.runs[at])
        if table is not None:
            self.tabled.add(table)
            return True
        reason = self._furniture(at)
        if reason:
            self.dropped[at] = reason
        return reason is not None

    def _furniture(self, at: int) -> RemovalReason | None:
        """Tell what a run is by the names of the elements around it."""
        shown = False
        for index in self.page.lineage(self.page.runs[at].node):
            if self.inside[index] > _BULK * self.total:
                return None
            node = self.page.nodes[index]
            if node.name in _SHOWN:
                shown = True
            if node.name == "article" and self.own_article:
                return "related story"
            reason = None if node.name == "figure" and shown else furniture_by_name(node.name, node.attributes)
            if reason:
                return reason
        return None

    def _data_tables(self) -> frozenset[int]:
        """Find the tables that hold figures or names rather than lay out the page."""
        cells: Counter[int] = Counter()
        length: Counter[int] = Counter()
        for run in self.page.runs:
            for index in self.page.lineage(run.node):
                name = self.page.nodes[index].name
                if name == "table":
                    cells[index] += 1
                    length[index] += run.visible
                    break
        return frozenset(
            index for index in cells if cells[index] >= _TABLE_CELLS and length[index] < _CELL * cells[index]
        )

    def _table(self, run: Run) -> int | None:
        for index in self.page.lineage(run.node):
            if index in self.tables and self.inside[index] <= _BULK * self.total:
                return index
        return None

    def _take_kin(self) -> None:
        """Take running text that stands in elements of the same names as the story's own, in its part of the page."""
        runs = self.page.runs
        shapes = Counter(self.places.shape(at) for at in self.kept if is_prose(self.said[at]))
        if not shapes:
            return
        first, last = min(self.kept), max(self.kept)
        root = self._root()
        for span in (range(first, -1, -1), range(last, len(runs))):
            for at in span:
                elsewhere = self.places.in_heading(at) and ends_story(self.said[at])
                if at not in self.kept and (elsewhere or self.places.in_headline(at)):
                    break
                shape = self.places.shape(at)
                # Elements without a name of their own are the same everywhere on a page.
                alike = shape in shapes and (any(not name.endswith(".") for name in shape) or self._within(root, at))
                if at not in self.kept and alike and self._may_be_prose(at):
                    self.kept.add(at)

    def _root(self) -> int:
        """Give the element around the story: the innermost with all of it, or a few levels above what holds its bulk."""
        bulk = [index for index in self.inside if self.inside[index] > _HELD * self.total]
        innermost = max(bulk, default=-1)
        lineage = list(self.page.lineage(innermost))
        for index in lineage[:_KIN_LEVELS]:
            if self.page.nodes[index].name in {"article", "main"}:
                return index
        return lineage[min(_KIN_LEVELS, len(lineage)) - 1] if lineage else -1

    def _within(self, node: int, at: int) -> bool:
        return node in self.page.lineage(self.page.runs[at].node)

    def _may_be_prose(self, at: int) -> bool:
        said, run = self.said[at], self.page.runs[at]
        if not is_prose(said) or run.linked > _LINK_SHARE * run.visible:
            return False
        return not (
            furniture_kind(said) or is_credit(said) or is_caption(said) or self._furniture(at) or self._table(run)
        )

    def _take_between(self) -> None:
        """Take what stands between two runs of the story, or right below its last."""
        order = sorted(self.kept)
        for above, below in zip(order, [*order[1:], None], strict=True):
            end = below if below is not None else len(self.said)
            if end - above < 2:  # noqa: PLR2004 - nothing between
                continue
            self._take_gap(self._gap(above, below, end))

    def _trim(self) -> None:
        """Leave out lines of links above the first running text and below the last: "View in browser", "Next page"."""
        order = sorted(self.kept)
        prose = [at for at in order if is_prose(self.said[at])] or order
        for at in order:
            run = self.page.runs[at]
            outside = not prose[0] <= at <= prose[-1]
            plain = self.places.outermost_list(at) < 0 and not self.places.in_heading(at)
            if outside and plain and run.linked > _ALL_LINK * run.visible:
                self.kept.discard(at)
                self.dropped[at] = "navigation"

    def _gap(self, above: int, below: int | None, end: int) -> _Gap:
        gap = _Gap(above=above, below=below, end=end)
        for at in range(above + 1, end):
            block = self.places.outermost_list(at)
            gap.linked[block] += self.page.runs[at].linked
            gap.visible[block] += self.page.runs[at].visible
        return gap

    def _take_gap(self, gap: _Gap) -> None:
        rejected = False
        for at in range(gap.above + 1, gap.end):
            if gap.below is None and not self._hangs_on(gap.above, at):
                return
            if self._drop_from(gap, at):
                continue
            if not self.places.near(gap.above, at) or (gap.below is not None and not self.places.near(gap.below, at)):
                continue
            verdict = self._judge(gap, at, rejected=rejected)
            if verdict is not None:
                rejected = verdict == "reject"
            if verdict == "take":
                self.kept.add(at)

    def _drop_from(self, gap: _Gap, at: int) -> bool:
        """Leave furniture and tables out of a gap."""
        reason, table = self._furniture(at), self._table(self.page.runs[at])
        if reason and gap.below is not None and self.places.near(gap.above, at):
            self.dropped.setdefault(at, reason)
        if reason is None and table is not None:
            self.tabled.add(table)
        return reason is not None or table is not None

    def _judge(self, gap: _Gap, at: int, *, rejected: bool) -> _Verdict | None:
        """Judge one run of a gap; below a rejected one, as "Read more", lists are rejected too, up to the next heading."""
        run, said, block = self.page.runs[at], self.said[at], self.places.outermost_list(at)
        if furniture_kind(said) or is_credit(said) or is_caption(said):
            return "reject"
        if block >= 0:
            introduced = self.said[gap.above].endswith(":") and gap.below is not None
            few_links = gap.linked[block] <= _LINK_SHARE * gap.visible[block]
            return "take" if introduced or (few_links and not rejected) else None
        if run.linked > _LINK_SHARE * run.visible:
            return "reject"
        if self.places.in_heading(at):
            if ends_story(said):
                return "reject"
            heads = gap.below is not None and len(said) <= _LONGEST_HEADING and self._heads(at, gap.below)
            return "take" if heads else None
        kin = self.places.shape(at) == self.places.shape(gap.above) and len(words(said)) > _MOST_STRAY_WORDS
        return "take" if kin or self.places.in_quote(at) else None

    def _hangs_on(self, above: int, at: int) -> bool:
        """Whether a run below the story's last one is a list that the last one introduces or goes on with."""
        block = self.places.outermost_list(at)
        return block >= 0 and (self.said[above].endswith(":") or block == self.places.outermost_list(above))

    def _heads(self, at: int, below: int) -> bool:
        """Whether a heading has story below it before the next one."""
        return all(not self.places.in_heading(other) or other in self.kept for other in range(at + 1, below))
