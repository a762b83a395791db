"""A play: the note before it, a scene, what a move led to, and the same on a projector."""

from __future__ import annotations

from backfire_sim.tui.app import BackfireApp
from camera.studio import LARGE, PROJECTED, SCENARIO, TABLE, Nowhere, golden, press, staged, take


async def take_all() -> None:
    """One picture of each."""
    source = Nowhere()
    app = BackfireApp(source, opened=source.open(SCENARIO), seed=1)
    async with staged(app, TABLE):
        take(app, "note")

    app = BackfireApp(source, kept=golden(steps=0))
    async with staged(app, LARGE) as pilot:
        await press(pilot, "1")
        take(app, "play")
        await press(pilot, "a", "enter")
        take(app, "consequence")

    app = BackfireApp(source, kept=golden(steps=4), projector=True)
    async with staged(app, PROJECTED):
        take(app, "projector")
