"""Laws of reading pages: a sentence is found where it says it stands, whatever the page is made of."""

from __future__ import annotations

import hashlib

from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefgen.errors import SeedError
from briefgen.model.folding import Folded, tidy
from briefgen.model.seed import Seed
from briefgen.reading.clean import clean
from briefgen.reading.html_tree import take_apart
from briefgen.reading.read import read

WORDS = st.sampled_from(
    (
        "the board said on Monday that ferries will not sail J. D. Ode U.S. 4.5 a.m. “Go!” &amp; &nbsp; R&ampD &shy; &#8217; "
        "&lt;b&gt; <b>bold</b> <a\nhref=x>link</a> <em>half</em>way <br> <!--x--> <wbr> \u00a0 \u200b \u2060 <sup>1</sup> "
        "<span hidden>x</span> < >"
    ).split(" ")
)
SENTENCES = st.builds(
    lambda words, end: " ".join(words) + end, st.lists(WORDS, min_size=4, max_size=14), st.sampled_from(".?!…:")
)
BLOCKS = st.builds(
    lambda tags, sentences: tags[0] + " ".join(sentences) + tags[1],
    st.sampled_from(
        [
            ("<p>", "</p>"),
            ("<p>", ""),
            ("<h2>", "</h2>"),
            ("<ul><li>", "</li></ul>"),
            ("<blockquote><p>", "</p></blockquote>"),
            ("<div class='related'>", "</div>"),
            ("<figure><figcaption>", "</figcaption></figure>"),
            ("<table><tr><td>", "</td></tr></table>"),
            ("<aside>", "</aside>"),
            ("", "<br><br>"),
            ("<script>", "</script>"),
        ]
    ),
    st.lists(SENTENCES, min_size=1, max_size=3),
)
PROSE = (
    "<p>The board said on Monday that the ferries will not sail before the end of the week, and the crews are waiting.</p>"
    * 2
)
PAGES = st.builds(
    lambda blocks: f"<html><body><article><h1>Ferries</h1>{PROSE}{''.join(blocks)}<p>{PROSE}</article></body></html>",
    st.lists(BLOCKS, max_size=8),
)


@given(page=PAGES)
@example(page=f"<html><body>{PROSE}<p>An<b\n>n L</b>ee&nbsp;said.<td>x</html>{PROSE}")
def test_a_sentence_is_found_where_it_stands_in_any_page(page: str) -> None:
    """Offsets are the file's; sentences are in order, do not overlap, and can be found again as quotes."""
    data = page.encode()
    try:
        shown = clean(read(Seed(file="a.html", data=data, sha256=hashlib.sha256(data).hexdigest())))
    except SeedError:
        assume(condition=False)
        raise
    assert len(shown.text) == len(page)
    folded = Folded(shown.text)
    reached = 0
    for sentence in (sentence for block in shown.blocks for sentence in block.sentences):
        assert reached <= sentence.start < sentence.end <= len(page)
        reached = sentence.end
        assert sentence.text == tidy(sentence.text) != ""
        if sentence.quotable:
            assert tidy(shown.text[sentence.start : sentence.end]) == sentence.text
            assert folded.find(sentence.text) is not None
    for removal in shown.removed:
        assert tidy(shown.text[removal.start : removal.end]) == removal.text


@given(text=st.text(alphabet=st.sampled_from("<>/!-='\"& ;#aptdivbrscriptli\n\u00ad"), max_size=200))
@example(text="<a =>")
@example(text="<a/=x/>")
@example(text="<!-->")
def test_any_text_is_taken_apart(text: str) -> None:
    """Whatever looks like markup: the surface is as long as the text, and lines stand in order on it."""
    page, _ = take_apart(text)
    assert len(page.surface) == len(text)
    reached = 0
    for run in page.runs:
        assert reached <= run.start < run.end <= len(text)
        reached = run.end


@given(text=st.text(max_size=300))
def test_any_page_is_read_or_refused(text: str) -> None:
    """Arbitrary characters break nothing."""
    data = text.encode("utf-8", errors="ignore")
    try:
        read(Seed(file="a.html", data=data, sha256="0" * 64))
    except SeedError as refused:
        assert str(refused).startswith("a.html: expected")  # noqa: PT017 - being read is fine, too
