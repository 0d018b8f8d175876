"""What trafilatura dropped between paragraphs that it kept: which of it belongs to the story."""

from __future__ import annotations

import pytest

from briefgen.model.folding import tidy
from briefgen.reading.html_story import find_story
from briefgen.reading.html_tree import take_apart

KEPT = "<p>Kept: the board said on Monday that the ferries will not sail before the end of the week, and the crews wait.</p>"
LINK = '<a href="/x">{}</a>'


def story(body: str) -> tuple[list[str], list[str]]:
    """Give what a story takes in beside the lines that begin with "Kept", and the reasons for which lines are dropped."""
    page, _ = take_apart(f"<body><nav>{LINK.format('Home')}</nav><article>{body}</article></body>")
    said = [tidy(page.surface[run.start : run.end]) for run in page.runs]
    found = find_story(page, {at for at, line in enumerate(said) if line.startswith("Kept")})
    taken = [said[at] for at in found.runs if not said[at].startswith("Kept")]
    return taken, [f"{said[at]}: {reason}" for at, reason in found.dropped]


@pytest.mark.parametrize(
    ("between", "taken"),
    [
        ("<h2>What is closed</h2>", ["What is closed"]),
        ("<h2>Related stories</h2>", []),
        ("<h2>First</h2><h2>Second</h2>", ["Second"]),
        (f"<h2>{'Very ' * 60}long</h2>", []),
        ("<ul><li>The night boat</li><li>The north line</li></ul>", ["The night boat", "The north line"]),
        (f"<ul><li>{LINK.format('Ten walks')}</li><li>{LINK.format('Where to eat')}</li></ul>", []),
        (
            f"<p>Kept as an introduction of the list, with a colon:</p><ul><li>{LINK.format('Bill 4')}</li></ul>",
            ["Bill 4"],
        ),
        (f"<p>Read also: {LINK.format('the story of the pier')}</p><ul><li>The night boat</li></ul>", []),
        ("<blockquote>Nobody told us.</blockquote>", ["Nobody told us."]),
        ("<p>They wait on the quay.</p>", ["They wait on the quay."]),
        ("<p>More</p>", []),
        (f"<p>{LINK.format('They wait on the quay.')}</p>", []),
        ("<p>Photograph: Dag Holm/Reuters</p>", []),
        ("<p>Share on Facebook</p>", []),
        ("<div class=share-bar>They wait on the quay.</div>", []),
        ("<table><tr><td>North</td><td>2</td></tr><tr><td>South</td><td>3</td></tr></table>", []),
    ],
)
def test_what_stands_between_two_paragraphs_belongs_to_them(between: str, taken: list[str]) -> None:
    """Subheadings, lists, quotations and short paragraphs do; links, credits, share bars and tables do not."""
    assert story(KEPT + between + KEPT)[0] == taken


def test_a_list_ends_a_story_only_where_the_last_paragraph_introduces_it() -> None:
    """Below the last paragraph menus follow."""
    listed = "<ul><li>The night boat</li><li>The north line</li></ul><p>They wait on the quay.</p>"
    assert story(KEPT + listed)[0] == []
    assert story(f"{KEPT}<p>Kept, and closed until further notice are:</p>{listed}")[0] == [
        "The night boat",
        "The north line",
    ]


def test_running_text_of_the_same_make_is_taken_in_up_to_the_next_title() -> None:
    """Pages cut a story in pieces around advertisements."""
    other = "<p>Another paragraph of the same make says that the yard has no divers to spare before the summer.</p>"
    cut = f"<div class=body>{KEPT * 3}</div><div>Advertisement</div><div class=body>{other}</div>"
    expected = [tidy(other.replace("<p>", "").replace("</p>", ""))]
    assert story(cut)[0] == expected
    assert story(f"<div class=body>{other}</div>{cut}")[0] == expected * 2
    assert story(f"<div class=body>{KEPT * 3}</div><h1>Storm is coming</h1><div class=body>{other}</div>")[0] == []
    assert story(f"<div class=body>{KEPT * 3}</div><div class=teaser><div class=body>{other}</div></div>")[0] == []
    assert story(f"<div class=body>{KEPT * 3}</div><section><div><p>{other}</div></section>")[0] == []


@pytest.mark.parametrize(
    ("dropped", "reason"),
    [
        ("<figure><figcaption>Kept caption</figcaption></figure>", "photo credit"),
        ("<aside>Kept aside</aside>", "related story"),
        ("<div class='c-newsletterSignup'>Kept prompt</div>", "newsletter prompt"),
        ("<div id=author_bio>Kept biography</div>", "author bio"),
        (f"<p>{LINK.format('Kept menu')}</p>", "navigation"),
    ],
)
def test_what_a_page_itself_calls_furniture_goes_with_its_reason(dropped: str, reason: str) -> None:
    """Even where trafilatura keeps it, unless most of the story stands in it."""
    assert [entry.rsplit(": ", 1)[1] for entry in story(KEPT * 3 + dropped)[1]] == [reason]


def test_an_element_that_holds_most_of_the_story_is_no_furniture() -> None:
    """A newsletter's own page calls everything a newsletter."""
    assert story(f"<div class=newsletter>{KEPT * 3}<h2>In numbers</h2>{KEPT}</div>") == (["In numbers"], [])
