"""The sample site as MkDocs builds it: what is there, what links where, what stops a build and what never leaks."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from posixpath import join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from briefgen.errors import SettingsError
from briefgen.files.front_matter_write import new_text
from briefgen.model.briefing import (
    Actor,
    Briefing,
    Caution,
    Correction,
    Evidence,
    Question,
    Source,
    Takeaway,
    WatchItem,
)
from briefgen.plugin import load_settings
from tests.site.building import SAMPLE, Built, Elements, build, write_site

if TYPE_CHECKING:
    from pathlib import Path

STRIKE = "briefings/port-ellery-ferry-crews-vote-to-strike"
CANARY = "qvxcanary"


def every_field(name: str, word: str) -> Briefing:
    """Give a draft whose every text holds the word."""
    evidence = (Evidence(quote=f"{word} quote"),)
    return Briefing(
        id=name,
        title=f"{word} title",
        date=date(2025, 10, 1),
        summary=f"{word} summary",
        topics=(f"{word} topic",),
        sources=(Source(file="seeds/a.txt", title=f"{word} source", publisher=f"{word} publisher"),),
        takeaways=(Takeaway(text=f"{word} takeaway", said_by=f"{word} speaker", evidence=evidence),),
        actors=(Actor(name=f"{word} actor", kind="group", role=f"{word} role", evidence=evidence),),
        open_questions=(Question(text=f"{word} question?", evidence=evidence),),
        watch=(WatchItem(text=f"{word} event", start=date(2030, 1, 1), evidence=evidence),),
        cautions=(Caution(text=f"{word} caution"),),
        reviewed_by=f"{word} reviewer",
        corrections=(Correction(date=date(2025, 10, 2), was=f"{word} before", now=f"{word} after", why=f"{word} why"),),
    )


def test_the_sample_site_builds_strictly(sample: Built) -> None:
    """A strict build ends well and says nothing of warnings."""
    assert sample.status == 0, sample.output
    assert "WARNING" not in sample.output


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "briefings/index.html",
        f"{STRIKE}/index.html",
        "briefings/harbour-authority-rules-on-rest/index.html",
        "briefings/lighthouse-fund-cut/index.html",
        "briefings/old-pier-to-reopen/index.html",
        "actors/index.html",
        "actors/ines-marlowe/index.html",
        "topics/index.html",
        "topics/ferries/index.html",
        "watch/index.html",
        "questions/index.html",
        "feed.xml",
        "feed.json",
        "watch.ics",
        "briefings.json",
        "sitemap.xml",
    ],
)
def test_a_page_is_there(sample: Built, path: str) -> None:
    """Every page and feed that readers are promised exists."""
    assert (sample.site / path).is_file()


def test_what_lies_in_the_content_is_not_published_raw(sample: Built) -> None:
    """Neither the editor's files nor anything hidden is copied to the site."""
    assert not [path for path in sample.files() if path.endswith(".md") or "/." in f"/{path}"]


def test_internal_links_lead_somewhere(sample: Built) -> None:
    """Every link and every anchor within the site exists."""
    pages = {
        path: Elements(sample.text(path)) for path in sample.files() if path.endswith(".html") and path != "404.html"
    }
    ids = {
        path: {str(attributes["id"]) for _, attributes in page.found if "id" in attributes}
        for path, page in pages.items()
    }
    count = 0
    for path, page in pages.items():
        for attributes in page.all("a", "link", "script", "img"):
            link = attributes.get("href") or attributes.get("src") or ""
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not link:
                continue
            target = normpath(join(path.rpartition("/")[0], unquote(parts.path))) if parts.path else path
            if (sample.site / target).is_dir():
                target = normpath(f"{target}/index.html")
            assert (sample.site / target).is_file(), (path, link)
            if parts.fragment and not parts.fragment.startswith("__"):
                assert parts.fragment in ids[target], (path, link)
            count += 1
    assert count > 300


