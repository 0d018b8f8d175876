"""The package as it is published: what it holds, that it is the same from everywhere, and that it works alone."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAME = "briefgen-0.1.0"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ADDED = {"briefgen/starting/files/requirements.txt"}
"""What the wheel has from another place than `briefgen/`."""


def built(source: Path, folder: Path, *targets: str, epoch: str = "1764547200", umask: int = 0o022) -> dict[str, bytes]:
    """Build from a checkout or an unpacked sdist; give what was built by its ending."""
    options = [option for target in targets for option in ("-t", target)]
    run = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder), *options],
        cwd=source,
        env={**os.environ, "SOURCE_DATE_EPOCH": epoch},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return {path.suffix: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with sdist and wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("packages")
    built(ROOT, folder)
    return folder


@pytest.fixture(scope="module")
def wheel(packages: Path) -> dict[str, bytes]:
    """The wheel's files."""
    with zipfile.ZipFile(packages / f"{NAME}-py3-none-any.whl") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def sdist(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(packages / f"{NAME}.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    return folder / NAME


def of_the_program() -> dict[str, bytes]:
    """Give every file below briefgen/ that git would take."""
    told = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "briefgen"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = [name for name in told.stdout.split("\0") if name and (ROOT / name).is_file()]
    return {name: (ROOT / name).read_bytes() for name in names if name != "briefgen/README.md"}


def test_the_wheel_holds_the_program_and_nothing_else(wheel: dict[str, bytes]) -> None:
    """Templates, labels, fonts, tables and what a new site begins with; no test, no article, no benchmark."""
    program = of_the_program()
    assert {name for name in wheel if name.startswith("briefgen/")} == set(program) | ADDED
    assert all(wheel[name] == data for name, data in program.items())
    assert {"briefgen/py.typed", "briefgen/theme/main.html", "briefgen/analysis/data/states.toml"} <= set(wheel)
    assert {name.split("/")[0] for name in wheel} == {"briefgen", f"{NAME}.data", f"{NAME}.dist-info"}
    manual = {name.removeprefix(f"{NAME}.data/data/") for name in wheel if name.startswith(f"{NAME}.data")}
    assert manual == {f"share/man/man1/{path.name}" for path in (ROOT / "docs" / "man").iterdir()}


def test_licences_come_with_what_they_are_for(wheel: dict[str, bytes]) -> None:
    """Of the program, of each typeface and of the icons; the metadata names them."""
    licences = {name.partition("/licenses/")[2] for name in wheel if ".dist-info/licenses/" in name}
    faces = {path.name.split("-")[0] for path in (ROOT / "briefgen/theme/assets/briefgen/fonts").glob("*.woff2")}
    assert {"LICENSE", "licenses/Apache-2.0.txt"} <= licences
    for face in faces:
        assert any(Path(name).name.startswith(face) for name in licences), face
    assert PROJECT["license"] == "MIT AND OFL-1.1 AND Apache-2.0"


def test_the_sdist_holds_what_the_wheel_is_made_from(sdist: Path) -> None:
    """And no test, no article of other people, no judgement of a benchmark."""
    assert {path.name for path in sdist.iterdir()} == {
        *(".gitignore", "CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "SECURITY.md", "briefgen", "docs"),
        *("hatch_build.py", "licenses", "pyproject.toml", "requirements.txt"),
    }
    assert [path.name for path in (sdist / "docs").iterdir()] == ["man"]


def test_no_article_and_no_path_of_this_machine_is_in_them(wheel: dict[str, bytes], sdist: Path) -> None:
    """What an article says is its publisher's, and where the program was built is nobody's affair."""
    articles = [path.read_text("utf-8", errors="replace") for path in (ROOT / "seeds").iterdir() if path.is_file()]
    lines = [line.strip() for text in articles for line in text.splitlines() if len(line.strip()) > 80]
    assert lines
    needles = [line.encode() for line in lines]
    needles += [f"{place}/".encode() for place in {str(ROOT), str(Path.home()), os.path.realpath(ROOT)}]
    files = {**wheel, **{str(path): path.read_bytes() for path in sdist.rglob("*") if path.is_file()}}
    assert not [name for name, data in files.items() for needle in needles if needle in data]


def test_the_same_bytes_are_built_anywhere(packages: Path, sdist: Path, tmp_path: Path) -> None:
    """From the sdist elsewhere, by a user with another umask, as from the checkout; only the told day counts."""
    first = {path.suffix: path.read_bytes() for path in packages.iterdir()}
    os.utime(sdist / "briefgen" / "api" / "__init__.py", (0, 0))
    again = built(sdist, tmp_path / "again", "wheel", umask=0o077)
    assert hashlib.sha256(again[".whl"]).digest() == hashlib.sha256(first[".whl"]).digest()
    assert built(ROOT, tmp_path / "twice", "sdist", umask=0o002)[".gz"] == first[".gz"]
    assert built(ROOT, tmp_path / "later", "wheel", epoch="1800000000")[".whl"] != first[".whl"]


def test_the_metadata_is_as_an_index_wants_it(wheel: dict[str, bytes]) -> None:
    """Whatever the index shows leads somewhere, and the Pythons are those that it is tested with."""
    told = message_from_bytes(wheel[f"{NAME}.dist-info/METADATA"])
    assert (told["Name"], told["Version"], told["Requires-Python"]) == ("briefgen", "0.1.0", ">=3.11")
    assert told["Description-Content-Type"] == "text/markdown"
    assert len(told["Summary"]) <= 512
    text = told.get_payload(decode=True)
    assert isinstance(text, bytes)
    description = text.decode("utf-8")
    assert description.startswith("# briefgen\n")
    assert len(description) > 2_000
    assert not re.findall(r"\]\((?!https?:|mailto:|#)[^)]*\)", description)
    pythons = [name.rpartition(" ")[2] for name in told.get_all("Classifier") or () if re.search(r":: 3\.\d+$", name)]
    assert pythons == ["3.11", "3.12", "3.13", "3.14"]
    entry_points = wheel[f"{NAME}.dist-info/entry_points.txt"].decode()
    assert "briefgen = briefgen.cli:main" in entry_points
    assert "briefgen = briefgen.plugin:BriefgenPlugin" in entry_points


@pytest.fixture(scope="module")
def installed(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own with the wheel, far from the checkout; what it depends on is looked up in this one."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python")]
    wheel = packages / f"{NAME}-py3-none-any.whl"
    subprocess.run(
        [
            *pip,
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--no-index",
            "--no-compile",
            str(wheel),
        ],
        check=True,
    )
    (packages_of_venv,) = folder.glob("lib/python*/site-packages")
    # Behind its own packages. What a `.pth` file names has its own `.pth` files unread: the checkout is not among them.
    (packages_of_venv / "beside.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def run(environment: Path, folder: Path, *command: str) -> str:
    """Run a program of the environment; give what it prints."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    ran = subprocess.run(
        [str(environment / "bin" / command[0]), *command[1:]],
        cwd=folder,
        env={**kept, "HOME": str(folder), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_it_works_where_it_is_installed(installed: Path, tmp_path: Path) -> None:
    """A new site is begun, built strictly, proved and verified, and nothing of it comes from the checkout."""
    place = run(installed, tmp_path, "python", "-c", "import briefgen; print(briefgen.__file__)").strip()
    assert Path(place).is_relative_to(installed)
    assert run(installed, tmp_path, "briefgen", "--version") == "briefgen, version 0.1.0\n"
    assert run(installed, tmp_path, "python", "-m", "briefgen", "--version") == "briefgen, version 0.1.0\n"
    run(installed, tmp_path, "briefgen", "new", "x")
    site = tmp_path / "x"
    run(installed, site, "python", "-m", "mkdocs", "build", "--strict")
    assert "no errors" in run(installed, site, "briefgen", "check")
    assert "as it should be" in run(installed, site, "briefgen", "verify-site", "site")
    assert (installed / "share" / "man" / "man1" / "briefgen-draft.1").is_file()
    script = (
        "import sys, briefgen.pipeline, briefgen.plugin\n"
        "print([module.__file__ for module in sys.modules.values() if hasattr(module, '__file__')])"
    )
    assert str(ROOT / "briefgen") not in run(installed, site, "python", "-c", script)


def test_a_script_drafts_with_it(installed: Path, tmp_path: Path) -> None:
    """With the language model that it depends on."""
    shutil.copy(ROOT / "tests" / "articles" / "harbour.txt", tmp_path)
    script = "from pathlib import Path; import briefgen; print(briefgen.draft_briefing(Path('harbour.txt')).id)"
    assert run(installed, tmp_path, "python", "-c", script) == "norway-offers-iceland-a-share-of-its-new-harbour\n"
