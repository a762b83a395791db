"""What moved and why, in numbers with their reasons: the second half of a consequence."""

from textual.content import Content

from backfire_sim.speech import _
from backfire_sim.text import pad
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, parts, signed_change
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
        lines += [line((_("No gate moved."), "$quiet"))] if told.gains else []
    if told.named:
        named = _("Named: {named}. The costs can rise as far as their share.", named=listed(told.named))
        lines += hanging("!   ", named, width)
    if told.courage_fell_to_care:
        fell = _("Courage fell to the level of care: people who are not cared for cannot keep on.")
        lines += hanging("  ", fell, width)
    if told.gains:
        lines += [BLANK, *_round(told, width)]
    if told.methods:
        lines += [BLANK, line((_("What they do next"), "bold"))]
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
        said = _among(first, whose) if whose else _figures(first)
    else:
        said = ", ".join(_among(shift, shift.whose) for shift in alike)
    lines = hanging(f"{moved.ljust(4)}", f"{first.what}  {said}", width, mark="bold $mark", limit=88)
    return [*lines, *hanging("    ", "; ".join(first.reasons), width, "$quiet", limit=84)]


def _among(shift: Shift, whose: str) -> str:
    return _("{figures} among {audience}", figures=_figures(shift), audience=whose)


def _figures(shift: Shift) -> str:
    if shift.after != shift.before:
        return f"{shift.before} → {shift.after}"
    return _("stays at {number}", number=shift.after)


def _round(told: Consequence, width: int) -> list[Content]:
    lines: list[Content] = []
    if told.costs:
        lines += [line((_("What it cost them"), "bold $theirs"))]
        for cost in told.costs:
            lines += _cost(cost, width)
    else:
        lines += [line((_("It cost them nothing this round."), "$quiet"))]
    lines += [line((_("What you won"), "bold $ours"))]
    for gain in told.gains:
        change = signed_change(gain.changed) or "·"
        before = gain.value - gain.changed
        figures = f"{before} → {gain.value}" if gain.changed else _("stays at {number}", number=gain.value)
        lines.append(line((change.ljust(4), "bold $mark"), pad(gain.label, 14), figures))
    now, then = told.bottleneck_after, told.bottleneck_before
    said = _("still {gate}", gate=now) if now == then else _("it was {before}, now it is {gate}", before=then, gate=now)
    narrow = (said, "$accent" if now != then else "")
    return [*lines, line(*parts(_("Bottleneck: {gate}"), gate=narrow))]


def _cost(cost: CostShift, width: int) -> list[Content]:
    head = line(
        (signed_change(cost.after - cost.before).ljust(4), "bold $mark"),
        f"{cost.label}  {cost.before} → {cost.after}",
        (f" {_('of at most {ceiling} with those named', ceiling=cost.ceiling)}", "$quiet") if width >= 64 else "",
    )
    if not cost.moved_by:
        return [head]
    return [head, *hanging("    ", _("by {whom}", whom="; ".join(cost.moved_by)), width, "$quiet", limit=84)]


def _next(method: MethodView) -> Content:
    name = _("{method} again", method=method.label) if method.again else method.label
    return line(
        ("!   ", "bold $theirs"),
        (name, "bold $theirs"),
        (f" · {method.technique.lower()} · {method.strength}", "$quiet"),
    )
