"""The chapter on tactics."""

from backfire_sim.handbook.book import Leaf

LEAVES: tuple[Leaf, ...] = ()
