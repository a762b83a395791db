"""The library: cards, filters by key and by mouse, one's own scenarios, and the place that is found again."""

import os
from pathlib import Path

import pytest

from backfire_sim.engine.card import Flaw, Shelved
from backfire_sim.storage.paths import places
from backfire_sim.storage.shelf import built_ins, shelved
from backfire_sim.tui.screens.broken import BrokenScreen
from backfire_sim.tui.screens.home import HomeScreen
from backfire_sim.tui.screens.library import Library
from backfire_sim.tui.screens.note import NoteScreen
from tests.program import RAID
from tests.tui.stage import (
    IDS,
    SIZES,
    Desk,
    click,
    flowing,
    press,
    read_whole,
    run,
    said,
    screen_lines,
    screen_text,
    staged,
)
from tests.tui.test_coming_and_going import Kiosk
from tests.tui.test_home import kept_play

TEXT = Path(RAID).read_text(encoding="utf-8")


class Shop(Desk):
    """A library of as many scenarios as wanted, made of one card; the last file is broken."""

    def __init__(self, many: int) -> None:
        super().__init__()
        self.many = many

    def own_folders(self):  # type: ignore[no-untyped-def]
        return []

    def shelved(self, listings):  # type: ignore[no-untyped-def]
        card = shelved(Path(RAID)).card
        assert card is not None
        for n in range(self.many):
            place = "a port" if n % 2 else "a hill"
            yield Shelved(
                f"s{n:02}", card._replace(title=f"Story {n:02}", minutes=20 + n, place=place), mine=n % 2 == 1
            )
        if self.many > 2:
            yield Shelved("/x/broken.yaml", None, Flaw("Nothing is right in it.", 7, 3), mine=True)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize("many", [2, 44])
def test_with_few_and_with_many_the_chosen_one_is_in_view_with_its_card(size: tuple[int, int], many: int) -> None:
    async def play() -> None:
        async with staged(size, source=Shop(many)) as (app, pilot):
            app.visit("library")
            await read_whole(app, pilot)
            assert "Story 00" in screen_text(app)
            assert f"{many} scenarios, nothing is filtered" in flowing(app)
            await press(pilot, "end")
            if many > 2:
                assert "× broken.yaml, line 7, 3 findings" in flowing(app)
                assert "Nothing is right in it." in said(app, "card")
                await press(pilot, "up")
            assert f"Story {many - 1:02}" in said(app, "shelf")
            assert f"Minutes {20 + many - 1}" in said(app, "card")

    run(play)


def test_filters_by_key_say_in_words_what_is_filtered_and_how_many_are_left() -> None:
    async def play() -> None:
        async with staged((80, 24), source=Shop(14)) as (app, pilot):
            app.visit("library")
            await read_whole(app, pilot)
            await press(pilot, "4", "4", "8")
            assert "5 of 14: 30 minutes at most, from a folder of your own" in flowing(app)
            await press(pilot, "5", *"port", "enter")
            assert "the place has “port”" in flowing(app)
            await press(pilot, "slash", *"11")
            assert "Find: 11" in flowing(app)
            await press(pilot, "enter")
            assert "There would be 5 without this: says “11”" in said(app, "shelf")
            assert "broken.yaml" in screen_text(app), "what is broken is never hidden"
            await press(pilot, "0")
            assert "14 scenarios, nothing is filtered" in flowing(app)
            await press(pilot, "3")
            assert "All scenarios here are the same in this" in flowing(app)

    run(play)


def test_letters_that_are_typed_are_no_keys_and_escape_drops_them() -> None:
    async def play() -> None:
        async with staged((80, 24), source=Shop(5)) as (app, pilot):
            app.visit("library")
            await read_whole(app, pilot)
            await press(pilot, "slash", *"qhpt", "backspace")
            assert isinstance(app.screen, Library)
            assert app.screen.filters.words == "qhp"
            assert "Nothing matches" in flowing(app)
            await press(pilot, "escape")
            assert isinstance(app.screen, Library) and not app.screen.filters.set
            await press(pilot, "escape")
            assert isinstance(app.screen, HomeScreen)

    run(play)


