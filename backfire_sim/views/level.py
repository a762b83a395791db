"""The three levels at which what is heavy can be told; `intensity` says what is told at each."""

WHOLE, SOFTENED, VEILED = "whole", "softened", "veiled"
LEVELS = (WHOLE, SOFTENED, VEILED)
"""From everything to one line."""


def heavier(one: str, other: str) -> str:
    """Of two levels the one that tells less."""
    return max(one, other, key=LEVELS.index)
