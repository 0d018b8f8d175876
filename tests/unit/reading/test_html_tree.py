"""Pages taken apart: tags, references, elements that end by themselves, and the main text found again."""

from __future__ import annotations

import pytest

from briefgen.model.folding import tidy
from briefgen.reading.html_main import align
from briefgen.reading.html_tree import take_apart


def runs(text: str) -> list[str]:
    """Give a page's lines."""
    page, _ = take_apart(text)
    return [tidy(page.surface[run.start : run.end]) for run in page.runs]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a<b>b</b>c", ["abc"]),
        ("a<p>b</p>c", ["a", "b", "c"]),
        ("<p>a<p>b", ["a", "b"]),
        ("a<br>b", ["a b"]),
        ("a<br><br>b", ["a", "b"]),
        ("a<br>\n <br/>b", ["a", "b"]),
        ("<li>a<li>b<ul><li>c</ul>d", ["a", "b", "c", "d"]),
        ("<td>a<td>b<tr><td>c", ["a", "b", "c"]),
        ("1 < 2 and 3 > 2", ["1 < 2 and 3 > 2"]),
        ("a <!-- b --> c", ["a c"]),
        ("a<!-- b", ["a"]),
        ("a <a title='>' href=\"<\">b</a>", ["a b"]),
        ('a <a href="x>b</a>', ["a b"]),
        ("a <a href", ["a"]),
        ("a<script>b</script>c", ["ac"]),
        ("a<SCRIPT>b</scripty></SCRIPT >c", ["ac"]),
        ("a<script>b", ["a"]),
        ("a<noscript>b", ["a", "b"]),
        ("<template><p>a</p></template>b", ["b"]),
        ("a<svg><text>b</text></svg>c", ["a", "c"]),
        ("<div hidden>a<p>b</p></div>c", ["c"]),
        ("<div aria-hidden=true>a</div><div style='display:none'>b</div>c", ["c"]),
        ("a&amp;b&ampc&#38;d&nope;", ["a&b&c&d&nope;"]),
        ("a&nbsp;b&nbspc&parallel;d", ["a b c∥d"]),
        ("Ste\u00adin&shy;bruch", ["Steinbruch"]),
        ("<x-card>a</x-card>b", ["a", "b"]),
        ("</p></div>a</table>", ["a"]),
        ("\u2060 <p>&nbsp;</p>", []),
    ],
)
def test_lines_are_those_that_a_browser_shows(text: str, lines: list[str]) -> None:
    """Blocks separate words, inline tags do not; what is hidden is no line; nothing changes the text's length."""
    assert runs(text) == lines
    page, _ = take_apart(text)
    assert len(page.surface) == len(text)


def test_a_line_knows_how_much_of_it_is_linked_and_bold() -> None:
    """A link that is never closed ends with the element it stands in."""
    page, _ = take_apart("<p>ab <a href=x>cd</a><p><b>ef</b><p><a href=x>gh<p>ij")
    assert [(run.linked, run.visible, run.strong) for run in page.runs] == [
        (2, 4, False),
        (0, 2, True),
        (2, 2, False),
        (0, 2, False),
    ]


def test_what_trafilatura_gets_holds_no_scripts_handlers_or_images() -> None:
    """Data for machines stay, everything else without text goes."""
    _, markup = take_apart(
        f'<p class="a&quot;b" onclick=\'x()\' style="{"y" * 600}">a &lt; b<script>c</script><style>d</style><!-- e --></p>'
        '<script type="application/ld+json">{"f": 1}</script>'
    )
    assert markup == '<p class="a&quot;b">a &lt; b</p><script type="application/ld+json">{"f": 1}</script>'


A, B, C = (
    "thefirstparagraphisoftwentyfourletters",
    "thesecondparagraphisoftwentyfourletters",
    "thethirdparagraphisthelastofthem",
)


@pytest.mark.parametrize(
    ("lines", "lines_of_page", "kept"),
    [
        ([A, B, C], [A, B, C], {0, 1, 2}),
        ([A, C], ["menu", A, B, C, "menu"], {1, 3}),
        ([A, "share", C], ["share", A, "share", C, "share"], {1, 2, 3}),
        ([A + B, C], [A, B, C], {0, 1, 2}),
        ([A, B[:20], B[20:], C], [A, B, C], {0, 1, 2}),
        ([A, B[:5], C], [A, B, C], {0, 2}),
        ([B, A], [A, B], {1, 0}),
        (["menu"], [A + "menu" + B], set()),
        ([A, A], [A, "x", A], {0, 2}),
        ([], [A], set()),
        ([A], [], set()),
    ],
)
def test_main_text_is_found_again_among_the_pages_lines(
    lines: list[str], lines_of_page: list[str], kept: set[int]
) -> None:
    """In order, by what stands once on both sides; short lines count as a whole only."""
    assert align(lines, lines_of_page) == kept
