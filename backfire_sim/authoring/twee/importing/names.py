"""Names of passages as ids of scenes, labels of links as ids of moves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from backfire_sim.scenario.spelling import ID

_OTHER = re.compile(r"[^a-z0-9]+")
LONGEST = 50
"""Letters of an id before a number is put behind it; the format allows 60."""
_SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def as_id(name: str, otherwise: str, longest: int = LONGEST) -> str:
    """Small letters, digits and `_`, starting with a letter; `otherwise` where nothing of a name is left.

    What can be an id stays as it is.
    """
    if ID.fullmatch(name):
        return name
    letters = name[: 4 * longest].casefold().translate(_SPELLED)
    if not letters.isascii():
        letters = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    made = _OTHER.sub("_", letters.replace("'", "")).strip("_")
    if not made:
        return otherwise
    if not made[0].isalpha():
        made = f"the_{made}"
    if len(made) > longest:
        cut = made[: longest + 1].rpartition("_")[0]
        made = cut if len(cut) > longest // 2 else made[:longest]
    return made.strip("_")


def unused(id_: str, used: Collection[str], numbers: dict[str, int]) -> str:
    """The id, with the first number behind it that makes it new; `numbers` remembers how far each has come."""
    if id_ not in used:
        return id_
    number = numbers.get(id_, 1) + 1
    while f"{id_}_{number}" in used:
        number += 1
    numbers[id_] = number
    return f"{id_}_{number}"
