"""Verbs and nouns by what is at stake with them, as the ranking of questions measures it."""

from __future__ import annotations

STAKES = frozenset(
    """abolish accept agree allow approve attack ban block break buy cancel cede change close collapse conclude
    cut delay deploy deport ease end expel extend extradite face fall freeze get give halt hand impose
    introduce invade join keep launch leave lift lose merge move obtain pass pay postpone prosecute pull
    quit raise reach receive recognise recognize reconsider reduce reject release renegotiate reopen repeal
    replace resign restore resume retaliate return revive scrap sell sign stop strike sue supply support
    surrender suspend tighten veto win withdraw""".split()
)
"""After these something is different."""
STATES = frozenset({"be", "become", "remain", "stay", "have", "prove", "experience"})
IDLE = frozenset(
    """comment talk note remember look seem appear mean like argue wonder suggest explain understand discuss consider
    matter happen wait describe show help see sound focus arrive visit travel attend speak brief ignore indicate
    reflect highlight involve watch meet do host lie celebrate honour honor mark commemorate feature include
    tour gather perform play tell call say continue""".split()
)
"""Nobody asks whether these come, unless much hangs on it."""
DECIDED = frozenset(
    """talk negotiation agreement deal ceasefire truce peace treaty settlement concession guarantee sanction tariff
    vote election referendum parliament congress senate court judge trial verdict ruling appeal investigation
    inquiry charge bill law legislation policy plan proposal budget approval deadline extension withdrawal
    fund funding aid supply price""".split()
)
"""What an editor follows from one story to the next."""
