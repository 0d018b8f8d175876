"""What all tests share: how Hypothesis searches, and which tests measure no coverage."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator

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

UNMEASURED = (
    "tests/benchmarks/",
    "tests/browser/",
    "tests/laws/",
    "tests/site/test_converting.py",
    "tests/site/test_inert.py",
    "tests/site/test_live.py",
)
"""Tests that repeat, thousands of times, with clocks or in a browser, what others run once: measuring lines makes pure Python
three times as slow, and they add next to nothing to what is measured. What is measured is never more than what is true."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure no lines while such a test runs, nor while its fixtures are made, where pytest-cov's `no_cover` still measures."""
    plugin = item.config.pluginmanager.get_plugin("_cov")
    controller = plugin and plugin.cov_controller
    if not controller or not controller.started or not item.nodeid.startswith(UNMEASURED):
        return (yield)
    controller.pause()
    try:
        return (yield)
    finally:
        controller.resume()
