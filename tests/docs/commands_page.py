"""The commands, their options, examples and exit statuses -> docs/pages/commands.md."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import main
from briefgen.cli.facts import SECTIONS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.cli.facts import Example, Fact

_HEAD = Path(__file__).parent / "commands_head.md"
_KEPT = "\b"
"""What stands before a paragraph of help whose lines click leaves as they are."""


def page() -> str:
    """Give the whole page."""
    lines = [_HEAD.read_text("utf-8"), "## Exit status", "", *_facts(STATUSES), ""]
    lines += [
        "A command that has more to say on it does so below. The environment that commands look at is told among the",
        "[settings](settings.md#the-environment), the files of a site [there](settings.md#files-of-a-site) as well.",
        "",
        "## `briefgen`",
        "",
        *_options(main),
    ]
    for section in SECTIONS:
        for name in section.commands:
            if name in main.commands:
                lines += _command(name, main.commands[name])
    return "\n".join(lines)


def told_by(command: click.Command) -> Iterator[str]:
    """Give the help of a command as Markdown."""
    for paragraph in re.split(r"\n\s*\n", (command.help or "").strip()):
        if _KEPT in paragraph:
            kept = textwrap.dedent(paragraph.replace(_KEPT, "")).strip("\n")
            yield f"```text\n{kept.strip()}\n```\n"
        else:
            yield f"{_marked(' '.join(paragraph.split()))}\n"


def _command(name: str, command: click.Command) -> list[str]:
    lines = [
        f"## `briefgen {name}`",
        "",
        f"```text\n{usage(name, command)}\n```",
        "",
        *told_by(command),
        *_options(command),
    ]
    if examples := tuple(getattr(command, "examples", ())):
        lines += ["For example:", "", "```sh", *_lines(examples), "```", ""]
    own = [fact for fact in getattr(command, "statuses", ()) if fact not in STATUSES]
    return [*lines, *(["Exit status:", "", *_facts(own), ""] if own else [])]


def usage(name: str, command: click.Command) -> str:
    """Give the line that says how a command is called."""
    context = click.Context(command, info_name=f"briefgen {name}")
    return " ".join([context.command_path, *command.collect_usage_pieces(context)])


def _options(command: click.Command) -> list[str]:
    lines: list[str] = []
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            names = ", ".join(f"`{name}`" for name in sorted(parameter.opts, key=len))
            lines.append(f"- {names}{_value(parameter)}: {_marked(parameter.help or '')}{_default(parameter)}")
    return [*lines, ""] if lines else []


def _value(option: click.Option) -> str:
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        return f" {' or '.join(f'`{choice}`' for choice in option.type.choices)}"
    if isinstance(option.type, click.IntRange):
        return " `N`"
    return f" `{option.make_metavar(click.Context(main))}`"


def _default(option: click.Option) -> str:
    return f" When left out: `{option.default}`." if option.show_default and not option.is_flag else ""


def _facts(facts: Iterable[Fact]) -> list[str]:
    return [f"- `{fact.name}`: {_marked(fact.meaning)}" for fact in facts]


def _lines(examples: Iterable[Example]) -> Iterator[str]:
    for one in examples:
        ends = f" (exit status {one.status})" if one.status else ""
        yield f"# {one.does}{ends}\n{one.line}"


def _marked(text: str) -> str:
    """Put options and what looks like markup into code, outside of what is code already."""
    parts = text.split("`")
    for at in range(0, len(parts), 2):
        parts[at] = re.sub(r"(?<![\w-])(--?[a-z][\w-]*)", r"`\1`", parts[at]).replace("<", "&lt;")
    return "`".join(parts)
