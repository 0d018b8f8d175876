"""The disk: seeds, briefings and last drafts are read and written here and nowhere else, and so are YAML and JSON."""
