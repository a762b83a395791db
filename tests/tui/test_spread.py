"""How choices spread, as drawn: whatever the place and however many people."""

import re

import pytest

from backfire_sim.engine.events import Prepare
from backfire_sim.table import events as e
from backfire_sim.text import width
from backfire_sim.tui.widgets import table_lines
from tests.room.tables import host_of, vote


@pytest.mark.parametrize("seats", [2, 8, 30])
@pytest.mark.parametrize("cells", [41, 78, 100])
@pytest.mark.parametrize("room", [14, 34, 48])
def test_a_spread_fits_its_place_and_a_choice_of_nobody_is_an_empty_track_with_a_zero(
    seats: int, cells: int, room: int
) -> None:
    host = host_of(seats, ephemeral=True)
    host.do(Prepare(("cameras",)))
    host.do(e.ReadOn())
    host.do(e.StartChoosing())
    vote(host, *[1, 2][:seats], *[1] * (seats - 2))
    for _time in range(2):
        table = host.table_view()
        drawn = [row.plain for row in table_lines.spread(table, [], cells, room)]
        tracks = [row for row in drawn if re.search("[─█▒] [0-9]", row)]
        assert len(tracks) == len(table.spread) * (1 + table.asked_again)
        assert max(map(width, drawn)) <= cells and not any("…" in row or "·" in row for row in drawn)
        assert [row for row in tracks if "── 0" in row]
        host.do(e.Talk())
        host.do(e.ChooseAgain())
        vote(host, *[2] * seats)
