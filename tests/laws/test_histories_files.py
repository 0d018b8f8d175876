"""Random histories through real files: what an editor and the machine write by splicing is what was meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.files.briefings import load_briefing, save_briefing
from briefgen.files.drafts import load_last_draft, save_last_draft
from briefgen.files.front_matter_revise import revised_text
from briefgen.files.front_matter_write import new_text
from briefgen.model.settings import Settings
from tests.playing import play

if TYPE_CHECKING:
    from tests.histories import World

SETTINGS = Settings()
REMARKS = ("# an editor’s remark above all\n", "  # and one behind the title")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(min_size=150, max_size=500))
def test_a_history_is_the_same_through_files(data: bytes, tmp_path: Path) -> None:
    """The file is read as what was written after every step, its comments and notes stay, and so does the memory."""
    for path in filter(Path.is_file, tmp_path.rglob("*")):
        path.unlink()
    names: list[str] = []

    def through_files(world: World) -> None:
        assert world.edited is not None
        name = world.edited.id
        file = tmp_path / "content" / "briefings" / f"{name}.md"
        if not names:
            head, _, rest = new_text(world.edited, "Notes of an editor.\n").partition("\ntitle:")
            text = head + "\n" + REMARKS[0] + "title:" + rest.replace("\n", REMARKS[1] + "\n", 1)
            save_briefing(tmp_path, SETTINGS, text, name)
        elif name != names[-1]:
            file.with_name(f"{names[-1]}.md").rename(file)
            text = file.read_text(encoding="utf-8").replace(f"\nid: {names[-1]}", f"\nid: {name}", 1)
            file.write_text(text, encoding="utf-8")
        names.append(name)
        old = load_briefing(tmp_path, SETTINGS, name)
        written = save_briefing(tmp_path, SETTINGS, revised_text(old, world.edited), name)
        assert written == (old.briefing != world.edited), "nothing is written where nothing changed"
        found = load_briefing(tmp_path, SETTINGS, name)
        assert found.briefing == world.edited
        assert found.notes == "Notes of an editor.\n"
        assert all(remark.strip() in found.text for remark in REMARKS)
        world.edited = found.briefing
        if world.last is not None:
            save_last_draft(tmp_path, SETTINGS, name, world.last)
            assert load_last_draft(tmp_path, SETTINGS, name) == world.last
            world.last = load_last_draft(tmp_path, SETTINGS, name)

    play(data, through_files)
