"""What is known of an article's story: its words, who is named, who says what, which days are meant, what carries weight.

Sentences are numbered in the order of the story, headings left out; every index in this module counts in
`Analysis.sentences`. Offsets of tokens and expressions of time count characters of `StorySentence.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from briefgen.model.article import Article
    from briefgen.model.briefing import ActorKind

SectionPurpose = Literal["story", "takeaways", "watch", "questions"]
Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark, as the language model reads it (Universal part of speech, Penn tag, ClearNLP dependency).

    The one value that is built by position: an article has about 700 of them.
    """

    text: str
    lemma: str
    pos: str
    """Universal part of speech: NOUN, PROPN, VERB, AUX, …."""
    tag: str
    """Penn Treebank tag: VBD, MD, ….."""
    dep: str
    """Dependency: nsubj, dobj, ….."""
    head: int
    """Index of the governing token in the same sentence; the root governs itself."""
    start: int
    """First character in the sentence's text."""
    entity: str = ""
    """Type of the named entity it is part of, as the model has it (PERSON, ORG, GPE, DATE, …); empty outside."""
    entity_begins: bool = False
    """True for the first token of a named entity."""

    @property
    def end(self) -> int:
        """One past the last character in the sentence's text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySentence:
    """A sentence of the story with its words and its place."""

    index: int
    text: str
    """The article's `Sentence.text`: what evidence quotes."""
    start: int
    """First character in `Article.text`."""
    end: int
    """One past the last character in `Article.text`."""
    quotable: bool
    """False where no stretch of the source reads like the text."""
    block: int
    """Index in `Article.blocks`."""
    in_block: int
    """Which sentence of its block it is, from 0."""
    bullet: bool
    """True in a list."""
    section: str
    """The heading it stands under; empty before the first."""
    purpose: SectionPurpose
    """What the heading, or the label before a colon, says the passage is for: the article's own takeaways, what to watch."""
    label: int
    """Characters of the text that are a label before a colon ("What to Watch Next: "), 0 without one."""
    tokens: tuple[Token, ...]
    """Its words, without those of the label."""
    salience: float
    """How near the sentence is to what the whole story is about: mean similarity of its words to the other sentences, 0 to 1."""

    @property
    def told(self) -> str:
        """The text without its label: what evidence quotes."""
        return self.text[self.label :]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where a text names somebody."""

    sentence: int
    first_token: int
    last_token: int
    """Included."""
    text: str
    """As printed, without a possessive ending."""
    acts: bool
    """True where it is the subject of a verb, the agent of a passive or the one to whom speech is attributed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody the story names, all their mentions together."""

    name: str
    """The fullest name that the text prints, or its words for who has none ("Ukrainian officials")."""
    named: bool
    """False for who is described only."""
    kind: ActorKind
    aliases: tuple[str, ...]
    """Every other form that the text prints, in the order of first use."""
    role: str | None
    """Word for word from the text."""
    role_sentence: int | None
    """Where the role stands."""
    mentions: tuple[Mention, ...]
    """In the order of the text."""
    outlet: bool
    """True for a newspaper, broadcaster or agency."""
    place_only: bool
    """True where the text names it only as the place where things happen."""
    salience: float
    """Share of the story that turns on it, 0 to 1: mentions, more where it acts, early or in the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence, or a part of one, that somebody says."""

    sentence: int
    speaker: str
    """As the text prints it: "Bonnie Glaser", "senior administration officials"; behind "he" or "the ministry" the name meant."""
    entity: int | None
    """Index in `Analysis.entities`; None for an unnamed speaker."""
    cue: str
    """Lemma of the verb, or "according to"."""
    quoted: bool
    """True where the words stand in quote marks."""
    belief: bool
    """True where the speaker judges, expects, fears or believes rather than states."""
    whole: bool
    """True where the attribution covers the sentence, False where it covers a clause of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that tell when, resolved against the day of publication."""

    sentence: int
    start: int
    end: int
    text: str
    """As printed, with the preposition only where it belongs to the meaning: "next week", "until December"."""
    first: date | None
    """First day meant; None where the text gives none, or where the day of publication is needed and unknown."""
    last: date | None
    """Last day meant, included."""
    ahead: bool
    """True where the clause looks forward: a future tense, or words such as scheduled, expected, upcoming."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """An article and what is known of its story."""

    article: Article
    sentences: tuple[StorySentence, ...]
    entities: tuple[Entity, ...]
    """By salience, the most salient first."""
    statements: tuple[Statement, ...]
    """In the order of the text; a sentence may have several."""
    times: tuple[TimeExpression, ...]
    """In the order of the text."""
