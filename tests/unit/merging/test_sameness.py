"""Which entries are the same one."""

from __future__ import annotations

import pytest

from briefgen.merging.sameness import Entry, Sameness, key_of
from briefgen.model.briefing import Actor, Caution, Evidence, Source, Takeaway, WatchItem
from briefgen.model.draft import Deleted
from briefgen.model.folding import Folded

TEXT = "Ada Quist, the mayor, and Bo Lind met the union on the pier. The ferry company sold its old boat to Norland."
MEETING = "Ada Quist, the mayor, and Bo Lind met the union on the pier."
SALE = "The ferry company sold its old boat to Norland."
sameness = Sameness(Folded(TEXT).find)


def _takeaway(text: str, *quotes: str) -> Takeaway:
    return Takeaway(text=text, evidence=tuple(Evidence(quote=quote) for quote in quotes))


def _actor(name: str, *aliases: str, quote: str = MEETING, role: str | None = None) -> Actor:
    return Actor(name=name, kind="person", aliases=aliases, role=role, evidence=(Evidence(quote=quote),))


SAME: tuple[tuple[Entry, Entry], ...] = (
    # The same words of the source, however they are cut, spaced or quoted.
    (_takeaway("a", SALE), _takeaway("b", "The ferry company sold its old boat")),
    (_takeaway("a", SALE), _takeaway("b", "The ferry  company\nsold its old boat to Norland.")),
    (_takeaway("a", "ferry company sold its old"), _takeaway("b", "sold its old boat")),
    (_takeaway("a", SALE, MEETING), _takeaway("b", MEETING)),
    # Words that are not in the source (any more): equal, part of each other, or with a slip mended.
    (_takeaway("a", "It was “gone”."), _takeaway("b", 'It was "gone".')),
    (_takeaway("a", "It was gone by noon."), _takeaway("b", "gone by noon")),
    (
        _takeaway("a", "The 2023 invasion of the pier by gulls."),
        _takeaway("b", "The 2022 invasion of the pier by gulls."),
    ),
    # No evidence in common, but the same text.
    (_takeaway("The boat – sold.", SALE), _takeaway("The boat - sold.", MEETING)),
    (_actor("Ada Quist"), _actor("ada quist", quote=SALE)),
    (_actor("Quist"), _actor("Ada Quist", "Quist", quote=SALE)),
    (_actor("Melnytsky"), _actor("Orest Melnytskyy")),
    (
        Caution(text="It is dated 31 January by its own “as of”."),
        Caution(text="It is dated 1 February by its own “as of”."),
    ),
    (Source(file="seeds/a.txt"), Source(file="seeds/a.txt", sha256="0" * 64)),
    (Source(file="seeds/a.txt", sha256="0" * 64), Source(file="seeds/renamed.txt", sha256="0" * 64)),
)
DIFFERENT: tuple[tuple[Entry, Entry], ...] = (
    (_takeaway("a", SALE), _takeaway("b", MEETING)),
    (_takeaway("a", "company sold its old boat to"), _takeaway("b", "boat to Norland.")),
    (_takeaway("a"), _takeaway("b")),
    # Two who act in one sentence.
    (_actor("Ada Quist"), _actor("Bo Lind")),
    (_actor("Ada Quist", role="mayor"), _actor("Norland", role="mayor")),
    (_actor("Iran"), _actor("Iraq")),
    (Caution(text="It gives no date."), Caution(text="Nobody is named for its figures.")),
    (Source(file="seeds/a.txt"), Source(file="seeds/b.txt")),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same(one: Entry, other: Entry) -> None:
    """By evidence first, actors by name first; in either order."""
    assert sameness.rank(one, other)
    assert sameness.rank(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different(one: Entry, other: Entry) -> None:
    """Less than half of the evidence, or another actor of the same sentence, is another entry."""
    assert not sameness.rank(one, other)
    assert not sameness.rank(other, one)


def test_a_renamed_actor_is_known_by_the_rest() -> None:
    """Where an editor changed nothing but the name; between two drafts it is another actor."""
    one, other = _actor("Ada Quist"), _actor("Bo Lind")
    assert sameness.match([one], [other], renamed=True) == {0: 0}
    assert sameness.match([one], [other]) == {}
    assert sameness.match([one], [_actor("Bo Lind", role="pilot")], renamed=True) == {}


def test_the_surest_pairs_come_first() -> None:
    """Of several on one sentence those alike in words are paired, and each only once."""
    ones = [_takeaway("Quist met the union", SALE), _takeaway("The boat was sold", SALE), _takeaway("x", SALE)]
    others = [_takeaway("The old boat was sold", SALE), _takeaway("Ada Quist met the union", SALE)]
    assert sameness.match(ones, others) == {0: 1, 1: 0}
    twins = [_takeaway("x", SALE)] * 3
    assert sameness.match(twins, twins) == {0: 0, 1: 1, 2: 2}


@pytest.mark.parametrize(
    ("gone", "entry"),
    [
        (_takeaway("a", SALE), _takeaway("b", "sold its old boat to Norland")),
        (_takeaway("a", SALE, MEETING), _takeaway("b", MEETING)),
        (_takeaway("a", SALE), _takeaway("a", MEETING)),
        (WatchItem(text="A vote"), WatchItem(text="A vote")),
        (_actor("Ada Quist", "Quist"), _actor("Quist", quote=SALE)),
        (_actor("Quist"), _actor("Ada Quist", "Quist", quote=SALE)),
        (Caution(text="It gives no date."), Caution(text="It gives no date")),
    ],
)
def test_what_was_deleted_is_recognised(gone: Entry, entry: Entry) -> None:
    """From the lines that are kept of it, though its wording or its evidence changed."""
    assert sameness.recognises(Deleted(section="takeaways", key=key_of(gone)), entry)


@pytest.mark.parametrize(
    ("gone", "entry"),
    [
        (_takeaway("a", SALE), _takeaway("b", MEETING)),
        (_takeaway("a"), _takeaway("b", SALE)),
        (_actor("Ada Quist", "the mayor"), _actor("Bo Lind", "the mayor")),
        (Caution(text="It gives no date."), Caution(text="Its figures are nobody's.")),
    ],
)
def test_what_is_new_is_not_taken_for_deleted(gone: Entry, entry: Entry) -> None:
    """Other words on other evidence, another actor of the same sentence."""
    assert not sameness.recognises(Deleted(section="takeaways", key=key_of(gone)), entry)


def test_each_quote_is_looked_up_once() -> None:
    """Finding a quote goes through the whole source: a hundred comparisons ask once for each."""
    asked: list[str] = []

    def find(quote: str) -> None:
        asked.append(quote)

    entries = [_takeaway(str(number), f"{number} {SALE}") for number in range(10)]
    Sameness(find).match(entries, entries)
    assert len(asked) == len(set(asked)) <= 10
