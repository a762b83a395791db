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


def _fold(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_").strip("_")
