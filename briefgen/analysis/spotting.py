"""Tokens -> the next name that begins at one of them: from the tables of states and organisations, or from the model.

The model's stretches are trimmed by what is known of typography and grammar: a dash or a comma parts two names, a
possessive ends one, a verb or a title is no part of one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from briefgen.analysis.bodies import BODIES
from briefgen.model.tree import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.analysis.gazetteer import Entry, Gazetteer
    from briefgen.model.analysis import StorySentence, Token

Sort = Literal["person", "organisation", "state", "seat", "adjective", "place", "people"]
"""`seat` for a capital, a house or a street that may stand for a government, `people` for "Republicans"."""
Match = tuple[int, int, Sort, "Entry | None"]
"""First token, last token, what it is, its row in the tables."""

POSSESSIVE = frozenset({"’s", "'s", "’", "'"})
_DASHES = frozenset({"-", "–", "—", "‑", "/"})
_NAME_TYPES: dict[str, Sort] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}
_NAMELIKE = frozenset({"GPE", "ORG", "NORP", "LOC", "FAC"})
OCCASIONS = frozenset(
    {"christmas", "christmas eve", "diwali", "easter", "eid", "eid al-fitr", "good friday", "hanukkah", "holi", "lent"}
    | {"nowruz", "passover", "ramadan", "rosh hashanah", "thanksgiving", "yom kippur"}
)
"""Days that the model takes for persons."""
_GLUED = re.compile(r"([A-Z]\w{3,})\w*\1$|[A-Z]\w+(?:category|topic)(?:[A-Z]|$)")
"""What is left of a page's menu, without its spaces: "NorlandcategoryNorland"."""
_PAPERS = frozenset(
    "accord accords act agreement charter constitution convention declaration emergency order pact protocol status treaty".split()
)
"""What is signed or granted: the model takes "the Harbour Accords" for a body."""
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
"""What the model takes into a name beside it: "Ada Quist Sunday"."""
_HEADING = 7  # letters in capitals: acronyms are shorter
_MENU = frozenset(
    """business culture entertainment health highlights home lifestyle live local money news newsletter opinion podcast
    politics science sport sports subscribe technology trending video videos weather world""".split()
)
"""Words of a page's menu, which are no name by themselves."""
_NATURE = frozenset(
    """bay beach cape desert forest gulf island islands lake mount mountain mountains ocean peak peninsula river sea
    strait valley volcano""".split()
)
_LAND = _NATURE | frozenset(
    """airport avenue bridge canal castle harbor harbour hill palace park plaza port road square stadium street
    tower""".split()
)
"""Last words of names of places, which the model takes for persons; those of nature also for companies."""
_LONGEST = 7  # tokens of a name in the tables: "United Nations Educational, Scientific and Cultural Organization"
_NEVER_FIRST = frozenset({"DET", "PUNCT", "PART", "ADP", "SPACE", "CCONJ", "SYM"})
_NEVER_LAST = frozenset({"PART", "PUNCT", "SPACE", "ADP", "DET", "CCONJ", "SYM"})
_BEHIND_COMMA = frozenset({"inc", "inc.", "ltd", "ltd.", "llc", "jr", "jr.", "sr", "sr.", "plc"})


def is_glued(word: str) -> bool:
    """Tell whether a word is what is left of a page's menu."""
    return _GLUED.match(word) is not None


def name_at(sentence: StorySentence, first: int, tables: Gazetteer) -> Match | None:
    """Give the name that begins at the token, the tables' before the model's; None where none begins."""
    match = _from_tables(sentence, first, tables)
    if match is None:
        return _from_model(sentence, first, tables)
    if match[2] == "state" and (last := _owned_body(sentence.tokens, match[1])) is not None:
        return first, last, "organisation", None
    return match


def _from_tables(sentence: StorySentence, first: int, tables: Gazetteer) -> Match | None:
    """Give the longest entry of the tables that begins here."""
    tokens = sentence.tokens
    word = tokens[first].text
    if not (word[0].isupper() or word[0].isdigit()) or not tables.may_begin(word):
        return None
    person_until = _person_until(tokens, first)
    for last in range(min(first + _LONGEST, len(tokens)) - 1, first - 1, -1):
        if person_until is not None and last < person_until:
            return None  # "Jordan Peterson", "Paris Hilton": the name goes on behind the place
        if tokens[last].text in POSSESSIVE:
            continue
        surface = words(sentence.text, tokens, first, last)
        hit = _look_up(surface, tables)
        if hit is None or _begins_longer_name(tokens, first, last, hit[0]):
            continue
        # With its article a place or a body cannot be a person, whatever the model says: "The Hague".
        sure = tokens[last].entity in _NAMELIKE or (last > first and word == "The")
        if hit[1].is_ambiguous(surface) and not sure:
            continue
        return first, last, *hit
    return None


