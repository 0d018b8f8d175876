"""The words of the interface: read from a language's tables and a site's own, and put together with what they are said of.

A label is plain text with names in braces, `"{minutes} min read"`; one that counts has a text for each plural of its language.
They stand in `<language>/<table>.toml`; a site's own `labels.toml` among its templates holds tables of the same names.
"""

from briefgen.rendering.labels.labels import Labels, LabelsError
from briefgen.rendering.labels.tables import read_labels

__all__ = ["Labels", "LabelsError", "read_labels"]
