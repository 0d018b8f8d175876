"""Reading as a whole: what is refused, where metadata comes from, and that time grows with the text."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefgen.errors import SeedError
from briefgen.model.seed import Seed
from briefgen.reading.clean import clean
from briefgen.reading.front_matter import read_front_matter
from briefgen.reading.read import read
from tests.timing import is_linear

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.article import Article

PROSE = (
    "The board said on Monday that the ferries will not sail before the end of the week. "
    "It has asked the yard for help, and the crews are waiting for news of the repairs."
)


def article(text: str | bytes, name: str = "seeds/a.txt") -> Article:
    """Read a text as if it lay in seeds/."""
    data = text if isinstance(text, bytes) else text.encode()
    return read(Seed(file=name, data=data, sha256=hashlib.sha256(data).hexdigest()))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("seeds/a.html", "<p>x</p>", "next to no text"),
        ("seeds/a.docx", "x", "(.docx)"),
        ("seeds/a.txt", "Die Fähren fahren nicht, und das ist für die Inseln ein Problem. " * 9, "found German"),
        ("seeds/a.md", "---\ntitle: x\n---\n", "no running text"),
        ("seeds/a.txt", "a\n" * 60_000, "at most 50,000 lines"),
        ("seeds/a.txt", "Go. " * 120_000, "at most 20,000 sentences"),
    ],
)
def test_what_is_no_english_article_is_refused(name: str, text: str, said: str) -> None:
    """The message names the file and what was found."""
    with pytest.raises(SeedError) as refused:
        article(text, name)
    assert str(refused.value).startswith(f"{name}: expected")
    assert said in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_encoding_and_newlines_change_nothing_a_reader_sees(encoding: str, newline: str) -> None:
    """The same article in each of them has the same title, date and sentences."""
    lines = ["Ferries stay in port — again", "2 June 2031", "", PROSE, "", "“No more,” said Ann Lee."]
    shown = article(newline.join(lines).encode(encoding))
    assert shown.source.title == "Ferries stay in port — again"
    assert shown.source.published == date(2031, 6, 2)
    assert [sentence.text for block in shown.blocks for sentence in block.sentences][-1] == "“No more,” said Ann Lee."


@pytest.mark.parametrize(
    ("text", "published", "caution"),
    [
        (f"Ferries stay in port\n\n03/04/2031\n\n{PROSE}", date(2031, 3, 4), "also be read as 3 April 2031"),
        (f"Ferries stay in port\n\n03/04/2031\n\n{PROSE} It sailed on 2 April 2031.", date(2031, 4, 3), "4 March 2031"),
        (
            f"Ferries stay in port\n\nIssued on: 04/02/2031 - Modified: 05/02/2031\n\n{PROSE}",
            date(2031, 2, 4),
            "assumed",
        ),
        (f"Ferries stay in port\n\nUpdated 8 June 2031\n\n{PROSE}", date(2031, 6, 8), "last updated"),
        (f"Ferries stay in port\n\n{PROSE}", None, "gives no date"),
        (f"Ferries stay in port\n\n{PROSE} It sailed in May 2031.", None, "gives no date"),
    ],
)
def test_the_day_is_the_texts_own_and_doubt_is_said(text: str, published: date | None, caution: str) -> None:
    """An inferred or ambiguous day comes with a caution; a missing one is not made up."""
    shown = article(text)
    assert shown.source.published == published
    assert any(caution in each.text for each in shown.cautions)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"NORTHPORT, 5 March 2031 — {PROSE}", date(2031, 3, 5)),
        (f"NORTHPORT, March 5 (Coastal Press) - {PROSE} It sailed on 1 April 2031.", date(2031, 3, 5)),
        (f"NORTHPORT, Dec 30 (Coastal Press) - {PROSE} It sails on 2 January 2032.", date(2031, 12, 30)),
        (f"---\ntitle: Ferries\nupdated: 2031-06-08\n---\n{PROSE}", date(2031, 6, 8)),
        (f"---\ntitle: Ferries\nurl: https://a.example/2031/06/08/ferries\n---\n{PROSE}", date(2031, 6, 8)),
        (f"{PROSE}\n\nhttps://a.example/2031/06/08/a https://a.example/2031/06/08/b", date(2031, 6, 8)),
        (f"{PROSE}\n\nhttps://a.example/2031/06/08/a https://a.example/2030/01/02/b", None),
        (f"NORTHPORT, March 5 (Coastal Press) - {PROSE}", None),
    ],
)
def test_the_day_is_found_where_articles_leave_it(text: str, published: date | None) -> None:
    """Datelines with and without the year, front matter, addresses that agree; else none."""
    assert article(text, "a.md").source.published == published


def test_a_button_is_no_title() -> None:
    """What a page asks to be clicked stands above the story, but does not name it."""
    assert article(f"Download the full report (347 KB, PDF)\n\n{PROSE}").source.title is None
    assert article(f"Downloads Rise in the North\n\n{PROSE}").source.title == "Downloads Rise in the North"


def test_a_heading_like_those_below_it_is_no_title() -> None:
    """A text whose title was lost begins with its first section's heading; a title stands apart."""
    sections = "\n".join(f"The State of Pier {number}\n{PROSE}" for number in range(1, 6))
    assert article(sections).source.title is None
    assert article(f"Ferries Stay in Port\n\n{sections}").source.title == "Ferries Stay in Port"


