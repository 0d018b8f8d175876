"""`briefgen completion`: prints the script by which a shell completes commands, options, briefings and articles."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from briefgen.cli.command import Command
from briefgen.cli.completing import VARIABLE
from briefgen.cli.facts import NO_CONTENT, Example

_PROGRAM = "briefgen"
_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command(
    cls=Command,
    examples=(
        Example(line="briefgen completion bash", does="See the script"),
        Example(line='eval "$(briefgen completion bash)"', does="Complete in this bash, at once"),
        Example(
            line="mkdir -p ~/.config/fish/completions && briefgen completion fish > ~/.config/fish/completions/briefgen.fish",
            does="Complete in every fish from now on",
        ),
    ),
    statuses=(NO_CONTENT,),
)
@click.argument("shell", type=click.Choice(tuple(_SHELLS)))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands and names.

    Commands and options are completed, and so are the ids of briefings, the articles in seeds/ and the names of
    proposals. To have it in every shell that you open, add a line to the file that the shell reads at its start:

    \b
      bash: in ~/.bashrc                     eval "$(briefgen completion bash)"
      zsh: in ~/.zshrc, below `compinit`     eval "$(briefgen completion zsh)"
      fish: the last example does it

    bash must be of version 4.4 or newer; macOS has an older one.
    """  # noqa: D301  # click reads the escape: it keeps these lines as they are
    completing = _SHELLS[shell](context.find_root().command, {}, _PROGRAM, VARIABLE)
    # Not `source()`: for bash it starts one to ask its version, which need not be the one that the script is for.
    click.echo(completing.source_template % completing.source_vars(), nl=False)
