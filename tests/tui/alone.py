"""Somebody who practices alone: a deck of a few decisions, a clock set by hand, and a log in the test's home."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, tzinfo

from textual.pilot import Pilot

from backfire_sim.engine.drills import Placed
from backfire_sim.practice.progress import Playable
from backfire_sim.storage.settings import Settings
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens.practice_layout import SURE, TOLD
from backfire_sim.tui.screens.practice_sitting import SittingScreen
from backfire_sim.tui.source import Source
from tests.program import RAID
from tests.tui.stage import press, raid, read_whole
from tests.views.practice_cases import BETTER, CARE, CHICAGO, CHOICE, CONSENT, MONDAY, NAME, NEXT, WRITE, case

KINDS = {
    "name": case(NAME),
    "next": case(NEXT, "smear"),
    "choice": case(CHOICE),
    "better": case(BETTER),
    "missing": case(CONSENT, "smear"),
    "care": case(CARE),
    "write": case(WRITE),
}
"""A decision of each kind, all in the scenario of the food bank."""


class Alone(Source):
    """Settings in memory, practice in the test's home, and a clock."""

    def __init__(self, *drills: Placed, settings: Settings | None = None, ephemeral: bool = False) -> None:
        super().__init__(ephemeral=ephemeral)
        self.held = settings or Settings()
        self.drills: Sequence[Placed] = drills or [KINDS["name"], KINDS["missing"], KINDS["choice"]]
        self.clock = MONDAY

    def settings(self) -> Settings:
        return self.held

    def now(self) -> datetime:
        return self.clock

    def zone(self) -> tzinfo:
        return CHICAGO

    def deck(self) -> list[Placed]:
        return list(self.drills)

    def playables(self) -> list[Playable]:
        return [Playable(RAID, raid().scenario, False)]

    def later(self, **passes: float) -> None:
        """Let time pass."""
        self.clock += timedelta(**passes)


@asynccontextmanager
async def alone(
    source: Source, size: tuple[int, int] = (80, 24), *, begin: bool = True, projector: bool = False
) -> AsyncIterator[tuple[BackfireApp, Pilot[None]]]:
    """The room of practice; with `begin` at the first card."""
    app = BackfireApp(source, room="practice", projector=projector)
    async with app.run_test(size=size) as pilot:
        await read_whole(app, pilot)
        if begin:
            await press(pilot, "enter")
            assert isinstance(app.screen, SittingScreen)
        yield app, pilot


def sitting(app: BackfireApp) -> SittingScreen:
    """The sitting that is on the screen."""
    assert isinstance(app.screen, SittingScreen)
    return app.screen


async def answer(app: BackfireApp, pilot: Pilot[None], given: str = "", sure: int = 2) -> None:
    """Say how sure, and give an answer; without one the best there is."""
    screen = sitting(app)
    assert screen.stage == SURE and screen.sitting.current is not None
    placed = screen.sitting.current.placed
    await press(pilot, str(sure))
    ids = [each.id for each in screen.question.answers]
    await press(pilot, str(ids.index(given or placed.drill.best) + 1))
    assert screen.stage == TOLD


async def go_on(app: BackfireApp, pilot: Pilot[None]) -> None:
    """Read what is said to its end, and go on."""
    screen = sitting(app)
    for _page in range(30):
        if app.screen is screen and screen.stage == TOLD:
            await press(pilot, "enter")
    assert app.screen is not screen or screen.stage != TOLD
    await read_whole(app, pilot)
