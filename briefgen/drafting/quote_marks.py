"""A sentence cut out of a quote -> the quote marks that it lacks, and which words in quote marks are a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.model.analysis import Analysis, StorySentence, TimeExpression

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")
_SMALL_WORD = 3  # letters: titles leave "of" and "the" small


def closed_quotes(text: str) -> str:
    """Give the text with the mark that a quote lacks where it runs on before or behind the sentence: “We waited.”."""
    opened = missing = False
    curly = "“" in text or "”" in text
    for place, mark in enumerate(text):
        if mark not in '“”"':
            continue
        before, behind = text[place - 1 : place], text[place + 1 : place + 2]
        opens = mark == "“" or (
            mark == '"' and not opened and (not before.strip() or before in "([—–-‘'") and behind.strip() != ""
        )
        if opens:
            opened = True
        elif opened:
            opened = False
        else:
            missing = True  # it opened before the sentence
    if missing:
        text = ("“" if curly else '"') + text
    if opened:
        text += "”" if curly else '"'
    return text


def within_quote(analysis: Analysis, sentence: StorySentence) -> bool:
    """Tell whether the sentence stands wholly inside a quote whose marks stand in sentences before and behind it."""
    return not any(mark in sentence.text for mark in '“”"') and any(
        statement.sentence == sentence.index and statement.quoted and statement.whole
        for statement in analysis.statements
    )


def in_title(text: str, time: TimeExpression) -> bool:
    """Tell whether the words are a part of a name in quote marks: "Vardal Radio Sunday"."""
    for found in _QUOTED.finditer(text):
        name = [word for word in found.group(1).split() if len(word) > _SMALL_WORD]
        if found.start() <= time.start and time.end <= found.end() and all(word[:1].isupper() for word in name):
            return True
    return False
