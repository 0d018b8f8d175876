"""Errors of what is so and how surely: negations, hedges, and comparisons turned round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.benchmarks.planting import substituted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.planting import Drafted, Planted, Telling

_AUXILIARIES = "will|would|could|should|must|can|is|are|was|were|has|have|had|do|does|did"
_WITHOUT_NOT = {"won't": "will", "can't": "can", "cannot": "can", "shan't": "shall"}
_POSITIVE = {
    "never": "always",
    "no longer": "still",
    "nobody": "everybody",
    "nothing": "everything",
    "without": "with",
    "unlikely": "likely",
    "unable": "able",
    "impossible": "possible",
    "refused to": "agreed to",
    "refuses to": "agrees to",
    "failed to": "managed to",
    "denied": "confirmed",
    "denies": "confirms",
    "rejected": "accepted",
    "rejects": "accepts",
}
_SURE = {
    "may": "will",
    "might": "will",
    "could": "will",
    "likely to": "certain to",
    "expected to": "certain to",
    "suspected": "proven",
    "alleged": "proven",
    "possible": "certain",
    "likely": "certain",
    "suggests": "proves",
    "suggested": "proved",
    "believes": "knows",
    "believed": "knew",
    "some": "all",
    "most": "all",
    "many": "all",
}
_OPPOSITES = (
    "more less", "more fewer", "rose fell", "rise fall", "rising falling", "increase decrease", "increased decreased",
    "increasing decreasing", "up down", "higher lower", "high low", "before after", "first last", "above below",
    "won lost", "win lose", "largest smallest", "biggest smallest", "best worst", "better worse", "earlier later",
    "at least|at most", "start end", "started ended", "began ended", "begin end", "opened closed", "open closed",
    "strengthen weaken", "stronger weaker", "imports exports", "import export", "buy sell", "bought sold", "gains losses",
    "support oppose", "supports opposes", "supported opposed", "accelerated slowed", "longer shorter", "older younger",
    "northern southern", "eastern western", "north south", "east west", "against for", "raise cut", "raised lowered",
    "long short", "inside outside", "joined left", "arrived left", "faster slower", "cheaper dearer", "early late",
)  # fmt: skip
_TURNED: dict[str, str] = {}
for _pair in _OPPOSITES:
    _one, _two = _pair.split("|") if "|" in _pair else _pair.split()
    _TURNED.setdefault(_one, _two)
    _TURNED.setdefault(_two, _one)


def _words(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]  # any iterable


def dropped_negations(drafted: Drafted) -> Iterator[Planted]:
    """Take a “not” out, or say the contrary of “never” and the like."""
    pattern = re.compile(
        rf"\b(?P<aux>{_AUXILIARIES})(?: not|n[’']t)\b(?! (?:only|just))|\b(?P<verb>won[’']t|can[’']t|cannot)\b"
        rf"|\bnot (?=to\b|yet\b|been\b|a\b|the\b)|\bno (?!longer|doubt|more|less)(?=[a-z]{{4,}})"
        rf"|\b(?P<word>{_words(_POSITIVE)})\b",
        re.IGNORECASE,
    )

    def now(match: re.Match[str], _: Telling) -> str | None:
        if match["aux"]:
            return match["aux"]
        if match["verb"]:
            return _WITHOUT_NOT[match["verb"].lower().replace("’", "'")]
        return _POSITIVE[match["word"].lower()] if match["word"] else ""

    return substituted(drafted, "negation dropped", pattern, now)


def added_negations(drafted: Drafted) -> Iterator[Planted]:
    """Put a “not” behind a verb that may have one."""
    pattern = re.compile(
        rf"\b(?:{_AUXILIARIES})\b(?!(?: \w+)? not\b|n[’']t| (?:little|no|never|only|nothing|none)\b)(?= [a-z])"
    )
    return substituted(drafted, "negation added", pattern, lambda match, _: f"{match.group()} not")


def dropped_hedges(drafted: Drafted) -> Iterator[Planted]:
    """Leave out the word that says how unsure something is."""
    pattern = re.compile(
        r"\b(?:reportedly|allegedly|possibly|probably|perhaps|apparently|potentially|presumably|purportedly|seemingly)\b"
        r"|\b(?:alleged|suspected|purported)(?= [a-z])|\b(?:may|might|could) be\b(?P<be>)"
        r"|\b(?P<verb>is|are|was|were) (?:expected|likely|believed|thought|said|understood|reported|feared) to(?P<to> be)?\b"
        r"|\b(?:appears?|appeared|seems?|seemed) to be\b(?P<seem>)"
    )

    def now(match: re.Match[str], told: Telling) -> str | None:
        if match["verb"]:
            will = "will" if match["verb"] in {"is", "are"} else "would"
            return f"{will}{match['to'] or ''}"
        if match["be"] is not None or match["seem"] is not None:
            before = re.findall(r"\w+", told.text[: match.start()])
            return "are" if before and before[-1].endswith("s") else "is"
        return ""

    return substituted(drafted, "hedge dropped", pattern, now)


def strengthened_hedges(drafted: Drafted) -> Iterator[Planted]:
    """Put a word of certainty where the source is unsure."""
    pattern = re.compile(rf"\b(?:{_words(_SURE)})\b(?! (?:times|not|as))(?<!\bthe most)(?<!\bas many)(?<!\bhow many)")

    def now(match: re.Match[str], told: Telling) -> str | None:
        following = told.text[match.end() :]
        if match.group() == "most" and not re.match(r" (?:of|[a-z]+s)\b", following):
            return None  # “most likely”: a superlative
        if match.group() == "some" and re.match(r" (?:\d|[a-z]+ty\b)", following):
            return None  # “some 300”
        return _SURE[match.group()]

    return substituted(drafted, "hedge strengthened", pattern, now)


def turned_comparisons(drafted: Drafted) -> Iterator[Planted]:
    """Say more for less, before for after."""
    pattern = re.compile(rf"(?<![\w-])(?:{_words(_TURNED)})(?![\w-])")

    def now(match: re.Match[str], told: Telling) -> str | None:
        other = _TURNED[match.group()]
        following = told.text[match.end() :]
        particle = match.group() in {"up", "down", "open", "left", "for", "against", "start", "end"}
        if (particle and not re.match(r" (?:by|from|to|the|\d|\$)", following)) or match.group() == "for":
            return None  # “give up”: no comparison
        if match.group() in {"long", "short", "more", "high", "late"} and re.match(
            r" (?:ago|after|as|and|of)\b", following
        ):
            return None
        return None if re.search(rf"\b{other}\b", told.evidence) else other

    return substituted(drafted, "comparison reversed", pattern, now)
