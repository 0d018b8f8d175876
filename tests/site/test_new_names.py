"""Names and addresses of new sites: whatever they hold comes out as it was written, or is refused with what to type."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.errors import SettingsError
from briefgen.plugin import load_settings
from briefgen.starting.origin import Origin
from briefgen.starting.site_files import mkdocs_yml, readme
from briefgen.starting.start import new_site
from briefgen.starting.wishes import LONGEST_NAME, Wishes, name_from, wishes_for
from tests.site.building import Elements, build

if TYPE_CHECKING:
    from tests.site.building import Built

ORIGIN = Origin(requirement="briefgen==1\n")
NASTY = "{{7*7}} ${title} $name <script>alert(1)</script> \"R&D\" 'No': [x] # %s \\n &amp;"
NAMES = (
    *(
        "No",
        "null",
        "12:30",
        "2026-13-01",
        "a: b",
        "- a",
        "# a",
        "!!python/object:os.system",
        "&a *b",
        "|",
        ">",
        "%YAML 1.1",
    ),
    *("'", '"', "\\", "{{7*7}}", "{% raw %}", "${title}", "$", "$$", "<script>alert(1)</script>", "]]>", "<!--", "R&D"),
    *(
        "Höfe und Häfen",
        "L’été",
        "北京",
        "Ελλάδα",
        "שלום",
        "@a",
        "`a`",
        "[a](javascript:b)",
        "*a*",
        '--8<-- "a"',
        "!ENV HOME",
    ),
)


class _Loader(yaml.CSafeLoader):
    """Reads the one tag of MkDocs that a new site's settings have."""


_Loader.add_constructor("!ENV", lambda _loader, _node: None)


def configuration(wishes: Wishes) -> dict[str, object]:
    """Read a new site's settings as YAML."""
    found = yaml.load(mkdocs_yml(wishes), Loader=_Loader)  # noqa: S506  # a SafeLoader
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A built site whose name is an attempt at everything at once."""
    folder = tmp_path_factory.mktemp("nasty")
    new_site(folder / "site", Wishes(name=NASTY, example=False), origin=ORIGIN)
    return build(folder / "site/mkdocs.yml", folder / "built", "--strict")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_out_as_it_was_written(name: str) -> None:
    """YAML gives the very characters, and the settings beside them are those of every site."""
    assert configuration(wishes_for(Path("x"), name=name)) == configuration(Wishes(name="Plain")) | {"site_name": name}


def test_mkdocs_reads_the_name_as_it_was_written(tmp_path: Path) -> None:
    """So do the commands."""
    (tmp_path / "mkdocs.yml").write_bytes(mkdocs_yml(Wishes(name=NASTY)))
    (tmp_path / "content").mkdir()
    assert load_settings(tmp_path / "mkdocs.yml").site_name == NASTY


@given(name=st.text(min_size=1, max_size=LONGEST_NAME + 5))
@example(name="\u0085a")
@example(name="a\ufeff")
@example(name="a\u2028b")
@example(name="\ud800")
@example(name="\U0001f600")
@example(name="\ue000")
def test_any_text_is_kept_or_refused(name: str) -> None:
    """Nothing is silently turned into something else; blanks alone are brought together."""
    try:
        wishes = wishes_for(Path("x"), name=name)
    except SettingsError:
        assert not (" ".join(name.split()).isprintable() and 0 < len(" ".join(name.split())) <= LONGEST_NAME)
        return
    assert wishes.name == " ".join(name.split())
    assert configuration(wishes)["site_name"] == wishes.name


def test_a_name_is_shown_and_does_nothing(nasty: Built) -> None:
    """On every page it reads as it was written, and no element, value or template comes of it."""
    assert nasty.status == 0, nasty.output
    for path in nasty.files():
        if not path.endswith(".html"):
            continue
        text = nasty.text(path)
        page = Elements(text)
        title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
        assert title, path
        assert unescape(title[1]).endswith(NASTY), path
        assert NASTY in " ".join("".join(page.words).split()), path
        assert "<script>alert" not in text, path
        assert "49 " not in text, path


def test_a_name_does_nothing_in_the_readme() -> None:
    """GitHub shows it as the heading, and makes neither a link nor an element of it."""
    heading = readme(Wishes(name=NASTY), ()).decode().split("\n", 1)[0]
    assert unescape(heading) == f"# {NASTY}"
    assert not set("<>[]`*$\\") & set(heading)


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("my-site", "My site"),
        ("EU_watch.2026", "EU watch 2026"),
        ("häfen", "Häfen"),
        ("-x", "X"),
        ("a  b\n", "A b"),
        ("…", "…"),
        ("___", "Briefings"),
        ("\x1b[31m", "Briefings"),
        ("\udcff", "Briefings"),
        ("x" * 150, "Briefings"),
        ("/", "Briefings"),
    ],
)
def test_a_site_is_named_after_its_folder(folder: str, name: str) -> None:
    """Hyphens and the like are blanks; a folder that gives no name leaves the plainest one."""
    assert name_from(Path(folder)) == name


@pytest.mark.parametrize("name", ["", "  \n", "x" * 101, "a\x00b", "a\x1b[31m", "a\u202eb", "a\u200bb", "\ud800"])
def test_a_name_that_cannot_be_shown_is_refused(name: str) -> None:
    """The message says what to type, and prints nothing that acts on a terminal."""
    with pytest.raises(SettingsError, match='such as --name "Harbour Desk"; found') as caught:
        wishes_for(Path("x"), name=name)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://desk.example", "https://desk.example/"),
        ("https://you.github.io/My_site-2.0/", "https://you.github.io/My_site-2.0/"),
        ("http://localhost:8080/a/b", "http://localhost:8080/a/b/"),
        ("https://xn--hfe-sna.example/~x/", "https://xn--hfe-sna.example/~x/"),
    ],
)
def test_an_address_is_kept_with_a_slash_at_its_end(url: str, kept: str) -> None:
    """MkDocs and feeds want a folder."""
    wishes = wishes_for(Path("x"), name="X", url=url)
    assert wishes.url == kept
    assert configuration(wishes)["site_url"] == kept


@pytest.mark.parametrize(
    "url",
    [
        *(
            "",
            "desk.example",
            "//desk.example/",
            "ftp://desk.example/",
            "javascript:alert(1)",
            "https://",
            "https:///a",
        ),
        *(
            "https://a b/",
            "https://desk.example/a b",
            "https://me:secret@desk.example/",
            "https://desk.example/?a",
            "https://[::1",
        ),
        *("https://desk.example/#a", "https://desk.example/\n", "https://desk.example:99999/", "https://höfe.example/"),
        *('https://desk.example/../x"', "https://-desk.example/", "https://desk.example/${a}", "https://DESK.example/"),
        *("https://desk.example//a", "https://desk.example:/", "https://desk.example./", "HTTPS://desk.example/"),
        *(
            "https://desk.example/../a",
            "https://desk.example/a/..",
            "https://desk.example/.",
            "https://desk.example/a/./b",
        ),
    ],
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    """The message says what to type; together with a wrong name both are told."""
    with pytest.raises(
        SettingsError, match=r"--url: expected .* such as --url https://you\.github\.io/my-site/; found"
    ):
        wishes_for(Path("x"), url=url)
    with pytest.raises(SettingsError, match=r"(?s)^--name: .*\n--url: "):
        wishes_for(Path("x"), name="", url=url)
