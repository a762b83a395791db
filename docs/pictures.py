"""Make the pictures of the README and of these pages from the real screens.

    python docs/pictures.py

plays *The Count Goes On* in a terminal of 120 by 40 cells that nobody sees, and writes what stands on it, and its
map, as SVG files into docs/pictures/. Nothing is kept, and no play or setting of yours is touched.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

PICTURES = Path(__file__).parent / "pictures"
SIZE = (120, 40)
SCENARIO = "the-count-goes-on"

PLAY = "good"
"""The golden play whose end is shown."""


async def main() -> None:
    """Play, and take the pictures on the way."""
    from textual.pilot import Pilot

    from backfire_sim.authoring.map import drawn
    from backfire_sim.engine.events import Ask, Play, Prepare
    from backfire_sim.scenario.beside import sidecar
    from backfire_sim.scenario.plays import load_plays
    from backfire_sim.storage.settings import Settings
    from backfire_sim.tui.app import BackfireApp
    from backfire_sim.tui.source import Source

    class Nowhere(Source):
        """A source that keeps nothing and starts from the first settings."""

        def settings(self) -> Settings:
            return Settings()

    source = Nowhere(ephemeral=True)

    def take(app: App[None], name: str) -> None:
        picture = app.export_screenshot(title="Backfire")
        # The font is the reader's own: a picture in a page must not call for one from somebody's server.
        picture = re.sub(r"@font-face\s*\{.*?\}", "", picture, flags=re.DOTALL)
        picture = picture.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")
        picture = "\n".join(line.rstrip() for line in picture.splitlines()) + "\n"
        (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")
        print(PICTURES / f"{name}.svg")

    async def press(pilot: Pilot[None], *keys: str) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    app = BackfireApp(source, seed=1)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down")
        take(app, "home")

    opened = source.open(SCENARIO)
    (PICTURES / "map.svg").write_text(drawn(opened.scenario, "svg"), encoding="utf-8")
    print(PICTURES / "map.svg")
    path = next(play for play in load_plays(sidecar(opened.path)).plays if play.id == PLAY)
    kept = source.begin(opened, seed=path.seed)
    kept.play(Prepare(path.prepare))
    app = BackfireApp(source, kept=kept)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1")
        take(app, "play")
        await press(pilot, "a", "enter")
        take(app, "consequence")
        await press(pilot, "u")

    for step in path.path:
        if step.startswith("ask:"):
            kept.play(Ask(*step.removeprefix("ask:").split(".")))
        else:
            kept.play(Play(*step.split(".")))
    app = BackfireApp(source, kept=kept)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        take(app, "ending")

    with tempfile.TemporaryDirectory() as folder:
        await preview(Path(folder), opened.path, path.prepare, take)


async def preview(
    folder: Path, scenario: Path, prepared: tuple[str, ...], take: Callable[[App[None], str], None]
) -> None:
    """An author's copy of the scenario, saved with a slip in it."""
    from backfire_sim.engine.events import Prepare
    from backfire_sim.tui.preview import PreviewApp
    from backfire_sim.tui.source import Source

    file = folder / "my-scenario.yaml"

    def save(words: str, minute: int) -> None:
        beside = folder / "saving"
        beside.write_text(words, encoding="utf-8")
        at = datetime.now().replace(hour=10, minute=minute, second=7).timestamp()
        os.utime(beside, (at, at))
        os.replace(beside, file)

    words = scenario.read_text(encoding="utf-8")
    save(words, 42)
    os.chdir(folder)
    app = PreviewApp(Source(ephemeral=True), Path(file.name))
    async with app.run_test(size=SIZE) as pilot:
        while app.preview.kept is None or app.checking:
            await pilot.pause(0.1)
        app.preview.kept.play(Prepare(prepared))
        app.stand()
        await pilot.pause()
        await pilot.press("1")
        save(words.replace("goto: armed", "goto: amred", 1), 43)
        while not app.preview.broken or app.checking:
            await pilot.pause(0.1)
        await pilot.pause()
        take(app, "preview")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["BACKFIRE_HOME"] = home
        asyncio.run(main())
