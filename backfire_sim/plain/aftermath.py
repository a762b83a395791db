"""What plain mode says after a decision: what happened, why, and what moved for which reasons."""

from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.plain.wording import gain_row, sentence
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _
from backfire_sim.views.consequence import Consequence, CostShift, Shift


def aftermath(told: Consequence) -> list[str]:
    """Everything that followed from one decision, the words first and the numbers after them."""
    did = f"{told.did} ({label(told.response)})" if told.response else told.did
    return blocks(
        item(_("You chose: {what}", what=sentence(did)), ""),
        prose(told.text),
        prose(_("Why: {because}", because=told.because)) if told.because else [],
        prose(_("Who carries the risk: {risk}", risk=told.risk)) if told.risk else [],
        moved(told),
        _round(told),
    )


def taken_back(told: Consequence) -> list[str]:
    """That the last decision does not stand any more."""
    return item(_("Taken back: {what} You are where you were before it.", what=sentence(told.did)), "")


def asked(told: Consequence) -> list[str]:
    """The answer of a person who was asked."""
    answer = "" if told.granted is None else _("The answer is yes.") if told.granted else _("The answer is no.")
    return blocks(item(f"{told.did}.", ""), prose(f"{told.text} {answer}".strip()))


def moved(told: Consequence) -> list[str]:
    """The numbers that moved, each with its reasons."""
    lines = []
    if told.answered:
        methods = "; ".join(method.lower() for method in told.answered)
        lines += item(_("It answers what they did: {methods}.", methods=methods), "")
    if told.shifts:
        lines += [_("What moved:"), *items(_shift(shift) for shift in told.shifts)]
    elif told.gains:
        lines += [_("No gate moved.")]
    if told.named:
        named = "; ".join(told.named)
        lines += item(_("Named in public: {named}. The costs can rise as far as their share.", named=named), "")
    if told.courage_fell_to_care:
        lines += item(_("Courage fell to the level of care: people who are not cared for cannot keep on."), "")
    return lines


def _shift(shift: Shift) -> str:
    what = f"{shift.what}, {shift.whose}" if shift.whose else shift.what
    reasons = "; ".join(shift.reasons)
    if shift.before == shift.after:
        return _("{what}: stays at {number} ({reasons}).", what=what, number=shift.after, reasons=reasons)
    said = _("{what}: {before} to {after} ({reasons}).")
    return said.format(what=what, before=shift.before, after=shift.after, reasons=reasons)


def _round(told: Consequence) -> list[str]:
    """What the round led to; nothing where no round ended."""
    if not told.gains:
        return []
    if told.costs:
        lines = [_("What it costs them, of 100:"), *items(_cost(shift) for shift in told.costs)]
    else:
        lines = [_("It cost them nothing this round.")]
    lines += [_("What the movement gains, of 100:"), *items(gain_row(row) for row in told.gains)]
    now, then = told.bottleneck_after.lower(), told.bottleneck_before.lower()
    if now == then:
        return [*lines, _("Bottleneck: still {gate}.", gate=now)]
    return [*lines, _("Bottleneck: it was {before}, now it is {gate}.", before=then, gate=now)]


def _cost(shift: CostShift) -> str:
    said = _(
        "{cost}: {before} to {after}, of at most {ceiling} with those named so far.",
        cost=shift.label,
        before=shift.before,
        after=shift.after,
        ceiling=shift.ceiling,
    )
    return f"{said} {_('Moved by: {whom}.', whom='; '.join(shift.moved_by))}" if shift.moved_by else said
