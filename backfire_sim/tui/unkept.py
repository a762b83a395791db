"""What people typed that stands in no file and would be gone with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backfire_sim.speech import _

if TYPE_CHECKING:
    from backfire_sim.tui.app import BackfireApp


def unkept(app: BackfireApp) -> str:
    """A sentence that names it, and says how to leave all the same; empty where nothing would be lost."""
    from backfire_sim.tui.screens.measure import ROOM

    plan = app.own_plan.size > 0 and not app.own_plan_id
    sheets = app.found_again.get(ROOM, {"held": {}})["held"].values()
    answers = any(held.measured.tallies and not held.id for held in sheets)
    if plan and answers:
        return _("Your own plan and the answers before and after are not kept, and would be gone. q once more leaves.")
    if plan:
        return _("Your own plan is not kept, and would be gone. q once more leaves.")
    if answers:
        return _("The answers before and after are not kept, and would be gone. q once more leaves.")
    return ""
