"""Templates, blocks, values, labels and the example -> docs/pages/overriding.md."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from briefgen.rendering.environment import environment
from briefgen.rendering.template_blocks import blocks_of
from tests.docs.template_values import templates_given
from tests.site.building import SAMPLE, build

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "docs" / "examples" / "overriding"
TEMPLATES = ROOT / "briefgen" / "rendering" / "templates"
_PART = Path(__file__).parent

_SHOWN = {
    "mkdocs.yml": "yaml",
    "templates/briefing.md.jinja": "jinja",
    "templates/topics.md.jinja": "jinja",
    "templates/labels.toml": "toml",
    "content/assets/desk.css": "css",
    "theme/main.html": "jinja",
}

PAGES = {
    "actor.md.jinja": "`/actors/<name>/`",
    "actors.md.jinja": "`/actors/`",
    "actors_letter.md.jinja": "`/actors/a-z/<letter>/`, where there are many",
    "briefing.md.jinja": "`/briefings/<id>/`",
    "briefings.md.jinja": "`/briefings/`",
    "find.md.jinja": "`/find/`, where Pagefind is installed",
    "home.md.jinja": "`/`",
    "older.md.jinja": "older briefings of an actor or a topic, where there are many",
    "questions.md.jinja": "`/questions/`",
    "questions_year.md.jinja": "`/questions/<year>/`, where there are many",
    "topic.md.jinja": "`/topics/<name>/`",
    "topics.md.jinja": "`/topics/`",
    "watch.md.jinja": "`/watch/`",
    "watch_year.md.jinja": "`/watch/<year>/`, where there are many",
    "withdrawn.md.jinja": "`/briefings/<id>/` of a withdrawn briefing",
    "year.md.jinja": "`/archive/<year>/`, where there are many",
}
"""From each template of a page to where the page stands."""

EVERYWHERE = {
    "say(key, …)": 'a label, with the values that it names: `say("common.briefings", n=3)`',
    "day(date)": "“29 October 2025”, in the site's language",
    "month(date)": "“October 2025”",
    "span(start, end)": "“3–9 November 2025”, each day in a `<time>` element; either may be missing",
    "words": 'the words for the values of a front matter: `words["claim"]`',
    "states": 'what each status of a briefing means: `states["reviewed"]`',
    "site": "the whole site: `site.briefings`, `site.actors`, `site.topics`, `site.questions`, `site.watch`, `site.name`; "
    "a page whose template looks at it is made anew whenever anything changes",
    "titles": "the titles of the briefings by their ids",
    "title(text)": "a title as it is shown: never empty",
    "newest_first(corrections)": "corrections, the newest first",
    "zip(a, b)": "as in Python: `zip(briefing.takeaways, marked.takeaways)` gives each takeaway with its mark",
    "to(page)": 'the address of a page from the root of the content, `to("about.md")`; `briefings_page`, `watch_page`, '
    "`questions_page`, `atom`, `json_feed`, `calendar` and `data` name briefgen's own",
    "to_briefing(id, anchor)": "the address of a briefing, or of an item in it",
    "to_actor_page(slug)": "the address of an actor's page; `to_actor(index)` that of an actor of the briefing on this page",
    "to_topic(slug)": "the address of a topic's page",
    "external(url)": "an address outside of the site, if it is one that a page may link to",
    "evidence_of(item, marked, what)": "the folded evidence of an item; `what` names it for those who listen",
}
"""What every template can use; the globals of the environment are among them."""

SETTLED = {
    "briefing.md.jinja": {
        "marked": "the briefing with its marks: `marked.briefing`, `marked.takeaways` (anchors and origins), `marked.own`",
        "briefing": "`marked.briefing`: every field of the front matter by its name",
        "topics": "its topics, each with `slug` and `name`",
        "notes": "the editor's notes as HTML, or nothing",
    },
    "withdrawn.md.jinja": {"marked": "as on the page of a briefing"},
    "actor.md.jinja": {"actor": "`slug`, `name`, `kind`, `appearances` (each with `marked` and `actor`)"},
    "topic.md.jinja": {"topic": "`slug`, `name`, `briefings` (each as `marked` on the page of a briefing)"},
}
"""What a page's template is given beside that and will go on being given."""


