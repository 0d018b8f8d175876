"""content/actors.yml -> the editors' registry of actors, read strictly, or every problem with its line."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.errors import ContentError
from briefgen.files.briefings import load_briefings
from briefgen.files.fence import control_in_file, unfit_for_reading
from briefgen.files.front_matter import content_error
from briefgen.files.lines import Lines
from briefgen.files.places import inside
from briefgen.files.reading_on import all_faults
from briefgen.files.text_file import read_text
from briefgen.files.validation import validate
from briefgen.files.yaml_faults import Fault, shown
from briefgen.files.yaml_losses import losses
from briefgen.files.yaml_tree import ListNode, MapNode, Node, ScalarNode, read_tree
from briefgen.model.problem import Problem
from briefgen.model.registry import RegisteredActor, Registry, form_key
from briefgen.model.seen import is_seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefgen.files.front_matter import BriefingFile
    from briefgen.files.memory import Memory
    from briefgen.model.settings import Settings

NAME = "actors.yml"
_OTHER_NAME = "actors.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryFile:
    """How this site calls the actors it writes about."""

    actors: tuple[RegisteredActor, ...] = ()
    """The actors, in any order."""


def load_registry(root: Path, settings: Settings) -> Registry:
    """Read a site's registry of actors.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: Says where MkDocs' content is.

    Returns:
        The registry; an empty one where the site has none.

    Raises:
        ContentError: One line per problem, all at once; nothing is to be drafted, proved or published by it.
        SettingsError: The folder leads out of the root.
    """
    file = file_of(settings)
    path = inside(root, file)
    if os.path.lexists(path.with_name(_OTHER_NAME)):
        other = f"{settings.content}/{_OTHER_NAME}"
        message = f"expected the registry of actors in {file}, found a file of this name; rename it, or join the two"
        raise ContentError((Problem(file=other, code="wrong-file-name", message=message),))
    return read_registry(file, read_text(path, file, "registry of actors")) if os.path.lexists(path) else Registry()


def load_content(
    root: Path, settings: Settings, memory: Memory | None = None
) -> tuple[Registry, tuple[BriefingFile, ...]]:
    """Read what editors write: the registry of actors and every briefing.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: Says where MkDocs' content is.
        memory: Of the last reading, so that only what was saved since is read again.

    Raises:
        ContentError: One line per problem, of all files; nothing was read for use.
        SettingsError: A folder leads out of the root.
    """
    problems: list[Problem] = []
    registry = Registry()
    briefings: tuple[BriefingFile, ...] = ()
    try:
        registry = load_registry(root, settings)
    except ContentError as error:
        problems += error.problems
    try:
        briefings = load_briefings(root, settings, memory)
    except ContentError as error:
        problems += error.problems
    if problems:
        raise ContentError(tuple(sorted(problems)))
    return registry, briefings


def file_of(settings: Settings) -> str:
    """Name the registry's file from the site's root: `content/actors.yml`."""
    return f"{settings.content}/{NAME}"


def read_registry(file: str, text: str) -> Registry:
    """Read a registry strictly: what is not understood is refused, nothing is silently turned into something else.

    Args:
        file: The file's name from the site's root, for messages.
        text: The file.

    Returns:
        The registry; an empty one of a file without actors.

    Raises:
        ContentError: One line per problem, all of the file's at once, each with line and column.
    """
    start = 1 if text.startswith("\ufeff") else 0
    faults = unfit_for_reading(text, "registry of actors") or control_in_file(text, start, len(text))
    if faults:
        raise content_error(file, text, faults)
    tree, faults = read_tree(text, start, len(text))
    if tree is None and faults:
        raise content_error(file, text, all_faults(text, RegistryFile, fenced=False))
    if not faults and (tree is None or (isinstance(tree, ScalarNode) and tree.nothing)):
        return Registry()
    if tree is not None and not isinstance(tree, MapNode):
        message = "expected `actors:` with a list of actors below it, each such as `- name: …`, found something else"
        faults.append(Fault(at=tree.start, code="wrong-type", message=message))
        tree = None
    if tree is None:
        raise content_error(file, text, faults)
    lines = Lines(text)
    checked = validate(tree, RegistryFile, lambda at: lines.position(at)[0])
    # What stands at the place of a reference or a type is wrong anyhow: one message for it is enough.
    known = {fault.at for fault in faults}
    faults += [fault for fault in checked.faults if fault.at not in known]
    faults += losses(text, tree, start, len(text), RegistryFile)
    faults += _claims_in_conflict(tree, lambda at: lines.position(at)[0])
    if faults or checked.value is None:
        raise content_error(file, text, faults)
    return Registry(actors=checked.value.actors)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A form of a name as an actor has it."""

    actor: int
    """Its number in the file."""
    owner: str
    """The actor's name."""
    field: str
    """`name`, `aliases` or `not_the_same_as`."""
    form: str
    at: int


