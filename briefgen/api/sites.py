"""The API's jobs on a site: read it, draft, check, collect, export and verify it."""
# ruff: noqa: PLC0415  # a script that asks for one job shall not wait for the programs of the others

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.exporting.export import Exported
    from briefgen.model.briefing import Briefing
    from briefgen.model.problem import Problem
    from briefgen.model.registry import Registry
    from briefgen.model.settings import Settings
    from briefgen.model.site import Site
    from briefgen.site_drafting import Drafted


def load_settings(site: Path) -> Settings:
    """Read a site's settings through MkDocs' own configuration.

    Args:
        site: The site's folder, or its mkdocs.yml, whatever that is called.

    Raises:
        SettingsError: It is missing or wrong, or does not list briefgen among its plugins.

    Example:
        >>> from briefgen import load_settings
        >>> load_settings(Path("desk")).seeds
        'seeds'
    """
    return _site(site)[1]


def load_actors(site: Path) -> Registry:
    """Read how the editors of a site call the actors they know, from `content/actors.yml`.

    Args:
        site: As `load_settings` takes it.

    Returns:
        The registry; an empty one where the site has none.

    Raises:
        ContentError: One line per problem; nothing is to be drafted by it.
        SettingsError: As `load_settings`.

    Example:
        >>> from briefgen import load_actors
        >>> load_actors(Path("desk")).find("Solheim").name
        'Ingrid Solheim'
    """
    from briefgen.files.registry import load_registry

    return load_registry(*_site(site))


def load_briefings(site: Path) -> tuple[Briefing, ...]:
    """Read every briefing of a site as its editors have it.

    Args:
        site: As `load_settings` takes it.

    Returns:
        All of them, drafts and withdrawn ones included, by id.

    Raises:
        ContentError: One line per problem, of all files; none is given while one cannot be read.
        SettingsError: As `load_settings`.

    Example:
        >>> from briefgen import load_briefings
        >>> for briefing in load_briefings(Path("desk")):
        ...     print(briefing.status, briefing.title)
        reviewed Norway Offers Iceland a Share of Its New Harbour
    """
    from briefgen.files import briefings

    return tuple(one.briefing for one in briefings.load_briefings(*_site(site)))


def draft_site(
    site: Path, *, only: Sequence[str] = (), again: bool = False, published: bool = False, jobs: int = 1
) -> tuple[Drafted, ...]:
    """Draft the articles of a site that are new or have changed, and merge the drafts with what editors wrote.

    Args:
        site: As `load_settings` takes it.
        only: Articles by their names from the site's folder, `seeds/ferry.txt`; all where it is empty.
        again: Draft also what has not changed.
        published: Let newer drafts go into published briefings, too.
        jobs: How many processes draft side by side, 0 for one on each core. What is written is the same. A script that
            asks for more than one needs the usual `if __name__ == "__main__":`.

    Returns:
        What became of each article, in the order of their names. One that cannot be read is `refused`, with the reason,
        and the others are drafted.

    Raises:
        ContentError: A briefing or the registry of actors cannot be read; nothing was drafted.
        LockError: Another run writes to the site and does not end; nothing was drafted.
        SettingsError: As `load_settings`, or the language model is not installed; nothing was drafted.
        WorkersError: No process can be started; what was drafted before is written.
        WriteError: The disk refused; what was drafted before is written, and every file is whole.

    Example:
        >>> from briefgen import draft_site
        >>> [(one.seed, one.outcome) for one in draft_site(Path("desk"))]
        [('seeds/harbour.txt', 'current')]
    """
    from briefgen import site_drafting

    root, settings = _site(site)
    return tuple(site_drafting.draft_site(root, settings, only=only, again=again, published=published, jobs=jobs))


