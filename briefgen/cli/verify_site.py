"""`briefgen verify-site`: proves a built site."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.core import ParameterSource

from briefgen.cli.command import Command
from briefgen.cli.common import FORMATS, fail, site, tell
from briefgen.cli.facts import Example, Fact
from briefgen.errors import BriefgenError

_PARTS = ("leaks", "links", "requests", "policy", "feeds")
"""As `briefgen.verifying.verify.PARTS` has them, which need not be imported for `--help`."""


@click.command(
    cls=Command,
    examples=(
        Example(line="briefgen verify-site site", does="Prove what `mkdocs build` wrote into site/"),
        Example(line="briefgen verify-site site --strict", does="Let warnings fail, too, before publishing"),
        Example(
            line="briefgen verify-site site --skip leaks --skip policy",
            does="Prove a site that briefgen did not make: links, requests, feeds",
        ),
    ),
    statuses=(
        Fact(name="1", meaning="The site has an error, or with --strict a warning; or its content cannot be read."),
        Fact(name="2", meaning="The call or the settings are wrong, or there is no built site in that folder."),
    ),
)
@click.argument("folder", metavar="SITE", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option(
    "--format",
    "shape",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    show_default=True,
    help="text: a line for each problem. json: for other programs. github: annotations.",
)
@click.option(
    "--skip",
    "skipped",
    type=click.Choice(_PARTS),
    multiple=True,
    help="Leave a part out; may be given several times. Without leaks mkdocs.yml is read only where -f names it.",
)
@click.pass_context
def verify_site(context: click.Context, folder: Path, *, strict: bool, shape: str, skipped: tuple[str, ...]) -> None:
    """Prove a built site, whichever builder built it.

    SITE is the folder that would be published. Proved are:

    \b
    leaks      no word of a draft that is to stay out, or of a withdrawn briefing
    links      every link, image, script and anchor leads somewhere
    requests   nothing is loaded from other hosts
    policy     every page has a Content-Security-Policy, and breaks it nowhere
    feeds      feeds, calendars, the sitemap and JSON keep to their formats

    What a draft is, is told by the content beside mkdocs.yml, or beside the file that `-f` names. Without one everything else
    is proved. Each problem is a line, `file:line:column: code: message`.
    """  # noqa: D301  # click reads the escape: it keeps these lines as they are
    from tqdm import tqdm  # noqa: PLC0415  # what `--help` need not wait for, like the next

    from briefgen import site_secrets, site_verifying  # noqa: PLC0415

    config_file: Path = context.obj
    root = context.find_root()
    named = root.get_parameter_source("config_file") not in {None, ParameterSource.DEFAULT}
    parts = [part for part in _PARTS if part not in skipped]
    try:
        settings = secrets = None
        if named or ("leaks" in parts and config_file.exists()):
            folder_of_site, settings = site(config_file)
            secrets = site_secrets.load_secrets(folder_of_site, settings) if "leaks" in parts else None
        elif "leaks" in parts:
            click.echo(
                f"Leaks are not looked for: there is no {config_file} here; name it with `briefgen -f`.", err=True
            )
        # A log or a pipe gets no bar.
        with tqdm(unit=" files", disable=None, leave=False, file=sys.stderr) as bar:

            def progress(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            problems = site_verifying.verify_site(
                folder,
                settings=settings,
                secrets=secrets,
                parts=parts,
                progress=progress,
            )
    except BriefgenError as error:
        fail(error)
    tell(problems, shape, strict=strict, proved="The site is as it should be")
