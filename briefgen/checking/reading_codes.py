"""Every mistake that keeps a file of the content from being read: its word, what it means, what to do.

`briefgen.files` finds them. None can be waived: a file that cannot be read as it stands is not half-read.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.checking.codes import CodeDoc

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.model.problem import Severity


def _reading(code: str, meaning: str, remedy: str, severity: Severity = "error") -> CodeDoc:
    return CodeDoc(
        code=code,
        severity=severity,
        in_draft=severity,
        meaning=meaning,
        remedy=remedy,
        waivable=False,
        of_whole=False,
    )


_CODES = (
    # The file
    _reading(
        "no-front-matter", "The file does not begin with `---`, or no second `---` closes it.", "Put the line there."
    ),
    _reading("front-matter-twice", "A second front matter stands below the first.", "Keep one."),
    _reading("git-conflict", "git left both versions in the file.", "Keep one, and delete git's three lines."),
    _reading("control-character", "The file holds a character that nobody sees.", "Delete it."),
    _reading("too-large", "The file is larger than any briefing.", "See whether it is the right file."),
    _reading("not-utf-8", "The file is in another encoding than UTF-8.", "Save it as UTF-8."),
    _reading("symlink", "The file is a symbolic link.", "Put a copy there instead."),
    _reading("not-a-file", "Something other than a file has the name of one.", "Move it away."),
    _reading("unreadable", "The disk or the permissions keep the file from being read.", "Let your account read it."),
    # YAML
    _reading(
        "yaml-syntax", "The front matter cannot be read as YAML.", "Do what the message says, mostly: quote a value."
    ),
    _reading(
        "comment-in-text",
        "YAML takes a part of a text for a comment, or a comment for text.",
        "Put the text in quotes.",
    ),
    _reading("anchor", "A value begins with `&` or `*`, which YAML takes for a reference.", "Put it in quotes."),
    _reading("tag", "A value begins with `!`, which YAML takes for a type.", "Put it in quotes."),
    _reading("too-deep", "Lists and keys are nested more than 20 deep.", "Unfold them."),
    # Keys and values
    _reading("unknown-key", "A key is none of a briefing's.", "Correct it, mostly to the one the message names."),
    _reading("duplicate-key", "A key stands there twice.", "Keep one."),
    _reading("missing-key", "A key that has to be there is not.", "Add it."),
    _reading("empty", "A value that has to say something is empty.", "Write it, or take the line out."),
    _reading(
        "wrong-type", "A list stands where a text belongs, or the other way round.", "Write it as the message shows."
    ),
    _reading("not-a-choice", "A value is none of those that the field takes.", "Take one of them."),
    _reading("not-a-date", "A date is none of the calendar, or in another order.", "Write it as 2026-01-31."),
    _reading("bad-url", "An address does not begin with https:// or http://.", "Write the whole address."),
    _reading("bad-path", "A source's `file` leads out of the site.", "Name a file below the site's root."),
    _reading("bad-hash", "`sha256` is not 64 hexadecimal digits.", "Leave it to `briefgen draft`."),
    _reading("bad-language", "`language` is not a language's two letters.", "Write `en`."),
    # Ids
    _reading("bad-id", "An id has other characters than small letters, digits and hyphens.", "Write it with these."),
    _reading("id-not-file-name", "The id is not the file's name.", "Rename the file, or set the id back."),
    _reading("id-taken", "Two files have one id.", "Give the newer file its own."),
    # The registry of actors
    _reading("wrong-file-name", "The registry of actors is called `actors.yaml`.", "Call it `actors.yml`."),
    _reading("name-taken", "Two registered actors claim one name.", "Take it from one, or make the two one."),
    _reading("name-twice", "A registered actor has a name twice.", "Take one out."),
    _reading("not-itself", "A registered actor is said not to be himself.", "Take the name out of one of the two."),
    # What the machine keeps, and articles
    _reading(
        "damaged-draft", "What the machine remembers of its last draft is damaged.", "Take the file back from git."
    ),
    _reading(
        "seed-skipped",
        "A file in the folder of articles is passed over.",
        "Save its text beside it, put a copy there instead of a link, or rename it.",
        "warning",
    ),
    _reading(
        "seed-undrafted",
        "No briefing rests on an article.",
        "Draft it with `briefgen draft`, or take it out of the folder.",
        "warning",
    ),
)

READING_CODES: Mapping[str, CodeDoc] = MappingProxyType({doc.code: doc for doc in _CODES})
"""By its word, in the order of the documentation."""
