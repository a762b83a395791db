"""Plays for tests, with words in them that can be searched for."""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from backfire_sim.storage.log import MemoryLog, PlayLog
from backfire_sim.storage.rows import After, Header

HEADER = Header("food-bank-raid", "Dawn at the food bank", "food-bank-raid", "ab" * 32, 7, "1.0")

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
records = st.dictionaries(st.text(), json_values, max_size=4)
afters = st.builds(
    After,
    st.dictionaries(st.text(max_size=12), st.integers(-(10**9), 10**9).filter(bool), max_size=5),
    st.text(max_size=12),
    st.text(max_size=12),
    st.booleans(),
)


def event(n: int) -> dict[str, Any]:
    return {"do": "play", "scene": f"scene{n}", "move": "publish"}


def state(n: int, over: bool = False) -> After:
    return After({"round": n, **{f"gate{k}": k * n for k in range(1, 20)}}, f"scene{n}", over=over)


def fill(log: MemoryLog, events: int) -> None:
    for n in range(len(log) + 1, events + 1):
        log.append(str(n), event(n), state(n))


def kept_play(folder: Path, events: int = 6, header: Header = HEADER) -> Path:
    with PlayLog.create(folder, header) as log:
        fill(log, events)
        return log.path
