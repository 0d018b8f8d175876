"""A line -> the author it names: "By Ann Lee and Carl Ode", "Ann Lee in Oslo", "Written by staff"."""

from __future__ import annotations

import re

from briefgen.reading.publishers import without_outlet

_BY = re.compile(
    r"\W{0,3}(?:written |reported |reporting |posted |story |analysis |opinion |text |words )?by\b:?\s*", re.IGNORECASE
)
_PARTICLES = frozenset(
    "de van von der den al el bin ibn la le da di du dos and & with of for in at the to ten ter st".split()
)
_JOBS = frozenset(
    "staff writer writers editor editors reporter reporters correspondent correspondents columnist "
    "contributor contributing senior chief political economics diplomatic foreign national business "
    "defence defense security science health environment world news experts expert associated press "
    "agencies agency wire report reports team desk bureau special our own analyst fellow journalist "
    "freelance guest".split()
)
_AFTER_NAMES = re.compile(
    r"\s+(?:in|at|for)\s+(?=(?:the\s)?[^\W\d_a-z])|\s*[|•·]\s*|\s*[,–—-]\s+(?=(?!and\b)[a-z])|\s*\(|,\s*@"
)
_TOKEN = re.compile(r"[^\s,;]+")
_LONGEST = 160
_MOST_WORDS = 24


def byline_names(text: str, *, bare: bool) -> str | None:
    """Give the author that a line names.

    Args:
        text: A line of its own, tidy.
        bare: Whether a name alone counts ("Ann Lee in Northport"), as it does right below a title.

    Returns:
        The names as printed; None where the line is no byline.
    """
    if len(text) > _LONGEST:
        return None
    line = text.rstrip(" .|,•·")
    by = _BY.match(line)
    if by is None:
        return _bare_names(line) if bare else None
    rest = line[by.end() :]
    tokens = _TOKEN.findall(rest)
    if not tokens or len(tokens) > _MOST_WORDS or not all(map(_belongs, tokens)):
        return None
    if not any(token[0].isupper() for token in tokens) and not any(token.lower() in _JOBS for token in tokens):
        return None
    end = _AFTER_NAMES.search(rest)
    return without_outlet((rest[: end.start()] if end else rest).strip(" ,")) or None


def _bare_names(line: str) -> str | None:
    end = _AFTER_NAMES.search(line)
    names = line[: end.start()] if end else line
    job = re.search(r"\s+(?:[a-z]+\s+){0,3}(?:writer|editor|correspondent|reporter|columnist)s?\b", names)
    people = re.split(r",\s+|\s+and\s+|\s*&\s*|,\s+and\s+", names[: job.start()] if job else names)
    if not all(map(_is_name, people)):
        return None
    if end and not all(map(_belongs, _TOKEN.findall(line[end.start() :]))):
        return None
    return ", ".join(people) if len(people) > 2 else " and ".join(people)  # noqa: PLR2004 - a pair takes "and"


def _is_name(person: str) -> bool:
    """Two to four words, each capitalised or a particle: "Carla van der Holm"."""
    parts = person.split()
    if not 2 <= len(parts) <= 5 or not parts[0][0].isupper() or not parts[-1][0].isupper():  # noqa: PLR2004 - a first name and a surname at least
        return False
    return all(
        (part[0].isupper() and not part.isupper()) or part in _PARTICLES or re.fullmatch(r"(?:[A-Z]\.)+", part)
        for part in parts
    )


def _belongs(token: str) -> bool:
    bare = token.strip("()[]|•·–—-,;:/")
    return not bare or not bare[0].islower() or bare.lower() in _PARTICLES | _JOBS
