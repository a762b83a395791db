"""Backfire: practise making political violence backfire on those who use it."""

__version__ = "0.1.0"
