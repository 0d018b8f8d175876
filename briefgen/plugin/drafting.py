"""Saved articles -> their briefings, while a preview runs; nothing is looked into where nothing was saved."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from briefgen.errors import BriefgenError, ContentError, LockError
from briefgen.files.lock import locked
from briefgen.plugin.trees import Tree, changed, look_at
from briefgen.site_drafting import draft_site

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.settings import Settings

_LOG = get_plugin_logger("briefgen")


class Drafting:
    """Drafts what was saved since the last time."""

    def __init__(self) -> None:
        self._seen: Tree | None = None
        self._resting_on: object = None
        self._told: set[str] = set()
        """What is wrong with articles and was told the last time: it is not told again at every save of something else."""

    def draft(self, root: Path, settings: Settings, resting_on: object) -> bool:
        """Draft the articles that are new or changed.

        What goes wrong is named in the log and the preview goes on: an editor's front matter that cannot be read is shown
        on the pages, since reading the briefings finds it again.

        Args:
            root: The site's root.
            settings: The site's.
            resting_on: What the decision rests on beside the articles and the last drafts: the sources and the status of
                each briefing, and the registry. Where it equals that of the last time and no file has changed, nothing is done.

        Returns:
            Whether a file of the content was written.
        """
        before = self._look(root, settings)
        if self._seen is not None and resting_on == self._resting_on and not changed(self._seen, before):
            return False
        self._seen = None
        written = False
        reasons: set[str] = set()
        try:
            # A run of `briefgen draft` beside the preview does the work already; its files are seen when they are written.
            with locked(root, settings, seconds=0):
                for one in draft_site(root, settings):
                    # One that was drafted anew leaves a last draft, even where the editor's file stays as it is.
                    written = written or one.outcome not in ("current", "beside", "deleted", "refused", "gone")
                    if one.reason:
                        reasons.add(one.reason)
                        if one.reason not in self._told:
                            _LOG.log(logging.ERROR if one.outcome == "refused" else logging.WARNING, "%s", one.reason)
                    elif one.outcome in ("new", "updated", "pending"):
                        _LOG.info("%s: %s: %s", one.seed, one.outcome, one.file)
        except ContentError:
            return written
        except LockError:
            return False
        except BriefgenError as error:
            _LOG.error("%s", error)
            return written
        self._told = reasons
        self._seen = self._look(root, settings) if written else before
        self._resting_on = resting_on
        return written

    @staticmethod
    def _look(root: Path, settings: Settings) -> Tree:
        return look_at([root / settings.seeds, root / settings.content / ".drafts"])
