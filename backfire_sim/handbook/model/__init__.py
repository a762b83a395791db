"""The chapter on the model, in reading order."""

from backfire_sim.handbook.model.bounds import BOUNDS
from backfire_sim.handbook.model.purpose import PURPOSE
from backfire_sim.handbook.model.working import WORKING

_TRAINING, _VIOLENCE, *_TOGETHER = PURPOSE

LEAVES = (_TRAINING, _VIOLENCE, *WORKING, *_TOGETHER, *BOUNDS)