def _look_up(surface: str, tables: Gazetteer) -> tuple[Sort, Entry] | None:
    if (state := tables.state_named(surface)) is not None:
        return "state", state
    if (organisation := tables.organisation(surface)) is not None:
        return "organisation", organisation
    # The Union before Belgium in "Brussels".
    seat = tables.organisation_by_seat(surface) or tables.by_capital(surface) or tables.by_seat(surface)
    if seat is not None:
        return "seat", seat
    if (state := tables.by_adjective(surface) or tables.by_demonym(surface)) is not None:
        return "adjective", state
    return None


def _person_until(tokens: Sequence[Token], first: int) -> int | None:
    """Give the last token of the person's name that begins here, if the model sees one of several words."""
    if tokens[first].entity != "PERSON" or not tokens[first].entity_begins:
        return None
    last = first
    while last + 1 < len(tokens) and _goes_on(tokens, last + 1):
        last += 1
    return last if last > first else None


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the token belongs to the same entity as the one before it."""
    token = tokens[index]
    return bool(token.entity) and token.entity == tokens[index - 1].entity and not token.entity_begins


def _begins_longer_name(tokens: Sequence[Token], first: int, last: int, sort: Sort) -> bool:
    """Tell whether the entry is only the beginning of an organisation's name: "Ukraine National Bank", "Russian Railways"."""
    after = last + 1
    if after >= len(tokens) or tokens[after].pos != "PROPN" or tokens[after].text in _DASHES:
        return False
    one_entity = tokens[first].entity == "ORG" and tokens[after].entity == "ORG" and not tokens[after].entity_begins
    return one_entity and sort in {"state", "adjective", "seat"} and tokens[after].text[0].isupper()


def _owned_body(tokens: Sequence[Token], state: int) -> int | None:
    """Give the last token of the body behind a state's possessive: "Russia’s Ministry of Defence"; None without one."""
    first = state + 2
    if first >= len(tokens) or tokens[state + 1].text not in POSSESSIVE or not tokens[first].text[:1].isupper():
        return None
    if tokens[first].entity != "ORG" and tokens[first].text.lower() not in BODIES:
        return None
    last = first
    while last + 1 < len(tokens) and _goes_on(tokens, last + 1) and tokens[last + 1].text not in POSSESSIVE:
        last += 1
    named = {token.text.lower() for token in tokens[first : last + 1] if token.text[:1].isupper()}
    return last if named & BODIES else None


def _from_model(sentence: StorySentence, first: int, tables: Gazetteer) -> Match | None:
    tokens = sentence.tokens
    sort = _NAME_TYPES.get(tokens[first].entity)
    if sort is None or tokens[first].pos in _NEVER_FIRST or not tokens[first].text[:1].isupper():
        return None
    last = first
    while last + 1 < len(tokens) and _goes_on(tokens, last + 1) and not _parts_two(tokens, last + 1):
        last += 1
    last = _before_possessive(tokens, first, _whole(sentence, first, last, sort, tables))
    first = _behind_heading(tokens, first, last)
    while last > first and (tokens[last].pos in _NEVER_LAST or tokens[last].text in POSSESSIVE):
        last -= 1
    if sort == "person":
        while last > first and tokens[last].text.lower() in _DAYS:
            last -= 1
        while last > first and tokens[first].text.lower() in _DAYS:
            first += 1
        first = _behind_title(sentence, first, last, tables)
    if not _is_name(tokens, first, last, sort):
        return None
    return first, last, _settled(tokens, first, last, sort), None


def _behind_heading(tokens: Sequence[Token], first: int, last: int) -> int:
    """Give the first token behind a heading in capitals that runs into a name: "KEY POINTS The Government of Norland"."""
    for index in range(last, first, -1):
        heading = tokens[first:index]
        long = len(heading[-1].text) >= _HEADING and not tokens[index].text.isupper()
        if all(token.text.isupper() for token in heading) and (long or tokens[index].text == "The"):
            return index + (tokens[index].text == "The" and index < last)
    return first


