"""Looking back in the app: the parts in their order, other choices, the group's own plan."""

from pathlib import Path

import pytest

from backfire_sim.authoring.elsewhere import elsewhere
from backfire_sim.engine.events import Play, Prepare
from backfire_sim.engine.session import Session
from backfire_sim.scoring.vocabulary import OUTCOME_CLASSES
from backfire_sim.storage import plans
from backfire_sim.storage.keeper import begin, branch, until_they_part
from backfire_sim.training.own_plan import OwnPlan, with_line
from backfire_sim.tui.screens.debrief import DebriefScreen
from backfire_sim.tui.screens.other_ways import WaysScreen
from backfire_sim.tui.source import Source
from backfire_sim.views.debrief import debrief_view
from backfire_sim.views.elsewhere import elsewhere_told
from tests.tui.stage import IDS, SIZES, Desk, click, flowing, press, raid, raid_play, run, screen_text, staged


def over():  # type: ignore[no-untyped-def]
    return raid_play("raid.publish", "smear.portraits")


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_feelings_come_before_figures_and_every_part_follows(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with staged(size, kept=over()) as (app, pilot):
            assert isinstance(app.screen, DebriefScreen)
            assert "One word is enough" in flowing(app)
            assert "of 100" not in flowing(app)
            seen = []
            for _part in app.screen._whole.parts:
                seen.append(app.screen.part_id)
                await press(pilot, "right")
            assert seen == [part for part, _name in app.screen._whole.parts]
            assert seen[0] == "feelings" and seen.index("happened") < seen.index("why") < seen.index("otherwise")
            assert seen.index("like_us") < seen.index("plan")

    run(play)


def test_enter_reads_on_and_comes_to_the_next_part() -> None:
    async def play() -> None:
        async with staged((120, 40), kept=over()) as (app, pilot):
            await press(pilot, "enter")
            assert isinstance(app.screen, DebriefScreen)
            assert app.screen.part_id == "happened"
            assert "Of 100 people, how many were still there after each gate" in flowing(app)

    run(play)


def test_a_mouse_comes_to_every_part_and_into_a_decision() -> None:
    async def play() -> None:
        async with staged((120, 40), kept=over()) as (app, pilot):
            await click(app, pilot, "The other choices")
            assert isinstance(app.screen, DebriefScreen) and app.screen.part_id == "otherwise"
            await click(app, pilot, "were open")
            assert isinstance(app.screen, WaysScreen)

    run(play)


def test_another_choice_says_what_replay_says_and_can_be_gone_on_with(home: Path) -> None:
    kept = begin(raid(), seed=1)
    kept.play(Prepare(("cameras", "code")))
    kept.play(Play("raid", "publish"))
    kept.play(Play("smear", "portraits"))
    before = kept.log.path
    assert before is not None
    told = debrief_view(kept.session)
    at, way = next((at, way) for at, each in enumerate(told.decisions) if each.round == 2 for way in each.ways[:1])

    async def play() -> None:
        async with staged((120, 40), kept=kept, source=Source()) as (app, pilot):
            await press(
                pilot, *["right"] * [part for part, _name in told.parts].index("otherwise"), *["down"] * at, "enter"
            )
            assert way.outcome_label in screen_text(app) and " ".join(way.fits.split()) in flowing(app)
            await press(pilot, "enter", "enter")
            assert app.kept is not None and app.kept.log.path is not None
            assert app.kept.log.path != before and before.exists()
            assert app.kept.session.line == until_they_part(kept.session.line, way.events)

    run(play)


def test_a_branch_goes_the_same_way_up_to_its_own_decision() -> None:
    kept = over()
    for decision in debrief_view(kept.session).decisions:
        for way in decision.ways:
            new = branch(kept, way.events)
            assert new.log.path is None
            line = new.session.line
            assert list(way.events[: len(line)]) == line
            assert line != kept.session.line[: len(line)]
            assert line[:-1] == kept.session.line[: len(line) - 1] or way.kind == "asked"
    assert Session.replay(kept.session.scenario, kept.session.line).position == kept.session.position


def test_where_all_other_plays_end_is_what_the_playtester_finds() -> None:
    kept = over()
    told = elsewhere_told(elsewhere(kept.session.scenario), "backfire")

    async def play() -> None:
        async with staged((120, 40), kept=kept) as (app, pilot):
            assert isinstance(app.screen, DebriefScreen)
            parts = [part for part, _name in app.screen._whole.parts]
            await press(pilot, *["right"] * parts.index("elsewhere"))
            for _wait in range(100):
                if app.screen._elsewhere.found is not None:
                    break
                await pilot.pause(0.05)
            await pilot.pause()
            shown = screen_text(app)
            for kind, name, percents in told.rows:
                assert kind in OUTCOME_CLASSES
                row = next(line for line in shown.splitlines() if f" {name} " in line)
                assert all(f"{percent}%" in row for percent in percents)

    run(play)


async def _plan(app, pilot) -> None:  # type: ignore[no-untyped-def]
    parts = [part for part, _name in app.screen._whole.parts]
    await press(pilot, *["right"] * parts.index("plan"))


def test_a_plan_is_written_by_role_doubted_where_it_names_and_kept_only_when_asked(home: Path) -> None:
    async def play() -> None:
        async with staged((80, 24), kept=over(), source=Source()) as (app, pilot):
            await _plan(app, pilot)
            await press(pilot, "enter", "enter", *"Two logs", "enter", *"the keeper", "enter")
            assert [line.what for line in app.own_plan.under("documentation")] == ["Two logs"]
            assert "Who: the keeper" in flowing(app)
            await press(pilot, "enter", *"Call 555 123 4567", "enter", "enter")
            assert "looks like a number" in flowing(app)
            await press(pilot, "enter")
            assert app.own_plan.size == 1
            assert not list(plans.kept())
            await press(pilot, "escape", "end", "enter")
            assert [kept.paper for kept in plans.kept()] == [app.own_plan]
            await press(pilot, "home", "enter", "end", "enter", *"More", "enter", "enter")
            assert [kept.paper.size for kept in plans.kept()] == [2]
            await press(pilot, "escape", "end", "enter")
            assert not list(plans.kept()) and app.own_plan.size == 2

    run(play)


def test_a_plan_that_was_kept_is_found_again_when_the_program_is_started_again(home: Path) -> None:
    id_ = plans.keep(with_line(OwnPlan(), "documentation", "A notebook by every phone"))

    async def play() -> None:
        async with staged((80, 24), kept=over(), source=Source()) as (app, pilot):
            await _plan(app, pilot)
            await press(pilot, "end")
            assert "Go on with a plan kept before: 1 line, “A notebook by every phone”" in flowing(app)
            await press(pilot, "enter")
            assert (app.own_plan_id, app.own_plan.size) == (id_, 1)
            await press(pilot, "end")
            assert "Kept on this machine" in flowing(app) and "kept before" not in flowing(app)

    run(play)


def test_where_nothing_may_be_kept_no_plan_is(home: Path) -> None:
    async def play() -> None:
        async with staged((80, 24), kept=over(), source=Desk()) as (app, pilot):
            await _plan(app, pilot)
            await press(pilot, "end", "enter")
            assert "Nothing is kept this time" in flowing(app)
            assert not list(plans.kept())

    run(play)
