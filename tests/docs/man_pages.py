"""The commands, their options, examples and facts -> docs/man/briefgen.1 and a page for each command, in roff."""

from __future__ import annotations

import inspect
import re
import textwrap
from typing import TYPE_CHECKING

import click

from briefgen.cli import main
from briefgen.cli.command import Command, Group
from briefgen.cli.facts import ENVIRONMENT, FILES
from briefgen.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.cli.facts import Example, Fact

DATE = "2026-11-22"
"""When the pages were last written anew: a date of today would make them differ from day to day."""
_KEPT = "\b"
"""What stands before a paragraph of help whose lines click leaves as they are."""
_ESCAPES = {
    "\\": r"\e",
    "-": r"\-",  # a plain one is printed as a hyphen that no shell understands
    "'": r"\(aq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
    "“": r"\(lq",
    "”": r"\(rq",
    "’": r"\(cq",
    "–": r"\(en",
    "—": r"\(em",
}


def pages() -> dict[str, str]:
    """Give the text of each page by its file's name."""
    assert isinstance(main, Group)
    names = main.list_commands(click.Context(main))
    found = {"briefgen.1": _page("briefgen", main, [f"briefgen-{name}" for name in names])}
    for name in names:
        command = main.commands[name]
        assert isinstance(command, Command)
        others = [f"briefgen-{other}" for other in names if other != name]
        found[f"briefgen-{name}.1"] = _page(f"briefgen-{name}", command, ["briefgen", *others])
    return found


def escaped(text: str) -> str:
    r"""Give a text as roff prints it: what roff obeys is spelt out.

    A dot or an apostrophe obeys at the beginning of a line only; the first gets `\&` before it, the second is spelt out
    anyway.
    """
    told = "".join(_ESCAPES.get(one) or (one if one.isascii() else rf"\[u{ord(one):04X}]") for one in text)
    return re.sub(r"^\.", r"\\&.", told, flags=re.MULTILINE)


def _page(title: str, command: Command | Group, others: Iterable[str]) -> str:
    summary = command.get_short_help_str(400).rstrip(".")
    lines = [
        r".\" Made from the program: `UPDATE_DOCS=1 pytest tests/docs/test_man.py` writes it anew.",
        f'.TH {escaped(title.upper())} 1 "{DATE}" "briefgen {VERSION}" "briefgen"',
        ".SH NAME",
        rf"{escaped(title)} \- {escaped(summary[0].lower() + summary[1:])}",
        ".SH SYNOPSIS",
        *_synopsis(title, command),
        ".SH DESCRIPTION",
        *_description(command),
    ]
    if isinstance(command, Group):
        for section in command.sections:
            there = [name for name in section.commands if name in command.commands]
            lines.append(f".SS {escaped(section.title)}")
            for name in there:
                told = command.commands[name].get_short_help_str(400)
                lines += [".TP", rf"\fBbriefgen\-{escaped(name)}\fR(1)", _prose(told)]
    lines += [".SH OPTIONS", *_options(command), ".SH EXIT STATUS", *_facts(command.statuses)]
    lines += [".SH ENVIRONMENT", *_facts(ENVIRONMENT), ".SH FILES", *_facts(FILES, italic=True)]
    lines += [".SH EXAMPLES", *_examples(command.examples), ".SH SEE ALSO"]
    lines.append(",\n".join(rf"\fB{escaped(other)}\fR(1)" for other in others))
    return "\n".join(lines) + "\n"


def _synopsis(title: str, command: click.Command) -> Iterator[str]:
    """Give the call as the help has it, what is typed as it stands in bold, the rest in italics."""
    pieces = command.collect_usage_pieces(_context(command))
    words = [rf"\fI{escaped(piece)}\fR" for piece in pieces]
    program, _, name = title.partition("-")
    if name:
        yield " ".join([rf"\fB{program}\fR [\fB\-f\fR \fIFILE\fR] \fB{escaped(name)}\fR", *words])
    else:
        yield " ".join([rf"\fB{program}\fR", *words])


def _description(command: click.Command) -> Iterator[str]:
    paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(command.help or ""))
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ".PP"
        if _KEPT in paragraph:
            lines = inspect.cleandoc(paragraph.replace(_KEPT, "").strip("\n")).split("\n")
            yield from [".EX", *(escaped(line) for line in lines), ".EE"]
        else:
            yield _prose(" ".join(paragraph.split()))


def _options(command: click.Command) -> Iterator[str]:
    context = _context(command)
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if record is not None and isinstance(option, click.Option):
            yield from [".TP", _option(record[0]), _prose(record[1].replace("  [", " [").replace("; x>=0]", "]"))]


def _context(command: click.Command) -> click.Context:
    """Give what click tells a command's help by; a command has the program's options for help."""
    above = click.Context(main, **main.context_settings)
    return above if command is main else click.Context(command, parent=above)


def _option(told: str) -> str:
    """Give the spellings of an option in bold and what follows them in italics."""
    words = (rf"\fB{escaped(word)}\fR" if word.startswith("-") else rf"\fI{escaped(word)}\fR" for word in told.split())
    return " ".join(words).replace(r",\fR", r"\fR,")


def _facts(facts: Iterable[Fact], *, italic: bool = False) -> Iterator[str]:
    font = "I" if italic else "B"
    for one in facts:
        yield from [".TP", rf"\f{font}{escaped(one.name)}\fR", _prose(one.meaning)]


def _examples(examples: Iterable[Example]) -> Iterator[str]:
    for number, one in enumerate(examples):
        if number:
            yield ".PP"
        yield from [f"{_prose(one.does)}:", ".RS 4", ".EX", escaped(one.line), ".EE", ".RE"]


def _prose(text: str) -> str:
    """Give a text, what stands in backticks in bold."""
    parts = text.split("`")
    whole = len(parts) % 2  # else a backtick stands alone
    told = (rf"\fB{escaped(part)}\fR" if at % 2 else escaped(part) for at, part in enumerate(parts))
    lines = textwrap.wrap("".join(told) if whole else escaped(text), 80, break_long_words=False, break_on_hyphens=False)
    # `escaped` saw to the first line; a word that begins another may begin with a dot as well.
    return "\n".join(re.sub(r"^\.", r"\\&.", line) for line in lines)
