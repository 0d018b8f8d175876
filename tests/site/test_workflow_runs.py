"""The workflow of a new site does what it says: its steps, run in a site that `briefgen new` made."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from tests.site.running import Event, Runner, git
from tests.site.workflows import NEW_SITES, parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

MISTAKE = "Xyzzy"
PROPOSAL = Event(
    name="pull_request",
    ref="refs/pull/12/merge",
    pull_request="12",
    variables={"SITE_URL": "https://briefings.example.org/"},
)
DAY = 24 * 60 * 60


def new_site(folder: Path) -> Path:
    """Make a site as a user does, committed to git."""
    made = CliRunner().invoke(main, ["new", str(folder)])
    assert made.exit_code == 0, made.output
    git(folder, "init")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "A site of briefings")
    return folder


def change_a_briefing(site: Path, line: str, change: Callable[[str], str]) -> tuple[str, int]:
    """Change the first line of a briefing that is like this; give the file from the site's root and the line's number."""
    (briefing,) = (site / "content" / "briefings").glob("*.md")
    lines = briefing.read_text(encoding="utf-8").split("\n")
    place = next(place for place, found in enumerate(lines) if re.match(line, found))
    lines[place] = change(lines[place])
    briefing.write_text("\n".join(lines), encoding="utf-8")
    return briefing.relative_to(site).as_posix(), place + 1


def workflow_of(site: Path) -> dict[str, Any]:
    """Read the workflow that the site itself has."""
    return parsed((site / ".github" / "workflows" / NEW_SITES.name).read_text(encoding="utf-8"))


def run(site: Path, event: Event, *, install: bool = True) -> Runner:
    """Run the job that proves and builds, without installing where another run has shown that."""
    workflow = workflow_of(site)
    for step in workflow["jobs"]["build"]["steps"]:
        step.update({} if install or step["name"] != "Install" else {"run": ":"})
    runner = Runner(site=site, scratch=site.parent / "scratch", event=event)
    runner.run(workflow, "build")
    return runner


def run_step(name: str, site: Path, event: Event, *, problems: str | None = None) -> Runner:
    """Run one step alone, in a folder that has nothing but what was found so far."""
    site.mkdir()
    workflow = parsed(NEW_SITES.read_text(encoding="utf-8"))
    (step,) = [step for step in workflow["jobs"]["build"]["steps"] if step["name"] == name]
    before = {
        "name": "Before",
        "run": 'printf \'%s\' "$SAID" > "$RUNNER_TEMP/problems.txt"',
        "env": {"SAID": problems},
    }
    workflow["jobs"]["build"]["steps"] = [step] if problems is None else [before, step]
    runner = Runner(site=site, scratch=site.parent / "scratch", event=event)
    runner.run(workflow, "build")
    return runner


def outcomes(runner: Runner, *names: str) -> Mapping[str, str]:
    """Give how these steps ended."""
    return {name: runner.step(name).outcome for name in names}


@pytest.fixture(scope="module")
def pushed(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """The run for a push to main, of a new site below a path with a space."""
    return run(new_site(tmp_path_factory.mktemp("a desk") / "site"), Event(name="push"))


@pytest.fixture(scope="module")
def proposed(pushed: Runner, tmp_path_factory: pytest.TempPathFactory) -> tuple[Runner, tuple[str, int]]:
    """The run for a pull request with a new article, and a quote that stands in no source, and where that is."""
    site = tmp_path_factory.mktemp("proposed") / "site"
    shutil.copytree(pushed.site, site, ignore=shutil.ignore_patterns(".cache"))
    shutil.rmtree(site / "site")
    (site / "seeds" / "new.txt").write_text("The ferries stay in port.\n", encoding="utf-8")
    where = change_a_briefing(site, r"\s*- quote: \w", lambda line: line.replace("quote: ", f"quote: {MISTAKE} ", 1))
    return run(site, PROPOSAL, install=False), where


def test_a_push_is_proved_built_verified_and_handed_to_pages(pushed: Runner) -> None:
    """Every step succeeds but that of previews, and what goes to Pages is the built site."""
    other = {step.name: step.outcome for step in pushed.steps if step.outcome != "success"}
    assert other == {"Keep the preview": "skipped"}, "\n".join(step.log for step in pushed.steps)
    assert list(pushed.uploads) == ["github-pages"]
    files = pushed.uploads["github-pages"]
    assert {"index.html", "404.html", "sitemap.xml", "feed.xml", "watch.ics", "search/search_index.json"} <= set(files)
    (page,) = [path for path in files if re.fullmatch(r"briefings/[\w-]{20,}/index\.html", path)]
    assert b"Lindhaven" in files[page]


def test_everything_that_is_installed_stands_in_the_lock(pushed: Runner) -> None:
    """What the lock names is what the tests run with: pip finds all of it, and asks nobody."""
    log = pushed.step("Install").log
    assert "Requirement already satisfied: mkdocs==" in log
    assert "Requirement already satisfied: briefgen" in log
    assert "Collecting" not in log


def test_a_run_leaves_nothing_to_commit(pushed: Runner) -> None:
    """What a run writes is what git ignores."""
    said = subprocess.run(["git", "status", "--porcelain"], cwd=pushed.site, capture_output=True, text=True, check=True)
    assert said.stdout == ""


def test_the_site_is_built_for_the_address_that_pages_gives_it(pushed: Runner) -> None:
    """The sitemap names the address that GitHub has for the repository."""
    sitemap = pushed.uploads["github-pages"]["sitemap.xml"].decode()
    assert "<loc>https://harbour-desk.github.io/briefings/</loc>" in sitemap


def test_the_summary_of_a_push(pushed: Runner) -> None:
    """It says how proving, building and verifying ended, and offers no preview."""
    assert (
        "Proving the briefings: success. Building the site: success. Verifying the built site: success."
        in pushed.summary
    )
    assert "\n    Every line is proved: no errors, no warnings.\n" in pushed.summary
    assert "\n    The site is as it should be: no errors, no warnings.\n" in pushed.summary
    assert "Preview" not in pushed.summary


def test_a_mistake_in_a_pull_request_is_marked_at_its_line(proposed: tuple[Runner, tuple[str, int]]) -> None:
    """The run fails, with an annotation at the file, from the repository's root, and the line."""
    runner, (file, line) = proposed
    assert runner.failed
    check = runner.step("Prove the briefings")
    assert check.outcome == "failure"
    assert re.search(rf"(?m)^::error file={re.escape(file)},line={line},col=\d+,title=quote-not-in-source::", check.log)
    assert file.startswith("content/briefings/")
    assert (runner.site / file).is_file()


