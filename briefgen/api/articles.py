"""The API's jobs on one article, without a site: read it, draft it, write the draft as a file."""
# ruff: noqa: PLC0415  # a script that asks for one job shall not wait for the programs of the others

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from briefgen.errors import SeedError
from briefgen.model.registry import NO_REGISTRY, Registry
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.article import Article
    from briefgen.model.briefing import Briefing


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
