"""A site that is older than its content is told by its own pages; a theme or a setting alone is no such sign."""

from __future__ import annotations

from briefgen.verifying.leaks import Kept, Sought
from briefgen.verifying.verify import Grounds, Secrets, Verification

_MARK = b'<meta name="robots" content="noindex">'
_ADDRESS = b"https://desk.example/briefings/ferry/"


def _codes(secrets: Secrets, files: dict[str, bytes]) -> list[tuple[str, str]]:
    verification = Verification(list(files), Grounds(secrets=secrets, parts=frozenset(["leaks"])))
    for path, data in files.items():
        verification.look(path, data)
    return [(one.file, one.code) for one in verification.problems()]


def _secrets(*, hidden: bool = False, unlisted: bool = False, listed: bool = False) -> Secrets:
    names = {("briefings", "ferry"): "a draft"} if hidden or unlisted else {}
    return Secrets(
        on_pages=Kept(texts=Sought(), names=names if hidden else {}),
        taken_away=Kept(texts=Sought(), names=names),
        unlisted={"ferry": "a draft"} if unlisted else {},
        hidden={"ferry": "a draft, which is kept out"} if hidden else {},
        listed=frozenset(["ferry"]) if listed else frozenset(),
    )


def test_a_page_of_a_draft_that_is_kept_out_was_built_before() -> None:
    """In either form of address; the word comes first, and what comes of it is told a few times."""
    files = {"briefings/ferry/index.html": _MARK} | {f"{number}.txt": _ADDRESS for number in range(9)}
    found = _codes(_secrets(hidden=True), files)
    assert found[0] == ("briefings/ferry/index.html", "site-outdated")
    assert [code for _, code in found].count("leak-address") == 5
    assert _codes(_secrets(hidden=True), {"briefings/ferry.html": _MARK})[0][1] == "site-outdated"
    # A draft that leaks without having a page was put there by something else.
    assert _codes(_secrets(hidden=True), {"a.txt": _ADDRESS}) == [("a.txt", "leak-address")]


def test_a_draft_that_was_public_when_the_site_was_built_is_told() -> None:
    """Its page is unmarked and a feed names it; a theme that marks no page is another fault."""
    page = {"briefings/ferry/index.html": b"<p>x"}
    assert _codes(_secrets(unlisted=True), page) == [("briefings/ferry/index.html", "page-indexed")]
    both = [code for _, code in _codes(_secrets(unlisted=True), page | {"feed.txt": _ADDRESS})]
    assert both == ["site-outdated", "page-indexed", "leak-address"]
    assert _codes(_secrets(unlisted=True), {"briefings/ferry/index.html": _MARK}) == []


def test_a_reviewed_briefing_with_the_mark_of_a_draft_was_built_before() -> None:
    """Unless the whole site asks search engines to stay away, as one that is only being tried out does."""
    files = {"briefings/ferry/index.html": _MARK, "index.html": b"<p>x"}
    assert _codes(_secrets(listed=True), files) == [("briefings/ferry/index.html", "site-outdated")]
    assert _codes(_secrets(listed=True), files | {"index.html": _MARK}) == []
    assert _codes(_secrets(listed=True), {"briefings/ferry/index.html": b"<p>x", "index.html": b"<p>x"}) == []


def test_many_pages_are_counted_in_one_line() -> None:
    """The first is named, by path."""
    secrets = Secrets(
        on_pages=Kept(texts=Sought()),
        taken_away=Kept(texts=Sought()),
        hidden=dict.fromkeys(("b", "a", "c"), "a draft"),
    )
    verification = Verification([f"briefings/{name}.html" for name in ("b", "a", "c")], Grounds(secrets=secrets))
    (problem,) = verification.problems()
    assert problem.file == "briefings/a.html"
    assert "a page of a (a draft), and 2 more such pages" in problem.message
    assert "`mkdocs build`" in problem.message
