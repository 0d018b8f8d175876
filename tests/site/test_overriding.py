"""What a site makes its own, from the command line to the built pages."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.files.front_matter_write import new_text
from briefgen.rendering.labels import read_labels
from briefgen.rendering.languages import shipped_languages
from tests.site.building import build, write_site
from tests.site.test_build import every_field

ARTICLES = Path(__file__).parent.parent / "articles"
OWN = 'for_whom:   # by the board\n  - "Ports"\n  - Parliament\ndesk: World\n'
FIELDS = {"desk": "Desk", "for_whom": {"label": "For whom", "list": True}}


def run(config: Path, *arguments: str) -> Result:
    """Run `briefgen` for a site; an exception that is no exit fails the test."""
    result = CliRunner().invoke(main, ["-f", str(config), *arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_drafting_and_accepting_leave_own_fields_alone(tmp_path: Path) -> None:
    """Their lines stay byte for byte whatever the article becomes, and no last draft holds them."""
    config = write_site(tmp_path, {}, {"fields": FIELDS})
    seed = tmp_path / "seeds" / "harbour.txt"
    shutil.copy(ARTICLES / "harbour.txt", seed)
    assert run(config, "draft").exit_code == 0
    (file,) = (tmp_path / "content" / "briefings").glob("*.md")
    text = file.read_text(encoding="utf-8")
    before, summary, after = text.partition("\nsummary: ")
    file.write_text(f"{before}\n{OWN}summary: Our own bottom line.\n{after.partition(chr(10))[2]}", encoding="utf-8")
    assert summary
    seed.write_text(seed.read_text(encoding="utf-8").replace("Norway", "Denmark"), encoding="utf-8")
    assert run(config, "draft").exit_code in (0, 1)
    redrafted = file.read_text(encoding="utf-8")
    assert OWN in redrafted
    assert "Denmark" in redrafted
    assert run(config, "accept", file.stem, "--all").exit_code == 0
    accepted = file.read_text(encoding="utf-8")
    assert OWN in accepted
    assert "Our own bottom line." not in accepted
    (last,) = (tmp_path / "content" / ".drafts").glob("*.json")
    assert "for_whom" not in last.read_text(encoding="utf-8")
    assert build(config, tmp_path / "site").status == 0


def test_a_field_that_is_not_declared_stops_the_build(tmp_path: Path) -> None:
    """With its file and line, as any misspelling."""
    text = new_text(every_field("a", "a")).replace("---\n", "---\ndsek: World\n", 1)
    config = write_site(tmp_path, {"a": text}, {"fields": FIELDS})
    built = build(config, tmp_path / "site")
    assert built.status == 1
    assert "content/briefings/a.md:2:1: unknown-key: " in built.output
    assert "did you mean `desk`?" in built.output


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title": "Title"}, "fields: title: this is the name of a field of briefings: choose another"),
        ({"desk": 3}, "fields: desk: expected a label, or `label` and `list: true`, found 3"),
    ],
)
def test_a_wrong_setting_ends_with_status_2(tmp_path: Path, fields: dict[str, object], message: str) -> None:
    """It says what is wrong with which field; nothing is done."""
    result = run(write_site(tmp_path, {}, {"fields": fields}), "check")
    assert result.exit_code == 2
    assert message in result.output


def test_wrong_labels_stop_the_build(tmp_path: Path) -> None:
    """All of them are named, with file and line; the site that was there is whole."""
    config = write_site(tmp_path, {"a": new_text(every_field("a", "a"))}, {"templates": "own/templates"})
    labels = tmp_path / "own" / "templates" / "labels.toml"
    labels.parent.mkdir(parents=True)
    assert build(config, tmp_path / "site").status == 0
    labels.write_text('[words]\nclaim = "{who} says"\n[titles]\nwach = "Dates"\n', encoding="utf-8")
    built = build(config, tmp_path / "site")
    assert built.status == 1
    assert "own/templates/labels.toml:2:1: label: words.claim: expected no value, found {who}" in built.output
    assert "own/templates/labels.toml:4:1: label: titles.wach: there is no such label" in built.output
    assert "index.html" in built.files()


def test_a_block_can_use_macros_and_what_the_page_has(tmp_path: Path) -> None:
    """What briefgen's template brings in or names is there in a block of the site's own."""
    config = write_site(tmp_path, {"a": new_text(every_field("a", "a"))}, {"templates": "templates"})
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "briefing.md.jinja").write_text(
        '{% extends "briefgen/briefing.md.jinja" %}\n{% block after_takeaways %}\n\n## Ours { #b-ours }\n\n'
        '<div class="ours">{{ m.state(briefing) }}{{ evidence_of(briefing.takeaways[0], marked, "ours") }}</div>\n\n'
        "{% endblock %}\n{% block about %}{{ super() }}\n\n<p>{{ say('common.briefings', n=1) }}: {{ site.name }}</p>\n\n"
        "{% endblock %}\n",
        encoding="utf-8",
    )
    built = build(config, tmp_path / "site")
    assert built.status == 0, built.output
    page = built.text("briefings/a/index.html")
    ours = page[page.index('<div class="ours">') : page.index('id="b-actors"')]
    assert 'class="b-state' in ours
    assert '<details class="b-evidence"' in ours
    assert "<p>1 briefing: Test desk</p>" in page
    assert 'id="b-about"' in page


@pytest.mark.parametrize("language", shipped_languages())
def test_labels_are_printed_to_begin_from(language: str) -> None:
    """The whole is a site's labels.toml, which changes nothing until somebody changes it."""
    result = CliRunner().invoke(main, ["labels", "--language", language])
    assert result.exit_code == 0
    own, shipped = read_labels(language, result.output), read_labels(language)
    assert own.keys == shipped.keys
    assert own.table("words") == shipped.table("words")
    for key in shipped.keys:
        area, _, name = key.partition(".")
        assert name in tomllib.loads(result.output)[area]


def test_labels_are_in_the_sites_language_unless_another_is_named(tmp_path: Path) -> None:
    """English where there is no site, or where briefgen does not have its language."""
    config = write_site(tmp_path, {})
    nowhere = tmp_path / "nowhere.yml"

    def title() -> str:
        return str(tomllib.loads(run(config, "labels").output)["titles"]["actors"])

    assert title() == "Actors"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace('"font"', '"language": "de", "font"'), encoding="utf-8")
    assert title() == "Akteure"
    assert 'actors = "Acteurs"' in run(config, "labels", "--language", "fr").output
    config.write_text(text.replace('"font"', '"language": "ja", "font"'), encoding="utf-8")
    assert title() == "Actors"
    assert 'actors = "Actors"' in run(nowhere, "labels").output
    wrong = run(config, "labels", "--language", "xx")
    assert wrong.exit_code == 2
