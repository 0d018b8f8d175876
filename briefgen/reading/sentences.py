"""A paragraph's text -> the places of its sentences: one expression finds candidates, lists of words decide.

Rules inside paragraph boundaries beat a parser here: they are exact about what they do, cost a twentieth of the time, and do not
join a sentence to the advertisement glued to it.
"""

from __future__ import annotations

import re

# After these a capital letter goes on with the same sentence.
_TITLES = frozenset(
    "mr mrs ms mx dr prof gen lt sgt capt maj col cmdr adm brig cpl pvt det supt insp amb sen rep reps sens gov govs pres "
    "rev hon fr messrs mme mlle atty dep asst vs v cf viz e.g i.e approx".split()
)
# After these only a figure does: "No. 5", "He said no. The …".
_NUMBERED = frozenset("no nos vol fig figs art sec sect ch pp p par para pt".split())
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
# These end a sentence or stand inside one: the word that follows decides.
_EITHER = frozenset("inc corp ltd co jr sr etc bros plc llc dept univ assn est st ste mt ft ave blvd rd al".split())
# Words that begin a sentence after an abbreviation rather than go on with a name.
_STARTERS = frozenset(
    "a after all also although an and any as at because before but by despite during each even every few for from he "
    "her here his how however i if in instead it its last many meanwhile more moreover most much neither no nor not now "
    "of on once one only or other others our over she since so some soon still such that the their then there these "
    "they this those though through thus to today tomorrow two under until we what when where whether which while who "
    "why with without yesterday yet you your".split()
)
_SPEECH = frozenset(
    "said says asked asks told tells wrote writes added adds replied replies shouted shouts cried cries wondered "
    "exclaimed".split()
)

_QUOTE_CLOSERS = "\"'”’»)\\]"
_UNSEEN = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2064\u2066-\u2069\ufeff"
_CANDIDATE = re.compile(rf"[.!?…]+[{_UNSEEN}]*[{_QUOTE_CLOSERS}{_UNSEEN}]*(?:\[[0-9]{{1,3}}\])?")
_SKIP = re.compile(rf"[\s{_UNSEEN}]*")
_OPENERS = re.compile(rf"[\"'“‘«(\[{_UNSEEN}¿¡*–—-]*")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LAST_TOKEN = re.compile(rf"[^\s{_UNSEEN}\"'“‘«(\[/–—]+\Z")
_ATTRIBUTION = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+){1,4}")
_UNSEEN_ENDS = re.compile(rf"[\s{_UNSEEN}]+")
# How far back a word before a full stop may begin; longer tokens are addresses and no abbreviations.
_TOKEN_REACH = 40


def split_sentences(text: str, start: int, end: int, *, most: int | None = None) -> list[tuple[int, int]]:
    """Cut a stretch of running text into sentences.

    Args:
        text: The whole text.
        start: Where the paragraph begins.
        end: One past its last character.
        most: After so many sentences no more are looked for; who asks for it refuses the text.

    Returns:
        The sentences' places in order, without white space or invisible characters at their edges. Of several full stops in
        a row, as careless assembly leaves them, a sentence keeps the first; an ellipsis it keeps whole.
    """
    spans: list[tuple[int, int]] = []
    begin = _first_seen(text, start, end)
    for candidate in _CANDIDATE.finditer(text, begin, end):
        if candidate.start() < begin:
            continue
        stop = _boundary(text, begin, candidate, end)
        if stop is None:
            continue
        cut = _last_seen(text, begin, stop)
        if cut > begin:
            spans.append((begin, cut))
        if len(spans) == most:
            return spans
        begin = _first_seen(text, candidate.end(), end)
    cut = _last_seen(text, begin, end)
    if cut > begin:
        spans.append((begin, cut))
    return spans


