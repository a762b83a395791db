"""The debrief: what happened, the other choices, where all plays end, the group's own plan, and what is taken home."""

from __future__ import annotations

from backfire_sim.training.own_plan import OwnPlan, with_line
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens.beside import BesideScreen
from backfire_sim.tui.screens.debrief import DebriefScreen
from camera.studio import LARGE, Nowhere, golden, press, staged, take, until

PLAN = (
    ("documentation", "A notebook beside every phone.", "whoever answers it"),
    ("messengers", "Ask two people whom the other side trusts.", "the one who knows them from work"),
    ("families", "Agree what the children are told, and by whom.", "each of us at home"),
    ("first_hour", "Everybody is called, and somebody drives to whoever was threatened.", "two drivers"),
)


async def take_all() -> None:
    """One picture of each."""
    kept = golden()
    app = BackfireApp(Nowhere(), kept=kept)
    async with staged(app, LARGE) as pilot:
        debrief = app.screen
        assert isinstance(debrief, DebriefScreen)

        async def to(part: str) -> None:
            while debrief.part_id != part:
                await press(pilot, "right")

        await to("happened")
        take(app, "debrief")
        await to("otherwise")
        await press(pilot, "down", "enter", "down")
        take(app, "otherwise")
        await press(pilot, "escape")
        await to("elsewhere")
        await until(pilot, lambda: debrief._elsewhere.found is not None)
        take(app, "elsewhere")
        await to("plan")
        for slot, what, who in PLAN:
            app.own_plan = with_line(app.own_plan, slot, what, who)
        debrief.look_again()
        await press(pilot)
        take(app, "own-plan")
        await press(pilot, "s")
        take(app, "take-home")
    app.own_plan = OwnPlan()

    first, second = kept.session, golden("tempting").session
    app = BackfireApp(Nowhere(), screen=lambda: BesideScreen(first, second))
    async with staged(app, LARGE):
        take(app, "beside")