@pytest.mark.parametrize("size", [(43, 46), (80, 24)], ids=["43x46", "80x24"])
def test_the_mouse_filters_clears_chooses_and_opens(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size, source=Kiosk()) as (app, pilot):
            app.visit("library")
            await read_whole(app, pilot)
            total = len(built_ins())
            await click(app, pilot, "history")
            assert f"of {total}: a case from history" in flowing(app)
            await click(app, pilot, "clear")
            assert f"{total} scenarios, nothing is filtered" in flowing(app)
            shelf = app.screen.list  # type: ignore[attr-defined]
            title = next(item.card.title for item in shelf.items if item is not shelf.item)
            await click(app, pilot, title, last=size[0] > 60)
            assert shelf.item.card.title == title
            await click(app, pilot, f"▸ {title}")
            assert isinstance(app.screen, NoteScreen)

    run(play)


def test_the_list_is_as_it_was_when_somebody_comes_back_from_a_note() -> None:
    async def play() -> None:
        async with staged((80, 24), source=Kiosk()) as (app, pilot):
            app.visit("library")
            await read_whole(app, pilot)
            await press(pilot, "4", "down")
            filters, name = app.screen.filters, app.screen.list.name_of(app.screen.list.chosen)  # type: ignore[attr-defined]
            await press(pilot, "enter")
            assert isinstance(app.screen, NoteScreen)
            await press(pilot, "escape")
            await read_whole(app, pilot)
            assert isinstance(app.screen, Library) and app.screen.filters == filters
            assert filters.minutes and app.screen.list.name_of(app.screen.list.chosen) == name

    run(play)


def test_plays_of_a_scenario_are_told_beside_it() -> None:
    folder = places().scenarios
    folder.mkdir(parents=True)
    mine = folder / "raid.yaml"
    mine.write_text(TEXT, encoding="utf-8")
    kept_play("raid.publish", "smear.portraits", of=str(mine))
    kept_play("raid.publish", of=str(mine))

    async def play() -> None:
        async with staged((120, 40), source=Kiosk()) as (app, pilot):
            app.visit("library")
            await read_whole(app, pilot)
            await press(pilot, "8")
            assert "1 unfinished · played 1 time · reached: " in said(app, "shelf")
            assert "Plays here 1 unfinished, played 1 time, reached: " in said(app, "card")

    run(play)


def test_a_broken_file_of_ones_own_is_told_in_full_and_stands_in_the_list_once_it_is_mended() -> None:
    folder = places().scenarios
    folder.mkdir(parents=True)
    broken = folder / "our \x1b[2J town.yaml"
    broken.write_text(TEXT.replace("goto: smear", "goto: smaer", 1), encoding="utf-8")
    (folder / os.fsdecode(b"\xff\xfe.yaml")).write_text("x: 1\n")

    async def play() -> None:
        async with staged((80, 24), source=Kiosk()) as (app, pilot):
            app.visit("library")
            await read_whole(app, pilot)
            await press(pilot, "end", "up", "up", "down")
            app.screen.list.choose([Path(i.name) for i in app.screen.list.items].index(broken))  # type: ignore[attr-defined]
            await press(pilot, "enter")
            assert isinstance(app.screen, BrokenScreen)
            assert "backfire check --watch" in flowing(app)
            assert "smaer" in flowing(app)
            await press(pilot, "enter")
            assert "Error BF0" in flowing(app)
            await press(pilot, "escape", "escape")
            broken.write_text(TEXT, encoding="utf-8")
            await press(pilot, "enter", "escape")
            await read_whole(app, pilot)
            assert "Dawn at the food bank" in screen_text(app) and "yours" in screen_text(app)
            assert not any("\x1b" in line for line in screen_lines(app))

    run(play)


def test_a_library_without_a_folder_of_ones_own_says_where_to_put_it() -> None:
    async def play() -> None:
        async with staged((120, 40), source=Kiosk()) as (app, pilot):
            app.visit("library")
            await read_whole(app, pilot)
            await press(pilot, "end")
            assert "Put their files into" in said(app, "shelf")
            assert not places().scenarios.exists()

    run(play)
