"""The facilitator's own screen as a process of its own: says what stands on it at each change, and waits to be killed.

python -m tests.tui.facilitator
"""

import asyncio
import json

from backfire_sim.tui.facilitate import FacilitateApp
from tests.tui.stage import Desk, screen_lines


async def main() -> None:
    app, before = FacilitateApp(Desk()), None
    async with app.run_test(size=(120, 40)) as pilot:
        while True:
            now = {"there": app.view is not None and not app.gone, "lines": screen_lines(app)}
            if now != before:
                print(json.dumps(now), flush=True)
            before = now
            await pilot.pause(0.05)


if __name__ == "__main__":
    asyncio.run(main())
