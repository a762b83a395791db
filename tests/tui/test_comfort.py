"""Settings, the page of help, the palette and the projector: changed by keys, kept, and the same at every size."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from backfire_sim.storage import help_here
from backfire_sim.storage.paths import places
from backfire_sim.storage.settings import Settings, load
from backfire_sim.text import is_plain, one_line, width
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.layout import PROJECTED, seconds_shown
from backfire_sim.tui.screens.help_here import HelpHereScreen
from backfire_sim.tui.screens.learn import LearnScreen
from backfire_sim.tui.screens.palette import PaletteScreen
from backfire_sim.tui.screens.settings import SETTINGS, SettingsScreen
from backfire_sim.tui.screens.write import WriteScreen
from backfire_sim.tui.source import Source
from backfire_sim.tui.themes import NAMES
from backfire_sim.tui.widgets.digits import big, big_width
from backfire_sim.tui.widgets.letters import large
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import ACROSS, DOWN, Pane
from tests.tui.stage import (
    IDS,
    SIZES,
    Desk,
    click,
    flowing,
    press,
    raid,
    raid_play,
    run,
    said,
    screen_lines,
    screen_text,
    staged,
    thoughts,
)
from tests.tui.test_hostile import NASTY, clean


def room(name: str, settings: Settings | None = None, source: Source | None = None) -> BackfireApp:
    """The app at a part of the training."""
    return BackfireApp(source or Desk(settings), seed=1, room=name)


# -- Settings ---------------------------------------------------------------------------------------------------------


def test_a_setting_is_changed_with_an_arrow_at_once_and_kept() -> None:
    async def play() -> None:
        app = room("settings", source=Source())
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "right")
            assert app.theme == NAMES[1] and load()[0].theme == NAMES[1]
            await press(pilot, "left", "left")
            assert app.theme == NAMES[-1], "the arrows go round"
            await press(pilot, "down", "down", "right")
            assert load()[0].intensity == app.level == "softened"
            await click(app, pilot, "Keep plays on this machine")
            await click(app, pilot, "Keep plays on this machine")
            assert not load()[0].keep_plays
            assert str(places().settings) in "".join(screen_text(app).split())

    run(play)


def test_the_key_that_blanks_is_pressed_and_never_one_that_is_in_use() -> None:
    async def play() -> None:
        app = room("settings")
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "down", "down", "down", "enter", "ctrl+p")
            assert "in use for something else" in flowing(app) and app.panic_key == "ctrl+x"
            await press(pilot, "enter", "b")
            assert "cannot blank the screen" in flowing(app)
            await press(pilot, "enter", "f9")
            assert app.panic_key == "f9" and "f9 blank" in screen_lines(app)[-1]
            await press(pilot, "f9")
            assert not screen_text(app).strip()

    run(play)


def test_a_broken_line_of_the_file_is_named_where_the_settings_are() -> None:
    places().settings.parent.mkdir(parents=True)
    places().settings.write_text('thme = "dusk"\nintensity = "loud"\nveil = true\n')
    assert load()[0].intensity == "veiled", "what a file of before says still holds"

    async def play() -> None:
        app = room("settings", source=Source())
        async with app.run_test(size=(120, 40)):
            shown = said(app, "about").replace(" ", "")
            assert "line1:thereisnosetting'thme'" in shown
            assert "line2:intensitycannotbe" in shown

    run(play)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_every_setting_stands_there_with_what_it_does(size: tuple[int, int]) -> None:
    async def play() -> None:
        app = room("settings")
        async with app.run_test(size=size) as pilot:
            for setting in SETTINGS:
                assert setting.label in flowing(app)
            await press(pilot, "down", "down")
            assert "Whole: as they were written." in flowing(app)
            assert isinstance(app.screen, SettingsScreen)

    run(play)


# -- Where to get help here -------------------------------------------------------------------------------------------


def test_a_trainer_fills_in_where_to_get_help_and_everybody_finds_it_in_the_pause() -> None:
    async def play() -> None:
        async with staged(kept=raid_play()) as (app, pilot):
            await press(pilot, "p", "h")
            assert "Turn to the person who leads this training" in flowing(app)
            await press(pilot, "e")
            assert isinstance(app.screen, WriteScreen) and "Legal aid:" in screen_text(app)
            await press(pilot, "down", "Q", "v", "escape")
            assert "not kept yet" in flowing(app)
            await press(pilot, "ctrl+s")
            assert isinstance(app.screen, HelpHereScreen) and "Qv" in flowing(app)
            await press(pilot, "escape", "escape")
            assert "Six masked men" in flowing(app)

    run(play)
    assert "today:\nQv" in help_here.read()


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_any_text_there_stays_words_while_it_is_written_and_read(size: tuple[int, int]) -> None:
    places().help_here.parent.mkdir(parents=True)
    places().help_here.write_bytes((NASTY * 12 + "\n\n" + NASTY).encode())

    async def play() -> None:
        app = room("help_here")
        async with app.run_test(size=size) as pilot:
            clean(app)
            assert "[@click=app.quit]" in screen_text(app)
            await press(pilot, "e")
            screen = app.screen
            assert isinstance(screen, WriteScreen)
            screen.writing.pasted("\x1b]0;x\x07[/b]\x9b2J" + NASTY)
            await pilot.pause()
            clean(app)
            await press(pilot, "ctrl+s")
            clean(app)

    run(play)
    assert not set(places().help_here.read_text(encoding="utf-8")) & set("\x1b\x07\x9b\u202e")


# -- The palette ------------------------------------------------------------------------------------------------------


def test_a_few_letters_lead_to_anything_and_nothing_impossible_is_done_silently() -> None:
    async def play() -> None:
        async with staged(opened=raid()) as (app, pilot):
            await press(pilot, "colon", *"veil", "enter")
            assert isinstance(app.screen, PaletteScreen) and "nothing just now" in flowing(app)
        async with staged(kept=raid_play()) as (app, pilot):
            await press(pilot, "ctrl+p", *"trusted", "enter")
            assert isinstance(app.screen, LearnScreen)
            await press(pilot, "q", "colon", *"veil", "enter")
            assert app.veiled
            await press(pilot, "colon", *"count goes", "enter")
            assert "The Count Goes On" in flowing(app) and app.kept is None

    run(play)


# -- For a projector --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_on_a_projector_there_is_one_thought_at_every_size_and_few_letters_in_a_line(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size, kept=raid_play(), settings=Settings(projector=True)) as (app, pilot):
            assert thoughts(app).keys() == {"situation"}
            situation = app.screen.query_one("#situation", Pane)
            assert max(len(each.plain) for each in situation.lines_in_view()[1]) <= PROJECTED
            assert situation.large == (size[0] >= 110), "on a large screen the letters are large"
            assert "there was no operation" not in thoughts(app)["situation"]
            await press(pilot, "enter")
            assert "there was no operation" in thoughts(app)["situation"]
            assert "Six masked" not in thoughts(app)["situation"]
            await press(pilot, "o")
            assert "Six masked men" in thoughts(app)["thought"]
            await press(pilot, "escape")
            while app.screen.stage == "read":  # type: ignore[attr-defined]
                await press(pilot, "enter")
            assert thoughts(app).keys() == {"board"} and "Redirect" in thoughts(app)["board"]
            await press(pilot, "1", "enter", "a", "enter")
            assert "Three stations" in thoughts(app)["moves"] and len(thoughts(app)) == 1
            await press(pilot, "z")
            assert not app.projecting and "Three stations" in flowing(app)

    run(play)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_a_click_finds_the_row_it_shows_in_letters_of_any_size(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size, kept=raid_play(), settings=Settings(projector=True)) as (app, pilot):
            await press(pilot, "p")
            ways = app.screen.query_one("#thought", Menu)
            row = int(ways.ruled) + (ways._spans[2][0] - ways.top) * ways.rows_a_line + ways.rows_a_line // 2
            await pilot.click(ways, offset=(10, row))
            await pilot.pause()
            assert ways.chosen == 2

    run(play)


def _hangs_on(char: str) -> bool:
    """Whether how wide it is depends on what stands before it."""
    category = unicodedata.category(char)
    return category.startswith("M") or category == "Sk"


@given(st.text().map(one_line))
def test_large_letters_are_as_many_cells_as_they_say_and_nothing_a_terminal_obeys(words: str) -> None:
    drawn = large(Content(words))
    assert len(drawn) == DOWN
    assert all(each.cell_length <= ACROSS * width(words) and is_plain(each.plain) for each in drawn)
    assert len({each.cell_length for each in drawn}) == 1 or any(_hangs_on(char) for char in words)


def test_every_letter_of_the_programs_languages_has_a_drawing_of_its_own() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789ÁÉÍÓÚÜÑáéíóúüñ¿¡.,;:!?'\"()-–—·…"
    drawn = ["\n".join(each.plain for each in large(Content(letter))) for letter in letters]
    assert not [letter for letter, shape in zip(letters, drawn, strict=True) if letter in shape]
    shapes = [shape for letter, shape in zip(letters, drawn, strict=True) if letter not in "–—"]
    assert len(set(shapes)) == len(shapes)


def test_a_big_figure_is_five_rows_of_blocks_and_no_two_look_alike() -> None:
    drawn = {figure: "\n".join(big(figure)) for figure in "0123456789"}
    assert len(set(drawn.values())) == 10
    for rows in drawn.values():
        assert len(rows.split("\n")) == 5 and set(rows) <= set("█ \n")
    assert max(len(row) for row in big("88")) == big_width("88") == 14


def test_a_still_clock_never_says_too_little_and_changes_every_ten_seconds() -> None:
    assert [seconds_shown(left, still=True) for left in (120, 119.5, 110.1, 110, 0.2, 0, -4)] == [
        120, 120, 120, 110, 10, 0, 0,
    ]  # fmt: skip
    assert seconds_shown(9.2, still=False) == 10
