"""Every kind of problem that a check can find: its word, what it means, what to do. docs/pages/checks.md is made of it.

What can be waived is a matter of judgement: the check reads words, and may misread them. What cannot is a fact about files,
ids and quotes. Above all a quote that stands in no source, and an item without one: whatever its reason, it would be
published as if it were proved.
"""

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
    waivable: bool
    """Whether an editor may let it stand, with a reason."""
    of_whole: bool
    """Whether it is waived on the briefing itself although it is told at an item: it concerns the section."""

    def severity_in(self, status: Status) -> Severity:
        """Give its severity in a briefing of that status."""
        return self.severity if status in {"reviewed", "published"} else self.in_draft


def _error(code: str, meaning: str, remedy: str, *, in_draft: Severity = "error", waivable: bool = True) -> CodeDoc:
    return CodeDoc(
        code=code,
        severity="error",
        in_draft=in_draft,
        meaning=meaning,
        remedy=remedy,
        waivable=waivable,
        of_whole=False,
    )


def _warning(code: str, meaning: str, remedy: str, *, waivable: bool = True, of_whole: bool = False) -> CodeDoc:
    return CodeDoc(
        code=code,
        severity="warning",
        in_draft="warning",
        meaning=meaning,
        remedy=remedy,
        waivable=waivable,
        of_whole=of_whole,
    )


_CODES = (
    # Sources
    _error("no-source", "The briefing names no source.", "Name the article under `sources`.", waivable=False),
    _error("source-missing", "A source's file is gone.", "Put it back, or correct its name.", waivable=False),
    _error(
        "source-unreadable", "A source's file is there and cannot be read.", "Save it as text in UTF-8.", waivable=False
    ),
    _warning(
        "source-changed",
        "A source's file is not the one that was drafted from.",
        "Run `briefgen draft` and look at what it proposes, or set the new `sha256`.",
        waivable=False,
    ),
    _warning("date-differs", "A date differs from the source's date of publication.", "Correct whichever is wrong."),
    # Evidence
    _error(
        "no-evidence",
        "An item carries no words of the source; in a draft this is a warning.",
        "Quote the words that it rests on, or take the item out.",
        in_draft="warning",
        waivable=False,
    ),
    _error(
        "quote-not-in-source",
        "A quote does not stand in the source.",
        "Copy the source's words to the letter.",
        waivable=False,
    ),
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
    _error(
        "words-not-in-source",
        "Words in quote marks do not stand in the source.",
        "Quote to the letter.",
        waivable=False,
    ),
    _error("hedge-dropped", "The source says it with a hedge, the text flatly.", "Put the source's own word back."),
    _error("negation-dropped", "The source denies what the text says.", "Put the negation back."),
    _error("negation-added", "The text denies what the source says.", "Take the negation out."),
    _error("names-swapped", "Two names have changed places around a verb.", "Say who did what as the source has it."),
    _error("name-of-another", "A name stands where the evidence has another.", "Put the evidence's own name back."),
    _error("meaning-reversed", "A word says the contrary of the evidence's.", "Put the evidence's own word back."),
    _error(
        "said-by-not-in-evidence",
        "Who is said to say it is neither in the evidence nor near it in the source.",
        "Name the speaker whom the source names.",
    ),
    _error("said-by-another", "The evidence names somebody else as the speaker.", "Name the one whom it names."),
    _warning(
        "speaker-unclear",
        "The evidence, or what stands before it, has somebody else say it.",
        "Name the one who says it, or quote where this one does.",
    ),
    # Actors
    _warning("role-not-in-source", "A role is not the source's own words.", "Copy the words that state it."),
    _warning("role-of-another", "A role is somebody else's, or stands far from the actor.", "Check whose role it is."),
    _warning("alias-not-in-source", "The source does not print an alias.", "Take it out."),
    _error("actor-twice", "Two actors claim one name.", "Join them, or take the name from one."),
    # Questions
    _error("question-mark", "A question is not one sentence that ends in “?”.", "Ask one question."),
    _warning("loaded-question", "A question presupposes a failing.", "Ask neutrally, what a later article can answer."),
    _error(
        "answered-by-unknown",
        "`answered_by` names no briefing.",
        "Write the id of the briefing that answers it.",
        waivable=False,
    ),
    _warning("answered-without-answer", "A question is answered and says neither how nor where.", "Write `answer`."),
    # What to watch
    _error("when-not-in-evidence", "`when` is not printed in the evidence.", "Copy it from the evidence."),
    _error(
        "dates-differ-from-when",
        "`start` and `end` do not agree with what is printed, or are more exact than it.",
        "Correct them, or leave them out.",
    ),
    _error("end-before-start", "`end` is before `start`.", "Exchange or correct them.", waivable=False),
    _error("watch-already-past", "It was past when the article appeared.", "Take it out."),
    # The whole
    _warning(
        "too-many",
        "A section is longer than a reader has time for.",
        "Keep the most consequential.",
        of_whole=True,
    ),
    _warning("too-long", "A takeaway is longer than 45 words.", "Keep to one idea."),
    _warning("item-twice", "Two items of a section say the same.", "Take one out."),
    _warning("markup-in-text", "A text holds left-over markup or a machine's marker.", "Take it out."),
    _warning(
        "no-items", "A reviewed or published briefing has no items.", "Write one, or set the status back to draft."
    ),
    _warning(
        "topic-alike",
        "A topic has a page of its own beside another that is spelled nearly the same.",
        "Write both alike.",
    ),
    _error(
        "address-taken", "A page of the site's own stands at a briefing's address.", "Move that page.", waivable=False
    ),
    _error("id-reserved", "The id is the address of the list of briefings.", "Choose another id.", waivable=False),
    # Review and corrections
    _error(
        "date-before-source",
        "A review or a correction is dated before the source.",
        "Correct the date.",
        waivable=False,
    ),
    _warning(
        "correction-not-made",
        "What a correction says now stands nowhere in the briefing.",
        "Write it there too, or quote in `now` what the briefing says.",
    ),
    _warning(
        "mistake-still-there", "What a correction says was wrong still stands in the briefing.", "Correct it there."
    ),
    # The notes
    _error(
        "notes-unreadable",
        "The notes are too long, or nested too deeply, to be shown.",
        "Shorten or unfold them.",
        waivable=False,
    ),
    _error(
        "link-broken",
        "A link or an image of the notes leads to no page or file of the site.",
        "Link to the file, as it lies in the content folder.",
    ),
    _error(
        "link-not-published",
        "A link, or `answered_by`, leads to a draft that is kept out of the built site; in a draft this is a warning.",
        "Review that briefing, or take the link out.",
        in_draft="warning",
    ),
    _warning("link-to-withdrawn", "A link, or `answered_by`, leads to a withdrawn briefing.", "Link to another."),
    _warning("anchor-unknown", "The page that a link leads to has no such place.", "Write the anchor of that page."),
    _warning(
        "link-dropped",
        "The page shows the words of a link, or the description of an image, and nothing to follow or to see.",
        "Link to a file of the site, or begin the address with https:// or mailto:.",
    ),
    # Waivers
    _error("waiver-unknown", "A waiver names no code of the check.", "Correct the code.", waivable=False),
    _error("waiver-refused", "A waiver names what cannot be waived.", "Mend what was found.", waivable=False),
    _warning("waiver-unused", "A waiver silences nothing any more.", "Take it out.", waivable=False),
)

CODES: Mapping[str, CodeDoc] = MappingProxyType({doc.code: doc for doc in _CODES})
"""By its word, in the order of the documentation."""
