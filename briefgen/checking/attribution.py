"""A quote and who is called how -> who says it, as far as its words tell without a grammar.

`Keller said`, `Keller, a spokesman for the port, said`, `,” said Keller`, `according to Keller` make Keller the speaker; so does
the head of a sentence that has no such words. A name behind a preposition, between quote marks or before “’s” does not speak.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.checking.keeping import kept
from briefgen.checking.words import Words, words_of
from briefgen.model.folding import fold
from briefgen.model.registry import TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.checking.grounds import Keys
    from briefgen.checking.words import Word

CUES = frozenset(
    "said says say saying told tells tell telling warned warns warn warning argued argues argue arguing added adds add adding "
    "insisted insists insist insisting announced announces announce announcing denied denies deny denying claimed claims "
    "claim claiming wrote writes write writing vowed vows vow noted notes note noting stated states explained explains "
    "explain explaining asked asks ask believed believes believe called calls call calling cautioned cautions confirmed "
    "confirms confirm demanded demands demand described describes describe estimated estimates estimate expected expects "
    "expect feared fears fear hoped hopes hope predicted predicts predict promised promises promise proposed proposes propose "
    "reported reports report suggested suggests suggest thought thinks think urged urges urge voiced agreed agrees agree "
    "rejected rejects reject dismissed dismisses dismiss accused accuses accuse declared declares declare disclosed revealed "
    "reveals reveal pledged pledges pledge ordered orders ruled rules rule found finds find concluded concludes conclude "
    "acknowledged acknowledges admitted admits complained complains criticised criticized praised welcomed condemned "
    "replied responded responds answered recalled recounted remarked observed observes stressed stresses emphasised "
    "emphasized underlined reiterated repeated repeats contended contends maintained maintains testified tweeted posted "
    "joked quipped signalled signaled indicated indicates mentioned threatened threatens wants want wanted plans planned "
    "refused refuses declined declines backed opposes opposed supports supported quoted cited forecast forecasts advised advises "
    "recommended recommends "
    "hailed hails touted blamed blames lauded mocked "
    "slammed blasted derided likened concedes conceded asserted asserts alleged alleges speculated speaking spoke".split()
)
"""Verbs whose subject may be the one who says it."""
_SAYING = frozenset(
    "said says say told tells warned warns argued argues added adds insisted insists announced announces wrote writes noted "
    "notes stated states explained explains claimed claims reported reports confirmed quoted declared declares admitted "
    "acknowledged stressed suggested suggests replied recalled concluded cautioned cautions".split()
)
"""Those that may stand before their subject, behind the words said."""
_PREPOSITIONS = frozenset(
    "of in on at to for from by with against about over between among into under through near across despite including "
    "than as like behind toward towards within after before during since without".split()
)
_BY_THE_WAY = frozenset(
    "has have had having is was are were be been being also later then again still already now once himself herself itself "
    "themselves just even who which that all both on first monday tuesday wednesday thursday friday saturday sunday".split()
)
"""What may stand between a speaker and the verb; anything else is somebody or something else."""
_JOINS = frozenset("as while and but after before when if because although though since until or so where".split())
_PERSONAL = frozenset("he she".split())
_POINTING = frozenset("the his her its their".split())
_BRIEF = 3
_MOST_WORDS = 400  # of a stretch that are looked at, four long paragraphs: the work may grow with the square
_APPOSED = 30
"""How many words may stand between a name and its verb, where a comma opens them."""
_BESIDE = 5
_BEHIND = 9
"""How many words behind “said” or “according to” the speaker's name may begin."""
_SUBJECT = 12
"""Words of who says it at most."""
_HEAD = 7
"""How many words into a sentence its subject begins at most."""
PRONOUNS = frozenset("he she they it we i".split())


