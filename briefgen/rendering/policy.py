"""What pages may load beside what comes from the site itself -> the words of their Content-Security-Policy."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SELF = "'self'"
# In a <meta> element `frame-ancestors`, `report-uri` and `sandbox` mean nothing: a server's header would have to say them.
POLICY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "default-src": ("'none'",),
        "script-src": (_SELF,),
        "style-src": (_SELF,),
        "img-src": (_SELF, "data:"),  # Material's icons are masks in its style sheets
        "font-src": (_SELF,),
        "media-src": (_SELF,),
        "connect-src": (_SELF,),  # the index of the search
        "worker-src": (_SELF,),  # the search's worker
        "manifest-src": (_SELF,),
        "base-uri": ("'none'",),
        "form-action": (_SELF,),
    }
)
"""Each directive with the sources that every page may load."""


def policy_text(
    allowed: Mapping[str, Iterable[str]], hashes: Mapping[str, Iterable[str]] = MappingProxyType({})
) -> str:
    """Give a policy as it stands in a page.

    Args:
        allowed: From directives to sources that the site allows beside.
        hashes: From `script` and `style` to the hashes of what stands in the page itself and is let through.
    """
    return "; ".join(
        " ".join((name, *sources, *allowed.get(name, ()), *hashes.get(name.removesuffix("-src"), ())))
        for name, sources in POLICY.items()
    )
