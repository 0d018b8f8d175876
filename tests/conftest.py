"""What all tests share: how Hypothesis searches, and how case folders are renewed."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# One run is like the next: what is found is pinned in the test as an @example, not left to luck.
settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# HYPOTHESIS_PROFILE=search looks elsewhere each time, for whoever hunts.
settings.register_profile("search", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
