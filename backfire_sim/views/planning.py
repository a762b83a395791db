"""A training plan as it is shown: the sentences that the screen, the lines and the paper have in common."""

from backfire_sim.speech import _, later, plural, sense
from backfire_sim.training.agenda import Shape
from backfire_sim.training.blocks.block import STAGES, Block
from backfire_sim.training.plan import TrainingPlan

FILE = "training-plan"
"""What a plan is called where it is saved, without its ending."""

NOT_KEPT = later("Nothing of this is kept, unless you save the plan yourself.")
HONESTY = later(
    "This is a frame to fill and to change. It cannot tell anybody what to do, say or demand in a real case, and it is "
    "no substitute for people who know about safety, law or care where you are."
)
_SEATED = {
    "alone": later("one person alone"),
    "table": later("one table around a screen"),
    "projector": later("several tables and one projector"),
    "paper": later("no computer for those who take part"),
}


def name(plan: TrainingPlan) -> str:
    """What the plan is called."""
    return _("A training of {minutes} minutes", minutes=plan.minutes)


def made_for(shape: Shape) -> str:
    """For whom, and how they sit."""
    seated = _(_SEATED[shape.setting])
    if shape.alone or not shape.people:
        return _("For {seated}.", seated=seated)
    said = plural("For {count} person: {seated}.", "For {count} people: {seated}.", shape.people, seated=seated)
    tables = shape.tables
    if len(tables) < 2:
        return said
    if max(tables) == min(tables):
        return f"{said} {_('{count} tables of {people}.', count=len(tables), people=tables[0])}"
    return f"{said} {_('{count} tables of {least} or {most}.', count=len(tables), least=min(tables), most=max(tables))}"


def marks(block: Block) -> str:
    """From which minute to which, from the beginning of the training."""
    return f"{block.start}–{block.end}"


def stages(block: Block) -> str:
    """The stages of a block, as names; empty for what stands around the training."""
    return " · ".join(_(STAGES[stage]) for stage in block.stages)


def minutes(block: Block) -> str:
    """How long a block is."""
    return plural("{count} minute", "{count} minutes", block.minutes)


def opens(kind: str) -> str:
    """What is done with something that a plan names, in a word or two."""
    if kind == "print":
        return sense("a plan", "print")
    if kind in ("play", "table"):
        return sense("a plan", "play")
    return sense("a plan", "read") if kind == "page" else sense("a plan", "open")
