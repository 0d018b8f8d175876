"""What a user names is found from where the user is, and what is nothing is answered with what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.cli.targets import Target, targets_of
from briefgen.errors import SettingsError
from briefgen.model.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = Settings()
_BRIEFING = "---\nid: {id}\ntitle: {id}\nstatus: draft\nsources:\n  - file: seeds/{id}.txt\n---\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with two briefings, of which one has lost its article, and an article in a folder."""
    root = tmp_path / "desk"
    for name, text in (
        ("content/briefings/ferry-returns.md", _BRIEFING.format(id="ferry-returns")),
        ("content/briefings/quay.md", _BRIEFING.format(id="quay")),
        ("content/.drafts/quay.json", "{}"),
        ("content/about.md", "x"),
        ("content/empty/none", "x"),
        ("seeds/ferry-returns.txt", "x"),
        ("seeds/deep/pier.txt", "x"),
        ("mkdocs.yml", "x"),
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "elsewhere.txt").write_text("x", encoding="utf-8")
    return root


FERRY = Target(seed="seeds/ferry-returns.txt")
PIER = Target(seed="seeds/deep/pier.txt")
BOTH = (Target(briefing="ferry-returns"), Target(briefing="quay"))


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (["seeds/ferry-returns.txt"], (FERRY,)),
        (["./seeds/../seeds/ferry-returns.txt"], (FERRY,)),
        (["seeds/deep/pier.txt", "quay", "seeds/deep/pier.txt"], (PIER, Target(briefing="quay"))),
        (["quay"], (Target(briefing="quay"),)),
        (["content/briefings/quay.md"], (Target(briefing="quay"),)),
        (["content/.drafts/quay.json"], (Target(briefing="quay"),)),
        (["quay", "content/briefings/quay.md"], (Target(briefing="quay"),)),
        (["seeds/quay.txt"], (Target(seed="seeds/quay.txt"),)),
        (["seeds"], (PIER, FERRY)),
        (["seeds/deep/"], (PIER,)),
        (["content/briefings/"], BOTH),
        (["content"], BOTH),
        (["."], (PIER, FERRY, *BOTH)),
    ],
)
def test_what_is_meant(root: Path, monkeypatch: pytest.MonkeyPatch, told: list[str], meant: tuple[Target, ...]) -> None:
    """Files, ids, folders, an article that is gone; named at the root, by whole paths, and from another folder."""
    monkeypatch.chdir(root)
    assert targets_of(root, SETTINGS, told) == meant
    whole = [str(root / name) if "/" in name or name == "." else name for name in told]
    monkeypatch.chdir(root / "content")
    assert targets_of(root, SETTINGS, whole) == meant
    if told[0] not in {".", "content"} and ".." not in told[0]:
        assert targets_of(root, SETTINGS, told) == meant


def test_a_site_may_be_reached_through_a_link(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on systems where the folder for temporary files is one."""
    link = root.parent / "link"
    link.symlink_to(root)
    monkeypatch.chdir(link)
    for told in ("seeds/deep/pier.txt", str(link / "seeds" / "deep" / "pier.txt")):
        assert targets_of(root, SETTINGS, [told]) == (PIER,)
        assert targets_of(link, SETTINGS, [told]) == (PIER,)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("ferry", "did you mean ferry-returns?"),
        ("ferry-retruns", "did you mean ferry-returns or seeds/ferry-returns.txt?"),
        ("quay.md", "did you mean quay?"),
        ("pier.txt", "did you mean seeds/deep/pier.txt?"),
        ("pier", "did you mean seeds/deep/pier.txt?"),
        ("seeds\\deep\\pier.txt", "did you mean seeds/deep/pier.txt?"),
        ("content\\briefings\\quay.md", "did you mean quay?"),
        ("seeds/deep/peir.txt", "did you mean seeds/deep/pier.txt?"),
        ("something-else-altogether", "found nothing of that name; without names everything is meant"),
        ("", "found an empty name"),
        ("content/about.md", "found another file of content/"),
        ("content/empty", "found a folder without any"),
        ("../elsewhere.txt", "copy it into the folder of seeds, seeds/"),
        ("..", "copy it into the folder of seeds"),
        ("x" * 300, "found nothing of that name"),
    ],
)
def test_what_is_nothing_is_answered(root: Path, monkeypatch: pytest.MonkeyPatch, told: str, answer: str) -> None:
    """Each name with what was meant, all of them at once."""
    monkeypatch.chdir(root)
    with pytest.raises(SettingsError) as refused:
        targets_of(root, SETTINGS, ["quay", told, "nobody-knows-this-one"])
    first, second = str(refused.value).splitlines()
    assert answer in first
    assert first.startswith(f"{told}: " if told else "expected")
    assert second.startswith("nobody-knows-this-one: expected an article, or the id of a briefing or its file")


def test_of_many_names_the_first_are_answered_with_what_is_spelt_alike(root: Path) -> None:
    """Each takes a look at all the names of the site; what somebody began to type is told of every one."""
    with pytest.raises(SettingsError) as refused:
        targets_of(root, SETTINGS, [*(f"quai-{number}" for number in range(10)), "quai", "qua"])
    *first, eleventh, last = str(refused.value).splitlines()
    assert len(first) == 10
    assert eleventh.endswith("found nothing of that name; without names everything is meant")
    assert last.endswith("did you mean quay?")
