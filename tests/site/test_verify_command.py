"""`briefgen verify-site`: how it is called, how it ends, and that it finds nothing on what briefgen builds."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
import feedparser  # type: ignore[import-untyped]  # it carries no types
import icalendar
import pytest
from click.testing import CliRunner

from briefgen.cli.main import main
from briefgen.cli.verify_site import verify_site as verify_command
from briefgen.files import built_site
from briefgen.files.plain_file import read_plain_file
from briefgen.site_verifying import PARTS, verify_site
from briefgen.verifying.calendars import calendar_findings
from tests.site.building import SAMPLE, build, write_site
from tests.site.verified import report, write_good

if TYPE_CHECKING:
    from click.testing import Result

    from tests.site.building import Built

_CONFIG = """
site_name: Desk
site_url: https://desk.example/news/
docs_dir: content
theme: {name: material, font: false}
plugins: [search, {briefgen: {unreviewed: preview}}]
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The site without a fault, with its settings, where the command is called."""
    write_good(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["verify-site", *arguments])


def test_a_site_without_a_fault_ends_with_0(root: Path) -> None:
    """And says so in a line."""
    result = _run("site")
    assert (result.exit_code, result.output) == (0, "The site is as it should be: no errors, no warnings.\n")
    assert _run(str(root / "site"), "--strict", "--format", "github").output == ""


def test_what_can_be_skipped_is_what_there_is() -> None:
    """The command names the parts itself, so that its help loads nothing."""
    (skip,) = [one for one in verify_command.params if one.name == "skipped"]
    assert isinstance(skip.type, click.Choice)
    assert list(skip.type.choices) == list(PARTS)


def test_a_line_of_text_that_a_search_engine_asks_for_is_no_page(root: Path) -> None:
    """It has no markup that a policy could stop; one with markup has to have a policy."""
    (root / "site/proof.html").write_text("site-verification: proof.html\n", encoding="utf-8")
    assert _run("site").exit_code == 0
    (root / "site/proof.html").write_text("<p>site-verification: proof.html\n", encoding="utf-8")
    assert "site/proof.html:1:1: policy-missing" in _run("site").output


def test_an_error_ends_with_1_in_every_format(root: Path) -> None:
    """Each problem with the path as the user gave it."""
    page = root / "site" / "index.html"
    page.write_text(page.read_text("utf-8").replace("#takeaways", "#gone"), encoding="utf-8")
    result = _run("site")
    assert result.exit_code == 1
    assert result.output.startswith("site/index.html:15:1: anchor-missing: ")
    assert result.output.endswith("1 error, 0 warnings\n")
    told = json.loads(_run("site", "--format", "json").output)
    assert (told["version"], told["errors"], told["problems"][0]["code"]) == (1, 1, "anchor-missing")
    assert _run("site", "--format", "github").output.startswith(
        "::error file=site/index.html,line=15,col=1,title=anchor"
    )
    assert _run("site", "--skip", "links").exit_code == 0


def test_a_warning_fails_where_it_is_strict(root: Path) -> None:
    """A symbolic link is named and not followed."""
    outside = root / "secret.txt"
    outside.write_text(
        "The port authority wants every skipper to pay a third more from next spring on.", encoding="utf-8"
    )
    (root / "site" / "a.txt").symlink_to(outside)
    (root / "site" / "folder").symlink_to(root)
    result = _run("site")
    assert (result.exit_code, result.output.count("file-link"), result.output.count("leak")) == (0, 2, 0)
    assert _run("site", "--strict").exit_code == 1


def test_leaks_are_looked_for_by_the_content_beside_the_settings(root: Path) -> None:
    """Without settings all else is proved, and it is said; a content that cannot be read proves nothing."""
    page = root / "site" / "llms.txt"
    page.write_text("The port authority wants every skipper to pay a third more from next spring on.", encoding="utf-8")
    assert "leak-text" in _run("site").output
    assert _run("site", "--skip", "leaks").exit_code == 0
    (root / "content" / "briefings" / "broken.md").write_text("---\ntitel: x\n---\n", encoding="utf-8")
    result = _run("site")
    assert result.exit_code == 1
    assert "content/briefings/broken.md" in result.output
    (root / "mkdocs.yml").unlink()
    result = _run("site")
    assert result.exit_code == 0
    assert "Leaks are not looked for: there is no mkdocs.yml here" in result.output


def test_a_site_of_another_builder_is_proved_without_settings(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it stands is told by its first page; a mkdocs.yml of something else is not read."""
    (root / "mkdocs.yml").write_text("site_name: Docs\n", encoding="utf-8")
    assert _run("site").exit_code == 2
    assert _run("site", "--skip", "leaks").exit_code == 0
    result = CliRunner().invoke(main, ["-f", "mkdocs.yml", "verify-site", "site", "--skip", "leaks"])
    assert result.exit_code == 2
    monkeypatch.chdir(root / "site")
    assert _run(".").exit_code == 0


def test_what_is_no_built_site_ends_with_2(root: Path) -> None:
    """A folder that is missing or empty, a file, settings that are not there."""
    (root / "empty").mkdir()
    for name in ("gone", "empty", "mkdocs.yml", "content"):
        result = _run(name)
        assert (result.exit_code, "expected the folder of a built site" in result.output) == (2, True), name
    assert CliRunner().invoke(main, ["-f", "gone.yml", "verify-site", "site"]).exit_code == 2


