"""The site that the examples of the commands' help speak of: one published briefing, `harbour`, and a newer draft of it."""

from __future__ import annotations

from pathlib import Path

from briefgen import draft_site

ARTICLE = Path(__file__).parent.parent / "cases" / "codes" / "article.txt"
CONFIGURATION = """\
site_name: Desk
site_url: https://desk.example/
docs_dir: content
theme: {name: material, font: false}
plugins: [search, briefgen]
"""


def write_example_site(root: Path) -> None:
    """Write the site into a folder that is empty or does not exist."""
    (root / "seeds").mkdir(parents=True)
    (root / "content").mkdir()
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    seed = root / "seeds" / "harbour.txt"
    seed.write_bytes(ARTICLE.read_bytes())
    (drafted,) = draft_site(root)
    assert drafted.briefing is not None
    for path in [*root.glob("content/briefings/*.md"), *root.glob("content/.drafts/*.json")]:
        text = path.read_text(encoding="utf-8").replace(drafted.briefing, "harbour")
        path.unlink()
        if path.suffix == ".md":
            text = text.replace("status: draft", "status: published\nreviewed_by: Eva Lund", 1)
        path.with_stem("harbour").write_text(text, encoding="utf-8")
    seed.write_text(seed.read_text("utf-8").replace("closes two", "closes three", 1), encoding="utf-8")
    (again,) = draft_site(root)
    assert (again.briefing, again.outcome) == ("harbour", "pending")
