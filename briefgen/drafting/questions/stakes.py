"""Verbs by what is at stake with them, as the ranking of questions measures it."""

from __future__ import annotations

STAKES = frozenset(
    """abolish accept agree allow approve attack ban block break buy cancel cede change close collapse conclude
    cut delay deploy deport ease end expel extend extradite face fall freeze get give halt hand impose
    introduce invade join keep launch leave lift lose merge move obtain pass pay postpone prosecute pull
    quit raise reach receive recognise recognize reconsider reduce reject release renegotiate reopen repeal
    replace resign restore resume retaliate return revive scrap sell sign stop strike sue supply support
    surrender suspend tighten veto win withdraw
    acquit adopt convict dismiss enact impeach indict oust overturn ratify sentence testify uphold""".split()
)
"""After these something is different."""
STATES = frozenset({"be", "become", "remain", "stay", "have", "prove", "experience"})
