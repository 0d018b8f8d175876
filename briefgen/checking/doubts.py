"""Quotes + who is said to say it -> why that is doubted: the quotes, or the sentences before them, have another speak.

A pronoun's bearer and the speaker of a quote without “said” are looked for in what stands before: it is the one who spoke
last there, or was named last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.checking.alignment import align
from briefgen.checking.attribution import quote_of
from briefgen.checking.words import STOP_WORDS, words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from briefgen.checking.attribution import Quote
    from briefgen.checking.grounds import Grounds, Keys

_BEFORE = 1400
"""Characters before a quote in which its speaker is introduced: about two paragraphs."""
_AFTER = 400
_FEWEST_LETTERS = 4


def doubted(quotes: Sequence[str], name: str, forms: Sequence[Keys], grounds: Grounds, *, acts: bool = False) -> str:
    """Say why somebody does not seem to say something; empty where nothing speaks against it.

    Args:
        quotes: What it rests on.
        name: Who is said to say it.
        forms: Every form of the name.
        grounds: The sources, and the names of everybody else.
        acts: True where what somebody does will do, too, whoever tells of it.
    """
    read = [quote_of(quote) for quote in quotes]
    heads = any(quote.heads(forms) for quote in read)
    if any(quote.speaks(forms) for quote in read) or (acts and heads):
        return ""
    telling, others = _telling(name, grounds), list(_others(forms, grounds))
    told = [(quote, one) for quote in read for one in quote.attributions]
    if any(_is_meant(quote, one, forms, telling, others) for quote, one in told):
        return ""
    person = "person" in _kinds(name, grounds)
    settled = [(q, one) for q, one in told if not (q.is_pronoun(one) or (person and q.is_description(one)))]
    closing = [(quote, one) for quote, one in settled if quote.closes_with(one)]
    if len(settled) == len(told) and (closing or (told and not heads)):
        quote, one = (closing or told)[0]
        return f"the evidence has “{quote.printed(*one)}” say it"
    if heads:
        return ""
    return _doubted_by_others(read, name, forms, grounds) or _doubted_by_what_stands_before(
        read, quotes, name, forms, grounds
    )


def _doubted_by_others(read: Sequence[Quote], name: str, forms: Sequence[Keys], grounds: Grounds) -> str:
    """Say who else says it in the quotes themselves."""
    telling = _telling(name, grounds)
    if name.islower() and _is_described(read, telling):
        return ""
    named = any(quote.last_named(forms) >= 0 for quote in read)
    for other in _others(forms, grounds):
        for quote in read:
            if quote.speaks(other) or (not named and quote.heads(other)):
                return f"the evidence has “{_printed(other, quote)}” say it"
    return ""


def _doubted_by_what_stands_before(
    read: Sequence[Quote], quotes: Sequence[str], name: str, forms: Sequence[Keys], grounds: Grounds
) -> str:
    kinds = _kinds(name, grounds)
    if kinds and "person" not in kinds and any(quote.is_by_pronoun() for quote in read):
        return "the evidence has a person say it"
    for quote in read:
        for first, end in quote.attributions:
            if quote.last_named(forms) > end:  # “He said that Keller” is not said by Keller
                return f"the evidence has “{quote.printed(first, end)}” say it"
    if _is_described(read, _telling(name, grounds)):
        return ""
    named = any(quote.last_named(forms) >= 0 for quote in read)
    own_voice = not named and all(quote.in_its_own_voice for quote in read)
    if own_voice and not _spoke_before(quotes, forms, grounds):
        return "the evidence has nobody say it"
    return _before(quotes, forms, grounds)


def _spoke_before(quotes: Sequence[str], forms: Sequence[Keys], grounds: Grounds) -> bool:
    """Tell whether somebody speaks shortly before one of the quotes, so that the quote may go on with it."""
    found = [place for place in map(grounds.find, quotes) if place is not None]
    return any(quote_of(source.text[max(0, start - _BEFORE) : start]).speaks(forms) for source, (start, _) in found)


def _kinds(name: str, grounds: Grounds) -> set[str]:
    """Give what the briefing takes a name-bearer for; nothing for who is no actor of it."""
    return {actor.kind for actor in grounds.briefing.actors if name in {actor.name, *actor.aliases}}


def _is_described(read: Sequence[Quote], telling: Collection[str]) -> bool:
    return any(word.key in telling for quote in read for word in quote.words)


def _is_meant(
    quote: Quote,
    attribution: tuple[int, int],
    forms: Sequence[Keys],
    telling: Collection[str],
    others: Sequence[Sequence[Keys]],
) -> bool:
    """Tell whether somebody is named or described by the words that say who says it."""
    first, end = attribution
    if any(first <= place < end for form in forms for place in quote.places(form)):
        return True
    if any(first <= place < end for other in others for form in other for place in quote.places(form)):
        return False
    return any(word.key in telling for word in quote.words[first:end])


def position_doubted(position: str, quotes: Sequence[str], name: str, forms: Sequence[Keys], grounds: Grounds) -> str:
    """Say why somebody does not seem to hold a position; empty where nothing speaks against it.

    Args:
        position: What is told of it.
        quotes: What the actor rests on: that quote is looked at from which the position is taken.
        name: The actor's.
        forms: Every form of the name.
        grounds: The sources, and the names of everybody else.
    """
    if not quotes:
        return ""
    taken_from = max(quotes, key=lambda quote: align(position, quote).shared)
    return doubted([taken_from], name, forms, grounds, acts=True)


def reference_doubted(quotes: Sequence[str], name: Keys, grounds: Grounds, *, owner: bool = False) -> str:
    """Say why a person's name that was filled in for a pronoun does not seem to be the one meant; empty where it may be.

    Args:
        quotes: What the text rests on; none of them has the name.
        name: The name.
        grounds: The sources, and the names of everybody else.
        owner: True where it stands for “his” or “her”: then somebody else may well speak, such as “his wife”.
    """
    people = [own for actor, own in zip(grounds.briefing.actors, grounds.forms, strict=True) if actor.kind == "person"]
    forms = next((own for own in people if name in own), None)
    if forms is None:
        return ""
    others = [other for other in _others(forms, grounds) if any(set(other) <= set(person) for person in people)]
    for quote in () if owner else map(quote_of, quotes):
        other = next((other for other in others if quote.speaks(other) and not quote.attributions[1:]), None)
        if other is not None:
            return f"it has “{_printed(other, quote)}” speak"
    return _before(quotes, forms, grounds)


def _others(forms: Sequence[Keys], grounds: Grounds) -> Iterator[tuple[Keys, ...]]:
    """Give the forms of every other actor, without those that the two share."""
    own = set(forms)
    for other in grounds.all_forms:
        apart = tuple(
            form
            for form in other
            # “Officials” and “mentoring” are words like others: where they stand nobody needs to be named.
            if not any(_within(form, mine) for mine in own) and (len(form) > 1 or not grounds.words.lower(form[0]))
        )
        if apart and not own & set(other):
            yield apart


def _within(form: Keys, other: Keys) -> bool:
    """Tell whether a name is a part of another: Russia in Russia's Ministry of Defence."""
    return any(other[place : place + len(form)] == form for place in range(len(other) - len(form) + 1))


