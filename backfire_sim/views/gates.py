"""The five gates on their own, to be moved by hand: what the funnel then says, and why the narrowest one matters.

The funnel is the model's own, over one audience whose people are well looked after; nothing is worked out twice.
"""

from typing import NamedTuple

from backfire_sim.scoring.board import CARE, COURAGE, GENERAL_PUBLIC, MOMENTUM, Board
from backfire_sim.scoring.constants import TOP_OF_GATE
from backfire_sim.scoring.settle import Funnel, funnel
from backfire_sim.scoring.vocabulary import GATES, METHODS, RESPONSES, label
from backfire_sim.speech import _, later, plural
from backfire_sim.views.play import GateRow
from backfire_sim.views.words import AFTER_GATE, listed

Gates = tuple[int, ...]
"""Visibility, dignity, meaning, momentum, courage; each 0 (closed) to 10 (open)."""

_BOARD = Board.of((GENERAL_PUBLIC,))


class Situation(NamedTuple):
    """A stand of the gates to look at."""

    id: str
    name: str
    about: str
    gates: Gates


SITUATIONS = (
    Situation(
        "between",
        later("Somewhere in between"),
        later("Most know, many see people, and few are sure that it was wrong."),
        (8, 7, 4, 6, 7),
    ),
    Situation("closed", later("All five closed"), later("The morning after, if everything stays hidden."), (0,) * 5),
    Situation(
        "deserved",
        later("Seen, but thought deserved"),
        later("Everybody saw it, and many believe those people had it coming."),
        (9, 2, 5, 7, 8),
    ),
    Situation(
        "committee",
        later("Referred to a committee"),
        later("People are outraged, and they have gone home to wait for the report."),
        (8, 7, 7, 1, 7),
    ),
    Situation(
        "frightened",
        later("Frightened"),
        later("People know, care, judge and have a way to act. Then the calls at night begin."),
        (8, 7, 7, 6, 1),
    ),
    Situation("open", later("All five open"), later("No real place looks like this."), (TOP_OF_GATE,) * 5),
)
"""The first is how the page begins."""


class Step(NamedTuple):
    """One gate, one step wider, everything else as it is."""

    gate: str
    was: int
    now: int
    acting: int
    """People of 100 who would act then."""
    best: bool
    """Whether no other gate's step does more."""


def seen(gates: Gates) -> Funnel:
    """What the funnel says of these gates."""
    values = [0] * _BOARD.size
    values[MOMENTUM], values[COURAGE], values[CARE] = gates[3], gates[4], TOP_OF_GATE
    at = _BOARD.bases[0]
    values[at : at + 3] = gates[:3]
    return funnel(_BOARD, values)


def turned(gates: Gates, at: int, to: int) -> Gates:
    """The gates with one of them (by its number, from 0) at another value, kept within 0 to 10."""
    return (*gates[:at], max(0, min(TOP_OF_GATE, to)), *gates[at + 1 :])


def rows(gates: Gates, before: Gates, *, asking: bool = False) -> tuple[GateRow, ...]:
    """The rows of the board; changes are counted from `before`. `asking`: the bottleneck is not given away."""
    now = seen(gates)
    alone = gates.count(min(gates)) == 1 and not asking
    return tuple(
        GateRow(
            gate=gate,
            method=label(METHODS[n]),
            response=RESPONSES[n],
            response_label=label(RESPONSES[n]),
            value=gates[n],
            changed=gates[n] - before[n],
            left=now.left[n],
            left_words=_(AFTER_GATE[gate]),
            bottleneck=alone and gate == now.bottleneck,
            under_attack=False,
            open_moves=0,
        )
        for n, gate in enumerate(GATES)
    )


def people(gates: Gates) -> tuple[tuple[int, str], ...]:
    """(people of 100, what they do) after each gate."""
    return tuple((count, _(AFTER_GATE[gate])) for gate, count in zip(GATES, seen(gates).left, strict=True))


