"""Open questions -> problems: one neutral question each, and answers that lead somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.checking.grounds import Found, Path, short
from briefgen.checking.words import sentence_numbers, words_of
from briefgen.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from briefgen.model.briefing import Question

_PRESUPPOSES = re.compile(
    r"^(?:why|how come|how could)\b.*\b(?:fail\w*|refus\w*|ignor\w*|neglect\w*|betray\w*|abandon\w*|unable|so (?:slow|weak|late)"
    r"|not|n't|never|still|bother\w*|let|allow\w*|surrender\w*|cav(?:e|ed|ing)|lie[ds]?|lying)\b",
    re.IGNORECASE,
)
_CLOSING = "\"')]"


def question_problems(path: Path, question: Question, ids: Collection[str]) -> Iterator[Found]:
    """Give what is wrong with the form of a question, and with its answer.

    Args:
        path: The question's.
        question: The question.
        ids: Of all briefings.
    """
    at = (*path, "text")
    text = fold(question.text).rstrip(_CLOSING)
    sentences = sentence_numbers(words_of(question.text))
    if not text.endswith("?") or text.count("?") != 1 or (sentences and sentences[-1] > 0):
        message = f"expected one question, ending in one “?”, found “{short(question.text)}”; ask one question"
        yield Found(path=at, code="question-mark", message=message)
    if _PRESUPPOSES.search(text):
        message = f"“{short(question.text)}” presupposes a failing; ask neutrally, what a later article can answer"
        yield Found(path=at, code="loaded-question", message=message)
    if question.answered_by is not None and question.answered_by not in ids:
        message = (
            f"expected the id of a briefing, found “{question.answered_by}”; write the id of the one that answers it"
        )
        yield Found(path=(*path, "answered_by"), code="answered-by-unknown", message=message)
    if question.status == "answered" and not (question.answer or question.answered_by):
        message = "the question is answered, and neither `answer` nor `answered_by` says how; write one"
        yield Found(path=(*path, "status"), code="answered-without-answer", message=message)