def test_a_site_without_a_policy_by_its_settings_needs_none(root: Path) -> None:
    """`content_security_policy: false` is a site's own decision."""
    page = root / "site" / "index.html"
    page.write_text(page.read_text("utf-8").replace("Content-Security-Policy", "x"), encoding="utf-8")
    assert "policy-missing" in _run("site").output
    config = root / "mkdocs.yml"
    config.write_text(_CONFIG.replace("preview", "preview, content_security_policy: false"), encoding="utf-8")
    assert _run("site").exit_code == 0


def test_what_cannot_be_read_is_told_and_stops_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pipes, files and folders without permission, files that are too large, strange names."""
    os.mkfifo(root / "site" / "pipe")
    (root / "site" / "big.txt").write_text("x" * 200_000, encoding="utf-8")
    (root / "site" / "big.pdf").write_text("x" * 200_000, encoding="utf-8")
    (root / "site" / "a b ü\n\x1b[31m.html").write_bytes(b"\xff\xfe<")
    (root / "site" / os.fsdecode(b"latin-\xe4.txt")).write_bytes(b"\x00\x80")
    monkeypatch.setattr(built_site, "LARGEST", 100_000)

    def refusing(path: Path, limit: int) -> bytes:
        if Path(path).name == "desk.js":  # root, whom the tests may run as, reads everything
            raise PermissionError(13, "Permission denied")
        return read_plain_file(path, limit)

    monkeypatch.setattr(built_site, "read_plain_file", refusing)
    found = {(one.file, one.code) for one in verify_site(root / "site", name="site")}
    assert found == {
        ("site/pipe", "file-unreadable"),
        ("site/assets/desk.js", "file-unreadable"),
        ("site/big.txt", "file-too-large"),
        ("site/a b ü\n\x1b[31m.html", "policy-missing"),
    }
    assert "\x1b" not in report(verify_site(root / "site", name="site"))


def test_what_is_wrong_on_every_page_is_told_a_few_times(root: Path) -> None:
    """A link of the navigation is counted, not repeated 5,000 times."""
    good = (root / "site" / "briefings" / "pier-opens" / "index.html").read_text(encoding="utf-8")
    for number in range(12):
        folder = root / "site" / "briefings" / f"more-{number:02}"
        folder.mkdir()
        (folder / "index.html").write_text(good.replace("../../#top", "../../gone/#top"), encoding="utf-8")
    lines = _run("site").output.splitlines()
    assert len(lines) == 6
    assert lines[4].endswith("(and 7 more like it)")


def test_what_briefgen_builds_has_no_problems(sample: Built) -> None:
    """The sample site, whose drafts and withdrawn briefings are looked for."""
    result = CliRunner().invoke(main, ["-f", str(SAMPLE / "mkdocs.yml"), "verify-site", str(sample.site), "--strict"])
    assert (result.exit_code, result.output) == (0, "The site is as it should be: no errors, no warnings.\n")


def test_drafts_are_found_in_what_briefgen_builds(tmp_path: Path) -> None:
    """A site that shows its drafts is as it should be until its settings keep them out; its addresses are files."""
    briefings = {path.stem: path.read_text("utf-8") for path in (SAMPLE / "content" / "briefings").glob("*.md")}
    config = write_site(tmp_path, briefings, {"unreviewed": "show"})
    told = json.loads(config.read_text(encoding="utf-8")) | {"use_directory_urls": False}
    config.write_text(json.dumps(told), encoding="utf-8")
    assert build(config, tmp_path / "site").status == 0
    call = ["-f", str(config), "verify-site", str(tmp_path / "site"), "--strict"]
    result = CliRunner().invoke(main, call)
    assert (result.exit_code, result.output) == (0, "The site is as it should be: no errors, no warnings.\n")
    told["plugins"] = ["search", {"briefgen": {"unreviewed": "preview"}}]
    config.write_text(json.dumps(told), encoding="utf-8")
    result = CliRunner().invoke(main, [*call, "--format", "json"])
    found = {
        (one["code"], one["file"].removeprefix(f"{tmp_path}/site/")) for one in json.loads(result.output)["problems"]
    }
    drafts = [name for name, text in briefings.items() if "\nstatus: draft" in text]
    assert drafts
    for name in drafts:
        assert ("leak-file", f"briefings/{name}.html") in found
    for path in ("index.html", "filters.json", "search/search_index.json"):
        assert any(file == path and code.startswith("leak-") for code, file in found), path
    assert not any(path == "feed.xml" for _, path in found)


def test_other_programs_read_what_is_found_to_be_valid(sample: Built) -> None:
    """Feeds and calendars without a finding are read without a complaint; one with a finding is refused."""
    assert not feedparser.parse(sample.text("feed.xml")).bozo
    calendar = (sample.site / "watch.ics").read_bytes()
    assert list(calendar_findings(calendar)) == []
    assert icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    broken = calendar.replace(b"END:VEVENT", b"END:VTODO", 1)
    assert list(calendar_findings(broken))
    with pytest.raises(ValueError, match=r".*"):
        icalendar.Calendar.from_ical(calendar.replace(b"BEGIN:VCALENDAR\r\n", b"no line\r\nBEGIN:VCALENDAR\r\n"))
