"""A site's settings and frame -> the mkdocs.yml of its export: no plugin but the search, a short navigation, our look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.exporting.yaml_lines import NotPlainError, as_plain, yaml_lines
from briefgen.rendering import addresses
from briefgen.rendering.look import FOLDER, SCRIPT, STYLE
from briefgen.rendering.policy import policy_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from briefgen.model.frame import Frame
    from briefgen.model.settings import Settings

CONTENT, OVERRIDES, SITE = "content", "overrides", "site"
"""The folders that a builder reads, and the one that it writes."""
FAVICON = "assets/briefgen/favicon.png"
LOOK_OF_ZENSICAL, SCRIPT_OF_ZENSICAL = f"{FOLDER}frame/zensical.css", f"{FOLDER}frame/zensical.js"
# Zensical's search puts one style sheet into the page, always the same in a version: this is 0.0.73's. With another version the
# browser refuses it, and `zensical.js` hands it over in a way that the policy allows.
_STYLES_OF_ZENSICAL = "'sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k='"
_LISTINGS = (
    addresses.HOME,
    addresses.BRIEFINGS,
    addresses.ACTORS,
    addresses.TOPICS,
    addresses.WATCH,
    addresses.QUESTIONS,
)
_HEAD = """\
# Written by `briefgen export`, and written again by the next one: change the site that this was exported from.
# It builds with Zensical, ProperDocs and MkDocs with Material; no plugin is needed, the pages are finished.
"""
# Pages of briefings are made, not written: nobody could edit what these would lead to.
_NO_FEATURES = frozenset(["content.action.edit", "content.action.view"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """A mkdocs.yml."""

    text: str
    left_out: tuple[str, ...]
    """What the site has and this has not, a line for each."""


def configuration(
    settings: Settings, frame: Frame, paths: Collection[str], places: Mapping[str, str], *, cards: bool
) -> Configuration:
    """Give the mkdocs.yml of an export.

    Args:
        settings: The site's.
        frame: The site's.
        paths: The pages and files of the export's content.
        places: From the paths of pages, as the site's own settings name them, to where they lie in it.
        cards: Whether there are pictures that links to pages are shown with.
    """
    left_out: list[str] = []
    nav = (
        _nav(frame.nav, paths, places, left_out)
        if frame.nav is not None
        else _short_nav(frame.own_files, paths, places)
    )
    policy = settings.content_security_policy
    extra = frame.others.get("extra")
    told = {
        "site_name": settings.site_name,
        "site_url": None if not settings.site_url else settings.site_url.rstrip("/") + "/",
        "site_description": settings.site_description,
        "site_author": frame.others.get("site_author"),
        "copyright": frame.others.get("copyright"),
        "repo_url": frame.others.get("repo_url"),
        "repo_name": frame.others.get("repo_name"),
        "docs_dir": CONTENT,
        "site_dir": SITE,
        "use_directory_urls": frame.directories,
        "theme": _theme(frame.theme, settings.language),
        "nav": nav,
        "not_in_nav": _not_in_nav(frame),
        "exclude_docs": frame.others.get("exclude_docs"),
        "draft_docs": frame.others.get("draft_docs"),
        "extra_css": [STYLE.path, LOOK_OF_ZENSICAL, *_listed(frame.others.get("extra_css"))],
        "extra_javascript": [
            *({"path": path, "defer": True} for path in (SCRIPT.path, SCRIPT_OF_ZENSICAL)),
            *_listed(frame.others.get("extra_javascript")),
        ],
        "extra": {
            **(extra if isinstance(extra, Mapping) else {}),
            "briefgen": {
                "policy": None if policy is None else policy_text(dict(policy), {"style": [_STYLES_OF_ZENSICAL]}),
                "cards": cards,
            },
        },
        "markdown_extensions": _extensions(frame.markdown_extensions, settings, left_out),
        "plugins": ["search"],
        "validation": frame.others.get("validation"),
    }
    written = {name: held for name, held in told.items() if held is not None}
    for name in ("theme", "extra", "validation"):
        written[name] = _written(name, written.get(name), left_out)
    lines = yaml_lines({name: held for name, held in written.items() if held is not None})
    return Configuration(text=_HEAD + "\n".join(lines) + "\n", left_out=(*left_out, *frame.unknown))


def _theme(theme: Mapping[str, object], language: str) -> dict[str, object]:
    features = [one for one in _listed(theme.get("features")) if one not in _NO_FEATURES]
    return {
        "name": "material",
        "variant": "classic",  # Zensical's other one has its own frame, which the style sheets do not know
        "custom_dir": OVERRIDES,
        "favicon": FAVICON,
        **theme,
        "language": language,
        "font": False,  # nothing is loaded from other hosts
        "features": features,
    }


def _nav(nav: Iterable[object], paths: Collection[str], places: Mapping[str, str], left_out: list[str]) -> list[object]:
    """Give a site's own navigation without the pages that are not there, such as drafts."""
    found: list[object] = []
    for item in nav:
        title, target = next(iter(item.items())) if isinstance(item, Mapping) and item else (None, item)
        if isinstance(target, list):
            within = _nav(target, paths, places, left_out)
            if within:
                found.append(within if title is None else {str(title): within})
        elif isinstance(target, str):
            place = places.get(target, target)
            if place.endswith(".md") and place not in paths:
                left_out.append(f"nav: {target}, which is not among the pages")
            else:
                found.append(place if title is None else {str(title): place})
    return found


