"""A terminal that has a loop stays attached, and comes back with the host."""

import asyncio

import pytest

from backfire_sim.engine.events import Prepare
from backfire_sim.room.attached import Attached
from backfire_sim.room.link import serving
from backfire_sim.room.terminal import NobodyThereError
from backfire_sim.table import events as e
from backfire_sim.views.facilitator import FacilitatorView
from tests.room.tables import host_of


def test_it_sees_every_change_and_comes_back_when_the_host_does() -> None:
    async def run() -> None:
        host = host_of(2)
        seen: asyncio.Queue[FacilitatorView | None] = asyncio.Queue()
        attached = Attached(seen.put_nowait)
        with pytest.raises(NobodyThereError):
            await attached.do(e.Freeze())
        task = asyncio.create_task(attached.run())
        async with serving(host):
            assert await asyncio.wait_for(seen.get(), 2) == host.facilitator_view()
            assert (await attached.do(Prepare(("cameras",)))).ok
            assert await asyncio.wait_for(seen.get(), 2) == host.facilitator_view()
            assert not (await attached.do(e.Decide())).ok
        assert await asyncio.wait_for(seen.get(), 2) is None
        async with serving(host):
            assert await asyncio.wait_for(seen.get(), 2) == host.facilitator_view()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    asyncio.run(run())
