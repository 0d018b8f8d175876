"""What kind of line a line is, by its own shape: credit, caption, headline, prose."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"(?:photograph(?:er)?|photo(?:s)?(?: credit| by| courtesy)?|image(?: credit| source| by| courtesy)?|picture|"
    r"illustration|composite|video|graphic|credit|source)\s*(?::|by\b)",
    re.IGNORECASE,
)
_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|EPA-EFE|Getty(?: Images)?|Shutterstock|Rex|PA|Unsplash|Anadolu|Bloomberg|Alamy|iStock|"
    r"Sputnik|TASS|Xinhua|NurPhoto|Zuma(?: Press)?|Pool|Handout|File(?: Photo)?|UPI|Flickr|Pexels|Pixabay|"
    r"Wikimedia(?: Commons)?|Ukrinform|Magnum)"
)
_CREDITED = re.compile(
    rf"(?:[(\[](?:[^()\[\]]{{0,120}}[/,\s:])?{_AGENCY}(?:[/,\s][^()\[\]]{{0,60}})?[)\]]|(?:^|\s)[A-Z][\w.'’-]+(?:\s[\w.'’-]+){{0,3}}/{_AGENCY}\S*(?:[\s/]\S+){{0,4}}"
    rf"|\[File:[^\]]{{0,120}}\]|REUTERS/[^\n]{{0,80}}|Purchase Licensing Rights[^\n]{{0,60}})[.\s]*$"
)
# "Anadolu | Getty Images", "UNICEF/Ann Lee": two names and nothing else.
_CREDIT_PAIR = re.compile(
    rf"(?:[\w.'’ -]{{2,40}} \| ){{1,3}}{_AGENCY}"
    r"|[A-Z]{2,}(?: [A-Z]{2,})?/[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}"
)
_TERMINAL = re.compile(r"[.!?…:;,][\"'”’)\]»]*$")
_WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SMALL = frozenset(
    "a an and as at but by for from in into is it its nor of off on onto or over per s so than that the to up upon via "
    "vs with".split()
)

LONGEST_HEADING = 120
_LONGEST_CREDIT = 160
MOST_HEADING_WORDS = 18


def words(text: str) -> list[str]:
    """The words of a text, figures included."""
    return _WORDS.findall(text)


def ends_open(text: str) -> bool:
    """Whether a line ends without a mark that closes a sentence or a clause."""
    return _TERMINAL.search(text) is None


def is_prose(text: str) -> bool:
    """Whether a passage is running text rather than a line of a menu, a heading or a caption's credit."""
    return len(text) >= 60 and _TERMINAL.search(text) is not None and len(words(text)) >= 9  # noqa: PLR2004 - the shortest lead sentences


def is_title_case(text: str) -> bool:
    """Whether the words that titles capitalise are capitalised."""
    significant = [word for word in words(text) if word.lower() not in _SMALL]
    capital = sum(1 for word in significant if not word[0].islower())
    return bool(significant) and capital >= 0.75 * len(significant)


def may_be_heading(text: str) -> bool:
    """Whether a line is short, opens like a heading and does not end like a sentence."""
    if len(text) > LONGEST_HEADING or "://" in text:
        return False
    count = len(words(text))
    first = text.lstrip("\"'“‘«(¿¡")[:1]
    closes = ends_open(text) or (text.rstrip("\"'”’").endswith("?") and not text.startswith(("“", '"')))
    return 1 <= count <= MOST_HEADING_WORDS and not first.islower() and first.isalnum() and closes


def is_credit(text: str) -> bool:
    """Whether a line only says who took the picture."""
    if len(text) > _LONGEST_CREDIT:
        return False
    return bool(_CREDIT.match(text) or _CREDITED.fullmatch(text) or _CREDIT_PAIR.fullmatch(text))


def is_caption(text: str) -> bool:
    """Whether a line describes a picture, told by the credit at its end."""
    return len(text) <= 600 and _CREDITED.search(text[-220:]) is not None  # noqa: PLR2004 - the longest captions of the agencies
