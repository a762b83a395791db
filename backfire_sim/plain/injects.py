"""The facilitator's injects as lines: which there are, and what one that came in led to."""

from backfire_sim.engine.session import Session
from backfire_sim.plain.aftermath import moved
from backfire_sim.plain.commands import typed
from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.plain.wording import sentence
from backfire_sim.speech import _
from backfire_sim.views.consequence import Consequence


def listed(session: Session) -> list[str]:
    """Every inject by its title, with what to type; nothing of its text, which the players have not heard yet."""
    rules, values = session.rules, session.position.values
    if not rules.injects:
        return [_("This scenario has no injects.")]
    rows = []
    for inject in rules.injects.values():
        if values[rules.places[f"thrown({inject.id})"]]:
            state = _("Thrown already.")
        elif not rules.may_throw(inject.id)(values):
            state = _("Does not fit the play as it stands.")
        else:
            state = _("To throw it: {inject} {id}", inject=typed("inject"), id=inject.id)
        rows.append(f"{sentence(inject.title)} {state}")
    about = _("For the facilitator: what can come in from outside. Each once, when it helps.")
    return [*prose(about), *items(rows)]


def came_in(told: Consequence) -> list[str]:
    """An inject as it is told to everybody: something that happens, not something that was chosen."""
    return blocks(
        item(_("Something comes in: {what}", what=sentence(told.did)), ""),
        prose(told.text),
        moved(told),
    )