def test_an_article_without_a_briefing_is_named(proposed: tuple[Runner, tuple[str, int]]) -> None:
    """The workflow drafts nothing: whoever uploads an article is told that a briefing is missing."""
    runner, _ = proposed
    log = runner.step("Prove the briefings").log
    assert "::warning file=seeds/new.txt,line=1,col=1,title=seed-undrafted::no briefing rests on this article" in log


def test_a_pull_request_with_a_mistake_has_a_preview(proposed: tuple[Runner, tuple[str, int]]) -> None:
    """The site is built, verified and kept all the same, under the pull request's number; nothing goes to Pages.

    The step that builds fails: MkDocs' --strict counts the warning that the page gives of the quote.
    """
    runner, _ = proposed
    assert outcomes(runner, "Build the site", "Verify the built site", "Keep the preview") == {
        "Build the site": "failure",
        "Verify the built site": "success",
        "Keep the preview": "success",
    }
    assert outcomes(runner, "Hand the site to GitHub Pages") == {"Hand the site to GitHub Pages": "skipped"}
    assert list(runner.uploads) == ["preview-of-pull-request-12"]
    files = runner.uploads["preview-of-pull-request-12"]
    assert any(MISTAKE.encode() in text for path, text in files.items() if path.endswith("index.html"))


def test_the_summary_of_a_pull_request(proposed: tuple[Runner, tuple[str, int]]) -> None:
    """It says what was found and how to see the preview."""
    runner, (file, line) = proposed
    assert "Proving the briefings: failure." in runner.summary
    assert re.search(rf"(?m)^    {re.escape(file)}:{line}:\d+: quote-not-in-source: ", runner.summary)
    assert "    1 error, " in runner.summary
    assert "(https://github.com/desk/briefings/artifacts/preview-of-pull-request-12)" in runner.summary
    assert "python3 -m http.server" in runner.summary


