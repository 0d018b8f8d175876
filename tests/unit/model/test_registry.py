"""The registry of actors: whose a form is, when another form proves who somebody is, and who is surely two."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from briefgen.model.registry import RegisteredActor, Registry, form_key

if TYPE_CHECKING:
    from briefgen.model.briefing import ActorKind

QUIST = RegisteredActor(
    name="Ada Quist", kind="person", aliases=("Quist", "Adda Quist"), not_the_same_as=("Ada Quick", "Ina Quista")
)
SMITH = RegisteredActor(name="John Smith", kind="person", aliases=("Smith",))
PALACE = RegisteredActor(name="the Palace", kind="organisation", aliases=("Northport",))
NORLAND = RegisteredActor(name="Kingdom of Norland", kind="state", aliases=("Norlandia", "Northgate"))
COURT = RegisteredActor(name="International Harbour Court", kind="organisation", aliases=("IHC", "Court"))
LINE = RegisteredActor(name="FFL", kind="organisation")
REGISTRY = Registry(actors=(QUIST, SMITH, PALACE, NORLAND, COURT, LINE))


@pytest.mark.parametrize(
    ("form", "owner"),
    [
        ("Ada Quist", QUIST),
        ("ADA  QUIST", QUIST),
        ("quist", QUIST),
        ("Palace", PALACE),
        ("The Palace", PALACE),
        ("F.F.L.", LINE),
        ("Quists", None),
        ("Ada", None),
        ("", None),
        ("the", None),
    ],
)
def test_a_form_is_whose_it_is_listed_for(form: str, owner: RegisteredActor | None) -> None:
    """Without regard to case, white space, full stops and a “the”; a form that is not listed is nobody's."""
    assert REGISTRY.find(form) == owner


@pytest.mark.parametrize(
    ("name", "others", "kind", "owner"),
    [
        ("Ada Quist", (), "person", QUIST),
        ("Quist", (), "person", QUIST),
        ("President Quist", (), "person", QUIST),
        ("Prime Minister Adda Quist", (), "person", QUIST),
        ("Ada Quist", (), "organisation", QUIST),
        ("Bo Quist", ("Quist",), "person", None),
        ("Ada Maria Quist", ("Quist",), "person", QUIST),
        ("Ada M. Quist", (), "person", QUIST),
        ("Bo Quist", (), "person", None),
        ("Adda Smith", (), "person", None),
        ("Regional Court", (), "organisation", None),
        ("Ada Quick", ("Quist",), "person", None),
        ("Chair Ada Quick", ("Quist",), "person", None),
        ("A. M. Quistsson", ("Ada Quist",), "person", QUIST),
        ("Anna Smith", ("Smith",), "person", None),
        ("Quistt", ("Quist",), "person", QUIST),
        ("Mr. Smith", ("Quist",), "person", SMITH),
        ("Bo Lind", ("Smith", "Quist"), "person", None),
        ("Lind", ("Smith", "Quist"), "person", None),
        ("Norland", ("Northport",), "state", None),
        ("Norland", ("Northgate",), "state", NORLAND),
        ("Irish Hotel Club", ("IHC",), "organisation", None),
        ("Ferry Fleet Limited", ("FFL",), "organisation", LINE),
        ("District Court", ("Court",), "organisation", None),
        ("Court", ("the court",), "organisation", COURT),
        ("Regional International Harbour Court", ("International Harbour Court",), "organisation", None),
        ("President", (), "person", None),
        ("President Palace", (), "organisation", None),
    ],
)
def test_the_fullest_name_decides(
    name: str, others: tuple[str, ...], kind: ActorKind, owner: RegisteredActor | None
) -> None:
    """A short form proves somebody only where it cannot be somebody else's."""
    assert REGISTRY.whose(name, others, kind) == owner


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Ada Quist", "John Smith", True),
        ("Quist", "Ada Quist", False),
        ("Quist", "Ada Quick", True),
        ("Ina Quista", "Adda Quist", True),
        ("Ada Quick", "Ina Quista", False),
        ("Quist", "Bo Lind", False),
    ],
)
def test_two_are_apart_only_if_the_registry_says_so(one: str, other: str, *, apart: bool) -> None:
    """Two of its actors are, and whom one of them is said not to be; of others it knows nothing."""
    assert REGISTRY.apart(one, other) is apart
    assert REGISTRY.apart(other, one) is apart


def test_the_fingerprint_tells_what_is_said_not_how() -> None:
    """Drafts stay up to date when entries are put into another order, and not when one of them changes."""
    mixed = Registry(actors=REGISTRY.actors[::-1])
    assert len(REGISTRY.fingerprint) == 12
    assert mixed.fingerprint == REGISTRY.fingerprint
    for other in (
        RegisteredActor(name="Ada Quist", kind="person", aliases=("Quist",), not_the_same_as=QUIST.not_the_same_as),
        RegisteredActor(name="Ada Quist", kind="group", aliases=QUIST.aliases, not_the_same_as=QUIST.not_the_same_as),
        RegisteredActor(name="Ada Quist", kind="person", aliases=QUIST.aliases, not_the_same_as=("Ada Quick",)),
    ):
        assert Registry(actors=(other, *REGISTRY.actors[1:])).fingerprint != REGISTRY.fingerprint
    assert Registry().fingerprint == ""


def test_a_registry_is_a_value() -> None:
    """Equal, hashed alike, and sent whole to another process."""
    again = Registry(actors=tuple(REGISTRY.actors))
    assert (again, hash(again)) == (REGISTRY, hash(REGISTRY))
    sent = pickle.loads(pickle.dumps(REGISTRY))  # noqa: S301 - our own bytes
    assert (sent, sent.find("the Palace")) == (REGISTRY, PALACE)


def test_names_are_compared_without_what_a_reader_does_not_hear() -> None:
    """Dashes and quote marks of all kinds are one; other letters are other names."""
    assert form_key("The Port–Union’s  Board.") == form_key("port-union's board")
    assert form_key("Quist") != form_key("Qvist")
