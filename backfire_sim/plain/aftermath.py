"""What plain mode says after a decision: what happened, why, and what moved for which reasons."""

from backfire_sim.plain.shape import blocks, item, items, prose
from backfire_sim.plain.wording import gain_row, sentence
from backfire_sim.scoring.vocabulary import label
from backfire_sim.views.consequence import Consequence, CostShift, Shift


def aftermath(told: Consequence, *, veiled: bool = False) -> list[str]:
    """Everything that followed from one decision, the words first and the numbers after them."""
    did = f"{told.did} ({label(told.response)})" if told.response else told.did
    return blocks(
        item(f"You chose: {sentence(did)}", ""),
        [] if veiled else prose(told.text),
        prose(f"Why: {told.because}") if told.because else [],
        prose(f"Who carries the risk: {told.risk}") if told.risk else [],
        moved(told),
        _round(told),
    )


def taken_back(told: Consequence) -> list[str]:
    """That the last decision does not stand any more."""
    return item(f"Taken back: {sentence(told.did)} You are where you were before it.", "")


def asked(told: Consequence) -> list[str]:
    """The answer of a person who was asked."""
    answer = {True: "The answer is yes.", False: "The answer is no."}.get(told.granted, "")  # type: ignore[arg-type]
    return blocks(item(f"{told.did}.", ""), prose(f"{told.text} {answer}".strip()))


def moved(told: Consequence) -> list[str]:
    """The numbers that moved, each with its reasons."""
    lines = []
    if told.answered:
        lines += item(f"It answers what they did: {'; '.join(m.lower() for m in told.answered)}.", "")
    if told.shifts:
        lines += ["What moved:", *items(_shift(shift) for shift in told.shifts)]
    elif told.gains:
        lines += ["No gate moved."]
    if told.named:
        lines += item(f"Named in public: {'; '.join(told.named)}. The costs can rise as far as their share.", "")
    if told.courage_fell_to_care:
        lines += item("Courage fell to the level of care: people who are not cared for cannot keep on.", "")
    return lines


def _shift(shift: Shift) -> str:
    whose = f", {shift.whose}" if shift.whose else ""
    if shift.before == shift.after:
        return f"{shift.what}{whose}: stays at {shift.after} ({'; '.join(shift.reasons)})."
    return f"{shift.what}{whose}: {shift.before} to {shift.after} ({'; '.join(shift.reasons)})."


def _round(told: Consequence) -> list[str]:
    """What the round led to; nothing where no round ended."""
    if not told.gains:
        return []
    if told.costs:
        lines = ["What it costs them, of 100:", *items(_cost(shift) for shift in told.costs)]
    else:
        lines = ["It cost them nothing this round."]
    lines += ["What the movement gains, of 100:", *items(gain_row(row) for row in told.gains)]
    now, then = told.bottleneck_after.lower(), told.bottleneck_before.lower()
    lines += [f"Bottleneck: still {now}." if now == then else f"Bottleneck: it was {then}, now it is {now}."]
    return lines


def _cost(shift: CostShift) -> str:
    by = f" Moved by: {'; '.join(shift.moved_by)}." if shift.moved_by else ""
    ceiling = f", of at most {shift.ceiling} with those named so far"
    return f"{shift.label}: {shift.before} to {shift.after}{ceiling}.{by}"
