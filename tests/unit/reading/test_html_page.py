"""Saved pages: what is refused and how, what hostile pages cost, what counts where a page says two things."""

from __future__ import annotations

import hashlib
import socket
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import SeedError
from briefgen.model.folding import tidy
from briefgen.model.seed import Seed
from briefgen.reading.clean import clean
from briefgen.reading.html_page import MAX_BLOCKS, MAX_MARKUP
from briefgen.reading.read import read

if TYPE_CHECKING:
    from briefgen.model.article import Article

PROSE = (
    "<p>The board said on Monday that the ferries will not sail before the end of the week, and the crews are waiting.</p>"
    "<p>It has asked the yard for help, but the yard has no divers to spare before the summer, a spokesman said.</p>"
    "<p>About 4,000 people use the boats every day, according to figures that the council published in May.</p>"
)
HEAD = "<title>Ferries stay in port</title>"
SCHEMA = (
    '<script type="application/ld+json">'
    '{"@type": "Article", "author": ["Mia Berg", {"@type": "Person", "name": "Carl Ode"}]}</script>'
)


def article(page: str | bytes, name: str = "seeds/a.html") -> Article:
    """Read a page as if it lay in seeds/."""
    data = page if isinstance(page, bytes) else page.encode()
    return read(Seed(file=name, data=data, sha256=hashlib.sha256(data).hexdigest()))


def said(shown: Article) -> list[str]:
    """Give the sentences of an article."""
    return [sentence.text for block in shown.blocks for sentence in block.sentences]


def page(body: str = PROSE, head: str = HEAD) -> str:
    """Give a page with an article on ferries."""
    return f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>Ferries stay in port</h1>{body}</article></body></html>"


MENU = "".join(f'<li><a href="/{number}">Ten walks for a rainy Sunday, part {number}</a></li>' for number in range(30))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<ul>{MENU}</ul>", "a page of links and short lines"),
        ("<h1>Welcome back</h1><form>Sign in to continue reading <input type=password></form>", "log in"),
        ("<h1>Ferries</h1><p>This article is for subscribers only.</p>", "log in or to subscribe"),
        ("<h1>404</h1><p>Page not found.</p>", "an error page"),
        ("<h1>Ferries leave the port</h1><video src=a.mp4></video><p>Watch the boats leave.</p>", "a page with a film"),
        ('<script type="application/ld+json">{"articleBody": "The board said."}</script><p>…</p>', "in a script"),
        ("<div id=root></div>", "next to no text"),
        ("", "next to no text"),
    ],
)
def test_a_page_without_an_article_is_refused_by_what_it_is(body: str, found: str) -> None:
    """The message names the file, what was expected and found, and what to do."""
    with pytest.raises(SeedError) as refused:
        article(f"<html><body>{body}</body></html>")
    assert str(refused.value).startswith("seeds/a.html: expected an article, found ")
    assert found in str(refused.value)
    assert str(refused.value).endswith("Save the article's text as .txt.")