def test_front_matter_is_read_without_trust() -> None:
    """Quoting styles, lists and folded lines are read; an alias is text; an open block is no front matter."""
    front = read_front_matter(
        "---\r\ntitle: 'It''s \"on\"'\r\nquoted: \"a\\u2014b\\\r\n  \\ c\"\r\nfolded: >-\r\n  one\r\n  two\r\n"
        "tags:\r\n  - x\r\n  - y\r\nflow: [p, 'q']\r\nbomb: *alias\r\nempty: ~\r\n# note\r\nplain: v # comment\r\n---\r\ntext"
    )
    assert front.fields == {
        "title": 'It\'s "on"',
        "quoted": "a—b c",
        "folded": "one two",
        "tags": "x, y",
        "flow": "p, q",
        "bomb": "*alias",
        "plain": "v",
    }
    assert read_front_matter("---\ntitle: x\nno end").end == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f'---\ntitle: "\u2800"\nauthor: "\u3164"\npublisher: "\u0301"\n---\n\n{PROSE}\n'),
        ("a.md", f"# &#10240;\n\nBy \u3164\n\n{PROSE}\n"),
        ("a.txt", f"\u2800\uffa0\n\n{PROSE}\n"),
        (
            "a.html",
            (
                f"<title>&#x3164;</title><meta name=author content='\u2800'><h1>\u200b</h1>"
                f"<article><p>{PROSE}</p><p>{PROSE.replace('ferries', 'trains')}</p></article>"
            ),
        ),
    ],
)
def test_what_nobody_sees_is_no_title_and_no_name(name: str, text: str) -> None:
    """A briefing may not hold it: what is drafted has to be read again."""
    source = article(text, f"seeds/{name}").source
    assert (source.title, source.author, source.publisher) == (None, None, None)


def test_addresses_are_taken_only_as_web_addresses() -> None:
    """A script is no address."""
    front = "---\ntitle: Ferries\nurl: {}\n---\n\n" + PROSE
    assert article(front.format("https://a.example/b"), "a.md").source.url == "https://a.example/b"
    assert article(front.format("javascript:alert(1)"), "a.md").source.url is None


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "a ",
        ". ",
        "!",
        "“",
        "[",
        "![",
        "[](",
        "*a ",
        "_",
        "`",
        "<a ",
        "<!--",
        "&amp;",
        "— ",
        "1.",
        "2031-",
        "By A ",
        "x. Y ",
        "as of ",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    """Twice the text takes about twice the time, whatever it is made of."""

    def cleaning(times: int) -> Callable[[], object]:
        text = PROSE * 12 + "\n\n" + (unit * 30_000 * times)[: 30_000 * times]
        return lambda: cleaned_or_refused(text)

    is_linear("clean", cleaning)


def cleaned_or_refused(text: str) -> object:
    """Read and clean a text; None where it is refused by its name."""
    try:
        return clean(article(text, "a.md"))
    except SeedError as refused:
        assert "expected" in str(refused)  # noqa: PT017 - a refusal is as good as an article here
        return None
