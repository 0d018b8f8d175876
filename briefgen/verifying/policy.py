"""A page and its Content-Security-Policy -> whether it has one, in time, that lets through what the page needs and no more."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefgen.verifying.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from briefgen.verifying.page import Inline, Policy, ReadPage
    from briefgen.verifying.places import Places

    Directives = Mapping[str, tuple[str, ...]]

_FALLBACK: dict[str, tuple[str, ...]] = {
    "script-src-elem": ("script-src-elem", "script-src", "default-src"),
    "script-src-attr": ("script-src-attr", "script-src", "default-src"),
    "style-src-elem": ("style-src-elem", "style-src", "default-src"),
    "style-src-attr": ("style-src-attr", "style-src", "default-src"),
    "worker-src": ("worker-src", "child-src", "script-src", "default-src"),
    "frame-src": ("frame-src", "child-src", "default-src"),
    "form-action": ("form-action",),
    "base-uri": ("base-uri",),
}
_HASHES = {"sha256": hashlib.sha256, "sha384": hashlib.sha384, "sha512": hashlib.sha512}
_HASH = re.compile(r"'(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})'", re.IGNORECASE)
_INLINE, _EVAL, _HASHED = "'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'"
_ANY = frozenset(["*", "http:", "https:", "data:", "blob:", "http://*", "https://*"])
"""Sources of scripts from which anybody's come."""
_SHOWN = 60


def policy_findings(
    page: ReadPage, here: str, places: Places, told: Collection[str] = frozenset()
) -> Iterator[Finding]:
    """Give what is wrong with the policy of a page.

    Args:
        page: As it was read.
        here: Its path.
        places: The files of the site.
        told: Addresses on other hosts that were found to be asked for and may not be: that the policy stops them is no news.
    """
    if not page.policies:
        message = "expected a <meta http-equiv=Content-Security-Policy> first in the head, found none"
        yield Finding(code="policy-missing", message=message, what="missing")
        return
    for policy in page.policies:
        if not policy.in_time:
            message = (
                "expected the policy in the head before every script and style, found it behind one or outside the head, "
                "where it guards nothing that stands before it"
            )
            yield Finding(code="policy-late", line=policy.line, message=message, what="late")
        yield from _blocked(page, here, places, parsed(policy.text), told)
    yield from _unsafe(page.policies[0], [parsed(policy.text) for policy in page.policies])


def parsed(policy: str) -> dict[str, tuple[str, ...]]:
    """Give a policy's directives with their sources; of one that stands there twice the first counts."""
    directives: dict[str, tuple[str, ...]] = {}
    for part in policy.split(";"):
        name, *sources = part.split() or [""]
        if name:
            directives.setdefault(name.lower(), tuple(sources))
    return directives


def lets_through(sources: Iterable[str], address: str, *, own: bool) -> bool:
    """Tell whether sources of a policy let an address through.

    Args:
        sources: Of its directive.
        address: In full, or as it stands in a page of the site.
        own: Whether it leads to the site itself.
    """
    return any(
        (own and source.lower() == "'self'") or (source[:1] != "'" and _matches(source, address)) for source in sources
    )


def _matches(source: str, address: str) -> bool:
    """Tell whether a source such as `https://*.stats.example/js/` matches an address."""
    try:
        parts = urlsplit(f"https:{address}" if address.startswith("//") else address)
    except ValueError:
        return False
    source = source.lower()
    if source == "*":
        return parts.scheme.lower() in {"http", "https", "ws", "wss"}
    if source.endswith(":") and "/" not in source:
        return parts.scheme.lower() == source[:-1]
    scheme, _, rest = source.rpartition("://")
    # A page that came over https takes nothing over http, and a source without a scheme takes the page's own.
    if scheme and parts.scheme.lower() not in {scheme, f"{scheme}s"}:
        return False
    host, slash, path = rest.partition("/")
    there = parts.netloc.rpartition("@")[2].lower()
    if host.startswith("*."):
        if not there.endswith(host[1:]):
            return False
    elif host not in {there, f"{there.removesuffix(':443')}"}:
        return False
    return not slash or (
        parts.path.startswith(f"/{path}") if path.endswith("/") or not path else parts.path == f"/{path}"
    )


def _sources(directives: Directives, name: str) -> tuple[str, ...] | None:
    """Give the sources that count for a directive; None where nothing restricts it."""
    for one in _FALLBACK.get(name, (name, "default-src")):
        if one in directives:
            return directives[one]
    return None


def _is_open(sources: tuple[str, ...]) -> bool:
    """Tell whether what stands in the page is let through whatever it is: a hash or a nonce beside takes that back."""
    lower = [source.lower() for source in sources]
    return _INLINE in lower and not any(one.startswith(("'sha", "'nonce-", "'strict-dynamic'")) for one in lower)


def _unsafe(first: Policy, policies: Sequence[Directives]) -> Iterator[Finding]:
    """Give what no policy of a page stops: a browser keeps to all of them."""
    if all(_sources(directives, "script-src-elem") is None for directives in policies):
        message = "expected a policy that says where scripts may come from, found one that lets every script run"
        yield Finding(code="policy-missing", line=first.line, message=message, what="any script")
        return
    faults = [_faults(directives) for directives in policies]
    wrong = [
        told for name, of_first in faults[0].items() if all(name in others for others in faults) for told in of_first
    ]
    if wrong:
        message = f"expected a policy that names hashes and hosts, found that {', '.join(wrong)}"
        yield Finding(code="policy-unsafe", line=first.line, message=message, what=message)


