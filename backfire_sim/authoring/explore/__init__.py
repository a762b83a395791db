"""The explorer: every state a scenario can come to, on arrays, by the same arithmetic as a single play."""

from backfire_sim.authoring.explore.limits import Limits
from backfire_sim.authoring.explore.survey import Survey, survey

__all__ = ["Limits", "Survey", "survey"]
