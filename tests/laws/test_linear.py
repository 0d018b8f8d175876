"""Laws of time: each step's work grows with an article's length, not with its square, whatever the article is made of."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefgen.analysis.analyse import analyse
from briefgen.checking.check import check
from briefgen.drafting.draft import draft
from briefgen.drafting.explain import explain
from briefgen.errors import ContentError, SeedError
from briefgen.files.front_matter import read_briefing
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.pipeline import fresh_draft
from briefgen.reading.clean import clean
from briefgen.reading.read import read
from tests import timing
from tests.timing import WORST_RATIO, is_linear, time_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.analysis import Analysis
    from briefgen.model.article import Article

_TEXT = 16_000
"""Characters of the smaller text: three long articles."""
_STORY = 100
"""Sentences of the smaller story: a long article."""
_AGAIN = 5
"""How often the smaller story is told again, for the steps that take next to no time."""
_MOST_SECONDS = 90.0
"""For the largest file that is read at all: it takes 6, twice as much while lines are counted, and a square would take hours."""
_LARGEST = 1_990_000

ENGLISH = "It is said that the board of the port was to be with them and that it is not for the mayor. "
UNITS = {
    "brackets": "[",
    "images": "![",
    "parentheses": "(",
    "links that never close": "[a](",
    "links": "[a](https://a.example/b) ",
    "references": "[a][b] ",
    "link definitions": "[a]: https://a.example\n",
    "footnotes": "[^1] ",
    "straight quotation marks": '"',
    "opening quotation marks": "“",
    "closing quotation marks": "” ",
    "hyphens": "-",
    "hyphens and spaces": "- ",
    "asterisks": "*",
    "asterisks and letters": "*a ",
    "bold that never closes": "**a ",
    "underscores": "_a",
    "number signs": "#",
    "headings": "# Ferries stay\n\n",
    "unmarked headings": "Ferries Stay in Port\n\nThe board of the port paid for it.\n\n",
    "quote marks of Markdown": "> ",
    "bars": "|",
    "tables": "| a | b |\n|---|---|\n",
    "full stops": ".",
    "full stops and spaces": ". ",
    "initials": "A. ",
    "titles of persons": "Mr. ",
    "digits": "1",
    "figures": "1,111.1 ",
    "spaces": "a" + " " * 200,
    "empty lines": "a" + "\n" * 200,
    "tabs": "\t",
    "lines of one letter": "a\n",
    "zero-width characters": "a\u200b",
    "combining marks": "a\u0301\u0301\u0301",
    "one enormous word": "a",
    "one enormous hyphened word": "a-",
    "capitalised words": "Word ",
    "said": "said ",
    "weekdays": "Monday ",
    "dates": "Oct 29, 2025 ",
    "addresses": "https://a.b/ ",
    "bullets": "- The board paid\n",
    "nested bullets": "  - a\n    - b\n",
    "numbered lines": "1. a\n",
    "machine's marks": "[cite: x] ",
    "character references": "&amp;",
    "ampersands": "&#",
    "angles": "<",
    "tags that never close": "<a ",
    "comments that never close": "<!-- ",
    "front matter that never closes": "---\na: b\n",
    "code fences": "```\n",
    "code marks": "`` ` ",
    "emoji": "👨\u200d👩\u200d👧",
    "Chinese": "漢字。",
    "Hebrew": "שלום ",
    "carriage returns": "a b c.\r",
    "mixed line ends": "a b\r\nc d\re f\n",
    "conditions": "if the board opens the gate ",
    "clauses with whether": "whether the board opens the gate ",
    "one sentence without an end": "the board opened the gate and ",
    "labels": "A Word: ",
    "bylines": "By Ada Quist\n",
    "share bars": "Share\n",
    "calls to the reader": "Find out more about ferries. ",
    "dashes": " — ",
    "abbreviations": "U.S. ",
    "e-mail addresses": "a@b.",
    "backslashes": "\\",
}
STORIES = {
    "names and days": "Ada Quist told Xi in Beijing on Monday that pier {} was shut.",
    "events ahead": "Xi will meet Bo {} next week in Singapore.",
    "open questions": "It remains unclear whether pier {} will open in May.",
    "conditions": "If pier {} stays shut, the union may strike.",
    "quotes": "“Pier {} is safe,” said Bo Lind, the mayor.",
    "pronouns": "He said they expect that it costs ${} million.",
    "figures": "It paid {} percent of 5.2 million in 2025.",
    "new names": "The minister Ada{} of Norland{} met the board of the Port{}.",
    "short sentences": "It is {}.",
    "marks": "It is said of the pier {}: [a] (b) “c” - d; e, f / g!",
}


def seed_of(text: str, suffix: str) -> Seed:
    """Make a seed of a text."""
    data = text.encode()
    return Seed(file=f"seeds/a{suffix}", data=data, sha256=hashlib.sha256(data).hexdigest())


def filled(unit: str, size: int) -> str:
    """Repeat a unit to a size, with some English in front so that the text is not refused for its language."""
    return f"{ENGLISH * (size // 400)}\n\n{unit * (size // len(unit) + 1)}"[: size + size // 4]


def test_a_square_is_caught_and_a_straight_line_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure itself: work that grows with the square of the length fails, work that grows with the length passes."""
    # By a clock that counts the work, since a busy machine may take as long for little as for much.
    monkeypatch.setattr(timing, "time_of", lambda step: (float(step()), None))
    with pytest.raises(pytest.fail.Exception, match="8 times the length"):
        is_linear("pairs", lambda times: lambda: times * times)
    is_linear("lines", lambda times: lambda: times)
    is_linear("lines on a busy machine", lambda times: lambda: times if times > 2 else times * times)
    is_linear("a square too small to tell", lambda times: lambda: times * times * timing.NOTHING / 5)


