"""Turns news and analysis articles into a searchable site of briefings, every line tied to the words of its source."""

__version__ = "0.1.0"
