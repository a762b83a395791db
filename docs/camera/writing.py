"""For authors: a scenario as a picture, and the preview beside an editor."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from backfire_sim.authoring.map import drawn
from backfire_sim.engine.events import Prepare
from backfire_sim.tui.preview import PreviewApp
from camera.studio import LARGE, SCENARIO, Nowhere, press, staged, take, until, write


async def take_all() -> None:
    """One picture of each."""
    opened = Nowhere().open(SCENARIO)
    write("map", drawn(opened.scenario, "svg"))
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            await preview(opened.path.read_text(encoding="utf-8"))
        finally:
            os.chdir(before)


async def preview(words: str) -> None:
    """An author's copy of the scenario, in the folder one is in, saved with a slip in it."""
    file = Path("my-scenario.yaml")

    def save(words: str, minute: int) -> None:
        beside = Path("saving")
        beside.write_text(words, encoding="utf-8")
        # Of a file that was saved today the preview says the time alone.
        saved = datetime.now(UTC).replace(hour=10, minute=minute, second=7).timestamp()
        os.utime(beside, (saved, saved))
        beside.replace(file)

    save(words, 42)
    app = PreviewApp(Nowhere(), file)
    async with staged(app, LARGE) as pilot:
        await until(pilot, lambda: app.preview.kept is not None and not app.checking)
        assert app.preview.kept is not None
        app.preview.kept.play(Prepare(("families", "watchers")))
        app.stand()
        await press(pilot, "1")
        save(words.replace("goto: armed", "goto: amred", 1), 43)
        await until(pilot, lambda: app.preview.broken and not app.checking)
        take(app, "preview")