def check_site(site: Path, *, only: Sequence[str] = (), jobs: int = 1) -> tuple[Problem, ...]:
    """Prove every briefing of a site against its sources; nothing is written.

    Args:
        site: As `load_settings` takes it.
        only: Briefings and articles by their names from the site's folder, `content/briefings/ferry.md`, `seeds/ferry.txt`:
            only these briefings, and those that rest on these articles, are proved; all where it is empty.
        jobs: As `draft_site` takes it.

    Returns:
        Every problem, by file, line and column. What cannot be read is among them. What an editor waives is, too, with
        the reason in `Problem.waived`.

    Raises:
        SettingsError: As `load_settings`.
        WorkersError: A process could not be started or was ended; nothing was proved.

    Example:
        >>> from briefgen import check_site
        >>> [problem for problem in check_site(Path("desk")) if problem.severity == "error" and not problem.waived]
        []
    """
    from briefgen import site_checking

    return site_checking.check_site(*_site(site), only=only, jobs=jobs)


def collect_site(site: Path, *, drafts: bool = False) -> Site:
    """Gather what the briefings of a site have in common: actors, topics, questions, what to watch.

    Args:
        site: As `load_settings` takes it.
        drafts: Whether briefings that nobody has reviewed belong to it.

    Returns:
        The site, as its pages are made from it. Withdrawn briefings stand apart.

    Raises:
        ContentError: One line per problem, of all files; nothing is given.
        SettingsError: As `load_settings`.

    Example:
        >>> from briefgen import collect_site
        >>> for watch in collect_site(Path("desk")).watch:
        ...     print(watch.item.start, watch.item.text)
        2025-03-17 Two governments’ signing of the agreement in Bergen
        2027-01-01 Icelandic trawlers to land up to 90,000 tonnes a year at Vardal
        None Possible blocking of the quay
    """
    from briefgen.assembly import assemble

    return assemble(*_site(site), drafts=drafts)[0]


def export_site(site: Path, folder: Path) -> Exported:
    """Write a site's finished pages as plain Markdown with a mkdocs.yml, for any builder.

    Args:
        site: As `load_settings` takes it.
        folder: New, empty, or an earlier export, of which only the files that it wrote are replaced.

    Returns:
        What was written, and what the site has and its export has not.

    Raises:
        ContentError: Briefings cannot be shown, or somebody changed what would be replaced; nothing was written.
        SettingsError: As `load_settings`, or the folder is not one that may be written to; nothing was written.
        WriteError: The disk refused.

    Example:
        >>> from briefgen import export_site
        >>> export_site(Path("desk"), Path("pages")).briefings
        1
    """
    from briefgen.exporting import export
    from briefgen.plugin.frame import load_frame

    config_file = _config_file(site)
    settings, frame = load_frame(config_file)
    return export.export_site(config_file.resolve().parent, settings, frame, folder)


def verify_site(folder: Path, *, site: Path | None = None) -> tuple[Problem, ...]:
    """Prove a built site, whichever builder built it: links, foreign requests, policies, feeds, and that no draft leaked.

    Args:
        folder: The folder that would be published.
        site: As `load_settings` takes it: where the site was built from. Without it no leaks are looked for.

    Returns:
        Every problem of every file, by file and line; before all others that the site is older than its content, where it is.
        None where the site is as it should be.

    Raises:
        ContentError: The site's content cannot be read, so that nobody knows what is to stay out.
        SettingsError: There is no built site in the folder; or as `load_settings`.

    Example:
        >>> from briefgen import verify_site
        >>> verify_site(Path("desk/site"), site=Path("desk"))
        ()
    """
    from briefgen import site_secrets, site_verifying

    if site is None:
        return site_verifying.verify_site(folder)
    root, settings = _site(site)
    return site_verifying.verify_site(folder, settings=settings, secrets=site_secrets.load_secrets(root, settings))


def _config_file(site: Path) -> Path:
    # pathlib's raises where the name is too long for any file.
    return site / "mkdocs.yml" if os.path.isdir(site) else site  # noqa: PTH112


def _site(site: Path) -> tuple[Path, Settings]:
    from briefgen import plugin

    config_file = _config_file(site)
    return config_file.resolve().parent, plugin.load_settings(config_file)