def page() -> str:
    """Give the whole page."""
    return "\n".join(
        [
            (_PART / "overriding_head.md").read_text("utf-8").replace("<!-- mistake -->", mistake()),
            *_example(),
            (_PART / "overriding_templates.md").read_text("utf-8"),
            *_templates(),
            "",
            "### What every template can use",
            "",
            "| name | what it gives |",
            "|---|---|",
            *(f"| `{name}` | {told} |" for name, told in EVERYWHERE.items()),
            "",
            "### What a page's template is given beside that",
            "",
            *(f"- `{name}`, `{value}`: {told}" for name, held in SETTLED.items() for value, told in held.items()),
            "",
            "What else briefgen's templates print is worked out for them beforehand and may change with a version: fill a block",
            "rather than copy a template where you can.",
            "",
            (_PART / "overriding_rest.md").read_text("utf-8").strip(),
            "",
            *_properties(),
        ]
    )


def first_steps() -> dict[str, str]:
    """Give the files of the first steps by their names."""
    head = (_PART / "overriding_head.md").read_text("utf-8")
    return dict(re.findall(r"^`([^`]+)`\n\n```\w+\n(.*?)^```$", head, re.DOTALL | re.MULTILINE))


def write_first_site(root: Path, *, wrong: bool = False) -> Path:
    """Write a small site with the files of the first steps in it.

    Args:
        root: Where to.
        wrong: Whether the name of the block is misspelt.

    Returns:
        Its mkdocs.yml.
    """
    for folder in ("content", "seeds"):
        shutil.copytree(SAMPLE / folder, root / folder)
    for name, text in first_steps().items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        told = f"INHERIT: {ROOT / 'mkdocs.yml'}\n{text}" if name == "mkdocs.yml" else text
        file.write_text(told.replace("after_takeaways", "after_takeaway") if wrong else told, encoding="utf-8")
    return root / "mkdocs.yml"


def mistake() -> str:
    """Give what the build says where the block of the first steps is misspelt."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        output = build(write_first_site(root, wrong=True), root / "site").output
    said = re.search(r"^(?:ERROR +- +)?(?P<said>templates/briefing\.md\.jinja:.*)$", output, re.MULTILINE)
    if said is None:
        raise AssertionError(f"expected the place of the misspelt block, found {output}")
    return said["said"]


def _example() -> list[str]:
    lines: list[str] = []
    for name, language in _SHOWN.items():
        lines += [f"`{name}`", "", f"```{language}\n{(EXAMPLE / name).read_text('utf-8').strip()}\n```", ""]
    front_matter = (EXAMPLE / "content/briefings/harbour-tram.md").read_text("utf-8")
    own = [line for line in front_matter.split("\n") if line.startswith(("title:", "desk:", "for_whom:", "stakes:"))]
    return [*lines, "`content/briefings/harbour-tram.md`, of which only these lines", "", "```yaml", *own, "```", ""]


def _templates() -> list[str]:
    made = environment()
    rows = [
        f"- `{one.template}`, {PAGES[one.template]}: {', '.join(f'`{block}`' for block in blocks_of(made, one.template))}"
        for one in templates_given()
    ]
    return ["Each template, the page it makes, and its blocks in the order of the page:", "", *rows]


def _properties() -> list[str]:
    text = (ROOT / "briefgen" / "theme" / "assets" / "briefgen" / "tokens.css").read_text("utf-8")
    names = list(dict.fromkeys(re.findall(r"^\s+(--b-[a-z0-9-]+):", text, re.MULTILINE)))
    return ["```text", *(" ".join(names[at : at + 6]) for at in range(0, len(names), 6)), "```", ""]
