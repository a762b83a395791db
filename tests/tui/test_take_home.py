"""Take it home: nothing is written before it was shown, and nothing private is in it that was not put in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from backfire_sim.documents.pieces import Table
from backfire_sim.storage.kept import Kept
from backfire_sim.training.own_plan import OwnPlan, with_line
from backfire_sim.tui.app import BackfireApp
from backfire_sim.tui.screens.save_as import SaveAs
from backfire_sim.tui.screens.take_home import TakeHomeScreen
from backfire_sim.tui.widgets.paper import piece_lines
from backfire_sim.views.debrief import debrief_view
from backfire_sim.views.table_told import Chosen, TableTold, Tally
from tests.tui.stage import IDS, SIZES, click, flowing, press, raid_play, run, said, screen_lines, staged

SECRET = "The spare key lies at the baker's"


@asynccontextmanager
async def taking_home(
    size: tuple[int, int], kept: Kept | None = None, plan: OwnPlan | None = None
) -> AsyncIterator[tuple[BackfireApp, Pilot[None], TakeHomeScreen]]:
    kept = kept or raid_play("raid.publish")
    async with staged(size, kept=kept) as (app, pilot):
        app.own_plan = plan or OwnPlan()
        screen = TakeHomeScreen(debrief_view(kept.session), None)
        app.push_screen(screen)
        await pilot.pause()
        yield app, pilot, screen


def plan_with_a_secret() -> OwnPlan:
    return with_line(OwnPlan(), "documentation", SECRET)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
def test_it_says_what_is_in_each_part_and_how_private_that_is(size: tuple[int, int]) -> None:
    async def play() -> None:
        async with taking_home(size, plan=plan_with_a_secret()) as (app, pilot, screen):
            assert "[×] What happened" in flowing(app)
            assert any("[ ] Our own plan" in line and "private" in line for line in screen_lines(app))
            at = next(n for n, part in enumerate(screen.rows.parts) if part.part == "plan")
            screen.rows.choose(at)
            await pilot.pause()
            pane = "words" if size[0] >= 100 else "rows"
            assert "In the wrong hands it is a list of where you are weak" in said(app, pane)
            assert SECRET not in flowing(app)
            await press(pilot, "end")
            for words in ("Write one HTML file", "Write Markdown", "Read it first"):
                assert words in flowing(app)

    run(play)


def test_the_plan_is_in_the_file_only_after_it_was_put_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def play() -> None:
        async with taking_home((80, 24), plan=plan_with_a_secret()) as (app, pilot, _screen):
            await press(pilot, "m")
            assert isinstance(app.screen, SaveAs) and not list(tmp_path.glob("*.*"))
            await press(pilot, "enter", "enter")
            (written,) = tmp_path.glob("debrief-*.md")
            assert SECRET not in written.read_text() and "How are you?" in written.read_text()
            await click(app, pilot, "[ ] Our own plan")
            assert "Think of who may see the file" in flowing(app)
            await click(app, pilot, "[×] How are you?")
            await press(pilot, "s", "enter")
            (page,) = tmp_path.glob("debrief-*.html")
            words = page.read_text()
            assert "The spare key lies at the baker" in words and "<svg" in words
            assert "How are you?" not in words

    run(play)


def test_it_is_read_first_as_it_would_be_written_and_as_softly_as_the_screen() -> None:
    kept = raid_play("raid.publish")
    heavy = debrief_view(kept.session).timeline[0].methods[0].text

    async def play() -> None:
        async with taking_home((120, 100), kept, plan_with_a_secret()) as (app, pilot, _screen):
            await press(pilot, "r")
            seen = ""
            while app.screen.words.more_below:  # type: ignore[attr-defined]
                seen += flowing(app)
                await press(pilot, "pagedown")
            seen += flowing(app)
            assert "Debrief: Dawn at the food bank" in seen and "What the model leaves out" in seen
            assert heavy.split(".")[0] in seen and SECRET not in seen
            await press(pilot, "home", "i")
            assert heavy.split(".")[0] not in flowing(app)

    run(play)


def test_an_empty_plan_is_only_headings_and_not_called_private() -> None:
    async def play() -> None:
        async with taking_home((80, 24)) as (app, pilot, _screen):
            row = next(line for line in screen_lines(app) if "Our own plan" in line)
            assert "[×]" in row and "private" not in row
            await click(app, pilot, "[×] Our own plan")
            assert "nothing of yours is in them" in flowing(app)
            await press(pilot, "escape")
            assert not isinstance(app.screen, TakeHomeScreen)

    run(play)


def test_reasons_come_with_what_the_table_chose_and_go_with_it() -> None:
    tally = Tally("Release it", 3, None, True)
    chosen = Chosen(1, "At the door", (tally,), "", "Release it", "", 0, ("I am too tired for that",))
    told = debrief_view(raid_play("raid.publish").session)._replace(table=TableTold(8, (chosen,), (), "", (), ()))

    async def play() -> None:
        async with staged((80, 24), kept=raid_play("raid.publish")) as (app, pilot):
            app.push_screen(TakeHomeScreen(told, None))
            await pilot.pause()
            await click(app, pilot, "[×] At the table")
            await click(app, pilot, "[ ] Reasons of the minority")
            assert "[×] At the table" in flowing(app) and "[×] Reasons of the minority" in flowing(app)
            await click(app, pilot, "[×] At the table")
            assert "[ ] Reasons of the minority" in flowing(app)

    run(play)


def test_a_table_of_a_document_loses_no_cell_where_it_is_narrow() -> None:
    table = Table(("Method", "how", "round"), [("Cover-up", "refused a record", "1"), ("Devaluation", "", "2")])
    for width in (20, 40, 90):
        text = " ".join(" ".join(each.plain for each in piece_lines([table], width)).split())
        for cell in ("Cover-up", "refused", "Devaluation", "round"):
            assert cell in text, width
