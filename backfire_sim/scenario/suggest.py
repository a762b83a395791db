"""Near misses: which known name an author most likely meant."""

from __future__ import annotations

from collections.abc import Collection


def nearest(name: str, known: Collection[str]) -> str | None:
    """The name in `known` that `name` is most likely a slip of; None where nothing is near.

    Case, hyphens and spaces are forgiven first; then about one edit in three letters, where two swapped neighbors
    count as one edit. The first of several equally near names wins.
    """
    folded = _fold(name)
    if not folded:
        return None
    allowed = max(1, (len(folded) + 1) // 3)
    best: str | None = None
    for candidate in known:
        other = _fold(candidate)
        if other == folded:
            return candidate
        if abs(len(other) - len(folded)) > allowed:
            continue
        distance = edits(folded, other, allowed)
        if distance <= allowed:
            # Strictly nearer only from here on, so that the first of equals stays.
            allowed = distance - 1
            best = candidate
    if len(folded) > 3 and (best is None or edits(folded, _fold(best), 2) > 1):
        # `calls` is a word of `phone_calls`, which says more than that `hall` is two letters away.
        part = next((name for name in known if folded in _fold(name).split("_")), None)
        best = part or best
    return best


def certain(name: str, near: str, known: Collection[str]) -> bool:
    """Whether `name` can only be a slip of `near`: so close that it is no word of its own, and no other is as close.

    Another number is another thing (`day_2` is not `day_3`), and so is one more word (`raid_b` is not `raid`).
    """
    folded, other = _fold(name), _fold(near)
    distance = edits(folded, other, 2)
    if not (folded.replace("_", "") == other.replace("_", "") or _slip(folded, other)):
        return False
    nearly = 3 if distance == 2 else distance
    return not any(
        candidate != near
        and abs(len(candidate) - len(folded)) <= nearly
        and edits(folded, _fold(candidate), nearly) <= nearly
        for candidate in known
    )


def edits(left: str, right: str, limit: int) -> int:
    """Insertions, deletions, replacements and swaps of neighbors from `left` to `right`; `limit + 1` if more."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _slip(left: str, right: str) -> bool:
    """Whether two names have the same words but for a slip: one letter of four, two of eight, and no digit."""
    words, others = left.split("_"), right.split("_")
    if len(words) != len(others) or _digits(left) != _digits(right):
        return False
    slips = 0
    for word, other in zip(words, others, strict=True):
        if word == other:
            continue
        distance = edits(word, other, 2)
        size = min(len(word), len(other))
        # What only begins or ends in another way may be its opposite: `known` and `unknown`, `hope` and `home`.
        replaced = len(word) == len(other) and sorted(word) != sorted(other)
        opposite = distance > 1 and (word.endswith(other) or other.endswith(word))
        if opposite or size < (4, 4, 8, 99)[distance]:
            return False
        if size < 6 and (replaced or word[0] != other[0]):
            return False
        slips += distance
    return slips <= 2


def _digits(name: str) -> str:
    return "".join(char for char in name if char.isdigit())


def _fold(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_").strip("_")
