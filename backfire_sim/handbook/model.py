"""The chapter `model`."""

from backfire_sim.handbook.book import Leaf

LEAVES: tuple[Leaf, ...] = ()
