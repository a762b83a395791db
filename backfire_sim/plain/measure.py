"""Before and after, as lines: one sheet after the other, and what came of it.

Reading, writing and counting are handed in, so that the same loop runs on a terminal, through a pipe and in a test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backfire_sim.plain.commands import means, typed
from backfire_sim.plain.shape import WIDTH, item, items, prose
from backfire_sim.speech import _, plural
from backfire_sim.text import one_line, pad, width
from backfire_sim.training.cases import Case, cases
from backfire_sim.training.measure import (
    ITEMS,
    MOMENTS,
    Measured,
    Results,
    Sheet,
    asked,
    form_for,
    has_cases,
    is_empty,
    moment_name,
    results,
)
from backfire_sim.training.typed_sheets import LETTERS, read_option, read_sheet, read_step
from backfire_sim.training.what_it_says import how_to_read, shown

Read = Callable[[], str | None]
Write = Callable[[Sequence[str]], None]
Count = Callable[[Sheet], None]
"""Count a sheet; when it returns, the sheet is kept if it is to be."""


class _LeftError(Exception):
    """Somebody wants to stop."""


def ask(read: Read, write: Write, moment: str, count: Count, *, alone: bool, first: int = 1, kept: str = "") -> int:
    """One sheet, or one for each person until nobody comes any more; how many were counted.

    `first` is the seat that begins, from 1; `kept` says where the counts go.
    """
    write(_opening(alone=alone, kept=kept))
    counted, seat = 0, first
    while True:
        try:
            sheet = _sheet(read, write, moment, seat, alone=alone)
        except _LeftError:
            write(["", *prose(_("What was not finished was not counted."))])
            return counted
        if sheet is None:
            return counted
        if is_empty(sheet):
            write(["", *prose(_("Nothing was answered, so nothing is counted. That is fine."))])
        else:
            count(sheet)
            counted, seat = counted + 1, seat + 1
            write(["", *_thanks(sheet, alone=alone)])
        if alone:
            return counted


def _opening(*, alone: bool, kept: str) -> list[str]:
    where = _("The counts are kept in {place}.", place=kept) if kept else _("Nothing is kept.")
    words = _(
        "Ten short questions, five of how confident you are and five cases. Leave out whatever you like, with an empty "
        "line. {quit} stops.",
        quit=typed("quit"),
    )
    lines = [*prose(words), *prose(where)]
    if not alone:
        group = _(
            "One after the other, and no names. Turn the projector off while people answer. Sit in the same order "
            "before and after, so that everybody gets both forms. A sheet of paper can be typed in one line, such as "
            "40 30 50 20 60 A b d c a e, with - for what was left out."
        )
        lines += ["", *prose(group)]
    return lines


def _sheet(read: Read, write: Write, moment: str, seat: int, *, alone: bool) -> Sheet | None:
    """The sheet of one person; None if nobody comes any more."""
    if not alone:
        said = _("Person {number}: press Enter to begin. {end}: that was everybody.", number=seat, end=typed("end"))
        whole = _begun(read, write, said, moment)
        if not isinstance(whole, bool):
            return whole
        if not whole:
            return None
    steps = tuple(_step(read, write, moment, at) for at in range(len(ITEMS)))
    form = form_for(moment, seat)
    picks = tuple(_pick(read, write, at, case) for at, case in enumerate(cases(form))) if form else ()
    return Sheet(steps, form, picks)


def _begun(read: Read, write: Write, question: str, moment: str) -> bool | Sheet:
    """Whether one person more answers here, or a whole sheet in one line."""
    while True:
        write(["", *prose(question)])
        line = read()
        if line is None or means(line, "end", "quit"):
            return False
        if not line.strip():
            return True
        found = read_sheet(one_line(line[:200]), moment)
        if found is not None:
            return found
        write(prose(_("That is not a whole sheet. Nothing was counted.")))


def _step(read: Read, write: Write, moment: str, at: int) -> int | None:
    question = [*prose(asked(moment, at)), *prose(_("0 to 100 in tens; 0 is not at all, 100 completely."))]
    write(["", *question])
    while True:
        line = _line(read)
        found = read_step(line)
        if found is not None or not line:
            return found
        write(prose(_("0, 10, 20 and so on to 100, or an empty line.")))


def _pick(read: Read, write: Write, at: int, case: Case) -> int | None:
    write(["", f"{case.name}.", *prose(case.text), "", *prose(case.ask)])
    write([line for n, option in enumerate(case.options) for line in item(option, f"{LETTERS[n]}. ")])
    while True:
        line = _line(read)
        found = read_option(line, at)
        if found is not None or not line:
            return found
        write(prose(_("A letter from a to {last}, or an empty line.", last=LETTERS[len(case.options) - 1])))


def _line(read: Read) -> str:
    line = read()
    if line is None or means(line, "quit"):
        raise _LeftError
    return one_line(line[:200])


def _thanks(sheet: Sheet, *, alone: bool) -> list[str]:
    if not alone:
        return prose(_("Thank you. It is counted."))
    return reviewed(sheet) if sheet.picks else prose(_("Thank you."))


def reviewed(sheet: Sheet) -> list[str]:
    """Each case of one's own sheet with what we would say."""
    lines = prose(_("Your cases, and what we would say."))
    for pick, case in zip(sheet.picks, cases(sheet.form), strict=True):
        same = _("as we do") if pick == case.key else _("left out") if pick is None else _("we see it otherwise")
        lines += ["", *prose(f"{case.name}: {same}."), *item(case.options[case.key], "> "), *prose(case.why)]
    return lines


