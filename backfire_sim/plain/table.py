"""A table of many as lines: for a screen reader, a slow line, or a terminal that is projected.

What is said comes from the host, whoever asked for it: after each line, and as soon as a facilitator's terminal or the
timer changes something, what has changed is told.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from backfire_sim.engine.events import Event, Play
from backfire_sim.plain import table_wording as said
from backfire_sim.plain import wording
from backfire_sim.plain.commands import Command as Typed
from backfire_sim.plain.commands import typed
from backfire_sim.plain.listening import NEWS, Heard, Listen, News
from backfire_sim.plain.player import Read, Write
from backfire_sim.plain.safety import BLANK_LINES
from backfire_sim.plain.shape import prose
from backfire_sim.plain.table_choosing import Choosing
from backfire_sim.plain.table_steps import SHARED, SHARED_WORDS, SayMoreError, asked, onward, tested
from backfire_sim.plain.table_telling import TableTeller
from backfire_sim.room.commands import Blank, Command, Skip
from backfire_sim.speech import _
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.conduct import HOW
from backfire_sim.table.setup import KEYS
from backfire_sim.views import facilitating
from backfire_sim.views.level import WHOLE

if TYPE_CHECKING:
    from backfire_sim.room.host import TableHost
    from backfire_sim.table.setup import Setup
    from backfire_sim.views.table import TableView

Debrief = Callable[[str], None]
"""Looks back at the play as it stands, at a level of `views.level`."""

Agree = Callable[["Setup"], "Setup | None"]
"""Asks how the table plays; None where nobody says."""


class TablePlayer(TableTeller, Choosing):
    """One table at one keyboard."""

    def __init__(
        self,
        host: TableHost,
        read: Read,
        write: Write,
        *,
        level: str = WHOLE,
        listen: Listen | None = None,
        hide: Callable[[bool], None] = lambda hidden: None,
        agree: Agree | None = None,
        debrief: Debrief | None = None,
    ) -> None:
        """`read` reads a line where only one answers; `listen` waits for one and for what happens elsewhere.

        `hide` lets what is typed be unseen from then on, or seen again.
        """
        super().__init__(host, read, write, level=level)
        self._listen = listen or self._poll
        self._hide = hide
        self._agree = agree
        self._debrief = debrief
        self._mark: object = None

    def run(self, *, resumed: bool = False) -> None:
        """Play until somebody leaves. All of it is kept when this returns, but for which seat chose which."""
        self._say(prose(self.host.notice) if self.host.notice else [])
        if not self.host.resumed and resumed and not self._arrange():
            self._say([self.farewell()])
            return
        if self.host.resumed:
            self._say([_("You go on where your table stood.")])
        self._say(["", *said.opening(self.host.table_view()), ""])
        self._turns, self._mark = self.kept.session.turns(), self._now()
        self._tell()
        while True:
            line = self._hear()
            if isinstance(line, News):
                self._follow()
                continue
            if line is None or (command := SHARED.read(line)).word == "quit":
                self._say(["", self.farewell()])
                return
            self._say([""])
            if not command.text and self._changed():
                # What Enter would do now is not what was read when it was pressed.
                self._follow()
                continue
            self._carry_out(command)
            self._follow()

    def _hear(self) -> Heard:
        view = self.host.table_view()
        hidden = view.stage in s.COUNTING and view.way == KEYS and not view.frozen and not self.host.blank
        # Before anybody is asked: whoever is quick types while the question is still being said.
        self._hide(hidden)
        if not self.host.blank:
            self._say(["", *self._question(view)])
        return self._listen(hidden, self._changed)

    def _question(self, view: TableView) -> list[str]:
        if self._preparing(view) and not view.frozen:
            return wording.question(self._view())
        return said.question(view, self._onward(), self._seat_at(view))

    def _poll(self, hidden: bool, changed: Callable[[], bool]) -> Heard:
        return NEWS if changed() else self.read()

    # -- What is typed -------------------------------------------------------------------------------------------------

    def _carry_out(self, command: Typed) -> None:
        asked_before, self._asked = self._asked, None
        known = getattr(self, f"_do_{command.word}", None) if command.known else None
        view = self.host.table_view()
        if self.host.blank:
            if command.word in ("again", "blank"):
                self.host.do(Blank(False))
        elif command.word == "yes" and asked_before is not None:
            self._ask(asked_before)
        elif not command.text:
            self._go_onward()
        elif command.word in wording.ABOUT_NOW:
            self._say(wording.ABOUT_NOW[command.word](self._view()))
        elif known is not None:
            known(command)
        elif command.word:
            self._ask_by_word(command)
        else:
            self._typed(command.text, view)

    def _onward(self) -> Command | None:
        return onward(self.host.table_view(), predict=self.host.table.setup.predict)

    def _go_onward(self) -> None:
        step = self._onward()
        if step is not None:
            self._ask(step)
        elif self.host.table.round.stage == s.OVER:
            self._do_debrief(Typed("", "debrief", ""))

    def _ask_by_word(self, command: Typed) -> None:
        try:
            if command.word in HOW:
                self._ask(self._tested(command))
                return
            wanted = asked(command.word, command.rest, self.host.table_view())
        except SayMoreError as error:
            self._say(prose(str(error)))
            return
        if wanted is not None and self._ask(wanted) and isinstance(wanted, e.Reason):
            self._say([_("Kept for the talk afterward.")])

    def _tested(self, command: Typed) -> Command:
        code = self.host.table.setup.code
        found = tested(command.word, command.rest, code, "")
        assert isinstance(found, e.NoteTest)
        by = facilitating.tested_by(self.host.facilitator_view(), found.line)
        return e.NoteTest(found.line, by, found.how)

    # -- What has changed ----------------------------------------------------------------------------------------------

    def _now(self) -> object:
        """Everything whose change is to be told; which seats have chosen, and never what."""
        table = self.host.table
        seen = table.round._replace(box=s.Box(), clock=s.Clock(), reasons=())
        time_is_up = table.round.clock.on and not table.round.clock.left
        return (
            (seen, len(table.told), table.setup),
            (s.has_chosen(table), time_is_up),
            (table.frozen, self.host.blank),
            len(self.kept.session.events),
        )

    def _changed(self) -> bool:
        return self._now() != self._mark

    def _follow(self) -> None:
        """Say what has changed, whoever changed it."""
        now, before = self._now(), self._mark
        if before == now:
            return
        self._mark = now
        assert isinstance(now, tuple) and isinstance(before, tuple)
        (seen, (chosen, up), (frozen, blank), _count), (saw, (had, was_up), (froze, was_blank), _before) = now, before
        if blank:
            self._say([""] * BLANK_LINES if not was_blank else [])
            return
        if was_blank:
            self._tell()
            return
        self._follow_turns()
        if frozen != froze:
            self._say(self._standing_still() if frozen else prose(_("You go on.")))
        if seen != saw:
            self._tell_stage()
        elif up and not was_up:
            self._say(said.clock(self.host.table_view().clock))
        elif self.host.table.round.stage in s.COUNTING and chosen != had:
            self._say([_("Seat {seat} has chosen.", seat=seat) for seat in sorted(chosen - had)])
            self._say(prose(_("Everyone chooses anew.")) if had - chosen else [])

    def _standing_still(self) -> list[str]:
        paused = _("Paused, for as long as you like. Nothing of this is kept.")
        return prose(f"{paused} {_('Type {here} for where to get help here.', here=typed('here'))}")

    def _do_clock(self, command: Typed) -> None:
        view = self.host.table_view()
        if view.stage == s.TALK and not view.clock.on:
            self._ask(e.RunTimer())
            view = self.host.table_view()
        self._say(said.clock(view.clock))

    def _do_help(self, command: Typed) -> None:
        self._say(said.help_told(SHARED_WORDS, said.HELP))

    def _do_debrief(self, command: Typed) -> None:
        if self._debrief is None or self.host.turn is None:
            self._say([_("There is nothing to look back at yet.")])
        else:
            self.host.look_back(True)
            try:
                self._debrief(self.level)
            finally:
                self.host.look_back(False)
            self._say(["", *prose(_("You are back at the table."))])

    # -- What is not a step of the round -------------------------------------------------------------------------------

    def _do_setup(self, command: Typed) -> None:
        self._arrange()

    def _arrange(self) -> bool:
        if self._agree is None:
            return True
        setup = self._agree(self.host.table.setup)
        if setup is not None:
            self._ask(e.Arrange(setup))
        return setup is not None

    def _do_ask(self, command: Typed) -> None:
        super()._do_ask(command._replace(rest=self._named(command.rest)))

    def _do_withdraw(self, command: Typed) -> None:
        super()._do_withdraw(command._replace(rest=self._named(command.rest)))

    def _named(self, rest: str) -> str:
        """Numbers of this table's choices as ids of moves."""
        ids = {str(row.number): row.id for row in self.host.table_view().choices}
        return " ".join(ids.get(word, word) for word in rest.split())

    def _do_injects(self, command: Typed) -> None:
        how = _("What can come in stands on the facilitator's terminal: backfire facilitate. Everybody sees this one.")
        self._say(prose(how))

    def _do_inject(self, command: Typed) -> None:
        if not command.rest:
            self._do_injects(command)
        else:
            self._ask_by_word(command)

    def _do_pause(self, command: Typed) -> None:
        self.host.do(e.Freeze())

    def _do_end(self, command: Typed) -> None:
        super()._do_end(command)
        if self._debrief is not None and self.host.turn is not None:
            self._say(prose(_("{debrief} looks back together.", debrief=typed("debrief"))))

    def _do_blank(self, command: Typed) -> None:
        self.host.do(Blank())

    def _aside(self, *events: Event) -> None:
        for event in events:
            self._happen(event)

    def _happen(self, event: Event, *, tell: bool = True) -> bool:
        """Let an event happen at the table; a move is taken by the facilitator's word, as in skipping a scene."""
        if isinstance(event, Play):
            return self._leave_out()
        return self._ask(event)  # type: ignore[arg-type]

    def _leave_out(self) -> bool:
        done = self.host.do(Skip())
        self._say(prose(done.text) if done.text else [])
        # The scene is told next, and nothing of the one that was left out.
        self._mark, self._turns = self._now(), self.kept.session.turns()
        return done.ok

    def farewell(self) -> str:
        """The last line, whichever way people leave."""
        if self.kept.log.path is None or self.kept.session.over:
            return super().farewell()
        return _("You leave. All is kept; backfire resume goes on at this table.")
