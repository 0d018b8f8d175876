"""The words of the interface: what they say, and what is refused in a site's own."""

from __future__ import annotations

from datetime import date

import pytest
from markupsafe import Markup

from briefgen.errors import ContentError
from briefgen.rendering.labels import Labels, LabelsError, read_labels
from briefgen.rendering.labels.tables import plurals_of
from briefgen.rendering.languages import shipped_languages

ENGLISH = read_labels()


def own(text: str, language: str = "en") -> Labels:
    """Read labels with a site's own."""
    return read_labels(language, text, file="templates/labels.toml")


def refused(text: str) -> list[str]:
    """Give what is said of a site's own labels, a line for each mistake."""
    with pytest.raises(ContentError) as error:
        own(text)
    return [str(problem) for problem in error.value.problems]


def test_a_label_says_its_words_with_what_it_names() -> None:
    """As markup and as plain text."""
    assert ENGLISH.say("dates.by", day="1 May") == "by 1 May"
    assert ENGLISH.text("dates.by", day="1 May") == "by 1 May"
    assert ENGLISH.text("trail.reviewed_by_on", name="Ada", day=None) == "Reviewed by Ada, "


@pytest.mark.parametrize(("number", "words"), [(0, "0 briefings"), (1, "1 briefing"), (1204, "1,204 briefings")])
def test_a_number_decides_the_plural(number: int, words: str) -> None:
    """And is written as the language writes it."""
    assert ENGLISH.text("common.briefings", n=number) == words


def test_plurals_are_those_of_the_language() -> None:
    """Polish has three where English has two, whatever language the rest is in."""
    polish = own('[common]\nbriefings = {one = "{n} raport", few = "{n} raporty", other = "{n} raportów"}', "pl")
    assert [polish.text("common.briefings", n=n) for n in (1, 3, 5, 22)] == [
        "1 raport",
        "3 raporty",
        "5 raportów",
        "22 raporty",
    ]


def test_days_and_numbers_follow_the_language() -> None:
    """Without a label for any of them."""
    german = read_labels("de")
    on = date(2025, 3, 1)
    assert (german.day(on), german.month(on), german.weekday(on)) == (
        "1. März 2025",
        "März 2025",
        "Samstag, 1. März 2025",
    )
    assert german.number(1204) == "1.204"
    assert read_labels("en-US").day(on) == "March 1, 2025"
    assert ENGLISH.day(on) == "1 March 2025"


@pytest.mark.parametrize("language", ["xx", "no such", "../de", "", "de/../fr"])
def test_an_unknown_language_is_english(language: str) -> None:
    """A language that Material has and briefgen has not must not stop a build."""
    labels = read_labels(language)
    assert labels.text("common.no_date") == "No date given"
    assert labels.day(date(2025, 3, 1)) == "1 March 2025"


def test_text_in_a_label_is_inert() -> None:
    """Whatever stands in a label or in what it names, no parser acts upon it."""
    labels = own('[dates]\nby = "<script>x</script> **{day}** ![a](b)"\n')
    said = labels.say("dates.by", day="<i>[now](https://example.org)</i>")
    assert not set("<>*[]()!") & set(said)
    assert said.unescape() == "<script>x</script> **<i>[now](https://example.org)</i>** ![a](b)"


def test_markup_in_a_value_stays() -> None:
    """A link or a day in its element may stand within a label's words."""
    said = ENGLISH.say("dates.by", day=Markup('<time datetime="2025-05-01">1 May</time>'))
    assert said == 'by <time datetime="2025-05-01">1 May</time>'


def test_what_cannot_be_seen_is_taken_out_of_labels() -> None:
    """An XML feed cannot hold a control character, and a blank line would end a block of HTML."""
    labels = own('[dates]\nby = "by\\u0000 \\u202e\\n\\n {day}"\n')
    assert labels.text("dates.by", day="1\n\nMay") == "by 1 May"
    assert labels.say("dates.by", day="1\n\nMay") == "by 1 May"


def test_blanks_that_hold_a_line_together_stay() -> None:
    """French has them before a colon and inside its quotation marks."""
    labels = own('[dates]\nby = "le\u202f«\u202f{day}\u202f»\u00a0:"\n')
    assert (
        labels.text("dates.by", day="1")
        == labels.say("dates.by", day="1").unescape()
        == "le\u202f«\u202f1\u202f»\u00a0:"
    )


