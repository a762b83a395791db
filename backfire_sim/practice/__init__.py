"""Practice for one: which decision comes when, what an answer is worth, and how it stands with each principle."""