def _short_nav(own: Iterable[str], paths: Collection[str], places: Mapping[str, str]) -> list[object]:
    """Give the lists, then the site's own pages, a section for each folder: what MkDocs makes where a site has none."""
    listed = (places.get(path, path) for path in _LISTINGS)
    nav: list[object] = [path for path in listed if path in paths]
    sections: dict[str, list[object]] = {}
    for path in own:
        if not path.endswith(".md") or path in _LISTINGS:
            continue
        *folders, _ = path.split("/")
        within, known = nav, ""
        for folder in folders:
            known += f"{folder}/"
            if known not in sections:
                sections[known] = []
                within.append({folder.replace("-", " ").replace("_", " ").capitalize(): sections[known]})
            within = sections[known]
        within.append(path)
    return nav


def _not_in_nav(frame: Frame) -> str:
    """Name the pages that no navigation lists, so that no builder warns of each."""
    own = str(frame.others.get("not_in_nav") or "").strip("\n")
    lists = [f"/{path}" for path in (addresses.HOME, addresses.WATCH, addresses.QUESTIONS)]
    folders = [f"/{folder}/" for folder in ("actors", "archive", "briefings", "questions", "topics", "watch")]
    lines = [*([own] if own else []), *folders, *lists]
    return "".join(f"{line}\n" for line in dict.fromkeys("\n".join(lines).split("\n")))


def _extensions(
    extensions: Mapping[str, Mapping[str, object]], settings: Settings, left_out: list[str]
) -> list[object]:
    """Give the site's extensions of Markdown, and the one that pages of briefings need."""
    told = {name: dict(options) for name, options in extensions.items()}
    told.setdefault("attr_list", {})
    if settings.content_security_policy is not None:
        # As attributes, since the policy lets no style through that stands in a page.
        told.setdefault("tables", {}).setdefault("use_align_attribute", True)
    found: list[object] = []
    for name, options in told.items():
        written = _written(f"markdown_extensions: {name}", options, left_out)
        found.append({name: written} if written else name)
    return found


def _written(name: str, value: object, left_out: list[str]) -> object:
    """Give what of a value can be written; say what of it cannot."""
    if not isinstance(value, Mapping):
        return value
    found = {}
    for key, held in value.items():
        try:
            found[key] = as_plain(held)
        except NotPlainError as error:
            left_out.append(f"{name}: {key}, a value that mkdocs.yml cannot spell ({error})")
    return found


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []
