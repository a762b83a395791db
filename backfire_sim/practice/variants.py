"""Which variant of a principle is asked, and in what order its answers stand: never by chance, never twice the same."""

from collections.abc import Sequence
from hashlib import blake2b
from math import factorial

from backfire_sim.engine.drills import BETTER, RESPONSE_CHOICE, Placed


def variant(drills: Sequence[Placed], shown: Sequence[str], stories: Sequence[str] = ()) -> Placed:
    """The one to ask: shown least often, then longest ago, then first in the deck; another than the last one.

    `shown`: the ids of the drills that were answered before, the earliest first. `stories`: the scenarios that the
    sitting has drawn from so far; of drills never shown, one of another story is taken.
    """
    ids = {placed.id for placed in drills}
    last = next((id_ for id_ in reversed(shown) if id_ in ids), "")
    others = [placed for placed in drills if placed.id != last] or drills
    latest = {id_: number for number, id_ in enumerate(shown)}

    def turn(placed: Placed) -> tuple[int, int, int]:
        return shown.count(placed.id), latest.get(placed.id, -1), stories.count(placed.scenario.id)

    return min(others, key=turn)


def in_order(placed: Placed, times: int) -> tuple[str, ...]:
    """The answers in the order in which to show them, after the drill was shown this many times.

    Methods, and what can be missing, stand always alike: one learns where they are. Moves change places each time, so
    that nobody learns a place instead of a move.
    """
    answers = placed.answers
    if placed.drill.asks not in (RESPONSE_CHOICE, BETTER) or len(answers) < 2:
        return answers
    orders = factorial(len(answers))
    drawn = stirred(placed.id)
    step = 1 + drawn // orders % (orders - 1)
    return _arranged(answers, (drawn + times * step) % orders)


def stirred(*parts: object) -> int:
    """A number that looks like chance, and is always the same for the same."""
    whole = "\0".join(map(str, parts)).encode(errors="surrogatepass")
    return int.from_bytes(blake2b(whole, digest_size=8).digest(), "big")


def _arranged(answers: Sequence[str], which: int) -> tuple[str, ...]:
    """One of the orders in which they can stand."""
    left, arranged = list(answers), []
    while left:
        which, place = divmod(which, len(left))
        arranged.append(left.pop(place))
    return tuple(arranged)
