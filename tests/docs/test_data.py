"""docs/pages/data.md is in step with the program: every published file, every class and field of the published JSON.

`UPDATE_DOCS=1 pytest tests/docs/test_data.py` writes the page anew.
"""

from __future__ import annotations

from fnmatch import fnmatchcase

from briefgen.rendering.data_schema import schemas
from tests.docs.data_page import TOLD, classes_of, page
from tests.docs.in_step import PAGES, assert_in_step
from tests.docs.template_values import planned_files


def test_the_page_is_in_step_with_the_program() -> None:
    """Fields and example are those of the schemas and of the files."""
    assert_in_step("data.md", page())


def test_every_published_file_is_told_of() -> None:
    """Each by one entry, and no entry is of a file that there is not."""
    used = set()
    for path in planned_files():
        fitting = [pattern for pattern in TOLD if fnmatchcase(path, pattern)]
        assert len(fitting) == 1, (path, fitting)
        used.update(fitting)
    assert used == set(TOLD)


def test_every_class_and_field_has_its_line() -> None:
    """Each class once, each of its fields once below it."""
    text = (PAGES / "data.md").read_text("utf-8")
    for schema in schemas():
        for name, told in classes_of(schema.path).items():
            assert text.count(f"\n### {name}\n") == 1, name
            section = text.split(f"\n### {name}\n")[1].split("\n### ")[0]
            for key in told["properties"]:
                assert key == "$schema" or section.count(f"\n- `{key}` ") == 1, (name, key)
