"""Every briefing of a site is proved: what is read once, what one mistake leaves standing, what lies around a briefing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from briefgen import site_checking
from briefgen.errors import SettingsError
from briefgen.files.registry import load_content
from briefgen.model.settings import Settings
from briefgen.reading import read as reading
from briefgen.site_checking import Sources, check_site
from briefgen.workers import Died, WorkersError

if TYPE_CHECKING:
    from pathlib import Path

    from briefgen.model.article import Article
    from briefgen.model.seed import Seed

_ARTICLE = "The pier is open\n\nThe council of Port Ellery opened the pier on Monday. The ferries may return in April, it said.\n"
_BRIEFING = """---
id: {id}
title: The pier is open
status: published
sources: [{{file: {source}}}]
takeaways:
  - text: {text}
    evidence: [{{quote: The council of Port Ellery opened the pier on Monday.}}]
---
{notes}
"""
SETTINGS = Settings()


def write(root: Path, **texts: str) -> None:
    """Write the article and a briefing for each name, with its takeaway."""
    (root / "seeds").mkdir()
    (root / "seeds" / "pier.txt").write_text(_ARTICLE, encoding="utf-8")
    for name, text in texts.items():
        put(root, name, text)


def put(root: Path, name: str, text: str, *, source: str = "seeds/pier.txt", notes: str = "") -> None:
    """Write a briefing."""
    folder = root / "content" / "briefings"
    folder.mkdir(parents=True, exist_ok=True)
    page = _BRIEFING.format(id=name, text=text, source=source, notes=notes)
    (folder / f"{name}.md").write_text(page, encoding="utf-8")


def codes(root: Path, settings: Settings = SETTINGS) -> list[tuple[str, str]]:
    """Give the file's name and the code of everything that the check finds."""
    return [(one.file.rpartition("/")[2], one.code) for one in check_site(root, settings)]


def test_a_proved_site_has_no_problem(tmp_path: Path) -> None:
    """Silence means that every line is proved."""
    write(tmp_path, pier="The pier is open.")
    assert codes(tmp_path) == []


def test_only_what_was_asked_for_is_proved(tmp_path: Path) -> None:
    """By a briefing's file or an article's; nothing is said of the others, and the whole is read where only it can tell."""
    write(tmp_path, pier="The pier is shut since 1999.", ferry="The ferry is shut since 1998.")
    put(tmp_path, "quay", "The quay is shut since 1997.", source="seeds/quay.txt", notes="See [the pier](pier.md).")
    (tmp_path / "seeds" / "extra.pdf").write_bytes(b"%PDF")
    (tmp_path / "seeds" / "quay.txt").write_text(_ARTICLE, encoding="utf-8")
    everything = check_site(tmp_path, SETTINGS)

    def asked(*only: str) -> set[str]:
        found = check_site(tmp_path, SETTINGS, only=only)
        assert set(found) <= set(everything)
        return {one.file.rpartition("/")[2] for one in found}

    assert {one.file.rpartition("/")[2] for one in everything} == {"pier.md", "ferry.md", "quay.md", "extra.pdf"}
    assert asked("content/briefings/pier.md") == {"pier.md"}
    assert asked("seeds/pier.txt") == {"pier.md", "ferry.md"}
    assert asked("seeds/extra.pdf", "content/briefings/quay.md") == {"quay.md", "extra.pdf"}


def test_of_what_was_asked_for_the_whole_tells(tmp_path: Path) -> None:
    """An id that another briefing has, and topics that are spelt alike, are seen with the others only."""
    write(tmp_path, pier="The pier is open.", quay="The pier is open.")
    path = tmp_path / "content" / "briefings" / "quay.md"
    path.write_text(path.read_text(encoding="utf-8").replace("id: quay", "id: pier"), encoding="utf-8")
    told = check_site(tmp_path, SETTINGS, only=["content/briefings/quay.md"])
    assert [(one.file, one.code) for one in told] == [("content/briefings/quay.md", "id-taken")]
    assert check_site(tmp_path, SETTINGS, only=["content/briefings/pier.md"]) == ()


