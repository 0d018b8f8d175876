"""Which briefing belongs to a seed, and which id is free."""

from __future__ import annotations

from briefgen.files.front_matter import read_briefing
from briefgen.files.front_matter_write import new_text
from briefgen.files.shelf import Shelf
from briefgen.model.briefing import Briefing, Source
from briefgen.model.draft import LastDraft
from briefgen.model.seed import Seed

HASH = "0" * 64
BRIEFING = Briefing(id="ferry", title="Ferry", sources=(Source(file="seeds/a.txt", sha256=HASH),))
FILE = read_briefing("content/briefings/ferry.md", new_text(BRIEFING))
LAST = LastDraft(briefing=BRIEFING, recipe="r")


def seed(name: str, sha256: str = HASH) -> Seed:
    """Make a seed."""
    return Seed(file=f"seeds/{name}.txt", data=b"", sha256=sha256)


def test_a_briefing_is_found_by_its_source() -> None:
    """By the name of the file."""
    shelf = Shelf([FILE], {"ferry": LAST}, ["seeds/a.txt"])
    assert shelf.for_seed(seed("a", "1" * 64)) == FILE
    assert shelf.for_seed(seed("b", "1" * 64)) is None


def test_a_renamed_article_is_found_by_its_bytes() -> None:
    """Only where the old name is gone: a copy beside it is an article of its own."""
    assert Shelf([FILE], {"ferry": LAST}, ["seeds/b.txt"]).for_seed(seed("b")) == FILE
    assert Shelf([FILE], {"ferry": LAST}, ["seeds/a.txt", "seeds/b.txt"]).for_seed(seed("b")) is None


def test_a_deleted_briefing_is_known_by_its_last_draft() -> None:
    """And its id is free for it again."""
    shelf = Shelf([], {"ferry": LAST}, ["seeds/a.txt"])
    assert shelf.deleted(seed("a")) == "ferry"
    assert shelf.free_id("ferry", seed("a")) == "ferry"


def test_an_id_is_never_given_twice() -> None:
    """However many copies of one article there are."""
    shelf = Shelf([FILE], {"ferry": LAST}, ["seeds/a.txt"])
    given = []
    for name in ("b", "c", "d", "b"):
        free = shelf.free_id("ferry", seed(name))
        shelf.add(free, LAST)
        given.append(free)
    assert len({"ferry", *given}) == 5
    assert all(one.startswith("ferry-") for one in given)
