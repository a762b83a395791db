"""What a table hears: where it is, what followed, who was asked, and what came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backfire_sim.engine.events import Ask, Throw, Withdraw
from backfire_sim.engine.position import PREPARING
from backfire_sim.plain import table_wording as said
from backfire_sim.plain import wording
from backfire_sim.plain.commands import Command as Typed
from backfire_sim.plain.commands import typed
from backfire_sim.plain.player import Player, Read, Write
from backfire_sim.plain.shape import blocks, prose
from backfire_sim.speech import _
from backfire_sim.table import state as s
from backfire_sim.views.consequence import consequence
from backfire_sim.views.intensity import consequence_at, play_at
from backfire_sim.views.play import view as play_view

if TYPE_CHECKING:
    from backfire_sim.engine.apply import Turn
    from backfire_sim.room.host import TableHost
    from backfire_sim.views.play import PlayView
    from backfire_sim.views.table import TableView


class TableTeller(Player):
    """Tells a table where it stands, from what the room may see."""

    def __init__(self, host: TableHost, read: Read, write: Write, *, level: str) -> None:
        """`level` as for a play."""
        super().__init__(host.kept, read, write, level=level)
        self.host = host
        self._turns: list[Turn] = []
        """What has been told so far."""
        self._read_out: object = None
        """The scene that was told last, and in which round."""

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
            self._read_out = None
            self._say(taken_back(consequence(rules, turn)))
        for turn in now[same:]:
            told = consequence_at(consequence(rules, turn), self.level)
            if isinstance(turn.event, Ask | Withdraw):
                self._say(answered(told))
            elif isinstance(turn.event, Throw):
                self._say(came_in(told))
                lines = self.host.table_view().code
                self._say([*prose(_("Which line of your code does it test?")), *said.code(lines)] if lines else [])
        self._turns = now

    def _preparing(self, view: TableView) -> bool:
        """Whether the table gets things ready, together and not by number."""
        return view.stage in (s.READ, s.PREDICTED) and self.kept.session.position.phase == PREPARING
