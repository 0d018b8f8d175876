"""docs/pages/overriding.md is in step with the program, and its example is a site that builds and shows what it says.

`UPDATE_DOCS=1 pytest tests/docs/test_overriding.py` writes the page anew.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli import main
from briefgen.rendering.environment import environment
from tests.docs import overriding_page
from tests.docs.template_values import templates_given
from tests.site.building import Built, build

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "pages" / "overriding.md"


def test_the_page_is_in_step_with_the_program() -> None:
    """Templates, blocks, values, labels, custom properties and the example are those that there are."""
    fresh = overriding_page.page()
    if os.environ.get("UPDATE_DOCS"):
        PAGE.write_text(fresh, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == fresh, "run UPDATE_DOCS=1 pytest tests/docs/test_overriding.py"


def test_every_template_is_described() -> None:
    """Those of pages by where the page stands; the others are pieces, which pages bring in."""
    given = {one.template: one for one in templates_given()}
    assert set(given) == set(overriding_page.PAGES)
    pieces = {path.name for path in overriding_page.TEMPLATES.glob("*.jinja")} - set(given) - {"errors.md.jinja"}
    texts = "".join(path.read_text("utf-8") for path in overriding_page.TEMPLATES.glob("*.jinja"))
    assert [piece for piece in pieces if f'"{piece}"' not in texts] == []


def test_every_value_that_is_described_is_given() -> None:
    """To every template, or to the one that is named; and every common one is described."""
    given = {one.template: one.values for one in templates_given()}
    for template, values in overriding_page.SETTLED.items():
        assert set(values) <= given[template], template
    common = frozenset.intersection(*given.values()) | {"say", "day", "month"}
    assert {"say", "day", "month"} <= set(environment().globals)
    told = " ".join([*overriding_page.EVERYWHERE, *overriding_page.EVERYWHERE.values()])
    named = set(re.findall(r"[a-z_]+", told))
    assert {name.partition("(")[0] for name in overriding_page.EVERYWHERE} <= common
    assert common - named == set()


def test_the_first_steps_work_by_copying(tmp_path: Path) -> None:
    """Each file as the page prints it: the word, the section, the colour and the field are there."""
    config = overriding_page.write_first_site(tmp_path)
    briefing = tmp_path / "content" / "briefings" / "port-ellery-ferry-crews-vote-to-strike.md"
    briefing.write_text(
        briefing.read_text("utf-8").replace("\ntopics:", "\ndesk: Transport\ntopics:", 1), encoding="utf-8"
    )
    built = build(config, tmp_path / "site", "--strict")
    assert built.status == 0, built.output
    page = built.text("briefings/port-ellery-ferry-crews-vote-to-strike/index.html")
    assert ">They say</span>" in page
    assert page.index('id="b-takeaways"') < page.index('id="b-ask"') < page.index('id="b-actors"')
    assert '<a href="mailto:desk@harbour.example">Transport</a>' in page
    assert re.search(r"<dt>Desk</dt>\s*<dd>Transport</dd>", page)
    assert "assets/desk.css" in page


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, copied to where a build may write."""
    root = tmp_path_factory.mktemp("example") / "desk"
    shutil.copytree(overriding_page.EXAMPLE, root)
    return root


@pytest.fixture(scope="module")
def built(example: Path) -> Built:
    """The example's site."""
    return build(example / "mkdocs.yml", example / "site", "--strict")


def test_the_example_builds(built: Built) -> None:
    """Without a warning."""
    assert built.status == 0, built.output


def test_a_block_adds_a_section(built: Built) -> None:
    """After the takeaways and before the actors, with what stands in a field of the site's own."""
    page = built.text("briefings/harbour-tram/index.html")
    section = page.index('id="b-stakes"')
    assert page.index('id="b-takeaways"') < section < page.index('id="b-actors"')
    assert "Tenants of the quay should ask for the buyer’s terms" in page.replace("&#39;", "’").replace("'", "’")
    assert "<b>Transport</b>" in page[section:]


def test_own_fields_are_shown_with_their_labels(built: Built) -> None:
    """Under what the page says about itself; one that a template shows elsewhere is not there as well."""
    page = built.text("briefings/harbour-tram/index.html")
    about = page[page.index('id="b-about"') :]
    assert re.search(r"<dt>Desk</dt>\s*<dd>Transport</dd>", about)
    assert re.search(r"<dt>For whom</dt>\s*<dd>.*Council members.*Port tenants.*</dd>", about)
    assert page.count("Tenants of the quay") == 1


def test_own_fields_go_into_the_published_json(built: Built) -> None:
    """By their names, for other programs."""
    briefing = json.loads(built.text("briefings/harbour-tram.json"))
    own = {"desk": "Transport", "for_whom": ["Council members", "Port tenants"]}
    assert own.items() <= briefing["fields"].items()


def test_a_whole_template_is_replaced(built: Built) -> None:
    """By one of the same name."""
    page = built.text("topics/index.html")
    assert 'class="desk-topics"' in page
    assert "1 note" in page
    assert "b-index" not in page


def test_labels_are_the_sites(built: Built) -> None:
    """In headings of pages, in tags, and in the navigation where it names none."""
    assert ">They say</span>" in built.text("briefings/harbour-tram/index.html")
    assert "<title>The diary - Harbour desk</title>" in built.text("watch/index.html")
    assert "The diary" in built.text("index.html")


def test_styles_and_the_frame_are_the_sites(built: Built) -> None:
    """Its style sheet comes last; its main.html adds to briefgen's, and does not replace it."""
    page = built.text("briefings/harbour-tram/index.html")
    sheets = re.findall(r'<link rel="stylesheet" href="[^"]*assets/([^"]+\.css)', page)
    assert sheets[-1] == "desk.css"
    assert "Notes of the harbour desk" in page
    assert "feed.xml" in page


def test_the_example_is_proved(example: Path) -> None:
    """Its briefing stands in its article, and its own fields are no mistakes."""
    result = CliRunner().invoke(main, ["-f", str(example / "mkdocs.yml"), "check", "--strict"])
    assert (result.exit_code, result.output) == (0, "Every line is proved: no errors, no warnings.\n")


def test_the_schema_of_the_example_knows_its_fields(example: Path) -> None:
    """`briefgen schema` is that of the site it is called in."""
    result = CliRunner().invoke(main, ["-f", str(example / "mkdocs.yml"), "schema"])
    assert {"desk", "for_whom", "stakes"} <= set(json.loads(result.output)["properties"])
    elsewhere = CliRunner().invoke(main, ["-f", str(example / "nowhere.yml"), "schema"])
    assert "desk" not in json.loads(elsewhere.output)["properties"]
