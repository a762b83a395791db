"""The explorer: every state a scenario can come to, on arrays, by the same arithmetic as a single play."""
