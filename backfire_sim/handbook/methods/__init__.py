"""The chapter on the perpetrators' five methods."""

from backfire_sim.handbook.methods.renamed import RENAMED
from backfire_sim.handbook.methods.stilled import STILLED
from backfire_sim.handbook.methods.unseen import UNSEEN

LEAVES = (*UNSEEN, *RENAMED, *STILLED)
