"""The program at the projector, as a process of its own: plays the raid, lets facilitators in, and waits to be killed.

python -m tests.room.projector [PLAY] [--by-port]
"""

import sys
import time
from pathlib import Path

from backfire_sim.engine.events import Prepare
from backfire_sim.room.host import TableHost
from backfire_sim.room.link import serving_beside
from backfire_sim.storage.keeper import take_up
from tests.room.tables import host_of

if __name__ == "__main__":
    plays = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
    host = TableHost(take_up(plays[0]).go_on()) if plays else host_of(3)
    if not plays:
        host.do(Prepare(("cameras", "code")))
    with serving_beside(host, by_port="--by-port" in sys.argv):
        print(host.kept.log.path, flush=True)
        time.sleep(600)
