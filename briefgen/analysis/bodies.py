"""Words for bodies of people: what the name of an organisation turns on, and what is called "the ministry" afterwards."""

from __future__ import annotations

BODIES = frozenset(
    """academy administration agency alliance army assembly association authority bank board brigade bureau cabinet centre
    center chamber charity church club coalition coastguard college command commission committee company congress council court
    department directorate embassy federation forces foundation fund government group guard institute institution
    league military ministry mission movement navy office opposition organisation organization parliament party police
    presidency programme program regime regulator school secretariat senate service society staff treasury tribunal
    union university watchdog""".split()
)
"""In the singular, lower case."""

BODY_PAIRS = frozenset(
    {
        ("air", "force"),
        ("armed", "forces"),
        ("general", "staff"),
        ("central", "bank"),
        ("supreme", "court"),
        ("high", "court"),
        ("prosecutor", "general"),
    }
)
"""Bodies of two words."""
