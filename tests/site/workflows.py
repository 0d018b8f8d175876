"""GitHub's workflows, this project's and the one that a new site gets: where they lie, and the rules they keep."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROJECT = Path(__file__).parent.parent.parent
NEW_SITES = PROJECT / "briefgen" / "starting" / "files" / "github" / "workflows" / "briefings.yml"
OWN = tuple(sorted((PROJECT / ".github" / "workflows").glob("*.yml")))
DAILY = NEW_SITES.with_name("daily.yml")
WORKFLOWS = (NEW_SITES, DAILY, *OWN)
DEPENDABOT = (PROJECT / ".github" / "dependabot.yml", NEW_SITES.parent.parent / "dependabot.yml")

_ACTION = re.compile(r"\s*(?:- )?uses: (?P<name>[\w./-]+)@(?P<ref>\S+)(?: +# (?P<comment>.+))?")
_UNSAFE_EVENTS = frozenset({"pull_request_target", "workflow_run", "issue_comment"})
_LONGEST_MINUTES = 60


def parsed(text: str) -> dict[str, Any]:
    """Read a workflow; every value is text, so that `on` is a key and no truth value."""
    workflow = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # it makes text, lists and mappings only
    assert isinstance(workflow, dict)
    return workflow


def steps_of(workflow: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the steps of all jobs."""
    for job in workflow["jobs"].values():
        yield from job["steps"]


def broken_rules(text: str) -> list[str]:
    """Name this project's rules for workflows that a workflow breaks: least permissions, nothing unpinned, nothing injected."""
    workflow = parsed(text)
    found = [
        *_unpinned(text),
        *(f"{event} runs with secrets on what a stranger proposes" for event in _events(workflow) & _UNSAFE_EVENTS),
    ]
    if workflow.get("permissions") != {}:
        found.append("permissions at the top have to be {}")
    if "cancel-in-progress" not in workflow.get("concurrency", {}):
        found.append("concurrency is missing")
    if workflow.get("defaults", {}).get("run", {}).get("shell") != "bash":
        found.append("without `shell: bash` a failure within a pipe does not count")
    for name, job in workflow["jobs"].items():
        found += [f"{name}: {fault}" for fault in _faults_of_job(job)]
    return found


def _events(workflow: Mapping[str, Any]) -> set[str]:
    return {workflow["on"]} if isinstance(workflow["on"], str) else set(workflow["on"])


def _unpinned(text: str) -> Iterator[str]:
    lines = [line for line in text.split("\n") if re.match(r"\s*(- )?uses:", line)]
    for line in lines:
        found = _ACTION.fullmatch(line)
        if not found or not re.fullmatch(r"[0-9a-f]{40}", found["ref"]):
            yield f"{line.strip()}: not pinned by commit"
        elif not re.fullmatch(r"v\d+\.\d+\.\d+", found["comment"] or ""):
            yield f"{line.strip()}: does not say which version that is"
        elif not found["name"].startswith("actions/"):
            yield f"{line.strip()}: not one of GitHub's own"


def _faults_of_job(job: Mapping[str, Any]) -> Iterator[str]:
    if "permissions" not in job:
        yield "permissions are missing"
    if not 0 < int(job.get("timeout-minutes", 0)) <= _LONGEST_MINUTES:
        yield "timeout-minutes is missing or too long"
    if not re.fullmatch(r"ubuntu-\d\d\.\d\d", job["runs-on"]):
        yield "the image it runs on may change from one day to the next"
    for step in job["steps"]:
        if "run" in step and "${{" in step["run"]:
            yield f"{step['name']}: an expression in `run` becomes part of the script; hand it over in `env`"
        if "checkout@" in step.get("uses", "") and step.get("with", {}).get("persist-credentials") != "false":
            yield f"{step['name']}: the token stays in the checkout"
