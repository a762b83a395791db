"""The group's own plan, typed as lines: a heading, a prompt, and what the group wants to write under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backfire_sim.plain.shape import item, prose
from backfire_sim.speech import _, later, sense
from backfire_sim.storage.errors import StorageError
from backfire_sim.text import bare, one_line
from backfire_sim.training.own_plan import (
    APART,
    BY_ROLE,
    PARTS,
    OwnPlan,
    Slot,
    changed_line,
    clean,
    doubt,
    opening,
    slots,
    with_line,
)

STOP = {later("stop", "typed"), "quit"}
"""Words that leave the plan as it is. The second leaves everywhere else too, and is no line of anybody's plan."""

KEEP = later("keep", "typed")

Read = Callable[[], str | None]
Write = Callable[[Sequence[str]], None]
Keep = Callable[[OwnPlan], str]
"""Keeps a plan and gives back where; StorageError if it cannot be."""


def write_plan(plan: OwnPlan, read: Read, write: Write, keep: Keep | None, *, kept: bool = False) -> OwnPlan:
    """Go through the headings; the plan as it stands when the person goes on. `keep` is None where nothing is kept.

    `kept`: somebody asked for that already, and what is changed is kept without asking again.
    """
    write([*prose(_(BY_ROLE)), "", *prose(_(APART)), ""])
    how = _("Under each heading type a line and Enter, as many as you like; an empty line goes to the next heading.")
    write(prose(how + " " + _("{stop} leaves the plan as it is.", stop=_typed("stop"))))
    for part, name in PARTS.items():
        write(["", f"{_(name)}:"])
        for slot in slots(part):
            plan, goes_on = _under(plan, slot, read, write)
            if not goes_on:
                return _kept(plan, read, write, keep, asked=kept)
    return _kept(plan, read, write, keep, asked=kept)


def taken_up(found: Sequence[tuple[str, OwnPlan]], read: Read, write: Write) -> tuple[str, OwnPlan] | None:
    """Which of the plans kept before is gone on with, with its id; an empty one for a new one, None for none."""
    write(["", _("Plans that were kept on this machine:")])
    for number, (_id, plan) in enumerate(found, 1):
        write(item(f"{number}. {opening(plan)}", ""))
    while True:
        write(prose(_("Type the number of one to go on with it, or press Enter for a new one.")))
        typed = read()
        if typed is None or _stops(typed):
            return None
        words = typed.strip()
        if not words:
            return "", OwnPlan()
        if words.isascii() and words.isdecimal() and 0 < int(words[:6]) <= len(found):
            return found[int(words[:6]) - 1]
        write(prose(_("“{word}” is none of these.", word=one_line(words))))


def _under(plan: OwnPlan, slot: Slot, read: Read, write: Write) -> tuple[OwnPlan, bool]:
    write(["", *item(f"{slot.title}. {slot.prompt}", ""), *item(_("As an example: {line}", line=slot.example), "  ")])
    for line in plan.under(slot.id):
        write(item(line.what))
    while True:
        typed = read()
        if typed is None or _stops(typed):
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


def _kept(plan: OwnPlan, read: Read, write: Write, keep: Keep | None, *, asked: bool) -> OwnPlan:
    if keep is None or not (plan.size or asked):
        return plan
    if asked or _wanted(read, write):
        try:
            write(prose(_("It is kept in {path}.", path=keep(plan))))
        except StorageError as error:
            write(prose(str(error)))
    return plan


def _wanted(read: Read, write: Write) -> bool:
    words = _("Type {keep} to keep this plan on this machine. Anything else: it is gone when you leave.")
    write(["", *prose(words.format(keep=_typed(KEEP)))])
    answer = read()
    return answer is not None and bare(answer.strip()) in (KEEP, bare(_typed(KEEP)))


def _stops(typed: str) -> bool:
    return bare(typed.strip()) in STOP | {bare(_typed(word)) for word in STOP}


def _typed(word: str) -> str:
    return sense("typed", word)
