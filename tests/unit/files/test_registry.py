"""content/actors.yml as editors write it: what is read, what is refused, and with which words."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import ContentError
from briefgen.files.registry import load_registry, read_registry
from briefgen.files.shape import plain
from briefgen.files.yaml_text import pair_lines
from briefgen.model.registry import RegisteredActor, Registry, form_key
from briefgen.model.settings import Settings
from tests.strategies import READABLE

ROOT = Path(__file__).parents[3]
GUIDE = (ROOT / "docs" / "pages" / "editors-guide.md").read_text(encoding="utf-8")
CASES = sorted((ROOT / "tests" / "cases" / "registry").iterdir())
QUIST = """\
# how we call them
actors:
  - name: Ada Quist
    kind: person
    aliases:
      - Quist
      - Mayor Quist
    not_the_same_as: [Ada Quick]
"""


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_mistake_is_refused_with_its_place(case: Path) -> None:
    """Each mistake is named at its line and column, with what to type instead; all of a file's at once."""
    with pytest.raises(ContentError) as caught:
        read_registry("actors.yml", (case / "actors.yml").read_bytes().decode())
    assert f"{caught.value}\n" == (case / "expected.txt").read_text()


@pytest.mark.parametrize("start", ["", "\ufeff", "---\n"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_registry_is_read(start: str, newline: str) -> None:
    """Comments, lists of both kinds, a byte order mark, an opening line and line ends of Windows are all taken."""
    quist = RegisteredActor(
        name="Ada Quist", kind="person", aliases=("Quist", "Mayor Quist"), not_the_same_as=("Ada Quick",)
    )
    assert read_registry("actors.yml", (start + QUIST).replace("\n", newline)) == Registry(actors=(quist,))


@pytest.mark.parametrize("text", ["", "\ufeff", "# nobody yet\n", "---\n", "actors:\n", "actors: []\n", "actors: ~\n"])
def test_a_registry_may_be_empty(text: str) -> None:
    """Whoever begins one and writes nothing into it has made no mistake."""
    assert read_registry("actors.yml", text) == Registry()


def test_names_are_text() -> None:
    """What YAML elsewhere takes for a truth value, a time, a number or nothing is the name that stands there."""
    text = "actors:\n  - name: No\n    kind: person\n    aliases: [12:30, 007, Null, on, 2026-13-01]\n"
    (actor,) = read_registry("actors.yml", text).actors
    assert actor.forms == ("No", "12:30", "007", "Null", "on", "2026-13-01")


def test_a_site_without_a_registry_has_an_empty_one(tmp_path: Path) -> None:
    """It is no error to have none."""
    assert load_registry(tmp_path, Settings()) == Registry()


def test_a_registry_lies_beside_the_briefings(tmp_path: Path) -> None:
    """In the folder that the settings name."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "actors.yml").write_text(QUIST, encoding="utf-8")
    assert [actor.name for actor in load_registry(tmp_path, Settings(content="docs")).actors] == ["Ada Quist"]


def _refusal(root: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load_registry(root, Settings())
    return str(caught.value)


def test_what_is_no_plain_text_file_is_refused(tmp_path: Path) -> None:
    """A link, a folder, another encoding, a huge file, and a file under the name that many programs would take."""
    content = tmp_path / "content"
    content.mkdir()
    registry = content / "actors.yml"
    registry.mkdir()
    assert _refusal(tmp_path).startswith("content/actors.yml:1:1: not-a-file: expected a registry of actors")
    registry.rmdir()
    (content / "elsewhere.yml").write_text(QUIST)
    registry.symlink_to("elsewhere.yml")
    assert "content/actors.yml:1:1: symlink: " in _refusal(tmp_path)
    registry.unlink()
    registry.write_bytes(b"actors:\n  - name: Zo\xeb\n")
    assert _refusal(tmp_path).startswith("content/actors.yml:2:1: not-utf-8: ")
    registry.write_text("# " + "x" * 300_000)
    assert "content/actors.yml:1:1: too-large: expected a registry of actors of at most 256,000" in _refusal(tmp_path)
    registry.unlink()
    (content / "actors.yaml").write_text(QUIST)
    assert _refusal(tmp_path).startswith(
        "content/actors.yaml:1:1: wrong-file-name: expected the registry of actors in "
    )


@pytest.mark.parametrize("text", ["x: " + "[" * 100_000, "x:\n  " + "- " * 100_000, "a:\n" * 50_000])
def test_bombs_are_refused(text: str) -> None:
    """As they are in front matter."""
    with pytest.raises(ContentError, match=r"too-deep|too-large"):
        read_registry("actors.yml", text)


_forms = st.text(READABLE, min_size=1, max_size=12).filter(lambda text: form_key(text) != "")


@given(
    st.lists(_forms, min_size=1, max_size=9, unique_by=form_key),
    st.lists(_forms, max_size=2, unique_by=form_key),
    st.sampled_from(("person", "organisation", "state", "group")),
)
def test_what_is_written_is_read_back(forms: list[str], others: list[str], kind: str) -> None:
    """Any names, however hostile to YAML, come back to the letter."""
    per_actor = [forms[at : at + 3] for at in range(0, len(forms), 3)]
    taken = set(map(form_key, forms))
    registry = Registry(
        actors=tuple(
            RegisteredActor(
                name=names[0],
                kind=kind,  # type: ignore[arg-type]  # drawn from the four
                aliases=tuple(names[1:]),
                not_the_same_as=tuple(other for other in others if form_key(other) not in taken),
            )
            for names in per_actor
        )
    )
    text = "\n".join(pair_lines("actors", [plain(actor) for actor in registry.actors], 0))
    assert read_registry("actors.yml", text + "\n") == registry


def test_the_editors_guide_explains_every_field() -> None:
    """With an example that is read as it stands."""
    section = GUIDE.split("## The registry of actors\n")[1].split("\n## ")[0]
    for field in dataclasses.fields(RegisteredActor):
        assert f"`{field.name}`" in section, field.name
    (example,) = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    assert read_registry("actors.yml", example).actors
