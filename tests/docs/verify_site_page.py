"""The codes of `briefgen verify-site`, and what it prints for a page -> docs/pages/verify-site.md."""

from __future__ import annotations

import tempfile
from pathlib import Path

from click.testing import CliRunner

from briefgen.cli import main
from briefgen.verifying.codes import CODES

_HEAD = Path(__file__).parent / "verify_site_head.md"
_PAGE = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Harbour desk</title>
    <script src="https://stats.example/count.js"></script>
  </head>
  <body>
    <h1 id="top">Harbour desk</h1>
    <a href="briefings/ferry/">The ferry</a> <a href="#topp">Up</a>
  </body>
</html>
"""


def page() -> str:
    """Give the whole page, in which every finding is what the command printed."""
    return "\n".join(
        [
            _HEAD.read_text("utf-8"),
            f"```html\n{_PAGE}```",
            "",
            f"```text\n{printed()}\n```",
            "",
            "## The codes",
            "",
            *(
                f"### `{doc.code}`\n\n{doc.meaning} {doc.remedy} ({doc.severity})\n"
                for doc in sorted(CODES.values(), key=lambda doc: doc.code)
            ),
        ]
    )


def printed() -> str:
    """Give what the command prints for a site of that page alone."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "index.html").write_text(_PAGE, encoding="utf-8")
        ran = CliRunner().invoke(main, ["verify-site", folder, "--skip", "leaks"])
        if ran.exit_code != 1:
            raise AssertionError(f"expected status 1, found {ran.exit_code}: {ran.output}")
        return ran.output.strip().replace(f"{folder}/", "site/")
