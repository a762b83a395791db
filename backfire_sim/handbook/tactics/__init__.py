"""The chapter on tactics, in the order of the five principles they serve."""

from backfire_sim.handbook.tactics.redeem import REDEEM
from backfire_sim.handbook.tactics.redirect import REDIRECT
from backfire_sim.handbook.tactics.reframe import REFRAME
from backfire_sim.handbook.tactics.resist import RESIST
from backfire_sim.handbook.tactics.reveal import REVEAL

LEAVES = (*REVEAL, *REDEEM, *REFRAME, *REDIRECT, *RESIST)
