"""No word of the rooms around a play reaches a person but through the catalogue: each is looked at once, at 80x24."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from textual.app import App
from textual.pilot import Pilot

from backfire_sim.engine.events import Play, Prepare
from backfire_sim.handbook.book import CHAPTERS, every_leaf, leaves
from backfire_sim.handbook.sources import SOURCES
from backfire_sim.room.host import TableHost
from backfire_sim.room.link import serving
from backfire_sim.storage import playable, shelf
from backfire_sim.storage.keeper import begin
from backfire_sim.storage.kept import Kept
from backfire_sim.storage.shelf import Opened
from backfire_sim.table import events as e
from backfire_sim.table.roles import deal
from backfire_sim.table.setup import Setup
from backfire_sim.tui import source
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.facilitate import FacilitateApp
from backfire_sim.tui.rooms import ROOMS
from backfire_sim.tui.screens import table_choosing
from backfire_sim.tui.screens.facilitate import FacilitateScreen
from backfire_sim.tui.screens.learn import LearnScreen
from tests.program import RAID
from tests.speech.strange import WORDS as WORDS_IN_LATIN
from tests.speech.strange import english, strange, strange_scenario
from tests.tui.stage import Desk, press, run, screen_lines

SIZE = (80, 24)
AGREED = Setup(seats=3, predict=True, talk=60, roles=deal(3, 1), code=("no_threats", "ask_first"))


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A folder whose path is so short that it stands in one line."""
    monkeypatch.setattr(table_choosing, "HANDOVER", 0.0)
    with TemporaryDirectory() as home, strange():
        monkeypatch.setenv("BACKFIRE_HOME", home)
        yield home


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Opened:
    """The only scenario there is, told in the language."""
    one = strange_scenario(Path(RAID), tmp_path)
    for module in (shelf, playable, source):
        monkeypatch.setattr(module, "built_ins", lambda: {one.path.stem: one.path}, raising=False)
    return one


def latin(*texts: str) -> set[str]:
    """The words of texts that have no translation: what was published under a name of its own, an id that is typed."""
    return set(WORDS_IN_LATIN.findall(" ".join(texts).replace("_", " ")))


class Shelf(Desk):
    """A source that opens scenarios in the language."""

    def __init__(self) -> None:
        super().__init__()
        self.language = "el"


@asynccontextmanager
async def looked_at(app: App[None], *known: str) -> AsyncIterator[tuple[Pilot[None], Looking]]:
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        yield pilot, Looking(app, pilot, set(known))


class Looking:
    """Whoever looks at the screen after every key."""

    def __init__(self, app: App[None], pilot: Pilot[None], known: set[str]) -> None:
        self.app, self.pilot, self.known = app, pilot, known

    def look(self, after: str) -> None:
        lines = screen_lines(self.app)  # type: ignore[arg-type]
        said = english(lines, *self.known)
        assert not said, f"after {after}: {said}\n" + "\n".join(lines)

    async def press(self, *keys: str) -> None:
        for key in keys:
            await press(self.pilot, key)
            self.look(key)


KEYS = {
    "plan": ["space", *["enter"] * 10, *["down", "enter", "end", "escape"] * 2, "end", "question_mark"],
    "measure": [*["down"] * 6, "end", "home", "enter", "3", *["enter"] * 5, "a", "escape", "question_mark"],
    "numbers": ["end", "home", "enter", *"30", "enter", "end", "a", "enter", "enter", "e", "s", "question_mark"],
    "learn": ["end", "home", "enter", "down", "right", "s", "g", "1", "escape", "escape", "slash"],
    "practice": ["down", "up", "question_mark"],
    "library": ["end", "home", "question_mark"],
    "table": ["down", *["down", "right"] * 8, "down", "up", "enter", "space", "escape", "question_mark"],
    "plays": ["question_mark"],
    "settings": [*["down"] * 8, "home", "question_mark"],
    "help_here": ["e", "down", "down", "escape", "question_mark"],
}


def test_every_room_is_looked_at() -> None:
    assert set(KEYS) == set(ROOMS)


