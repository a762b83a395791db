"""What a facilitator is asked before something is done at the table: numbers, choices, reasons, yes or no."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from backfire_sim.engine.events import End, Throw
from backfire_sim.room.commands import Blank, Command, PlayIt, Said, Skip
from backfire_sim.speech import _
from backfire_sim.table import events as e
from backfire_sim.table.conduct import BROKEN, HELD, UNSURE
from backfire_sim.tui.screens.asking import Asking, Choosing
from backfire_sim.tui.screens.facilitate_hands import MOST_HANDS, SUBJECT, CountScreen
from backfire_sim.views import facilitating

if TYPE_CHECKING:
    from backfire_sim.tui.screens.facilitate import FacilitateScreen
    from backfire_sim.views.facilitator import InjectRow

LONGEST_REASON = 280

_AT_ONCE: dict[str, Command] = {
    "read_on": e.ReadOn(),
    "start_choosing": e.StartChoosing(),
    "show": e.Show(),
    "talk": e.Talk(),
    "run_timer": e.RunTimer(),
    "pause_timer": e.PauseTimer(),
    "more_time": e.MoreTime(),
    "choose_again": e.ChooseAgain(),
    "decide": e.Decide(),
    "predict": e.Predict(),
    "play_it": PlayIt(),
    "back": e.Back(),
    "freeze": e.Freeze(),
    "thaw": e.Thaw(),
    "blank": Blank(True),
    "unblank": Blank(False),
}
"""What needs nothing more than to be asked for."""


def begin(page: FacilitateScreen, do: str) -> None:
    """Do it, or ask what has to be known first."""
    if do in _AT_ONCE:
        ask_for(page, _AT_ONCE[do])
    else:
        _ASKED[do](page)


def ask_for(page: FacilitateScreen, command: Command, *, done: str = "") -> None:
    """Ask the table for something; where something should be known first, say so and ask.

    `done`: a sentence to say once it has happened.
    """

    def answered(said: Said) -> None:
        if said.ask:
            _know_first(page, command, said.text)
            return
        words = " ".join(part for part in (done if said.ok else "", said.text) if part)
        if words:
            page.say(words)

    page.host.ask(command, answered)


def _know_first(page: FacilitateScreen, command: Command, words: str) -> None:
    knowing = _knowing(command)
    if knowing is None:
        page.say(words)
        return

    def done(yes: bool | None) -> None:
        if yes:
            ask_for(page, knowing)

    title, yes = (
        (_("Play it"), _("Play it without")) if isinstance(command, PlayIt) else (_("Show the choices"), _("Show it"))
    )
    page.app.push_screen(Asking(SUBJECT, title, title, [words], yes, no_first=True), done)


def _knowing(command: Command) -> Command | None:
    """The same, by somebody who knows what should be known first."""
    match command:
        case PlayIt(knowing=False):
            return PlayIt(knowing=True)
        case e.Show(close=False):
            return e.Show(close=True)
    return None


# -- Before it is done -----------------------------------------------------------------------------------------------


def throw(page: FacilitateScreen, inject: InjectRow) -> None:
    """Throw an inject, after a question."""
    if inject.shut:
        page.say(inject.shut)
        return
    words = [
        inject.text,
        _("The shared screen shows it at once, with what follows from it. It cannot be thrown twice."),
    ]

    def done(yes: bool | None) -> None:
        if yes:
            ask_for(page, Throw(inject.id), done=_("Thrown. The shared screen shows it."))

    page.app.push_screen(Asking(SUBJECT, _("Inject"), inject.title, words, _("Throw it")), done)


def _end(page: FacilitateScreen) -> None:
    words = [
        _("The play ends here, for everybody, and the shared screen goes on to the look back."),
        _("It begins with how people are. Nobody has to give a reason."),
    ]

    def done(yes: bool | None) -> None:
        if yes:
            ask_for(page, End())

    title = _("End kindly")
    page.app.push_screen(Asking(SUBJECT, title, title, words, _("End it, and look back"), no_first=True), done)


def _skip(page: FacilitateScreen) -> None:
    from backfire_sim.table import state as s
    from backfire_sim.tui.screens.pause import SKIPPING

    if page.view.table.stage == s.TOLD:
        ask_for(page, Skip())
        return

    def done(yes: bool | None) -> None:
        if yes:
            ask_for(page, Skip())

    title = _("Skip this scene")
    page.app.push_screen(Asking(SUBJECT, title, title, [_(SKIPPING)], _("Skip it")), done)


def _reason(page: FacilitateScreen) -> None:
    from backfire_sim.tui.screens.write import WriteScreen

    def keep(words: str) -> None:
        if words.strip():
            ask_for(page, e.Reason(words))

    page.app.push_screen(WriteScreen(SUBJECT, _("A reason, unnamed"), "", most=LONGEST_REASON, keep=keep, lines=False))


def note_test(page: FacilitateScreen, line: str, words: str) -> None:
    """Ask how a line of the code held."""
    by = facilitating.tested_by(page.view, line)
    hows = (HELD, BROKEN, UNSURE)
    labels = [(_("It held"), ""), (_("It was broken"), ""), (_("They are not sure"), "")]

    def take(at: int) -> None:
        ask_for(page, e.NoteTest(line, by, hows[at]))

    page.app.push_screen(Choosing(SUBJECT, _("A line that was tested"), words, (), labels, take))


def _rule(page: FacilitateScreen) -> None:
    view = page.view
    contenders = set(view.table.contenders)
    rows = sorted(view.table.choices, key=lambda row: (row.number not in contenders, row.number))
    labels = [
        (f"{row.number}  {row.label}", _("The choices did not decide about it.") if row.number in contenders else "")
        for row in rows
    ]
    about = _("The shared screen shows what you take, and that the facilitator decided. Say why aloud.")

    def take(at: int) -> None:
        ask_for(page, e.Rule(rows[at].number))

    page.app.push_screen(Choosing(SUBJECT, _("Decide it yourself"), _("Which one?"), [about], labels, take))


def _objections(page: FacilitateScreen) -> None:
    most = max(0, min(MOST_HANDS, page.view.table.seats))
    labels = [(_("Nobody objects"), ""), *((str(n), "") for n in range(1, most + 1))]
    about = _("Nobody has to say why. One objection is enough: then they talk and choose again, or you decide.")

    def take(at: int) -> None:
        ask_for(page, e.Objections(at))

    page.app.push_screen(Choosing(SUBJECT, _("Objections"), _("How many object?"), [about], labels, take))


def _count(page: FacilitateScreen) -> None:
    page.app.push_screen(CountScreen(page))


_ASKED: dict[str, Callable[[FacilitateScreen], None]] = {
    "end": _end,
    "skip": _skip,
    "reason": _reason,
    "rule": _rule,
    "objections": _objections,
    "count": _count,
}
