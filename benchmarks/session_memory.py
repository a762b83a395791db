"""What one more open session costs in memory, the scenario shared, after twenty rounds with its full log.

python benchmarks/session_memory.py
"""

import random
import tracemalloc

import plays

from backfire_sim.engine.events import Play
from backfire_sim.engine.session import Session

SESSIONS = 200


def played(made: plays.Scenario, chosen: random.Random) -> Session:
    """A session at its end."""
    session = Session(made)
    while not session.over:
        session.play(Play(session.position.scene, chosen.choice(session.legal_moves())))
    return session


def main() -> int:
    """Print bytes a session, fresh and played."""
    made = plays.scenario(1000)
    chosen = random.Random(3)
    for _ in range(300):
        played(made, chosen)
    for name, make in (("fresh", lambda: Session(made)), ("after 20 rounds", lambda: played(made, chosen))):
        tracemalloc.start()
        kept = [make() for _ in range(SESSIONS)]
        size = tracemalloc.get_traced_memory()[0] / len(kept)
        tracemalloc.stop()
        print(f"{name:<16} {size / 1000:.1f} KB a session")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
