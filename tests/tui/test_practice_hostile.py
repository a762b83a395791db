"""Decisions whose every word is nasty: on every page of practice words stay words, at every size."""

from __future__ import annotations

import pytest

from backfire_sim.engine.drills import Placed
from backfire_sim.tui.screens.practice_end import PracticeEnd
from backfire_sim.tui.screens.practice_layout import TOLD
from tests.tui.alone import KINDS, Alone, alone, sitting
from tests.tui.stage import IDS, SIZES, press, read_whole, run, screen_lines, screen_text
from tests.tui.test_hostile import NASTY, clean, other

LONG = f"{NASTY} " + "and then something else happened " * 40


def nasty(placed: Placed, words: str) -> Placed:
    """The same decision with these words everywhere, as if no edge had cleaned them."""

    drill = other(
        placed.drill,
        cue=words,
        because=words,
        says={answer: words for answer in placed.answers if answer != placed.drill.best},
        checklist=(words,) * 3 if placed.drill.checklist else (),
        example=words if placed.drill.example else "",
    )
    scenes = {
        id_: other(
            scene,
            title=words,
            moves=tuple(
                other(m, label=words, outcomes=tuple(other(o, text=words, because=words) for o in m.outcomes))
                for m in scene.moves
            ),
            methods=tuple(other(m, text=words, technique=words) for m in scene.methods),
        )
        for id_, scene in placed.scenario.scenes.items()
    }
    return Placed(other(placed.scenario, title=words, scenes=scenes), placed.scene, drill)


HOSTILE = [*((size, NASTY) for size in SIZES), (SIZES[0], LONG), (SIZES[-1], LONG)]


@pytest.mark.parametrize(
    ("size", "words"), HOSTILE, ids=[f"{name}-nasty" for name in IDS] + [f"{IDS[0]}-long", f"{IDS[-1]}-long"]
)
def test_hostile_words_stay_words_on_every_page(size: tuple[int, int], words: str) -> None:
    async def play() -> None:
        source = Alone(*(nasty(placed, words) for placed in KINDS.values()))
        async with alone(source, size) as (app, pilot):
            for _card in KINDS:
                if isinstance(app.screen, PracticeEnd):
                    break
                screen = sitting(app)
                assert "[@click=app.quit]" in screen_text(app)
                keys = ["pagedown", "v", "v", "1"]
                keys += ["2"] if screen.question.answers else [*"[b]", "ctrl+s", "space", "d"]
                for key in keys:
                    await press(pilot, key)
                    clean(app)
                    assert len(screen_lines(app)) == size[1] and "blank" in screen_lines(app)[-1]
                assert screen.stage == TOLD
                for _page in range(60):
                    if app.screen is screen and screen.stage == TOLD:
                        await press(pilot, "enter")
                        clean(app)
            for key in ("down", "down", "up", "enter", "escape", "escape"):
                await press(pilot, key)
                await read_whole(app, pilot)
                clean(app)
            assert app.is_running

    run(play)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_a_cue_that_is_far_too_long_scrolls_and_never_hides_the_answers(size: tuple[int, int]) -> None:
    async def play() -> None:
        placed = KINDS["name"]
        long = Placed(placed.scenario, placed.scene, other(placed.drill, cue="One more thing. " * 120))
        async with alone(Alone(long), size) as (app, pilot):
            for answer in sitting(app).question.answers:
                assert answer.label in screen_text(app)
            for sure in ("Guessing", "Fairly sure", "Certain"):
                assert sure in screen_text(app)
            if sitting(app).cue.more_below:
                before = screen_text(app)
                await press(pilot, "pagedown")
                assert screen_text(app) != before and "What are they doing?" in screen_text(app)

    run(play)
