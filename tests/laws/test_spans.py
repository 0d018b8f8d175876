"""Laws of reading: a sentence is found where it says it stands, in every seed and in generated texts."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefgen.errors import SeedError
from briefgen.model.folding import Folded, tidy
from briefgen.model.seed import Seed
from briefgen.reading.clean import clean
from briefgen.reading.read import read

if TYPE_CHECKING:
    from briefgen.model.article import Article

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())
CASES = sorted((Path(__file__).parents[1] / "cases" / "read").glob("*/input.*"))

WORDS = st.sampled_from(
    "the board said on Monday that ferries will not sail J. D. Ode U.S. Gen. No. 7 4.5 a.m. “Go!” (see) **bold** *it* "
    "[link](https://a.example/b) [cite: 1] — – -- ... .. … &amp; &nbsp; \u200bx\u00a0y \u2060 <em>x</em> `c` {{x}} :".split(
        " "
    )
)
SENTENCES = st.builds(
    lambda words, end: " ".join(words) + end,
    st.lists(WORDS, min_size=1, max_size=12),
    st.sampled_from([".", "?", "!", "..", "", ":"]),
)
STARTS = st.sampled_from(
    ["", "", "", "- ", "1. ", "# ", "> ", "## ", "**", "Find out more about ", "Photo: ", "By ", "Label: "]
)
LINES = st.builds(
    lambda start, sentences: start + " ".join(sentences), STARTS, st.lists(SENTENCES, min_size=1, max_size=4)
)
TEXTS = st.builds(
    lambda lines, breaks: "".join(f"{line}{gap}" for line, gap in zip(lines, breaks, strict=False)),
    st.lists(LINES, min_size=1, max_size=12),
    st.lists(st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\u2028", "\n \n"]), min_size=12, max_size=12),
)


def article(text: bytes, file: str) -> Article:
    """Read and clean a text; one that is refused is no example."""
    try:
        return clean(read(Seed(file=file, data=text, sha256=hashlib.sha256(text).hexdigest())))
    except SeedError:
        assume(condition=False)
        raise


def check_spans(shown: Article) -> None:
    """Assert the laws of an article's spans."""
    sentences = [sentence for block in shown.blocks for sentence in block.sentences]
    folded = Folded(shown.text)
    for sentence in sentences:
        assert 0 <= sentence.start < sentence.end <= len(shown.text)
        assert sentence.text == tidy(sentence.text) != ""
        if sentence.quotable:
            assert tidy(shown.text[sentence.start : sentence.end]) == sentence.text
            assert folded.find(sentence.text) is not None
    for above, below in pairwise(sentences):
        assert above.end <= below.start
    for removal in shown.removed:
        assert tidy(shown.text[removal.start : removal.end]) == removal.text
    assert all(block.sentences for block in shown.blocks)
    assert all(block.sentences[0].text.startswith(block.label) for block in shown.blocks)


@pytest.mark.parametrize("path", [*SEEDS, *CASES], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sentence_is_found_where_it_stands_in_every_file(path: Path) -> None:
    """Offsets are the decoded file's; sentences are in order and do not overlap."""
    check_spans(article(path.read_bytes(), f"seeds/{path.name}"))


@given(text=TEXTS, file=st.sampled_from(["a.txt", "a.md"]))
@example(text="“Go!” **bold** *it*. [cite: 1] — x.\nx", file="a.md")
def test_a_sentence_is_found_where_it_stands_in_any_text(text: str, file: str) -> None:
    """The same for made-up texts with all the marks that reading knows."""
    check_spans(article(text.encode(), file))


@given(text=st.text(max_size=300), file=st.sampled_from(["a.txt", "a.md"]))
def test_any_text_is_read_or_refused(text: str, file: str) -> None:
    """Arbitrary characters break nothing."""
    check_spans(article(text.encode("utf-8", errors="ignore"), file))


@given(text=TEXTS)
def test_offsets_are_the_files(text: str) -> None:
    """The legible text is as long as the decoded file, and differs only where marks were."""
    shown = article(text.encode(), "a.md")
    assert len(shown.text) == len(text)


@given(text=TEXTS)
def test_cleaning_only_takes_away(text: str) -> None:
    """What is left was there before, and what went is in `removed`."""
    data = text.encode()
    try:
        before = read(Seed(file="a.md", data=data, sha256="0" * 64))
    except SeedError:
        assume(condition=False)
        raise
    after = clean(before)
    assert after.text == before.text
    spans = [(sentence.start, sentence.end) for block in before.blocks for sentence in block.sentences]
    for block in after.blocks:
        for sentence in block.sentences:
            assert any(start <= sentence.start and sentence.end <= end for start, end in spans)
    left = sum(len(block.sentences) for block in after.blocks)
    assert left == len(spans) or len(after.removed) > len(before.removed)