def test_a_broken_briefing_is_told_when_its_article_is_asked_for(tmp_path: Path) -> None:
    """It cannot be read, but its file names the article; a broken registry is told whatever was asked for."""
    write(tmp_path, pier="The pier is open.", quay="The quay is open.")
    path = tmp_path / "content" / "briefings" / "quay.md"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:"), encoding="utf-8")
    for name in ("seeds/pier.txt", "content/briefings/quay.md"):
        told = check_site(tmp_path, SETTINGS, only=[name])
        assert {one.file for one in told} == {"content/briefings/quay.md"}
    assert check_site(tmp_path, SETTINGS, only=["content/briefings/pier.md"]) == ()
    (tmp_path / "content" / "actors.yml").write_text("actors: [", encoding="utf-8")
    told = check_site(tmp_path, SETTINGS, only=["content/briefings/pier.md"])
    assert {one.file for one in told} == {"content/actors.yml"}


def test_what_nothing_is_known_of_is_not_proved(tmp_path: Path) -> None:
    """Silence would say that it is: each such name is refused."""
    write(tmp_path, pier="The pier is open.")
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")
    with pytest.raises(SettingsError) as refused:
        check_site(tmp_path, SETTINGS, only=["mkdocs.yml", "seeds/none.txt", "seeds/pier.txt"])
    assert [line.partition(":")[0] for line in str(refused.value).splitlines()] == ["mkdocs.yml", "seeds/none.txt"]


def test_an_article_tells_of_no_other(tmp_path: Path) -> None:
    """One that nobody has drafted names a file, a link leads out of the site: what was asked for is still nothing known."""
    write(tmp_path, quay="The pier is open.")
    (tmp_path / "seeds" / "new.txt").write_text("See mkdocs.yml.", encoding="utf-8")
    (tmp_path / "seeds" / "out.txt").symlink_to("/etc/hosts")
    with pytest.raises(SettingsError, match=r"\Amkdocs\.yml: expected a briefing, or an article"):
        check_site(tmp_path, SETTINGS, only=["mkdocs.yml"])


