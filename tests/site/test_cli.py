"""The command line as a user meets it: what is printed, what is written, and the exit status."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main

ARTICLES = Path(__file__).parent.parent / "articles"
HARBOUR = "norway-offers-iceland-a-share-of-its-new-harbour"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with two articles and no briefing, below a path with a space."""
    root = tmp_path / "my site"
    (root / "content").mkdir(parents=True)
    (root / "seeds").mkdir()
    for name in ("ferry.md", "harbour.txt"):
        shutil.copy(ARTICLES / name, root / "seeds")
    (root / "mkdocs.yml").write_text(
        "site_name: Test\ndocs_dir: content\ntheme: material\nplugins: [briefgen]\n", encoding="utf-8"
    )
    return root


def run(site: Path, *arguments: str) -> Result:
    """Run `briefgen` for a site; an exception that is no exit fails the test."""
    result = CliRunner().invoke(main, ["-f", str(site / "mkdocs.yml"), *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def contents(site: Path) -> dict[str, tuple[bytes, int]]:
    """Give every file below content/ with its bytes and its time of writing."""
    return {
        path.relative_to(site).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted((site / "content").rglob("*"))
        if path.is_file()
    }


def briefing(site: Path, start: str) -> Path:
    """Give the briefing whose id starts so."""
    (found,) = (site / "content" / "briefings").glob(f"{start}*.md")
    return found


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text that must stand in the file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def append(path: Path, text: str) -> None:
    """Add to the end of a file."""
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_draft_writes_a_briefing_and_a_last_draft_for_each_article(site: Path) -> None:
    """A first draft names what it wrote and counts it."""
    result = run(site, "draft")
    assert result.exit_code == 0
    assert result.stdout.endswith("2 articles: 2 new briefings\n")
    assert len(list((site / "content" / "briefings").glob("*.md"))) == 2
    assert len(list((site / "content" / ".drafts").glob("*.json"))) == 2


def test_draft_again_touches_nothing_and_says_so(site: Path) -> None:
    """Without a change no file is written, not even with the same bytes."""
    run(site, "draft")
    before = contents(site)
    result = run(site, "draft")
    assert result.stdout == "2 articles: 2 up to date; nothing was written to content/\n"
    assert contents(site) == before


def test_drafting_everything_anew_gives_the_same_bytes(site: Path) -> None:
    """A draft depends on the article and the program only."""
    run(site, "draft")
    before = contents(site)
    result = run(site, "draft", "--again")
    assert "2 drafted again without a change; nothing was written" in result.stdout
    assert contents(site) == before


def test_drafting_again_keeps_an_edit_and_does_not_bring_back_a_deletion(site: Path) -> None:
    """The editor's title stays, the deleted actor stays deleted, and the rest of the file is not touched."""
    run(site, "draft")
    path = briefing(site, "norway")
    edit(path, "status: draft", "status: reviewed  # read twice")
    edit(path, "  - name: Olav Berge\n", "  - name: Olav Berge of Vardal\n")
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    start = next(index for index, line in enumerate(lines) if line.startswith("  - name: Iceland"))
    end = next(index for index in range(start + 1, len(lines)) if not lines[index].startswith("    "))
    path.write_text("".join(lines[:start] + lines[end:]), encoding="utf-8")
    edited = path.read_bytes()

    append(site / "seeds" / "harbour.txt", "\nThe talks go on.\n")
    result = run(site, "draft")
    assert result.exit_code == 0
    text = path.read_text(encoding="utf-8")
    assert "status: reviewed  # read twice" in text
    assert "Olav Berge of Vardal" in text
    assert "  - name: Iceland\n" not in text
    changed = [line for line in text.splitlines() if line not in edited.decode("utf-8").splitlines()]
    assert all("sha256" in line for line in changed)


def test_an_article_that_cannot_be_read_does_not_stop_the_others(site: Path) -> None:
    """It is named on standard error with what to do; the others are drafted; the status is 1."""
    (site / "seeds" / "broken.txt").write_bytes(b"A story\0 with a NUL byte in it.\n")
    result = run(site, "draft")
    assert result.exit_code == 1
    assert "seeds/broken.txt" in result.stderr
    assert "2 new briefings, 1 refused" in result.stdout
    assert len(list((site / "content" / "briefings").glob("*.md"))) == 2


def test_a_file_of_another_kind_does_not_go_unnoticed(site: Path) -> None:
    """It is refused like an article that cannot be read, until its text lies beside it; check and explain tell it, too."""
    (site / "seeds" / "quay.docx").write_bytes(b"PK\x03\x04")
    (site / "seeds" / ".DS_Store").write_bytes(b"x")
    for call in (["draft"], ["draft"], ["draft", "--explain"], ["draft", str(site / "seeds" / "quay.docx")]):
        result = run(site, *call)
        assert result.exit_code == 1
        assert result.stderr.count("seeds/quay.docx: expected plain text (.txt)") == 1
        assert "open it and save it as plain text, quay.txt" in result.stderr
    assert "1 refused" in result.stdout
    assert len(list((site / "content" / "briefings").glob("*.md"))) == 2
    assert "seeds/quay.docx:1:1: seed-skipped: " in run(site, "check").stdout
    (site / "seeds" / "quay.docx").rename(site / "seeds" / "harbour.docx")
    assert run(site, "draft").exit_code == 0


def test_an_article_that_is_gone_is_told(site: Path) -> None:
    """Its briefing stays, and the report says so once, with what to do; one that was only renamed is not gone."""
    run(site, "draft")
    path = briefing(site, "ferry")
    before = path.read_bytes()
    (site / "seeds" / "ferry.md").unlink()
    (site / "seeds" / "harbour.txt").rename(site / "seeds" / "port.txt")
    result = run(site, "draft", "--quiet")
    assert result.exit_code == 0
    assert result.stderr == (
        f"content/briefings/{path.name}: its article seeds/ferry.md is gone, and the briefing stays as it is; put the "
        "article back, or write its new name under `sources`\n"
    )
    assert result.stdout == "2 articles: 1 updated, 1 gone, its briefing stays\n"
    assert path.read_bytes() == before
    assert "gone" not in run(site, "draft", str(site / "seeds" / "port.txt")).output


def test_a_deleted_briefing_stays_deleted_until_it_is_asked_for(site: Path) -> None:
    """The editor's deletion is remembered through the last draft; naming the article undoes it."""
    run(site, "draft")
    path = briefing(site, "ferry")
    path.unlink()
    result = run(site, "draft")
    assert "1 deleted by an editor and left so" in result.stdout
    assert not path.exists()
    result = run(site, "draft", str(site / "seeds" / "ferry.md"))
    assert result.exit_code == 0
    assert path.exists()


def test_a_renamed_article_keeps_its_briefing(site: Path) -> None:
    """The same bytes under another name are the same article: its id and its edits stay."""
    run(site, "draft")
    path = briefing(site, "ferry")
    edit(path, "status: draft", "status: reviewed")
    (site / "seeds" / "ferry.md").rename(site / "seeds" / "saare.md")
    result = run(site, "draft")
    assert result.exit_code == 0
    assert len(list((site / "content" / "briefings").glob("*.md"))) == 2
    text = path.read_text(encoding="utf-8")
    assert "seeds/saare.md" in text
    assert "status: reviewed" in text


def test_explain_says_why_and_writes_nothing(site: Path) -> None:
    """Every article is explained, one that cannot be read is named, and nothing is written."""
    (site / "seeds" / "broken.txt").write_bytes(b"A story\0 with a NUL byte in it.\n")
    result = run(site, "draft", "--explain")
    assert result.exit_code == 1
    assert "seeds/harbour.txt\n  Left out of the text" in result.stdout
    assert "near the start +" in result.stdout
    assert "seeds/broken.txt" in result.stderr
    assert contents(site) == {}


def test_broken_front_matter_stops_a_draft_with_every_mistake_named(site: Path) -> None:
    """Nothing is drafted over a file that cannot be read; each mistake has file, line and column."""
    run(site, "draft")
    edit(briefing(site, "norway"), "title: ", "titel: ")
    edit(briefing(site, "ferry"), "date: 2025-02-03", "date: 2025-13-03")
    before = contents(site)
    append(site / "seeds" / "harbour.txt", "\nMore.\n")
    result = run(site, "draft")
    assert result.exit_code == 1
    assert f"content/briefings/{HARBOUR}" in result.stderr
    assert "unknown-key" in result.stderr
    assert "content/briefings/ferry-link-to-saare-reopens-after-storm-damage.md:4:" in result.stderr
    assert contents(site) == before


def test_check_of_fresh_drafts_finds_no_error(site: Path) -> None:
    """What the program drafts, it can prove."""
    run(site, "draft")
    result = run(site, "check", "--strict")
    assert result.stdout == "Every line is proved: no errors, no warnings.\n"
    assert result.exit_code == 0


def test_check_names_a_changed_quote_with_its_line(site: Path) -> None:
    """A figure that the source does not hold is an error at the line of the quote."""
    run(site, "draft")
    path = briefing(site, "norway")
    text = path.read_text(encoding="utf-8")
    changed = text.replace(
        "quote: Norway has offered Iceland a 40 percent", "quote: Norway has offered Iceland a 60 percent"
    )
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    line = next(i for i, one in enumerate(changed.splitlines(), 1) if "a 60 percent" in one)
    result = run(site, "check")
    assert result.exit_code == 1
    assert f"content/briefings/{path.name}:{line}:" in result.stdout
    assert "quote-not-in-source" in result.stdout


def test_check_and_fix_of_what_is_named(site: Path) -> None:
    """By id, file or article: only that is proved or mended; a name that is nothing is a wrong call."""
    run(site, "draft")
    for start in ("norway", "ferry"):
        edit(briefing(site, start), "\ntitle: ", "\ntitel: ")
    ferry = briefing(site, "ferry")
    for told in (ferry.stem, str(ferry), str(site / "seeds" / "ferry.md")):
        result = run(site, "check", told)
        assert (result.exit_code, "norway" in result.output) == (1, False)
        assert f"content/briefings/{ferry.name}:3:1: unknown-key" in result.stdout
    edit(ferry, "\ntitel: ", "\ntitle: ")
    result = run(site, "check", ferry.stem)
    assert (result.exit_code, result.stdout) == (
        0,
        "Every line that was asked for is proved: no errors, no warnings.\n",
    )
    for start in ("norway", "ferry"):
        edit(briefing(site, start), "\nstatus: ", "\ntopics:\n\t- Harbours\nstatus: ")
    result = run(site, "check", "--fix", ferry.stem)
    assert (result.exit_code, result.stdout.count(": fixed: ")) == (0, 1)
    assert "\t- Harbours" in briefing(site, "norway").read_text(encoding="utf-8")
    result = run(site, "check", "--format", "json", "ferryy", "nothing")
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 2)


def test_check_as_json_and_as_github_annotations(site: Path) -> None:
    """Programs get JSON, pull requests get annotations; the findings are the same."""
    run(site, "draft")
    (site / "seeds" / "ferry.md").unlink()
    found = json.loads(run(site, "check", "--format", "json").stdout)
    assert {problem["code"] for problem in found["problems"]} >= {"source-missing"}
    lines = run(site, "check", "--format", "github").stdout.splitlines()
    assert len(lines) == len(found["problems"])
    assert all(line.startswith(("::error ", "::warning ")) for line in lines)


def test_what_an_editor_waives_fails_nothing(site: Path) -> None:
    """It is counted in the last line, listed for programs with its reason, and not shown at a pull request."""
    run(site, "draft")
    path = briefing(site, "norway")
    edit(path, "\ntitle: ", "\ntopics: [Harbour]\ntitle: ")
    edit(briefing(site, "ferry"), "\ntitle: ", "\ntopics: [Harbours]\ntitle: ")
    told = run(site, "check", "--strict")
    assert (told.exit_code, "topic-alike" in told.stdout) == (1, True)
    waived = "\nwaived: [{code: topic-alike, reason: One port and all ports.}]\ntitle: "
    for name in ("norway", "ferry"):
        if f"/{briefing(site, name).name}:" in told.stdout:
            edit(briefing(site, name), "\ntitle: ", waived)
    told = run(site, "check", "--strict")
    assert (told.exit_code, told.stdout) == (0, "Every line is proved or waived: no errors, no warnings, 1 waived.\n")
    assert run(site, "check", "--format", "github").stdout == ""
    found = json.loads(run(site, "check", "--format", "json").stdout)
    assert [(one["code"], one["waived"], one["reason"]) for one in found["problems"]] == [
        ("topic-alike", True, "One port and all ports.")
    ]


def test_schema_is_json_and_names_the_fields() -> None:
    """The schema is what editors' tools read."""
    result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 0
    assert {"id", "takeaways", "watch"} <= set(json.loads(result.stdout)["properties"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, "mkdocs.yml: expected the settings of a site, found no such file; go to the site's folder"),
        ("site_name: Test\ndocs_dir: content\nplugins:\n  - briefgen:\n      unreviewed: maybe\n", "unreviewed"),
        ("site_name: Test\ndocs_dir: content\nplugins:\n  - briefgen:\n      sedes: here\n", "sedes"),
        ("site_name: Test\ndocs_dir: content\nplugins:\n  - briefgen:\n      seeds: ../elsewhere\n", "../elsewhere"),
        (
            "site_name: Test\ndocs_dir: content\nplugins:\n  - briefgen:\n      language_model: en_core_none\n",
            "en_core_none",
        ),
    ],
    ids=["no file", "a value", "a name", "a folder outside", "a model that is not installed"],
)
def test_wrong_settings_end_with_status_2(site: Path, text: str | None, expected: str) -> None:
    """What is wrong is named, and nothing is done."""
    if text is None:
        (site / "mkdocs.yml").unlink()
    else:
        (site / "mkdocs.yml").write_text(text, encoding="utf-8")
    result = run(site, "draft")
    assert result.exit_code == 2
    assert expected in result.stderr
    assert contents(site) == {}
    assert "Traceback" not in result.output