def _boundary(text: str, begin: int, candidate: re.Match[str], end: int) -> int | None:
    """Give one past the last character of the sentence that ends at the candidate, None where none ends."""
    after = _first_seen(text, candidate.end(), end)
    if after >= end:
        return _stop(candidate)
    marks = candidate.group().rstrip(_VISIBLE_CLOSERS)
    if after == candidate.end():
        glued = _is_glued(text, begin, candidate, end)
        return _stop(candidate) if glued else None
    opener = _OPENERS.match(text, after, end)
    word_at = _first_seen(text, opener.end() if opener else after, end)
    if word_at >= end:
        return _stop(candidate)
    following = text[word_at]
    if following.islower() and not text[word_at + 1 : word_at + 2].isupper():
        return None
    if marks.startswith(("…", "...")):
        return _stop(candidate) if following.isupper() else None
    word = _WORD.match(text, word_at, end)
    next_word = word.group() if word else following
    if marks[0] == ".":
        quoted = opener is not None and opener.end() > opener.start()
        if _goes_on(text, begin, candidate.start(), next_word, quoted=quoted):
            return None
    elif _closes_quote(candidate.group()) and _is_attribution(text, word_at, end):
        return None
    return _stop(candidate)


_VISIBLE_CLOSERS = "\"'”’»)]0123456789[\u00ad\u200b\u200e\u200f\u2060\u2064\ufeff"


def _stop(candidate: re.Match[str]) -> int:
    """Cut a run of two full stops after the first."""
    marks = _run_of_stops(candidate.group())
    if marks == 2:  # noqa: PLR2004 - two are careless assembly, three an ellipsis
        return candidate.start() + 1
    return candidate.end()


def _run_of_stops(written: str) -> int:
    return len(written) - len(written.lstrip("."))


def _goes_on(text: str, begin: int, stop: int, next_word: str, *, quoted: bool) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or a list's figure, so that the sentence goes on."""
    found = _LAST_TOKEN.search(text, max(begin, stop - _TOKEN_REACH), stop)
    if found is None:
        return False
    token = found.group()
    low = token.lower()
    figure = next_word[0].isdigit()
    if found.start() == begin and (token.isdigit() or (len(token) == 1 and token.isalpha() and not figure)):
        return True  # "1." or "A." at the head of a paragraph numbers it
    if low in _MONTHS or low in _NUMBERED:
        return figure
    if low in _TITLES:
        return True
    if len(token) == 1 and token.isupper():
        # The initial of a name, unless the next word begins a sentence: "J. D. Ode", "plan B. The".
        return not quoted and not figure and not _starts_sentence(next_word)
    if low in _EITHER or "." in token:
        return not quoted and not _starts_sentence(next_word) and _is_abbreviation(low)
    return False


def _is_abbreviation(token: str) -> bool:
    """Letters each or by twos with full stops between: u.s, ph.d, a.m; or a word of the list."""
    return token in _EITHER or all(part.isalpha() and len(part) <= 3 for part in token.split("."))  # noqa: PLR2004 - Ph.D., Lt.Col


def _starts_sentence(word: str) -> bool:
    return word.lower() in _STARTERS and word[0].isupper()


def _is_glued(text: str, begin: int, candidate: re.Match[str], end: int) -> bool:
    """Whether two sentences lost the space between them: "below.Trump Seeks", but no host or file name."""
    after = candidate.end()
    if not (text[after].isupper() and after + 1 < end and text[after + 1].islower()):
        return False
    found = _LAST_TOKEN.search(text, max(begin, candidate.start() - _TOKEN_REACH), candidate.start())
    if found is None:
        return False
    token = found.group()
    last_word = re.split(r"\W", token)[-1]
    plain = last_word.isalpha() and last_word[1:].islower() and len(last_word) > 1
    return plain and "." not in token and "@" not in token and token.lower() not in _TITLES | _MONTHS


def _closes_quote(written: str) -> bool:
    return any(character in "\"'”’»" for character in written)


def _is_attribution(text: str, at: int, end: int) -> bool:
    """Whether a speaker and a verb of speech follow: “Really?” Trump asked."""
    found = _ATTRIBUTION.match(text, at, min(end, at + 80))
    if found is None:
        return False
    rest = _WORD.match(text, found.end(), end)
    words = [*found.group().split(), rest.group() if rest else ""]
    return any(word.lower().strip(".") in _SPEECH for word in words[1:4]) and words[0].lower() not in _STARTERS - {
        "he",
        "she",
    }


def _first_seen(text: str, start: int, end: int) -> int:
    found = _SKIP.match(text, start, end)
    return found.end() if found else start


def _last_seen(text: str, start: int, end: int) -> int:
    while end > start and _UNSEEN_ENDS.match(text, end - 1, end):
        end -= 1
    return end