def test_a_source_that_briefings_share_is_read_once_and_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading costs as much as proving; and memory does not grow with the site."""
    write(tmp_path, **{f"pier-{number}": "The pier is open." for number in range(4)})
    put(tmp_path, "quay", "The quay is open.", source="seeds/none.txt")
    read: Counter[str] = Counter()

    def counted(seed: Seed) -> Article:
        read[seed.file] += 1
        return reading.read(seed)

    monkeypatch.setattr(site_checking, "read", counted)
    assert codes(tmp_path) == [("quay.md", "source-missing")]
    assert read == {"seeds/pier.txt": 1}
    _, files = load_content(tmp_path, SETTINGS)
    sources = Sources(tmp_path, files)
    taken = [sources.take("seeds/pier.txt") for _ in range(4)]
    assert read == {"seeds/pier.txt": 2}
    assert all(one is taken[0] for one in taken)
    assert sources.take("seeds/pier.txt") is not taken[0]


def test_a_file_that_cannot_be_read_hides_no_problem_of_another(tmp_path: Path) -> None:
    """All mistakes of all files in one run; and a link or an answer may lead to the file that waits to be mended."""
    write(tmp_path, broken="The pier: open.", pier="Three piers are open.")
    put(tmp_path, "quay", "The pier is open.", notes="[The pier](broken.md)")
    assert codes(tmp_path) == [("broken.md", "yaml-syntax"), ("pier.md", "number-not-in-evidence")]


def test_without_the_registry_nothing_is_proved(tmp_path: Path) -> None:
    """Names would be called wrong that the registry explains."""
    write(tmp_path, pier="The pier of Three Oaks is open.")
    (tmp_path / "content" / "actors.yml").write_text("actor: []\n", encoding="utf-8")
    assert codes(tmp_path) == [("actors.yml", "unknown-key")]


def test_what_a_build_would_stop_at_is_found(tmp_path: Path) -> None:
    """A damaged last draft, notes that cannot be shown with their line, and an id that is an address already."""
    write(tmp_path, index="The pier is open.")
    put(tmp_path, "pier", "The pier is open.", notes="Fine.\n\n" + "1. " * 6_000)
    (tmp_path / "content" / ".drafts").mkdir()
    (tmp_path / "content" / ".drafts" / "pier.json").write_text("{", encoding="utf-8")
    found = check_site(tmp_path, SETTINGS)
    assert [(one.file.rpartition("/")[2], one.line, one.code) for one in found] == [
        ("pier.json", 1, "damaged-draft"),
        ("index.md", 2, "id-reserved"),
        ("pier.md", 12, "notes-unreadable"),
    ]


@pytest.mark.parametrize("page", ["pier/index.md", "pier/README.md", "Pier/Index.md", "pier/index.html"])
def test_a_page_at_a_briefings_address_is_named(tmp_path: Path, page: str) -> None:
    """MkDocs shows that page, and nobody sees the briefing; on some disks case makes no difference."""
    write(tmp_path, pier="The pier is open.")
    path = tmp_path / "content" / "briefings" / page
    path.parent.mkdir()
    path.write_text("# The pier\n", encoding="utf-8")
    (tmp_path / "content" / "pier").mkdir()
    (tmp_path / "content" / "pier" / "index.md").write_text("# Another\n", encoding="utf-8")
    (problem,) = check_site(tmp_path, SETTINGS)
    assert (problem.code, problem.line) == ("address-taken", 2)
    assert f"content/briefings/{page}" in problem.message


def test_a_broken_template_makes_no_link_wrong(tmp_path: Path) -> None:
    """Where the pages cannot be made the build says why; no place on them is called missing."""
    write(tmp_path)
    put(tmp_path, "pier", "The pier is open.", notes="[a](quay.md#b-nowhere)")
    put(tmp_path, "quay", "The pier is open.")
    assert codes(tmp_path) == [("pier.md", "anchor-unknown")]
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "briefing.md.jinja").write_text("{% if %}", encoding="utf-8")
    assert codes(tmp_path, Settings(templates="own")) == []


def test_a_sites_own_template_has_its_own_places(tmp_path: Path) -> None:
    """The check asks the templates that the build uses."""
    write(tmp_path)
    put(tmp_path, "pier", "The pier is open.", notes="[a](quay.md#b-nowhere)")
    put(tmp_path, "quay", "The pier is open.")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "briefing.md.jinja").write_text("# A\n\n## Here { #b-nowhere }\n", encoding="utf-8")
    assert codes(tmp_path, Settings(templates="own")) == []


def test_what_lies_around_can_be_waived(tmp_path: Path) -> None:
    """Another plugin may make the page that a link leads to: only the editor knows."""
    write(tmp_path)
    put(tmp_path, "pier", "The pier is open.", notes="[Tags](../tags.md)")
    path = tmp_path / "content" / "briefings" / "pier.md"
    waiver = "waived: [{code: link-broken, reason: The tags plugin makes it.}]\n---\n["
    path.write_text(path.read_text("utf-8").replace("---\n[", waiver), encoding="utf-8")
    (problem,) = check_site(tmp_path, SETTINGS)
    assert (problem.code, problem.waived) == ("link-broken", "The tags plugin makes it.")


def test_notes_that_nobody_sees_are_not_looked_at(tmp_path: Path) -> None:
    """The page of a withdrawn briefing says so and shows no notes."""
    write(tmp_path)
    put(tmp_path, "pier", "The pier is open.", notes="[a](none.md)")
    path = tmp_path / "content" / "briefings" / "pier.md"
    assert codes(tmp_path) == [("pier.md", "link-broken")]
    path.write_text(path.read_text("utf-8").replace("status: published", "status: withdrawn"), encoding="utf-8")
    assert codes(tmp_path) == []


def test_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same order, links and waivers included."""
    write(tmp_path, **{f"pier-{number:02}": f"{number} piers are open." for number in range(20)})
    put(tmp_path, "quay", "The quay is open.", source="seeds/none.txt", notes="[a](none.md)")
    monkeypatch.setattr(site_checking, "FEWEST_FOR_A_PROCESS", 1)
    alone = check_site(tmp_path, SETTINGS)
    assert len(alone) == 22
    assert check_site(tmp_path, SETTINGS, jobs=2) == alone


def test_a_process_that_is_ended_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is called proved that nobody has looked at."""

    def died(_function: object, tasks: list[object], processes: int) -> list[Died]:
        assert (len(tasks), processes) == (1, 2)
        return [Died(exit_code=-9)]

    write(tmp_path, pier="The pier is open.", quay="The pier is open.")
    monkeypatch.setattr(site_checking, "FEWEST_FOR_A_PROCESS", 1)
    monkeypatch.setattr(site_checking, "in_order", died)
    with pytest.raises(WorkersError, match="without --jobs"):
        check_site(tmp_path, SETTINGS, jobs=2)
