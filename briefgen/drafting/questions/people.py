"""Entities and statements -> the people that each sentence names, and those who speak in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.model.analysis import Entity, Statement, TimeExpression


def speakers(statements: Sequence[Statement], entities: Sequence[Entity]) -> dict[int, tuple[str, ...]]:
    """Give the people who say or think something in each sentence, by the name that the text prints for them.

    Args:
        statements: Who says what.
        entities: Who the story names.

    Returns:
        For each sentence in which a named person speaks, each of them once.
    """
    found: dict[int, dict[str, None]] = {}
    for statement in statements:
        entity = None if statement.entity is None else entities[statement.entity]
        if entity is not None and entity.kind == "person" and entity.named:
            found.setdefault(statement.sentence, {})[entity.name] = None
    return {sentence: tuple(names) for sentence, names in found.items()}


def people(entities: Sequence[Entity]) -> dict[int, tuple[str, ...]]:
    """Give the people named in each sentence, by their names.

    Args:
        entities: Who the story names.

    Returns:
        For each sentence that names people, one form for each of them.
    """
    found: dict[int, list[str]] = {}
    for entity in entities:
        if entity.kind != "person" or not entity.named:
            continue
        done = -1
        for mention in entity.mentions:
            if mention.sentence != done:
                found.setdefault(mention.sentence, []).append(entity.name)
                done = mention.sentence
    return {sentence: tuple(names) for sentence, names in found.items()}


def words_of_people(entities: Sequence[Entity]) -> frozenset[str]:
    """Give every word of the names of people, in all forms of them: a registry may spell a name otherwise than the text."""
    people = (entity for entity in entities if entity.kind == "person" and entity.named)
    return frozenset(word for entity in people for form in (entity.name, *entity.aliases) for word in form.split())


def first_named(entities: Sequence[Entity]) -> dict[str, int]:
    """Tell where each person's full name is printed first, so that a question that puts it for "he" can show it.

    Args:
        entities: Who the story names.

    Returns:
        By name, a sentence; that of the first mention where the text prints the name in no such form.
    """
    found: dict[str, int] = {}
    for entity in entities:
        if entity.kind == "person" and entity.named and entity.mentions:
            full = (mention.sentence for mention in entity.mentions if entity.name in mention.text)
            found.setdefault(entity.name, next(full, entity.mentions[0].sentence))
    return found


def pending_days(times: Sequence[TimeExpression]) -> frozenset[int]:
    """Give the sentences that name a time ahead."""
    return frozenset(time.sentence for time in times if time.ahead)
