"""Topics that got pages of their own and should have one together."""

from __future__ import annotations

import pytest

from briefgen.checking.topics import alike_topics


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sanction", "Sanctions"),
        ("US-China relations", "US China relations"),
        ("US–China relations", "U.S.-China Relation"),
        ("Côte d'Ivoire", "Cote d’Ivoire"),
        ("Cease-fire", "ceasefire"),
    ],
)
def test_topics_that_differ_in_little_are_named(one: str, other: str) -> None:
    """Punctuation, accents and a plural make two pages of what is one topic."""
    found = alike_topics({"a": [one], "b": ["Trade", other], "c": [other]})
    assert [(briefing, item.path, item.code) for briefing, items in found.items() for item in items] == [
        ("a", ("topics", 0), "topic-alike")
    ]
    assert f"“{one}” gets a page of its own beside “{other}”" in found["a"][0].message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ukraine war", "ukraine  War"),
        ("US–China relations", "US-China relations"),
        ("US–China relations", "UK–China relations"),
        ("Crisis", "Cris"),
        ("Iran", "Iraq"),
        ("—", "–"),
    ],
)
def test_topics_that_share_a_page_or_are_two_are_left_alone(one: str, other: str) -> None:
    """Case, white space and dashes lead to one page already; another word is another topic."""
    assert alike_topics({"a": [one], "b": [other]}) == {}


def test_the_rarer_spelling_is_the_one_to_change() -> None:
    """It does not matter in which order the briefings come; of two that are used alike the later in the alphabet stays."""
    topics = {"a": ["Strikes"], "b": ["Strike"], "c": ["strike"]}
    assert set(alike_topics(topics)) == set(alike_topics(dict(reversed(topics.items())))) == {"a"}
    assert set(alike_topics({"a": ["Strikes"], "b": ["Strike"]})) == {"b"}
