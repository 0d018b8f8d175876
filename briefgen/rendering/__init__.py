"""Site -> Page, Page, …: pages as plain Markdown, feeds, a calendar and JSON."""
