"""What one environment compiled serves the next, and nothing of the first one's site, language or labels with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, TemplateSyntaxError

from briefgen.rendering import environment as module
from briefgen.rendering.environment import environment

if TYPE_CHECKING:
    from types import CodeType

NAME = "own.md.jinja"
PRINTS = "{{ labels.say('titles.watch') }} {{ '<b>' }} {{ ['*', 'a'] | join(', ') }}"


def told(source: str, language: str = "en", labels: str | None = None) -> str:
    """Render a template in an environment of its own."""
    files = {NAME: source} | ({} if labels is None else {"labels.toml": labels})
    return environment(DictLoader(files), language).get_template(NAME).render()


def test_a_template_is_compiled_once_for_all_environments(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same name and source are compiled and parsed for the first of them only."""
    compiled: list[str] = []
    compile_ = module._InertEnvironment._compile  # noqa: SLF001  # counted where Jinja hands over to Python

    def counted(self: module._InertEnvironment, source: str, filename: str) -> CodeType:
        compiled.append(filename)
        return compile_(self, source, filename)

    monkeypatch.setattr(module._InertEnvironment, "_compile", counted)  # noqa: SLF001
    source = "{# compiled once #}a"
    assert [told(source), told(source)] == ["a", "a"]
    assert len(compiled) == 1
    first, second = environment(), environment()
    assert first.parse("b", NAME) is second.parse("b", NAME)
    assert first.parse("b", NAME) is not first.parse("c", NAME)


def test_each_environment_has_its_own_language_and_labels() -> None:
    """One that was compiled for another language, or for a site with other words, says its own."""
    own = '[titles]\nwatch = "The diary"\n'
    english, german, diary = told(PRINTS), told(PRINTS, "de"), told(PRINTS, labels=own)
    assert len({english, german, diary}) == 3
    assert diary.startswith("The diary ")
    assert [told(PRINTS, "de"), told(PRINTS)] == [german, english]
    assert "<b>" not in english


def test_a_saved_template_is_compiled_anew() -> None:
    """Under the same name another source is another template, also when the first comes back; a mistake stays one."""
    assert [told("a"), told("b"), told("a")] == ["a", "b", "a"]
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError):
            told("{% if %}")


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of saves in one preview do not fill the memory."""
    monkeypatch.setattr(module, "_MOST_KEPT", 4)
    made = environment()
    for number in range(10):
        assert told(f"text {number}") == f"text {number}"
        made.parse(f"text {number}", NAME)
    assert len(module._COMPILED._kept) <= 4  # noqa: SLF001
    assert len(module._PARSED) <= 4  # noqa: SLF001
