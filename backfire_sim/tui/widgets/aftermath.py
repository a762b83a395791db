"""What moved and why, in numbers with their reasons: the second half of a consequence."""

from textual.content import Content

from backfire_sim.text import pad
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, signed_change
from backfire_sim.views.consequence import Consequence, CostShift, Shift
from backfire_sim.views.play import MethodView
from backfire_sim.views.words import listed


def aftermath_lines(told: Consequence, width: int) -> list[Content]:
    """Gates and the group's own numbers, then costs and gains, the bottleneck, and what they do next."""
    width = min(width, 92)
    lines: list[Content] = []
    for alike in _alike(told.shifts):
        lines += _shift(alike, width)
    if not told.shifts:
        lines += [line(("No gate moved.", "$quiet"))] if told.gains else []
    if told.named:
        lines += hanging("!   ", f"Named: {listed(told.named)}. The costs can rise as far as their share.", width)
    if told.courage_fell_to_care:
        lines += hanging("  ", "Courage fell to the level of care: people who are not cared for cannot keep on.", width)
    if told.gains:
        lines += [BLANK, *_round(told, width)]
    if told.methods:
        lines += [BLANK, line(("What they do next", "bold"))]
        lines += [_next(method) for method in told.methods]
    return lines


def _alike(shifts: tuple[Shift, ...]) -> list[list[Shift]]:
    """Shifts of the same thing for the same reasons, in several audiences, told once."""
    groups: dict[tuple[str, tuple[str, ...], int], list[Shift]] = {}
    for shift in shifts:
        groups.setdefault((shift.what, shift.reasons, shift.after - shift.before), []).append(shift)
    return list(groups.values())


def _shift(alike: list[Shift], width: int) -> list[Content]:
    first = alike[0]
    moved = signed_change(first.after - first.before) or "·"
    same = len({(shift.before, shift.after) for shift in alike}) == 1
    if same:
        whose = listed([shift.whose for shift in alike if shift.whose])
        said = f"{_figures(first)}{f' among {whose}' if whose else ''}"
    else:
        said = ", ".join(f"{_figures(shift)} among {shift.whose}" for shift in alike)
    lines = hanging(f"{moved.ljust(4)}", f"{first.what}  {said}", width, mark="bold $mark", limit=88)
    return [*lines, *hanging("    ", "; ".join(first.reasons), width, "$quiet", limit=84)]


def _figures(shift: Shift) -> str:
    return f"{shift.before} → {shift.after}" if shift.after != shift.before else f"stays at {shift.after}"


def _round(told: Consequence, width: int) -> list[Content]:
    lines: list[Content] = []
    if told.costs:
        lines += [line(("What it cost them", "bold $theirs"))]
        for cost in told.costs:
            lines += _cost(cost, width)
    else:
        lines += [line(("It cost them nothing this round.", "$quiet"))]
    lines += [line(("What you won", "bold $ours"))]
    for gain in told.gains:
        change = signed_change(gain.changed) or "·"
        figures = f"{gain.value - gain.changed} → {gain.value}" if gain.changed else f"stays at {gain.value}"
        lines.append(line((change.ljust(4), "bold $mark"), pad(gain.label, 14), figures))
    now, then = told.bottleneck_after, told.bottleneck_before
    narrow = f"still {now}" if now == then else f"it was {then}, now it is {now}"
    return [*lines, line(("Bottleneck: ", "bold"), (narrow, "$accent" if now != then else ""))]


def _cost(cost: CostShift, width: int) -> list[Content]:
    head = line(
        (signed_change(cost.after - cost.before).ljust(4), "bold $mark"),
        f"{cost.label}  {cost.before} → {cost.after}",
        (f" of at most {cost.ceiling} with those named", "$quiet") if width >= 64 else "",
    )
    return [
        head,
        *(hanging("    ", "by " + "; ".join(cost.moved_by), width, "$quiet", limit=84) if cost.moved_by else []),
    ]


def _next(method: MethodView) -> Content:
    again = " again" if method.again else ""
    return line(
        ("!   ", "bold $theirs"),
        (f"{method.label}{again}", "bold $theirs"),
        (f" · {method.technique.lower()} · {method.strength}", "$quiet"),
    )
