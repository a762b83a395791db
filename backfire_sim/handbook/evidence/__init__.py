"""The chapter on what the evidence says and does not say: how to read it, then finding by finding."""

from backfire_sim.handbook.evidence.audiences import AUDIENCES
from backfire_sim.handbook.evidence.movements import MOVEMENTS
from backfire_sim.handbook.evidence.reading import READING

LEAVES = (*READING, *MOVEMENTS, *AUDIENCES)
