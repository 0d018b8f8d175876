"""Text that nothing acts upon."""

from __future__ import annotations

import json
from html import unescape

import markdown  # type: ignore[import-untyped]  # it carries no types
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.rendering.inert import clean, clean_title, html_title, inert, yaml_string

WRITABLE = st.characters(codec="utf-8")
ACTIVE = set("!\"#$&'()*+/<=>@[\\]^_`{|}~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain words, and more; 5% of it.", "Plain words, and more; 5% of it."),
        ("the Indo-Pacific at 2.5 points", "the Indo-Pacific at 2.5 points"),
        ("Why now? Said: nothing.", "Why now? Said: nothing."),
        ("1. one", "1&#46; one"),
        ("2024", "2024"),
        ("- item", "&#45; item"),
        ("a -- b", "a &#45;&#45; b"),
        ("www.example.org", "www&#46;example&#46;org"),
        (":smile:", "&#58;smile&#58;"),
        ("wait...", "wait&#46;&#46;&#46;"),
        ("??? x", "&#63;&#63;&#63; x"),
        ("{{ 7*7 }}", "&#123;&#123; 7&#42;7 &#125;&#125;"),
        ("<b>", "&#60;b&#62;"),
        ("“quoted.”", "“quoted.”"),
    ],
)
def test_what_could_act_is_written_as_a_reference(text: str, expected: str) -> None:
    """Ordinary punctuation stays readable; what begins anything in Markdown or HTML does not stay."""
    assert inert(text) == expected


@given(st.text())
@example("a\u2028b")
@example("\x02wzxhzdk:0\x03")
@example("\ud800")
def test_a_reader_gets_the_cleaned_text_back(text: str) -> None:
    """Whatever the text, HTML reads it back, it is one line, and no active character stands in it."""
    written = inert(text)
    assert unescape(written) == clean(text)
    assert not ACTIVE & set(written.replace("&#", ""))
    assert len(written.splitlines()) <= 1


@given(st.text(WRITABLE))
@example("1. a")
@example("# a")
@example("    code")
@example("a\n===")
@example("[a]: b")
@example("- a\n- b")
def test_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    """Python-Markdown makes one paragraph of it, with the text in it."""
    shown = clean(text)
    html = markdown.markdown(inert(text), extensions=["extra", "smarty", "sane_lists", "admonition", "toc"])
    assert unescape(html) == (f"<p>{shown}</p>" if shown else "")


@pytest.mark.parametrize(
    "code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0xFEFF, 0xAD, 0x2060, 0xE0041, 7, 0x85]
)
def test_what_cannot_be_seen_is_gone(code: int) -> None:
    """Overrides, isolates, zero-width characters, tags and controls are in no text and no title."""
    assert chr(code) not in clean(f"a{chr(code)}b")
    assert chr(code) not in clean_title(f"a{chr(code)}b")


def test_joiners_stay_in_running_text_only() -> None:
    """Persian spells with the non-joiner: it stays in text, not in titles, which are compared by eye."""
    assert clean("می\u200cخواهد") == "می\u200cخواهد"
    assert "\u200c" not in clean_title("می\u200cخواهد")


def test_a_title_of_nothing_has_a_word() -> None:
    """A heading and its links always have a word."""
    assert clean_title("\u200b\u202e") == "…"


@given(st.text(WRITABLE))
@example("\u0085")
@example("😀 \u2029 \x7f")
def test_a_scalar_reads_the_same_everywhere(text: str) -> None:
    """YAML and JSON both read the text back to the letter."""
    written = yaml_string(text)
    assert json.loads(written) == text
    assert yaml.safe_load(f"title: {written}\n") == {"title": text}


def test_a_title_is_escaped_once() -> None:
    """MkDocs prints titles as they are: escaped once, never twice."""
    assert html_title("Q&A <b>") == "Q&amp;A &lt;b&gt;"
