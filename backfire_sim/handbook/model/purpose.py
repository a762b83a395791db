"""What the training is for: whom it helps, what political violence is, staying safe, building support."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.speech import later

PURPOSE: tuple[Leaf, ...] = ()
