"""The model's classes -> their fields as an editor's program shows them: label, description, pattern, who may touch them."""

from __future__ import annotations

import ast
import dataclasses
import functools
import inspect
import textwrap
from dataclasses import dataclass

from briefgen.files import rules
from briefgen.files.shape import Field, model_class, shape
from briefgen.model.briefing import Briefing, Question, Source, Takeaway, Waiver, WatchItem

_PATTERNS = {
    (Briefing, "id"): rules.ID_PATTERN,
    (Question, "answered_by"): rules.ID_PATTERN,
    (Source, "sha256"): rules.SHA256_PATTERN,
    (Source, "language"): rules.LANGUAGE_PATTERN,
    (Source, "url"): "https?://.+",
}
_FIXED = {(Briefing, "id"), (Source, "sha256")}
# Names, addresses and the like; every other text may take several lines.
_SHORT = frozenset(
    {
        *((Briefing, name) for name in ("id", "title", "reviewed_by")),
        *((Source, name) for name in ("file", "sha256", "title", "publisher", "author", "url", "language")),
        *((WatchItem, name) for name in ("when", "where")),
        (Takeaway, "said_by"),
        (Question, "answered_by"),
        (Waiver, "code"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A field as an editor's program shows it."""

    name: str
    """As it stands in the file."""
    field: Field
    label: str
    """The name in words: “Said by”."""
    description: str
    """Its docstring."""
    pattern: str | None
    """A regular expression that the whole text has to match; None where any text will do."""
    max_length: int | None
    """In characters; None where nothing is said."""
    fixed: bool
    """Whether `briefgen draft` alone writes it."""
    short: bool
    """Whether it is a text that takes one line."""


@functools.cache
def described(cls: type) -> tuple[Described, ...]:
    """Describe the fields of a class of the model, in their order."""
    model = model_class(cls)
    descriptions = _docstrings(model)
    own = {field.name: field.metadata["label"] for field in dataclasses.fields(cls) if "label" in field.metadata}
    return tuple(
        Described(
            name=name,
            field=field,
            label=own.get(name) or name.replace("_", " ").capitalize(),
            description=f"{own[name]}: a field of this site’s own." if name in own else descriptions[name],
            pattern=_PATTERNS.get((model, name)),
            max_length=rules.MAX_ID if (model, name) == (Briefing, "id") else None,
            fixed=(model, name) in _FIXED,
            short=name == "name" or name in own or (model, name) in _SHORT,
        )
        for name, field in shape(cls).items()
    )


def classes(cls: type) -> list[type]:
    """List a class of the model and those of its items, each once, in their order."""
    found = [cls]
    for field in shape(cls).values():
        if field.item is not None:
            found += [inner for inner in classes(field.item) if inner not in found]
    return found


def summary(cls: type) -> str:
    """Give the first line of a class's docstring."""
    return (inspect.getdoc(cls) or "").split("\n")[0]


def _docstrings(cls: type) -> dict[str, str]:
    """Read the strings that stand below the fields of a class."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(tree, ast.ClassDef)  # noqa: S101 - for the type checker: the source of a class is one
    found: dict[str, str] = {}
    for statement, below in zip(tree.body, tree.body[1:], strict=False):
        if (
            isinstance(statement, ast.AnnAssign)
            and isinstance(statement.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            found[statement.target.id] = inspect.cleandoc(str(below.value.value))
    return found
