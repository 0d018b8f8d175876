"""Fingerprints: equal where values are, different where anything in them is, and no memory of what is used once."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from briefgen.model.briefing import Evidence, WatchItem
from briefgen.plugin.fingerprints import Fingerprints

ITEM = WatchItem(text="Talks", evidence=(Evidence(quote="They will talk."),))


def test_equal_values_have_equal_fingerprints() -> None:
    """Another object of the same values, and another object that tells, give the same; a change deep within another."""
    same = replace(ITEM, evidence=(Evidence(quote="They will talk."),))
    other = replace(ITEM, evidence=(Evidence(quote="They will walk."),))
    assert Fingerprints().of((ITEM, 1)) == Fingerprints().of((same, 1))
    assert Fingerprints().of((ITEM, 1)) != Fingerprints().of((other, 1))
    assert Fingerprints().of((ITEM, 1)) != Fingerprints().of((ITEM, "1"))


def test_what_cannot_be_told_from_others_has_none() -> None:
    """An object of who knows what is refused: a page made from it is never taken from an earlier build."""
    with pytest.raises(TypeError):
        Fingerprints().of((ITEM, object()))


def test_items_are_not_remembered() -> None:
    """A site has some seventy items and quotes a briefing: none of them is held when its hash has been taken."""
    fingerprints = Fingerprints()
    before = sys.getrefcount(ITEM), sys.getrefcount(ITEM.evidence[0])
    fingerprints.of((ITEM, 1))
    assert (sys.getrefcount(ITEM), sys.getrefcount(ITEM.evidence[0])) == before
