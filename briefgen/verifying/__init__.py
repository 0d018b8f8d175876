"""The files of a built site, what must not be in them -> problems: texts that leaked, links, foreign requests, feeds, policies."""
