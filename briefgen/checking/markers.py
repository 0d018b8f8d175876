"""Words that say how surely something is so, and words that deny."""

from __future__ import annotations

MODALS = frozenset({"may", "might", "could"})
"""Verbs that leave open whether it is so."""
ADVERBS = frozenset(
    "reportedly allegedly purportedly supposedly likely possibly probably perhaps maybe apparently potentially presumably "
    "seemingly conceivably unlikely".split()
)
"""Adverbs that do."""
LEADS_TO = {
    "expected": "to",
    "believed": "to",
    "thought": "to",
    "said": "to",
    "suspected": "to",
    "rumoured": "to",
    "rumored": "to",
    "appears": "to",
    "appear": "to",
    "appeared": "to",
    "seems": "to",
    "seem": "to",
    "seemed": "to",
    "considering": "",
    "weighing": "",
}
"""For words that hedge the word that must follow: “expected to”; empty where none must."""
# Wider than what is looked for in the evidence, since any of these will do.
HEDGING = (
    MODALS
    | ADVERBS
    | frozenset(
        "would can should expected expects expect expecting expectation expectations believed believes believe thought "
        "thinks think suspected appears appear appeared appearing seems seem seemed considering considers consider weighing "
        "weighs weigh plans plan planned planning aims aim hopes hope hoped wants want threatens threaten threatened risk "
        "risks risked fears fear feared possible possibility potential chance prospect if unless whether unclear uncertain "
        "uncertainty doubt doubtful doubts suggest suggests suggested predict predicts predicted forecast forecasts alleged "
        "alleges allege accused accuses accuse accusing accusation accusations "
        "reported rumoured rumored reports proposed proposes propose tentative conditional impossible "
        "improbable signals signalled signaled speculation estimates estimated set due scheduled seeks seek intends "
        "intend".split()
    )
)
NEGATIONS = frozenset(
    {"not", "no", "never", "cannot", "without", "nor", "neither", "unlikely", "hardly", "nobody", "nothing"}
)
NEGATIVE = NEGATIONS | frozenset(
    "none barely scarcely rarely seldom refuse refuses refused refusing refusal reject rejects rejected rejecting rejection "
    "deny denies denied denying denial fail fails failed failing failure avoid avoids avoided avoiding lack lacks lacked "
    "lacking against oppose opposes opposed opposing opposition halt halts halted stop stops stopped stopping unable "
    "impossible decline declines declined declining prevent prevents prevented preventing absent absence skeptical sceptical "
    "doubt doubts doubted doubtful few little less instead than ban bans banned bar bars barred block blocks blocked blocking "
    "unless except first too "
    "earliest until forbid forbids forbidden prohibit prohibits prohibited exclude excludes excluded excluding "
    "false untrue dismiss "
    "dismisses dismissed non short yet improbable ended ends end reluctant unwilling dispute disputes disputed".split()
)
