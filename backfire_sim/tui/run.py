"""Run the app, opened where somebody wants to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.source import Source

if TYPE_CHECKING:
    from textual.screen import Screen

    from backfire_sim.storage.kept import Kept
    from backfire_sim.storage.language import Choice
    from backfire_sim.storage.shelf import Opened
    from backfire_sim.table.setup import Setup
    from backfire_sim.training.own_plan import OwnPlan

SEEDS = 2**31
"""Seeds are drawn below this."""


def run(
    opened: Opened | None = None,
    *,
    seed: int | None = None,
    ephemeral: bool = False,
    kept: Kept | None = None,
    choice: Choice | None = None,
    projector: bool = False,
    room: str = "",
    found: Mapping[str, Any] | None = None,
    screen: Callable[[], Screen[Any]] | None = None,
    agreed: Setup | None = None,
    plan: tuple[str, OwnPlan] | None = None,
) -> int:
    """Run the app until the person leaves it; the process's exit code.

    `opened` is a scenario to begin with, `kept` a play to go on with, `room` a part of the training (an id of
    `rooms.ROOMS`), `screen` makes any other screen; without any of them the first screen opens. `seed` decides chance
    where an author wrote any; without one it is drawn. `ephemeral` keeps nothing. `choice` is the language that was
    chosen, in which scenarios are opened where they have it. `projector` lays everything out for one. `found` is what
    rooms find, by their ids. `agreed`: a table plays what is opened, or goes on with what is kept. `plan`: the group's
    own plan to go on with, and before it its id.
    """
    if seed is None:
        from secrets import randbelow

        seed = randbelow(SEEDS)
    source = Source(ephemeral=ephemeral, language=choice.language if choice else "")
    said = choice.passed_over if choice else ""
    app = BackfireApp(
        source,
        opened=opened,
        kept=kept,
        seed=seed,
        said=said,
        projector=projector,
        room=room,
        found=found,
        screen=screen,
        agreed=agreed,
    )
    if plan is not None:
        app.own_plan_id, app.own_plan = plan
    app.run()
    return app.return_code or 0
