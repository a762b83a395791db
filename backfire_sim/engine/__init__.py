"""The rules: positions, events, what is open, what follows."""
