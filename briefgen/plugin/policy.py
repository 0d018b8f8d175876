"""A finished page -> the same page with the Content-Security-Policy that it needs, and not a word more.

Nothing is loaded from another host, no text can become a script: what is inline is let through by its hash, and only where it
is the theme's. A script within the text of a generated page is none of ours, so its hash is never given out: should text from
an article ever become markup in spite of everything, the browser still would not run it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from briefgen.errors import SettingsError
from briefgen.rendering.policy import POLICY, policy_text

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^\s"'>]*)""", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_RUN = frozenset(["", "module", "text/javascript", "application/javascript"])
"""The types of scripts that a browser runs; anything else is data, which needs no leave."""
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta\s+charset=[^>]*>)?", re.IGNORECASE)
_ALLOWED_SOURCE = re.compile(
    r"(?:https://|wss://)?[A-Za-z0-9*.:/_-]+|data:|blob:|'(?:self|sha(?:256|384|512)-[A-Za-z0-9+/=]+)'"
)


def allowed(setting: object, file: str = "mkdocs.yml") -> dict[str, tuple[str, ...]] | None:
    """Read the setting `content_security_policy`.

    Args:
        setting: True for the policy as it is, False for none, or from directives to sources that they allow beside.
        file: Where it stands, for errors.

    Returns:
        The sources to add; None where pages shall carry no policy.

    Raises:
        SettingsError: A directive or a source is unknown, or would take the policy's sense away (`unsafe-inline`).
    """
    if setting is False:
        return None
    if not isinstance(setting, Mapping):
        return {}
    for directive, sources in setting.items():
        if directive not in POLICY:
            expected = ", ".join(POLICY)
            raise SettingsError(
                f"{file}: plugins: briefgen: content_security_policy: expected one of {expected}, found {directive}"
            )
        for source in sources if isinstance(sources, list) else [sources]:
            if not isinstance(source, str) or not _ALLOWED_SOURCE.fullmatch(source):
                raise SettingsError(
                    f"{file}: plugins: briefgen: content_security_policy: {directive}: expected a host such as "
                    f"https://stats.example, found {source}"
                )
    return {
        str(directive): tuple(sources if isinstance(sources, list) else [sources])
        for directive, sources in setting.items()
    }


def with_policy(page: str, allowed: Mapping[str, Iterable[str]], text: str = "") -> str:
    """Give a page with its policy as the first thing in its head but the character set.

    Args:
        page: The HTML, finished.
        allowed: From directives to sources that the site allows beside.
        text: What of it comes from articles and editors: scripts and styles that stand in it are not let through.
    """
    head = _HEAD.search(page)
    if head is None:
        return page
    hashes: dict[str, dict[str, None]] = {"script": {}, "style": {}}
    for found in _INLINE.finditer(page):
        kind, attributes, body = found[1].lower(), found[2], found[3]
        if kind == "script" and not _is_run(attributes):
            continue
        if body and not (text and found[0] in text):
            hashes[kind][_hash(body)] = None
    written = policy_text(allowed, hashes)
    meta = f'\n    <meta http-equiv="Content-Security-Policy" content="{escape(written, quote=False)}">'
    return page[: head.end()] + meta + page[head.end() :]


def _is_run(attributes: str) -> bool:
    if _SOURCE.search(attributes):
        return False
    kind = _TYPE.search(attributes)
    return kind is None or kind[1].lower() in _RUN


@lru_cache(maxsize=1024)
def _hash(body: str) -> str:
    digest = sha256(body.encode("utf-8", "surrogatepass")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


class LiveReload:
    """Lets the one script through that MkDocs' server puts at the end of each page it serves, in its answer alone."""

    def __init__(self, inner: WSGIApplication) -> None:
        """Take the server's own application."""
        self._inner = inner

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        answer: list[tuple[str, list[tuple[str, str]]]] = []

        def begin(status: str, headers: list[tuple[str, str]], *_: object) -> object:
            answer.append((status, headers))
            return None

        result = self._inner(environ, begin)  # type: ignore[arg-type]  # it never calls what `begin` gives
        status, headers = answer[-1]
        if dict(headers).get("Content-Type", "").startswith("text/html") and status.startswith("200"):
            content = with_last_script(b"".join(result))
            if hasattr(result, "close"):
                result.close()
            headers = [(name, str(len(content)) if name == "Content-Length" else value) for name, value in headers]
            result = [content]
        start_response(status, headers)
        return result


def with_last_script(page: bytes) -> bytes:
    """Give a page with the hash of its last inline script added to its policy; as it is where it has none."""
    end = page.rfind(b"</script></body>")
    begin = page.rfind(b"<script>", 0, end) if end >= 0 else -1
    if begin < 0:
        return page
    body = page[begin + len(b"<script>") : end].decode("utf-8", "replace")
    return page.replace(b"script-src 'self'", f"script-src 'self' {_hash(body)}".encode("ascii"), 1)