def read_or_refused(text: str, suffix: str) -> Article | None:
    """Read a text; None where it is refused with the file's name."""
    try:
        return read(seed_of(text, suffix))
    except SeedError as error:
        assert str(error).startswith(f"seeds/a{suffix}: expected")  # noqa: PT017 - what is refused is named
        return None


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_reading_and_cleaning_take_linear_time(unit: str, suffix: str) -> None:
    """Runs of anything that means something to some rule, in plain text and in Markdown."""
    texts = {times: filled(unit, times * _TEXT) for times in (1, 2)}

    def text_of(times: int) -> str:
        return texts.get(times) or filled(unit, times * _TEXT)

    def reading(times: int) -> Callable[[], object]:
        text = text_of(times)
        return lambda: read_or_refused(text, suffix)

    def cleaning(times: int) -> Callable[[], object]:
        article = read_or_refused(text_of(times), suffix)
        return lambda: clean(article) if article else None

    is_linear("read", reading)
    is_linear("clean", cleaning)


def repeated(analysis: Analysis, times: int) -> Analysis:
    """Tell the same story again and again: what the model would take minutes to read costs nothing."""
    count = len(analysis.sentences)
    shifts = range(0, count * times, count)
    return replace(
        analysis,
        sentences=tuple(
            replace(one, index=one.index + shift, block=one.block + shift)
            for shift in shifts
            for one in analysis.sentences
        ),
        statements=tuple(
            replace(one, sentence=one.sentence + shift) for shift in shifts for one in analysis.statements
        ),
        times=tuple(replace(one, sentence=one.sentence + shift) for shift in shifts for one in analysis.times),
        entities=tuple(
            replace(
                entity,
                mentions=tuple(
                    replace(one, sentence=one.sentence + shift) for shift in shifts for one in entity.mentions
                ),
            )
            for entity in analysis.entities
        ),
    )


def story(sentence: str, count: int) -> str:
    """Write a story of so many sentences, three a paragraph."""
    told = [
        f"{sentence.format(number, number, number)}{' ' if number % 3 else chr(10) * 2}"
        for number in range(1, count + 1)
    ]
    return f"Ferries Stay in Port\n\n{ENGLISH}\n\n{''.join(told)}"


