"""Mentions of a person -> the role that the text states, word for word.

Three places tell: before the name ("Kremlin spokesman Boris Ladin", "The Kenyan harbour minister, Ada Quist"),
behind it ("Bonnie Glaser, director of …"), and a clause ("Nils Dahl, who chairs the ferry council").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefgen.analysis.bodies import BODIES
from briefgen.analysis.gazetteer import gazetteer
from briefgen.analysis.mentions import head_of
from briefgen.model.tree import children, run_around, subtree, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.analysis.mentions import RawMention
    from briefgen.model.analysis import StorySentence, Token

_HEADS = frozenset("head lead run chair serve command direct found oversee represent edit".split())
_LINKS = frozenset({"of", "for", "and", "&", "to", "on"})
_APPOSITION_ENDS = frozenset({",", ".", ";", "—", "–", "”", '"', ":", "(", "who", "which", "whose"})
_LONGEST = 18  # words; beyond that an apposition tells a story
_DROPPED = frozenset("the a an one his her their its our my your very".split())
_COMPANIES = tuple(
    """maker company firm bank group giant retailer agency airline house consultancy charity producer outlet manufacturer
    startup fund union party institute refiner operator hospital museum university school network platform provider
    carrier lender supplier brand chain service oil-major energy-major""".split()
)
_PRAISE = frozenset(
    """beloved brilliant charismatic controversial disgraced embattled famous favorite favourite fiery firebrand hardline
    influential late leading longest-serving longtime outspoken popular powerful prominent renowned staunch veteran
    well-known""".split()
)
"""Adjectives before an office that judge and are no part of it."""
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr"})
_KIN = frozenset("aunt brother cousin daughter father husband mother sister son uncle widow wife".split())
_AGENT_ENDINGS = tuple("er or ist man woman person ian ant ent ief ead air ecutive tary dor oy".split())
_PLAIN_ENDINGS = ("man", "woman", "er", "ist", "ian")
_NO_OFFICE = frozenset(
    """list letter number order paper power quarter river summer winter member answer matter chapter event percent moment
    document dismember remember statement government parliament agreement comment treatment movement department apartment
    investment development restaurant plant grant sector factor error door floor color colour honor honour tenor labor labour
    month""".split()
)
"""Words with the ending of an occupation that are none."""


def role_of(mentions: Sequence[RawMention], sentences: Sequence[StorySentence]) -> tuple[str, int] | None:
    """Give the role and the sentence it stands in; None where the text states none.

    The first role of several words is taken ("Chinese President"), else the first ("President").
    """
    found: list[tuple[str, int]] = []
    for mention in mentions:
        sentence = sentences[mention.sentence]
        told = (_behind(sentence, mention), _before(sentence, mention), _clause(sentence, mention))
        found.extend((role, mention.sentence) for role in told if role)
    offices = [role for role in found if is_persons(role[0]) and not role[0].startswith("who ")]
    several = (role for roles in (offices, found) for role in roles if " " in role[0])
    return next(several, found[0] if found else None)


def _before(sentence: StorySentence, mention: RawMention) -> str | None:
    tokens = sentence.tokens
    last = mention.first - 1
    if last >= 0 and tokens[last].text == ",":
        return _noun_phrase_before_comma(sentence, mention)
    first = _entity_start(tokens, mention.first)
    while first > 0 and _belongs(tokens, first - 1):
        first -= 1
    first = _behind_other(tokens, first, last)
    if 0 < first <= last and tokens[first - 1].text.lower() in {"a", "an"} and tokens[first].text[:1].isupper():
        return None  # "under a President Quist" nobody holds the office
    while first <= last and (
        tokens[first].text.lower() in _DROPPED | _LINKS | _PRAISE | {"’s", "'s"}
        or tokens[first].pos in {"PUNCT", "PART"}
    ):
        first += 1
    if first > last or not (
        _is_office(tokens[last])
        or _ends_office(sentence, first, last)
        or is_office(words(sentence.text, tokens, max(first, last - 1), last))  # "District Attorney"
    ):
        return None
    return words(sentence.text, tokens, first, last)


def _ends_office(sentence: StorySentence, first: int, last: int) -> bool:
    """Tell whether the words end an office of several words: "secretary of state", "vice president for bioinformatics"."""
    tokens = sentence.tokens
    joint = next((i for i in range(last - 1, first, -1) if tokens[i].text.lower() in {"of", "for"}), None)
    return (
        joint is not None
        and _is_office(tokens[joint - 1])
        and all(tokens[i].pos in {"NOUN", "PROPN", "ADJ", "CCONJ"} for i in range(joint + 1, last + 1))
    )


def _entity_start(tokens: Sequence[Token], first: int) -> int:
    """Give where the model's entity begins that a name ends: titles it holds are left of the name ("Crown Prince Aldin")."""
    start = first
    while start > 0 and tokens[start].entity == "PERSON" and not tokens[start].entity_begins:
        start -= 1
    return start


