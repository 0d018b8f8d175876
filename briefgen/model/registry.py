"""How a site calls the actors it writes about: canonical names, aliases, and who is never taken for whom.

The names of these fields are the names in content/actors.yml; their docstrings describe them in its JSON Schema.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from briefgen.model.briefing import ActorKind  # noqa: TC001 - pydantic needs it at run time
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLES = frozenset(
    "president vice prime premier minister chancellor secretary senator representative governor mayor king queen prince "
    "princess pope mr mrs ms dr sir dame lord lady general gen colonel col lieutenant lt major captain capt admiral adm "
    "sergeant judge justice attorney professor prof ambassador envoy chair chairman chairwoman chairperson director "
    "spokesman spokeswoman spokesperson sen rep gov speaker leader chief commissioner deputy".split()
)
"""What stands before a name and is no part of it, in lower case and without full stops."""


def form_key(form: str) -> str:
    """Give a form of a name for comparing: without regard to case, full stops, kinds of dashes, and a “the” before it."""
    return " ".join(fold(form).casefold().replace(".", "").split()).removeprefix("the ")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredActor:
    """An actor as the editors of a site call it."""

    name: str
    """The name on the pages."""
    kind: ActorKind
    """person, organisation, state or group."""
    aliases: tuple[str, ...] = ()
    """Other forms of the name. Each means this actor in every article whose own fuller name does not say otherwise."""
    not_the_same_as: tuple[str, ...] = ()
    """Names that are never taken for this actor."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)

    def bars(self, form: str) -> bool:
        """Tell whether a name is one that is never taken for this actor."""
        return form_key(form) in map(form_key, self.not_the_same_as)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """The registry of actors; an empty one where a site has none."""

    actors: tuple[RegisteredActor, ...] = ()
    """No form of a name belongs to two of them."""
    _owners: dict[str, RegisteredActor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note whose each form is, so that a look-up costs the same however many actors there are."""
        owners: dict[str, RegisteredActor] = {}
        for actor in self.actors:
            for form in actor.forms:
                owners.setdefault(form_key(form), actor)
        object.__setattr__(self, "_owners", owners)

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change with what the registry says, not with its order; empty where it is empty."""
        if not self.actors:
            return ""
        told = sorted(
            (actor.name, actor.kind, sorted(actor.aliases), sorted(actor.not_the_same_as)) for actor in self.actors
        )
        return sha256(json.dumps(told).encode()).hexdigest()[:12]

    def find(self, form: str) -> RegisteredActor | None:
        """Give the actor whose name or alias this very form is; None where it is nobody's."""
        return self._owners.get(form_key(form))

    def whose(self, name: str, others: Iterable[str], kind: ActorKind) -> RegisteredActor | None:
        """Give the actor whom a text calls by several forms.

        The fullest name decides, be it behind a title. Where the registry does not know it, another form does only if it
        cannot be somebody else's: “Smith” in an article on Anna Smith is not the registered John Smith, and “Kremlin”
        does not turn Russia into the registered Kremlin.

        Args:
            name: The fullest name.
            others: The other forms that the text prints.
            kind: What the text takes the name-bearer for.

        Returns:
            The actor; None where the registry knows none, or two.
        """
        if not self._owners:
            return None
        found = self.find(name) or self._titled(name)
        if found is None:
            # A surname may be listed and stand in the text behind the given name only.
            forms = (*others, *_untitled(name)[-1:])
            known = ((form, actor) for form in forms if (actor := self.find(form)) is not None)
            proved = dict.fromkeys(actor for form, actor in known if _proves(name, form, actor, kind))
            found = next(iter(proved)) if len(proved) == 1 else None
        return None if found is None or found.bars(name) or found.bars(" ".join(_untitled(name))) else found

    def apart(self, one: str, other: str) -> bool:
        """Tell whether two names are surely those of two actors."""
        first, second = self.find(one), self.find(other)
        if first is not None and second is not None:
            return first != second
        return (first is not None and first.bars(other)) or (second is not None and second.bars(one))

    def _titled(self, name: str) -> RegisteredActor | None:
        """Give the person whose name stands behind a title: “President Xi”."""
        bare = " ".join(_untitled(name))
        found = self.find(bare) if bare != form_key(name) else None
        return found if found is not None and found.kind == "person" else None


NO_REGISTRY = Registry()
"""Of a site that has none."""


def _untitled(name: str) -> list[str]:
    """Give the words of a name, folded, without the titles before it; a name of titles only stays."""
    words = form_key(name).split()
    first = next((place for place, word in enumerate(words) if word not in TITLES), 0)
    return words[first:]


def _proves(name: str, form: str, actor: RegisteredActor, kind: ActorKind) -> bool:
    """Tell whether a form that is the actor's shows that somebody of an unknown name is the actor."""
    if kind == "state" and actor.kind != "state":
        return False  # its capital or its seat
    whole = _untitled(name) if actor.kind == "person" else form_key(name).split()
    short = form_key(form).split()
    part = len(short) < len(whole) and set(short) <= set(whole)
    if actor.kind == "person" and len(whole) > 1:
        # The given names agree, or the form is itself a whole name of another spelling.
        given = {words[0] for known in actor.forms if len(words := form_key(known).split()) > 1}
        return whole[0] in given or (len(short) > 1 and not part)
    if len(short) == 1 and len(whole) > 1:
        # An acronym: of this name only as long as the registry spells it out nowhere.
        return not part and all(len(form_key(known).split()) == 1 for known in actor.forms)
    return not part
