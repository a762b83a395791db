"""The parts around a play: where one comes in, what a group needs, what there is to learn, and what it changed."""

from __future__ import annotations

from backfire_sim.storage.measures import Held
from backfire_sim.training.cases import cases
from backfire_sim.training.measure import Sheet, form_for
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens.measured import MeasuredScreen
from camera.studio import LARGE, TABLE, Nowhere, press, room, staged, take

CONCERNED, NINETY_MINUTES, WORRIES = (
    ("down", "down", "space"),
    ("down", "down", "space"),
    ("space", "down", "down", "space"),
)
"""What is pressed to say who is coming, how long, and what they worry about."""

SHEETS = {
    "before": ((30, 40, 50, 20, 30), 3),
    "after": ((60, 70, 70, 50, 50), 4),
    "back": ((20, 30, 30, 10, 20), 0),
}
"""For each moment how confident somebody in the middle of the group is, and how many cases they see as we do."""

PEOPLE = 9


async def take_all() -> None:
    """One picture of each."""
    await home()
    await plan()
    await room("library", LARGE)
    await room("learn", LARGE, found=("redeem", ""))
    await room("learn", LARGE, "m", "down", "down", "left", "left", picture="gates")
    await numbers()
    await measured()
    await room("settings", TABLE)


async def home() -> None:
    """The first screen."""
    app = BackfireApp(Nowhere(), seed=1)
    async with staged(app, TABLE):
        take(app, "home")


async def plan() -> None:
    """The form, and the plan that it is answered with."""
    app = BackfireApp(Nowhere(), room="plan", seed=1)
    async with staged(app) as pilot:
        await press(pilot, *CONCERNED, "enter", *"12", "enter", *NINETY_MINUTES, "enter", "enter", *WORRIES)
        take(app, "intake")
        await press(pilot, "d", *["down"] * 8)
        take(app, "training")


async def numbers() -> None:
    """A question of the opener, when everybody has guessed."""
    app = BackfireApp(Nowhere(), room="numbers", seed=1)
    async with staged(app, TABLE) as pilot:
        await press(pilot, "down", "down", "enter")
        for guess in (60, 45, 70, 30, 55, 40, 80):
            await press(pilot, *str(guess), "enter")
        await press(pilot, "d")
        take(app, "numbers")


async def measured() -> None:
    """What came of a training: nine people, before, after, and looking back."""
    held = Held(alone=False)
    for moment, (confidence, right) in SHEETS.items():
        for person in range(PEOPLE):
            held.add(moment, sheet(moment, person, confidence, right))
    app = BackfireApp(Nowhere(), screen=lambda: MeasuredScreen(held))
    async with staged(app, TABLE):
        take(app, "measure")


def sheet(moment: str, person: int, middle: tuple[int, ...], right: int) -> Sheet:
    """The sheet of one of the group: somewhat above or below the middle."""
    aside = 10 * (person % 3 - 1)
    confidence = tuple(each + aside for each in middle)
    form = form_for(moment, person + 1)
    if not form:
        return Sheet(confidence)
    seen = right + person % 2
    picks = tuple(case.key if n < seen else (case.key + 1) % len(case.options) for n, case in enumerate(cases(form)))
    return Sheet(confidence, form, picks)
