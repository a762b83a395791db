"""A table of many: choosing in silence, how the choices spread, and what only the facilitator sees meanwhile."""

from __future__ import annotations

from backfire_sim.room.link import serving
from backfire_sim.table import events as e
from backfire_sim.table.setup import Setup
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.at_table import AtTable
from backfire_sim.tui.facilitate import FacilitateApp
from backfire_sim.tui.screens.table import TableScreen
from camera.studio import LARGE, PROJECTED, TABLE, Nowhere, golden, press, room, staged, take, until

CHOICES = (3, 1, 3, 3, 2, 3, 1, 2)
"""What each seat chooses, the first one first."""

CODE = ("no_threats", "ask_first", "stop_when_asked")


async def take_all() -> None:
    """What the table agrees on, its choice as the room sees it and as the facilitator does, and the spread."""
    await room("table", TABLE, picture="agreements")
    at_table = AtTable(golden(steps=2), Setup(seats=len(CHOICES), code=CODE))
    at_table.begun = True
    host = at_table.host
    for step in (e.ReadOn(), e.StartChoosing()):
        host.do(step)
    for seat, choice in enumerate(CHOICES[:5], start=1):
        host.do(e.Choose(seat, choice))

    async with serving(host):
        own = FacilitateApp(Nowhere())
        async with staged(own, LARGE) as pilot:
            await until(pilot, lambda: own.view is not None)
            take(own, "facilitate")

    app = BackfireApp(Nowhere(), screen=lambda: TableScreen(at_table))
    async with staged(app, LARGE) as pilot:
        take(app, "table")
        for seat, choice in enumerate(CHOICES[5:], start=6):
            host.do(e.Choose(seat, choice))
        await press(pilot, "enter")
    app = BackfireApp(Nowhere(), screen=lambda: TableScreen(at_table), projector=True)
    async with staged(app, PROJECTED):
        take(app, "spread")
