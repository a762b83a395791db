"""The whole game as lines of text."""
