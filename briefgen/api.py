"""What scripts import: `from briefgen import …` leads here."""
