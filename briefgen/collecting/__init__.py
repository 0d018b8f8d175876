"""Entry, Entry, … -> Site: what runs across briefings: actors, topics, questions and what to watch."""
