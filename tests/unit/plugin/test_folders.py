"""A setting that names a folder is held against the site, and refused with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefgen.errors import SettingsError
from briefgen.files.setting_lines import line_of
from briefgen.plugin.settings import load_settings

if TYPE_CHECKING:
    from pathlib import Path


def site(root: Path, options: str, more: str = "") -> Path:
    """Write a site; its options begin in line 6."""
    for name in ("content/seeds", "content/.seeds", "seeds", "own/seeds"):
        (root / name).mkdir(parents=True)
    (root / "file.txt").write_text("x", encoding="utf-8")
    config = root / "mkdocs.yml"
    config.write_text(
        f"site_name: Desk\ndocs_dir: content\nplugins:\n  - search\n  - briefgen:\n{options}{more}", encoding="utf-8"
    )
    return config


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("templates: nowhere", "templates: expected a folder below ROOT, found none of the name 'nowhere'; make it"),
        ("templates: file.txt", "templates: expected a folder below ROOT, found something else of the name 'file.txt'"),
        ("templates: /etc", "templates: '/etc': expected a path below ROOT, found one that is absolute"),
        ("templates: ''", "templates: '': expected a path below ROOT, found one that is empty"),
        ("templates: own\\seeds", "holds a backslash (write forward slashes)"),
        ("templates: site/own", "templates: expected a folder that a build leaves alone"),
        ("seeds: ../seeds", "seeds: '../seeds': expected a path below ROOT, found one that holds `..`"),
        ("seeds: file.txt", "seeds: expected a folder below ROOT, found something else"),
        ("seeds: site/seeds", "seeds: expected a folder that a build leaves alone, found one in ROOT/site"),
        ("seeds: content/seeds", "found one in it, 'content/seeds': whole articles would be published; move it out"),
        ("seeds: content", "found one that holds it, 'content': briefings would be taken for articles"),
        ("seeds: .", "found one that holds it, '.': briefings would be taken for articles"),
        ("sedes: seeds", "plugins: briefgen: expected one of seeds, language_model"),
        ("unreviewed: maybe", "Plugin 'briefgen' option 'unreviewed': Expected one of"),
        ("templates: true", "Plugin 'briefgen' option 'templates': Expected type"),
        ("content_security_policy: {img-src: 'a b'}", "content_security_policy: img-src: expected a host"),
        ("fields: {Desk: Desk}", "fields: Desk: expected a name of small letters"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_with_its_line(tmp_path: Path, option: str, said: str) -> None:
    """Before anything is drafted or built: the line of mkdocs.yml, what was expected, what was found."""
    config = site(tmp_path, f"      {option}\n")
    with pytest.raises(SettingsError) as refused:
        load_settings(config)
    assert str(refused.value).startswith(f"{config}:6: ")
    assert said.replace("ROOT", str(tmp_path)) in str(refused.value)


def test_all_folders_are_told_at_once(tmp_path: Path) -> None:
    """A line for each."""
    config = site(tmp_path, "      templates: nowhere\n      seeds: site\n")
    with pytest.raises(SettingsError) as refused:
        load_settings(config)
    places = [line.split(" ")[0] for line in str(refused.value).splitlines()]
    assert places == [f"{config}:7:", f"{config}:6:"]


@pytest.mark.parametrize("seeds", ["seeds", "own/seeds", "missing", "content/.seeds"])
def test_a_folder_that_can_be_is_taken(tmp_path: Path, seeds: str) -> None:
    """A build needs no articles, so that they may be missing there; MkDocs publishes nothing hidden."""
    config = site(tmp_path, f"      seeds: {seeds}\n      templates: own\n")
    assert load_settings(config).seeds == seeds


def test_articles_in_the_content_that_are_not_published_are_nobodys_concern(tmp_path: Path) -> None:
    """MkDocs leaves out what `exclude_docs` names; of a part of the folder that would not be enough."""
    config = site(tmp_path, "      seeds: content/seeds\n", "exclude_docs: |\n  /seeds/\n")
    assert load_settings(config).seeds == "content/seeds"
    config.write_text(config.read_text(encoding="utf-8").replace("/seeds/\n", "/seeds/*.txt\n"), encoding="utf-8")
    with pytest.raises(SettingsError, match="whole articles would be published"):
        load_settings(config)


def test_a_missing_folder_of_articles_is_told_where_they_are_needed(tmp_path: Path) -> None:
    """With the line of the setting, or of the plugin where it is the default that is missing."""
    config = site(tmp_path, "      seeds: artikles\n")
    with pytest.raises(SettingsError) as refused:
        load_settings(config, articles=True)
    assert str(refused.value).startswith(f"{config}:6: plugins: briefgen: seeds: expected a folder below {tmp_path}")
    config = site(tmp_path / "other", "      cache: true\n")
    (tmp_path / "other" / "seeds").rmdir()
    with pytest.raises(SettingsError) as refused:
        load_settings(config, articles=True)
    assert str(refused.value).startswith(f"{config}:5: plugins: briefgen: seeds: expected a folder")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plugins:\n  search: {}\n  briefgen:\n    seeds: x\n", 4),
        ("plugins: [search, briefgen: {seeds: x}]\n", 1),
        ("plugins:\n- search\n- briefgen\n", None),
        ("theme: !!python/name:os.system\nplugins:\n- briefgen: !ENV [A, {}]\n", None),
        ("plugins: [\n", None),
        ("", None),
    ],
)
def test_a_setting_is_found_however_it_is_written(tmp_path: Path, text: str, line: int | None) -> None:
    """As a list, a mapping, on one line; what is not there, or no YAML, has no line."""
    config = tmp_path / "mkdocs.yml"
    config.write_text(text, encoding="utf-8")
    assert line_of(config, ["plugins", "briefgen", "seeds"]) == line
    assert line_of(tmp_path / "none.yml", ["plugins"]) is None


def test_a_site_may_be_reached_through_a_link(tmp_path: Path) -> None:
    """The content is in the site's folder, however that is called; content elsewhere is refused as before."""
    (tmp_path / "site").mkdir()
    config = site(tmp_path / "site", "      cache: true\n")
    (tmp_path / "link").symlink_to("site")
    assert load_settings(tmp_path / "link" / "mkdocs.yml").content == "content"
    (tmp_path / "outside").mkdir()
    config.write_text(config.read_text(encoding="utf-8").replace("content", "../outside"), encoding="utf-8")
    with pytest.raises(SettingsError, match="docs_dir: expected a folder below"):
        load_settings(tmp_path / "link" / "mkdocs.yml")