def _behind_other(tokens: Sequence[Token], first: int, last: int) -> int:
    """Leave out another's office: of "a petition to Kenyan Prime Minister" what stands behind the "to"."""
    for index in range(last, first, -1):
        if _is_verb_behind_name(tokens, index):
            return index + 1
        if tokens[index].text.lower() not in {"of", "for", "to", "on"}:
            continue
        if tokens[index + 1].text.lower().rstrip(".") in _COURTESY:
            return last + 1  # "a lawyer for Mrs. Quist": nothing said of Quist
        if tokens[index + 1].pos != "DET" and _is_office_until(tokens, index + 1, last):
            # Of "aide to Secretary of State" Quist holds the second office; "minister of state" is one.
            return index + 1
        if not _is_office(tokens[index - 1]):
            return index + 1 if _is_office(tokens[last]) else first
    return first


def _is_office_until(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the words are a whole office with a capital that a name follows: "Senator", "Secretary of State"."""
    if not tokens[first].text[:1].isupper():
        return False
    joint = next((i for i in range(first + 1, last) if tokens[i].text.lower() in {"of", "for"}), None)
    end = last if joint is None else joint - 1
    return first <= end and _is_office(tokens[end])


def _is_verb_behind_name(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a verb ends somebody else's clause: "Quist fired Secretary", not "Norland-installed governor"."""
    return (
        tokens[index].tag in {"VBD", "VBN"}
        and tokens[index].text.islower()
        and index > 0
        and tokens[index - 1].pos in {"PROPN", "NOUN"}
        and tokens[index - 1].text[:1].isupper()
    )


def _belongs(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the token may be a part of a title before a name."""
    token = tokens[index]
    if token.entity == "PERSON" and gazetteer().by_adjective(token.text) is None:
        return False
    if token.entity in {"DATE", "TIME", "MONEY", "CARDINAL"}:
        return False
    if _inside_compound(tokens, index):
        return True  # "Commander-in-Chief"
    if token.entity in {"GPE", "NORP"} and index + 1 < len(tokens) and _is_office(tokens[index + 1]):
        return True  # "Nevada Senator", whatever the parse makes of it
    if token.pos in {"NOUN", "PROPN", "ADJ"}:
        above = tokens[token.head]
        of_office = token.dep == "pobj" and above.text.lower() in {"of", "for"} and _is_office(tokens[above.head])
        return token.dep not in {"nsubj", "dobj", "pobj", "attr"} or of_office or _is_office(token)
    if token.text in {"’s", "'s", "’"}:
        return index > 0
    if token.text.lower() in {"and", "&"} and tokens[index - 1].pos == "PROPN":
        return False  # "Quist and Kenyan President Dahl"
    if token.text.lower() in _LINKS or token.text == "-":
        return index > 0 and tokens[index - 1].pos in {"NOUN", "PROPN", "ADJ"} and index + 1 < len(tokens)
    return token.dep == "amod" and token.tag in {"VBN", "VBG"}


def _inside_compound(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a hyphen joins the token to its neighbour without a space."""
    return any(
        0 <= hyphen < len(tokens) - 1
        and hyphen > 0
        and tokens[hyphen].text == "-"
        and tokens[hyphen - 1].end == tokens[hyphen].start
        and tokens[hyphen].end == tokens[hyphen + 1].start
        for hyphen in (index - 1, index, index + 1)
    )


def _is_office(token: Token) -> bool:
    """Tell whether the word names an office or an occupation."""
    lower = token.text.lower()
    if gazetteer().is_title(token.text):
        return lower not in _honorifics() or token.text == "professor"
    # A sentence's first word has a capital anyway: "Businessman Nils Dahl".
    noun = (token.pos == "NOUN" and token.tag == "NN") or (
        token.start <= 1 and token.tag == "NNP" and not token.entity and lower.endswith(_PLAIN_ENDINGS)
    )
    return noun and lower.endswith(_AGENT_ENDINGS) and lower not in _NO_OFFICE


def is_office(title: str) -> bool:
    """Tell whether words before a name are an office or a rank ("Prime Minister"), not "Mr" and no nationality."""
    return (
        gazetteer().is_title(title)
        and not gazetteer().candidates(title.split(maxsplit=1)[0])
        and (title.lower() not in _honorifics())
    )


@cache
def _honorifics() -> frozenset[str]:
    """Give what is said before a name out of courtesy and tells no office: "Mr", "Mrs."."""
    return frozenset(title.lower() for title in gazetteer().titles.honorifics)


def _noun_phrase_before_comma(sentence: StorySentence, mention: RawMention) -> str | None:
    tokens = sentence.tokens
    name = head_of(tokens, mention.first, mention.last)
    governor = tokens[name].head
    if tokens[name].dep != "appos" or governor >= mention.first or not _is_office(tokens[governor]):
        return None
    inside = [index for index in subtree(tokens, governor) if index < mention.first - 1]
    first, last = run_around(inside, governor) if governor in inside else (governor, governor)
    if last != mention.first - 2:
        return None
    return _trimmed(sentence, first, last)


def _behind(sentence: StorySentence, mention: RawMention) -> str | None:
    tokens = sentence.tokens
    comma = mention.last + 1
    if comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return None
    name = head_of(tokens, mention.first, mention.last)
    start = comma + 1
    if tokens[start].pos == "CCONJ" or tokens[start].text.lower() == "whose":
        return None  # "Bo Lindqvist, and King Carl"
    if tokens[start].tag == "PRP$" and start + 1 < len(tokens) and tokens[start + 1].lemma.lower() in _KIN:
        return None  # "Quist, his mother and a brother": whose mother a role without "his" does not tell
    for child in children(tokens, name):
        if tokens[child].dep == "appos" and child > comma and tokens[child].entity not in {"PERSON", "ORG"}:
            first, last = run_around(_without_asides(tokens, child), child)
            told = _trimmed(sentence, max(first, start), last) if first <= start + 1 else None
            if told is not None or first > start + 1:
                return told
            break  # "the vice-president of": the parse may cut a word
    # The parse often misses an apposition behind "said": a noun of office up to the next comma or full stop says enough.
    last = start
    while last < len(tokens) and tokens[last].text not in _APPOSITION_ENDS:
        last += 1
    first = start + (tokens[start].text.lower() in _DROPPED)
    office = next(
        (i for i in range(first, min(first + 5, last)) if tokens[i].pos in {"NOUN", "PROPN"} and _is_office(tokens[i])),
        None,
    )
    if any(token.entity == "PERSON" for token in tokens[start:last]):
        return None  # another's: "Quist, Deputy Mayor Dahl"
    if office is None or any(token.pos in {"VERB", "AUX"} and token.tag != "VBN" for token in tokens[start:last]):
        return None
    return _trimmed(sentence, start, last - 1)


def _without_asides(tokens: Sequence[Token], root: int) -> list[int]:
    """Give an apposition's words without those that describe somebody in it: "chief of Kovala, a maker of bricks", "who"."""
    inside = subtree(tokens, root)
    asides = {
        below
        for index in inside
        if index != root
        and (tokens[index].dep == "relcl" or (tokens[index].dep == "appos" and tokens[index].pos == "NOUN"))
        for below in subtree(tokens, index)
    }
    return [index for index in inside if index not in asides]


def _clause(sentence: StorySentence, mention: RawMention) -> str | None:
    tokens = sentence.tokens
    name = head_of(tokens, mention.first, mention.last)
    for child in children(tokens, name):
        if tokens[child].dep == "relcl" and tokens[child].lemma in _HEADS and _of_body(tokens, child, mention.last):
            first, last = run_around(subtree(tokens, child), child)
            if tokens[first].text.lower() == ",":
                first += 1
            return _trimmed(sentence, first, last) if tokens[first].text.lower() == "who" else None
    return None


def _of_body(tokens: Sequence[Token], verb: int, last: int) -> bool:
    """Tell whether what is headed is a body or a place of work: "who heads the ministry", not "who led the ban"."""
    objects = [index for index in children(tokens, verb) if tokens[index].dep == "dobj"]
    return verb > last and any(
        tokens[index].lemma.lower() in BODIES or tokens[index].entity == "ORG" or _is_office(tokens[index])
        for one in objects
        for index in (one, *(i for i in children(tokens, one) if tokens[i].dep == "appos"))
    )


def is_company(role: str) -> bool:
    """Tell whether a role names a company or a body ("global steelmaker"), so that its bearer is no person."""
    return not role.startswith("who ") and _head_of_role(role).lower().replace(" major", "-major").removesuffix(
        "s"
    ).endswith(_COMPANIES)


def is_persons(role: str) -> bool:
    """Tell whether a role can only be a person's: its head is a title or an occupation of the tables."""
    head = _head_of_role(role).split()
    return bool(head) and not is_company(role) and gazetteer().is_title(head[-1])


def _head_of_role(role: str) -> str:
    role = re.sub(r"^one of ", "", role)
    return re.split(r",| (?:of|at|for|in|with|and|to|who) ", role, maxsplit=1)[0]


def _trimmed(sentence: StorySentence, first: int, last: int) -> str | None:
    tokens = sentence.tokens
    while first <= last and (tokens[first].text.lower() in _DROPPED | _PRAISE or tokens[first].pos == "PUNCT"):
        first += 1
    opened = [i for i in range(first, last + 1) if tokens[i].text == "("]
    if len(opened) > sum(token.text == ")" for token in tokens[first : last + 1]):
        last = opened[-1] - 1  # of "spokesman for Speaker Ada Quist (R-Norland), Nils Dahl" no open bracket
    while last >= first and tokens[last].pos in {"PUNCT", "SPACE", "CCONJ", "ADP"}:
        last -= 1
    if (
        first > last
        or last - first >= _LONGEST
        or not any(_is_office(t) or t.lemma in _HEADS for t in tokens[first : last + 1])
    ):
        return None
    return words(sentence.text, tokens, first, last)
