"""The model's fields, what they take and what is proved of them -> docs/pages/fields.md."""

from __future__ import annotations

import re
import textwrap
import tomllib
import typing
from pathlib import Path
from typing import Any

from briefgen.files.registry import RegistryFile
from briefgen.files.tools.described import classes, described, summary
from briefgen.model import briefing as model
from briefgen.model.briefing import (
    Actor,
    Briefing,
    Caution,
    Correction,
    Evidence,
    Question,
    Source,
    Takeaway,
    Waiver,
    WatchItem,
)
from briefgen.model.registry import RegisteredActor

if typing.TYPE_CHECKING:
    from collections.abc import Iterator

    from briefgen.files.tools.described import Described

_PART = Path(__file__).parent
TOLD: dict[str, Any] = tomllib.loads((_PART / "fields.toml").read_text("utf-8"))
"""What is said of each field, by its class; of the choices, and of what is proved beside."""
EXAMPLE = (_PART / "fields_example.md").read_text("utf-8")
"""A briefing in which every field stands."""

SECTIONS: dict[type, tuple[str, str]] = {
    Briefing: ("The briefing", ""),
    Source: ("Each source", "sources"),
    Takeaway: ("Each takeaway", "takeaways"),
    Actor: ("Each actor", "actors"),
    Question: ("Each question", "open_questions"),
    WatchItem: ("Each thing to watch", "watch"),
    Caution: ("Each caution", "cautions"),
    Correction: ("Each correction", "corrections"),
    Evidence: ("Evidence", "evidence"),
    Waiver: ("Waivers", "waived"),
    RegisteredActor: ("The registry of actors", "actors.yml"),
    RegistryFile: ("", "actors.yml"),
}
"""From each class to the heading of its section and to the key that its items stand under."""
SHARED = {"evidence": Evidence, "waived": Waiver}
"""Fields that several classes have: told of once."""
_WHO = {"draft": "proposed by a draft", "editor": "yours", "program": "the program's"}
_TAKES = {"text": "a text", "texts": "a list of texts", "date": "a day, `2026-01-31`", "items": "a list of items"}
CHOICES: dict[tuple[type, str], str] = {
    (Briefing, "status"): "Status",
    (Takeaway, "kind"): "TakeawayKind",
    (Actor, "kind"): "ActorKind",
    (RegisteredActor, "kind"): "ActorKind",
    (Question, "status"): "QuestionStatus",
    (WatchItem, "certainty"): "Certainty",
    (WatchItem, "status"): "WatchStatus",
}
"""From each field that takes one of several words to the name of these choices in the model."""


def page() -> str:
    """Give the whole page."""
    parts = [(_PART / "fields_head.md").read_text("utf-8")]
    for cls in (*classes_told(), RegisteredActor):
        parts += [f"## {SECTIONS[cls][0]}\n", *_opening(cls), *(_field(cls, entry) for entry in _own(cls))]
    parts += ["## What is proved beside the fields\n"]
    parts += [f"- {name}: {_codes(codes)}" for name, codes in TOLD["rest"].items()]
    return "\n".join([*parts, ""])


def classes_told() -> list[type]:
    """Give the classes of a briefing in the order of the page: those that several others hold come last."""
    found = classes(Briefing)
    return [*(cls for cls in found if cls not in SHARED.values()), *SHARED.values()]


def choices_of(cls: type, name: str) -> dict[str, str]:
    """Give the words that a field takes, with their meanings; none where it takes any text."""
    choices = CHOICES.get((cls, name))
    return (
        {}
        if choices is None
        else {word: TOLD["choices"][choices][word] for word in typing.get_args(getattr(model, choices))}
    )


def lines_of(key: str) -> str:
    """Give the lines of the example under a key of the front matter."""
    found = re.search(rf"^{key}:.*\n(?:[ ].*\n)*", EXAMPLE, re.MULTILINE)
    if found is None:
        raise AssertionError(f"expected `{key}` in fields_example.md")
    return found[0].rstrip()


def _own(cls: type) -> Iterator[Described]:
    """Give the fields that are told of in the section of a class."""
    return (entry for entry in described(cls) if cls is Briefing or entry.name not in SHARED)


def _opening(cls: type) -> list[str]:
    if cls is RegisteredActor:
        return [(_PART / "fields_registry.md").read_text("utf-8")]
    if cls is Briefing:
        return []
    key = SECTIONS[cls][1]
    inner = [f"[`{name}`](#{SECTIONS[shared][0].lower()})" for name, shared in SHARED.items() if _has(cls, name)]
    further = f" Each may have {' and '.join(inner)} besides." if inner else ""
    lines = [f"{summary(cls)}{further}", ""]
    if cls in SHARED.values():
        return [*lines, f"```yaml\n{_shared_lines(key)}\n```\n"]
    return [*lines, f"```yaml\n{lines_of(key)}\n```\n"]


def _has(cls: type, name: str) -> bool:
    return any(entry.name == name for entry in described(cls))


def _shared_lines(key: str) -> str:
    """Give the first place in the example where a key stands within an item."""
    found = re.search(rf"^(?P<in> +){key}:\n(?:(?P=in) .*\n)+", EXAMPLE, re.MULTILINE)
    if found is None:
        raise AssertionError(f"expected `{key}` in an item of fields_example.md")
    return textwrap.dedent(found[0]).rstrip()


def _field(cls: type, entry: Described) -> str:
    told = TOLD[cls.__name__][entry.name]
    key = SECTIONS[cls][1]
    heading = f"{key}: {entry.name}" if key else entry.name
    choices = choices_of(cls, entry.name)
    description = "" if choices and _names_all(entry.description, choices) else entry.description
    lines = [f"### `{heading}`", "", " ".join(filter(None, [description, told.get("more", "")])), ""]
    lines += [f"- Takes: {'one of the words below' if choices else _takes(entry)}; {_need(cls, entry)}"]
    lines += [f"- Written: {_WHO[told['who']]}"]
    lines += [f"- Proved: {_codes(told['codes'])}"] if told["codes"] else []
    lines += ["", "The words:", ""] if choices else []
    lines += [f"- `{word}`: {meaning}" for word, meaning in choices.items()]
    if cls is Briefing and entry.field.kind != "items":
        lines += ["", f"```yaml\n{lines_of(entry.name)}\n```"]
    return re.sub(r"\n{3,}", "\n\n", "\n".join([*lines, ""]))


def _names_all(description: str, choices: dict[str, str]) -> bool:
    """Tell whether a description lists the words that the page explains one by one."""
    return all(re.search(rf"\b{word}\b", description) for word in choices)


def _need(cls: type, entry: Described) -> str:
    if entry.field.required:
        return "required"
    default = cls.__dataclass_fields__[entry.name].default  # type: ignore[attr-defined]  # every class here is a dataclass
    return f"`{default}` when left out" if entry.field.kind == "choice" else "may be left out"


def _takes(entry: Described) -> str:
    if entry.field.item is not None:
        heading = SECTIONS[entry.field.item][0]
        return f"a list of items, [below](#{heading.lower().replace(' ', '-')})"
    most = f", at most {entry.max_length} characters" if entry.max_length else ""
    pattern = f" of the form `{entry.pattern}`{most}" if entry.pattern else ""
    return f"{_TAKES[entry.field.kind]}{pattern}"


def _codes(codes: list[str]) -> str:
    return ", ".join(f"[`{code}`](checks.md#{code})" for code in codes)
