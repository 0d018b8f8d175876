"""What scripts import: it is there, typed, light to load, and does what its descriptions show."""

from __future__ import annotations

import ast
import doctest
import inspect
import shutil
import subprocess
import sys
from dataclasses import is_dataclass
from pathlib import Path
from typing import assert_type

import pytest

import briefgen
from briefgen import (
    BriefgenError,
    Briefing,
    Problem,
    SeedError,
    SettingsError,
    Takeaway,
    api,
    check_site,
    draft_briefing,
    export_site,
    load_settings,
    read_article,
    verify_site,
)
from tests.site.building import build

ROOT = Path(__file__).parents[2]
HARBOUR = ROOT / "tests" / "articles" / "harbour.txt"
FUNCTIONS = [name for name in briefgen.__all__ if inspect.isfunction(getattr(briefgen, name))]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article and a built site of one reviewed briefing, as the examples speak of them."""
    folder = tmp_path_factory.mktemp("examples")
    site = folder / "desk"
    (site / "seeds").mkdir(parents=True)
    (site / "content").mkdir()
    shutil.copy(HARBOUR, folder)
    shutil.copy(HARBOUR, site / "seeds")
    (site / "mkdocs.yml").write_text(
        "site_name: Desk\nsite_url: https://desk.example/\ndocs_dir: content\n"
        "theme: {name: material, font: false}\nplugins: [search, briefgen]\n"
    )
    (site / "content" / "actors.yml").write_text(
        "actors:\n- name: Ingrid Solheim\n  kind: person\n  aliases: [Solheim]\n"
    )
    (one,) = briefgen.draft_site(site)
    assert one.file is not None
    file = site / one.file
    text = file.read_text(encoding="utf-8")
    for old, new in (
        ("status: draft", "status: reviewed\nreviewed_by: Eva Lund"),
        (" — But Fishermen Want a Vote First", ""),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    built = build(site / "mkdocs.yml", site / "site", "--strict")
    assert built.status == 0, built.output
    return folder


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_example_gives_what_it_shows(desk: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script that is copied from a description works."""
    monkeypatch.chdir(desk)
    found = doctest.DocTestFinder().find(getattr(briefgen, name), name, globs={"Path": Path})
    (test,) = [one for one in found if one.examples]
    told: list[str] = []
    assert doctest.DocTestRunner().run(test, out=told.append).failed == 0, "".join(told)


def test_all_of_it_is_there_and_listed() -> None:
    """`dir()` and `from briefgen import *` know what has not been loaded yet."""
    assert len(set(briefgen.__all__)) == len(briefgen.__all__)
    assert set(briefgen.__all__) == set(api.__all__)
    assert set(briefgen.__all__) <= set(dir(briefgen))
    for name in briefgen.__all__:
        assert getattr(briefgen, name).__doc__, name
    with pytest.raises(AttributeError, match="no_such_job"):
        getattr(briefgen, "no_such_job")  # noqa: B009  # a type checker knows that it is not there
    with pytest.raises(AttributeError, match="no_such_job"):
        getattr(api, "no_such_job")  # noqa: B009  # as above


def test_the_type_checker_is_told_of_all_of_it() -> None:
    """What is loaded when asked for is imported for type checkers in so many words."""
    tree = ast.parse(inspect.getsource(briefgen))
    (typed,) = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "briefgen.api"]
    assert {alias.name for alias in typed.names} == set(briefgen.__all__)


def test_functions_take_and_give_named_types() -> None:
    """Every parameter and result has a type, and what is given is a frozen value."""
    for name in FUNCTIONS:
        signature = inspect.signature(getattr(briefgen, name))
        assert signature.return_annotation is not inspect.Signature.empty, name
        assert all(one.annotation is not one.empty for one in signature.parameters.values()), name
    values = [one for name in briefgen.__all__ if inspect.isclass(one := getattr(briefgen, name))]
    for one in values:
        frozen = is_dataclass(one) and one.__dataclass_params__.frozen  # type: ignore[attr-defined]  # typeshed leaves it out
        assert frozen or issubclass(one, BriefgenError), one


def test_a_script_is_typed(desk: Path) -> None:
    """A type checker that reads this knows what is given, and would object were one of these calls not wrong."""
    briefing = draft_briefing(desk / "harbour.txt")
    assert_type(briefing, Briefing)
    assert_type(briefing.takeaways, tuple[Takeaway, ...])
    assert_type(check_site(desk / "desk"), tuple[Problem, ...])
    with pytest.raises(TypeError):
        check_site(desk / "desk", job=2)  # type: ignore[call-arg]  # it is `jobs`
    with pytest.raises(AttributeError):
        briefgen.no_such_job  # type: ignore[attr-defined]  # noqa: B018  # nothing is called so
    with pytest.raises(AttributeError):
        briefing.title = ""  # type: ignore[misc]  # a value stays as it is


def test_importing_it_loads_nothing() -> None:
    """A script waits for what it asks for: not for a parser of YAML, MkDocs or the language model."""
    heavy = ["babel", "click", "jinja2", "lxml", "mkdocs", "pydantic", "spacy", "trafilatura", "yaml"]
    script = (
        "import sys, briefgen\n"
        "assert 'briefgen.api' not in sys.modules\n"
        "from briefgen import Briefing, check_site, draft_briefing\n"
        f"print([name for name in {heavy} if name in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (run.stdout, run.stderr) == ("[]\n", "")


def test_bytes_and_files_give_the_same_briefing() -> None:
    """Where an article comes from makes no difference to what is drafted of it."""
    assert draft_briefing(HARBOUR) == draft_briefing(HARBOUR.read_bytes(), name="harbour.txt")
    assert read_article(HARBOUR) == read_article(HARBOUR.read_bytes(), name="harbour.txt")


def test_what_cannot_be_read_is_an_error_of_ours(tmp_path: Path) -> None:
    """A script catches one class for all of it."""
    with pytest.raises(SeedError, match=r"gone\.txt: expected an article, cannot read it: No such file"):
        read_article(tmp_path / "gone.txt")
    with pytest.raises(SeedError, match=r"note\.pdf"):
        read_article(b"A note.", name="note.pdf")
    with pytest.raises(SettingsError, match="no_such_model"):
        draft_briefing(HARBOUR, language_model="no_such_model")
    with pytest.raises(SettingsError):
        load_settings(tmp_path)


def test_a_path_that_can_be_none_is_an_error_of_ours(desk: Path) -> None:
    """No file system takes a name of 300 letters; a script hears so as of any other folder that there is not."""
    long = desk / ("x" * 300)
    with pytest.raises(SettingsError):
        load_settings(long)
    with pytest.raises(SettingsError):
        verify_site(long)
    with pytest.raises(SettingsError, match="cannot be looked at"):
        export_site(desk / "desk", long)
    with pytest.raises(SeedError):
        read_article(long)


def test_a_site_may_be_told_by_its_configuration(desk: Path) -> None:
    """As `--config-file` does."""
    other = desk / "desk" / "other.yml"
    other.write_text("INHERIT: mkdocs.yml\nsite_name: Other\n")
    assert load_settings(other).site_name == "Other"
    assert load_settings(desk / "desk").site_name == "Desk"
    other.unlink()


def test_the_version_is_the_packages() -> None:
    """Who asks the program and who asks the package index hear the same."""
    assert f'\nversion = "{briefgen.__version__}"\n' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
