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
from backfire_sim.plain.player import Player, Read, Write
from backfire_sim.plain.safety import BLANK_LINES
from backfire_sim.plain.shape import blocks, prose
from backfire_sim.plain.table_choosing import Choosing
from backfire_sim.plain.table_steps import SHARED, SHARED_WORDS, SayMoreError, asked, leave_out, onward, tested
from backfire_sim.room.commands import Blank, Command
from backfire_sim.speech import _
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.conduct import HOW
from backfire_sim.views.consequence import consequence
from backfire_sim.views.intensity import consequence_at, play_at
from backfire_sim.views.level import WHOLE
from backfire_sim.views.play import view as play_view

if TYPE_CHECKING:
    from backfire_sim.engine.apply import Turn
    from backfire_sim.room.host import TableHost
    from backfire_sim.table.setup import Setup
    from backfire_sim.views.play import PlayView
    from backfire_sim.views.table import TableView

Debrief = Callable[[str], None]
"""Looks back at the play as it stands, at a level of `views.level`."""

Agree = Callable[["Setup"], "Setup | None"]
"""Asks how the table plays; None where nobody says."""


class TablePlayer(Player, Choosing):
    """One table at one keyboard."""

    def __init__(
        self,
        host: TableHost,
        read: Read,
        write: Write,
        *,
        level: str = WHOLE,
        listen: Listen | None = None,
        agree: Agree | None = None,
        debrief: Debrief | None = None,
    ) -> None:
        """`read` reads a line where only one answers; `listen` waits for one and for what happens elsewhere."""
        super().__init__(host.kept, read, write, level=level)
        self.host = host
        self._listen = listen or self._poll
        self._agree = agree
        self._debrief = debrief
        self._turns: list[Turn] = []
        self._mark: object = None
        self._read_out: object = None
        """The scene that was told last, and in which round."""

    def run(self, *, resumed: bool = False) -> None:
        """Play until somebody leaves. All of it is kept when this returns, but for which seat chose which."""
        self._say(prose(self.host.notice) if self.host.notice else [])
        if not self.host.resumed and resumed and not self._arrange():
            self._say([self.farewell()])
            return
        if resumed:
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
            self._carry_out(command)
            self._follow()

    def _hear(self) -> Heard:
        view = self.host.table_view()
        if not self.host.blank:
            self._say(["", *self._question(view)])
        hidden = view.stage in s.COUNTING and not view.frozen and not self.host.blank
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
        hints = {hint.line: hint.by for hint in self.host.facilitator_view().test_hints}
        return e.NoteTest(found.line, hints.get(found.line, "move"), found.how)

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

    def _follow_turns(self) -> None:
        """Tell what came in, who was asked, and what was taken back."""
        from backfire_sim.plain.aftermath import asked as answered
        from backfire_sim.plain.aftermath import taken_back
        from backfire_sim.plain.injects import came_in

        before, now = self._turns, self.kept.session.turns()
        same = next(
            (n for n, (was, is_) in enumerate(zip(before, now, strict=False)) if was.event != is_.event),
            min(len(before), len(now)),
        )
        rules = self.kept.session.rules
        for turn in before[same:]:
            self._say(taken_back(consequence(rules, turn)))
        for turn in now[same:]:
            told = consequence_at(consequence(rules, turn), self.level)
            kind = type(turn.event).__name__
            if kind in ("Ask", "Withdraw"):
                self._say(answered(told))
            elif kind == "Throw":
                self._say(came_in(told))
        self._turns = now

    def _standing_still(self) -> list[str]:
        paused = _("Paused, for as long as you like. Nothing of this is kept.")
        return prose(f"{paused} {_('Type {here} for where to get help here.', here=typed('here'))}")

    # -- Telling -------------------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        """Where the table is, whole."""
        self._read_out = None
        view = self.host.table_view()
        if view.stage not in (s.TOLD, s.READ, s.OVER) and self._playing():
            self._tell_scene()
            self._say([""])
        self._tell_stage()

    def _tell_stage(self) -> None:
        view = self.host.table_view()
        match view.stage:
            case s.TOLD:
                self._do_why(Typed("", "why", ""))
            case s.READ | s.PREDICTED if self._preparing(view):
                self._say(wording.preparation(self._view()))
            case s.READ if self._read_out != self._here():
                self._tell_scene()
                self._say(["", *wording.board(self._view()), "", *said.choices(view, self._view().moves)])
            case s.READ:
                self._say(blocks(prose(view.heading), said.short_choices(view)))
            case s.FIRST | s.AGAIN | s.PREDICT:
                self._say(blocks(prose(view.heading), said.short_choices(view)))
            case s.SHOWN | s.SHOWN_AGAIN:
                self._say(blocks(prose(view.heading), said.spread(view)))
            case s.TALK:
                self._say(blocks(prose(view.heading), said.clock(view.clock) if view.clock.on else []))
            case s.UNSETTLED:
                self._say(blocks(prose(view.heading), said.contenders(view)))
            case s.DECIDED:
                self._say(blocks(prose(view.heading), self._minority()))
            case s.OVER:
                self._do_ending()
            case _:
                self._say(prose(view.heading))

    def _tell_scene(self) -> None:
        now = self._view()
        self._say(blocks(wording.scene(play_at(now, self.level)), said.predictions(self.host.table_view().predictions)))
        self._read_out = self._here()

    def _here(self) -> object:
        return self.host.table.round.scene, len(self.host.table.told)

    def _minority(self) -> list[str]:
        spread = self.host.table.round.spread
        if spread is None or sum(1 for count in spread.counts if count) < 2:
            return []
        how = _(
            "Whoever wanted something else may say why: {reason} and a sentence, no name. The debrief reads it.",
            reason=typed("reason"),
        )
        return prose(how)

    def _view(self) -> PlayView:
        self._turn = self.host.turn
        return play_view(self.kept.session, self._turn.before if self._turn is not None else None)

    def _do_why(self, command: Typed) -> None:
        self._turn = self.host.turn
        super()._do_why(command)

    def _do_moves(self, command: Typed) -> None:
        view = self.host.table_view()
        open_now = self._playing() and view.stage != s.TOLD
        self._say(said.choices(view, self._view().moves) if open_now else [_("No scene is open.")])

    def _do_methods(self, command: Typed) -> None:
        if self.host.table.round.stage == s.TOLD:
            self._say([_("No scene is open.")])
        else:
            super()._do_methods(command)

    def _do_spread(self, command: Typed) -> None:
        self._say(said.spread(self.host.table_view()))

    def _do_roles(self, command: Typed) -> None:
        self._say(said.roles(self.host.table_view().roles))

    def _do_code(self, command: Typed) -> None:
        self._say(said.code(self.host.table_view().code))

    def _do_rules(self, command: Typed) -> None:
        self._say(said.rules(self.host.table_view()))

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
            self._debrief(self.level)
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

    def _do_blank(self, command: Typed) -> None:
        self.host.do(Blank())

    def _aside(self, *events: Event) -> None:
        for event in events:
            self._happen(event)

    def _happen(self, event: Event, *, tell: bool = True) -> bool:
        """Let an event happen at the table; a move is taken by the facilitator's word, as in skipping a scene."""
        if isinstance(event, Play):
            return self._leave_out(event)
        return self._ask(event)  # type: ignore[arg-type]

    def _leave_out(self, event: Play) -> bool:
        host = self.host

        def number() -> int:
            return next((n for n, choice in enumerate(host.table.round.options, 1) if choice.id == event.move), 0)

        done = leave_out(host.do, lambda: host.table.round.stage, number)
        self._say(prose(done.text) if done.text else [])
        # The scene is told next, and nothing of the one that was left out.
        self._mark, self._turns = self._now(), self.kept.session.turns()
        return done.ok

    def farewell(self) -> str:
        """The last line, whichever way people leave."""
        if self.kept.log.path is None or self.kept.session.over:
            return super().farewell()
        return _("You leave. All is kept; backfire resume goes on at this table.")
