"""A command that has examples, and a group that loads its commands when they are asked for and lists them by purpose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from briefgen.cli.facts import STATUSES

if TYPE_CHECKING:
    from briefgen.cli.facts import Example, Fact, Section


STOPPED = 130
"""The exit status of what was stopped with Ctrl-C, by which a shell's loop ends, too."""


class Command(click.Command):
    """A command whose help ends in its exit status and in examples."""

    def __init__(
        self,
        name: str | None,
        *,
        examples: tuple[Example, ...] = (),
        statuses: tuple[Fact, ...] = (),
        **attributes: Any,  # noqa: ANN401  # click's own
    ) -> None:
        """Take what click takes, and more.

        Args:
            name: The command's.
            examples: Calls that work as they stand.
            statuses: What an exit status means for this command, where `STATUSES` says it otherwise; one without a meaning
                does not occur.
            attributes: click's.
        """
        super().__init__(name, **attributes)
        self.examples = examples
        known = {one.name: one for one in (*STATUSES, *statuses)}
        self.statuses = tuple(one for one in known.values() if one.meaning)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the exit status and the examples."""
        super().format_epilog(ctx, formatter)
        write_statuses(self.statuses, formatter)
        write_examples(self.examples, formatter)


class Group(click.Group):
    """The program: what a command needs is imported when that command is called, completed or explained."""

    def __init__(
        self,
        name: str | None,
        *,
        places: Mapping[str, str],
        sections: tuple[Section, ...],
        examples: tuple[Example, ...],
        **attributes: Any,  # noqa: ANN401  # click's own
    ) -> None:
        """Take what click takes, and more.

        Args:
            name: The command's.
            places: Where each command is found, `module:name`.
            sections: In which the help lists them: every command once.
            examples: Calls that work as they stand.
            attributes: click's.
        """
        super().__init__(name, commands=_Commands(places), **attributes)
        self.sections = sections
        self.examples = examples
        self.statuses = STATUSES

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Name the commands in the order of the help."""
        return [name for section in self.sections for name in section.commands if name in self.commands]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called; what is none is refused with what to type instead."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            from briefgen.cli.meant import no_such_command  # noqa: PLC0415  # no call that is right needs it

            raise no_such_command(error.command_name, args[1:], self.list_commands(ctx), ctx) from error

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  # click's signature
        """Call the command; who stops it is told how things stand."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nStopped. Every file is whole; called again, the command does what is left.", err=True)
            ctx.exit(STOPPED)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # as above
        """List the commands by purpose, each with its first sentence."""
        width = max(map(len, self.commands))
        for section in self.sections:
            there = [(name, self.commands[name]) for name in section.commands if name in self.commands]
            rows = [
                (name.ljust(width), command.get_short_help_str(formatter.width - width - 6)) for name, command in there
            ]
            if rows:
                with formatter.section(section.title):
                    formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the exit status and the examples."""
        super().format_epilog(ctx, formatter)
        write_statuses(self.statuses, formatter)
        write_examples(self.examples, formatter)


def write_statuses(statuses: tuple[Fact, ...], formatter: click.HelpFormatter) -> None:
    """Write what each exit status means."""
    with formatter.section("Exit status"):
        formatter.write_dl([(one.name, one.meaning) for one in statuses])


def write_examples(examples: tuple[Example, ...], formatter: click.HelpFormatter) -> None:
    """Write each call below what it does, whole, since it is there to be copied."""
    if not examples:
        return
    with formatter.section("Examples"):
        for one in examples:
            formatter.write_text(f"{one.does}:")
            formatter.write(f"{'':>{formatter.current_indent}}  $ {one.line}\n")


class _Commands(MutableMapping[str, click.Command]):
    """Commands by their names, each imported when it is asked for."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = dict(places)
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            module, _, attribute = self._places[name].partition(":")
            command = getattr(import_module(module), attribute)
            if not isinstance(command, click.Command):
                raise TypeError(f"{self._places[name]}: expected a command, found {command!r}")
            self._loaded[name] = command
        return self._loaded[name]

    def __contains__(self, name: object) -> bool:
        return name in self._places or name in self._loaded

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        self._places.pop(name, None)
        self._loaded.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._places, *self._loaded)))

    def __len__(self) -> int:
        return len({*self._places, *self._loaded})
