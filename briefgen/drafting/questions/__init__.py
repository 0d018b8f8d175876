"""Analysis -> open questions: what the article leaves open, each worded as one neutral question."""