def test_the_variable_says_the_address(proposed: tuple[Runner, tuple[str, int]]) -> None:
    """A site with a domain of its own names it in the repository's variable SITE_URL."""
    runner, _ = proposed
    sitemap = runner.uploads["preview-of-pull-request-12"]["sitemap.xml"].decode()
    assert "<loc>https://briefings.example.org/</loc>" in sitemap


def test_front_matter_that_cannot_be_read(proposed: tuple[Runner, tuple[str, int]], tmp_path: Path) -> None:
    """Nothing can be built then: the line is marked, there is no preview, and the summary is there."""
    site = tmp_path / "site"
    shutil.copytree(proposed[0].site, site, ignore=shutil.ignore_patterns(".cache"))
    shutil.rmtree(site / "site")
    file, line = change_a_briefing(site, r"title: ", lambda found: found.replace("title", "tilte", 1))
    runner = run(site, PROPOSAL, install=False)
    assert f"::error file={file},line={line},col=1,title=unknown-key::" in runner.step("Prove the briefings").log
    assert outcomes(runner, "Build the site", "Verify the built site", "Keep the preview") == {
        "Build the site": "failure",
        "Verify the built site": "skipped",
        "Keep the preview": "skipped",
    }
    assert runner.uploads == {}
    assert "Building the site: failure. Verifying the built site: skipped." in runner.summary
    assert "unknown-key" in runner.summary


@pytest.mark.parametrize(
    ("repository", "variable", "address"),
    [
        ("Harbour-Desk/Notes", "", "https://harbour-desk.github.io/Notes/"),
        ("Harbour-Desk/harbour-desk.github.io", "", "https://harbour-desk.github.io/"),
        ("Harbour-Desk/Notes", "https://desk.example/", "https://desk.example/"),
    ],
)
def test_addresses(tmp_path: Path, repository: str, variable: str, address: str) -> None:
    """The site's address is the variable's, else that which GitHub gives the repository; the day begins at midnight."""
    event = Event(name="schedule", repository=repository, variables={"SITE_URL": variable})
    runner = run_step("Say for which day and address", tmp_path / "site", event)
    assert runner.env["SITE_URL"] == address
    assert int(runner.env["SOURCE_DATE_EPOCH"]) % DAY == 0


def test_a_summary_shows_hostile_messages_as_they_are(tmp_path: Path) -> None:
    """What an article says stands indented in the summary, where GitHub makes no markup of it; much of it is cut."""
    hostile = "".join(
        f"content/{number}.md:1:1: code: ```<img src=x> [link](https://a.example)\n" for number in range(50)
    )
    runner = run_step("Say what was found", tmp_path / "site", Event(name="push"), problems=f"{hostile}50 errors\n")
    told = [line for line in runner.summary.split("\n") if "content/" in line]
    assert len(told) == 40
    assert all(line.startswith("    content/") for line in told)
    assert runner.summary.endswith("\n    50 errors\n")


def test_a_site_that_does_not_verify_is_not_published(pushed: Runner, tmp_path: Path) -> None:
    """A page that would load something from elsewhere fails the run before anything goes to Pages; the summary says why."""
    workflow = workflow_of(pushed.site)
    (verify,) = [step for step in workflow["jobs"]["build"]["steps"] if step["name"] == "Verify the built site"]
    # Behind everything, where a browser looks as well.
    spoil = {"name": "Spoil", "run": "echo '<img src=https://elsewhere.example/x.png>' >> site/index.html"}
    steps = workflow["jobs"]["build"]["steps"]
    workflow["jobs"]["build"]["steps"] = [spoil, *steps[steps.index(verify) :]]
    shutil.copytree(pushed.site, tmp_path / "site")
    runner = Runner(site=tmp_path / "site", scratch=tmp_path / "scratch", event=Event(name="push"))
    runner.run(workflow, "build")
    assert runner.failed
    assert runner.step("Verify the built site").outcome == "failure"
    assert runner.uploads == {}
    assert re.search(r"(?m)^    site/index\.html:\d+:\d+: .*elsewhere\.example", runner.summary)