def test_a_page_in_another_language_is_refused_whatever_it_says_of_itself() -> None:
    """A template's `lang` does not make German English."""
    german = (
        "<p>Die Fähren fahren in dieser Woche nicht, und das ist für die Inseln ein großes Problem, sagte der Rat.</p>"
    )
    with pytest.raises(SeedError, match=r"expected an article in English, found German \(it says itself “en”\)"):
        article(f"<html lang=en><body><article><h1>Fähren</h1>{german * 9}</article></body></html>".encode())


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            (
                '<meta property="article:published_time" content="2031-06-05"><script type="application/ld+json">'
                '{"@type": "NewsArticle", "datePublished": "2031-06-02T23:30:00-08:00"}</script>'
            ),
            date(2031, 6, 2),
        ),
        ('<meta property="article:published_time" content="2031-06-02T23:30:00Z">', date(2031, 6, 2)),
        ('<meta name="parsely-pub-date" content="2031-06-02">', date(2031, 6, 2)),
        ('<meta property="article:modified_time" content="2031-06-02">', date(2031, 6, 2)),
        ('<meta property="article:published_time" content="1970-01-01">', None),
        ('<script type="application/ld+json">{"@type": "Organization", "datePublished": "2031-06-02"}</script>', None),
        ('<link rel="canonical" href="https://a.example/2031/06/02/ferries">', date(2031, 6, 2)),
    ],
)
def test_the_day_is_the_one_that_the_page_gives_in_its_own_time_zone(head: str, published: date | None) -> None:
    """schema.org before OpenGraph before the last change; never the clock's, never one made up."""
    assert article(page(head=HEAD + head)).source.published == published


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("<time datetime='2031-06-02T08:00'>two days ago</time>", date(2031, 6, 2)),
        ("<div><span>2 June 2031</span> | Updated 4 June 2031</div>", date(2031, 6, 2)),
        ("<div>Posted by Mia Berg on June 2, 2031</div>", date(2031, 6, 2)),
        ("<div>The ship was built on 2 June 1931 in Oslo, by a yard that is long gone from there.</div>", None),
    ],
)
def test_the_day_is_read_from_the_lines_below_the_title(line: str, published: date | None) -> None:
    """What a reader sees tells the day where no data for machines do."""
    assert article(page(line + PROSE)).source.published == published


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        (SCHEMA, "", "Mia Berg and Carl Ode"),
        ('<meta name="author" content="https://a.example/mia">', "<div>By Mia Berg in Oslo</div>", "Mia Berg"),
        ('<meta name="author" content="admin">', "<div class=byline><a>Mia Berg</a></div>", "Mia Berg"),
        ("", "<div>By:</div><div>Mia Berg</div>", "Mia Berg"),
        ("", "<div>By Mia Berg May 4 at 9:15 AM Follow @mia</div>", "Mia Berg"),
        ("", "", None),
    ],
)  # fmt: skip
def test_the_author_is_a_name(head: str, body: str, author: str | None) -> None:
    """Addresses and accounts are no authors; visible bylines are."""
    assert article(page(body + PROSE, HEAD + head)).source.author == author


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Ferries stay in port | Harbour Gazette</title>", "Ferries stay in port"),
        ("<meta property='og:title' content='Why no boat will sail this week'>", "Why no boat will sail this week"),
        (
            "<meta property=og:site_name content='The Gazette'><title>No boat sails - The Gazette</title>",
            "No boat sails",
        ),
        ("<title>No boat sails - and the yard knows why</title>", "No boat sails - and the yard knows why"),
    ],
)
def test_the_title_is_the_printed_one_or_stands_without_the_sites_name(head: str, title: str) -> None:
    """A heading like the page's title is the title; else the page's title without its site."""
    heading = "<h1>Ferries stay in port</h1>" if "Ferries" in head else ""
    shown = article(f"<html><head>{head}</head><body>{heading}<div>{PROSE}</div></body></html>")
    assert shown.source.title == title


def test_a_scripts_address_is_no_address() -> None:
    """Only web addresses are taken."""
    assert article(page(head=HEAD + '<link rel=canonical href="javascript:alert(1)">')).source.url is None
    assert article("<!-- saved from url=(0019)https://a.example/b -->" + page()).source.url == "https://a.example/b"


def test_calls_to_action_and_furniture_go_when_a_page_is_cleaned() -> None:
    """Cleaning works on pages as on texts."""
    shown = clean(
        article(page(PROSE + "<p>Find out more about ferries in our guide to the islands and their boats.</p>"))
    )
    assert [removal.reason for removal in shown.removed] == ["metadata", "call to action"]
    assert len(said(shown)) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encoding_changes_nothing(encoding: str) -> None:
    """A byte order mark counts more than what the page says."""
    text = page(PROSE + "<p>“No more,” said Ann Lee.</p>", '<meta charset="iso-8859-1">' + HEAD)
    assert said(article(text.encode(encoding)))[-1] == "“No more,” said Ann Lee."


def test_bytes_that_are_not_in_the_named_encoding_are_refused() -> None:
    """No nonsense is drafted from them."""
    with pytest.raises(SeedError, match="expected a page in shift_jis as it says"):
        article(page(PROSE, '<meta charset="shift_jis">').encode() + b"\xff\xfe\xa0")


@pytest.mark.parametrize(
    "unit",
    [
        *"<div> <b> <p> <li> <ul><li> <table><tr><td> <blockquote> </div> < </ <!-- <script> <noscript> <template>".split(),
        *"<title> <svg> <x-y> &amp; &#x41; &nbsp <form>a</form> <ul><li>a</ul> <p>a <br> <i><p>".split(),
        *("<a ", '<a x="', "<a b='", "<a href=x>y</a> ", '<script type="application/ld+json">['),
    ],
)
def test_a_hostile_page_ends_soon(unit: str) -> None:
    """It is read or refused within seconds; nothing else is raised, however deep it nests."""
    began = time.process_time()
    try:
        shown = article(page(PROSE + (unit * 100_000)[:100_000]))
    except SeedError as refused:
        assert str(refused).startswith("seeds/a.html: expected")  # noqa: PT017 - being read is fine, too
    else:
        assert said(shown)[0].startswith("The board said on Monday")
    assert time.process_time() - began < 60  # most take 0.1 s, the worst 6; a square would take hours


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>" + "word " * (MAX_MARKUP // 5) + "</p>", "characters"),
        ("<p>a" * (MAX_BLOCKS + 1), "elements"),
    ],
)
def test_a_page_too_large_is_refused_with_its_size(body: str, found: str) -> None:
    """The message names what there is too much of, and what to do."""
    with pytest.raises(
        SeedError, match=rf"expected a page of at most 3,000,000 .* found [0-9,]+ .*{found}.*Save the article's"
    ):
        article(page(body))


