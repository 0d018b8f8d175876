"""What scripts import: `from briefgen import …` leads here.

Each function does one whole job, and what it gives is a frozen value. What a job needs is loaded when it is called: spaCy by
drafting alone, MkDocs by whatever reads a site's settings.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from briefgen.api.articles import draft_briefing, read_article, to_markdown
from briefgen.api.sites import (
    check_site,
    collect_site,
    draft_site,
    export_site,
    load_actors,
    load_briefings,
    load_settings,
    verify_site,
)
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
from briefgen.model.registry import RegisteredActor, Registry
from briefgen.model.settings import Settings
from briefgen.model.site import Marked, Site, SiteActor, SiteQuestion, SiteTopic, SiteWatch

if TYPE_CHECKING:
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


if not TYPE_CHECKING:  # else a type checker would take any name for one that is there

    def __getattr__(name: str) -> type:
        """Load the classes of what the jobs give, which would bring in the jobs themselves."""
        places = {"Drafted": "site_drafting", "Exported": "exporting.export", "WorkersError": "workers"}
        if name not in places:
            raise AttributeError(f"module 'briefgen.api' has no attribute {name!r}")
        return getattr(import_module(f"briefgen.{places[name]}"), name)
