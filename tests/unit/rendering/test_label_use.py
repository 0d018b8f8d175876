"""Every word of the interface is a label: each that is asked for is there, none is left over, and no page has others."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

import pytest
from jinja2 import nodes

from briefgen.model import briefing as model
from briefgen.model.draft import Origin
from briefgen.rendering.environment import environment
from briefgen.rendering.labels.labels import Label
from briefgen.rendering.labels.tables import plurals_of, tables_of
from briefgen.rendering.languages import shipped_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[3] / "briefgen"
TEMPLATES = tuple(sorted((PACKAGE / "rendering" / "templates").glob("*.jinja")))
THEME = tuple(sorted((PACKAGE / "theme").rglob("*.html")))
SCRIPTS = tuple(sorted((PACKAGE / "theme" / "assets" / "briefgen").glob("*.js")))
CODE = tuple(sorted(PACKAGE.rglob("*.py")))
ENGLISH = {
    f"{area}.{name}": Label.read(f"{area}.{name}", text)
    for area, table in tables_of("en").items()
    for name, text in table.items()
}
FILES = r"\.(?:toml|ya?ml|md|ics|json|xml)$"
"""What looks like a label in Python and is the name of a file."""
SAYING = {"say", "b_label"}
"""What says a label in a template; in Python it is `labels.say` and `labels.text`."""
LOOKED_UP = "words"
"""The table whose names are values of the front matter."""


class Asked(NamedTuple):
    """A place where a label is asked for."""

    where: str
    key: str
    """With a star for each part that depends on a value, which is one word; nothing where all of it does."""
    values: frozenset[str]


def keys_of(node: nodes.Expr) -> Iterator[str]:
    """Give the keys that an expression of a template may be."""
    match node:
        case nodes.Const(value=str(key)):
            yield key
        case nodes.CondExpr(expr1=first, expr2=second):
            yield from keys_of(first)
            if second is not None:
                yield from keys_of(second)
        case nodes.Add(left=left, right=right):
            yield from (first + second for first in keys_of(left) for second in keys_of(right))
        case nodes.Filter(name="format", node=nodes.Const(value=str(key))):
            yield key.replace("%s", "*")
        case _:
            yield "*"


def asked_in_templates() -> Iterator[Asked]:
    """Give what the templates of pages and of the theme ask for."""
    made = environment()
    for path in (*TEMPLATES, *THEME):
        tree = made.parse(re.sub(r"~", "+", path.read_text(encoding="utf-8")))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in SAYING and call.args:
                for key in keys_of(call.args[0]):
                    yield Asked(f"{path.name}:{call.lineno}", key, frozenset(one.key for one in call.kwargs))


def asked_in_code() -> Iterator[Asked]:
    """Give what Python asks for."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=of, attr="say" | "text"), args=[ast.Constant(value=str(key)), *_]
                ):
                    if ast.unparse(of).endswith("labels"):
                        given = frozenset(one.arg or "*" for one in node.keywords)
                        yield Asked(f"{path.name}:{node.lineno}", key, given)


