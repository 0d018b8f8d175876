"""Words are found however a file encodes them: a law, tried with texts and encodings that nobody thought of."""

from __future__ import annotations

import gzip
import json
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.verifying.leaks import FEWEST_LETTERS, Kept, Sought, is_telling, leak_findings, stretches
from briefgen.verifying.secrets import Told, told_words
from briefgen.verifying.words import MOST_UNPACKED, plain_text, read_text, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn

_WORDS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzäéøßčžабвгґдежαβγδεאבגדابجد漢字かな", min_size=3, max_size=9)
_MARKS = st.sampled_from([" ", ", ", " – ", "; ", ". “", "” ", "’s ", ": ", " (", ") ", "\n", "\u00a0"])


@st.composite
def _texts(draw: DrawFn) -> str:
    words = draw(st.lists(_WORDS, min_size=8, max_size=24))
    return "".join(word + draw(_MARKS) for word in words[:-1]) + words[-1]


def _reference(draw: Callable[[int], int], text: str) -> str:
    ways = (escape, lambda sign: f"&#{ord(sign)};", lambda sign: f"&#x{ord(sign):x};", lambda sign: f"&#0{ord(sign)};")
    return "".join(ways[draw(len(ways))](sign) for sign in text)


def _calendar(draw: Callable[[int], int], text: str) -> str:
    told = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
    folded = "".join(sign + ("\r\n " if draw(9) == 0 else "") for sign in told)
    return f"DESCRIPTION:{folded}\r\n"


def _tags(draw: Callable[[int], int], text: str) -> str:
    marks = ("", "", "", "<wbr>", "<mark>", "</mark>", '<span class="x">', "</span>", "&shy;", "&#8203;", "<bdi>")
    return "<p>" + "".join(marks[draw(len(marks))] + escape(sign) for sign in text) + "</p>"


_ENCODED: dict[str, tuple[str, Callable[[Callable[[int], int], str], str]]] = {
    "references": ("a.html", _reference),
    "tags": ("a.html", _tags),
    "calendar": ("a.ics", _calendar),
    "json": ("a.json", lambda draw, text: json.dumps({"a": text}, ensure_ascii=bool(draw(2)))),
    "percent": ("a.xml", lambda _, text: quote(text, safe="")),
    "twice": ("a.xml", lambda draw, text: escape(f"<p>{_reference(draw, text)}</p>")),
    "feed in JSON": ("a.json", lambda draw, text: json.dumps(_reference(draw, text))),
}


@given(_texts(), st.sampled_from(sorted(_ENCODED)), st.randoms(use_true_random=False), st.booleans())
@example("ab cd ef gh ij kl mn opqrstuv", "tags", None, False)  # noqa: FBT003  # Hypothesis takes what it gives by position
def test_a_planted_text_is_found(text: str, kind: str, chance: object, packed: bool) -> None:  # noqa: FBT001  # as above
    """Among other words, in any of its encodings, packed or not."""
    path, encode = _ENCODED[kind]

    def draw(number: int) -> int:
        return 0 if chance is None else chance.randrange(number)  # type: ignore[attr-defined]  # a Random

    words = told_words(text)
    sought = Sought([Told(briefing="b", field="f", words=words)])
    assert len(sought) == (len(list(stretches(words))) if is_telling(words) else 0)
    data = ("Quite other words before " + encode(draw, text) + "\r\nand behind.").encode()
    data = gzip.compress(data, mtime=0) if packed else data
    assert {one.field for one in sought.found_in(read_text(data, path).plain).values()} == (
        {"f"} if is_telling(words) else set()
    )


@given(_texts(), st.data())
def test_a_text_with_other_words_is_not_found(text: str, data: st.DataObject) -> None:
    """Where no eight words in a row are the same, nothing is said to have leaked."""
    words = list(told_words(text))
    sought = Sought([Told(briefing="b", field="f", words=tuple(words))])
    for at in range(data.draw(st.integers(0, 3)), len(words), 4):
        words[at] += "zzz"
    assert not sought.found_in(" ".join(words))


def test_short_texts_are_not_looked_for() -> None:
    """A name, a role or a date stands everywhere."""
    assert not is_telling(told_words("Lindt & Sprüngli"))
    assert not is_telling(told_words("on 4 May 26"))
    assert is_telling(told_words("Vote of the council on fees"))
    assert is_telling(told_words("漢字かな漢字かな漢字"))
    assert not is_telling(told_words("a b c d e f g h"[: FEWEST_LETTERS - 1]))


def test_each_word_is_in_a_stretch() -> None:
    """A part of a text that is long enough always holds one."""
    for number in range(4, 60):
        words = [f"w{at}" for at in range(number)]
        cut = list(stretches(words))
        assert {word for one in cut for word in one} == set(words)
        assert all(len(one) == 8 or len(cut) == 1 for one in cut)


def test_escapes_are_read_and_part_words() -> None:
    """What stands for a line end is no letter, and half characters come together."""
    assert words_of(plain_text(r"one\ntwo\tthree\u0020four")) == ["one", "two", "three", "four"]
    assert plain_text(r"\ud83d\ude00") == "😀"
    assert plain_text(r"\ud83d") == "\ufffd"
    assert plain_text("&amp;amp;lt;") == "<"
    assert plain_text("%E2%80%99 100% %zz") == "’ 100% %zz"
    assert plain_text(r"\10FFFF \0 \41 b", style=True) == "\U0010ffff abb"[:1] + " ab"


def test_a_packed_file_is_unpacked_as_far_as_it_may() -> None:
    """A bomb is cut off and told; what is no packed file at all is read as it is."""
    bomb = gzip.compress(b"a" * (MOST_UNPACKED + 1000))
    reading = read_text(bomb, "sitemap.xml.gz")
    assert reading.cut
    assert len(reading.text) == MOST_UNPACKED
    broken = read_text(b"\x1f\x8b no such thing", "a.gz")
    assert "no such thing" in broken.text
    assert not broken.cut


def test_a_letter_and_its_accent_may_stand_together_or_apart() -> None:
    """Files of some systems hold the two one by one."""
    assert told_words("Bodo\u0308 du\u0301") == told_words("Bod\u00f6 d\u00fa")


def test_an_address_begins_where_its_folder_does() -> None:
    """Another folder whose name ends alike is another folder; every kind of a file is the file's."""
    kept = Kept(texts=Sought(), names={("briefings", "ferry"): "a draft"})

    def named(text: str) -> bool:
        return bool(list(leak_findings(read_text(text.encode(), "a.txt"), kept)))

    assert all(map(named, ("briefings/ferry/", "/x/briefings/ferry.html.gz", "(briefings/ferry)", "briefings/ferry.")))
    assert not any(map(named, ("subbriefings/ferry/", "briefings/ferry-two/", "briefings/")))
