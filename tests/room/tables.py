"""Tables that play the raid at the food bank."""

from pathlib import Path

from backfire_sim.room.host import TableHost
from backfire_sim.storage.keeper import begin, take_up
from backfire_sim.storage.shelf import open_path
from backfire_sim.table import events as e
from backfire_sim.table.setup import Setup
from tests.program import RAID


def host_of(seats: int = 3, *, ephemeral: bool = False, **agreed: object) -> TableHost:
    kept = begin(open_path(Path(RAID)), seed=1, ephemeral=ephemeral)
    return TableHost(kept, Setup(seats=seats, **agreed))  # type: ignore[arg-type]


def again(host: TableHost) -> TableHost:
    """The same table after the program was stopped and started again."""
    path = host.kept.log.path
    assert path is not None
    host.kept.close()
    return TableHost(take_up(path).go_on())


def vote(host: TableHost, *numbers: int) -> None:
    for seat, number in enumerate(numbers, start=1):
        assert host.do(e.Choose(seat, number)).ok
    assert host.do(e.Show()).ok
