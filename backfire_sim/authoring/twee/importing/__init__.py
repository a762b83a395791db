"""From a Twine story to the beginning of a scenario."""
