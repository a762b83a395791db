"""How the model works: backfire, its goal, two conditions, five gates, audiences, outcomes."""

from backfire_sim.handbook.book import Leaf
from backfire_sim.speech import later

WORKING: tuple[Leaf, ...] = ()
