"""What a preview serves after any saves is, byte for byte, what a fresh build of the same files gives."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.files.front_matter_write import new_text
from briefgen.model.briefing import Question
from tests.site.building import write_site
from tests.site.living import fresh, living
from tests.site.test_build import every_field

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefgen.model.briefing import Briefing

BROKEN = "---\nid: a\ntitle: A\nsumary: x\n---\n"
ARTICLE = "Harbour board opens the gate\n\nThe harbour board opened the north gate on Tuesday, said Ada Quist.\n"
_COMPARED_AT_ONCE = 4
"""Saves between two comparisons: a fresh build takes a second."""
NAMES = ("a", "b", "c", "d")


def briefing(name: str) -> Briefing:
    """Give a published briefing; all of them share an actor and a topic."""
    one = every_field(name, name)
    return replace(
        one,
        title=f"Story {name}",
        status="published",
        date=date(2025, 10, 1 + NAMES.index(name)),
        topics=("Shared", f"Only {name}"),
        actors=(*one.actors, replace(one.actors[0], name="Everybody")),
        open_questions=(*one.open_questions, Question(text="Answered?", status="answered", answered_by="b")),
    )


class Desk:
    """An editor's files."""

    def __init__(self, root: Path) -> None:
        """Write the site."""
        self.root = root
        self.config = write_site(root, {name: new_text(briefing(name)) for name in NAMES})
        self.write("content/about.md", "# About\n\nOf [a story](briefings/b.md) and [all](briefings/index.md).\n")
        self.write("content/assets/extra.css", "p { color: red }\n")

    def write(self, file: str, text: str) -> None:
        """Save a file."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Save a briefing with other words."""
        file = f"content/briefings/{name}.md"
        path = self.root / file
        text = path.read_text(encoding="utf-8") if path.exists() else new_text(briefing(name))
        self.write(file, text.replace(old, new))

    def delete(self, file: str) -> None:
        """Delete a file."""
        (self.root / file).unlink(missing_ok=True)


def broken_and_mended(desk: Desk, seen: Callable[[], None]) -> None:
    """Save a mistake, let it be seen, and take it back."""
    path = desk.root / "content/briefings/a.md"
    text = path.read_text(encoding="utf-8") if path.exists() else new_text(briefing("a"))
    desk.write("content/briefings/a.md", BROKEN)
    seen()
    desk.write("content/briefings/a.md", text.replace("a summary", "a mended summary"))


