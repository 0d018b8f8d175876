"""What a page or a style sheet loads by itself -> what of it is on another host that the site does not allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.verifying.finding import Finding
from briefgen.verifying.policy import lets_through

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefgen.verifying.page import Reference
    from briefgen.verifying.places import Places

_LONGEST_SHOWN = 120
_ALLOWABLE = frozenset(
    ["script-src", "style-src", "img-src", "font-src", "media-src", "connect-src", "manifest-src", "form-action"]
)
"""What the setting can allow; frames and plug-ins it cannot."""


def request_findings(
    references: Iterable[Reference], here: str, places: Places, allowed: Mapping[str, tuple[str, ...]], base: str = ""
) -> Iterator[Finding]:
    """Give what is loaded from, or sent to, another host.

    Args:
        references: Addresses; those that only a reader follows are passed over.
        here: The file that they stand in.
        places: The files of the site.
        allowed: The setting `content_security_policy`: from directives to the sources that they allow beside the site's own.
        base: What the page's `<base>` says.
    """
    for reference in references:
        if not reference.directive:
            continue
        target = places.target(reference.address, here, base)
        if target.way != "foreign":
            continue
        # To make a connection ready is to ask a host, whatever will be loaded from it then.
        known = [sources for name, sources in allowed.items() if reference.directive in {name, "connect-src"}]
        if any(lets_through(sources, target.path, own=False) for sources in known):
            continue
        shown = target.path if len(target.path) <= _LONGEST_SHOWN else target.path[:_LONGEST_SHOWN] + "…"
        message = f"expected an address of the site's own in {reference.where}, found {shown!r} on another host; "
        if reference.directive in _ALLOWABLE:
            message += (
                f"keep a copy in the site, or allow the host under content_security_policy: {reference.directive}"
            )
        else:
            message += "keep a copy in the site, or link to it instead"
        yield Finding(
            code="foreign-request", line=reference.line, message=message, what=target.path, sought=reference.address
        )
