"""Runs the steps of a workflow's job on this machine, as GitHub's runner would."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAMS = Path(sys.executable).parent
"""Where the programs of the environment that runs the tests lie."""

_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
_COMPARED = re.compile(r"(?P<left>\S+) (?P<operator>==|!=) '(?P<right>[^']*)'")
_FILES = ("GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")
"""What a step writes to, one of each for every step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What started a run."""

    name: str
    ref: str = "refs/heads/main"
    repository: str = "Harbour-Desk/briefings"
    pull_request: str = ""
    """Its number."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """The repository's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What came of one step."""

    name: str
    outcome: str
    """As GitHub calls it: success, failure or skipped."""
    log: str = ""


@dataclass(slots=True, kw_only=True)
class Runner:
    """Runs the steps of a job in a folder: scripts by bash, GitHub's own actions by what they are documented to do."""

    site: Path
    scratch: Path
    event: Event
    steps: list[Ran] = field(default_factory=list)
    uploads: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """From the name of each artifact to the files in it, by their paths."""
    summary: str = ""
    _outputs: dict[str, str] = field(default_factory=dict)
    env: dict[str, str] = field(default_factory=dict)
    """Of the next step."""

    @property
    def failed(self) -> bool:
        """Whether the job has failed so far."""
        return any(step.outcome == "failure" for step in self.steps)

    def step(self, name: str) -> Ran:
        """Give what came of a step."""
        (found,) = [step for step in self.steps if step.name == name]
        return found

    def run(self, workflow: Mapping[str, Any], job: str) -> None:
        """Run every step of a job, in order."""
        told = workflow["jobs"][job]
        assert workflow["defaults"]["run"]["shell"] == "bash"
        self.env = _environment(self.site, self.scratch, self.event) | workflow.get("env", {}) | told.get("env", {})
        for step in told["steps"]:
            done = (
                self._carried_out(step)
                if self._holds(step.get("if", "success()"))
                else Ran(name=step["name"], outcome="skipped")
            )
            self.steps.append(done)
            self._outputs[f"steps.{step.get('id')}.outcome"] = done.outcome

    def _carried_out(self, step: Mapping[str, Any]) -> Ran:
        if "run" in step:
            return self._script(step)
        action = step["uses"].split("@")[0]
        inputs = {name: self._filled(value) for name, value in step.get("with", {}).items()}
        if action in {"actions/upload-artifact", "actions/upload-pages-artifact"}:
            self._upload(action, step.get("id", ""), inputs)
        else:
            assert action in {"actions/checkout", "actions/setup-python"}, "an action that this runner does not know"
        return Ran(name=step["name"], outcome="success")

    def _upload(self, action: str, step_id: str, inputs: Mapping[str, str]) -> None:
        """Keep the names of the files; both actions leave out what begins with a dot."""
        folder = self.site / inputs["path"]
        paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        assert paths, "nothing to upload"
        shown = [path for path in paths if not re.search(r"(^|/)\.", path)]
        name = inputs.get("name", "github-pages" if action.endswith("pages-artifact") else "artifact")
        self.uploads[name] = {path: (folder / path).read_bytes() for path in shown}
        self._outputs[f"steps.{step_id}.outputs.artifact-url"] = f"https://github.com/desk/briefings/artifacts/{name}"

    def _script(self, step: Mapping[str, Any]) -> Ran:
        script = self.scratch / f"step-{len(self.steps)}.sh"
        script.write_text(step["run"], encoding="utf-8")
        files = {key: self.scratch / f"{key.lower()}-{len(self.steps)}" for key in _FILES}
        for file in files.values():
            file.touch()
        env = self.env | {key: str(file) for key, file in files.items()}
        env |= {key: self._filled(value) for key, value in step.get("env", {}).items()}
        # As GitHub runs what says `shell: bash`.
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        done = subprocess.run(
            command, cwd=self.site, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        for line in files["GITHUB_ENV"].read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.env[name] = value
        for line in files["GITHUB_PATH"].read_text(encoding="utf-8").splitlines():
            self.env["PATH"] = f"{line}:{self.env['PATH']}"
        self.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        outcome = "failure" if done.returncode else "success"
        return Ran(name=step["name"], outcome=outcome, log=done.stdout.decode("utf-8"))

    def _filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda found: self._value(found[1]), text)

    def _value(self, name: str) -> str:
        """Give what a context holds; what is not there is empty, as on GitHub."""
        if found := re.fullmatch(r"hashFiles\('([^']+)'\)", name):
            return "hash" if (self.site / found[1]).is_file() else ""
        if name.startswith("vars."):
            return self.event.variables.get(name.removeprefix("vars."), "")
        if name.startswith("steps."):
            return self._outputs.get(name, "")
        return {
            "github.event_name": self.event.name,
            "github.ref": self.event.ref,
            "github.event.pull_request.number": self.event.pull_request,
        }[name]

    def _holds(self, condition: str) -> bool:
        """Tell whether a step runs; one that does not ask how the job stands runs only while nothing has failed."""
        parts = condition.removeprefix("${{").removesuffix("}}").strip().split(" && ")
        if not {"!cancelled()", "success()"} & set(parts):
            parts.append("success()")
        return all(self._part_holds(part) for part in parts)

    def _part_holds(self, part: str) -> bool:
        if part == "!cancelled()":
            return True
        if part == "success()":
            return not self.failed
        found = _COMPARED.fullmatch(part)
        assert found, f"a condition that this runner does not know: {part}"
        return (self._value(found["left"]) == found["right"]) is (found["operator"] == "==")


def _environment(site: Path, scratch: Path, event: Event) -> dict[str, str]:
    """Give what GitHub's runner sets, and a Python that sees what is installed here but installs elsewhere."""
    home = scratch / "home"
    temporary = scratch / "runner-temp"
    for folder in (home, temporary):
        folder.mkdir(parents=True)
    return {
        "PATH": f"{_python_apart(scratch)}:{PROGRAMS}:{os.environ['PATH']}",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_EVENT_NAME": event.name,
        "GITHUB_REF": event.ref,
        "GITHUB_REPOSITORY": event.repository,
        "GITHUB_REPOSITORY_OWNER": event.repository.split("/")[0],
        "GITHUB_WORKSPACE": str(site),
        "RUNNER_TEMP": str(temporary),
        # Everything that the lock names is installed here: pip has to find that out, and must not ask anybody.
        "PIP_NO_INDEX": "1",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


def _python_apart(scratch: Path) -> Path:
    """Make an environment that sees the packages of this one, so that no step can change it."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(scratch / "python")], check=True)
    (packages,) = (scratch / "python" / "lib").glob("python*/site-packages")
    here = sysconfig.get_paths()["purelib"]
    (packages / "shared.pth").write_text(f"import site; site.addsitedir({here!r})\n", encoding="utf-8")
    return scratch / "python" / "bin"


def git(folder: Path, *arguments: str) -> None:
    """Run git as nobody in particular."""
    git_program = shutil.which("git")
    assert git_program
    who = ["-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run([git_program, *who, *arguments], cwd=folder, check=True, capture_output=True)
