"""The parts around a play: where one comes in, what a group needs, what there is to learn, and what it changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from backfire_sim.engine.drills import BACKFIRES, STRONG
from backfire_sim.practice.cards import cards_of
from backfire_sim.practice.reviews import CONFIDENCES, Review
from backfire_sim.practice.sitting import plan as next_sitting
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

EVENING = datetime(2026, 3, 2, 19, tzinfo=UTC)
WEEKS = 3


async def take_all() -> None:
    """One picture of each."""
    await home()
    await plan()
    await room("library", LARGE)
    await room("learn", LARGE, found=("redeem", ""))
    await room("learn", LARGE, "m", "down", "down", "left", "left", picture="gates")
    await practice()
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


class Weeks(Nowhere):
    """Somebody who has practiced for three weeks, every other evening: often sure, and mostly right."""

    def now(self) -> datetime:
        """A Monday evening."""
        return EVENING

    def zone(self) -> tzinfo:
        """Where the day begins for them."""
        return UTC

    def reviews(self) -> list[Review]:
        """What they answered, sitting after sitting."""
        cards, told = cards_of(self.deck()), []
        for days in range(WEEKS * 7, 0, -2):
            sitting = next_sitting(cards, told, EVENING - timedelta(days=days), UTC)
            for n, asked in enumerate(sitting.asked):
                sure = CONFIDENCES[(n + days) % len(CONFIDENCES)]
                right = (2 * n + days) % 5 > 0 or not asked.answers
                answer = (
                    asked.placed.drill.best
                    if right
                    else next(each for each in asked.answers if asked.placed.fit(each) == BACKFIRES)
                )
                fit = asked.placed.fit(answer) if asked.answers else STRONG
                told.append(Review(asked.principle, asked.placed.id, sitting.began, sure, answer, fit))
        return told


async def practice() -> None:
    """A card, what is said of an answer to it, and how it stands after some weeks."""
    app = BackfireApp(Nowhere(), room="practice", seed=1)
    async with staged(app, TABLE) as pilot:
        await press(pilot, "enter", *"xxx")
        take(app, "practice")
    app = BackfireApp(Nowhere(), room="practice", seed=1)
    async with staged(app, LARGE) as pilot:
        await press(pilot, "enter", *"xxx", "2", "2")
        take(app, "practice-told")
    app = BackfireApp(Weeks(), room="practice", seed=1)
    async with staged(app, LARGE) as pilot:
        await press(pilot, "2")
        take(app, "practice-progress")


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