def _whole(sentence: StorySentence, first: int, last: int, sort: Sort, tables: Gazetteer) -> int:
    """Give the last token of a name that the model cut: "Ursula von der" Leyen, "University of California", Santa Cruz."""
    tokens = sentence.tokens
    if sort == "person" and tokens[last].dep == "compound" and tokens[last].entity == "PERSON":
        head = tokens[last].head
        rest = tokens[last + 1 : head + 1]
        if (
            rest
            and all(token.pos == "PROPN" and token.text[:1].isupper() for token in rest)
            and rest[-1].text.lower() not in BODIES
            and not tables.candidates(words(sentence.text, tokens, last + 1, head))
        ):
            return head
    if (
        sort == "organisation"
        and tokens[last].text.lower() in BODIES
        and (state := _of_state(tokens, last)) is not None
    ):
        return state
    town = last + 2
    if tokens[first].text == "University" and town < len(tokens) and tokens[last + 1].text == ",":
        while town < len(tokens) and tokens[town].pos == "PROPN" and tokens[town].entity in {"GPE", "ORG", "PERSON"}:
            last, town = town, town + 1
    return last


def _of_state(tokens: Sequence[Token], last: int) -> int | None:
    """Give the last token of the state or place whose body is named: "Alpine Union of" Norland."""
    first = last + 2
    if first >= len(tokens) or tokens[last + 1].text != "of" or tokens[first].entity != "GPE":
        return None
    end = first
    while end + 1 < len(tokens) and _goes_on(tokens, end + 1) and tokens[end + 1].text not in POSSESSIVE:
        end += 1
    return end if tokens[end].pos == "PROPN" and tokens[first].text[:1].isupper() else None


def _is_name(tokens: Sequence[Token], first: int, last: int, sort: Sort) -> bool:
    inside = tokens[first : last + 1]
    if not any(token.pos == "PROPN" or token.text.isupper() for token in inside) and sort != "people" and last == first:
        return False  # "Coal", "Wildfires": a common word that begins its sentence
    if tokens[first].text.rstrip(".") in {"Sec", "Section", "Art", "Article", "Fig", "Figure", "Table"}:
        return False  # of a law or a paper: "Sec. 4"
    if all(token.text.lower() in _MENU or token.pos in {"CCONJ", "PUNCT"} for token in inside):
        return False
    if " ".join(token.text for token in inside).lower() in OCCASIONS or is_glued(tokens[first].text):
        return False
    if last > first and sort == "organisation" and tokens[last].text.lower() in _PAPERS:
        return False
    if sort == "people" and tokens[last].tag not in {"NNS", "NNPS"}:
        return False  # "Western", "Republican": a quality, not people
    return not any(character in "$€£" for token in inside for character in token.text)


def _settled(tokens: Sequence[Token], first: int, last: int, sort: Sort) -> Sort:
    """Take a body ("Harbour Institute") and a word with a capital or a figure inside ("SpaceX") for no person."""
    word = tokens[last].text
    if sort != "person":
        if sort == "organisation" and last > first and word.lower() in _NATURE:
            return "place"
        return "organisation" if sort == "place" and last > first and word.lower() in BODIES else sort
    if last > first and word.lower() in _LAND:
        return "place"
    if first == last and word.isupper() and len(word) > 1 and "." not in word:
        return "organisation"  # "NFWA"; a surname in capitals is known by its full name
    inner = first == last and any(one.isupper() or one.isdigit() for one in word[3:])
    return "organisation" if inner or (last > first and word.lower() in BODIES) else sort


def _before_possessive(tokens: Sequence[Token], first: int, last: int) -> int:
    """End a name at its possessive ("Quist’s Harbour Plan") unless a body is owned ("Norland’s Defense Ministry")."""
    owner = next((index for index in range(first + 1, last) if tokens[index].text in POSSESSIVE), None)
    if owner is None or any(token.text.lower() in BODIES for token in tokens[owner : last + 1]):
        return last
    return owner - 1


def _behind_title(sentence: StorySentence, first: int, last: int, tables: Gazetteer) -> int:
    """Give the first token of the name behind the titles that the model took for a part of it."""
    tokens = sentence.tokens
    title, _ = tables.split_title(words(sentence.text, tokens, first, last))
    behind = tokens[first].start + len(title)
    return next((index for index in range(first, last + 1) if tokens[index].start >= behind), first) if title else first


def _parts_two(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the token ends a name though the model goes on: a comma, a verb, a dash between two ("Trump–Xi")."""
    token = tokens[index]
    if token.text in {"(", "["}:
        return True
    if token.text == ",":
        return index + 1 >= len(tokens) or tokens[index + 1].text.lower() not in _BEHIND_COMMA
    if token.tag in {"VB", "VBZ", "VBD", "VBP", "MD"}:
        return True
    if token.text not in _DASHES:
        return False
    if index + 1 >= len(tokens) or token.text in {"–", "—", "/"}:
        return True
    # "Trump-led" is a name and an ending, "Jean-Pierre" one name.
    return not tokens[index + 1].text[:1].isupper() or tokens[index - 1].entity in {"GPE", "NORP"}
