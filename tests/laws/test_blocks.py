"""The law of pages that Markdown sees in part: what comes out is what it makes of the whole page, or it is not tried."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from briefgen.plugin.blocks import blocks_of
from briefgen.plugin.converting import HARMLESS

_CASES = sorted(Path(__file__).parent.parent.glob("cases/render/*/expected.md"))
_USUAL = ("toc", "tables", "fenced_code", "attr_list")
_OPTIONS: dict[str, dict[str, Any]] = {
    "toc": {"permalink": True, "title": "Here"},
    "pymdownx.tabbed": {"alternate_style": True},
}

words = st.text(alphabet="ab é“”&#42;;.,:?!%'$*_[](){}|=+-/\\~`<>\"\n\t\x02\u2028🙂1", max_size=12)
plain = st.sampled_from(
    ["Word", "two words", "&#42;starred&#42;", "a &amp; b", "“quoted”", "1. no list", "a: b", "&lt;b&gt;", ""]
)
names = st.sampled_from(
    "p div ol ul dl details nav section aside span bdi summary li dt time b table script textarea".split()
)
attributes = st.sampled_from(
    ["", ' id="b-x"', ' class="b-a b-b" id="b-y1"', " open", ' data-search-exclude="true"', ' href="#b-x" name="b-z"',
     ' markdown="1"', " id=b-raw", ' title="a > b"', '\n  class="b-a"', ' id="b&amp;c"', ' HREF="x"']
)  # fmt: skip


@st.composite
def _elements(draw: st.DrawFn, depth: int = 2) -> str:
    name, told = draw(names), draw(attributes)
    inner = draw(plain if draw(st.integers(0, 9)) else words)
    if depth:
        inner += "".join(draw(st.lists(_elements(depth - 1), max_size=2)))
    between = draw(st.sampled_from(["", "\n", ""]))
    return f"<{name}{told}>{between}{inner}{between}</{name}>"


_headings = st.builds(
    "{} {} {{ #b-{} {}}}".format,
    st.sampled_from(["#", "##", "###"]),
    plain,
    st.sampled_from("abc"),
    st.sampled_from(["", "data-search-exclude ", ".b-x "]),
)
_noise = st.sampled_from(
    ["text", "* item", "```\n<p>code</p>\n```", "<div>", "</div>", "    indented", "[a]: b", "> quoted", "<!-- a -->",
     "<hr>", "<br>", "<p>open", "<p>a</p> tail", "lead <p>a</p>", "<p>a</p><p>b</p>", "# A <p>b</p>", "`", "<p>`a`</p>",
     "## A\n<p>b</p>", "<P>a</P>", "<p/>", "a | b\n--|--\n1 | 2", "*[HTML]: x", "??? note", "$$a$$", "<p>a\n\nb</p>",
     "   <p>a</p>", '<script type="a/b">{"a": "b &amp; c"}</script>', "<script>a && b</script>"]
)  # fmt: skip
_pieces = st.one_of(_elements(), _elements(), _elements(), _headings, _headings, _noise)
pages = st.lists(
    st.tuples(_pieces, st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\n\n", ""])).map("".join), max_size=7
).map("".join)


@cache
def _config(extensions: tuple[str, ...]) -> MkDocsConfig:
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "docs_dir": str(Path(__file__).parent), "plugins": []})
    config.validate()
    config.markdown_extensions = list(extensions)
    config.mdx_configs = {name: dict(told) for name, told in _OPTIONS.items() if name in extensions}
    return config


def _rendered(markdown: str, extensions: tuple[str, ...]) -> Page:
    config = _config(extensions)
    page = Page(None, File("a.md", "", "", use_directory_urls=True), config)
    page.markdown = markdown
    page.render(config, Files([]))
    return page


def _holds(markdown: str, extensions: tuple[str, ...]) -> bool:
    """Hold the two ways against each other; tells whether there were two."""
    blocks = blocks_of(markdown)
    if blocks is None:
        return False
    whole, part = (_rendered(text, extensions) for text in (markdown, blocks.skeleton))
    assert blocks.fill(part.content or "", markdown) == whole.content
    assert str(part.toc) == str(whole.toc)
    assert part.title == whole.title
    assert (part.present_anchor_ids or set()) | blocks.anchors == whole.present_anchor_ids
    return True


@given(pages)
@settings(deadline=None)
def test_any_page(markdown: str) -> None:
    """Whatever a site's own templates may write: the same HTML, contents, title and anchors, or no attempt."""
    _holds(markdown, _USUAL)


@given(pages, st.sampled_from(sorted(HARMLESS)))
@settings(deadline=None)
def test_any_extension_known_as_harmless(markdown: str, extension: str) -> None:
    """Each leaves our pages' elements alone; the attributes and the list of contents keep their options."""
    _holds(markdown, tuple(dict.fromkeys((*_USUAL, extension))))


@pytest.mark.parametrize("case", _CASES, ids=lambda path: path.parent.name)
def test_our_own_pages(case: Path) -> None:
    """They are all of the form, so that the law says something of them; with every harmless extension at once, too."""
    markdown, _ = get_data(case.read_text(encoding="utf-8"))
    assert _holds(markdown, _USUAL)
    assert _holds(markdown, (*_USUAL, "md_in_html", "def_list", "footnotes", "admonition", "pymdownx.superfences"))
