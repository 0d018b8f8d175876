"""Laws of a fresh draft: it is read back as it was written, and it proves itself, whatever the article holds."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from briefgen.checking.check import check
from briefgen.errors import SeedError
from briefgen.files.front_matter import read_briefing
from briefgen.files.front_matter_write import new_text
from briefgen.model.registry import NO_REGISTRY
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.pipeline import fresh_draft
from briefgen.reading.read import read

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing
    from briefgen.model.registry import Registry

HOSTILE = (
    "\x00\x01\x07\x08\x0b\x0c\x0e\x1b\x1c\x1f\x7f\x80\x85\x9f\xa0\xad\u0301\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2028\u2029"
    "\u202a\u202e\u2060\u2063\u2066\u2069\u206a\u3000\ue000\uf8ff\ufdd0\ufe0f\ufeff\ufff9\ufffd\ufffe\uffff\U0001f600\U0001fffe"
    "\U000e0001\U000e0041\U000e007f\U000f0000\U0010ffff\t\r\n"
)
MARKS = st.sampled_from(
    (
        *"\"'“”‘’«»()[]{}<>*_`~#|\\/&%$@!?.,:;–—-…=+^",
        "...",
        "..",
        "&amp;",
        "&#7;",
        "&#xFFFE;",
        "&#x202E;",
        "&lt;b&gt;",
        "<b>",
        "</p>",
        "<!-- ",
        " -->",
        "[cite: 1]",
        "{{7*7}}",
        "](https://a.example/)",
        "**",
        "---",
        ": ",
        " #",
    )
)
PARTS = st.one_of(MARKS, st.sampled_from(HOSTILE), st.characters(codec="utf-8"))

WHO = (
    "Mayor Ada Quist", "Quist", "Norway", "the harbour board", "Bo Lind, a ferryman", "He", "They", "Iceland's parliament",
    "Foreign Minister Jaan Kask", "officials", "The U.S. Navy", "analysts", "Xi", "the European Commission", "Ms. Öz",
)  # fmt: skip
DOES = (
    "said on Monday that", "warned that", "will decide next week whether", "has not said if", "expects that", "told reporters:",
    "denied that", "may announce in June that", "is scheduled to vote on 3 March 2026 on whether", "asked why", "argues that",
)  # fmt: skip
WHAT = (
    "the gate would be shut", "40 percent of the fleet stays in port", "the deal costs $5.2 million", "nobody was hurt",
    "“the ramp is safe again”", "the two sides could meet in Singapore in the coming weeks", "it had not been paid",
    "the vote is expected by Friday", "no ferry sails, according to the union", "prices will rise if the strike goes on",
)  # fmt: skip
ENDS = (".", ".", ".", "?", "!", ".”", "…", "..", "", ":", ";")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A sentence of news, with something hostile in some place or none."""
    who, does, what, end = (draw(st.sampled_from(words)) for words in (WHO, DOES, WHAT, ENDS))
    text = f"{who} {does} {what}{end}"
    for part in draw(st.lists(PARTS, max_size=3)):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + part + text[at:]
    return text


STARTS = st.sampled_from(
    ("", "", "", "", "- ", "1. ", "# ", "## ", "> ", "**", "What to watch: ", "NORTHPORT, May 4 (Reuters) - ", "By ")
)
BREAKS = st.sampled_from(("\n\n", "\n\n", "\n", "\r\n\r\n", "\r", "\u2028", " "))


@st.composite
def articles(draw: st.DrawFn) -> str:
    """An article of some paragraphs, with a title or front matter or none."""
    body = "".join(
        draw(STARTS) + " ".join(draw(st.lists(sentences(), min_size=1, max_size=3))) + draw(BREAKS)
        for _ in range(draw(st.integers(2, 6)))
    )
    said = "".join(
        draw(st.lists(st.one_of(st.sampled_from(("Ferries", " stay", " in ", "Port", " 2026")), PARTS), max_size=6))
    )
    head = draw(
        st.sampled_from(
            (
                "",
                "Norway Offers Iceland a Harbour\n\n",
                f"{said}\n\n",
                f"---\ntitle: {said}\nauthor: '{said}'\npublisher: {said}\nurl: https://a.example/{said}\ndate: 3 May\n---\n",
                f'---\ntitle: "\\u0007\\u202e\\ud800{said}"\nurl: "https://a.example/\\u200b"\n---\n',
            )
        )
    )
    return head + body


def seed_of(text: str, suffix: str) -> Seed:
    """Make a seed of a text."""
    data = text.encode()
    return Seed(file=f"seeds/a{suffix}", data=data, sha256=hashlib.sha256(data).hexdigest())


def unseen(text: str) -> str:
    """Give the characters of a text that a reader cannot see; joiners, with which scripts are spelt, excepted."""
    hidden = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    return "".join(c for c in text if c not in "\u200c\u200d" and unicodedata.category(c) in hidden)


def texts_of(value: object) -> list[str]:
    """Give every text in a briefing."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts_of(one)]
    names = getattr(value, "__slots__", ())
    return [text for name in names for text in texts_of(getattr(value, name))]


@settings(max_examples=60)
@given(articles(), st.sampled_from((".txt", ".md")))
@example(
    "Mayor Ada\x07 Quist said on Monday that the gate\ufffe would be \ue000shut. Nobody was hurt\U000e0041.", ".txt"
)
@example(
    '---\ntitle: "\\u0007Ferries"\nurl: "https://a.example/\\u200b"\n---\nThe board said on Monday that it paid.', ".md"
)
@example(
    "Quist told reporters: 40 percent stays in port.” The Navy told Bo: no ferry sails, according to the union..",
    ".txt",
)
@example("Norway warned that it rose by 5.2 percent. It remains unclear whether the deal costs $5.2 million.", ".txt")
@example("Ada Quist shut the pier. Xi told reporters: the gate wou[cite: 1]ld be shut on Monday.", ".txt")
@example(("A. " * 40) + "It is said that the board is of the port. A. B. C.", ".txt")
def test_a_fresh_draft_is_read_back_and_proves_itself(text: str, suffix: str) -> None:
    """Reading a new file gives the draft, `check` finds no error in it, and nothing hidden got into it."""
    assume("\0" not in text)
    seed = seed_of(text, suffix)
    try:
        _, fresh = fresh_draft(seed, Settings())
    except SeedError as refused:
        assert str(refused).startswith(f"{seed.file}: expected")  # noqa: PT017 - what is refused is part of the law
        return
    written = new_text(fresh)
    again = read_briefing("content/briefings/a.md", written).briefing
    assert again == fresh
    assert [text for text in texts_of(fresh) if unseen(text)] == []
    assert errors(fresh, seed) == []


def errors(fresh: Briefing, seed: Seed, registry: Registry = NO_REGISTRY) -> list[str]:
    """Check a draft against its source."""
    problems = check(
        fresh,
        file="content/briefings/a.md",
        articles={seed.file: read(seed)},
        sha256={seed.file: seed.sha256},
        position=lambda *_: (1, 1),
        ids=frozenset({fresh.id}),
        registry=registry,
    )
    return [f"{one.code}: {one.message}" for one in problems if one.severity == "error"]