def test_headings_nest(sample: Built) -> None:
    """Each page has one h1 and skips no level below it."""
    for path in sample.files():
        if not path.endswith(".html") or path == "404.html":
            continue
        levels = [int(tag[1]) for tag, _ in Elements(sample.text(path)).found if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_ids_are_unique(sample: Built) -> None:
    """No id stands twice on a page, and those of briefings begin with b-."""
    elements = Elements(sample.text(f"{STRIKE}/index.html")).found
    ids = [str(attributes["id"]) for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert all(name.startswith(("b-", "__")) for name in ids), ids


def test_a_draft_says_so_and_asks_not_to_be_indexed(sample: Built) -> None:
    """A draft has its banner and `noindex` and stays out of sitemap and feeds; a published briefing has neither."""
    draft = sample.text("briefings/lighthouse-fund-cut/index.html")
    assert "not yet reviewed" in draft
    assert '<meta name="robots" content="noindex">' in draft
    published = sample.text(f"{STRIKE}/index.html")
    assert "not yet reviewed" not in published
    assert "noindex" not in published
    for path in ("sitemap.xml", "feed.xml", "feed.json", "watch.ics", "briefings.json"):
        assert "ighthouse" not in sample.text(path), path


def test_a_withdrawn_briefing_leaves_a_stub(sample: Built) -> None:
    """Its address says that it was withdrawn; nothing else names it."""
    stub = sample.text("briefings/old-pier-to-reopen/index.html")
    assert "was withdrawn" in stub
    for path in sample.files():
        if path.endswith((".html", ".xml", ".json", ".ics")) and "old-pier-to-reopen" not in path:
            assert "Old pier" not in sample.text(path), path
        if path.endswith((".html", ".json")):
            assert "must not be shown" not in sample.text(path), path


def test_search_holds_no_evidence_and_no_listing(sample: Built) -> None:
    """The index has the briefings' words, not the evidence below them nor the pages that repeat them."""
    docs = json.loads(sample.text("search/search_index.json"))["docs"]
    texts = " ".join(doc["text"] for doc in docs)
    assert "voted by 412 to 37" in texts
    assert "walk out from 10 November, the Seafarers" not in texts
    locations = {doc["location"] for doc in docs}
    assert not locations & {"", "briefings/", "actors/", "topics/", "watch/", "questions/"}


def test_two_builds_are_the_same(sample: Built, tmp_path: Path) -> None:
    """The same input gives the same bytes, every file of them."""
    again = build(SAMPLE / "mkdocs.yml", tmp_path / "again", "--strict")
    assert again.files() == sample.files()
    different = [
        path for path in sample.files() if (sample.site / path).read_bytes() != (again.site / path).read_bytes()
    ]
    assert not different


def test_preview_only_drafts_leak_nowhere(tmp_path: Path) -> None:
    """With `unreviewed: preview` no word of a draft is in any file of the site; with `show` it is."""
    draft = every_field("secret", CANARY)
    public = replace(every_field("public", "open"), status="published")
    briefings = {"secret": new_text(draft, f"{CANARY} notes"), "public": new_text(public)}
    config = write_site(tmp_path / "preview", briefings, {"unreviewed": "preview"})
    hidden = build(config, tmp_path / "hidden", "--strict")
    assert hidden.status == 0, hidden.output
    assert "briefings/public/index.html" in hidden.files()
    assert not [
        path for path in hidden.files() if CANARY.encode() in (hidden.site / path).read_bytes() or "secret" in path
    ]
    shown = build(write_site(tmp_path / "show", briefings), tmp_path / "shown", "--strict")
    assert CANARY in shown.text("briefings/secret/index.html")


def test_a_broken_front_matter_stops_the_build(tmp_path: Path) -> None:
    """Every mistake is named with file, line and column, the status is 1, and the site that stood there is whole."""
    good = new_text(replace(every_field("good", "good"), status="published"))
    config = write_site(tmp_path / "site", {"good": good})
    built = build(config, tmp_path / "built")
    assert built.status == 0
    before = {path: (built.site / path).read_bytes() for path in built.files()}
    write_site(
        tmp_path / "site",
        {"one": "---\nid: one\ntitle: One\nsumary: x\n---\n", "two": "---\nid: two\n\ttitle: x\n---\n"},
    )
    broken = build(config, tmp_path / "built")
    assert broken.status == 1
    assert re.search(r"content/briefings/one\.md:4:\d+: ", broken.output), broken.output
    assert re.search(r"content/briefings/two\.md:3:\d+: ", broken.output), broken.output
    assert {path: (broken.site / path).read_bytes() for path in broken.files()} == before


def test_a_page_of_ones_own_wins(tmp_path: Path) -> None:
    """A hand-written page takes the place of the generated one at its address; the others stay."""
    config = write_site(tmp_path / "site", {"a": new_text(replace(every_field("a", "plain"), status="published"))})
    (tmp_path / "site" / "content" / "index.md").write_text("# Our own front page\n", encoding="utf-8")
    built = build(config, tmp_path / "built", "--strict")
    assert built.status == 0, built.output
    assert "Our own front page" in built.text("index.html")
    assert "plain title" in built.text("briefings/index.html")


def test_a_site_overrides_one_template(tmp_path: Path) -> None:
    """A template of the site's own replaces briefgen's of the same name; what it prints is inert all the same."""
    briefing = replace(every_field("a", "<b>plain</b>"), status="published")
    config = write_site(tmp_path / "site", {"a": new_text(briefing)}, {"templates": "ours"})
    (tmp_path / "site" / "ours").mkdir()
    template = "# Ours { #b-top }\n\n{% for topic in site.topics %}\n- {{ topic.name }}\n{% endfor %}\n"
    (tmp_path / "site" / "ours" / "topics.md.jinja").write_text(template, encoding="utf-8")
    built = build(config, tmp_path / "built")
    assert built.status == 0, built.output
    assert "<b>plain" not in built.text("topics/index.html")
    assert "<b>plain</b> topic" in "".join(Elements(built.text("topics/index.html")).words)


def test_a_wrong_template_is_named(tmp_path: Path) -> None:
    """A mistake in a template of the site stops the build with its name and line."""
    config = write_site(tmp_path / "site", {}, {"templates": "ours"})
    (tmp_path / "site" / "ours").mkdir()
    (tmp_path / "site" / "ours" / "home.md.jinja").write_text("# Home\n\n{% if %}\n", encoding="utf-8")
    built = build(config, tmp_path / "built")
    assert built.status == 1
    assert "home.md.jinja:3:" in built.output


def test_links_out_of_the_content_are_not_followed(tmp_path: Path) -> None:
    """MkDocs publishes what a symbolic link points to; briefgen leaves it out and says so."""
    config = write_site(tmp_path / "site", {})
    (tmp_path / "outside.txt").write_text(CANARY, encoding="utf-8")
    (tmp_path / "site" / "content" / "linked.txt").symlink_to(tmp_path / "outside.txt")
    built = build(config, tmp_path / "built")
    assert "linked.txt" in built.output
    assert "linked.txt" not in built.files()


def test_settings_come_from_mkdocs_yml(tmp_path: Path) -> None:
    """The command line reads the same settings through MkDocs' configuration."""
    settings = load_settings(write_site(tmp_path, {}, {"seeds": "articles", "unreviewed": "preview"}))
    assert settings.seeds == "articles"
    assert settings.unreviewed == "preview"
    assert settings.content == "content"
    assert settings.site_name == "Test desk"


@pytest.mark.parametrize(
    ("plugins", "expected"),
    [
        ('["search"]', "add `- briefgen`"),
        ('[{"briefgen": {"unreviewed": "hide"}}]', "unreviewed"),
        ('[{"briefgen": {"sedes": "x"}}]', "sedes"),
    ],
)
def test_wrong_settings_are_named(tmp_path: Path, plugins: str, expected: str) -> None:
    """A setting that is missing, wrong or misspelt is refused with its name."""
    (tmp_path / "content").mkdir()
    config = tmp_path / "mkdocs.yml"
    config.write_text(f'{{"site_name": "x", "docs_dir": "content", "plugins": {plugins}}}', encoding="utf-8")
    with pytest.raises(SettingsError, match=re.escape(expected)):
        load_settings(config)


def test_a_quote_that_no_source_holds_is_said_so_and_stops_a_strict_build(tmp_path: Path) -> None:
    """What cannot be proved is not published as if it were: the page marks it, and the log names it."""
    quote = "The council shut the bridge on Tuesday."
    briefing = Briefing(
        id="bridge",
        title="Bridge",
        status="published",
        sources=(Source(file="seeds/bridge.txt"),),
        takeaways=(Takeaway(text="The council shut the bridge.", evidence=(Evidence(quote=quote),)),),
    )
    config = write_site(tmp_path, {"bridge": new_text(briefing)})
    (tmp_path / "seeds" / "bridge.txt").write_text("The council shut the bridge on Monday after a storm.\n", "utf-8")
    built = build(config, tmp_path / "site", "--strict")
    assert built.status == 1
    assert f"content/briefings/bridge.md: not found in the source: “{quote}”" in built.output
    built = build(config, tmp_path / "site")
    assert built.status == 0
    assert "These words were not found in the source." in built.text("briefings/bridge/index.html")
