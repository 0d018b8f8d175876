"""Seed -> Article: decode, find the structure, the metadata and the sentences, and leave out what is not the story."""