def test_images_and_scripts_in_a_page_do_not_count() -> None:
    """Programs that save pages into one file write images and styles into it."""
    image = f'<img src="data:image/png;base64,{"A" * 2_000_000}" onclick="{"x" * 1_000_000}">'
    shown = article(page(f"<script>{'x' * 2_000_000}</script>{image}{PROSE}"))
    assert len(said(shown)) == 3


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither entities nor frames nor styles open a connection or a file."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    hostile = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><link rel=stylesheet href="http://a.example/">'
    )
    shown = article(f"{hostile}{page(PROSE + '<p>&x;</p><iframe src=http://a.example/></iframe>')}")
    assert [line for line in said(shown) if "&" in line] in ([], ["&x;"])


def test_what_is_hidden_is_no_evidence() -> None:
    """Scripts, comments and hidden elements are not in the text in which quotes are looked for."""
    hidden = "<!-- secret one --><script>secret two</script><div hidden>secret three</div><p style='display: none'>secret four"
    shown = article(page(f"{PROSE}{hidden}</p>"))
    assert "secret" not in tidy(shown.text)


def test_three_authors_and_references_between_objects() -> None:
    """Names are joined as a byline prints them; an object may only point to another one."""
    people = '["Mia Berg", {"@id": "#ode"}, {"@type": "Person", "name": ["Dag Holm"]}, {"@id": "#nobody"}]'
    graph = f'[{{"@type": "Article", "author": {people}}}, {{"@id": "#ode", "@type": "Person", "name": "Carl Ode"}}]'
    shown = article(page(head=f'{HEAD}<script type="application/ld+json">{graph}</script>'))
    assert shown.source.author == "Mia Berg, Carl Ode, Dag Holm"


@pytest.mark.parametrize(
    "data", ["null", "[]", "{}", '"text"', '{"@type": 3, "author": 4, "headline": []}', "{", "x" * 1_100_000]
)
def test_strange_data_for_machines_change_nothing(data: str) -> None:
    """Of any shape, broken or too long: the page is read without them."""
    shown = article(page(head=f'{HEAD}<script type="application/ld+json">{data}</script>'))
    assert shown.source.title == "Ferries stay in port"
    assert len(said(shown)) == 3


def test_what_looks_like_a_standfirst_must_be_one() -> None:
    """Captions, bylines and menus below the title are not taken in, a summary is."""
    head = (
        '<p class="lead"><a href="/x">Nine things you did not know about the ferries of the islands</a></p>'
        '<p class="summary">The pier on Sunday morning, with both boats tied up to it. By ANN LEE</p>'
        '<ul class="summary"><li>One of the things that everybody on the islands knows about the boats</li></ul>'
        '<p class="summary">Islanders face at least five more days without a boat.</p>'
    )
    body = "".join(
        PROSE.replace("The board", f"Board {number}").replace("4,000", f"{number},000") for number in range(2, 9)
    )
    html = (
        f"<body><div class=top><h1>Ferries stay in port</h1>{head}</div><div class='article-body'>{body}</div></body>"
    )
    shown = article(f"<html><head>{HEAD}</head>{html}</html>")
    assert said(shown)[:2] == [
        "Islanders face at least five more days without a boat.",
        "Board 2 said on Monday that the ferries will not sail before the end of the week, and the crews are waiting.",
    ]


def test_a_second_article_on_the_page_is_another_story() -> None:
    """What stands in an `article` of its own beside the story is left out, with the reason."""
    other = "<article><h1>Storm is coming</h1><p>The weather office expects a storm on all coasts on Friday night.</p></article>"
    shown = article(page(PROSE * 2).replace("</body>", other + "</body>"))
    assert not any("storm" in line for line in said(shown))


def test_code_in_a_figure_is_no_caption() -> None:
    """A figure may hold a quotation or a listing."""
    quote = "<figure><blockquote>Nobody told us in time, and so we read it in the paper.</blockquote></figure>"
    shown = article(page(PROSE + quote + PROSE.replace("board", "council")))
    assert [block.kind for block in shown.blocks].count("quote") == 1
