"""Turns news and analysis articles into a searchable site of briefings, every line tied to the words of its source.

What scripts may rely on is named in `__all__` and described in the documentation's page on the API; every other module is
briefgen's own affair. Nothing of it is loaded before it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from briefgen.version import VERSION

if TYPE_CHECKING:
    from briefgen.api import (
        Actor,
        Article,
        Block,
        BriefgenError,
        Briefing,
        Caution,
        Change,
        ContentError,
        Correction,
        Drafted,
        Evidence,
        Exported,
        LockError,
        Marked,
        Problem,
        Question,
        RegisteredActor,
        Registry,
        Removal,
        SeedError,
        Sentence,
        Settings,
        SettingsError,
        Site,
        SiteActor,
        SiteQuestion,
        SiteTopic,
        SiteWatch,
        Source,
        Takeaway,
        Waiver,
        WatchItem,
        WorkersError,
        WriteError,
        check_site,
        collect_site,
        draft_briefing,
        draft_site,
        export_site,
        load_actors,
        load_briefings,
        load_settings,
        read_article,
        to_markdown,
        verify_site,
    )

__version__ = VERSION

__all__ = [  # noqa: RUF022  # as the documentation tells them: what is done, what it is done with, what can go wrong
    "read_article",
    "draft_briefing",
    "to_markdown",
    "load_settings",
    "load_actors",
    "load_briefings",
    "draft_site",
    "check_site",
    "collect_site",
    "export_site",
    "verify_site",
    "Article",
    "Block",
    "Sentence",
    "Removal",
    "Briefing",
    "Source",
    "Takeaway",
    "Actor",
    "Question",
    "WatchItem",
    "Caution",
    "Correction",
    "Evidence",
    "Waiver",
    "Registry",
    "RegisteredActor",
    "Settings",
    "Drafted",
    "Change",
    "Problem",
    "Site",
    "Marked",
    "SiteActor",
    "SiteTopic",
    "SiteQuestion",
    "SiteWatch",
    "Exported",
    "BriefgenError",
    "SettingsError",
    "SeedError",
    "ContentError",
    "LockError",
    "WriteError",
    "WorkersError",
]


if not TYPE_CHECKING:  # else a type checker would take any name for one that is there

    def __getattr__(name: str) -> object:
        """Load what is asked for: `import briefgen` alone costs nothing."""
        if name not in __all__:
            raise AttributeError(f"module 'briefgen' has no attribute {name!r}")
        found: object = getattr(import_module("briefgen.api"), name)
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    """Name what there is, loaded or not."""
    return sorted({*globals(), *__all__})