def moved(before: Gates, now: Gates) -> str:
    """What changed, in one plain sentence or two; empty where nothing did."""
    changed = [n for n in range(len(GATES)) if before[n] != now[n]]
    if len(changed) != 1:
        return ""
    at = changed[0]
    was, then = seen(before).left, seen(now).left
    widened = _("{gate}, which {response} widens, goes from {was} to {now}: {before} → {after} of 100 {what_they_do}.")
    narrowed = _("{gate}, which {method} narrows, falls from {was} to {now}: {before} → {after} of 100 {what_they_do}.")
    said = (widened if now[at] > before[at] else narrowed).format(
        gate=label(GATES[at]),
        response=label(RESPONSES[at]),
        method=label(METHODS[at]).lower(),
        was=before[at],
        now=now[at],
        before=was[at],
        after=then[at],
        what_they_do=_(AFTER_GATE[GATES[at]]),
    )
    if at == len(GATES) - 1:
        return said
    if was[-1] == then[-1]:
        return f"{said} {plural('{count} of 100 acts, as before.', '{count} of 100 act, as before.', then[-1])}"
    return f"{said} {_('In the end {before} → {after} of 100 act.', before=was[-1], after=then[-1])}"


def why(gates: Gates) -> str:
    """Which gate holds the others back, and why it matters most."""
    lowest = min(gates)
    narrow = [label(gate) for gate, value in zip(GATES, gates, strict=True) if value == lowest]
    if lowest == TOP_OF_GATE:
        return _("Nothing holds anybody back: all who are there get through all five.")
    if lowest == 0 and len(narrow) == 1:
        return _("{gate} is closed. One closed gate stops everybody, however open the others are.", gate=narrow[0])
    if lowest == 0:
        return _("{gates} are closed. One closed gate would be enough to stop everybody.", gates=listed(narrow))
    if len(narrow) == len(GATES):
        return _("All five stand alike: a step does the same at each of them.")
    if len(narrow) == 1:
        return _(
            "{gate} is the narrowest, the bottleneck. What gets through the others is cut down here, and a step does "
            "more here than at any other gate.",
            gate=narrow[0],
        )
    return _(
        "{gates} are the narrowest. What gets through the others is cut down there, and a step does more at one of "
        "them than at any other gate.",
        gates=listed(narrow),
    )


def one_more(gates: Gates) -> tuple[Step, ...]:
    """What one step more at each gate that is not fully open would do.

    The five numbers are multiplied, so a step does most at the lowest; where two gates are closed, none does anything.
    """
    wider = [value for value in gates if value < TOP_OF_GATE]
    lowest = min(wider, default=0)
    stuck = gates.count(0) > 1
    return tuple(
        Step(
            gate,
            gates[n],
            gates[n] + 1,
            seen(turned(gates, n, gates[n] + 1)).left[-1],
            not stuck and gates[n] == lowest,
        )
        for n, gate in enumerate(GATES)
        if gates[n] < TOP_OF_GATE
    )


def answer(gates: Gates, guessed: str) -> list[str]:
    """What a guess comes to: whether that gate helps most, what each step would do, and why. A line each."""
    steps = one_more(gates)
    best = [label(step.gate) for step in steps if step.best]
    now = seen(gates).left[-1]
    if not steps:
        return [_("All five are fully open; there is no step more.")]
    if not best:
        closed = listed([label(gate) for gate, value in zip(GATES, gates, strict=True) if not value])
        said = _("No single step helps: {gates} are closed, and each of them stops everybody.", gates=closed)
    elif guessed in {step.gate for step in steps if step.best}:
        said = (
            _("Yes: {gate} helps most.", gate=best[0])
            if len(best) == 1
            else _("Yes: {gates} help most, each as much as the other.", gates=listed(best))
        )
    elif guessed not in {step.gate for step in steps}:
        said = _("{gate} is fully open already. Most help comes from {gates}.", gate=label(guessed), gates=listed(best))
    else:
        said = _("Here {gates} would help more than {gate}.", gates=listed(best), gate=label(guessed))
    each = _("{gate} from {was} to {now}: {before} → {after} of 100 act.")
    lines = [
        each.format(gate=label(step.gate), was=step.was, now=step.now, before=now, after=step.acting) for step in steps
    ]
    if len({step.acting for step in steps}) == 1 and best and len(best) < len(steps):
        lines.append(_("So few get through that the difference is less than one person of 100. It grows as they do."))
    elif best and len(best) < len(steps):
        lines.append(
            _("The five are multiplied: a step up from a small number is a larger share than one from a large number.")
        )
    return [said, *lines]


HOW_FAR = later(
    "That the gates multiply follows from theory (B. Martin, Backfire basics: an injustice must be both known and "
    "judged unjust, and each method alone can smother it). No study gives the exact form, or the chance that a local "
    "threat backfires. Here one audience stands for all, and its people are well looked after."
)
"""Where the page's numbers come from and how far they carry."""