def _telling(name: str, grounds: Grounds) -> frozenset[str]:
    """Give the words of a name and of its role, by one of which it may be called: the president, the court, the paper."""
    roles = [actor.role for actor in grounds.briefing.actors if name in {actor.name, *actor.aliases} and actor.role]
    words = [word for text in (name, *roles) for word in words_of(text)]
    initials = "".join(word.key[0] for word in words_of(name) if word.capital and word.key != "the")
    telling = {word.key for word in words if word.key not in STOP_WORDS and len(word.key) >= _FEWEST_LETTERS}
    return frozenset(telling | ({initials} if len(initials) > 1 else set()))


def _before(quotes: Sequence[str], forms: Sequence[Keys], grounds: Grounds) -> str:
    """Say who spoke last before the quotes, if that is somebody else."""
    said = ""
    for text in quotes:
        found = grounds.find(text)
        if found is None:
            return ""
        source, (start, end) = found
        before, after = (
            quote_of(source.text[max(0, start - _BEFORE) : start]),
            quote_of(source.text[end : end + _AFTER]),
        )
        quoted = not quote_of(
            text
        ).is_by_pronoun()  # “He” has been named before; who says what is quoted may come behind
        if quoted and after.speaks(forms) and not any(after.speaks(other) for other in _others(forms, grounds)):
            return ""
        spoken, named = before.last_spoken(forms), before.last_named(forms)
        others = list(_others(forms, grounds))
        last = max(others, key=before.last_spoken, default=())
        if named >= 0 and (named >= max(map(before.last_named, others), default=-1)):
            return ""
        if spoken >= 0 and spoken > before.last_spoken(last):
            return ""
        if before.last_spoken(last) >= 0:
            said = f"before it “{_printed(last, before)}” speaks"
        else:
            return ""
    return said


def _printed(forms: Sequence[Keys], quote: Quote) -> str:
    """Give a name as the quote prints it."""
    for form in forms:
        for place in quote.places(form):
            return quote.printed(place, place + len(form))
    return " ".join(forms[0])
