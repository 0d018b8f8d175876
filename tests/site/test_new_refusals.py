"""`briefgen new` replaces nothing: what is in its way is named, what fails is taken back, and nobody else's file is touched."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.errors import SettingsError, WriteError
from briefgen.files import new_tree
from briefgen.files.new_tree import in_the_way, write_new
from briefgen.starting import start

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES = {"a.txt": b"a\n", ".b/c/d.txt": b"d\n", ".b/c/e.txt": b"e\n", "f.yml": b"f\n"}
ANOTHER_SITE = "site_name: Other\ndocs_dir: words\nplugins: [search, briefgen: {seeds: articles}]\n"


def new(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run `briefgen new` without its example, which takes seconds; give its exit status and what it said of mistakes."""
    result = CliRunner().invoke(main, ["new", "--no-example", *arguments, "--", str(folder)])
    return result.exit_code, result.stderr


def everything(folder: Path) -> dict[str, bytes | str]:
    """Give all that lies below a folder: bytes, where links lead, and which folders there are."""
    found: dict[str, bytes | str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"-> {path.readlink()}"
        else:
            found[name] = "folder" if path.is_dir() else path.read_bytes()
    return found


def _file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine\n")


def _link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


TAKEN: dict[str, Callable[[Path], None]] = {
    "README.md": lambda root: _file(root / "README.md"),
    "readme.MD": lambda root: _file(root / "readme.MD"),
    "mkdocs.yml": lambda root: _file(root / "mkdocs.yml"),
    "mkdocs.yaml": lambda root: _file(root / "mkdocs.yaml"),
    ".gitignore": lambda root: (root / ".gitignore").mkdir(),
    ".github": lambda root: _file(root / ".github"),
    ".GitHub": lambda root: (root / ".GitHub").mkdir(),
    ".github/workflows/briefings.yml": lambda root: _file(root / ".github/workflows/briefings.yml"),
    ".vscode": lambda root: _link(root / ".vscode", "../outside"),
    "schemas": lambda root: _link(root / "schemas", "nowhere"),
    "requirements.txt": lambda root: _link(root / "requirements.txt", "../outside/canary.txt"),
    "briefgen.txt": lambda root: _link(root / "briefgen.txt", "briefgen.txt"),
    "content/ (is not empty)": lambda root: _file(root / "content/old.md"),
    "seeds/ (is not empty)": lambda root: _file(root / "seeds/old.txt"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_in_the_way_is_named_and_left(name: str, tmp_path: Path) -> None:
    """A file, a folder, a name in other capitals, a link wherever it leads: exit status 2, and not a byte is written."""
    root = tmp_path / "site"
    root.mkdir()
    _file(tmp_path / "outside/canary.txt")
    TAKEN[name](root)
    before = everything(tmp_path)
    status, said = new(root)
    assert status == 2
    assert f"\n  {name}\n" in said
    assert "nothing was written" in said
    assert everything(tmp_path) == before


def test_all_that_is_in_the_way_is_named_at_once(tmp_path: Path) -> None:
    """An editor need not call it five times, and is not told of what is in nobody's way."""
    for name in ("README.md", "mkdocs.yml", "schemas/actors.schema.json", "LICENSE", "notes/mkdocs.yml"):
        _file(tmp_path / name)
    _, said = new(tmp_path)
    assert [line.strip() for line in said.splitlines()[1:-1]] == [
        "README.md",
        "mkdocs.yml",
        "schemas/actors.schema.json",
    ]


def test_unrelated_files_are_left_alone(tmp_path: Path) -> None:
    """An empty repository, an environment, a licence, folders that the site shares: it goes in beside them."""
    for name in (".git/config", ".venv/pyvenv.cfg", "LICENSE", ".vscode/launch.json", ".github/CODEOWNERS"):
        _file(tmp_path / name)
    (tmp_path / "content").mkdir()
    before = everything(tmp_path)
    assert new(tmp_path) == (0, "")
    assert (tmp_path / "mkdocs.yml").is_file()
    after = everything(tmp_path)
    assert {name: after[name] for name in before} == before
    status, said = new(tmp_path)
    assert status == 2
    assert f"{tmp_path / 'mkdocs.yml'}: a briefgen site is here already" in said
    assert everything(tmp_path) == after


@pytest.mark.parametrize("kind", ["file", "link", "dangling link", "loop"])
def test_a_place_that_is_no_folder_is_refused(kind: str, tmp_path: Path) -> None:
    """A link is not followed, even where it leads to an empty folder."""
    place = tmp_path / "place"
    (tmp_path / "empty").mkdir()
    if kind == "file":
        _file(place)
    else:
        place.symlink_to({"link": "empty", "dangling link": "nothing", "loop": "place"}[kind])
    before = everything(tmp_path)
    status, said = new(place)
    assert status == 2
    assert said.startswith(f"{place}: expected a folder")
    assert everything(tmp_path) == before


@pytest.mark.parametrize("place", ["loop/site", "x" * 300, "file/site"])
def test_a_place_that_cannot_be_reached_is_told(place: str, tmp_path: Path) -> None:
    """Below a loop of links, below a file, under a name too long for the disk: a message, and nothing is written."""
    (tmp_path / "loop").symlink_to("loop")
    _file(tmp_path / "file")
    before = everything(tmp_path)
    status, said = new(tmp_path / place)
    assert status in {1, 2}
    assert str(tmp_path / place.split("/", maxsplit=1)[0]) in said
    assert everything(tmp_path) == before


@pytest.mark.parametrize("place", ["words/site", "articles/deep/site"])
def test_the_content_of_another_site_is_no_place(place: str, tmp_path: Path) -> None:
    """There it would be published, or read as articles, by that site."""
    (tmp_path / "mkdocs.yml").write_text(ANOTHER_SITE, encoding="utf-8")
    before = everything(tmp_path)
    status, said = new(tmp_path / place)
    assert status == 2
    assert str(tmp_path / "mkdocs.yml") in said
    assert everything(tmp_path) == before


def test_another_site_around_it_is_told(tmp_path: Path) -> None:
    """Elsewhere in its folder it is written, and said where it lies; MkDocs without briefgen is none."""
    (tmp_path / "mkdocs.yml").write_text(ANOTHER_SITE, encoding="utf-8")
    result = CliRunner().invoke(main, ["new", "--no-example", str(tmp_path / "sites/one")])
    assert result.exit_code == 0, result.output
    assert f"another site, {tmp_path / 'mkdocs.yml'}" in result.stdout
    (tmp_path / "mkdocs.yml").write_text("site_name: Docs # no briefgen\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["new", "--no-example", str(tmp_path / "sites/two")])
    assert "another site" not in result.stdout


@pytest.mark.parametrize(
    "arguments", [("--name", "\x1b]8;;"), ("--url", "ftp://x/"), ("--language", "tlh"), ("--nmae", "x")]
)
def test_a_wrong_call_writes_nothing(arguments: tuple[str, str], tmp_path: Path) -> None:
    """Exit status 2, with what to type; no folder is made."""
    status, said = new(tmp_path / "site", *arguments)
    assert status == 2
    assert arguments[0] in said
    assert not everything(tmp_path)


def test_a_name_of_nothing_is_not_this_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script's unset variable fills nobody's folder."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["new", ""])
    assert (result.exit_code, "DIR: expected a folder's name" in result.stderr) == (2, True)
    assert everything(tmp_path) == {}


@pytest.mark.parametrize("there", ["", "mine.txt"])
@pytest.mark.parametrize("at", range(len(FILES)))
@pytest.mark.parametrize("what", ["opening", "writing", "flushing", "stopped"])
def test_a_failure_midway_takes_back_what_was_written(
    what: str, at: int, there: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever file fails and however: what was there is there, what was made is gone, folders included."""
    root = tmp_path / "deep" / "site"
    if there:
        _file(root / ".b" / there)
    before = everything(tmp_path)
    name = {"opening": "open", "writing": "fdopen", "flushing": "fsync", "stopped": "fsync"}[what]
    real = getattr(os, name)
    left = [at]

    def failing(*arguments: object, **named: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt if what == "stopped" else OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments, **named)

    monkeypatch.setattr(os, name, failing)
    error, message = (KeyboardInterrupt, None) if what == "stopped" else (WriteError, "No space left on device")
    with pytest.raises(error, match=message):
        write_new(root, FILES)
    monkeypatch.undo()
    assert everything(tmp_path) == before
    write_new(root, FILES)
    assert {name: data for name, data in everything(root).items() if data != "folder"} == FILES | (
        {f".b/{there}": b"mine\n"} if there else {}
    )


def test_a_full_disk_is_the_commands_exit_status_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one message names the file, and nothing of the site is left."""
    written: list[str] = []

    def full(path: Path, data: bytes, made: list[Path]) -> None:
        if path.name == "mkdocs.yml":
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        written.append(path.name)
        made.append(path)
        path.write_bytes(data)

    monkeypatch.setattr(new_tree, "_write", full)
    status, said = new(tmp_path / "site")
    assert status == 1
    assert said == (
        f"{tmp_path / 'site/mkdocs.yml'}: not written: No space left on device; what was written before it is removed again\n"
    )
    assert len(written) >= 15
    assert not everything(tmp_path)


def test_what_comes_to_stand_there_meanwhile_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look and the writing somebody saves a file, or puts a link where a folder was to be: theirs stays."""
    monkeypatch.setattr(start, "in_the_way", lambda _folder, _paths: ())
    _file(tmp_path / "one/mkdocs.yaml")
    _file(tmp_path / "one/requirements.txt")
    _link(tmp_path / "two/schemas", "../outside")
    (tmp_path / "outside").mkdir()
    before = everything(tmp_path)
    assert new(tmp_path / "one")[0] == 1
    assert new(tmp_path / "two")[0] == 1
    assert everything(tmp_path) == before


def test_an_example_that_cannot_be_drafted_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a language model nothing is written, and the temporary folder of the draft is gone."""

    def no_model(_root: Path, _settings: object) -> None:
        raise SettingsError("expected an installed language model")

    monkeypatch.setattr("briefgen.site_drafting.draft_site", no_model)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = CliRunner().invoke(main, ["new", str(tmp_path / "site")])
    assert (result.exit_code, result.stderr) == (2, "expected an installed language model\n")
    assert not everything(tmp_path)


def test_names_are_looked_up_as_they_stand(tmp_path: Path) -> None:
    """What is in the way is told as it is spelled there, sorted, each once; missing folders hold nothing."""
    _file(tmp_path / "A.TXT")
    _file(tmp_path / ".b/C")
    assert in_the_way(tmp_path, FILES) == (".b/C", "A.TXT")
    assert in_the_way(tmp_path / "nowhere", FILES) == ()


def test_windows_is_told_where_briefgen_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is read or written, and with what to type; help is given there as well."""
    monkeypatch.setattr("sys.platform", "win32")
    status, said = new(tmp_path / "site")
    assert status == 2
    assert "wsl --install -d Ubuntu" in " ".join(said.split())
    assert not (tmp_path / "site").exists()
    assert CliRunner().invoke(main, ["--version"]).exit_code == 0