# -- What came of it ---------------------------------------------------------------------------------------------------


def how_to_begin() -> list[str]:
    """What to type for each of the moments, and for what came of it."""
    command = "backfire measure {moment} --plain"
    lines = [f"{moment_name(moment)}: {command.format(moment=moment)}" for moment in MOMENTS]
    asked = _("Ten short questions at each moment; nobody has to answer all of them.")
    lines.append(_("What came of it: {command}", command=command.format(moment="results")))
    return [*prose(asked), *items(lines), *prose(_("With --group for a group, with --keep to keep the counts."))]


def told(measured: Measured) -> list[str]:
    """What may be shown, as lines."""
    found = results(measured)
    if not found.people:
        return prose(_("Nobody has answered yet."))
    counted = [
        plural("{moment}: {count} person", "{moment}: {count} people", many, moment=moment_name(moment))
        for moment, many in found.people
    ]
    lines = [] if found.alone else [_("How many answered"), *items(counted), ""]
    lines += _table(found) if found.columns else []
    for each in (*found.withheld, *how_to_read(found)):
        lines += [*prose(each), ""]
    return lines[:-1] if lines and not lines[-1] else lines


def _table(found: Results) -> list[str]:
    """A line for each item, each figure with the moment it belongs to: read aloud, a line is a sentence."""
    names = [moment_name(moment) for moment in found.columns]
    rows = [(row.name, [shown(value) for value in row.values]) for row in found.confidence]
    lines = [_("How confident, 0 to 100"), *_lined(names, rows), ""]
    if any(value is not None for value in found.right):
        cased = [at for at, moment in enumerate(found.columns) if has_cases(moment)]
        seen = [(_("cases of 5, seen as we do"), [shown(found.right[at]) for at in cased])]
        lines += [*_lined([names[at] for at in cased], seen), ""]
    if found.kinds:
        cells = [
            (row.name, ["–" if cell is None else _("{some} of {all}", some=cell[0], all=cell[1]) for cell in row.cells])
            for row in found.kinds
        ]
        lines += [_("By kind of case"), *_lined(names, cells), ""]
    return lines


def _lined(names: list[str], rows: list[tuple[str, list[str]]]) -> list[str]:
    inset = max(width(name) for name, _values in rows) + 2
    lines: list[str] = []
    for name, values in rows:
        said = ", ".join(f"{moment} {value}" for moment, value in zip(names, values, strict=True))
        one = f"- {pad(name + ':', inset)}{said}"
        lines += [one] if width(one) <= WIDTH else item(f"{name}: {said}")
    return lines
