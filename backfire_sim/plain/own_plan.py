"""The group's own plan, typed as lines: a heading, a prompt, and what the group wants to write under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backfire_sim.plain.shape import item, prose
from backfire_sim.speech import _, sense
from backfire_sim.storage.errors import StorageError
from backfire_sim.text import bare
from backfire_sim.training.own_plan import (
    APART,
    BY_ROLE,
    PARTS,
    OwnPlan,
    Slot,
    changed_line,
    clean,
    doubt,
    slots,
    with_line,
)

STOP = {"stop", "quit"}
"""Words that leave the plan as it is. The second leaves everywhere else too, and is no line of anybody's plan."""

Read = Callable[[], str | None]
Write = Callable[[Sequence[str]], None]
Keep = Callable[[OwnPlan], str]
"""Keeps a plan and gives back where; StorageError if it cannot be."""


def write_plan(plan: OwnPlan, read: Read, write: Write, keep: Keep | None) -> OwnPlan:
    """Go through the headings; the plan as it stands when the person goes on. `keep` is None where nothing is kept."""
    write([*prose(_(BY_ROLE)), "", *prose(_(APART)), ""])
    how = _("Under each heading type a line and Enter, as many as you like; an empty line goes to the next heading.")
    write(prose(how + " " + _("{stop} leaves the plan as it is.", stop=_typed("stop"))))
    for part, name in PARTS.items():
        write(["", f"{_(name)}:"])
        for slot in slots(part):
            plan, goes_on = _under(plan, slot, read, write)
            if not goes_on:
                return _kept(plan, read, write, keep)
    return _kept(plan, read, write, keep)


def _under(plan: OwnPlan, slot: Slot, read: Read, write: Write) -> tuple[OwnPlan, bool]:
    write(["", *item(f"{slot.title}. {slot.prompt}", ""), *item(_("As an example: {line}", line=slot.example), "  ")])
    for line in plan.under(slot.id):
        write(item(line.what))
    while True:
        typed = read()
        if typed is None or bare(typed.strip()) in STOP | {bare(_typed(word)) for word in STOP}:
            return plan, False
        if not typed.strip():
            return plan, True
        try:
            plan = with_line(plan, slot.id, typed)
        except ValueError as error:
            write(prose(str(error)))
            continue
        question = doubt(clean(typed))
        if question:
            write(prose(f"{question} {_('Type {no} to take the line out.', no=_typed('no'))}"))
            answer = read()
            if answer is None or bare(answer.strip()) in ("no", "n", bare(_typed("no"))):
                plan = changed_line(plan, slot.id, len(plan.under(slot.id)) - 1, "")
                write([_("It was taken out.")])


def _kept(plan: OwnPlan, read: Read, write: Write, keep: Keep | None) -> OwnPlan:
    if not plan.size or keep is None:
        return plan
    asked = _("Type {keep} to keep this plan on this machine. Anything else: it is gone when you leave.")
    write(["", *prose(asked.format(keep=_typed("keep")))])
    answer = read()
    if answer is not None and bare(answer.strip()) in ("keep", bare(_typed("keep"))):
        try:
            write(prose(_("It is kept in {path}.", path=keep(plan))))
        except StorageError as error:
            write(prose(str(error)))
    return plan


def _typed(word: str) -> str:
    return sense("typed", word)
