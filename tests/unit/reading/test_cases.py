"""Each folder of tests/cases/read is an article and what reading and cleaning make of it; the folder's name is the behaviour."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefgen.model.seed import Seed
from briefgen.reading.clean import clean
from briefgen.reading.read import read

if TYPE_CHECKING:
    from briefgen.model.article import Article, Block

CASES = Path(__file__).parents[2] / "cases" / "read"


def dump(article: Article) -> str:
    """Show an article as text: what is known of it, then blocks and removals in the order of the file."""
    source = article.source
    known = {
        "title": source.title,
        "published": source.published,
        "author": source.author,
        "publisher": source.publisher,
        "url": source.url,
    }
    lines = [f"{name}: {value}" for name, value in known.items() if value is not None]
    lines.extend(f"caution: {caution.text}" for caution in article.cautions)
    parts = [(block.sentences[0].start, _dump_block(block)) for block in article.blocks]
    parts.extend((removal.start, f"({removal.reason}: {removal.text})") for removal in article.removed)
    return "\n".join([*lines, "", *(text for _, text in sorted(parts))]) + "\n"


def _dump_block(block: Block) -> str:
    name = f"{block.kind} {block.level}" if block.level else block.kind
    label = f" <{block.label}>" if block.label else ""
    sentences = (f"    {'' if sentence.quotable else 'not quotable: '}{sentence.text}" for sentence in block.sentences)
    return "\n".join([f"{name}{label}", *sentences])


@pytest.mark.parametrize("folder", sorted(CASES.iterdir()), ids=lambda folder: folder.name)
def test_an_article_is_read_and_cleaned_as_its_case_says(folder: Path) -> None:
    """What the folder's name promises can be read in its expected.txt; UPDATE_CASES=1 writes it anew, to be looked at."""
    (source,) = folder.glob("input.*")
    data = source.read_bytes()
    seed = Seed(file=f"seeds/{source.name}", data=data, sha256=hashlib.sha256(data).hexdigest())
    shown = dump(clean(read(seed)))
    expected = folder / "expected.txt"
    if os.environ.get("UPDATE_CASES"):
        expected.write_text(shown, encoding="utf-8")
    assert shown == expected.read_text(encoding="utf-8")
