"""A site's content -> what of it may stand nowhere on the built site, and what only in some of its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefgen.collecting.site import collect
from briefgen.files.cache import Cache
from briefgen.files.content_files import own_files, own_page
from briefgen.files.memory import Memory
from briefgen.files.registry import load_content
from briefgen.model.site import Entry
from briefgen.proof import prove
from briefgen.rendering.public import is_public, reviewed
from briefgen.verifying.leaks import Kept, Sought
from briefgen.verifying.secrets import stub_texts, texts_of, told_words
from briefgen.verifying.verify import Secrets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from briefgen.files.front_matter import BriefingFile
    from briefgen.model.registry import Registry
    from briefgen.model.settings import Settings

_TEXTS = frozenset(
    [".md", ".markdown", ".html", ".htm", ".txt", ".json", ".xml", ".csv", ".yml", ".yaml", ".svg", ".js"]
)
"""Files of one's own whose words may stand on the site, since whoever runs it put them there."""
_DRAFT_KEPT_OUT = "a draft, which `unreviewed: preview` keeps out of the built site"
_DRAFT_SHOWN = "a draft, which belongs on pages alone and into no file that leaves the site"
_WITHDRAWN = "withdrawn, of which only a stub is shown"


def load_secrets(root: Path, settings: Settings) -> Secrets:
    """Read a site's content and tell what is to be kept out of the built site.

    Args:
        root: The site's root, where mkdocs.yml lies.
        settings: The site's.

    Raises:
        ContentError: One line per problem of the content; nobody can tell what is a draft.
        SettingsError: A folder leads out of the root.
    """
    registry, files = load_content(root, settings, Memory(Cache(None), remembers=False))
    drafts = tuple(one for one in files if one.briefing.status == "draft")
    withdrawn = tuple(one for one in files if one.briefing.status == "withdrawn")
    shown = settings.unreviewed == "show"
    hidden = _Names.of(files, registry, shown=shown)
    unlisted = {one.briefing.id: "withdrawn" for one in withdrawn}
    if shown:
        unlisted |= {one.briefing.id: "a draft" for one in drafts}
    if not (drafts or withdrawn):
        return Secrets(on_pages=(), taken_away=())
    public = tuple(one for one in files if is_public(one.briefing))
    open_texts = [*_own_texts(root, settings, registry), *_public_texts(root, public, drafts + withdrawn)]
    cards = frozenset(("cards/briefings", one.briefing.id) for one in (*drafts, *withdrawn))
    draft_texts = _sought(drafts, open_texts)
    gone = _sought(withdrawn, open_texts)
    # What a draft that is shown says, and what a stub does, may stand on pages.
    stubs = [words for one in withdrawn for words in stub_texts(one.briefing)]
    pages_too = _words_of(drafts) if shown else ()
    gone_on_pages = _sought(withdrawn, (*open_texts, *stubs, *pages_too))
    on_pages = [Kept(why=_WITHDRAWN, texts=gone_on_pages)]
    taken_away = [Kept(why=_WITHDRAWN, texts=gone, names=_addresses(withdrawn))]
    if shown:
        on_pages.append(Kept(why="not reviewed or withdrawn", texts=Sought(()), files=cards))
        taken_away.append(
            Kept(why=_DRAFT_SHOWN, texts=draft_texts, names=_addresses(drafts), files=hidden.topics_of_drafts)
        )
    else:
        kept_out = Kept(why=_DRAFT_KEPT_OUT, texts=draft_texts, names=_addresses(drafts) | hidden.unknown | cards)
        on_pages.append(kept_out)
        taken_away.append(kept_out)
    return Secrets(on_pages=tuple(on_pages), taken_away=tuple(taken_away), unlisted=unlisted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Names in addresses that only drafts bring in."""

    unknown: frozenset[tuple[str, str]]
    """Topics and actors that no briefing on the site has."""
    topics_of_drafts: frozenset[tuple[str, str]]
    """Topics that no reviewed briefing has."""

    @classmethod
    def of(cls, files: Iterable[BriefingFile], registry: Registry, *, shown: bool) -> _Names:
        """Gather the site with and without its drafts."""
        entries = [Entry(file=one.file, briefing=one.briefing) for one in files]
        every = collect(entries, site_name="", site_url=None, drafts=True, registry=registry)
        built = every if shown else collect(entries, site_name="", site_url=None, drafts=False, registry=registry)
        topics = {one.slug for one in every.topics} - {one.slug for one in built.topics}
        actors = {one.slug for one in every.actors} - {one.slug for one in built.actors}
        of_drafts = [one.slug for one in every.topics if not reviewed(one.briefings)]
        folders = ("topics", "cards/topics")
        return cls(
            unknown=frozenset(
                [*((folder, slug) for folder in folders for slug in topics), *(("actors", slug) for slug in actors)]
            ),
            topics_of_drafts=frozenset((folder, slug) for folder in folders for slug in of_drafts),
        )


def _addresses(files: Iterable[BriefingFile]) -> frozenset[tuple[str, str]]:
    return frozenset(("briefings", one.briefing.id) for one in files)


def _sought(files: Iterable[BriefingFile], public: Iterable[tuple[str, ...]]) -> Sought:
    sought = Sought(told for one in files for told in texts_of(one.briefing, one.notes, one.own))
    if len(sought):
        sought.without(public)
    return sought


def _words_of(files: Iterable[BriefingFile]) -> Iterator[tuple[str, ...]]:
    for one in files:
        for told in texts_of(one.briefing, one.notes, one.own):
            yield told.words


def _public_texts(
    root: Path, public: Iterable[BriefingFile], others: Iterable[BriefingFile]
) -> Iterator[tuple[str, ...]]:
    """Give the words of what reviewed briefings show; where others rest on the same source, with what stands around quotes."""
    shared = {source.file for one in others for source in one.briefing.sources}
    for one in public:
        yield from _words_of([one])
        if any(source.file in shared for source in one.briefing.sources):
            for context in prove(root, one.briefing, None).contexts:
                own = f"{context.opening} {context.quote} {context.closing}"
                yield told_words(f"{context.before} {own} {context.after}")


def _own_texts(root: Path, settings: Settings, registry: Registry) -> Iterator[tuple[str, ...]]:
    """Give the words of what a site's own pages, settings and registry say."""
    for text in (settings.site_name, settings.site_description or "", *(one.label for one in settings.fields)):
        yield told_words(text)
    for actor in registry.actors:
        yield told_words(repr(actor))
    for path in own_files(root, settings):
        if PurePosixPath(path).suffix.lower() in _TEXTS and (page := own_page(root, settings, path)):
            yield told_words(page)