def test_whoever_is_in_another_folder_is_told_where_the_site_is(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of the site, beside it after `briefgen new`, or nowhere near; `-f` takes the folder, too."""
    deep = site / "seeds" / "deep"
    deep.mkdir()
    for folder, said in (
        (deep, "there is one above: go to its folder with `cd ../..`, or name it with `briefgen -f ../..`"),
        (site.parent, "there is one in my site: go to its folder with `cd 'my site'`"),
    ):
        monkeypatch.chdir(folder)
        result = CliRunner().invoke(main, ["check"])
        assert (result.exit_code, said in result.stderr) == (2, True)
    monkeypatch.chdir(deep)
    assert CliRunner().invoke(main, ["-f", "../..", "check"]).exit_code == 0


def test_who_stops_a_command_is_told_how_things_stand(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the status that a shell expects, and no traceback."""

    def stopped(*_arguments: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefgen.cli.drafting.plan_site", stopped)
    result = run(site, "draft")
    assert (result.exit_code, result.stderr.strip().startswith("Stopped. Every file is whole")) == (130, True)


def test_an_article_outside_the_site_is_a_wrong_call(site: Path, tmp_path: Path) -> None:
    """The message says where the article belongs."""
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("A story.", encoding="utf-8")
    result = run(site, "draft", str(elsewhere))
    assert result.exit_code == 2
    assert "copy it into the folder of seeds" in result.output


def test_a_folder_stands_for_its_articles(site: Path) -> None:
    """`briefgen draft seeds/` is what somebody types who lets the shell complete."""
    result = run(site, "draft", f"{site / 'seeds'}/")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "2 articles: 2 new briefings")


def test_a_briefing_that_rests_on_nothing_drafts_nothing(site: Path) -> None:
    """Naming it does not stand for all articles."""
    (site / "content" / "briefings").mkdir()
    (site / "content" / "briefings" / "own.md").write_text("---\nid: own\ntitle: Own\nstatus: draft\n---\n")
    result = run(site, "draft", "own")
    assert (result.exit_code, result.stdout) == (0, "Nothing to draft: what was named rests on no article.\n")


@pytest.mark.parametrize("command", ["draft", "accept", "export", "verify-site", "check"])
def test_a_name_that_no_file_can_have_is_refused_in_words(site: Path, command: str) -> None:
    """What is wrong is said, and not where in the program it came up."""
    name = "x" * 300
    result = CliRunner().invoke(main, ["-f", str(site / "mkdocs.yml"), command, name])
    no_site = CliRunner().invoke(main, ["-f", name, "check"])
    assert (no_site.exit_code, name[:100] in no_site.output) == (2, True)
    assert result.exit_code in {1, 2}
    assert isinstance(result.exception, SystemExit)
    assert name[:100] in result.output