PAGES_ALONE: dict[str, Callable[[Desk, Callable[[], None]], object]] = {
    "an edit": lambda desk, _: desk.edit("a", "a takeaway", "a better takeaway"),
    "a topic less": lambda desk, _: desk.edit("d", "Only d", "Shared"),
    "an article changed": lambda desk, _: desk.write("seeds/a.txt", "a quote\n\nd quote\n"),
    "another title": lambda desk, _: desk.edit("b", "Story b", "Another story"),
    "another title, said before": lambda desk, _: desk.edit("b", "Another story", "Story b"),
    "a new topic": lambda desk, _: desk.edit("c", "Only c", "Trade"),
    "another actor": lambda desk, _: desk.edit("c", "Everybody", "Nobody"),
    "an actor's name that two share": lambda desk, _: desk.edit("d", "d actor", "Every body!"),
    "no longer published": lambda desk, _: desk.edit("a", "status: published", "status: draft"),
    "withdrawn": lambda desk, _: desk.edit("d", "status: published", "status: withdrawn"),
    "shown again": lambda desk, _: desk.edit("d", "status: withdrawn", "status: reviewed"),
    "an older date": lambda desk, _: desk.edit("c", "2025-10-03", "2024-01-31"),
    "words that the source does not hold": lambda desk, _: desk.edit("a", "a quote", "an invention"),
    "a watch item that happened": lambda desk, _: desk.edit("b", "2030-01-01", "2031-05-05"),
    "notes": lambda desk, _: desk.edit("b", "\n---\n", "\n---\nSee [a](a.md) and *more*.\n"),
    "broken and mended": broken_and_mended,
    "a briefing deleted": lambda desk, _: desk.delete("content/briefings/b.md"),
    "a briefing that came back": lambda desk, _: desk.write("content/briefings/b.md", new_text(briefing("b"))),
    "a new article": lambda desk, _: desk.write("seeds/gate.txt", ARTICLE),
    "the registry of actors": lambda desk, _: desk.write(
        "content/actors.yml", "actors:\n  - name: Everybody Else\n    kind: group\n    aliases: [Everybody]\n"
    ),
    "a style sheet": lambda desk, _: desk.write("content/assets/extra.css", "p { color: blue }\n"),
    "a new picture": lambda desk, _: desk.write("content/assets/new.svg", "<svg/>"),
    "a picture deleted": lambda desk, _: desk.delete("content/assets/new.svg"),
    "an editor's temporary file": lambda desk, _: desk.write("content/briefings/.a.md.swp", "x"),
}
"""Saves after which no whole build is needed, in an order in which none hides what another left undone."""
WHOLE_SITE: dict[str, Callable[[Desk, Callable[[], None]], object]] = {
    "a page of one's own": lambda desk, _: desk.write(
        "content/about.md", "# About us\n\nOf [a](briefings/a.md#b-top).\n"
    ),
    "a new page of one's own": lambda desk, _: desk.write("content/new.md", "# New\n"),
    "a page in the place of briefgen's": lambda desk, _: desk.write("content/topics/index.md", "# Our topics\n"),
    "the site's name": lambda desk, _: desk.config.write_text(
        desk.config.read_text(encoding="utf-8").replace("Test desk", "Another desk"), encoding="utf-8"
    ),
}


def test_every_kind_of_save_gives_what_a_fresh_build_gives(tmp_path: Path) -> None:
    """After a few saves, one upon the other, the served files are those of a fresh build; most need no whole build."""
    desk = Desk(tmp_path / "site")
    saved: list[str] = []
    with living(desk.config, tmp_path / "served") as site:
        for saves, whole in ((PAGES_ALONE, 0), (WHOLE_SITE, 1)):
            for name, save in saves.items():
                before = site.whole_builds
                save(desk, site.rebuild)
                site.rebuild()
                assert site.whole_builds - before == whole, name
                saved.append(name)
                if len(saved) == _COMPARED_AT_ONCE:
                    assert_same(site.tree(), fresh(desk.config, tmp_path / "fresh"), ", ".join(saved))
                    saved.clear()
        assert not saved


@settings(max_examples=2, deadline=None, derandomize=True)
@given(
    names=st.lists(st.sampled_from([*PAGES_ALONE, *WHOLE_SITE]), min_size=4, max_size=12),
    looked_at=st.integers(0, 3),
    folders=st.booleans(),
)
@example(names=["a briefing deleted", "broken and mended", "a new topic", "an older date"], looked_at=0, folders=False)
def test_saves_in_any_order_give_what_a_fresh_build_gives(
    tmp_path_factory: pytest.TempPathFactory,
    names: list[str],
    looked_at: int,
    folders: bool,  # noqa: FBT001  # Hypothesis names it
) -> None:
    """It is so after many saves in any order, with only some pages looked at in between, with either kind of addresses."""
    folder = tmp_path_factory.mktemp("saves")
    desk = Desk(folder / "site")
    text = desk.config.read_text(encoding="utf-8")
    desk.config.write_text(f'{{"use_directory_urls": {str(folders).lower()}, {text[1:]}', encoding="utf-8")
    with living(desk.config, folder / "served") as site:
        for number, name in enumerate(names):
            (PAGES_ALONE | WHOLE_SITE)[name](desk, site.rebuild)
            site.rebuild()
            if number % 4 == looked_at:
                site.preview.prepare("briefings/a/index.html" if folders else "briefings/a.html")
                site.preview.prepare("search/search_index.json")
        assert_same(site.tree(), fresh(desk.config, folder / "fresh"), ", ".join(names))


