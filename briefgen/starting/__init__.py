"""A folder that does not exist yet -> a new site in it: settings, an example, a workflow that publishes."""
