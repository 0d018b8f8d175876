"""A site -> its finished pages as plain Markdown, for any builder."""
