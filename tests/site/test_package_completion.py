"""What a shell completes: asked as bash asks, and through the script as bash runs it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.cli.completing import VARIABLE
from tests.site.example_site import write_example_site

PROGRAMS = str(Path(sys.executable).parent)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a briefing that a newer draft waits for, and an article whose name a shell has to quote."""
    root = tmp_path_factory.mktemp("completing") / "desk"
    write_example_site(root)
    (root / "seeds" / "more").mkdir()
    (root / "seeds" / "more" / "Who's $HOME (2).md").write_text("Nobody knows.\n")
    (root / "content" / "briefings" / "harvest.md").write_text("---\nnot: front matter\n---\n")
    return root


def complete(folder: Path, *words: str, shell: str = "zsh") -> tuple[list[str], str]:
    """Ask as a shell does after the last of the words; give what it would offer, and what lands on the terminal."""
    run = subprocess.run(
        [sys.executable, "-c", "from briefgen.cli import main; main(prog_name='briefgen')"],
        env={
            **os.environ,
            VARIABLE: f"{shell}_complete",
            "COMP_WORDS": "\n".join(("briefgen", *words)),
            "COMP_CWORD": str(len(words)),
        },
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = run.stdout.splitlines()
    offered = lines[1::3] if shell == "zsh" else [line.partition(",")[2] for line in lines]
    return offered, run.stderr


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("ch",), ["check"]),
        (("v",), ["verify-site"]),
        (("draft", "--pub"), ["--published"]),
        (("check", "--format", ""), ["github", "json", "text"]),
        (("schema", "--for", "vs"), ["vscode"]),
        (("labels", "--language", "d"), ["de"]),
        (("completion", ""), ["bash", "zsh", "fish"]),
        (("accept", "har"), ["harbour", "harvest"]),
        (("accept", "harbour", "title"), ["title-335397"]),
        (("accept", "harbour", "title-335397", "title"), []),
        (("draft", "--explain", "harb"), ["harbour"]),
        (("draft", "seeds/h"), ["seeds/harbour.txt"]),
        (("check", "harb"), ["harbour"]),
        (("check", "content/briefings/harb"), ["content/briefings/harbour.md"]),
        (("draft", "seeds/more/"), ["seeds/more/Who's $HOME (2).md"]),
        (("accept", "nobody", ""), []),
        (("accept", "harvest", ""), []),
        (("-f", "gone.yml", "accept", ""), []),
    ],
)
def test_a_word_half_typed_is_completed_without_a_word_on_the_terminal(
    desk: Path, words: tuple[str, ...], expected: list[str]
) -> None:
    """Commands, options, their values, ids, articles and proposals; where nothing can be known nothing is offered."""
    assert complete(desk, *words) == (expected, "")


def test_the_site_may_be_elsewhere(desk: Path) -> None:
    """With `-f` ids are that site's, and articles are named from where the user is."""
    assert complete(desk.parent, "-f", "desk/mkdocs.yml", "accept", "harb") == (["harbour"], "")
    assert complete(desk.parent, "-f", "desk", "accept", "harb") == (["harbour"], "")
    assert complete(desk.parent, "-f", "desk/mkdocs.yml", "draft", "desk/seeds/h") == (["desk/seeds/harbour.txt"], "")


def test_other_folders_are_read_from_the_settings(desk: Path, tmp_path: Path) -> None:
    """`docs_dir` and `seeds` are told by mkdocs.yml, be it one that only MkDocs understands in full."""
    site = shutil.copytree(desk, tmp_path / "site")
    (site / "content").rename(site / "pages")
    (site / "seeds").rename(site / "articles")
    (site / "mkdocs.yml").write_text(
        "site_name: !ENV [NAME, Desk]\ndocs_dir: pages\nextra: !!python/name:os.system\n"
        "plugins:\n- search\n- briefgen:\n    seeds: articles\n"
    )
    assert complete(site, "draft", "har") == (["harbour", "harvest"], "")
    assert complete(site, "draft", "articles/h") == (["articles/harbour.txt"], "")
    (site / "mkdocs.yml").write_text("plugins: [")
    assert complete(site, "draft", "har") == ([], "")
    (site / "mkdocs.yml").write_text("- no\n- configuration\n")
    assert complete(site, "draft", "har") == ([], "")


def test_completing_loads_neither_mkdocs_nor_spacy(desk: Path) -> None:
    """A shell asks at every press of the key: nobody waits for what a word does not need."""
    script = (
        "import atexit, os, sys\n"
        "heavy = ('babel', 'jinja2', 'lxml', 'mkdocs', 'pydantic', 'spacy', 'tqdm', 'trafilatura')\n"
        "atexit.register(lambda: print([name for name in heavy if name in sys.modules], file=sys.stderr))\n"
        "from briefgen.cli import main\n"
        "main(prog_name='briefgen')\n"
    )
    asked = {"COMP_WORDS": "briefgen\ndraft\nhar", "COMP_CWORD": "2", VARIABLE: "bash_complete"}
    run = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, **asked},
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("plain,harbour\nplain,harvest\n", "[]\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed(shell: str) -> None:
    """It asks this program, by the variable that this program hears."""
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0
    assert f"{VARIABLE}={shell}_complete" in result.stdout
    assert re.search(r"^ *(complete|compdef) .*briefgen", result.stdout, re.MULTILINE)
    assert "%(" not in result.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="asks bash itself")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("briefgen acc", "accept"),
        ("briefgen accept harb", "harbour"),
        ("briefgen draft seeds/more/", r"seeds/more/Who\'s\ \$HOME\ \(2\).md"),
        (r"briefgen draft seeds/more/Who\'s\ ", r"seeds/more/Who\'s\ \$HOME\ \(2\).md"),
    ],
)
def test_bash_puts_it_on_the_line(desk: Path, line: str, expected: str) -> None:
    """Through the script, quoted so that the line means the file and nothing else."""
    script = f"""
        PATH={PROGRAMS!r}:$PATH
        eval "$(briefgen completion bash)"
        IFS=$'\\n' read -r -d '' -a COMP_WORDS < <(printf '%s\\n' {" ".join(map(_raw, _words(line)))})
        COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
        _briefgen_completion briefgen
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    run = subprocess.run(["bash", "-c", script], cwd=desk, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == (f"{expected}\n", "")


def _words(line: str) -> list[str]:
    """Split a line as bash does for COMP_WORDS: at blanks that no backslash keeps, everything else as it was typed."""
    return re.findall(r"(?:\\.|[^ \\])+", line)


def _raw(word: str) -> str:
    return "'" + word.replace("'", "'\\''") + "'"


def test_a_name_that_would_steer_the_terminal_is_not_offered(desk: Path, tmp_path: Path) -> None:
    """A line end would be two words to the shell, and an escape is obeyed."""
    root = tmp_path / "desk"
    shutil.copytree(desk, root)
    for name in ("two\nlines", "red\x1b[31m"):
        (root / "content" / "briefings" / f"{name}.md").write_text("")
    assert complete(root, "accept", "") == complete(desk, "accept", "")
