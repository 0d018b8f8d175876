"""briefgen within MkDocs: its settings, its pages among MkDocs' files, its look, its live preview.

The only place that knows MkDocs.
"""

from briefgen.plugin.events import BriefgenPlugin
from briefgen.plugin.settings import BriefgenConfig, load_settings

__all__ = ["BriefgenConfig", "BriefgenPlugin", "load_settings"]