def constants_in_code() -> Iterator[tuple[str, str]]:
    """Give every text in Python that names a label, also one put together with a word that stands in the same file."""
    areas = "|".join(tables_of("en"))
    for path in CODE:
        tree = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        words = {node.value for node in tree if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        for node in tree:
            match node:
                case ast.Constant(value=str(text)) if re.fullmatch(rf"(?:{areas})\.[a-z](?:[a-z0-9_]*[a-z0-9])?", text):
                    if text in ENGLISH or not re.search(FILES, text):
                        yield f"{path.name}:{node.lineno}", text
                case ast.JoinedStr(values=[ast.Constant(value=str(text)), *rest]) if re.match(rf"(?:{areas})\.", text):
                    parts = (str(one.value) if isinstance(one, ast.Constant) else "*" for one in rest)
                    key = text + "".join(parts)
                    if key.startswith(f"{LOOKED_UP}."):
                        continue
                    made = [known for word in words if (known := key.replace("*", word)) in ENGLISH]
                    yield from ((f"{path.name}:{node.lineno}", known) for known in made or [key])


def meant_by(key: str) -> list[str]:
    """Give the labels that a key may be."""
    if "*" not in key:
        return [key] if key in ENGLISH else []
    pattern = re.compile("[a-z]+".join(re.escape(part) for part in key.split("*")))
    return [known for known in ENGLISH if pattern.fullmatch(known)]


def test_every_label_that_is_asked_for_is_there() -> None:
    """With every value that it names, so that no page fails on a day that nobody tried."""
    wrong = []
    for asked in (*asked_in_templates(), *asked_in_code()):
        if asked.key == "*":  # Python gives it, and is looked through below
            continue
        if not meant_by(asked.key):
            wrong.append(f"{asked.where}: {asked.key}: there is no such label")
        # Of those that a value chooses each may name other values.
        for key in meant_by(asked.key) if "*" not in {*asked.values, *asked.key} else ():
            label = ENGLISH[key]
            needed = label.names | ({"n"} if len(label.forms) > 1 else set())
            if missing := sorted(needed - asked.values):
                wrong.append(f"{asked.where}: {key}: {', '.join(missing)} is not given")
            if over := sorted(asked.values - label.names - {"n"}):
                wrong.append(f"{asked.where}: {key}: {', '.join(over)} is given and not named")
    wrong += [f"{where}: {key}: there is no such label" for where, key in constants_in_code() if not meant_by(key)]
    assert not wrong, "\n".join(wrong)


def test_no_label_is_left_over() -> None:
    """What nobody asks for nobody need translate."""
    asked = {one.key for one in asked_in_templates()} | {key for _, key in constants_in_code()}
    used = {known for key in asked if key != "*" for known in meant_by(key)}
    assert [key for key in ENGLISH if key not in used and not key.startswith(f"{LOOKED_UP}.")] == []


def test_each_value_of_a_front_matter_has_a_word() -> None:
    """And no other word is among them."""
    kinds = (
        model.Status,
        model.TakeawayKind,
        model.ActorKind,
        model.QuestionStatus,
        model.Certainty,
        model.WatchStatus,
    )
    values = [value for kind in (*kinds, Origin) for value in get_args(kind)]
    assert sorted(tables_of("en")[LOOKED_UP]) == sorted(values)


def shown_by(source: str) -> Iterator[str]:
    """Give the words that a template shows by itself: between its tags, in attributes, in texts of its expressions."""
    text = ""
    inside = 0
    for _, kind, value in environment().lex(re.sub(r"~", "+", source)):
        if kind in ("variable_begin", "block_begin", "comment_begin"):
            inside += 1
        elif kind in ("variable_end", "block_end", "comment_end"):
            inside -= 1
            text += "\0" if kind == "variable_end" else ""
        elif kind == "data" and not inside:
            text += value
        elif kind == "string" and re.match(r"[\"'](?:[A-Z][a-z]+|[a-z]+ [a-z])", value):
            yield value
    text = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
    for name, value in re.findall(r'\b(aria-label|title|alt|placeholder|label)="([^"]*)"', text):
        if re.search("[A-Za-z]{2}", value):
            yield f"{name}={value}"
    # An attribute may stand in a piece of its own, for a tag elsewhere.
    seen = re.sub(r"<[^<>]*>|\{ #[^}]*\}|&[a-z]+;|\b[a-z-]+=\"[^\"]*\"", " ", text)
    yield from re.findall(r"[A-Za-z]{2,}(?: [A-Za-z]+)*", seen)


@pytest.mark.parametrize("path", [*TEMPLATES, *THEME], ids=lambda path: path.name)
def test_a_template_holds_no_words(path: Path) -> None:
    """What readers see comes from labels and from briefings; names are the same in every language."""
    assert set(shown_by(path.read_text(encoding="utf-8"))) <= {"Material for MkDocs", "Zensical"}


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>{{ say('a.b') }}: Not here</p>", ["Not here"]),
        ('<p aria-label="Newer {{ x }}">{# no #}</p>', ["aria-label=Newer \0"]),
        ("# {{ x }} { #b-top }\n\nby {{ y }}", ["by"]),
        ("{{ 'Drafted' if x else 'not yet' }}", ["'Drafted'", "'not yet'"]),
        ('<p class="b-x"{% if y %} hidden{% endif %}>{{ words["claim"] }} · {{ say("a.b") }}</p>', []),
    ],
)
def test_words_in_a_template_are_found(template: str, words: list[str]) -> None:
    """The test above can fail."""
    assert list(shown_by(template)) == words


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_holds_no_words(path: Path) -> None:
    """What a script shows comes from the page that carries it."""
    assert words_of_script(path.read_text(encoding="utf-8")) == []


def words_of_script(source: str) -> list[str]:
    """Give the texts of a script that a reader would see."""
    code = re.sub(r"//[^\n]*|/\*.*?\*/", "", source, flags=re.DOTALL)
    literals = re.findall(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`", code)
    texts = ["".join(found) for found in literals]
    sentences = [text for text in texts if re.search(r"[A-Z][a-z]+ [a-z]|[a-z]{2,} [a-z]{2,} [a-z]", text)]
    sets = re.findall(
        r"\.(?:textContent|innerText|title|ariaLabel|placeholder)\s*=\s*[\"'`]([^\"'`]*[A-Za-z]{2})", code
    )
    return [*sentences, *sets]


def test_words_in_a_script_are_found() -> None:
    """The test above can fail."""
    assert words_of_script('note.textContent = "Past"; // A comment here') == ["Past"]
    assert words_of_script('say("No dated event lies ahead. ");') == ["No dated event lies ahead. "]
    assert words_of_script('"use strict"; document.querySelectorAll("[data-b-due] .b-when");') == []


@pytest.mark.parametrize("language", [one for one in shipped_languages() if one != "en"])
def test_a_language_is_complete(language: str) -> None:
    """Each label is there, names the same values, and has the plurals of its language where English counts."""
    wrong = []
    known = {
        f"{area}.{name}": Label.read(f"{area}.{name}", text)
        for area, table in tables_of(language).items()
        for name, text in table.items()
    }
    for key, label in ENGLISH.items():
        if key not in known:
            wrong.append(f"{key}: missing")
            continue
        translated = known[key]
        if label.names != translated.names:
            wrong.append(f"{key}: names {sorted(translated.names)}, English {sorted(label.names)}")
        if len(label.forms) > 1 and not {"one", "other"} <= set(translated.forms) <= set(plurals_of(language)):
            wrong.append(f"{key}: has the plurals {sorted(translated.forms)}")
        if len(label.forms) == 1 and len(translated.forms) > 1 and not label.counts:
            wrong.append(f"{key}: has plurals where nothing is counted")
    wrong += [f"{key}: not in English" for key in known if key not in ENGLISH]
    assert not wrong, "\n".join(wrong)
