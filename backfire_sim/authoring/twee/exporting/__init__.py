"""From a scenario to a Twine story."""
