"""What stands within a passage: words, ways out, and the macros of Twine's story formats."""
