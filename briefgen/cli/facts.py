"""What help, man pages and documentation tell of every command alike: exit status, environment, files.

Data only, so that whoever shows it imports nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A name and what it means."""

    name: str
    """An exit status, a variable, a path."""
    meaning: str
    """A sentence or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A call that works as it stands, at the root of a site."""

    line: str
    """One line for a shell."""
    does: str
    """What for: a clause without a full stop."""
    status: int = 0
    """How it ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Commands that the help lists together."""

    title: str
    commands: tuple[str, ...]


SECTIONS: tuple[Section, ...] = (
    Section(title="Write", commands=("draft", "accept")),
    Section(title="Prove", commands=("check", "verify-site")),
    Section(title="Publish", commands=("export",)),
    Section(title="Set up", commands=("new", "schema", "labels", "completion")),
)
"""Every command once, in the order in which the help lists them."""

STATUSES: tuple[Fact, ...] = (
    Fact(name="0", meaning="Fine."),
    Fact(name="1", meaning="Something in the content needs a person, or the disk refused; the rest was done."),
    Fact(name="2", meaning="The call or the settings are wrong; nothing was done."),
)
"""Of every command; what each says beside is in its own `statuses`."""

NO_CONTENT = Fact(name="1", meaning="")
"""Of a command that reads no content."""

ENVIRONMENT: tuple[Fact, ...] = (
    Fact(
        name="SOURCE_DATE_EPOCH",
        meaning="Seconds since 1970: the day that a build is for. What is next begins there, if no briefing is newer; the packed "
        "sitemap carries it. Two builds for one day give the same bytes. No page depends on the clock.",
    ),
    Fact(
        name="XDG_CACHE_HOME",
        meaning="Where the key lies that a build signs what it keeps with, in briefgen/key; ~/.cache where it is not set.",
    ),
    Fact(name="NO_MKDOCS_2_WARNING", meaning="Set to 1: the theme prints no notice about MkDocs 2."),
)

FILES: tuple[Fact, ...] = (
    Fact(name="mkdocs.yml", meaning="MkDocs' configuration; briefgen's settings stand under `plugins: - briefgen:`."),
    Fact(
        name="seeds/",
        meaning="The articles, .txt, .md or .html. They are read and never written; a file of another kind is told.",
    ),
    Fact(
        name="content/briefings/",
        meaning="The briefings, a Markdown file each. From the first draft on they are yours.",
    ),
    Fact(name="content/actors.yml", meaning="The registry of actors: how the site calls whom. It may be missing."),
    Fact(name="content/.drafts/", meaning="What the machine last drafted, to be committed with the briefings."),
    Fact(
        name=".briefgen.json",
        meaning="Which files `briefgen new` wrote, by which `briefgen new --update` tells yours from its own; to be committed.",
    ),
    Fact(name=".cache/briefgen/", meaning="What a build keeps for the next one. It may be deleted at any time."),
)
"""Paths from the root of a site, with the folders that the settings begin with."""
