"""Twee 3, the text format of Twine stories: read one as the beginning of a scenario, write a scenario as one."""
