"""Newer drafts as an editor meets them: what is proposed, seen again, taken, or waits since the briefing is published."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.files.drafts import load_last_draft
from briefgen.files.front_matter import read_briefing
from briefgen.model.settings import Settings
from briefgen.planning import plan_site

if TYPE_CHECKING:
    from briefgen.model.briefing import Briefing

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "tests" / "articles"
HARBOUR = "norway-offers-iceland-a-share-of-its-new-harbour"
FERRY = "ferry-link-to-saare-reopens-after-storm-damage"
SETTINGS = Settings()


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site whose two articles are drafted; drafting costs a second, so that each test gets a copy."""
    root = tmp_path_factory.mktemp("drafted")
    for folder in ("content", "seeds"):
        (root / folder).mkdir()
    for name in ("ferry.md", "harbour.txt"):
        shutil.copy(ARTICLES / name, root / "seeds" / name)
    configuration = "site_name: Test\ndocs_dir: content\ntheme: material\nplugins: [briefgen]\n"
    (root / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    assert run(root, "draft", "--quiet").exit_code == 0
    return root


@pytest.fixture
def site(drafted: Path, tmp_path: Path) -> Path:
    """A copy of the drafted site."""
    return Path(shutil.copytree(drafted, tmp_path / "site"))


def run(site: Path, *arguments: str) -> Result:
    """Run `briefgen` for a site; an exception that is no exit fails the test."""
    result = CliRunner().invoke(main, ["-f", str(site / "mkdocs.yml"), *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def path_of(site: Path, name: str = HARBOUR) -> Path:
    """Give a briefing's file."""
    return site / "content" / "briefings" / f"{name}.md"


def briefing(site: Path, name: str = HARBOUR) -> Briefing:
    """Read a briefing."""
    return read_briefing("x.md", path_of(site, name).read_text(encoding="utf-8")).briefing


def edit(path: Path, *changes: tuple[str, str]) -> None:
    """Replace texts, each of which must stand in the file."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def publish(site: Path) -> None:
    """An editor words the first takeaway anew and publishes the briefing."""
    edit(
        path_of(site),
        ("status: draft", "status: published  # after a long day"),
        ("  - text: Norway has offered Iceland a 40 percent", "  - text: Oslo has offered Iceland a 40 percent"),
    )


def reprint(site: Path) -> None:
    """The newspaper prints the article again: another figure, another sentence."""
    edit(
        site / "seeds" / "harbour.txt",
        ("a 40 percent share of the", "a 45 percent share of the"),
        ("the plan would let Icelandic trawlers land", "it would let Icelandic trawlers land"),
    )


def state(path: Path) -> tuple[bytes, int]:
    """Give a file's bytes and the time it was written."""
    return path.read_bytes(), path.stat().st_mtime_ns


def names(site: Path, name: str = HARBOUR) -> dict[str, str]:
    """Give the name of each proposal by its place, as `briefgen draft --explain` lists them."""
    lines = run(site, "draft", "--explain", name).stdout.splitlines()
    return {
        before.rpartition(": ")[2]: line.partition("ITEM:")[2].strip()
        for before, line in pairwise(lines)
        if "  ITEM:" in line
    }


def changed_lines(before: bytes, after: bytes) -> list[str]:
    """Give the lines of the second that the first has not."""
    old = before.decode().splitlines()
    return [line for line in after.decode().splitlines() if line not in old]


def test_a_published_briefing_waits_until_it_is_asked_for(site: Path) -> None:
    """Not a byte of it changes, nor its time; what would change is told once, and that it waits every time."""
    publish(site)
    reprint(site)
    before = state(path_of(site))
    first = run(site, "draft")
    assert first.exit_code == 0
    assert "would be taken over: summary: Norway has offered Iceland a 45 percent" in first.stdout
    assert first.stdout.splitlines()[-1] == (
        f"1 published briefing has a newer draft: see `briefgen draft --explain {HARBOUR}`, "
        f"take it with `briefgen draft --published {HARBOUR}`"
    )
    assert plan_site(site, SETTINGS).to_draft == ()
    remembered = state(site / "content" / ".drafts" / f"{HARBOUR}.json")
    second = run(site, "draft")
    assert second.stdout.splitlines()[0] == (
        "2 articles: 1 up to date, 1 newer draft waiting; nothing was written to content/"
    )
    assert second.stdout.splitlines()[1:] == first.stdout.splitlines()[-1:]
    assert state(path_of(site)) == before
    assert state(site / "content" / ".drafts" / f"{HARBOUR}.json") == remembered


def test_a_draft_that_waited_is_taken_when_asked_for(site: Path) -> None:
    """For this briefing alone; what the editor wrote stays, and then nothing waits."""
    publish(site)
    reprint(site)
    run(site, "draft")
    result = run(site, "draft", "--published", HARBOUR)
    assert "1 article: 1 updated" in result.stdout
    found = briefing(site)
    assert found.status == "published"
    assert (found.summary or "").startswith("Norway has offered Iceland a 45 percent")
    assert found.takeaways[0].text.startswith("Oslo has offered Iceland a 40 percent")
    assert run(site, "draft").stdout == "2 articles: 2 up to date; nothing was written to content/\n"


@pytest.mark.parametrize("status", ["draft", "reviewed"])
def test_a_draft_waits_no_longer_once_the_briefing_is_not_published(site: Path, status: str) -> None:
    """The next run takes it without being asked."""
    publish(site)
    reprint(site)
    run(site, "draft")
    edit(path_of(site), ("status: published", f"status: {status}"))
    assert "1 updated" in run(site, "draft").stdout
    assert (briefing(site).summary or "").startswith("Norway has offered Iceland a 45 percent")


def test_what_was_deleted_while_a_draft_waits_does_not_come_back(site: Path) -> None:
    """The draft that waits has it still; it is the file's own draft that tells what was taken out."""
    publish(site)
    reprint(site)
    run(site, "draft")
    gone = briefing(site).actors[0].name
    text = path_of(site).read_text(encoding="utf-8")
    start = text.index(f"  - name: {gone}\n")
    path_of(site).write_text(text[:start] + text[text.index("  - name: ", start + 1) :], encoding="utf-8")
    run(site, "draft", "--published")
    assert gone not in [actor.name for actor in briefing(site).actors]


def test_single_changes_of_a_waiting_draft_are_taken(site: Path) -> None:
    """Only their lines change, comments stay, and the rest waits on."""
    publish(site)
    reprint(site)
    run(site, "draft")
    before = path_of(site).read_bytes()
    result = run(site, "accept", HARBOUR, names(site)["summary"])
    assert result.exit_code == 0
    assert result.stdout.startswith(f"content/briefings/{HARBOUR}.md: 1 taken\n  summary: Norway has offered")
    assert " more proposed: see " in result.stdout
    (line,) = changed_lines(before, path_of(site).read_bytes())
    assert line.startswith("summary: Norway has offered Iceland a 45 percent")
    assert "1 newer draft waiting; nothing was written" in run(site, "draft").stdout
    assert "summary" not in names(site)


def test_taking_everything_leaves_nothing_to_draft(site: Path) -> None:
    """Also the wording that an editor had changed: it was asked for."""
    publish(site)
    reprint(site)
    run(site, "draft")
    assert run(site, "accept", HARBOUR, "--all").exit_code == 0
    found = briefing(site)
    assert found.takeaways[0].text.startswith("Norway has offered Iceland a 45 percent")
    assert found.status == "published"
    assert run(site, "draft").stdout == "2 articles: 2 up to date; nothing was written to content/\n"
    last = load_last_draft(site, SETTINGS, HARBOUR)
    assert last is not None
    assert last.pending is None
    assert last.briefing == briefing(site) or last.briefing.takeaways == found.takeaways
    assert "nothing is proposed" in run(site, "accept", HARBOUR, "--all").stdout


def test_a_suggestion_is_listed_until_it_is_decided_on(site: Path) -> None:
    """It is told with both wordings, seen again after any number of runs, and gone once the editor writes something else."""
    edit(path_of(site), ("title: Norway Offers", "title: Oslo Offers"))
    edit(site / "seeds" / "harbour.txt", ("Norway Offers Iceland a Share", "Norway Offers Iceland a Part"))
    told = run(site, "draft").stdout
    assert "suggested instead: title" in told
    assert "yours:     Oslo Offers Iceland a Share" in told
    assert "the draft: Norway Offers Iceland a Part" in told
    item = names(site)["title"]
    assert item in told
    run(site, "draft")
    run(site, "draft", "--again")
    assert names(site) == {"title": item}
    edit(path_of(site), ("title: Oslo Offers", "title: Iceland Is Offered"))
    assert names(site) == {}
    assert "Nothing is suggested." in run(site, "draft", "--explain", HARBOUR).stdout
    assert run(site, "accept", HARBOUR, item).exit_code == 2


def test_an_item_that_was_moved_is_still_the_one_that_is_meant(site: Path) -> None:
    """A name is made of what is proposed, not of where it stood."""
    edit(path_of(site), ("  - text: Norway has offered Iceland", "  - text: Oslo has offered Iceland"))
    reprint(site)
    run(site, "draft")
    item = names(site)["takeaways[1].text"]
    text = path_of(site).read_text(encoding="utf-8")
    first, second, third = (text.index("  - text: "), *_next(text, "  - text: ", 2))
    path_of(site).write_text(text[:first] + text[second:third] + text[first:second] + text[third:], encoding="utf-8")
    assert names(site)["takeaways[2].text"] == item
    assert run(site, "accept", HARBOUR, item).exit_code == 0
    assert briefing(site).takeaways[1].text.startswith("Norway has offered Iceland a 45 percent")
    assert not briefing(site).takeaways[0].text.startswith("Norway has offered")
    assert run(site, "draft").stdout.startswith("2 articles: 2 up to date")


def _next(text: str, what: str, count: int) -> list[int]:
    """Give the places of the second occurrence and those after it."""
    found = [at for at in range(len(text)) if text.startswith(what, at)]
    return found[1 : count + 1]


def test_what_is_not_known_is_named_and_nothing_is_taken(site: Path) -> None:
    """With the nearest name and the list of what there is; the status is 2."""
    edit(path_of(site), ("title: Norway Offers", "title: Oslo Offers"))
    edit(site / "seeds" / "harbour.txt", ("Norway Offers Iceland a Share", "Norway Offers Iceland a Part"))
    run(site, "draft")
    item = names(site)["title"]
    before = state(path_of(site))
    for arguments, expected in (
        ((HARBOUR, item, "title"), f"did you mean {item}?"),
        ((HARBOUR, "actors-123456"), f"there is: {item} (title)"),
        ((FERRY, item), "nothing is proposed for it now"),
        (("norway", item), f"did you mean {HARBOUR}?"),
        (("quite-another-thing", item), f"there is: {FERRY}, {HARBOUR}"),
        ((HARBOUR,), "expected the names of proposals, or --all"),
        ((HARBOUR, item, "--all"), "expected either names of proposals or --all"),
    ):
        result = run(site, "accept", *arguments)
        assert result.exit_code == 2, arguments
        assert expected in result.stderr, arguments
    assert state(path_of(site)) == before
    assert run(site, "draft", "--explain", "norwya").exit_code == 2


def test_a_briefing_is_named_by_its_file_too(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shell completes it; for drafts it stands for its article."""
    monkeypatch.chdir(site)
    file = f"content/briefings/{HARBOUR}.md"
    assert f"{file}\n  Nothing is suggested.\n" in run(site, "draft", "--explain", file).stdout
    assert "seeds/harbour.txt\n  Left out" in run(site, "draft", "--explain", file).stdout
    assert run(site, "draft", "--again", file).stdout.splitlines()[-1].startswith("1 article: 1 drafted again")
    assert "nothing is proposed for it" in run(site, "accept", file, "--all").stdout


CONFLICT = "<<<<<<< HEAD\n{0}=======\n{0}>>>>>>> theirs\n"


def test_a_conflict_that_git_left_is_named_wherever_it_stands(site: Path) -> None:
    """In the front matter, in the notes, in a last draft and in the registry: with its line, and nothing is parsed."""
    draft = site / "content" / ".drafts" / f"{HARBOUR}.json"
    lines = draft.read_text(encoding="utf-8").splitlines(keepends=True)
    draft.write_text("".join([*lines[:6], CONFLICT.format(lines[6]), *lines[7:]]), encoding="utf-8")
    (site / "content" / "actors.yml").write_text(CONFLICT.format("actors:\n"), encoding="utf-8")
    ferry = path_of(site, FERRY)
    notes = ferry.read_text(encoding="utf-8") + "Our notes.\n"
    ferry.write_text(notes + CONFLICT.format("More.\n"), encoding="utf-8")
    before = {path: state(path) for path in (draft, ferry)}
    result = run(site, "draft", "--again")
    assert result.exit_code == 1
    told = result.stderr.splitlines()
    assert any(
        line.startswith(
            f"content/.drafts/{HARBOUR}.json:7:1: git-conflict: git left both versions here; take either one"
        )
        and "delete the file" in line
        for line in told
    )
    assert any(line.startswith("content/actors.yml:1:1: git-conflict: ") for line in told)
    assert any(
        line.startswith(f"content/briefings/{FERRY}.md:{notes.count(chr(10)) + 1}:1: git-conflict: ") for line in told
    )
    assert {path: state(path) for path in (draft, ferry)} == before
    (site / "content" / "actors.yml").unlink()
    assert "git-conflict" in run(site, "accept", HARBOUR, "--all").stderr


def test_either_side_of_a_conflict_in_a_last_draft_will_do(site: Path) -> None:
    """The other side's edits are then told apart by the draft that was taken; no word of the editor's is lost."""
    draft = site / "content" / ".drafts" / f"{HARBOUR}.json"
    old = draft.read_bytes()
    edit(path_of(site), ("title: Norway Offers", "title: Oslo Offers"))
    reprint(site)
    run(site, "draft")
    draft.write_bytes(old)
    assert run(site, "draft").exit_code == 0
    assert briefing(site).title.startswith("Oslo Offers")
    assert "0 errors" in run(site, "check").stdout or "no errors" in run(site, "check").stdout


def test_eight_runs_at_once_leave_what_one_leaves(site: Path, tmp_path: Path) -> None:
    """Each waits its turn: edits, a changed article, a published briefing and a new article, drafted once."""
    publish(site)
    reprint(site)
    edit(path_of(site, FERRY), ("title: Ferry link", "title: The ferry link"))
    edit(site / "seeds" / "ferry.md", ("Ferry link to Saare reopens", "Ferry line to Saare reopens"))
    (site / "seeds" / "new.txt").write_text(
        "The mayor of Vardal resigned on Monday. She gave no reason.\n", encoding="utf-8"
    )
    alone = Path(shutil.copytree(site, tmp_path / "alone"))
    assert run(alone, "draft").exit_code == 0
    command = [sys.executable, "-m", "briefgen", "-f", str(site / "mkdocs.yml"), "draft", "--quiet"]
    started = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ})
        for _ in range(8)
    ]
    ended = [(process.communicate(timeout=300), process.returncode) for process in started]
    assert [status for _, status in ended] == [0] * 8, ended
    assert _tree(site) == _tree(alone)
    counted = [told.decode().splitlines()[0] for (told, _), _ in ended]
    assert counted.count("3 articles: 2 up to date, 1 newer draft waiting; nothing was written to content/") == 7
    assert "3 articles: 1 new briefing, 1 updated, 1 newer draft waiting" in counted


def _tree(site: Path) -> dict[str, bytes]:
    folder = site / "content"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
