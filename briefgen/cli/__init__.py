"""The command line: a file for each command.

Exit status: 0 fine; 1 something in the content needs a person, the rest was done; 2 the call or the settings are wrong.
"""

from briefgen.cli.main import main

__all__ = ["main"]