@pytest.mark.parametrize("room", KEYS)
def test_no_room_is_in_english(room: str, opened: Opened, home: str) -> None:
    async def look() -> None:
        typed = latin("backfire check facilitate help-here measure learn plan table", opened.scenario.id)
        typed |= latin(home, "scenarios settings.toml en el")
        async with looked_at(BackfireApp(Shelf(), room=room), *typed) as (_pilot, eyes):
            eyes.look("coming in")
            await eyes.press(*KEYS[room])

    run(look)


def test_no_page_to_learn_from_is_in_english() -> None:
    said = [text for leaf in every_leaf() for text in (leaf.title, leaf.summary, *sum(leaf.sections, ()))]
    assert len(said) > 500
    assert not english(said, *latin(*(str(source) for source in SOURCES.values())))


def test_the_first_page_of_every_chapter_is_shown_in_the_language(opened: Opened) -> None:
    async def look() -> None:
        sources = latin(*(str(source) for source in SOURCES.values()))
        app = BackfireApp(Shelf(), screen=lambda: LearnScreen(leaves("model")[0].id))
        async with looked_at(app, *sources, opened.scenario.id, "play") as (_pilot, eyes):
            for chapter in CHAPTERS:
                app.push_screen(LearnScreen(leaves(chapter)[0].id))
                await eyes.press("pagedown", "end")

    run(look)


def play_of(opened: Opened, moves: int) -> Kept:
    """A play that has come so far."""
    kept = begin(opened, seed=1, ephemeral=True)
    kept.play(Prepare(("cameras",)))
    for _ in range(moves):
        if not kept.session.over:
            kept.play(Play(kept.session.position.scene, kept.session.legal_moves()[0]))
    return kept


def test_no_part_of_the_debrief_is_in_english(opened: Opened) -> None:
    async def look() -> None:
        kept = play_of(opened, 20)
        async with looked_at(BackfireApp(Desk(), kept=kept), *latin(opened.scenario.id)) as (_p, eyes):
            for part in "123456789":
                await eyes.press(part, "pagedown", "end")
            await eyes.press("right", "5", "enter", "enter", "escape", "escape", "9", "enter", "enter", "1", "s")
            await eyes.press("down", "end", "question_mark")

    run(look)


def test_a_table_says_nothing_in_english(opened: Opened) -> None:
    async def look() -> None:
        kept = begin(opened, seed=1, ephemeral=True)
        typed = latin("facilitate tab", *(inject.id for inject in opened.scenario.injects))
        async with looked_at(BackfireApp(Desk(), kept=kept, agreed=AGREED), *typed) as (_pilot, eyes):
            eyes.look("sitting down")
            await eyes.press(*["enter"] * 4, "space", "end", "enter", *"123", *["enter"] * 5, "c", "escape")
            await eyes.press(*["enter"] * 4, *"112", "enter", "enter", "question_mark", "escape", "enter", *"112")
            await eyes.press(*["enter"] * 6, "p", "escape", "x", "escape", "o")

    run(look)


def test_the_facilitators_screen_says_nothing_in_english(opened: Opened) -> None:
    async def look() -> None:
        app = FacilitateApp(Desk())
        app.look_first = 0
        async with looked_at(app, *latin("backfire table tab")) as (pilot, eyes):
            eyes.look("waiting")
            host = TableHost(begin(opened, seed=1, ephemeral=True), AGREED)
            for step in (Prepare(("cameras", "code")), e.ReadOn(), e.StartChoosing(), e.Choose(1, 1), e.Choose(2, 2)):
                assert host.do(step).ok
            async with serving(host):
                for _try in range(60):
                    await pilot.pause(0.05)
                    if isinstance(app.screen, FacilitateScreen):
                        break
                assert isinstance(app.screen, FacilitateScreen)
                await eyes.press(*"123456", "tab", "question_mark", "escape", "2", "x", "escape", "e", "escape")
                await eyes.press("s", "enter", "enter", "enter")

    run(look)
