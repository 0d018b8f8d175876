"""The environment -> the day that a build is for, where it is told one; nothing here looks at a clock."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from briefgen.errors import SettingsError


def told_day() -> date | None:
    """Give the day of `SOURCE_DATE_EPOCH`, in UTC; None where it is not set.

    Raises:
        SettingsError: It is no number of seconds that is a date; nothing was read or written.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if not told:
        return None
    try:
        return datetime.fromtimestamp(int(told), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise SettingsError(
            f"SOURCE_DATE_EPOCH: expected seconds since 1970 such as 1795305600, found {told[:40]!r}; "
            "correct the environment's variable or leave it out"
        ) from None
