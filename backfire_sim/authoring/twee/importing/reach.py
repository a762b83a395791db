"""What leads where among names: what is reached, what leads on to some, and where what is cut off begins."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

Following = Mapping[str, Sequence[str]]
"""What can follow each name."""


def reached(following: Following, starts: Iterable[str]) -> set[str]:
    """The starts and everything they lead to."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for name in following.get(waiting.pop(), ()):
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return seen


def leading_to(following: Following, ends: Iterable[str]) -> set[str]:
    """The ends and everything from which one of them can be reached."""
    back: dict[str, list[str]] = {}
    for name, targets in following.items():
        for target in targets:
            back.setdefault(target, []).append(name)
    return reached(back, ends)


def roots(following: Following, names: Sequence[str]) -> dict[str, int]:
    """Of names that are cut off, those where it begins, each with how many more are cut off behind it.

    A ring has no beginning: its first name stands for it.
    """
    left = set(names)
    entered = {target for name in names for target in following[name] if target != name}
    found: dict[str, int] = {}
    for name in [*(name for name in names if name not in entered), *names]:
        if name in left:
            behind = _behind(following, name, left)
            left -= behind
            found[name] = len(behind) - 1
    return found


def _behind(following: Following, start: str, among: Collection[str]) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        for name in following[waiting.pop()]:
            if name in among and name not in seen:
                seen.add(name)
                waiting.append(name)
    return seen
