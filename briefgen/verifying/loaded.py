"""The names of HTML, SVG and their attributes -> what a browser loads, runs or sends to for them, by which directive."""

from __future__ import annotations

RUN = frozenset(
    [
        *("", "module", "importmap", "speculationrules"),
        *(f"{kind}/{name}" for kind in ("application", "text") for name in ("ecmascript", "javascript")),
        *(f"{kind}/x-{name}" for kind in ("application", "text") for name in ("ecmascript", "javascript")),
        *("text/jscript", "text/livescript", *(f"text/javascript1.{minor}" for minor in range(6))),
    ]
)
"""The types of scripts that a browser acts upon, by the HTML standard; anything else is data."""
LOADED: dict[tuple[str, str], str] = {
    ("script", "src"): "script-src",
    ("script", "href"): "script-src",
    ("script", "xlink:href"): "script-src",
    ("img", "src"): "img-src",
    ("input", "src"): "img-src",
    ("video", "poster"): "img-src",
    ("video", "src"): "media-src",
    ("audio", "src"): "media-src",
    ("track", "src"): "media-src",
    ("iframe", "src"): "frame-src",
    ("frame", "src"): "frame-src",
    ("embed", "src"): "object-src",
    ("object", "data"): "object-src",
    ("form", "action"): "form-action",
    ("button", "formaction"): "form-action",
    ("input", "formaction"): "form-action",
    ("a", "ping"): "connect-src",
    ("area", "ping"): "connect-src",
    ("image", "href"): "img-src",
    ("image", "xlink:href"): "img-src",
    ("feimage", "href"): "img-src",
    ("feimage", "xlink:href"): "img-src",
    ("use", "href"): "img-src",
    ("use", "xlink:href"): "img-src",
    ("html", "manifest"): "manifest-src",
    ("portal", "src"): "frame-src",
    ("img", "attributionsrc"): "connect-src",
    ("script", "attributionsrc"): "connect-src",
    ("a", "attributionsrc"): "connect-src",
}
"""What a browser loads by itself, or sends to, and the directive of a policy that it goes by."""
BACKGROUND = "background"
"""An attribute of bodies, tables and their cells: a picture."""
ADDRESSES = frozenset(name for _, name in LOADED) | {"href", "srcset", "imagesrcset", BACKGROUND}
ANIMATED = frozenset(["values", "from", "to", "by"])
"""Attributes of SVG that change another one, which may be an address."""
PAINTED = frozenset(
    ["clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start", "mask", "stroke"]
)
"""Attributes of SVG that hold styles."""
TELLING = ADDRESSES | PAINTED | ANIMATED | {"id", "style"}
"""The attributes that say something to be proved, beside those that run."""
NOTED = frozenset(["a", "script", "style", "meta", "link", "base"])
OF_HEAD = frozenset(["basefont", "bgsound", "noframes", "noscript", "template", "title"])
"""With some of `NOTED` all that a head may hold: anything else ends it, and libxml2 does not tell of each."""
RELS = {
    "stylesheet": "style-src",
    "icon": "img-src",
    "apple-touch-icon": "img-src",
    "apple-touch-icon-precomposed": "img-src",
    "apple-touch-startup-image": "img-src",
    "mask-icon": "img-src",
    "fluid-icon": "img-src",
    "compression-dictionary": "connect-src",
    "manifest": "manifest-src",
    "modulepreload": "script-src",
    "preconnect": "connect-src",
    "dns-prefetch": "connect-src",
    "prefetch": "connect-src",
    "prerender": "connect-src",
}
PRELOADED = {
    "script": "script-src",
    "style": "style-src",
    "font": "font-src",
    "image": "img-src",
    "video": "media-src",
    "audio": "media-src",
    "track": "media-src",
    "worker": "worker-src",
}
SHOWN = frozenset(
    ["og:image", "og:image:url", "og:image:secure_url", "og:url", "og:video", "og:audio", "twitter:image"]
)
"""What a page's head names for programs that show links to it."""
