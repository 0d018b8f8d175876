"""Every kind of problem that `verify-site` can find in a built site: its word, what it means, what to do; docs are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.problem import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeDoc:
    """A kind of problem, as the documentation tells it."""

    code: str
    """The word that names it in every report."""
    severity: Severity
    """`error` fails; `warning` does so only where the verification is strict."""
    meaning: str
    """What was found, as a sentence."""
    remedy: str
    """What to do, as a sentence."""


def _error(code: str, meaning: str, remedy: str) -> CodeDoc:
    return CodeDoc(code=code, severity="error", meaning=meaning, remedy=remedy)


def _warning(code: str, meaning: str, remedy: str) -> CodeDoc:
    return CodeDoc(code=code, severity="warning", meaning=meaning, remedy=remedy)


_BUILD_AGAIN = "Build the site again into an empty folder."

_CODES = (
    # Leaks
    _error(
        "leak-text",
        "A file holds words of a draft or of a withdrawn briefing that may not stand there.",
        "Build the site again into an empty folder; if they are still there, a template, an override or another plugin puts "
        "them there.",
    ),
    _error("leak-address", "A file names the address of a briefing that it may not name.", _BUILD_AGAIN),
    _error(
        "leak-file", "A file is named for a briefing, topic or actor that is to stay out of the site.", _BUILD_AGAIN
    ),
    _error(
        "page-indexed",
        "The page of a draft or of a withdrawn briefing does not ask search engines to leave it out.",
        'Have the theme print `<meta name="robots" content="noindex">` where a page\'s `noindex` says so.',
    ),
    _error(
        "site-outdated",
        "The site was built before its content or its settings were changed: it has the page of a briefing as it was then.",
        "Build it again, with MkDocs `mkdocs build`, and verify that. Of what comes of it a few are told. What is still there "
        "after that is put there by something else.",
    ),
    # Links
    _error("page-missing", "A link, an image or a script leads to a file that the site does not have.", "Correct it."),
    _error(
        "anchor-missing", "A link leads to a place that the page does not have.", "Correct what stands behind the `#`."
    ),
    _error("link-leaves-site", "A link leads above the site's root.", "Take out a `../`, or correct `site_url`."),
    _error(
        "link-runs-script",
        "An address is a script (`javascript:`) or holds a page of its own (`data:`).",
        "Take it out.",
    ),
    _error(
        "lost-page-relative",
        "404.html, which is shown at every address, has an address that begins neither at the root nor with a host.",
        "Begin it with a slash; with MkDocs, use the filter `url`.",
    ),
    _error("id-twice", "Two elements of a page have one id, so that a link finds the first alone.", "Rename one."),
    # Requests and policy
    _error(
        "foreign-request",
        "A page loads something from another host, or sends something there.",
        "Keep a copy in the site, or allow the host under `content_security_policy`.",
    ),
    _error(
        "policy-missing",
        "A page has no Content-Security-Policy, or none that says where scripts may come from.",
        "Build it with briefgen, put the policy into the theme's `<head>`, or `--skip policy`.",
    ),
    _error(
        "policy-late",
        "The policy stands behind something that it should guard, or outside the head, where it means nothing.",
        "Put it first in the `<head>`.",
    ),
    _warning(
        "policy-unsafe",
        "The policy lets through what it is there to stop: inline scripts, `eval`, any host.",
        "Name hashes and hosts in place of `unsafe-inline`, `unsafe-eval` and `*`.",
    ),
    _error(
        "policy-blocks",
        "The policy stops a part of its own page: an inline script, a style, an event handler, a file.",
        "Add what it needs to the policy, or take the part out.",
    ),
    _error(
        "picture-runs-script",
        "An SVG file holds a script. Opened by itself it is a page of the site that no policy guards.",
        "Take the script out.",
    ),
    # Feeds and data
    _error("feed-invalid", "An Atom, RSS or JSON feed is not as its format has it.", "Correct what makes it."),
    _error("calendar-invalid", "A calendar is not as RFC 5545 has it.", "Correct what makes it."),
    _error("sitemap-invalid", "The site's map is not as its format has it.", "Correct what makes it."),
    _error("data-invalid", "JSON or XML cannot be parsed.", "Correct what makes it."),
    # The files themselves
    _warning(
        "file-link", "A symbolic link, which was not followed: hosts publish what it leads to.", "Put the file there."
    ),
    _error("file-unreadable", "A file or folder cannot be read.", "Correct its permissions."),
    _warning(
        "file-too-large",
        "A file, or what is packed in it, is too large to be looked through, or is packed in a way that is not read.",
        "Look at it yourself, or make it smaller.",
    ),
)

CODES: Mapping[str, CodeDoc] = MappingProxyType({doc.code: doc for doc in _CODES})
"""By its word, in the order of the documentation."""
