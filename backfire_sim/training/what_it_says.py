"""How to read what was measured before and after: in words, with the two ways in which it misleads."""

from backfire_sim.speech import _
from backfire_sim.training.cases import BY_CHANCE
from backfire_sim.training.measure import Results


def shown(value: float | None) -> str:
    """A middle as people write it; a dash where there is none."""
    if value is None:
        return "–"
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def how_to_read(told: Results) -> list[str]:
    """What the tables say and do not say, a sentence or a few each; nothing where there is no table."""
    if not told.columns:
        return []
    said = [] if told.alone else [_("Each figure is the middle: half of you answered lower, half higher.")]
    there = set(told.columns)
    if {"before", "after"} <= there:
        said.append(
            _(
                "Before beside after can show too little. People who learn how much there is to it measure with "
                "another yardstick afterwards, and may rate themselves lower although they can do more (response "
                "shift: Howard 1980; Drennan and Hyde 2008)."
            )
        )
    if {"back", "after"} <= there:
        said.append(
            _(
                "Looking back beside after can show too much. Looking back makes the past look smaller than it was, "
                "because we like to have learned something (“Gilding the outcome by tarnishing the past”: "
                "196 supervisors rated their past clearly lower afterwards than they had at the time)."
            )
        )
    if {"before", "back", "after"} <= there:
        said.append(_("What has really changed lies somewhere between the two; nobody can say where."))
    if any(value is not None for value in told.right):
        said.append(
            _(
                "The cases ask whether skill came with confidence. Whoever only guesses gets about {chance} of five. "
                "Both forms are meant to be equally hard; nobody has tested that.",
                chance=f"{BY_CHANCE:.1f}",
            )
        )
    said.append(_("Nobody without the training was asked, so none of this proves that the training was the reason."))
    return said
