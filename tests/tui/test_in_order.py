"""Keys that were typed ahead: what never waits, and that nothing waits for ever."""

from textual import events

from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.in_order import LONGEST_HELD
from backfire_sim.tui.screens.help_here import HelpHereScreen
from backfire_sim.tui.screens.panic import PanicScreen
from tests.tui.stage import run, staged


def lose_a_key(app: BackfireApp) -> None:
    """As if a key had been given to a screen from which it never came out."""
    app._under_way = events.Key("down", None)


def test_the_blanking_key_does_not_wait_for_any_other() -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            lose_a_key(app)
            app.simulate_key("ctrl+x")
            await pilot.pause(LONGEST_HELD / 5)
            assert isinstance(app.screen, PanicScreen)

    run(play)


def test_a_key_that_never_came_out_holds_up_the_next_one_only_for_a_moment() -> None:
    async def play() -> None:
        async with staged((80, 24)) as (app, pilot):
            lose_a_key(app)
            app.simulate_key("0")
            await pilot.pause(LONGEST_HELD / 5)
            assert not isinstance(app.screen, HelpHereScreen)
            await pilot.pause(LONGEST_HELD * 2)
            assert isinstance(app.screen, HelpHereScreen)

    run(play)
