"""`briefgen export`: what is in an export of a site, what is kept out of it, and where it may be written."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import yaml

from briefgen.files.drafts import draft_text
from briefgen.files.front_matter_write import new_text
from briefgen.model.draft import LastDraft
from tests.site.building import write_site
from tests.site.other_builders import built_by, export, write_desk
from tests.site.test_build import every_field

if TYPE_CHECKING:
    from pathlib import Path

CANARY = "qvxcanary"


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def configure(config_file: Path, **settings: object) -> Path:
    """Change settings of a site that `write_site` wrote."""
    told = json.loads(config_file.read_text(encoding="utf-8"))
    config_file.write_text(json.dumps(told | settings), encoding="utf-8")
    return config_file


def desk(root: Path, plugin: dict[str, object] | None = None) -> Path:
    """Write a site with a draft, a published and a withdrawn briefing; of all but the published one each word is the canary."""
    briefings = {
        "drafted": every_field("drafted", CANARY),
        "published": replace(every_field("published", "open"), status="published"),
        "gone": replace(every_field("gone", "left"), status="withdrawn", title="Stub"),
    }
    return write_site(root, {name: new_text(one) for name, one in briefings.items()}, plugin)


def test_with_preview_no_word_of_a_draft_is_in_an_export(tmp_path: Path) -> None:
    """No page, list, feed, picture's name or file name gives one away; how many were left out is said."""
    config = desk(tmp_path / "site", {"unreviewed": "preview"})
    drafts = tmp_path / "site/content/.drafts"
    drafts.mkdir()
    last = LastDraft(briefing=every_field("drafted", CANARY), recipe="r")
    (drafts / "drafted.json").write_text(draft_text(last), encoding="utf-8")
    configure(config, nav=["index.md", {CANARY: "briefings/drafted.md"}, {"One": "briefings/published.md"}])
    status, printed = export(config, tmp_path / "out")
    assert status == 0
    assert "1 briefing; 1 draft left out" in printed
    assert "not exported: nav: briefings/drafted.md" in printed
    for name, data in contents(tmp_path / "out").items():
        assert CANARY not in name
        assert "drafted" not in name
        assert CANARY.encode() not in data, name


def test_with_show_a_draft_stands_with_its_banner_and_in_nothing_to_take_away(tmp_path: Path) -> None:
    """Its page asks search engines to leave it out; no feed, calendar, JSON or llms.txt has it."""
    status, printed = export(desk(tmp_path / "site"), tmp_path / "out")
    assert status == 0
    assert "2 briefings\n" in printed
    found = contents(tmp_path / "out/content")
    page = found["briefings/drafted/index.md"].decode()
    assert f"{CANARY} takeaway" in page
    assert "noindex: true" in page
    assert "b-banner" in page
    taken_away = [name for name in found if name.endswith((".xml", ".ics", ".txt", ".json")) and name != "filters.json"]
    assert {"feed.xml", "feed.json", "watch.ics", "briefings.json", "llms.txt"} <= {*taken_away}
    for name in taken_away:
        assert CANARY.encode() not in found[name], name


def test_of_a_withdrawn_briefing_there_is_the_stub_alone(tmp_path: Path) -> None:
    """Its title and why it was withdrawn; no item, no summary, no name of what it was about."""
    export(desk(tmp_path / "site"), tmp_path / "out")
    found = contents(tmp_path / "out")
    stub = found["content/briefings/gone/index.md"].decode()
    assert "Stub" in stub
    assert "noindex: true" in stub
    for name, data in found.items():
        for word in ("summary", "takeaway", "actor", "question", "event", "topic", "quote"):
            assert f"left {word}".encode() not in data, name


