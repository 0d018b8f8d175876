"""The Content-Security-Policy of a page: what is the theme's is let through, what is a text's is not."""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from html import unescape

import pytest

from briefgen.errors import SettingsError
from briefgen.plugin.policy import LiveReload, allowed, with_last_script, with_policy

PAGE = '<!doctype html>\n<html><head>\n<meta charset="utf-8">{head}</head>\n<body>{body}</body></html>'


def hash_of(script: str) -> str:
    """Give the hash as a policy has it."""
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"


def policy_of(page: str) -> dict[str, list[str]]:
    """Read the policy of a page."""
    (found,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    return {directive.split()[0]: directive.split()[1:] for directive in unescape(found).split(";")}


def test_it_comes_before_anything_that_it_could_stop() -> None:
    """Right after the character set, which has to be among the first 1,024 bytes."""
    page = with_policy(PAGE.format(head="<script>a()</script>", body=""), {})
    assert page.index("charset") < page.index("Content-Security-Policy") < page.index("<script>")


def test_nothing_unsafe_and_nobody_else() -> None:
    """Every directive names this site or nobody; images may also stand in a style sheet."""
    policy = policy_of(with_policy(PAGE.format(head="", body=""), {}))
    assert policy["default-src"] == policy["base-uri"] == ["'none'"]
    others = {source for sources in policy.values() for source in sources}
    assert others == {"'none'", "'self'", "data:"}


@pytest.mark.parametrize(
    ("element", "directive", "body"),
    [
        ("<script>{}</script>", "script-src", "let a = 1"),
        ('<script type="module">{}</script>', "script-src", "import x"),
        ("<SCRIPT>{}</SCRIPT>", "script-src", "a()\n b()"),
        ("<style>{}</style>", "style-src", ":root { --a: 1 }"),
    ],
)
def test_what_the_theme_writes_inline_is_let_through_by_its_hash(element: str, directive: str, body: str) -> None:
    """That very text and no other."""
    policy = policy_of(with_policy(PAGE.format(head=element.format(body), body=""), {}))
    assert policy[directive] == ["'self'", hash_of(body)]


@pytest.mark.parametrize(
    "element",
    [
        '<script src="a.js"></script>',
        '<script src="a.js">left alone</script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<script id="__config" type="application/json">{}</script>',
        "<script></script>",
    ],
)
def test_files_and_data_need_no_hash(element: str) -> None:
    """What a browser does not run, or loads from this site."""
    assert policy_of(with_policy(PAGE.format(head=element, body=""), {}))["script-src"] == ["'self'"]


def test_a_script_in_a_text_gets_no_hash() -> None:
    """Should a text become markup in spite of all, its script is not among the theme's."""
    text = "<p>A</p><script>evil()</script>"
    page = PAGE.format(head="<script>theme()</script>", body=text)
    assert policy_of(with_policy(page, {}, text))["script-src"] == ["'self'", hash_of("theme()")]
    assert hash_of("evil()") in policy_of(with_policy(page, {}))["script-src"]


def test_one_hash_for_a_script_that_stands_twice() -> None:
    """The policy stays short."""
    policy = policy_of(with_policy(PAGE.format(head="<script>a()</script>" * 2, body=""), {}))
    assert policy["script-src"] == ["'self'", hash_of("a()")]


def test_what_has_no_head_is_left_as_it_is() -> None:
    """A fragment that a theme writes is no page."""
    assert with_policy("<p>A</p>", {}) == "<p>A</p>"


def test_a_site_may_allow_other_hosts() -> None:
    """Those that it names, where it names them."""
    more = allowed(
        {"script-src": "https://stats.example", "connect-src": ["https://stats.example", "wss://live.example"]}
    )
    assert more is not None
    policy = policy_of(with_policy(PAGE.format(head="", body=""), more))
    assert policy["script-src"] == ["'self'", "https://stats.example"]
    assert policy["connect-src"] == ["'self'", "https://stats.example", "wss://live.example"]
    assert policy["img-src"] == ["'self'", "data:"]


def test_a_site_may_go_without() -> None:
    """Or have it as it is."""
    assert allowed(False) is None  # noqa: FBT003  # the setting's value
    assert allowed(True) == {}  # noqa: FBT003


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ({"script-source": "a.example"}, "expected one of default-src"),
        ({"script-src": "'unsafe-inline'"}, "found 'unsafe-inline'"),
        ({"script-src": ["'unsafe-eval'"]}, "found 'unsafe-eval'"),
        ({"script-src": "a.example; object-src *"}, "script-src: expected a host"),
        ({"script-src": 3}, "found 3"),
    ],
)
def test_what_would_take_its_sense_away_is_refused(setting: object, message: str) -> None:
    """With what is expected and what was found."""
    with pytest.raises(SettingsError, match=re.escape(message)):
        allowed(setting)


def test_the_script_of_a_preview_is_let_through_in_its_answer_alone() -> None:
    """The last one of the page, which the server has put there; the length of the answer follows."""
    page = with_policy(PAGE.format(head="<script>a()</script>", body="<p>A</p>"), {})
    served = page.replace("</body>", "<script>reload(1)</script></body>").encode()

    def server(_environ: object, start_response: object) -> list[bytes]:
        start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(served)))])  # type: ignore[operator]
        return [served]

    answers: list[tuple[str, list[tuple[str, str]]]] = []
    body = b"".join(LiveReload(server)({}, lambda *answer: answers.append(answer[:2])))  # type: ignore[arg-type]
    assert policy_of(body.decode())["script-src"] == ["'self'", hash_of("reload(1)"), hash_of("a()")]
    assert answers == [("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])]


def test_a_page_without_a_script_at_its_end_is_served_as_it_is() -> None:
    """Nothing is let through that nobody put there."""
    assert with_last_script(b"<p>script-src 'self'</p>") == b"<p>script-src 'self'</p>"
