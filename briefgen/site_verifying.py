"""A folder that some builder built -> what is wrong with it as a published site."""
