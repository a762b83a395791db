"""A screen that nobody sees, hands on its keyboard, and a camera.

A picture holds nothing of the machine on which it is taken: no path, no clock, no font fetched from anywhere. Taken
twice it is the same to the byte.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backfire_sim.engine.events import Ask, Play, Prepare
from backfire_sim.scenario.beside import sidecar
from backfire_sim.scenario.plays import load_plays
from backfire_sim.storage.own import Listing
from backfire_sim.storage.settings import Settings
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.source import Source

if TYPE_CHECKING:
    from textual.app import App
    from textual.pilot import Pilot

    from backfire_sim.storage.kept import Kept

PICTURES = Path(__file__).parent.parent / "pictures"
SCENARIO = "the-count-goes-on"

TABLE, LARGE, PROJECTED = (100, 30), (120, 40), (120, 36)
"""Columns and rows of a screen."""

FOLDER = Path("/home/you/.local/share/backfire")
SETTINGS = Path("/home/you/.config/backfire/settings.toml")
"""Where things stand on the machine of whoever looks at the pictures."""


class Nowhere(Source):
    """A source that keeps nothing, starts from the first settings, and tells no path of this machine."""

    def __init__(self) -> None:
        super().__init__(ephemeral=True)

    def settings(self) -> Settings:
        """The first settings."""
        return Settings()

    def settings_file(self) -> str:
        """Where it would be."""
        return str(SETTINGS)

    def own_folders(self) -> list[Listing]:
        """No scenarios of one's own yet."""
        return [Listing(FOLDER / "scenarios", (), there=False)]


def write(name: str, picture: str) -> None:
    """Put a picture where the pages look for it."""
    path = PICTURES / f"{name}.svg"
    path.write_text(picture, encoding="utf-8")
    print(path.relative_to(PICTURES.parent))


def take(app: App[Any], name: str) -> None:
    """Take a picture of what stands on the screen."""
    picture = app.export_screenshot(title="Backfire")
    # The font is the reader's own: a picture in a page must not call for one from somebody's server.
    picture = re.sub(r"@font-face\s*\{.*?\}", "", picture, flags=re.DOTALL)
    picture = picture.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")
    # Without it some viewers drop the spaces at the beginning of a run, and what stands beneath shifts to the left.
    picture = picture.replace("<text ", '<text xml:space="preserve" ')
    write(name, "\n".join(line.rstrip() for line in picture.splitlines()) + "\n")


@asynccontextmanager
async def staged(app: App[Any], size: tuple[int, int] = LARGE) -> AsyncIterator[Pilot[Any]]:
    """An app in a terminal of this size, and the hands on its keyboard."""
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def room(name: str, size: tuple[int, int], *keys: str, picture: str = "", found: object = None) -> None:
    """Go to a part of the training, press these keys, and take a picture of it. `found`: what it finds there."""
    app = BackfireApp(Nowhere(), room=name, seed=1, found={name: found} if found else None)
    async with staged(app, size) as pilot:
        await press(pilot, *keys)
        take(app, picture or name)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after the other, each when the one before has been answered."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until what the screen reads from the disk is there."""
    await pilot.pause()
    while getattr(pilot.app.screen, "busy", False):
        await pilot.pause(0.05)
    await pilot.pause()


async def until(pilot: Pilot[Any], so: Callable[[], bool]) -> None:
    """Wait until something is so; a minute at most."""
    for _tick in range(600):
        if so():
            await settled(pilot)
            return
        await asyncio.sleep(0.1)
    raise RuntimeError("what was waited for does not come")


def golden(play: str = "good", *, steps: int | None = None, prepared: bool = True) -> Kept:
    """A golden play of the scenario, as far as these steps: all of them by default."""
    source = Nowhere()
    opened = source.open(SCENARIO)
    path = next(each for each in load_plays(sidecar(opened.path)).plays if each.id == play)
    kept = source.begin(opened, seed=path.seed)
    if prepared:
        kept.play(Prepare(path.prepare))
        for step in path.path[:steps]:
            asked = step.startswith("ask:")
            kept.play((Ask if asked else Play)(*step.removeprefix("ask:").split(".")))
    return kept
