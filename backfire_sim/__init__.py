"""Backfire: practise making political violence backfire on those who use it."""
