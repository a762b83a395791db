"""What a table agrees on before it plays, as lines: Enter takes what is there, a number changes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from backfire_sim.plain.commands import means, typed
from backfire_sim.plain.shape import item, prose
from backfire_sim.plain.table_steps import number
from backfire_sim.speech import _, plural
from backfire_sim.table.conduct import LINES, OWN, line_words
from backfire_sim.table.roles import deal
from backfire_sim.table.setup import FEWEST_SEATS, MOST_SEATS, MOST_SECONDS, NEEDS, TIES, WAYS, Setup, checked
from backfire_sim.text import one_line

Read = Callable[[], str | None]
Write = Callable[[Sequence[str]], None]


def agree(setup: Setup, read: Read, write: Write, *, seed: int = 0) -> Setup | None:
    """Ask until the table agrees; None where nobody types any more, or somebody leaves. `seed` deals the roles."""
    dealt = setup.seed or seed
    while True:
        write(["", *_told(setup), "", *prose(_("Press Enter to play like this, or type a number to change it."))])
        line = read()
        if line is None or means(line, "quit"):
            return None
        if not line.strip():
            return checked(setup)
        change = _CHANGES.get(number(line.strip()))
        if change is None:
            write([_("Type a number from 1 to {last}.", last=len(_CHANGES))])
            continue
        changed = change(setup, read, write)
        if changed is None:
            return None
        setup = changed._replace(roles=deal(changed.seats, dealt) if changed.roles else ())


def _told(setup: Setup) -> list[str]:
    minutes = setup.talk / 60
    timer = plural("{count} minute", "{count} minutes", round(minutes)) if setup.talk >= 60 else f"{setup.talk} s"
    rows = (
        plural("Seats: {count}.", "Seats: {count}.", setup.seats),
        _(WAYS[setup.way]),
        _(NEEDS[setup.needs]),
        _("If that decides nothing: {rule}", rule=_(TIES[setup.ties])),
        _("Time for talking: {time}.", time=timer) if setup.talk else _("No timer for talking."),
        _("You say which of their methods comes next, before it does.") if setup.predict else _("No predicting."),
        _("A role for each seat.") if setup.roles else _("No roles."),
        _code_told(setup) if setup.code else _("No code of conduct."),
    )
    return [_("How do you play?"), *(line for n, row in enumerate(rows, 1) for line in item(row, f"{n}. "))]


def _code_told(setup: Setup) -> str:
    return _("Your code: {lines}", lines=" ".join(line_words(line, setup.own_line) for line in setup.code))


def _seats(setup: Setup, read: Read, write: Write) -> Setup | None:
    while True:
        write([_("How many seats, {fewest} to {most}?", fewest=FEWEST_SEATS, most=MOST_SEATS)])
        line = read()
        if line is None:
            return None
        if not line.strip():
            return setup
        if FEWEST_SEATS <= number(line.strip()) <= MOST_SEATS:
            return setup._replace(seats=number(line.strip()))


def _one_of(name: str, offered: dict[str, str]) -> Callable[[Setup, Read, Write], Setup | None]:
    def ask(setup: Setup, read: Read, write: Write) -> Setup | None:
        ids = list(offered)
        while True:
            write([line for n, key in enumerate(ids, 1) for line in item(_(offered[key]), f"{n}. ")])
            line = read()
            if line is None:
                return None
            if not line.strip():
                return setup
            if 0 < number(line.strip()) <= len(ids):
                chosen: dict[str, Any] = {name: ids[number(line.strip()) - 1]}
                return setup._replace(**chosen)
            write([_("Type a number from 1 to {last}.", last=len(ids))])

    return ask


def _talk(setup: Setup, read: Read, write: Write) -> Setup | None:
    most = MOST_SECONDS // 60
    while True:
        write(prose(_("How many minutes for talking? 0 is no timer; Enter is two minutes, or leaves yours.")))
        line = read()
        if line is None:
            return None
        if not line.strip():
            return setup._replace(talk=setup.talk or 120)
        if 0 <= number(line.strip()) <= most:
            return setup._replace(talk=number(line.strip()) * 60)
        write([_("Type a number from 0 to {last}.", last=most)])


def _predict(setup: Setup, read: Read, write: Write) -> Setup | None:
    return setup._replace(predict=not setup.predict)


def _roles(setup: Setup, read: Read, write: Write) -> Setup | None:
    return setup._replace(roles=() if setup.roles else ("",) * setup.seats)


def _code(setup: Setup, read: Read, write: Write) -> Setup | None:
    ids = list(LINES)
    write([line for n, key in enumerate(ids, 1) for line in item(_(LINES[key]), f"{n}. ")])
    how = _("Type numbers in one line, or {none}. A line of your own: type it in words.", none=typed("none"))
    while True:
        write(prose(how))
        line = read()
        if line is None:
            return None
        words = one_line(line[:400]).replace(",", " ").split()
        found = [number(word) for word in words]
        if not words:
            return setup
        if means(line, "none"):
            return setup._replace(code=(), own_line="")
        if all(0 < each <= len(ids) for each in found):
            own = (OWN,) if setup.own_line else ()
            return setup._replace(code=(*(ids[each - 1] for each in dict.fromkeys(found)), *own))
        if all(each < 0 for each in found):
            kept = tuple(line for line in setup.code if line != OWN)
            return checked(setup._replace(code=(*kept, OWN), own_line=line))


_CHANGES: dict[int, Callable[[Setup, Read, Write], Setup | None]] = {
    1: _seats,
    2: _one_of("way", WAYS),
    3: _one_of("needs", NEEDS),
    4: _one_of("ties", TIES),
    5: _talk,
    6: _predict,
    7: _roles,
    8: _code,
}
