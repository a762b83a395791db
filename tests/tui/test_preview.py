"""The author's live view: a save is seen, a fault is told, the place is kept, and any scene can be gone to."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar

import pytest
from textual.pilot import Pilot

from backfire_sim.authoring import arrivals
from backfire_sim.authoring.walk import Way
from backfire_sim.engine.events import Play, Prepare, Throw
from backfire_sim.storage.paths import places
from backfire_sim.tui.preview import PreviewApp
from backfire_sim.tui.screens.panic import PanicScreen
from backfire_sim.tui.screens.play_layout import TOLD
from backfire_sim.tui.screens.preview import PreviewEnding, PreviewPlay, PreviewPrepare
from backfire_sim.tui.screens.preview_finding import FindingScreen, FindingsScreen
from backfire_sim.tui.screens.preview_scenes import ScenesScreen
from backfire_sim.tui.screens.preview_ways import WaysScreen
from tests.program import RAID
from tests.tui.stage import IDS, SIZES, Desk, click, flowing, press, run, screen_text
from tests.tui.test_hostile import NASTY, clean

SMALL, WIDE = (80, 24), (120, 40)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copy = tmp_path / "raid.yaml"
    copy.write_bytes(Path(RAID).read_bytes())
    return copy


@asynccontextmanager
async def previewed(file: Path, size: tuple[int, int]) -> AsyncIterator[tuple[PreviewApp, Pilot[None]]]:
    """A preview of a file, once it has been looked at."""
    app = PreviewApp(Desk(), file, seed=1)
    async with app.run_test(size=size) as pilot:
        await until(app, pilot, lambda: app.preview.latest is not None and not app.checking)
        yield app, pilot


async def until(app: PreviewApp, pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(200):
        await pilot.pause(0.05)
        if holds():
            await pilot.pause()
            return
    raise AssertionError(screen_text(app))


async def edit(app: PreviewApp, pilot: Pilot[None], file: Path, *edits: tuple[str, str]) -> None:
    """Change words of the file, put the new one in its place as editors do, and wait until it was seen."""
    text = file.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    await save(app, pilot, file, text.encode())


async def save(app: PreviewApp, pilot: Pilot[None], file: Path, data: bytes) -> None:
    beside = file.with_suffix(".new")
    beside.write_bytes(data)
    seen = app.preview.latest
    os.replace(beside, file)
    await until(app, pilot, lambda: app.preview.latest is not seen and not app.checking)


async def published(app: PreviewApp, pilot: Pilot[None]) -> None:
    """Play until the film is shown and the second scene is open."""
    assert app.preview.kept is not None
    app.preview.kept.play(Prepare(("cameras", "families")))
    app.preview.kept.play(Play("raid", "publish"))
    app.stand()
    await pilot.pause()
    assert isinstance(app.screen, PreviewPlay)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_a_save_is_seen_where_the_play_stands(size: tuple[int, int], file: Path) -> None:
    async def play() -> None:
        async with previewed(file, size) as (app, pilot):
            assert isinstance(app.screen, PreviewPrepare)
            await press(pilot, "space")
            await edit(app, pilot, file, ("Train four people to film", "Train six people to film"))
            assert "[×] Train six people to film" in screen_text(app)
            await press(pilot, "b", "enter", "enter", "enter", "enter", "1", "a", "enter")
            assert isinstance(app.screen, PreviewPlay)
            assert app.screen.stage == TOLD
            await edit(app, pilot, file, ("Three stations run it by evening.", "Nine stations run it at six."))
            assert app.screen.stage == TOLD
            assert "Nine stations run it at six." in flowing(app)
            await edit(app, pilot, file, ("{visibility: +3, evidence: +2}", "{visibility: +3, evidence: +1}"))
            assert "Other numbers from step 2, raid.publish on: evidence 3 → 2." in flowing(app)
            assert not list(places().plays.glob("*")) if places().plays.exists() else True

    run(play)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_while_the_file_is_broken_the_last_good_version_stays_with_the_fault(size: tuple[int, int], file: Path) -> None:
    async def play() -> None:
        async with previewed(file, size) as (app, pilot):
            await published(app, pilot)
            await edit(app, pilot, file, ("goto: smear", "goto: smaer"))
            shown = flowing(app)
            assert "Last good version from" in shown
            assert "raid.yaml:69:15" in shown
            assert "No scene has the id `smaer`" in shown
            assert "did you mean `smear`" in shown
            assert isinstance(app.screen, PreviewPlay)
            await press(pilot, "1")
            file.unlink()
            await until(app, pilot, lambda: app.preview.fault is not None and app.preview.fault.code == "BF001")
            assert "The file is gone." in flowing(app)
            await save(app, pilot, file, Path(RAID).read_bytes())
            assert "Last good version" not in screen_text(app)
            assert app.preview.kept is not None
            assert app.preview.kept.session.line[-1] == Play("raid", "publish")

    run(play)


def test_a_step_that_is_gone_is_named_and_the_play_goes_as_far_as_it_can(file: Path) -> None:
    async def play() -> None:
        async with previewed(file, WIDE) as (app, pilot):
            await published(app, pilot)
            await edit(app, pilot, file, ("goto: smear", "goto: lies"), ("  smear:\n", "  lies:\n"))
            assert "Step 2, raid.publish, now leads to lies, not to smear." in flowing(app)
            await edit(app, pilot, file, ("      publish:\n", "      release:\n"))
            assert "Step 2, raid.publish, can no longer be played" in flowing(app)
            assert "Masked men at the door" in screen_text(app)
            await edit(
                app, pilot, file, ("    cameras:  {r", "    films:  {r"), ("prepared(cameras)", "prepared(films)")
            )
            assert isinstance(app.screen, PreviewPrepare)
            assert "Step 1, prepare cameras, families, can no longer be played" in flowing(app)

    run(play)


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe", b"a: [", b"scenes: {}\n", NASTY.encode()], ids=repr)
def test_garbage_shows_its_faults_alone_and_opens_as_soon_as_it_is_good(data: bytes, file: Path) -> None:
    async def play() -> None:
        whole = file.read_bytes()
        file.write_bytes(data)
        async with previewed(file, SMALL) as (app, pilot):
            assert isinstance(app.screen, FindingsScreen)
            clean(app)
            await press(pilot, "enter")
            assert isinstance(app.screen, FindingScreen)
            clean(app)
            await press(pilot, "escape", "c")
            await save(app, pilot, file, whole)
            await pilot.pause()
            assert isinstance(app.screen, PreviewPrepare)

    run(play)


class Found:
    """A stand-in for what exploring finds."""

    scenes: ClassVar = {"raid": 3, "smear": 8}
    states = 11
    complete = True

    def ways_to(self, scene: str, most: int = 5) -> Sequence[Way]:
        return [Way(("raid.publish",), ("cameras",)), Way(("raid.wait",), ("code",))]


def test_any_scene_is_gone_to_by_a_way_that_is_proved(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def play() -> None:
        async with previewed(file, SMALL) as (app, pilot):
            monkeypatch.setattr(arrivals, "explore", lambda *_: Found())
            await press(pilot, "s")
            assert isinstance(app.screen, ScenesScreen)
            await until(app, pilot, lambda: app.survey is not None)
            assert "11 states, all there are" in screen_text(app)
            await press(pilot, "k", "n", "o", "w", "n")
            assert "Masked men" not in screen_text(app)
            await press(pilot, "enter")
            assert isinstance(app.screen, WaysScreen)
            assert "prepare cameras → raid.publish" in screen_text(app)
            assert "prepare code → raid.wait" in screen_text(app)
            await press(pilot, "down", "enter")
            assert isinstance(app.screen, PreviewPlay)
            assert app.preview.kept is not None
            assert app.preview.kept.session.line[1:] == [Prepare(("code",)), Play("raid", "wait")]
            assert "They were known criminals" in screen_text(app)
            await press(pilot, "0")
            assert isinstance(app.screen, PreviewPrepare)

    run(play)


def test_exploring_stops_when_the_file_changes_and_says_how_far_it_is(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    stopped = Event()

    def slow(_: object, progress: Callable[[int], None], stale: Callable[[], bool]) -> Found:
        progress(45_000)
        while not stale():
            Event().wait(0.01)
        stopped.set()
        raise arrivals.StoppedError

    async def play() -> None:
        async with previewed(file, SMALL) as (app, pilot):
            monkeypatch.setattr(arrivals, "explore", slow)
            await press(pilot, "s")
            await until(app, pilot, lambda: "exploring … 45,000 states" in screen_text(app))
            await press(pilot, "enter")
            assert "still being worked out" in flowing(app)
            monkeypatch.setattr(arrivals, "explore", lambda *_: Found())
            await edit(app, pilot, file, ("Masked men at the door", "Masked men at dawn"))
            await until(app, pilot, lambda: app.survey is not None)
            assert stopped.is_set()
            assert "Masked men at dawn" in screen_text(app)

    run(play)


@pytest.mark.parametrize("size", [(43, 46), SMALL, WIDE], ids=["43x46", "80x24", "120x40"])
def test_a_state_can_be_tried_and_is_marked_until_it_is_left(size: tuple[int, int], file: Path) -> None:
    async def play() -> None:
        async with previewed(file, size) as (app, pilot):
            await published(app, pilot)
            assert app.preview.kept is not None
            played = app.preview.kept.session
            await press(pilot, "x", "down", "down", "2", "down", "9")
            assert "Evidence goes from 0 to 5." in flowing(app)
            await press(pilot, "left", "end", "space", "enter")
            assert "Tried state, not reached by play: Care 2, Evidence 2, The mayor's office: yes." in flowing(app)
            assert app.preview.tried is not None
            await press(pilot, "6", "enter", "enter")
            assert "Tried state" in screen_text(app)
            await press(pilot, "u", "u")
            assert "Tried state" not in screen_text(app)
            assert app.preview.kept.session is played

    run(play)


def test_the_form_is_filled_in_by_mouse(file: Path) -> None:
    async def play() -> None:
        async with previewed(file, WIDE) as (app, pilot):
            await published(app, pilot)
            await click(app, pilot, "x what if")
            column, row = next(
                (line.index("+"), n) for n, line in enumerate(screen_text(app).split("\n")) if "Courage" in line
            )
            await pilot.click(offset=(column, row))
            await pilot.click(offset=(column, row))
            await click(app, pilot, "r reset")
            assert "changed" not in screen_text(app)
            await pilot.click(offset=(column, row))
            await click(app, pilot, "go on from here")
            assert "Tried state, not reached by play: Courage 7." in flowing(app)

    run(play)


def test_the_facilitators_notes_tell_what_choices_lead_to_and_throw_injects(file: Path) -> None:
    async def play() -> None:
        async with previewed(file, WIDE) as (app, pilot):
            await published(app, pilot)
            await press(pilot, "u", "n")
            assert "Ask who has NOT spoken before you take the vote." in flowing(app)
            assert '→ "They were known criminals"' in flowing(app)
            await press(pilot, "down", "enter")
            assert "What it would lead to: Release what you filmed" in flowing(app)
            await press(pilot, "escape", "up", "enter")
            assert isinstance(app.screen, PreviewPlay)
            assert "A guard phones the lawyer at night." in flowing(app)
            assert app.preview.kept is not None
            assert app.preview.kept.session.line[-1] == Throw("leak")

    run(play)


def test_the_end_follows_the_file_too(file: Path) -> None:
    async def play() -> None:
        async with previewed(file, WIDE) as (app, pilot):
            await published(app, pilot)
            assert app.preview.kept is not None
            app.preview.kept.play(Play("smear", "complaint"))
            app.stand()
            await pilot.pause()
            assert isinstance(app.screen, PreviewEnding)
            await edit(app, pilot, file, ("title: Contained", "title: Kept small"))
            assert isinstance(app.screen, PreviewEnding)
            assert "Kept small" in screen_text(app)
            await press(pilot, "h")
            assert isinstance(app.screen, PreviewPrepare)

    run(play)


def test_a_blank_screen_stays_blank_whatever_is_saved(file: Path) -> None:
    async def play() -> None:
        async with previewed(file, SMALL) as (app, pilot):
            await published(app, pilot)
            await press(pilot, "ctrl+x")
            await edit(app, pilot, file, ("      publish:\n", "      release:\n"))
            await edit(
                app, pilot, file, ("    cameras:  {r", "    films:  {r"), ("prepared(cameras)", "prepared(films)")
            )
            assert isinstance(app.screen, PanicScreen)
            assert not screen_text(app).strip()
            await press(pilot, app.wake_key)
            await pilot.pause()
            assert isinstance(app.screen, PreviewPrepare)

    run(play)


def test_words_of_the_file_stay_words_all_around_the_play(file: Path) -> None:
    nasty = "[/x] [@click=app.quit]go[/] [b]"

    async def play() -> None:
        text = file.read_text(encoding="utf-8")
        for words in ("A guard talks", "Ask who has NOT spoken before you take the vote.", "Train four people to film"):
            text = text.replace(words, f"'{nasty}'")
        text = text.replace("'\"They were known criminals\"'", f"'{nasty}'").replace("goto: END", "goto: '[/x]'", 1)
        file.write_text(text.replace("goto: '[/x]'", "goto: END"), encoding="utf-8")
        async with previewed(file, WIDE) as (app, pilot):
            await published(app, pilot)
            for keys in (("n",), ("escape", "x"), ("escape", "s"), ("escape", "tab")):
                await press(pilot, *keys)
                clean(app)
            await save(app, pilot, file, text.encode())
            assert "[/x]" in screen_text(app)
            clean(app)
            await press(pilot, "enter")
            clean(app)

    run(play)
