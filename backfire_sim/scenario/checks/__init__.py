"""What a file of the right shape still has to mean: names, numbers, words and ways that fit together."""