def _faults(directives: Directives) -> dict[str, list[str]]:
    """Give what a policy lets through that it is there to stop, by directive."""
    found: dict[str, list[str]] = {}
    for name in ("script-src", "style-src", "object-src"):
        sources = _sources(directives, f"{name}-elem" if name != "object-src" else name)
        if sources is None:
            found[name] = [f"nothing restricts {name}"]
            continue
        lower = [source.lower() for source in sources]
        bad = [source for source in lower if source in {_INLINE, _EVAL, _HASHED, "'wasm-unsafe-eval'"} - _wasm(name)]
        if name != "style-src":
            bad += [source for source in lower if source in _ANY]
        if bad:
            found[name] = [f"{name} has {source}" for source in bad]
    if _sources(directives, "base-uri") is None:
        found["base-uri"] = ["nothing restricts base-uri"]
    return found


def _wasm(name: str) -> frozenset[str]:
    # It lets compiled programs run that are loaded, and no text become a script: a search in the browser needs it.
    return frozenset(["'wasm-unsafe-eval'"]) if name == "script-src" else frozenset()


def _blocked(
    page: ReadPage, here: str, places: Places, directives: Directives, told: Collection[str]
) -> Iterator[Finding]:
    """Give what of a page its own policy stops."""
    yield from _blocked_inline(page, directives)
    yield from _blocked_loads(page, here, places, directives, told)
    base = _sources(directives, "base-uri")
    if page.base and base is not None and not lets_through(base, page.base, own=True):
        message = f"the policy stops <base href={_start(page.base)!r}>; take it out"
        yield Finding(code="policy-blocks", message=message, what="base")


def _blocked_inline(page: ReadPage, directives: Directives) -> Iterator[Finding]:
    for inline in page.inline:
        sources = _sources(directives, f"{inline.directive}-elem")
        if inline.text and sources is not None and not _is_open(sources) and not _is_named(inline, sources):
            kind = "script" if inline.directive == "script-src" else "style"
            message = (
                f"expected the hash {hash_of(inline.text)} of this inline {kind} in {inline.directive}, found none: "
                f"{_start(inline.text)!r}; add it, or take the {kind} out"
            )
            yield Finding(code="policy-blocks", line=inline.line, message=message, what=inline.text[:500])
    for attributes, name in ((page.handlers, "script-src-attr"), (page.styled, "style-src-attr")):
        sources = _sources(directives, name)
        for attribute in attributes:
            if sources is not None and not _is_open(sources) and not _is_hashed(attribute.value, sources):
                message = f"the policy stops the attribute {attribute.name}={_start(attribute.value)!r}; take it out"
                what = f"{attribute.name}={attribute.value[:500]}"
                yield Finding(
                    code="policy-blocks", line=attribute.line, message=message, what=what, sought=attribute.value
                )


def _blocked_loads(
    page: ReadPage, here: str, places: Places, directives: Directives, told: Collection[str]
) -> Iterator[Finding]:
    for reference in page.references:
        # What makes a connection ready is not stopped, and what a script asks for is not all known.
        if not reference.directive or reference.directive == "connect-src":
            continue
        name = reference.directive
        sources = _sources(directives, f"{name}-elem" if name in {"script-src", "style-src"} else name)
        target = places.target(reference.address, here, page.base)
        if target.way == "other" or (target.way == "foreign" and target.path in told):
            continue
        own = target.way not in {"foreign", "script"}
        if sources is not None and not lets_through(sources, target.path if not own else reference.address, own=own):
            if target.way == "script" and lets_through(sources, reference.address[:100], own=False):
                continue
            message = (
                f"the policy stops {_start(reference.address)!r} in {reference.where}: {name} does not name where it comes "
                "from; add it, or take it out"
            )
            yield Finding(
                code="policy-blocks",
                line=reference.line,
                message=message,
                what=f"{name} {target.path}",
                sought=reference.address,
            )


def _is_named(inline: Inline, sources: tuple[str, ...]) -> bool:
    return bool(inline.nonce and f"'nonce-{inline.nonce}'" in sources) or _is_in(inline.text, sources)


def _is_hashed(text: str, sources: tuple[str, ...]) -> bool:
    """Tell whether an attribute is let through by its hash."""
    return _HASHED in [source.lower() for source in sources] and _is_in(text, sources)


def _is_in(text: str, sources: tuple[str, ...]) -> bool:
    # A browser reads both line ends as one before it takes the hash.
    data = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "surrogatepass")
    for source in sources:
        if found := _HASH.fullmatch(source):
            digest = base64.b64encode(_HASHES[found[1].lower()](data).digest()).decode("ascii")
            if digest == found[2].replace("-", "+").replace("_", "/"):
                return True
    return False


def hash_of(text: str) -> str:
    """Give the source that lets an inline script or style through."""
    data = text.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "surrogatepass")
    return f"'sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode('ascii')}'"


def _start(text: str) -> str:
    text = " ".join(text[: 4 * _SHOWN].split())
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