def test_articles_registry_and_last_drafts_stay_at_home(tmp_path: Path) -> None:
    """So do briefings' front matters, hidden files, what the site excludes, and links, which could lead anywhere."""
    config = write_desk(tmp_path / "site")
    content = tmp_path / "site/content"
    (content / "actors.yml").write_text("actors: []\n", encoding="utf-8")
    (content / ".hidden").write_text("x", encoding="utf-8")
    (content / "linked.md").symlink_to(content / "briefings/lighthouse-fund-cut.md")
    (content / "seeds").symlink_to(tmp_path / "site/seeds")
    status, printed = export(config, tmp_path / "out")
    assert status == 0
    assert "not exported: linked.md: a symbolic link" in printed
    names = contents(tmp_path / "out")
    assert not [name for name in names if name.endswith(("actors.yml", ".hidden", "linked.md", "internal.md"))]
    assert not [name for name in names if "seeds" in name or ".drafts" in name]
    assert b"sha256" not in names["content/briefings/lighthouse-fund-cut/index.md"]


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    """Twice into new folders, and once more over the first: the bytes are the same, and no file is written again."""
    config = write_desk(tmp_path / "site")
    for name in ("a", "b"):
        assert export(config, tmp_path / name)[0] == 0
    first = contents(tmp_path / "a")
    assert contents(tmp_path / "b") == first
    times = {name: (tmp_path / "a" / name).stat().st_mtime_ns for name in first if not name.startswith(".")}
    assert export(config, tmp_path / "a")[0] == 0
    assert contents(tmp_path / "a") == first
    assert {name: (tmp_path / "a" / name).stat().st_mtime_ns for name in times} == times


