"""Where the model ends, and where it comes from."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.speech import later

BOUNDS: tuple[Leaf, ...] = ()
