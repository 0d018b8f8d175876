"""A folder of hostile articles: the good ones are drafted, each other one is drafted or refused by name, and the site builds."""

from __future__ import annotations

import codecs
import json
import shutil
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from briefgen.files.front_matter import read_briefing
from tests.site.building import Built, build, write_site

GOOD = Path(__file__).parent.parent / "articles"
PROSE = (
    "The harbour board shut the north pier on Monday, Mayor Ada Quist said. It is the third time in a year that the pier "
    "was shut. The union expects that the ferries will sail again in March.\n"
)
STORY = f"{PROSE}\nNobody was hurt, according to Bo Lind of the coast guard.\n"
REFUSED: dict[str, bytes] = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\r\n",
    "nul.txt": b"The board met.\0 It paid.",
    "utf16-without-mark.txt": STORY.encode("utf-16-le"),
    "utf16-half.txt": codecs.BOM_UTF16_LE + "The board".encode("utf-16-le") + b"\x00\xd8a\x00",
    "overlong.txt": b"The board \xc0\xaf met.",
    "surrogate.txt": b"The board \xed\xa0\x80 met.",
    "damaged.txt": STORY.encode() + "Ünïcode".encode() + b"\xff",
    "koi8.txt": "Мир на островах и паромы стоят".encode("koi8-r"),
    "brackets.txt": b"[" * 50_000,
    "images.md": b"![" * 30_000,
    "word.txt": b"a" * 50_000,
    "lines.txt": b"a\n" * 60_000,
    "stops.txt": b". " * 60_000,
    "large.txt": b"The board met. " * 150_000,
    "hidden.txt": "\u200b\u202e\u2060\U000e0041".encode() * 20,
    "fence.md": b"```\n" + STORY.encode() + b"```\n",
    "front-only.md": b"---\ntitle: Ferries\n---\n",
    "german.txt": b"Der Rat der Stadt hat das Schiff nicht an die Insel verkauft, und die Reederei ist damit zufrieden. "
    * 12,
    "calls.txt": b"Find out more about ferries.\n\nShare your thoughts in the comments below!\n",
    "rule.txt": b"---\n***\n___\n",
    "page.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
}
DRAFTED: dict[str, str] = {
    "bidi.txt": f"Ferries\u202e Stay\u2066 in Port\u2069\n\n{STORY}",
    "tags.txt": f"Ferries\U000e0041\U000e0042 Wait Outside\n\n{STORY}",
    "zero-width.txt": f"Fer\u200bries Re\u2060turn\ufeff Home\n\n{STORY}",
    "controls.txt": f"Boats\x07 Leave\x1b[31m the Pier\n\n{STORY}",
    "private.txt": f"\ue000 Ferries Meet a Storm\uf8ff\n\n{STORY}",
    "script.txt": f"<script>alert(1)</script> Ferries Burn\n\n{STORY}",
    "template.md": f"---\ntitle: \"{{{{ 7*7 }}}} {{% include 'x' %}} Ferries\"\n---\n{STORY}",
    "escapes.md": f'---\ntitle: "\\u0007\\u202e\\ud800Ferries Sail Late"\nurl: "https://a.example/\\u200b"\n---\n{STORY}',
    "path.md": f"---\ntitle: ../../../etc/passwd\nauthor: ../../x\n---\n{STORY}",
    "yaml.md": f"---\ntitle: &a [*a, *a]\nauthor: !!python/object:os.system x\ndate: 2026-13-45\n---\n{STORY}",
    "long-title.md": f"---\ntitle: {'Ferries ' * 5_000}\n---\n{STORY}",
    "no.md": f"---\ntitle: 'No'\nauthor: '12:30'\n---\n{STORY}",
    "cr.txt": f"Ferries Turn Round\r\r{STORY}".replace("\n", "\r"),
    "wall.txt": f"Ferries Pass a Wall\n\n{STORY}\n{'wall and ' * 5_000}\n\n{STORY}",
    "links.md": f"# [Ferries](../x.md) Lose [Links](javascript:alert(1))\n\n[[wiki]] ![a](../b.png) {STORY}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A site after `briefgen draft`."""

    root: Path
    drafted: Result


def run(root: Path, *arguments: str) -> Result:
    """Run `briefgen` for a site."""
    return CliRunner().invoke(main, ["-f", str(root / "mkdocs.yml"), *arguments])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The site with every hostile article and the good ones, drafted once."""
    root = tmp_path_factory.mktemp("hostile-seeds")
    write_site(root, {})
    for article in GOOD.iterdir():
        shutil.copy(article, root / "seeds")
    for name, data in {**REFUSED, **{name: text.encode() for name, text in DRAFTED.items()}}.items():
        (root / "seeds" / name).write_bytes(data)
    return Desk(root=root, drafted=run(root, "draft"))


@pytest.fixture(scope="module")
def built(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site built strictly."""
    return build(desk.root / "mkdocs.yml", tmp_path_factory.mktemp("hostile-seeds-site"), "--strict")


def printed(result: Result) -> str:
    """Give what a command printed, on both streams."""
    return result.stdout + result.stderr


def unseen(text: str) -> str:
    """Give the characters that nobody sees."""
    return "".join(c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and c != "\n")


def test_the_run_ends_and_says_that_a_person_is_needed(desk: Desk) -> None:
    """No traceback, exit status 1, and the last line counts everything."""
    assert isinstance(desk.drafted.exception, SystemExit), desk.drafted.exc_info
    assert desk.drafted.exit_code == 1
    good = len(list(GOOD.iterdir()))
    last = desk.drafted.stdout.rstrip().splitlines()[-1]
    total = good + len(DRAFTED) + len(REFUSED)
    assert last == f"{total} articles: {good + len(DRAFTED)} new briefings, {len(REFUSED)} refused"
    assert "Traceback" not in printed(desk.drafted)


@pytest.mark.parametrize("name", REFUSED)
def test_each_refused_article_is_named_with_what_to_do(desk: Desk, name: str) -> None:
    """One line: the file, what was expected, what was found, what to do."""
    lines = [line for line in printed(desk.drafted).splitlines() if f"seeds/{name}:" in line]
    assert len(lines) == 1
    said = lines[0].split(f"seeds/{name}:", 1)[1]
    assert said.startswith(" expected ")
    assert ", found " in said
    assert any(word in said for word in ("Save", "save", "Put", "put", "take", "delete"))
    assert said.endswith((".", "?"))
    assert unseen(said) == ""


def test_every_other_article_has_a_briefing_without_hidden_characters(desk: Desk) -> None:
    """Neither in its name nor in any text that the machine wrote; the file is read back strictly."""
    files = sorted((desk.root / "content" / "briefings").iterdir())
    sources = set()
    for path in files:
        assert path.name.isascii()
        assert path.stem.replace("-", "").isalnum()
        assert len(path.name) <= 80
        text = path.read_text(encoding="utf-8")
        briefing = read_briefing(path.name, text).briefing
        assert unseen(text) == ""
        assert unseen(briefing.title) == ""
        assert briefing.id == path.stem
        sources.add(briefing.sources[0].file)
    assert sources == {f"seeds/{name}" for name in (*DRAFTED, *(path.name for path in GOOD.iterdir()))}


def test_nothing_was_written_outside_the_site(desk: Desk) -> None:
    """A title that climbs out of the folder is a title."""
    names = {path.relative_to(desk.root).parts[0] for path in desk.root.rglob("*")}
    assert names == {"content", "mkdocs.yml", "seeds"}


def test_every_draft_proves_itself(desk: Desk) -> None:
    """`briefgen check` finds no error in what was just drafted."""
    checked = run(desk.root, "check", "--format", "json")
    assert json.loads(checked.stdout)["errors"] == 0
    assert checked.exit_code == 0


def test_the_site_is_built_strictly(built: Built) -> None:
    """No warning, and every page is named in letters that everybody sees."""
    assert built.status == 0, built.output
    for name in built.files():
        assert unseen(name) == ""
    assert "briefings/ferries-stay-in-port/index.html" in built.files()
    assert not any("etc/passwd" in name for name in built.files())


def test_a_second_run_refuses_the_same_and_writes_nothing(desk: Desk) -> None:
    """What was refused is looked at again, what was drafted stands."""
    again = run(desk.root, "draft", "--quiet")
    assert again.exit_code == 1
    assert f"{len(REFUSED)} refused; nothing was written to content/" in again.stdout
