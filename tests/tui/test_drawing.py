"""The strokes: the plane, the board, the spectrum, and painting only what changed."""

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from backfire_sim.tui.widgets.audience import spectrum
from backfire_sim.tui.widgets.drawn import Drawn
from backfire_sim.tui.widgets.lines import gauge, signed_change, track
from backfire_sim.tui.widgets.plane import plane_lines
from backfire_sim.views.ending import Point
from backfire_sim.views.plane import in_words
from backfire_sim.views.play import AudienceRow
from tests.tui.stage import press, raid_play, run, staged

hundred = st.integers(min_value=0, max_value=100)
paths = st.lists(st.tuples(hundred, hundred), min_size=1, max_size=9).map(
    lambda points: [Point(n, support, cost) for n, (support, cost) in enumerate(points)]
)


@given(hundred, st.integers(min_value=1, max_value=60), st.one_of(st.none(), hundred))
def test_a_gauge_fills_its_cells_and_only_nothing_looks_like_nothing(
    value: int, cells: int, ceiling: int | None
) -> None:
    filled, reach, beyond = gauge(value, 100, cells, ceiling)
    assert len(filled) + len(reach) + len(beyond) == cells
    assert bool(filled) == (value > 0)


@given(st.integers(min_value=0, max_value=10), st.integers(min_value=11, max_value=21))
def test_the_bead_moves_from_end_to_end(value: int, cells: int) -> None:
    opened, bead, held = track(value, cells)
    assert len(opened) + len(bead) + len(held) == cells
    assert (value == 0) == (opened == "")
    assert (value == 10) == (held == "")


def test_what_changed_is_said_by_shape() -> None:
    assert [signed_change(steps) for steps in (3, 0, -2)] == ["▲3", "", "▼2"]


@given(paths, st.integers(min_value=15, max_value=100), st.integers(min_value=30, max_value=110), st.integers(10, 30))
def test_the_plane_shows_every_round_and_never_leaves_its_field(
    path: list[Point], needed: int, width: int, height: int
) -> None:
    lines = [each.plain for each in plane_lines(path, needed, 35, width, height)]
    assert len(lines) == height
    assert all(len(each) <= max(width, 25) for each in lines)
    assert str(len(path) - 1) in "".join(lines[1:-2])


def test_the_plane_names_its_four_regions() -> None:
    path = [Point(0, 11, 0), Point(1, 30, 10), Point(2, 60, 70)]
    text = " ".join(" ".join(each.plain for each in plane_lines(path, 26, 35, 90, 24)).split())
    for words in ("the violence backfired", "many were won", "little came of it", "costly, but few were won"):
        assert words.split()[0] in text
    assert "the violence backfired" in in_words(path, 26, 35)


@given(st.lists(hundred, min_size=5, max_size=5), st.integers(min_value=10, max_value=60))
def test_a_spectrum_is_as_wide_as_its_cells_and_shows_those_who_act(counts: list[int], cells: int) -> None:
    left = tuple(sorted(counts, reverse=True))
    row = AudienceRow("a", "A", 10, (0,) * 5, left, 0, 0, "Meaning")
    shown = spectrum(row, cells).plain
    assert len(shown) == cells
    assert ("█" in shown) == (left[4] > 0)


def test_only_the_lines_that_changed_are_painted() -> None:
    async def play() -> None:
        async with staged((120, 40), kept=raid_play()) as (app, pilot):
            await press(pilot, "enter")
            board = app.screen.query_one("#board", Drawn)
            painted: list[int] = []
            refresh = board.refresh

            def counted(*regions, **more):  # type: ignore[no-untyped-def]
                painted.append(sum(region.height for region in regions))
                return refresh(*regions, **more)

            board.refresh = counted  # type: ignore[method-assign]
            await press(pilot, "down")
            assert painted
            assert 0 < max(painted) <= 3
            painted.clear()
            board.repaint()
            assert painted == []

    run(play)


def test_a_control_character_that_got_as_far_as_the_last_gate_stops_there() -> None:
    class One(Drawn):
        def frame(self, width: int, height: int) -> list[Content]:
            return [Content("a\x1b[2Jb\x9bc\u202ed", strip_control_codes=False)]

    from textual.app import App

    class Stage(App[None]):
        CSS = "One { height: 1; }"

        def compose(self):  # type: ignore[no-untyped-def]
            yield One()

    async def play() -> None:
        async with Stage().run_test(size=(20, 3)) as pilot:
            assert pilot.app.query_one(One).render_line(0).text == "a [2Jb c d          "

    run(play)
