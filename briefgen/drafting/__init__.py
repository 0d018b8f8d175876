"""Analysis -> Briefing: takeaways, actors, open questions, what to watch, the bottom line, every item with its evidence."""
