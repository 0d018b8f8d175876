"""Analysis -> takeaways: the sentences that carry the news, weighed, chosen, and worded to stand alone."""