def test_a_page_of_the_sites_own_wins_its_address(tmp_path: Path) -> None:
    """As in the built site; a file as well."""
    config = desk(tmp_path / "site")
    content = tmp_path / "site/content"
    (content / "watch.md").write_text("# Our own dates\n", encoding="utf-8")
    (content / "topics").mkdir()
    (content / "topics/README.md").write_text("# Our own topics\n", encoding="utf-8")
    (content / "llms.txt").write_text("our own\n", encoding="utf-8")
    assert export(config, tmp_path / "out")[0] == 0
    found = contents(tmp_path / "out/content")
    assert found["watch.md"] == b"# Our own dates\n"
    assert found["llms.txt"] == b"our own\n"
    assert not {"watch/index.md", "topics/index.md"} & found.keys()
    assert "watch.md" in yaml.safe_load((tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8"))["nav"]


def test_a_site_without_navigation_gets_a_short_one(tmp_path: Path) -> None:
    """The lists, then its own pages, a section for each folder; no briefing, of which there may be thousands."""
    config = desk(tmp_path / "site")
    configure(config, nav=None)
    for page in ("about.md", "desk/who-we-are.md", "desk/rules.md"):
        (tmp_path / "site/content" / page).parent.mkdir(exist_ok=True)
        (tmp_path / "site/content" / page).write_text("# Ours\n", encoding="utf-8")
    assert export(config, tmp_path / "out")[0] == 0
    lists = [
        "index.md",
        "briefings/index.md",
        "actors/index.md",
        "topics/index.md",
        "watch/index.md",
        "questions/index.md",
    ]
    nav = yaml.safe_load((tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    assert nav == [*lists, "about.md", {"Desk": ["desk/rules.md", "desk/who-we-are.md"]}]
    built = built_by(tmp_path / "out", "mkdocs", "build", "--strict")
    assert built.status == 0, built.output


@pytest.mark.parametrize(("language", "word"), [("de", "Diese Seite gibt es hier nicht"), ("fr", "feed")])
def test_the_words_are_those_of_the_sites_language(tmp_path: Path, language: str, word: str) -> None:
    """Pages and frame speak it, and a builder is told; no template asks for a label any more."""
    config = write_desk(tmp_path / "site", language=language)
    assert export(config, tmp_path / "out")[0] == 0
    found = contents(tmp_path / "out")
    told = yaml.safe_load(found["mkdocs.yml"])
    assert told["theme"]["language"] == language
    frame = b"".join(data for name, data in found.items() if name.startswith("overrides/"))
    assert b"b_label" not in frame
    assert word in frame.decode().replace("&#45;", "-")
    status, printed = export(config, tmp_path / "out")
    assert (status, "not exported" in printed) == (0, False)


def test_the_sites_own_templates_and_labels_are_in_the_pages(tmp_path: Path) -> None:
    """They need no builder that knows them: the pages are finished."""
    config = desk(tmp_path / "site", {"templates": "templates"})
    templates = tmp_path / "site/templates"
    templates.mkdir()
    (templates / "questions.md.jinja").write_text("# Ours\n\n<p>Asked by us</p>\n", encoding="utf-8")
    (templates / "labels.toml").write_text('[frame]\nlost = "Gone fishing"\n', encoding="utf-8")
    assert export(config, tmp_path / "out")[0] == 0
    found = contents(tmp_path / "out")
    assert b"Asked by us" in found["content/questions/index.md"]
    assert b"Gone fishing" in found["overrides/404.html"]


def test_a_policy_of_the_sites_own_is_taken_along(tmp_path: Path) -> None:
    """A host that it allows is allowed; where it has none, pages have none."""
    for setting, expected in (
        ({"img-src": "https://maps.example"}, "img-src 'self' data: https://maps.example;"),
        (False, None),
    ):
        config = desk(tmp_path / f"site {expected is None}", {"content_security_policy": setting})
        assert export(config, tmp_path / f"out {expected is None}")[0] == 0
        told = yaml.safe_load((tmp_path / f"out {expected is None}" / "mkdocs.yml").read_text(encoding="utf-8"))
        policy = told["extra"]["briefgen"]["policy"]
        assert policy is None if expected is None else expected in policy
        assert "unsafe" not in str(policy)


def test_parts_of_the_look_that_a_site_overrides_are_its_own(tmp_path: Path) -> None:
    """In its content, or among its overrides; what it names as a style sheet of its own stays a file of its own."""
    config = write_desk(tmp_path / "site")
    for folder, part, text in (
        ("content", "tokens.css", "/* ours, in content */"),
        ("overrides", "print.css", "/* ours, over */"),
    ):
        place = tmp_path / "site" / folder / "assets/briefgen" / part
        place.parent.mkdir(parents=True)
        place.write_text(text, encoding="utf-8")
    assert export(config, tmp_path / "out")[0] == 0
    look = (tmp_path / "out/content/assets/briefgen/look.css").read_text(encoding="utf-8")
    assert "/* ours, in content */" in look
    assert "/* ours, over */" in look
    assert "What the look is made of" not in look
    assert not (tmp_path / "out/overrides/assets").exists()


def test_what_another_builder_does_not_have_is_named(tmp_path: Path) -> None:
    """Plugins and hooks, and values of settings that no YAML spells; the rest is exported."""
    config = desk(tmp_path / "site")
    (tmp_path / "site/hook.py").write_text("def on_config(config): return config\n", encoding="utf-8")
    slug = "\n  - toc:\n      slugify: !!python/object/apply:functools.partial [!!python/name:posixpath.join ]\n"
    slug += "      title: Here\n"
    told = json.loads(config.read_text(encoding="utf-8"))
    told |= {"hooks": ["hook.py"], "plugins": [*told["plugins"], "tags"]}
    emoji = "  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
    config.write_text(f"{yaml.safe_dump(told)}markdown_extensions:{slug}{emoji}", encoding="utf-8")
    status, printed = export(config, tmp_path / "out")
    assert status == 0, printed
    for line in ("the plugin material/tags", "the hook hook.py", "markdown_extensions: toc: slugify"):
        assert f"not exported: {line}" in printed
    text = (tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8")
    assert "title: Here" in text
    assert "emoji_index: !!python/name:material.extensions.emoji.twemoji" in text
    assert "slugify" not in text


def test_what_is_printed_says_how_to_go_on(tmp_path: Path) -> None:
    """What was written, and a line for each builder that can be copied into a shell."""
    status, printed = export(desk(tmp_path / "site"), tmp_path / "my pages")
    assert status == 0
    for builder in ("zensical build", "properdocs build -f mkdocs.yml --strict", "mkdocs build --strict"):
        assert f"cd '{tmp_path / 'my pages'}' && {builder}" in printed
