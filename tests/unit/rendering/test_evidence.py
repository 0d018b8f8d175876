"""Evidence on a page: the words marked, among what stands around them, with a way to the original."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from markupsafe import Markup

from briefgen.collecting.marks import mark
from briefgen.model.briefing import Briefing, Evidence, Source, Takeaway
from briefgen.model.site import Context, Entry
from briefgen.rendering.evidence import Evidence as Shown
from briefgen.rendering.labels import read_labels

QUOTE = "the bridge is shut"
SOURCE = Source(file="seeds/a.txt", publisher="The Courier", url="https://a.example/x?a=1&b=2#part")
CONTEXT = Context(
    quote=QUOTE,
    file="seeds/a.txt",
    before="It rained.",
    opening="On Monday ",
    closing=", he said.",
    after="Nobody was hurt.",
    directive="the%20bridge",
)


def html(
    *quotes: str,
    contexts: tuple[Context, ...] = (),
    unproved: tuple[str, ...] = (),
    sources: tuple[Source, ...] = (SOURCE,),
    what: str = "takeaway 1",
) -> str:
    """Show a takeaway with these quotes."""
    item = Takeaway(text="T", evidence=tuple(Evidence(quote=quote) for quote in quotes))
    briefing = Briefing(id="a", title="A", sources=sources, takeaways=(item,))
    marked = mark(Entry(file="a.md", briefing=briefing, contexts=contexts, unproved=unproved))
    return str(Shown(read_labels()).html(item, marked, what))


def words(text: str) -> str:
    """Give what a reader sees."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", text)).split())


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of the quote, with what is marked in brackets."""
    found = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", text)
    lines = re.findall(r"<p>(.*?)</p>", found[0])
    return [words(re.sub(r"<mark>(.*?)</mark>", r"[\1]", line)) for line in lines]


def test_the_quote_is_marked_among_its_neighbours() -> None:
    """In one paragraph where the source has them in one; the blanks around the quote are the source's."""
    shown = html(QUOTE, contexts=(CONTEXT,))
    assert paragraphs(shown) == [f"It rained. On Monday [{QUOTE}], he said. Nobody was hurt."]
    assert shown.startswith("<details")
    assert "\n\n" not in shown


def test_another_paragraph_of_the_source_is_one_of_its_own() -> None:
    """So that nobody reads on as if it were one thought."""
    apart = replace(CONTEXT, before_apart=True, after_apart=True)
    assert paragraphs(html(QUOTE, contexts=(apart,))) == [
        "It rained.",
        f"On Monday [{QUOTE}], he said.",
        "Nobody was hurt.",
    ]


def test_a_quote_without_context_is_marked_alone() -> None:
    """It was drafted from the source; where it stands is not known."""
    assert paragraphs(html(QUOTE)) == [f"[{QUOTE}]"]


def test_what_was_not_found_is_not_marked_as_if_it_were() -> None:
    """It says so, folded away and opened, and leads to no source."""
    shown = html(QUOTE, "other words", contexts=(CONTEXT,), unproved=("other words",))
    assert "other words" in words(shown)
    assert "<mark>other words" not in shown
    assert words(shown).count("not found in the source") == 2
    assert shown.count("<a ") == 1


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ((QUOTE,), "Evidence for takeaway 1: 1 quote from The Courier"),
        ((QUOTE, "b"), "Evidence for takeaway 1: 2 quotes from The Courier"),
    ],
)
def test_the_summary_says_what_is_inside(quotes: tuple[str, ...], expected: str) -> None:
    """How many quotes, and from whom; what they are evidence for is for those who listen."""
    shown = html(*quotes, contexts=(CONTEXT,))
    summary = re.search(r"<summary>(.*?)</summary>", shown)
    assert summary is not None
    assert words(summary[1]) == expected
    assert '<span class="b-unseen"> for takeaway 1</span>' in summary[1]


def test_each_publisher_is_named_once_and_none_where_none_is_known() -> None:
    """Of two sources those whose words are quoted."""
    other = Source(file="seeds/b.txt", publisher="AP")
    third = Source(file="seeds/c.txt", publisher="Silent")
    contexts = (CONTEXT, replace(CONTEXT, quote="b"), replace(CONTEXT, quote="c", file="seeds/b.txt"))
    shown = html(QUOTE, "b", "c", contexts=contexts, sources=(SOURCE, other, third))
    assert "3 quotes from The Courier, AP" in words(shown)
    alone = html(QUOTE, sources=(replace(SOURCE, publisher=None),))
    assert words(alone).startswith("Evidence for takeaway 1: 1 quote the bridge")


def test_the_link_leads_to_the_words_in_the_original() -> None:
    """The address keeps its own fragment, and is safe in an attribute."""
    found = re.search(r'<a href="([^"]*)">', html(QUOTE, contexts=(CONTEXT,)))
    assert found is not None
    assert unescape(found[1]) == "https://a.example/x?a=1&b=2#part:~:text=the%20bridge"


@pytest.mark.parametrize("url", [None, "mailto:a@b.example", "javascript:alert(1)", "https://a.example/<b>"])
def test_there_is_no_link_where_there_is_no_page(url: str | None) -> None:
    """Nothing but http and https is one."""
    assert "<a " not in html(QUOTE, contexts=(CONTEXT,), sources=(replace(SOURCE, url=url),))


def test_words_keep_the_direction_of_their_language() -> None:
    """English stays readable on a page whose interface is written from the right, and the other way round."""
    assert '<blockquote dir="auto">' in html(QUOTE)


def test_everything_of_a_source_is_inert() -> None:
    """Words of an article, a name of a publisher: none becomes HTML."""
    bad = "<img src=x onerror=alert(1)>"
    contexts = (replace(CONTEXT, quote=bad, before=bad, opening=bad, closing=bad, after=bad, directive='"><b>'),)
    shown = html(bad, contexts=contexts, sources=(replace(SOURCE, publisher=bad),), what=bad)
    assert "<img" not in shown
    assert "<b>" not in shown
    assert words(shown).count(bad) == 7


def test_what_is_named_may_be_markup_of_ours() -> None:
    """It is not escaped twice."""
    item = Takeaway(text="T", evidence=(Evidence(quote="q"),))
    marked = mark(Entry(file="a.md", briefing=Briefing(id="a", title="A", takeaways=(item,))))
    assert " for A&#38;B</span>" in Shown(read_labels()).html(item, marked, Markup("A&#38;B"))


def test_an_item_without_evidence_says_so() -> None:
    """Honest emptiness."""
    assert words(html()) == "No evidence is given."
