"""In which round each scene stands, and which ways lead back: over names and what follows them, nothing else.

A scene stands in the *last* round in which a play can open it, loops left aside: so every way that is no loop leads
down the map. The first round in which it can open is told where it differs.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

Following = Mapping[str, Sequence[str]]
"""What can follow each name, in the author's order."""


class Rounds(NamedTuple):
    """Where everything stands that can be reached from the starts."""

    last: dict[str, int]
    """By name; 1 for a start."""
    back: frozenset[tuple[str, str]]
    """The ways (from, to) that close a loop."""


def rounds(starts: Iterable[str], following: Following) -> Rounds:
    """The last round of everything that the starts lead to, loops aside."""
    order, back = _downward(starts, following)
    last = dict.fromkeys(order, 1)
    for name in order:
        for target in following[name]:
            if (name, target) not in back:
                last[target] = max(last[target], last[name] + 1)
    return Rounds(last, back)


def earliest(start: str, following: Following) -> dict[str, int]:
    """The first round in which each name can come, 1 for the start."""
    found = {start: 1}
    queue = [start]
    for name in queue:
        for target in following[name]:
            if target not in found:
                found[target] = found[name] + 1
                queue.append(target)
    return found


def openings(names: Sequence[str], following: Following) -> list[str]:
    """Where to begin among names that nothing else leads to: first those without a way in, then the rest in order."""
    entered = {target for name in names for target in following[name] if target != name}
    return [*(name for name in names if name not in entered), *names]


def _downward(starts: Iterable[str], following: Following) -> tuple[list[str], frozenset[tuple[str, str]]]:
    """Every name before those that follow it, and the ways that had to be left aside for that."""
    finished: list[str] = []
    back = set()
    under_way: dict[str, bool] = {}
    """True while a name is on the way that is being followed, False when everything after it is done."""
    for start in starts:
        if start in under_way:
            continue
        under_way[start] = True
        # A list of its own for what is open, and not calls within calls: a scenario may be a thousand scenes long.
        trail = [(start, iter(following[start]))]
        while trail:
            name, targets = trail[-1]
            for target in targets:
                if target not in under_way:
                    under_way[target] = True
                    trail.append((target, iter(following[target])))
                    break
                if under_way[target]:
                    back.add((name, target))
            else:
                under_way[name] = False
                finished.append(name)
                trail.pop()
    return finished[::-1], frozenset(back)
