"""Words that say the contrary of one another, words that say surely or of all, and who is meant by a capital's name."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Left and right of a bar: any word of one side is the contrary of any word of the other.
_PAIRS = (
    "more|less fewer",
    "most|least fewest",
    "rise rises rose risen rising|fall falls fell fallen falling drop drops dropped decline declines declined",
    "increase increases increased increasing|decrease decreases decreased decreasing reduce reduces reduced reducing",
    "grow grows grew grown growing growth|shrink shrinks shrank shrunk shrinking contraction",
    "climb climbs climbed climbing gain gains gained gaining|lose loses lost losing loss losses tumble tumbles tumbled",
    "up upward|down downward",
    "higher highest high|lower lowest low",
    "before|after",
    "until|since",
    "first|last",
    "once|twice",
    "earlier earliest early|later latest late",
    "above|below under",
    "over|under",
    "win wins won winning|lose loses lost losing",
    "victory|defeat",
    "large larger largest big bigger biggest|small smaller smallest",
    "best better|worst worse",
    "long longer longest|short shorter shortest",
    "strong stronger strongest|weak weaker weakest",
    "strengthen strengthens strengthened strengthening|weaken weakens weakened weakening",
    "fast faster fastest quick quicker|slow slower slowest",
    "accelerate accelerates accelerated accelerating|slow slows slowed slowing",
    "old older oldest|young younger youngest new newer newest",
    "cheap cheaper|dear dearer expensive",
    "near nearer|far farther further",
    "start starts started starting begin begins began begun beginning|end ends ended ending finish finishes finished",
    "open opens opened opening|close closes closed closing shut shuts",
    "import imports imported importing|export exports exported exporting",
    "buy buys bought buying|sell sells sold selling",
    "lend lends lent|borrow borrows borrowed",
    "support supports supported supporting|oppose opposes opposed opposing",
    "back backs backed|oppose opposes opposed",
    "for|against",
    "accept accepts accepted accepting|reject rejects rejected rejecting refuse refuses refused",
    "approve approves approved approving approval|reject rejects rejected rejecting rejection",
    "agree agrees agreed|refuse refuses refused decline declines declined disagree disagrees disagreed",
    "allow allows allowed allowing permit permits permitted|ban bans banned bar bars barred forbid forbids forbidden",
    "confirm confirms confirmed confirming|deny denies denied denying",
    "manage manages managed succeed succeeds succeeded|fail fails failed failing",
    "able|unable",
    "possible|impossible",
    "likely|unlikely",
    "legal lawful|illegal unlawful",
    "with|without",
    "always|never rarely seldom",
    "still|longer",
    "everybody everyone all|nobody none no",
    "everything|nothing",
    "both|neither",
    "raise raises raised raising|cut cuts cutting lower lowers lowered lowering",
    "add adds added|remove removes removed",
    "north|south",
    "east|west",
    "northern|southern",
    "eastern|western",
    "left|right",
    "inside|outside",
    "join joins joined|leave leaves left quit quits",
    "arrive arrives arrived arriving|leave leaves left leaving depart departs departed",
    "enter enters entered|leave leaves left",
    "ally allies|enemy enemies rival rivals",
    "guilty|innocent",
    "public|private",
    "majority|minority",
    "maximum|minimum",
    "surplus|deficit",
    "profit profits|loss losses",
    "advance advances advanced advancing|retreat retreats retreated retreating",
    "upgrade upgrades upgraded|downgrade downgrades downgraded",
    "optimistic|pessimistic",
    "improve improves improved improving|worsen worsens worsened worsening deteriorate deteriorates deteriorated",
    "attack attacks attacked attacking|defend defends defended defending",
    "release releases released|arrest arrests arrested detain detains detained",
    "alive|dead",
    "survived|died",
)


def _contraries() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pair in _PAIRS:
        one, other = (frozenset(side.split()) for side in pair.split("|"))
        for words, against in ((one, other), (other, one)):
            for word in words:
                found[word] = found.get(word, frozenset()) | against
    return found


CONTRARIES: Mapping[str, frozenset[str]] = MappingProxyType(_contraries())
"""For a word in lower case those that say the contrary."""

SURE = frozenset(
    "certain certainly certainty definitely surely undoubtedly inevitable inevitably guaranteed guarantees proof prove proves "
    "proved proven proving undeniable undeniably conclusively indisputably knows knew".split()
)
"""They leave no doubt."""

ALL = frozenset("all every everybody everyone everything each always entire entirely none nobody never".split())
"""They leave nothing out."""

SOME = frozenset(
    "some most many several few often sometimes mostly partly partially usually nearly almost largely majority part "
    "parts about".split()
)
"""They leave something out."""

_SEATS = (
    "russia russian moscow kremlin",
    "ukraine ukrainian kyiv kiev",
    "china chinese beijing",
    "us usa america american washington",
    "uk britain british london",
    "eu european brussels",
    "france french paris",
    "germany german berlin",
    "italy italian rome",
    "spain spanish madrid",
    "poland polish warsaw",
    "hungary hungarian budapest",
    "turkey türkiye turkish ankara",
    "iran iranian tehran",
    "israel israeli jerusalem",
    "india indian delhi",
    "japan japanese tokyo",
    "canada canadian ottawa",
    "australia australian canberra",
    "venezuela venezuelan caracas",
    "greece greek athens",
    "austria austrian vienna",
    "sweden swedish stockholm",
    "norway norwegian oslo",
    "finland finnish helsinki",
    "denmark danish copenhagen",
    "netherlands dutch hague",
    "belgium belgian",
    "switzerland swiss bern",
    "serbia serbian belgrade",
    "egypt egyptian cairo",
    "taiwan taiwanese taipei",
    "pakistan pakistani islamabad",
    "belarus belarusian minsk",
    "georgia georgian tbilisi",
    "syria syrian damascus",
    "cuba cuban havana",
)
SEAT_OF: Mapping[str, int] = MappingProxyType({word: n for n, words in enumerate(_SEATS) for word in words.split()})
"""For a state, its people and its capital one number: each may stand for the other."""
