"""A scenario on paper: guide, cards, boards, tables and tokens, for a table without a computer."""
