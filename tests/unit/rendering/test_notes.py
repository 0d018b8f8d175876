"""An editor's notes: Markdown that formats and does nothing else."""

from __future__ import annotations

import time

import pytest

from briefgen.rendering.links import Links
from briefgen.rendering.notes import LONGEST, NotesError, notes_html

LINKS = Links(here="briefings/a.md", directories=True, actor_slugs={})


def shown(notes: str) -> str:
    """Give the HTML with its harmless references read back, for comparing."""
    html = str(notes_html(notes, link=LINKS.in_notes, image=LINKS.image_in_notes))
    for character in ".,:/-()":
        html = html.replace(f"&#{ord(character)};", character)
    return html


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("A *b* **c** `d`", "<p>A <em>b</em> <strong>c</strong> <code>d</code></p>"),
        ("# One\n\n##### Five", "<h3>One</h3> <h6>Five</h6>"),
        ("- a\n- b", "<ul> <li>a</li> <li>b</li> </ul>"),
        ("3. a\n4. b", '<ol start="3"> <li>a</li> <li>b</li> </ol>'),
        ("> a", "<blockquote> <p>a</p> </blockquote>"),
        ("```\na\n\nb\n```", "<pre><code>a&#10;&#10;b&#10;</code></pre>"),
        ("[a](https://x.example/?b=1)", '<p><a href="https://x.example/&#63;b&#61;1">a</a></p>'),
        ("[a](../watch.md#b-top)", '<p><a href="../../watch/&#35;b-top">a</a></p>'),
        ("[a](b.md)", '<p><a href="../b/">a</a></p>'),
        ("![map](../img/map.png)", '<p><img src="../../img/map.png" alt="map" loading="lazy"></p>'),
        ("a [b] c [d][e]", "<p>a &#91;b&#93; c &#91;d&#93;&#91;e&#93;</p>"),
        ("`a[0]`", "<p><code>a&#91;0&#93;</code></p>"),
    ],
)
def test_formatting_stays(notes: str, expected: str) -> None:
    """Emphasis, lists, quotes, code, tables, links and images of the site work; headings begin below the page's."""
    assert shown(notes) == expected


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//outside.example/",
        "\\\\outside.example",
        "../../../etc/passwd",
    ],
)
def test_a_link_that_may_not_be_leaves_its_text(link: str) -> None:
    """Only http, https, mailto and pages of the site are linked."""
    html = shown(f"[text]({link})")
    assert "href" not in html
    assert "text" in html


@pytest.mark.parametrize(
    "image", ["https://outside.example/a.png", "//outside.example/a.png", "data:image/png,a", "a.html"]
)
def test_an_image_of_another_host_is_not_loaded(image: str) -> None:
    """Its description stands alone."""
    assert shown(f"![seen]({image})") == "<p>seen</p>"


@pytest.mark.parametrize(
    "markup", ["<script>a()</script>", "<img src=x onerror=a()>", "<div markdown=1>", "<!-- a -->"]
)
def test_raw_html_is_text(markup: str) -> None:
    """A tag is shown as it was typed."""
    html = shown(f"before {markup} after")
    assert html.count("<") == 2
    assert "before &#60;" in html


def test_notes_that_are_too_long_are_refused() -> None:
    """The limit is said, and what to do."""
    with pytest.raises(NotesError, match=r"at most 20,000 bytes.*found 20,001.*a page of their own"):
        notes_html("a" * (LONGEST + 1), link=LINKS.in_notes, image=LINKS.image_in_notes)


def test_notes_nested_beyond_reading_are_refused() -> None:
    """What would exhaust the parser's stack is refused, not a crash."""
    with pytest.raises(NotesError, match="nested"):
        notes_html("1. " * 6000, link=LINKS.in_notes, image=LINKS.image_in_notes)


@pytest.mark.parametrize(
    "bomb", ["[", "![", "[a](", "<a ", "*", "`", "_", "> ", "&", "\\", "|", "[a](b)", "*a **b ", "- ["]
)
def test_no_run_of_characters_takes_long(bomb: str) -> None:
    """Python-Markdown alone takes 16 s for 8,000 repetitions of "![": here the longest notes take one or two."""
    begin = time.process_time()
    notes_html(bomb * (LONGEST // len(bomb)), link=LINKS.in_notes, image=LINKS.image_in_notes)
    assert time.process_time() - begin < 15


def test_notes_are_one_block() -> None:
    """No blank line ends the HTML for another Markdown parser."""
    assert "\n" not in shown("a\n\n```\nb\n\n\nc\n```\n\n| a |\n|---|\n| b |")