def test_braces_that_stand_for_themselves_are_written_twice() -> None:
    """As in Python."""
    assert own('[dates]\nby = "{{by}} {day}"\n').text("dates.by", day="1 May") == "{by} 1 May"


@pytest.mark.parametrize(
    ("key", "values", "message"),
    [
        ("dates.until", {}, "there is no label 'dates.until'"),
        ("dates.by", {}, "the label 'dates.by' names {day}, which is not given"),
        ("common.briefings", {}, "the label 'common.briefings' has plurals: expected a number as n, found None"),
    ],
)
def test_a_label_that_cannot_be_said_stops_the_build(key: str, values: dict[str, object], message: str) -> None:
    """Rather than leaving a gap on a page."""
    for say in (ENGLISH.say, ENGLISH.text):
        with pytest.raises(LabelsError) as error:
            say(key, **values)
        assert str(error.value).startswith(message)


def test_a_site_changes_some_labels() -> None:
    """The others stay as they are, and a label may leave out a value or count where briefgen's names a number."""
    labels = own('[common]\nno_date = "Some day"\nbriefings = "several briefings"\n')
    assert labels.text("common.no_date") == "Some day"
    assert labels.text("common.briefings", n=7) == "several briefings"
    assert labels.text("words.claim") == ENGLISH.text("words.claim")


def test_every_mistake_is_told_at_once_with_its_line() -> None:
    """With what is expected there."""
    text = """# Ours
[titles]
watch = 3
[common]
no_date = "No {day}"
[dates]
by = "by {0}"
until = "until"
[dates.from]
one = "from {day}"
other = "from {day}"
[words]
claim = ""
draft = {other = "Draft", several = "Topics"}
"""
    file = "templates/labels.toml"
    assert refused(text) == [
        f"{file}:3:1: label: titles.watch: expected a text, or a table of texts with `other`, found 3",
        f"{file}:5:1: label: common.no_date: expected no value, found {{day}}",
        f"{file}:7:1: label: dates.by: expected a name in braces, found {{0}}: write braces that stand for themselves twice",
        f"{file}:8:1: label: dates.until: there is no such label: `briefgen labels` prints them all",
        f"{file}:9:1: label: dates.from: expected one text, found plurals: nothing is counted here",
        f"{file}:13:1: label: words.claim: expected a text, found an empty one",
        f"{file}:14:1: label: words.draft: expected the plurals zero, one, two, few, many, other, found `several`",
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[common\n", 1, "expected TOML, found a mistake: "),
        ('[common]\nuntitled = "a\n', 2, "expected TOML, found a mistake: "),
        ('untitled = "a"\n', 1, "expected tables such as [briefing], found `untitled` outside of any"),
        ('\ncommon.nothing = "a"\n', 2, "common.nothing: there is no such label"),
        ('\n["common"]\n\n"nothing" = "a"\n', 4, "common.nothing: there is no such label"),
        ('[common]\nnothing = {other = "a"}\n', 2, "common.nothing: there is no such label"),
        ('[dates]\nby = "{day!r}"\n', 2, "dates.by: expected a name in braces, found {day}"),
        ('[dates]\nby = "{day"\n', 2, "dates.by: expected '}' before end of string"),
        ('[dates]\nby = "{day.year}"\n', 2, "dates.by: expected a name in braces, found {day.year}"),
    ],
)
def test_a_mistake_names_its_line_however_it_is_written(text: str, line: int, message: str) -> None:
    """Tables, dotted keys, quoted keys and inline tables."""
    (problem,) = refused(text)
    assert problem.startswith(f"templates/labels.toml:{line}:1: label: {message}")


def test_a_table_gives_the_labels_that_need_no_value() -> None:
    """For what is looked up by a value of the front matter."""
    assert ENGLISH.table("words")["claim"] == "Claim"
    assert "briefings" not in ENGLISH.table("common")
    assert "by" not in ENGLISH.table("dates")


def test_english_comes_first_among_the_languages() -> None:
    """Every label is in English: what another language does not have is said in it."""
    assert shipped_languages()[0] == "en"
    assert plurals_of("en") == ("one", "other")
    assert plurals_of("ja") == ("other",)


def test_a_regional_language_takes_the_labels_of_its_language() -> None:
    """Austrian German is German with its own January."""
    assert read_labels("de-AT").text("common.no_date") == read_labels("de").text("common.no_date")
    assert read_labels("de-AT").day(date(2025, 1, 1)) == "1. Jänner 2025"
