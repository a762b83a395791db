"""Tools for those who write scenarios."""