class Quote:
    """A stretch of the source, whose speakers are asked for."""

    def __init__(self, text: str) -> None:
        """Take the stretch."""
        self.words = words_of(text)[:_MOST_WORDS]
        self._looked_up = Words(text)
        self._places: dict[Keys, list[int]] = {}
        self._spoken = parities(fold(text), self.words)

    def speaks(self, forms: Sequence[Keys]) -> bool:
        """Tell whether one of the forms of a name stands where a speaker does."""
        return self.last_spoken(forms) >= 0

    def last_spoken(self, forms: Sequence[Keys]) -> int:
        """Give at which word a name stands where a speaker does for the last time; -1 where it never does."""
        return max(
            (
                place
                for form in forms
                for place in self.places(form)
                if self._before_a_cue(place, place + len(form)) or self._behind_a_cue(place)
            ),
            default=-1,
        )

    def last_named(self, forms: Sequence[Keys]) -> int:
        """Give at which word a name stands for the last time; -1 where it does not."""
        return max((place for form in forms for place in self.places(form)), default=-1)

    def heads(self, forms: Sequence[Keys]) -> bool:
        """Tell whether one of the forms is what the stretch begins with."""
        return any(
            place < _HEAD
            and not self._is_object(place)
            and not self._owns(place + len(form))
            and not any(
                word.key in PRONOUNS | {"that"} or self._is_cue(at) for at, word in enumerate(self.words[:place])
            )
            for form in forms
            for place in self.places(form)
        )

    def places(self, form: Keys) -> list[int]:
        """Give where a form stands outside quote marks; a lone word as a name, unless it begins the stretch."""
        found = self._places.get(form)
        if found is None:
            found = self._places[form] = [
                place
                for place in self._looked_up.places_of(form)
                if place + len(form) <= len(self.words)
                and not self._spoken[place]
                and (len(form) > 1 or self.words[place].capital or not self._looked_up.capital_within(form[0]))
            ]
        return found

    def is_by_pronoun(self) -> bool:
        """Tell whether “he” or “she” says it, so that it is a person."""
        return any(
            self.words[place].key in _PERSONAL
            for first, end in self.attributions
            if end - first <= _BRIEF
            for place in range(first, end)
        ) or (bool(self.words) and self.words[0].key in _PERSONAL and not self._spoken[0])

    @property
    def in_its_own_voice(self) -> bool:
        """True where nobody seems to say it: no quote mark, no pronoun, nobody who says."""
        pronoun = any(word.key in PRONOUNS | {"his", "her", "their", "its"} for word in self.words[:_BESIDE])
        return not any(self._spoken) and not pronoun and not self.attributions

    def is_description(self, attribution: tuple[int, int]) -> bool:
        """Tell whether somebody is told to say it who is only described, as one who was named before: the US president."""
        words = self.words[slice(*attribution)]
        nouns = [word for word in words if word.key not in _BY_THE_WAY and not word.key.endswith("ly")]
        return words[0].key in _POINTING and bool(nouns) and not nouns[-1].capital

    def is_pronoun(self, attribution: tuple[int, int]) -> bool:
        """Tell whether a pronoun is told to say it."""
        words = self.words[slice(*attribution)]
        return words[0].key in PRONOUNS or (len(words) <= _BRIEF and any(w.key in PRONOUNS for w in words))

    def _before_a_cue(self, first: int, end: int) -> bool:
        if self._owns(end) or self._is_object(first) or end >= len(self.words):
            return False
        apposed = self.words[end].gap[:1] in {",", "("} or self.words[end].gap == " - "
        apposed = apposed and self.words[end].key not in _JOINS
        for place in range(end, min(len(self.words), end + _APPOSED)):
            if re.search(r"[.!?\n]\s|\"", self.words[place].gap):
                return False
            if self._is_cue(place):
                beside = all(self._is_by_the_way(at) for at in range(end, place)) and not self.words[place].gap.strip()
                return apposed or (beside and place - end <= _BESIDE)
        return False

    def _is_cue(self, place: int) -> bool:
        """Tell whether a word is a verb of saying; in “is due to announce” it tells what is ahead."""
        word = self.words[place]
        return word.key in CUES and not word.capital and not (place and self.words[place - 1].key == "to")

    def _is_by_the_way(self, place: int) -> bool:
        word = self.words[place]
        return (word.key in _BY_THE_WAY or word.key.endswith("ly")) and not word.gap.strip()

    def _behind_a_cue(self, first: int) -> bool:
        """Tell whether “said” or “according to” stands before a name, and what it governs goes on to it."""
        for place in range(first - 1, max(-1, first - _BEHIND), -1):
            word, after = self.words[place], self.words[place + 1]
            if after.gap.strip() and after.gap.strip() != "'s" and not _abbreviates(word, after.gap):
                return False
            if word.key in {"that", "whether", "if", "it", "he", "she", "they"}:
                return False
            if word.key == "according" and after.key == "to":
                return True
            if word.key in _SAYING and after.key == "by":
                return True
            if word.key in _SAYING and not word.capital:
                return place == 0 or bool(re.search(r"[\",]\s*$", word.gap))
        return False

    @property
    def attributions(self) -> tuple[tuple[int, int], ...]:
        """Who is told to say it, whatever the words: what stands before or behind “said”, or behind “according to”.

        Each as its first word and one past its last.
        """
        found = []
        for place, word in enumerate(self.words):
            if self._spoken[place] or word.capital:
                continue
            if word.key == "according" and self._key(place + 1) == "to":
                found.append((place + 2, self._to_the_next_mark(place + 2)))
            elif word.key in _SAYING and self._key(place - 1) != "to":
                first = self._since_the_last_mark(place)
                inverted = re.search(r"[\",]\s*$", word.gap) and place + 1 < len(self.words)
                if inverted and self.words[place + 1].gap == " " and self._key(place + 1) != "that":
                    found.append((place + 1, self._to_the_next_mark(place + 1)))
                elif place - first <= (_SUBJECT if self.words[first].opens else _BESIDE):
                    while first < place and self.words[first].key in _JOINS:
                        first += 1
                    found.append((first, place))
        return tuple((first, end) for first, end in found if first < end)

    def printed(self, first: int, end: int) -> str:
        """Give a stretch of the words as printed."""
        return self.words[first].text + "".join(word.gap + word.text for word in self.words[first + 1 : end])

    def closes_with(self, attribution: tuple[int, int]) -> bool:
        """Tell whether the sentence ends in it, as in “…, officials say”."""
        first, end = attribution
        behind = first > 0 and (self.words[first].gap != " " or self.words[first - 1].key == "to")
        return behind and end >= len(self.words) - _BESIDE

    def _key(self, place: int) -> str:
        return self.words[place].key if 0 <= place < len(self.words) else ""

    def _to_the_next_mark(self, first: int) -> int:
        for place in range(first, min(len(self.words), first + _BEHIND)):
            gap = self.words[place].gap
            if place > first and re.search(r"[,;:()\"]|\.\s| - ", gap) and not _abbreviates(self.words[place - 1], gap):
                return place
        return min(len(self.words), first + _BEHIND)

    def _since_the_last_mark(self, end: int) -> int:
        for place in range(end, max(-1, end - _SUBJECT - 2), -1):
            if re.search(r"[,;:()\"]|\.\s| - ", self.words[place].gap) or self.words[place].opens:
                return place
        return max(0, end - _SUBJECT - 1)  # too long to be who says it

    def _owns(self, end: int) -> bool:
        """Tell whether a name is followed by “’s”."""
        return end < len(self.words) and self.words[end].gap.startswith("'")

    def _is_object(self, first: int) -> bool:
        """Tell whether a preposition governs a name, titles and the like between them."""
        place = first
        while place and not self.words[place].opens and self.words[place].gap in {" ", ". ", "-"}:
            before = self.words[place - 1]
            if before.key in _PREPOSITIONS:
                return True
            if not (before.capital or before.key in TITLES | {"the", "a", "an", "former", "then"}):
                return False
            place -= 1
        return False


def _abbreviates(word: Word, gap: str) -> bool:
    """Tell whether the full stop behind a word belongs to it: “Mrs. Lindt”, “J. Keller”."""
    return gap == ". " and (word.key in TITLES or len(word.text) == 1)


def parities(folded: str, words: Sequence[Word]) -> list[bool]:
    """Tell for each word whether it stands between quote marks."""
    # A stretch from the middle of a quotation has its closing mark first: “…for himself,” said Keller.
    first = folded.find('"')
    closing = first > 0 and not folded[first - 1].isspace() and folded[first - 1] not in "([-"
    inside, at, found = closing, 0, []
    for word in words:
        if folded[at : word.start].count('"') % 2:
            inside = not inside
        at = word.start
        found.append(inside)
    return found


@kept
def quote_of(text: str) -> Quote:
    """Give a stretch of the source with its speakers."""
    return Quote(text)
