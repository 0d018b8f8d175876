"""The order of the steps: read this file first.

    article  = clean(read(seed))                       bytes -> what the article says, and where
    analysis = analyse(article)                        -> who, who says what, when, what carries weight
    fresh    = withhold(draft(analysis), article)      -> a briefing, every item with its evidence and proved; actors are
                                                          called as the editors' registry says
    merged   = merge(last draft, edited file, fresh)   -> the editor's file, with what the editor left alone renewed
    problems = check(briefing, its articles)           -> what cannot be proved

The steps take and give frozen values. `planning` says which seeds have to be drafted, `site_drafting` has each drafted and
merged here and writes the files; `site_checking` proves every briefing of a site.
"""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.analysis.analyse import analyse
from briefgen.checking.withhold import withhold
from briefgen.drafting.draft import draft
from briefgen.drafting.explain import explain
from briefgen.errors import SeedError, SettingsError
from briefgen.files.front_matter_revise import revised_text
from briefgen.files.front_matter_write import new_text
from briefgen.files.registry import load_registry
from briefgen.files.seeds import read_seed
from briefgen.merging.merge import merge
from briefgen.model.folding import Folded
from briefgen.model.registry import NO_REGISTRY
from briefgen.reading.clean import clean
from briefgen.reading.read import read

if TYPE_CHECKING:
    from briefgen.files.front_matter import BriefingFile
    from briefgen.model.analysis import Analysis
    from briefgen.model.article import Article
    from briefgen.model.briefing import Briefing
    from briefgen.model.draft import LastDraft, Merged
    from briefgen.model.registry import Registry
    from briefgen.model.seed import Seed
    from briefgen.model.settings import Settings

MAX_STORY = 300_000
"""Characters of a story, about 50,000 words or 160 pages. The analysis reads 20,000 characters a second: 15 s."""
MAX_WORDS = 60_000
"""Words and marks of a story, as many as 300,000 characters of prose have: so long the analysis takes whatever stands there."""

_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")


def fresh_draft(seed: Seed, settings: Settings, registry: Registry = NO_REGISTRY) -> tuple[Article, Briefing]:
    """Read an article and draft its briefing, from nothing but its bytes and how the editors call the actors they know.

    Raises:
        SeedError: The article cannot be read; the others are not concerned.
        SettingsError: The language model is not installed; nothing was done.
    """
    analysis = _analysis(seed, settings)
    proved, _ = withhold(draft(analysis, registry), analysis.article, registry)
    return analysis.article, proved


def explained(root: Path, settings: Settings, file: str) -> tuple[str, ...]:
    """Say why the draft of one article is what it is; nothing is written.

    Args:
        root: The site's root.
        settings: The site's.
        file: The article's name from the root.

    Returns:
        Lines: what was left out of the text and why, which cues chose each item, what was passed over.

    Raises:
        ContentError: The registry of actors cannot be read.
        SeedError: The article cannot be read.
        SettingsError: The language model is not installed.
    """
    registry = load_registry(root, settings)
    analysis = _analysis(read_seed(root, file), settings)
    _, withheld = withhold(draft(analysis, registry), analysis.article, registry)
    return (
        *explain(analysis, registry),
        f"Withheld, since it cannot be proved ({len(withheld)})",
        *(f"  - {one}" for one in withheld),
    )


def _analysis(seed: Seed, settings: Settings) -> Analysis:
    article = clean(read(seed))
    told = [sentence.text for block in article.blocks for sentence in block.sentences]
    length = sum(map(len, told))
    if not length:
        raise SeedError(
            f"{seed.file}: expected an article, found nothing that reports: only links, calls to the reader and the like. "
            "Save the article's own text."
        )
    if length > MAX_STORY:
        raise SeedError(
            f"{seed.file}: expected a story of at most {MAX_STORY:,} characters, found {length:,}. "
            "Save its parts as files of their own."
        )
    words = sum(1 for text in told for _ in _WORD_OR_MARK.finditer(text))
    if words > MAX_WORDS:
        raise SeedError(
            f"{seed.file}: expected a story of at most {MAX_WORDS:,} words and marks, found {words:,}. "
            "Save its parts as files of their own."
        )
    return analyse(article, pipeline=settings.language_model)


def attempt(root: Path, settings: Settings, registry: Registry, file: str) -> Attempt:
    """Draft one article, whatever happens: what processes do that draft side by side.

    Args:
        root: The site's root.
        settings: The site's.
        registry: The site's registry of actors.
        file: The article's name from the root.

    Returns:
        The draft, or why there is none: an article that cannot be read, a setting that is wrong, or a mistake of this
        program, which is told with its place and must not keep the other articles from being drafted.
    """
    try:
        article, briefing = fresh_draft(read_seed(root, file), settings, registry)
    except SeedError as error:
        return Attempt(refused=str(error))
    except SettingsError as error:
        return Attempt(wrong_settings=str(error))
    except Exception as error:  # noqa: BLE001  # one article never stops the others
        place = traceback.extract_tb(error.__traceback__)[-1]
        at = f"{Path(place.filename).name}:{place.lineno}"
        told = f"{type(error).__name__}{f': {error}' if str(error) else ''}, {at}"
        return Attempt(refused=f"{file}: not drafted: briefgen itself failed on it ({told}); please report it")
    return Attempt(briefing=briefing, text=article.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What became of drafting one article: a briefing, or one of the reasons why there is none."""

    briefing: Briefing | None = None
    text: str = ""
    """The article's, in which evidence is found again."""
    refused: str = ""
    wrong_settings: str = ""


def renewed(  # noqa: PLR0913 - three versions, and what they were made from
    fresh: Briefing,
    text: str,
    made_by: str,
    *,
    edited: BriefingFile | None,
    last: LastDraft | None,
    published: bool = False,
) -> tuple[str, Merged]:
    """Merge a fresh draft with what an editor made of the last one.

    Args:
        fresh: The draft, its id settled.
        text: The article's, in which evidence is found again.
        made_by: The recipe of the draft.
        edited: The editor's file; None where there is none.
        last: What the machine proposed before, if the editor's file comes from it.
        published: Whether a briefing that is published may be changed.

    Returns:
        The text of the file to write, which is the old one where the draft has to wait, and what to remember and to tell.
    """
    merged = merge(
        last=last,
        edited=edited.briefing if edited else None,
        fresh=fresh,
        recipe=made_by,
        locate=Folded(text).find,
        published=published,
    )
    return (revised_text(edited, merged.briefing) if edited else new_text(merged.briefing)), merged
