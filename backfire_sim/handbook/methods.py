"""The chapter `methods`."""

from backfire_sim.handbook.book import Leaf

LEAVES: tuple[Leaf, ...] = ()
