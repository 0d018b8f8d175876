"""A number -> a drafted site whose texts differ as real ones do, so that compression gains nothing from repetition.

Each briefing is one that was drafted from a story under `tests/stories/`, with every word that carries meaning replaced:
by words of a made-up vocabulary, the frequent ones often and most of them seldom (Zipf's law), and by names that come
back in other briefings. Within a briefing a word is replaced by the same one everywhere, so that a quote still is in its
article, and small words stay, as they are the same in every text.
"""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect
from collections import Counter, defaultdict
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from slugify import slugify

from briefgen.files.front_matter_write import new_text
from briefgen.model.seed import Seed
from briefgen.model.settings import Settings
from briefgen.pipeline import fresh_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefgen.model.briefing import Briefing

_STORIES = Path(__file__).resolve().parent.parent / "stories"
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_WORDS, _NAMES, _TOPICS = 20_000, 4_000, 60
"""How many there are to choose from: 1,000 news texts have some 15,000 different words."""
_SMALL_IN = 5
"""A word that stands in so many of the ten stories is a small one."""
_NEWEST = date(2026, 10, 30)
_NOT_TEXT = frozenset(["id", "file", "sha256", "kind", "status", "certainty", "language", "date", "url"])
"""Fields that are not replaced word by word."""


def write_varied_site(root: Path, count: int) -> Path:
    """Write a site of so many published briefings, two a day, with their articles; gives its mkdocs.yml."""
    patterns = _patterns()
    stock = _Stock([text for text, _ in patterns])
    for folder in ("content/briefings", "seeds"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text, briefing = patterns[number % len(patterns)]
        article, varied = stock.vary(text, briefing, number)
        (root / varied.sources[0].file).write_text(article, encoding="utf-8")
        (root / f"content/briefings/{varied.id}.md").write_text(new_text(varied), encoding="utf-8")
    configuration = root / "mkdocs.yml"
    configuration.write_text(
        json.dumps(
            {
                "site_name": "Benchmark",
                "site_url": "https://benchmark.example/",
                "docs_dir": "content",
                "theme": {"name": "material", "font": False},
                "nav": [
                    "index.md",
                    "briefings/index.md",
                    "actors/index.md",
                    "topics/index.md",
                    "watch.md",
                    "questions.md",
                ],
                "plugins": ["search", "briefgen"],
            }
        ),
        encoding="utf-8",
    )
    return configuration


def _patterns() -> list[tuple[str, Briefing]]:
    found = []
    for story in sorted(_STORIES.glob("*.txt")):
        data = story.read_bytes()
        seed = Seed(file=f"seeds/{story.name}", data=data, sha256=hashlib.sha256(data).hexdigest())
        found.append((data.decode("utf-8"), fresh_draft(seed, Settings())[1]))
    return found


class _Stock:
    """Words and names to choose from."""

    def __init__(self, stories: Sequence[str]) -> None:
        spread = Counter(word for text in stories for word in set(_WORD.findall(text.lower())))
        self._small = {word for word, number in spread.items() if number >= _SMALL_IN or len(word) < 3}
        follows: dict[str, list[str]] = defaultdict(list)
        for word in sorted(set(spread) - self._small):
            padded = f"  {word} "
            for at in range(2, len(padded)):
                follows[padded[at - 2 : at]].append(padded[at])
        self._words = [_spelt(follows, f"word {number}") for number in range(_WORDS)]
        # Zipf and Mandelbrot's: the flatter beginning is that of the words that carry meaning.
        self._weights = list(accumulate(1 / (rank + 100) for rank in range(_WORDS)))
        self._names = list(accumulate(1 / (rank + 3) for rank in range(_NAMES)))
        self._topics = list(accumulate(1 / (rank + 3) for rank in range(_TOPICS)))
        self._follows = follows

    def vary(self, article: str, briefing: Briefing, number: int) -> tuple[str, Briefing]:
        """Give an article and its briefing with other words, the same ones for the same number."""
        named: dict[str, str] = {}
        for actor in briefing.actors:
            who = _drawn(self._names, f"{number} actor {actor.name}")
            for place, word in enumerate(_WORD.findall(actor.name)):
                if word.lower() not in self._small:
                    named.setdefault(word.lower(), _spelt(self._follows, f"name {who} {place}"))

        def replaced(found: re.Match[str]) -> str:
            word = found.group()
            key = word.lower()
            if key in self._small:
                return word
            if key not in named:
                named[key] = self._words[_drawn(self._weights, f"{number} {key}")]
            new = named[key]
            return new.capitalize() if word[0].isupper() else new

        def vary(text: str) -> str:
            figures = _DIGIT.sub(lambda found: str(_hashed(f"{number} {found.group()}") % 9 + 1), text)
            return _WORD.sub(replaced, figures)

        title = vary(briefing.title)
        name = f"{slugify(title, max_length=60, word_boundary=True)}-{number}"
        topics = {_drawn(self._topics, f"{number} topic {place}") for place in range(2)}
        text = vary(article)
        source = replace(
            briefing.sources[0], file=f"seeds/{name}.txt", sha256=hashlib.sha256(text.encode()).hexdigest()
        )
        varied: Briefing = _mapped(briefing, vary)
        return text, replace(
            varied,
            id=name,
            title=title,
            status="published",
            date=_NEWEST - timedelta(days=number // 2),
            topics=tuple(_spelt(self._follows, f"topic {topic}").capitalize() for topic in sorted(topics)),
            sources=(replace(source, title=title),),
        )


def _mapped(value: Any, vary: Callable[[str], str]) -> Any:  # noqa: ANN401  # any field of a briefing
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _mapped(held, vary) for name, held in named.items() if name not in _NOT_TEXT})
    if isinstance(value, tuple):
        return tuple(_mapped(one, vary) for one in value)
    return vary(value) if isinstance(value, str) else value


def _hashed(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")


def _drawn(weights: Sequence[float], key: str) -> int:
    """Give a place among weights that are summed up, the same one for the same key."""
    return min(bisect(weights, _hashed(key) / 2**64 * weights[-1]), len(weights) - 1)


def _spelt(follows: Mapping[str, Sequence[str]], key: str) -> str:
    """Give a made-up word of three to twelve letters, each as likely after the last two as in the stories."""
    for attempt in range(50):
        word = "  "
        while len(word) < 14:
            letters = follows[word[-2:]]
            letter = letters[_hashed(f"{key} {attempt} {word}") % len(letters)]
            if letter == " ":
                break
            word += letter
        if 5 <= len(word) < 14:
            return word.strip()
    return "elsewhere"
