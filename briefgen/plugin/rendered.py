"""Planned pages -> rendered pages, taken from an earlier build where all that they rest on is the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefgen.files.cache import Cache, key_of
from briefgen.model.page import Page
from briefgen.plugin.fingerprints import Fingerprints
from briefgen.rendering.plan import Grounds

if TYPE_CHECKING:
    from briefgen.rendering.plan import PlannedPage

_TEXT, _ASKED = b"t", b"a"


class Rendered:
    """The pages that earlier builds rendered."""

    def __init__(self, cache: Cache, by: str) -> None:
        """Take a cache.

        Args:
            cache: Of the site.
            by: What all pages rest on beside what is planned for each: settings, templates.
        """
        self._cache = cache
        self._by = by
        self._fingerprints = Fingerprints()

    def page_and_grounds(self, one: PlannedPage) -> tuple[Page, Grounds]:
        """Give a page and what it rests on, as `PlannedPage.page_and_grounds` does, raising as it does."""
        if not self._cache.keeps:
            return one.page_and_grounds()
        try:
            key = key_of(self._by, one.path, self._fingerprints.of(one.inputs))
        except TypeError:  # a site's own templates may look at anything
            return one.page_and_grounds()
        found = self._found(one, key)
        if found is not None:
            return found
        page, grounds = one.page_and_grounds()
        if len(grounds.inputs) == len(one.inputs):
            text = page.text.encode()
            if grounds.titles:
                self._cache.put("page", key, _ASKED + json.dumps([name for name, _ in grounds.titles]).encode())
                key = key_of(key, grounds.titles)
            self._cache.put("page", key, _TEXT + text)
        return page, grounds

    def _found(self, one: PlannedPage, key: str) -> tuple[Page, Grounds] | None:
        data = self._cache.get("page", key)
        titles: tuple[tuple[str, str | None], ...] = ()
        if data is not None and data[:1] == _ASKED:
            # Which briefings' titles a page names was found out when it was rendered; what they are now decides.
            titles = tuple((name, one.titles.get(name)) for name in json.loads(data[1:]))
            data = self._cache.get("page", key_of(key, titles))
        if data is None or data[:1] != _TEXT:
            return None
        return Page(path=one.path, text=data[1:].decode()), Grounds(inputs=one.inputs, titles=titles)