def test_nothing_is_built_where_nothing_was_saved(tmp_path: Path) -> None:
    """A rebuild that was called for nothing writes no file."""
    desk = Desk(tmp_path / "site")
    with living(desk.config, tmp_path / "served") as site:
        before = {path: path.stat().st_mtime_ns for path in site.site.rglob("*")}
        site.rebuild()
        site.tree()
        assert {path: path.stat().st_mtime_ns for path in site.site.rglob("*")} == before


def test_a_page_is_built_when_it_is_asked_for(tmp_path: Path) -> None:
    """After a save a page that it changes is up to date as soon as it is asked for, the listings and the search, too."""
    desk = Desk(tmp_path / "site")
    with living(desk.config, tmp_path / "served") as site:
        desk.edit("b", "Story b", "Breaking story")
        site.rebuild()
        for address in ("briefings/b/index.html", "briefings/index.html", "index.html", "search/search_index.json"):
            assert b"Breaking story" not in (site.site / address).read_bytes()
            assert site.preview.prepare(address) is None
            assert b"Breaking story" in (site.site / address).read_bytes()


def test_an_error_is_shown_at_every_address(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """While a front matter is broken each page shows its file and line, a page that does not exist as well; then all is back."""
    desk = Desk(tmp_path / "site")
    with living(desk.config, tmp_path / "served") as site:
        good = site.tree()
        text = (desk.root / "content/briefings/a.md").read_text(encoding="utf-8")
        desk.write("content/briefings/a.md", BROKEN)
        with caplog.at_level(logging.ERROR):
            site.rebuild()
        assert "content/briefings/a.md:4:" in caplog.text
        for address in ("index.html", "briefings/a/index.html", "actors/nobody/index.html", "404.html"):
            instead = site.preview.prepare(address)
            assert instead is not None
            shown = (site.site / instead).read_text(encoding="utf-8")
            assert "content/briefings/a.md:4:" in shown.replace("&#47;", "/").replace("&#46;", ".").replace(
                "&#58;", ":"
            )
        assert site.preview.prepare("assets/briefgen/frame.css") is None
        desk.write("content/briefings/a.md", text)
        site.rebuild()
        assert site.preview.prepare("index.html") is None
        assert_same(site.tree(), good, "mended")


@pytest.mark.parametrize("half", [True, False], ids=["half written", "moved away"])
def test_a_program_that_is_saving_is_waited_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, *, half: bool
) -> None:
    """Half a file, and one that is gone for a moment, are looked at again before anything is shown of them."""
    desk = Desk(tmp_path / "site")
    file = desk.root / "content/briefings/a.md"
    with living(desk.config, tmp_path / "served") as site:
        text = file.read_text(encoding="utf-8").replace("a takeaway", "a better takeaway")
        if half:
            desk.write("content/briefings/a.md", text[: len(text) // 2])
        else:
            file.unlink()
        waits: list[float] = []

        def wait(seconds: float) -> None:
            """Let the program come to its end."""
            waits.append(seconds)
            file.write_text(text, encoding="utf-8")

        monkeypatch.setattr("briefgen.plugin.preview.time.sleep", wait)
        caplog.clear()
        site.rebuild()
        assert len(waits) == 1
        assert "ERROR" not in caplog.text
        assert b"a better takeaway" in site.tree()["briefings/a/index.html"]


def test_a_broken_template_is_shown_and_then_gone(tmp_path: Path) -> None:
    """A mistake in a site's own template is shown with its line; mended, the pages follow the template."""
    desk = Desk(tmp_path / "site")
    desk.config = write_site(desk.root, {}, {"templates": "templates"})
    desk.write("templates/topic.md.jinja", "# Topic {{ title(topic.name) }} { #b-top }\n")
    with living(desk.config, tmp_path / "served") as site:
        desk.write("templates/topic.md.jinja", "# Topic\n\n{% if %}\n")
        site.rebuild()
        instead = site.preview.prepare("topics/shared/index.html")
        assert instead is not None
        shown = (site.site / instead).read_text(encoding="utf-8")
        assert "templates/topic.md.jinja:3" in shown.replace("&#47;", "/").replace("&#46;", ".").replace("&#58;", ":")
        desk.write("templates/topic.md.jinja", "# Theme {{ title(topic.name) }} { #b-top }\n")
        site.rebuild()
        assert_same(site.tree(), fresh(desk.config, tmp_path / "fresh"), "mended")
        assert b"Theme" in (site.site / "topics/shared/index.html").read_bytes()
        assert site.whole_builds == 1


def test_saved_words_change_every_page(tmp_path: Path) -> None:
    """A site's own labels stand in its frame and its navigation, too; a mistake in them is shown with its line."""
    desk = Desk(tmp_path / "site")
    desk.config = write_site(desk.root, {}, {"templates": "templates"})
    desk.write("templates/labels.toml", '[titles]\nwatch = "The diary"\n')
    with living(desk.config, tmp_path / "served") as site:
        assert "The diary" in (site.site / "watch/index.html").read_text(encoding="utf-8")
        desk.write("templates/labels.toml", '[titles]\nwatch = "The calendar"\n')
        site.rebuild()
        assert_same(site.tree(), fresh(desk.config, tmp_path / "fresh"), "saved")
        assert "The calendar" in (site.site / "watch/index.html").read_text(encoding="utf-8")
        desk.write("templates/labels.toml", '[titles]\n\nwach = "The calendar"\n')
        site.rebuild()
        shown = unescape((site.site / "watch/index.html").read_text(encoding="utf-8"))
        assert "templates/labels.toml:3" in shown
        assert "titles.wach: there is no such label" in shown
        desk.write("templates/labels.toml", '[titles]\nwatch = "Dates"\n')
        site.rebuild()
        assert_same(site.tree(), fresh(desk.config, tmp_path / "fresh"), "mended")


def test_another_language_or_field_in_the_settings_is_taken_up(tmp_path: Path) -> None:
    """What a page shows follows mkdocs.yml while it is served, as a fresh build would."""
    desk = Desk(tmp_path / "site")
    desk.config = write_site(desk.root, {}, {"templates": "templates", "fields": {"desk": "Desk"}})
    (desk.root / "templates").mkdir()
    page = desk.root / "content/briefings/a.md"
    page.write_text(page.read_text(encoding="utf-8").replace("---\n", "---\ndesk: World\n", 1), encoding="utf-8")
    with living(desk.config, tmp_path / "served") as site:
        assert "<dd>World</dd>" in (site.site / "briefings/a/index.html").read_text(encoding="utf-8")
        config = desk.config.read_text(encoding="utf-8")
        config = config.replace('"Desk"', '"Ressort"').replace('"font"', '"language": "de", "font"')
        desk.config.write_text(config, encoding="utf-8")
        site.rebuild()
        assert_same(site.tree(), fresh(desk.config, tmp_path / "fresh"), "saved")
        shown = (site.site / "briefings/a/index.html").read_text(encoding="utf-8")
        assert re.search(r"<dt>Ressort</dt>\s*<dd>World</dd>", shown)
        assert '<html lang="de"' in shown


def test_an_article_that_cannot_be_read_is_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The log names it, and the preview goes on."""
    desk = Desk(tmp_path / "site")
    with living(desk.config, tmp_path / "served") as site:
        (desk.root / "seeds/broken.txt").write_bytes(b"\x00\x01\x02" * 100)
        with caplog.at_level(logging.ERROR):
            site.rebuild()
        assert "seeds/broken.txt" in caplog.text
        assert_same(site.tree(), fresh(desk.config, tmp_path / "fresh"), "refused")


def assert_same(found: dict[str, bytes], expected: dict[str, bytes], after: str) -> None:
    """Compare two sites file by file."""
    assert sorted(found) == sorted(expected), after
    different = [name for name, data in expected.items() if found[name] != data]
    assert not different, f"after {after}: {different}"
