"""Analysis -> what to watch: what lies ahead and can be seen to happen, with its days."""
