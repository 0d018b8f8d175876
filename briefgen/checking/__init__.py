"""Briefing + Article -> problems: proves that every line of a briefing rests on the words of its source."""
