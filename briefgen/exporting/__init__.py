"""A site's folder -> its finished pages as plain Markdown with a mkdocs.yml, for any builder that knows MkDocs' format."""
