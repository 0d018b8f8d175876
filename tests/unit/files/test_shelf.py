"""Which briefing belongs to a seed, whether it is current, and which id is free."""

from __future__ import annotations

from briefgen.files.outlines import DraftOutline, SourceKey
from briefgen.files.shelf import Shelf

HASH, OTHER = "0" * 64, "1" * 64
SOURCES = (SourceKey("seeds/a.txt", HASH),)
LAST = DraftOutline(sources=SOURCES, recipe="r")


def test_a_briefing_is_found_by_its_source() -> None:
    """By the name of the file."""
    shelf = Shelf({"ferry": SOURCES}, {"ferry": LAST}, ["seeds/a.txt"])
    assert shelf.take("seeds/a.txt", OTHER) == "ferry"
    assert shelf.take("seeds/b.txt", OTHER) is None


def test_a_renamed_article_is_found_by_its_bytes() -> None:
    """Only where the old name is gone: a copy beside it is an article of its own."""
    assert Shelf({"ferry": SOURCES}, {"ferry": LAST}, ["seeds/b.txt"]).take("seeds/b.txt", HASH) == "ferry"
    shelf = Shelf({"ferry": SOURCES}, {"ferry": LAST}, ["seeds/a.txt", "seeds/b.txt"])
    assert shelf.take("seeds/b.txt", HASH) is None


def test_of_two_copies_of_a_renamed_article_the_first_keeps_its_briefing() -> None:
    """The other one gets a briefing of its own, instead of writing over the first."""
    shelf = Shelf({"ferry": SOURCES}, {"ferry": LAST}, ["seeds/b.txt", "seeds/c.txt"])
    assert shelf.take("seeds/b.txt", HASH) == "ferry"
    assert shelf.take("seeds/c.txt", HASH) is None


def test_an_article_that_two_briefings_name_belongs_to_the_one_drafted_from_it() -> None:
    """Wherever the files stand in the order; where neither was drafted from it, to the last one."""
    other = DraftOutline(sources=(SourceKey("seeds/z.txt", OTHER),), recipe="r")
    both = {"anchor": SOURCES, "bridge": SOURCES, "canal": SOURCES}
    assert Shelf(both, {"bridge": LAST, "canal": other}, ["seeds/a.txt"]).take("seeds/a.txt", HASH) == "bridge"
    assert Shelf(both, {"anchor": other}, ["seeds/a.txt"]).take("seeds/a.txt", HASH) == "canal"


def test_a_further_source_belongs_to_no_draft() -> None:
    """An article that an editor names beside the one that a briefing was drafted from is known, and none of its drafts'."""
    further = SourceKey("seeds/b.txt", None)
    for sources in ((*SOURCES, further), (further, *SOURCES)):
        shelf = Shelf({"ferry": sources}, {"ferry": LAST}, ["seeds/a.txt", "seeds/b.txt"])
        assert shelf.take("seeds/a.txt", HASH) == "ferry"
        assert shelf.take("seeds/b.txt", OTHER) is None
        assert shelf.beside("seeds/b.txt") == "ferry"
        assert shelf.beside("seeds/a.txt") is None


def test_a_further_source_with_a_briefing_of_its_own_keeps_it() -> None:
    """Whatever other briefings rest on it, too."""
    further = SourceKey("seeds/b.txt", OTHER)
    drafts = {"ferry": LAST, "strike": DraftOutline(sources=(further,), recipe="r")}
    shelf = Shelf({"ferry": (*SOURCES, further), "strike": (further,)}, drafts, ["seeds/a.txt", "seeds/b.txt"])
    assert shelf.take("seeds/b.txt", OTHER) == "strike"


def test_a_briefing_by_hand_is_drafted_from_its_first_source() -> None:
    """It has no draft to tell; so it is with one whose article was exchanged for others."""
    sources = (SourceKey("seeds/b.txt", None), SourceKey("seeds/c.txt", None))
    for drafts in ({}, {"ferry": LAST}):
        shelf = Shelf({"ferry": sources}, drafts, ["seeds/b.txt", "seeds/c.txt"])
        assert shelf.take("seeds/b.txt", HASH) == "ferry"
        assert (shelf.take("seeds/c.txt", OTHER), shelf.beside("seeds/c.txt")) == (None, "ferry")


def test_a_renamed_article_is_told_from_a_further_source() -> None:
    """By its bytes, whether the briefing still has its old name or an editor has written the new one."""
    further = SourceKey("seeds/b.txt", OTHER)
    shelf = Shelf({"ferry": (further, *SOURCES)}, {"ferry": LAST}, ["seeds/b.txt", "seeds/new.txt"])
    assert shelf.take("seeds/new.txt", HASH) == "ferry"
    named = (further, SourceKey("seeds/new.txt", HASH))
    shelf = Shelf({"ferry": named}, {"ferry": LAST}, ["seeds/b.txt", "seeds/new.txt"])
    assert shelf.take("seeds/new.txt", HASH) == "ferry"
    assert shelf.beside("seeds/b.txt") == "ferry"


def test_a_draft_is_current_only_from_the_same_name_bytes_and_recipe() -> None:
    """Anything else drafts anew; so does a briefing that the machine never drafted."""
    shelf = Shelf({"ferry": SOURCES, "own": SOURCES}, {"ferry": LAST}, ["seeds/a.txt"])
    assert shelf.is_current("ferry", "seeds/a.txt", HASH, "r")
    assert not shelf.is_current("ferry", "seeds/b.txt", HASH, "r")
    assert not shelf.is_current("ferry", "seeds/a.txt", OTHER, "r")
    assert not shelf.is_current("ferry", "seeds/a.txt", HASH, "s")
    assert not shelf.is_current("own", "seeds/a.txt", HASH, "r")


def test_a_deleted_briefing_is_known_by_its_last_draft() -> None:
    """And its id is free for it again."""
    shelf = Shelf({}, {"ferry": LAST}, ["seeds/a.txt"])
    assert shelf.deleted("seeds/a.txt") == "ferry"
    assert shelf.free_id("ferry", "seeds/a.txt", HASH) == "ferry"


def test_an_id_is_never_given_twice() -> None:
    """However many copies of one article there are."""
    shelf = Shelf({"ferry": SOURCES}, {"ferry": LAST}, ["seeds/a.txt"])
    given = []
    for name in ("b", "c", "d", "b"):
        free = shelf.free_id("ferry", f"seeds/{name}.txt", HASH)
        shelf.add(free)
        given.append(free)
    assert len({"ferry", *given}) == 5
    assert all(one.startswith("ferry-") for one in given)
