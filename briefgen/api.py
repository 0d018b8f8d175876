"""What scripts import: `from briefgen import …` leads here.

Each function does one whole job, and what it gives is a frozen value. What a job needs is loaded when it is called: spaCy by
drafting alone, MkDocs by whatever reads a site's settings.
"""
# ruff: noqa: PLC0415  # a script that asks for one job shall not wait for the programs of the others

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from briefgen.errors import BriefgenError, ContentError, LockError, SeedError, SettingsError, WriteError
from briefgen.model.article import Article, Block, Removal, Sentence
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
from briefgen.model.draft import Change
from briefgen.model.problem import Problem
from briefgen.model.registry import NO_REGISTRY, RegisteredActor, Registry
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.model.site import Marked, Site, SiteActor, SiteQuestion, SiteTopic, SiteWatch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefgen.exporting.export import Exported
    from briefgen.site_drafting import Drafted
    from briefgen.workers import WorkersError

__all__ = [
    "Actor",
    "Article",
    "Block",
    "BriefgenError",
    "Briefing",
    "Caution",
    "Change",
    "ContentError",
    "Correction",
    "Drafted",
    "Evidence",
    "Exported",
    "LockError",
    "Marked",
    "Problem",
    "Question",
    "RegisteredActor",
    "Registry",
    "Removal",
    "SeedError",
    "Sentence",
    "Settings",
    "SettingsError",
    "Site",
    "SiteActor",
    "SiteQuestion",
    "SiteTopic",
    "SiteWatch",
    "Source",
    "Takeaway",
    "Waiver",
    "WatchItem",
    "WorkersError",
    "WriteError",
    "check_site",
    "collect_site",
    "draft_briefing",
    "draft_site",
    "export_site",
    "load_actors",
    "load_briefings",
    "load_settings",
    "read_article",
    "to_markdown",
    "verify_site",
]


def read_article(article: bytes | Path, *, name: str = "article.txt") -> Article:
    """Read an article: its text, its structure, what it says of itself, and what of it is no story.

    Args:
        article: A file, or the bytes of one.
        name: How bytes are called, in errors too; the end of the name says what they are: `.txt`, `.md` or `.html`. A file
            has its own name.

    Returns:
        The article. Every sentence knows its place in `Article.text`; what was left out is in `Article.removed`, with the
        reason.

    Raises:
        SeedError: It is no English article that can be read; the text says what was found and what to do.

    Example:
        >>> from pathlib import Path
        >>> from briefgen import read_article
        >>> article = read_article(Path("harbour.txt"))
        >>> article.source.published
        datetime.date(2025, 3, 12)
        >>> [removal.reason for removal in article.removed]
        ['metadata', 'metadata', 'metadata']
    """
    from briefgen.reading.clean import clean
    from briefgen.reading.read import read

    return clean(read(_seed(article, name)))


def draft_briefing(
    article: bytes | Path,
    *,
    name: str = "article.txt",
    actors: Registry = NO_REGISTRY,
    language_model: str | None = None,
) -> Briefing:
    """Draft a briefing from one article, without a site: nothing is read beside the article, and nothing is written.

    The same bytes give the same briefing, on every machine and under every Python.

    Args:
        article: A file, or the bytes of one.
        name: As `read_article` takes it; it stands in the briefing's `sources`.
        actors: How actors are called, where that is known.
        language_model: The installed spaCy pipeline that analyses the text; the one that comes with briefgen where it is None.

    Returns:
        The briefing, with status `draft`. Each of its items carries the words of the article that it rests on, and what
        the check could not prove is left out. The id is proposed from the title.

    Raises:
        SeedError: It is no English article that can be read, or it has no story.
        SettingsError: The language model is not installed.

    Example:
        >>> from briefgen import draft_briefing
        >>> briefing = draft_briefing(Path("harbour.txt"))
        >>> briefing.id
        'norway-offers-iceland-a-share-of-its-new-harbour'
        >>> [actor.name for actor in briefing.actors if actor.kind == "state"]
        ['Iceland', 'Norway']
        >>> briefing.watch[1].evidence[0].quote
        'The two governments are expected to sign the agreement next week in Bergen.'
    """
    from briefgen.pipeline import fresh_draft

    settings = Settings() if language_model is None else Settings(language_model=language_model)
    return fresh_draft(_seed(article, name), settings, actors)[1]


def to_markdown(briefing: Briefing, notes: str = "") -> str:
    """Write a briefing as the file that editors have in `content/briefings/`: front matter, then notes.

    Args:
        briefing: Any; fields that are None or empty are left out.
        notes: Markdown for below the front matter.

    Returns:
        The file's text.

    Example:
        >>> from briefgen import Briefing, Takeaway, to_markdown
        >>> takeaway = Takeaway(text="The quay is closed.")
        >>> print(to_markdown(Briefing(id="quay", title="Quay closed", takeaways=(takeaway,))), end="")
        ---
        id: quay
        title: Quay closed
        status: draft
        takeaways:
          - text: The quay is closed.
            kind: reported
        ---
    """
    from briefgen.files.front_matter_write import new_text

    return new_text(briefing, notes)


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


def check_site(site: Path, *, jobs: int = 1) -> tuple[Problem, ...]:
    """Prove every briefing of a site against its sources; nothing is written.

    Args:
        site: As `load_settings` takes it.
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

    return site_checking.check_site(*_site(site), jobs=jobs)


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
        Every problem of every file, by file and line; none where the site is as it should be.

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
    policy = settings.content_security_policy
    return site_verifying.verify_site(
        folder,
        secrets=site_secrets.load_secrets(root, settings),
        site_url=settings.site_url,
        allowed=dict(policy or ()),
        parts=[part for part in site_verifying.PARTS if part != "policy" or policy is not None],
    )


def _config_file(site: Path) -> Path:
    return site / "mkdocs.yml" if site.is_dir() else site


def _site(site: Path) -> tuple[Path, Settings]:
    from briefgen import plugin

    config_file = _config_file(site)
    return config_file.resolve().parent, plugin.load_settings(config_file)


def _seed(article: bytes | Path, name: str) -> Seed:
    if isinstance(article, bytes):
        data = article
    else:
        name = article.name
        try:
            data = article.read_bytes()
        except OSError as error:
            raise SeedError(f"{article}: expected an article, cannot read it: {error.strerror or error}") from error
    return Seed(file=name, data=data, sha256=hashlib.sha256(data).hexdigest())


if not TYPE_CHECKING:  # else a type checker would take any name for one that is there

    def __getattr__(name: str) -> type:
        """Load the classes of what the jobs give, which would bring in the jobs themselves."""
        from importlib import import_module

        places = {"Drafted": "site_drafting", "Exported": "exporting.export", "WorkersError": "workers"}
        if name not in places:
            raise AttributeError(f"module 'briefgen.api' has no attribute {name!r}")
        return getattr(import_module(f"briefgen.{places[name]}"), name)
