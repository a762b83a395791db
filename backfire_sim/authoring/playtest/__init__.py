"""The playtester: where plays of a scenario end, by strategy, and what every choice is worth."""
