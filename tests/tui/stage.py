"""The app on a stage: a size, a source that keeps nothing, and what can be read on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

from textual.content import Content
from textual.pilot import Pilot

from backfire_sim.engine.events import Play, Prepare
from backfire_sim.engine.scenario import Scenario
from backfire_sim.storage.keeper import begin
from backfire_sim.storage.kept import Kept
from backfire_sim.storage.settings import Settings
from backfire_sim.storage.shelf import Opened, open_named
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.source import Source
from backfire_sim.tui.widgets.pane import Pane
from tests.program import RAID

SIZES = [(43, 46), (80, 24), (120, 40), (200, 50)]
IDS = [f"{width}x{height}" for width, height in SIZES]


class Desk(Source):
    """A source whose settings live in memory and whose plays are kept nowhere."""

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__(ephemeral=True)
        self.held = settings or Settings()

    def settings(self) -> Settings:
        return self.held

    def save_settings(self, settings: Settings) -> None:
        self.held = settings


def raid() -> Opened:
    """The scenario of the format's own page: a food bank, three audiences, a consent, a counter."""
    return open_named(RAID)


def raid_play(*steps: str, prepared: tuple[str, ...] = ("cameras", "code")) -> Kept:
    """A play of it that has come as far as these moves, each `scene.move`."""
    kept = begin(raid(), seed=1, ephemeral=True)
    kept.play(Prepare(prepared))
    for step in steps:
        kept.play(Play(*step.split(".")))
    return kept


def changed(scenario: Scenario, **fields: object) -> Opened:
    """The same scenario with other fields, as if opened from a file."""
    return replace_scenario(raid(), replace(scenario, **fields))  # type: ignore[arg-type]


def replace_scenario(opened: Opened, scenario: Scenario) -> Opened:
    """An opened file that holds this scenario instead."""
    return opened._replace(scenario=scenario)


@asynccontextmanager
async def staged(
    size: tuple[int, int] = (80, 24),
    opened: Opened | None = None,
    kept: Kept | None = None,
    settings: Settings | None = None,
    source: Source | None = None,
) -> AsyncIterator[tuple[BackfireApp, Pilot[None]]]:
    """The app in a terminal of this size, and the hands on its keyboard and mouse."""
    app = BackfireApp(source or Desk(settings), opened=opened, kept=kept, seed=1)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def run(play: Callable[[], Awaitable[None]]) -> None:
    """Run a play to its end."""
    asyncio.run(play())  # type: ignore[arg-type]


def screen_lines(app: BackfireApp) -> list[str]:
    """What stands on the screen, line by line. The one place that asks Textual's compositor."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def screen_text(app: BackfireApp) -> str:
    """What stands on the screen."""
    return "\n".join(screen_lines(app))


def thoughts(app: BackfireApp) -> dict[str, str]:
    """What the panes that stand on the screen say, by name; large letters are read as the words that they are."""
    panes = [pane for pane in app.screen.children if isinstance(pane, Pane) and pane.id in app.screen._stand]  # type: ignore[attr-defined]
    return {pane.id or "": " ".join(" ".join(each.plain for each in pane.lines_in_view()[1]).split()) for pane in panes}


def flowing(app: BackfireApp) -> str:
    """The same with every run of white space as one space, to look for words across line ends."""
    return " ".join(screen_text(app).split())


def said(app: BackfireApp, pane: str) -> str:
    """What one pane says, in one line: on a wide screen other panes stand beside it."""
    content = app.screen.query_one(f"#{pane}").render()
    assert isinstance(content, Content)
    return " ".join(content.plain.split())


def find(app: BackfireApp, words: str, *, last: bool = False) -> tuple[int, int]:
    """Where words stand on the screen: column and row of their first character."""
    lines = screen_lines(app)
    rows = [row for row, line in enumerate(lines) if words in line]
    assert rows, f"{words!r} is not on the screen:\n{screen_text(app)}"
    row = rows[-1 if last else 0]
    return lines[row].index(words), row


async def click(app: BackfireApp, pilot: Pilot[None], words: str, *, last: bool = False) -> None:
    """Click on words."""
    assert await pilot.click(offset=find(app, words, last=last))
    await pilot.pause()


async def read_whole(app: BackfireApp, pilot: Pilot[None]) -> None:
    """Wait until what a screen lists has been read from the disk."""
    await pilot.pause()
    while getattr(app.screen, "busy", False):
        await pilot.pause(0.05)
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, each when the one before has been answered."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
