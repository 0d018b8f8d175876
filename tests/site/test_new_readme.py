"""The README and the settings of a new site say the same in every language: same headings, same commands, same links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from briefgen.rendering.languages import shipped_languages
from briefgen.starting.site_files import mkdocs_yml, readme
from briefgen.starting.wishes import Wishes

if TYPE_CHECKING:
    from collections.abc import Iterable

DRAFTED = ("content/briefings/a.md", "content/.drafts/a.json")
OTHERS = tuple(language for language in shipped_languages() if language != "en")


def text(language: str, *, example: bool = True, workflow: bool = True) -> str:
    """Give the README of a new site in a language."""
    wishes = Wishes(name="My site", language=language, example=example, workflow=workflow)
    return readme(wishes, DRAFTED if example else ()).decode()


def fences(markdown: str) -> list[tuple[str, str]]:
    """Give what stands between fences, each with its language."""
    return re.findall(r"(?ms)^```(\w+)\n(.*?)^```$", markdown)


def prose(markdown: str) -> str:
    """Give a README without its commands."""
    return re.sub(r"(?ms)^```\w+\n.*?^```$", "", markdown)


def codes(markdown: str) -> list[str]:
    """Give what stands between backquotes: names of files and fields, values, commands. Sorted, since sentences differ."""
    return sorted(re.findall(r"`([^`\n]+)`", prose(markdown)))


def words(markdown: str) -> set[str]:
    """Give the words that people read."""
    return set(re.findall(r"\b[a-zà-ÿ]{3,}\b", re.sub(r"`[^`]*`", "", prose(markdown))))


def outline(markdown: str) -> list[int]:
    """Give the depths of the headings, the numbered steps and the rows of tables, in their order."""
    return [len(line) for line in re.findall(r"(?m)^(#+|\d+\.|\|)(?= )", prose(markdown))]


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("workflow", [True, False])
@pytest.mark.parametrize("example", [True, False])
def test_every_language_has_the_same_facts(language: str, *, workflow: bool, example: bool) -> None:
    """Headings, steps and tables, commands, names of files and fields, addresses: nothing is missing and nothing added."""
    english, other = (text(one, workflow=workflow, example=example) for one in ("en", language))
    assert outline(other) == outline(english)
    assert fences(other) == fences(english)
    assert codes(other) == codes(english)
    assert re.findall(r"<(https?://[^>]+)>", other) == re.findall(r"<(https?://[^>]+)>", english)
    assert re.findall(r"\d+(?:\.\d+)?", prose(other)) == re.findall(r"\d+(?:\.\d+)?", prose(english))


def test_the_facts_are_found_where_they_are() -> None:
    """What the comparison looks at is there to be compared."""
    english = text("en")
    assert len(re.findall(r"(?m)^## ", english)) == 6
    assert {name for name, _ in fences(english)} == {"sh", "powershell"}
    assert {"60"} <= set(re.findall(r"\d+", english))
    for command in (
        "briefgen new --update .",
        "wsl --install -d Ubuntu",
        "source .venv/bin/activate",
        "briefgen check",
    ):
        assert any(command in lines.splitlines() for _, lines in fences(english))
    assert {"CNAME", "SITE_URL", "site_url", "status: withdrawn", *DRAFTED} <= set(codes(english))


@pytest.mark.parametrize("language", OTHERS)
def test_what_people_read_is_in_their_language(language: str) -> None:
    """No sentence is left in English: none of the words that every English sentence has."""
    every = {"the", "are", "you", "which", "with", "what", "this", "not"}
    assert every <= words(text("en"))
    assert not every & words(text(language))


@pytest.mark.parametrize("language", shipped_languages())
def test_what_was_left_out_is_not_told_of(language: str) -> None:
    """Neither of an example nor of GitHub's pages, where there are none; no line is left empty twice."""
    bare = text(language, example=False, workflow=False)
    assert "seeds/example" not in bare
    assert "GitHub Pages" not in bare
    assert "site_url" in bare
    for readme_text in (bare, text(language)):
        assert "\n\n\n" not in readme_text
        assert "$" not in readme_text
        assert max(len(line) for line in readme_text.splitlines() if "|" not in line) <= 145


class _Loader(yaml.SafeLoader):
    """Reads `!ENV` as what stands behind it."""


_Loader.add_multi_constructor("", lambda loader, _suffix, node: loader.construct_sequence(node))


def settings(language: str) -> object:
    """Give the settings of a new site without the words that its readers see."""
    text = mkdocs_yml(Wishes(name="My site", language=language)).decode()
    return _without_words(yaml.load(text, Loader=_Loader))  # noqa: S506  # a SafeLoader


def _without_words(value: object, key: str = "") -> object:
    if isinstance(value, dict):
        named = key == "nav"
        return {("" if named else name): _without_words(one, str(name)) for name, one in value.items()}
    if isinstance(value, list):
        return [_without_words(one, key) for one in value]
    return "" if key in {"site_description", "language", "name", "title"} else value


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_settings(language: str) -> None:
    """Only words differ: what readers see, and comments, of which none is left in English."""
    assert settings(language) == settings("en")
    english, other = (mkdocs_yml(Wishes(name="My site", language=one)).decode() for one in ("en", language))
    assert len(_comments(english)) == len(_comments(other)) > 10
    assert not set(_comments(english)) & set(_comments(other))


def _comments(text: str) -> list[str]:
    found: Iterable[str] = re.findall(r"(?m)(?:^|\s)# (.*)$", text)
    return list(found)
