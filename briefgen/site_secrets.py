"""A site's content -> what of it may stand nowhere on the built site, and what only in some of its files."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from briefgen.collecting.site import collect
from briefgen.files.cache import Cache
from briefgen.files.content_files import own_files, own_page
from briefgen.files.memory import Memory
from briefgen.files.registry import load_content
from briefgen.model.site import Entry
from briefgen.proof import prove
from briefgen.rendering.languages import shipped_languages
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
    from briefgen.verifying.secrets import Told

_TEXTS = frozenset(
    [".md", ".markdown", ".html", ".htm", ".txt", ".json", ".xml", ".csv", ".yml", ".yaml", ".svg", ".js"]
)
"""Files of one's own whose words may stand on the site, since whoever runs it put them there."""
_DRAFT_KEPT_OUT = "a draft, which `unreviewed: preview` keeps out of the built site"
_DRAFT_SHOWN = "a draft, which belongs on pages alone and into no file that leaves the site"
_WITHDRAWN = "withdrawn, of which only a stub is shown"
_ONLY_IN_DRAFTS = "which only drafts name, and `unreviewed: preview` keeps them out of the built site"


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
    kept_draft = Sought(_texts(drafts, _DRAFT_SHOWN if shown else _DRAFT_KEPT_OUT))
    gone = Sought(_texts(withdrawn, _WITHDRAWN))
    # Each text is looked at once and not kept: the words of 5,000 briefings would take half a gigabyte.
    public_draft: set[str] = set()
    public_gone: set[str] = set()
    short = kept_draft.has_short_titles or gone.has_short_titles
    for words in _open_texts(root, settings, registry, files, labels=short) if drafts or withdrawn else ():
        public_draft.update(kept_draft.stretches_in(words))
        public_gone.update(gone.stretches_in(words))
    kept_draft, gone = kept_draft.without(public_draft), gone.without(public_gone)
    # What a stub says, and a draft that is shown, may stand on pages.
    stubs = (words for one in withdrawn for words in stub_texts(one.briefing))
    shown_texts = (told.words for told in _texts(drafts)) if shown else ()
    gone_on_pages = gone.without(
        {stretch for words in chain(stubs, shown_texts) for stretch in gone.stretches_in(words)}
    )
    cards = {("cards/briefings", one.briefing.id): "not reviewed, or withdrawn" for one in (*drafts, *withdrawn)}
    gone_names = _addresses(withdrawn, _WITHDRAWN)
    if shown:
        topics = dict.fromkeys(hidden.topics_of_drafts, _DRAFT_SHOWN)
        names = _addresses(drafts, _DRAFT_SHOWN)
        on_pages = Kept(texts=gone_on_pages, files=cards)
        taken_away = Kept(texts=gone.with_those_of(kept_draft), names=gone_names | names, files=topics)
    else:
        names = _addresses(drafts, _DRAFT_KEPT_OUT) | dict.fromkeys(hidden.unknown, _ONLY_IN_DRAFTS)
        on_pages = Kept(texts=gone_on_pages.with_those_of(kept_draft), names=names, files=cards)
        taken_away = Kept(texts=gone.with_those_of(kept_draft), names=gone_names | names, files=cards)
    listed = frozenset(one.briefing.id for one in files if is_public(one.briefing))
    kept_out = {} if shown else {one.briefing.id: _DRAFT_KEPT_OUT for one in drafts}
    return Secrets(on_pages=on_pages, taken_away=taken_away, unlisted=unlisted, hidden=kept_out, listed=listed)


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


def _addresses(files: Iterable[BriefingFile], why: str) -> dict[tuple[str, str], str]:
    return {("briefings", one.briefing.id): why for one in files}


def _texts(files: Iterable[BriefingFile], why: str = "") -> Iterator[Told]:
    for one in files:
        yield from texts_of(one.briefing, one.notes, one.own, why)


def _open_texts(
    root: Path, settings: Settings, registry: Registry, files: Iterable[BriefingFile], *, labels: bool
) -> Iterator[tuple[str, ...]]:
    """Give the words of what may be published.

    Of reviewed briefings all they show; where a draft rests on the same source, also what stands around their quotes. On
    request also what the interface says, which no text of eight words holds, but a short title may be.
    """
    if labels:
        from briefgen.rendering.labels.tables import all_as_toml  # noqa: PLC0415  # few sites have such titles

        yield from (told_words(all_as_toml(language)) for language in shipped_languages())
    yield from _own_texts(root, settings, registry)
    others = (one.briefing for one in files if not is_public(one.briefing))
    shared = {source.file for briefing in others for source in briefing.sources}
    for one in files:
        if not is_public(one.briefing):
            continue
        yield from (told.words for told in _texts([one]))
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