def _claims_in_conflict(tree: MapNode, line_of: Callable[[int], int]) -> Iterator[Fault]:
    """Find forms that two actors claim, that one has twice, or has and denies at once.

    They are found in the tree, so that they are told together with mistakes that keep the registry from being made.
    """
    own: dict[str, _Claim] = {}
    denied: dict[tuple[int, str], _Claim] = {}
    claims = list(_claims(tree))
    for claim in claims:
        key = form_key(claim.form)
        if not key:
            if is_seen(claim.form):  # else it was told as an empty text
                message = f"{shown(claim.form)} holds no letter that a reader sees; write the name, or take it out"
                yield Fault(at=claim.at, code="empty", message=message)
        elif claim.field != "not_the_same_as":
            first = own.setdefault(key, claim)
            if first is not claim:
                yield _taken(claim, first, line_of(first.at))
        elif denied.setdefault((claim.actor, key), claim) is not claim:
            line = line_of(denied[claim.actor, key].at)
            message = f"{shown(claim.form)} is named here a second time, the first is in line {line}; take one out"
            yield Fault(at=claim.at, code="name-twice", message=message)
    for claim in claims:
        first = own.get(form_key(claim.form), claim)
        if claim.field == "not_the_same_as" and first.actor == claim.actor and first is not claim:
            message = (
                f"{shown(claim.form)} is this actor's own {_word(first)} in line {line_of(first.at)}; "
                "take it out of one of the two"
            )
            yield Fault(at=claim.at, code="not-itself", message=message)


def _taken(claim: _Claim, first: _Claim, line: int) -> Fault:
    form = shown(claim.form)
    if claim.actor == first.actor:
        message = f"{form} is this actor's {_word(first)} in line {line} already; take it out"
        return Fault(at=claim.at, code="name-twice", message=message)
    if claim.field == first.field == "name":
        message = f"{form} is the name of the actor in line {line} already; make the two entries one"
    else:
        message = (
            f"{form} is the {_word(first)} of {shown(first.owner)} in line {line} already; a form belongs to one actor"
        )
    return Fault(at=claim.at, code="name-taken", message=message)


def _word(claim: _Claim) -> str:
    return "name" if claim.field == "name" else "alias"


def _claims(tree: MapNode) -> Iterator[_Claim]:
    """Give every form of a name in the tree, in the order of the file."""
    actors = _under(tree, "actors")
    for number, node in enumerate(actors.items if isinstance(actors, ListNode) else ()):
        if not isinstance(node, MapNode):
            continue
        name = _under(node, "name")
        owner = name.text if isinstance(name, ScalarNode) else ""
        for key, value in node.pairs:
            if key.text in {"name", "aliases", "not_the_same_as"}:
                for form in value.items if isinstance(value, ListNode) else (value,):
                    if isinstance(form, ScalarNode) and not form.nothing:
                        yield _Claim(actor=number, owner=owner, field=key.text, form=form.text, at=form.start)


def _under(node: MapNode, name: str) -> Node | None:
    return next((value for key, value in node.pairs if key.text == name), None)
