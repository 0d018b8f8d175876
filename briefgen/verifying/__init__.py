"""The files of a built site, what must not be in them -> problems: leaks, links, foreign requests, policies, feeds."""
