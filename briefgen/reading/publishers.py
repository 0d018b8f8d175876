"""A byline, date line or dateline -> the publisher it names: "By Ann Lee | The Harbour Gazette", "OSLO (AFP) -"."""

from __future__ import annotations

import re

from briefgen.reading.posts import is_post

_PARTS = re.compile(r"\s*[|•·]\s*|,\s+")
# “Tom Herald and Jo Post” are people, “Mail and Guardian” is a paper; what “and” begins is the last of several people.
_PEOPLE = re.compile(r"(?:and|&)\s|\S+\s+\S.*\s(?:and|&)\s+\S+\s+\S")
_BYLINE = re.compile(r"(?:\w+ )?by\b", re.IGNORECASE)
_NAMED_OTHERWISE = frozenset(
    (
        "agence france-presse",
        "al jazeera",
        "associated press",
        "deutsche welle",
        "the associated press",
        "the conversation",
        "the economist",
        "the guardian",
        "the independent",
        "the observer",
        "the telegraph",
        "the times",
        "usa today",
    )
)
"""Outlets that none of the words below tells."""
_AGENCIES = frozenset(
    "AAP AFP AP ANSA APA BBC Bloomberg CNN DPA dpa EFE IANS IPS Kyodo NPR PA PTI Reuters RFE/RL TASS UPI VOA Xinhua "
    "Yonhap".split()
)
_OUTLETS = frozenset(
    "agency argus bulletin broadcasting chronicle courier daily dispatch echo enquirer examiner express gazette globe "
    "guardian herald inquirer journal ledger magazine mail media mercury mirror monitor news observer press post quarterly "
    "radio record register reporter review sentinel standard telegraph times tribune tv weekly wire".split()
)
"""Words that newspapers, agencies and broadcasters are called by; a line of sections has others."""
_SECTIONS = frozenset(
    "africa america americas analysis asia australia breaking business china climate commentary comment culture daily "
    "economy education energy entertainment environment europe exclusive explainer featured finance foreign general global "
    "health home india international latest local long main markets money more my national nation opinion our politics "
    "press read record regional science special sport sports tech technology the today top travel uk updates us u.s weekly "
    "wire world your".split()
)
"""What stands beside such a word in the name of a section: "World News", "Daily Press", "Press Review"."""
_DATELINE_AGENCY = re.compile(r"\((?P<name>[^()]{2,40})\)\W*$")
_MOST_WORDS = 6


def publisher_in_line(line: str) -> str | None:
    """Find the publisher in what a line above a story holds besides its date.

    Args:
        line: Pieces with bars or commas between them: "By Ann Lee | The Harbour Gazette".

    Returns:
        The name as printed; None where no piece is surely one, as a section or a place is not.
    """
    pieces = _PARTS.split(line)
    if len(pieces) < 2:  # noqa: PLR2004 - a publisher beside something else
        return None
    return next((piece for piece in map(str.strip, pieces) if is_outlet(piece)), None)


def without_outlet(names: str) -> str:
    """Take the outlet and the post from what a byline says behind the names.

    Args:
        names: What a byline names: "Ann Lee, Senior Writer, The Harbour Gazette".

    Returns:
        The names alone; what there is where nothing but an outlet or a post is named.
    """
    first, *others = re.split(r"(?=,\s)", names)
    return first + "".join(other for other in others if not (is_outlet(other.strip(", ")) or is_post(other)))


def publisher_in_dateline(dateline: str) -> str | None:
    """Find the agency that a dateline names in brackets.

    Args:
        dateline: What stands before the story: "NORTHPORT, May 4 (Reuters) -".

    Returns:
        The agency as printed; None where the brackets hold something else, as a region.
    """
    found = _DATELINE_AGENCY.search(dateline)
    name = found["name"].strip() if found else ""
    return name if is_outlet(name) else None


def is_outlet(piece: str) -> bool:
    """Whether a few words are surely the name of who publishes, and no section, place, post or person.

    Args:
        piece: What stands between bars, commas or brackets.
    """
    words = piece.split()
    if not 0 < len(words) <= _MOST_WORDS or _BYLINE.match(piece) or is_post(piece):
        return False
    if piece in _AGENCIES or piece.lower() in _NAMED_OTHERWISE:
        return True
    if _PEOPLE.match(piece):
        return False
    if len(words) < 2 or not all(word[0].isupper() or word in {"of", "and", "the", "de", "&"} for word in words):  # noqa: PLR2004 - "News" alone is a section
        return False
    lowered = {word.lower() for word in words}
    return bool(lowered & _OUTLETS) and bool(lowered - _SECTIONS - _OUTLETS)
