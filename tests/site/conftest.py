"""Sites built once a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.building import SAMPLE, Built, build
from tests.site.hostile import write_hostile

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _quiet_material(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep Material from printing its notice about MkDocs 2, and builds from the home of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("user")))
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SOURCE_DATE_EPOCH", "1764547200")
        yield


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample site, built strictly with this project's own settings."""
    return build(SAMPLE / "mkdocs.yml", tmp_path_factory.mktemp("sample"), "--strict")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site whose every field is an attempt to get something run."""
    config = write_hostile(tmp_path_factory.mktemp("hostile") / "site")
    return build(config, tmp_path_factory.mktemp("hostile-built"))
