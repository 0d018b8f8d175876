"""Analysis -> actors: who is involved, by which name, in which role, and what they say."""