@pytest.mark.parametrize("sentence", STORIES.values(), ids=STORIES)
def test_analysing_drafting_explaining_and_checking_take_linear_time(sentence: str) -> None:
    """Stories of nothing but what some rule looks for, sentence after sentence."""
    pipeline = Settings().language_model
    articles = {times: read(seed_of(story(sentence, times * _STORY), ".txt")) for times in (1, 2)}

    def analysing(times: int) -> Callable[[], Analysis]:
        article = articles.get(times) or read(seed_of(story(sentence, times * _STORY), ".txt"))
        return lambda: analyse(clean(article), pipeline=pipeline)

    timed = {times: time_of(analysing(times)) for times in (1, 2)}
    if timed[2][0] >= WORST_RATIO * timed[1][0]:
        is_linear("analyse", analysing)

    def drafting(times: int) -> Callable[[], object]:
        analysis = repeated(timed[1][1], times * _AGAIN)
        return lambda: draft(analysis)

    def explaining(times: int) -> Callable[[], object]:
        analysis = repeated(timed[1][1], times * _AGAIN)
        return lambda: list(explain(analysis))

    def checking(times: int) -> Callable[[], object]:
        analysis = timed[times][1] if times in timed else analysing(times)()
        article, briefing = analysis.article, draft(analysis)
        return lambda: check(
            briefing,
            file="a.md",
            articles={article.source.file: article},
            sha256={article.source.file: article.source.sha256 or ""},
            position=lambda *_: (1, 1),
            ids=(briefing.id,),
        )

    is_linear("draft", drafting)
    is_linear("explain", explaining)
    is_linear("check", checking)


MISTAKES = {
    "no-break spaces": "takeaways:\n" + "{}\u00a0\u00a0- text: It sails.\n",
    "tabs": "takeaways:\n{}\t- text: It sails.\n",
    "quote marks that never close": 'takeaways:\n{}  - text: "It sails.\n',
    "colons in texts": "takeaways:\n{}  - text: It: sails.\n",
    "unknown keys": "{}keys: none\n",
    "right takeaways": "takeaways:\n{}  - text: It sails.\n",
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_reading_front_matter_takes_linear_time(mistake: str) -> None:
    """Thousands of mistakes are named, as far as they are, without counting the lines above anew for each."""
    head, line = mistake.split("{}")

    def reading(times: int) -> Callable[[], object]:
        text = f"---\nid: a\ntitle: A\n{head}{line * 800 * times}---\n"
        return lambda: briefing_or_faults(text)

    is_linear("read front matter", reading)


def briefing_or_faults(text: str) -> object:
    """Read front matter, or count what is wrong in it."""
    try:
        return read_briefing("a.md", text)
    except ContentError as error:
        return len(error.problems)


@pytest.mark.parametrize("unit", ["Mr. ", "~~", "whether the board opens the gate. "])
def test_the_largest_file_ends_in_seconds(unit: str) -> None:
    """It is drafted, or refused with what was found and what to do, before anybody stops the program."""
    spent, message = time_of(lambda: outcome(seed_of((unit * _LARGEST)[:_LARGEST], ".md")))
    assert spent < _MOST_SECONDS
    assert message.startswith("seeds/a.md: expected")


def test_ten_megabytes_of_text_are_refused_at_once() -> None:
    """The message names the file, the limit, what was found and what to do."""
    spent, message = time_of(lambda: outcome(seed_of("a" * 10_000_000, ".txt")))
    assert spent < 1
    assert message == (
        "seeds/a.txt: expected an article of at most 2,000,000 bytes, found 10,000,000. "
        "Put the article's own text into a file of its own."
    )


def outcome(seed: Seed) -> str:
    """Draft a seed; give its title, or why it is refused."""
    try:
        return fresh_draft(seed, Settings())[1].title
    except SeedError as error:
        return str(error)
