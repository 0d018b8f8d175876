"""Every kind of problem that a check can find: its word, what it means, what to do. The README's table is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.briefing import Status
    from briefgen.model.problem import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeDoc:
    """A kind of problem, as the documentation tells it."""

    code: str
    """The word that names it in every report."""
    severity: Severity
    """`error` stops the build; `warning` does so only where the check is strict."""
    in_draft: Severity
    """Its severity while nobody has reviewed the briefing; the same for nearly all."""
    meaning: str
    """What was found, as a sentence."""
    remedy: str
    """What to do, as a sentence."""

    def severity_in(self, status: Status) -> Severity:
        """Give its severity in a briefing of that status."""
        return self.severity if status in {"reviewed", "published"} else self.in_draft


def _error(code: str, meaning: str, remedy: str, *, in_draft: Severity = "error") -> CodeDoc:
    return CodeDoc(code=code, severity="error", in_draft=in_draft, meaning=meaning, remedy=remedy)


def _warning(code: str, meaning: str, remedy: str) -> CodeDoc:
    return CodeDoc(code=code, severity="warning", in_draft="warning", meaning=meaning, remedy=remedy)


_CODES = (
    # Sources
    _error("no-source", "The briefing names no source.", "Name the article under `sources`."),
    _error("source-missing", "A source's file is gone.", "Put it back, or correct its name."),
    _error("source-unreadable", "A source's file is there and cannot be read.", "Save it as text in UTF-8."),
    _warning(
        "source-changed",
        "A source's file is not the one that was drafted from.",
        "Run `briefgen draft` and look at what it proposes.",
    ),
    _warning("date-differs", "A date differs from the source's date of publication.", "Correct whichever is wrong."),
    # Evidence
    _error(
        "no-evidence",
        "An item carries no words of the source; in a draft this is a warning.",
        "Quote the words that it rests on, or take the item out.",
        in_draft="warning",
    ),
    _error("quote-not-in-source", "A quote does not stand in the source.", "Copy the source's words to the letter."),
    _warning(
        "quote-differs",
        "A quote stands in the source with other quote marks or dashes.",
        "Copy the source's own marks.",
    ),
    _warning("quote-too-short", "A quote of fewer than three words proves little.", "Quote the sentence."),
    _warning(
        "quote-cut-short",
        "A quote begins right after a word that turns or weakens it, such as “not” or “may”.",
        "Quote from the beginning of the sentence.",
    ),
    # What a text says
    _error(
        "number-not-in-evidence",
        "A figure or its unit is not in the evidence.",
        "Correct it, or quote where it stands.",
    ),
    _error("number-not-in-source", "A figure of the summary is not in the source.", "Correct it or take it out."),
    _error(
        "date-not-in-evidence", "A date is neither printed nor implied by the evidence.", "Correct it or take it out."
    ),
    _warning(
        "name-not-in-evidence",
        "A name stands in the source and not in the evidence.",
        "Quote where it stands, or put it in [brackets] if it says whom a pronoun means.",
    ),
    _error("name-not-in-source", "The source does not print a name.", "Use the name that the source prints."),
    _error("words-not-in-source", "Words in quote marks do not stand in the source.", "Quote to the letter."),
    _error("hedge-dropped", "The source says it with a hedge, the text flatly.", "Put the source's own word back."),
    _error("negation-dropped", "The source denies what the text says.", "Put the negation back."),
    _error("negation-added", "The text denies what the source says.", "Take the negation out."),
    _error("names-swapped", "Two names have changed places around a verb.", "Say who did what as the source has it."),
    _error(
        "said-by-not-in-evidence",
        "Who is said to say it is neither in the evidence nor near it in the source.",
        "Name the speaker whom the source names.",
    ),
    _error("said-by-another", "The evidence names somebody else as the speaker.", "Name the one whom it names."),
    # Actors
    _warning("role-not-in-source", "A role is not the source's own words.", "Copy the words that state it."),
    _warning("role-of-another", "A role stands far from every mention of the actor.", "Check whose role it is."),
    _warning("alias-not-in-source", "The source does not print an alias.", "Take it out."),
    _error("actor-twice", "Two actors claim one name.", "Join them, or take the name from one."),
    # Questions
    _error("question-mark", "A question is not one sentence that ends in “?”.", "Ask one question."),
    _warning("loaded-question", "A question presupposes a failing.", "Ask neutrally, what a later article can answer."),
    _error("answered-by-unknown", "`answered_by` names no briefing.", "Write the id of the briefing that answers it."),
    _warning("answered-without-answer", "A question is answered and says neither how nor where.", "Write `answer`."),
    # What to watch
    _error("when-not-in-evidence", "`when` is not printed in the evidence.", "Copy it from the evidence."),
    _error(
        "dates-differ-from-when",
        "`start` and `end` do not agree with what is printed, or are more exact than it.",
        "Correct them, or leave them out.",
    ),
    _error("watch-dates-reversed", "`end` is before `start`.", "Exchange or correct them."),
    _error("watch-already-past", "It was past when the article appeared.", "Take it out."),
    # The whole
    _warning("too-many", "A section is longer than a reader has time for.", "Keep the most consequential."),
    _warning("too-long", "A takeaway is longer than 45 words.", "Keep to one idea."),
    _warning("item-twice", "Two items of a section say the same.", "Take one out."),
    _warning("markup-in-text", "A text holds left-over markup or a machine's marker.", "Take it out."),
)

CODES: Mapping[str, CodeDoc] = MappingProxyType({doc.code: doc for doc in _CODES})
"""By its word, in the order of the documentation."""
