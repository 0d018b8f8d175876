"""Laws of `briefgen new --update`: no word of a person is written over, and what is remembered comes back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefgen.starting.manifest import Manifest, decoded, encoded, fingerprint, fingerprints
from briefgen.starting.update import plan
from briefgen.starting.wishes import Wishes

WISHES = Wishes(name="Desk", example=False)
_TEXTS = st.sampled_from([b"a\n", b"b\n", b"c\n"])
_THERE = st.none() | _TEXTS


@given(base=_THERE, now=_THERE, beside=_THERE, wrote_beside=_THERE, new=_TEXTS)
def test_no_word_of_a_person_is_written_over(
    base: bytes | None, now: bytes | None, beside: bytes | None, wrote_beside: bytes | None, new: bytes
) -> None:
    """Whatever was written, changed and lies there: only what briefgen wrote itself is replaced, in its place or beside it."""
    wrote = {"f": base, "f.new": wrote_beside}
    files = fingerprints({path: data for path, data in wrote.items() if data is not None})
    manifest = Manifest(version="0", wishes=WISHES, files=files)
    (step,) = plan(manifest, {"f": new}, {"f": now, "f.new": beside})
    if step.data is None:
        assert step.fate != "written"
    elif step.fate == "written":
        assert step.data == new
        assert now in {None, base, new}
    else:
        assert step.fate == "beside"
        assert step.data == new
        assert now not in {base, new}
        assert beside in {None, wrote_beside}


@given(
    name=st.text(min_size=1),
    url=st.none() | st.text(),
    workflow=st.booleans(),
    files=st.dictionaries(st.text(), st.binary(max_size=9).map(lambda data: fingerprint("f", data))),
)
def test_what_is_remembered_is_read_as_it_was_written(
    name: str,
    url: str | None,
    workflow: bool,  # noqa: FBT001  # Hypothesis gives it by its name
    files: dict[str, str],
) -> None:
    """Any name and any path come back; the same bytes for the same, whatever the order was."""
    wishes = Wishes(name=name, url=url, example=False, workflow=workflow)
    manifest = Manifest(version="1.2", wishes=wishes, files=files)
    assert decoded(encoded(manifest)) == manifest
    turned = replace(manifest, files=dict(reversed(files.items())))
    assert encoded(turned) == encoded(manifest)
