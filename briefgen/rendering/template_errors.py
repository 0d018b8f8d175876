"""An error that came out of a template -> the template's file and the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import TemplateRuntimeError, TemplateSyntaxError

if TYPE_CHECKING:
    from types import TracebackType

# What a template can bring about by what it does with its values: adding a text to a number, a filter that cannot take
# what it is given, a key that is not there.
MISUSES = (TypeError, ValueError, ArithmeticError, LookupError)


class TemplateMisuseError(TemplateRuntimeError):
    """A template does with a value what cannot be done; the error behind it says what."""


def place_of(error: BaseException) -> tuple[str, int] | None:
    """Tell where in a template an error arose.

    Args:
        error: As it came out of Jinja.

    Returns:
        The template's file, as its loader calls it, and the line counted from 1: the innermost of those that the error
        came through. None where no template is known.
    """
    if isinstance(error, TemplateSyntaxError) and (file := error.filename or error.name):
        return file, error.lineno
    place = _innermost(error.__traceback__)
    if place is None and error.__cause__ is not None:
        return place_of(error.__cause__)
    return place


def _innermost(trace: TracebackType | None) -> tuple[str, int] | None:
    found = None
    while trace is not None:
        # Jinja puts the templates' own lines into the traceback, in frames that hold the error under this name.
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            found = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found
