"""Verb -> the noun of its act with the preposition that its object takes: "impose tariffs", "imposition of tariffs".

Only verbs whose noun means the act and nothing else: "cut" and "raise" are not here, since "the cut of rates" is not
English; "use" is not, since "the use of" may go on already.
"""

from __future__ import annotations

from dataclasses import dataclass

_SAME = "of"
_TRANSITIVE = """
abolish abolition|acquire acquisition|adopt adoption|amend amendment|analyse analysis|analyze analysis
annex annexation|announce announcement|appoint appointment|approve approval|arrest arrest|assess assessment
auction auction|begin start|block blocking|build construction|bury burial|buy purchase|choose choice
clinch conclusion|close closure|complete completion|conclude conclusion|construct construction|create creation
deliver delivery|demolish demolition|deploy deployment|deport deportation|detain detention|discuss discussion
dismantle dismantling|dissolve dissolution|double doubling|ease easing|elect election|eliminate elimination
enact enactment|end end|establish establishment|evacuate evacuation|examine examination|exchange exchange
execute execution|expand expansion|expel expulsion|extend extension|extradite extradition|finalise completion
finalize completion|form formation|implement implementation|impose imposition|inaugurate inauguration
induct induction|inspect inspection|instal installation|install installation|introduce introduction|launch launch
lift lifting|mobilise mobilisation|mobilize mobilization|nationalise nationalisation|nominate nomination
open opening|pass passage|present presentation|publish publication|purchase purchase|ratify ratification
rebuild rebuilding|reconsider reconsideration|recruit recruitment|release release|remove removal|reopen reopening
repair repair|repatriate repatriation|repeal repeal|replace replacement|restart restart|restore restoration
restrict restriction|resume resumption|review review|revise revision|revoke revocation|scrap scrapping|seize seizure
sell sale|sentence sentencing|sign signing|start start|submit submission|suspend suspension|swap swap
tighten tightening|transfer transfer|unveil unveiling|withdraw withdrawal
"""
_OTHERS = {
    "attack": ("attack", "on"),
    "ban": ("ban", "on"),
    "boycott": ("boycott", "of"),
    "freeze": ("freeze", "on"),
    "halt": ("halt", "to"),
    "increase": ("increase", "in"),
    "investigate": ("investigation", "into"),
    "probe": ("investigation", "into"),
    "study": ("study", "of"),
    "invade": ("invasion", "of"),
    "meet": ("meeting", "with"),
    "oppose": ("opposition", "to"),
    "reduce": ("reduction", "in"),
    "veto": ("veto", "on"),
    "visit": ("visit", "to"),
}
_ALONE = {
    "appeal": "appeal",
    "attack": "attack",
    "appear": "appearance",
    "arrive": "arrival",
    "depart": "departure",
    "meet": "meeting",
    "resign": "resignation",
    "respond": "response",
    "retaliate": "retaliation",
    "retire": "retirement",
    "return": "return",
    "testify": "testimony",
    "visit": "visit",
    "vote": "vote",
    "withdraw": "withdrawal",
}
_OF_SUBJECT = {
    "begin": "start",
    "close": "closure",
    "conclude": "conclusion",
    "continue": "continuation",
    "end": "end",
    "expire": "expiry",
    "open": "opening",
    "reconvene": "resumption",
    "reopen": "reopening",
    "restart": "restart",
    "resume": "resumption",
    "start": "start",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """The noun of an act."""

    noun: str
    preposition: str
    """Before its object; empty where it has none."""


_OBJECTS = {
    verb: Nominal(noun=noun, preposition=_SAME)
    for verb, noun in (entry.split() for line in _TRANSITIVE.strip().splitlines() for entry in line.split("|"))
} | {verb: Nominal(noun=noun, preposition=preposition) for verb, (noun, preposition) in _OTHERS.items()}


def of_object(lemma: str) -> Nominal | None:
    """Give the noun for a verb with an object: "sign a treaty" gives "signing" and "of"."""
    return _OBJECTS.get(lemma)


def alone(lemma: str) -> str | None:
    """Give the noun for a verb without an object whose subject acts: "the board's vote"."""
    return _ALONE.get(lemma)


def of_subject(lemma: str) -> str | None:
    """Give the noun for a verb whose subject is what begins or ends: "resumption of the talks"."""
    return _OF_SUBJECT.get(lemma)
