"""The host of a table: the play and the table bound together, driven by the keyboard and by facilitators alike.

host = TableHost(kept, Setup(seats=8))      # or as its file beside the play left it
said = host.do(StartChoosing())
host.table_view(); host.facilitator_view()  # what the room sees, what only the facilitator sees
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from backfire_sim.engine.events import WAIT, End, IllegalEventError, Play, Prepare, Undo
from backfire_sim.engine.position import IN_SCENE, OVER
from backfire_sim.room.commands import Blank, Command, OfPlay, PlayIt, Said, Skip
from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.tables import load, save, table_path
from backfire_sim.table import events as e
from backfire_sim.table import state as s
from backfire_sim.table.apply import apply, open_table
from backfire_sim.table.events import AskFirstError, NotNowError
from backfire_sim.table.setup import Setup
from backfire_sim.views import words
from backfire_sim.views.facilitator import FacilitatorView, Prospects, facilitator_view, leads_rows
from backfire_sim.views.play import move_views
from backfire_sim.views.table import TableView, choices, table_view

if TYPE_CHECKING:
    from backfire_sim.engine.apply import Turn
    from backfire_sim.engine.events import Event
    from backfire_sim.storage.kept import Kept

LONGEST_GAP = 2.0
"""Seconds between two ticks beyond which the machine has slept: the timer then stands still rather than jump."""

_KEPT_EVERY = 5
"""Seconds of the timer after which the table is written: not every second wears a disk."""


class TableHost:
    """One play with one table. Safe to use from several threads; those who subscribe are called after each change."""

    def __init__(self, kept: Kept, setup: Setup | None = None) -> None:
        """Take the table up as its file left it, else set it up. BadSetupError where it cannot be."""
        self.kept = kept
        self.revision = 0
        """Counts the changes since the program began."""
        self.blank = False
        """Whether the shared screen is to be blank."""
        self.looking_back = False
        """Whether the shared screen is at the look back: what is played stands still until it is at the table again."""
        self.turn: Turn | None = None
        """The last decision, for what followed from it; None before the first."""
        self.notice = ""
        """A sentence where the table of before could not be taken up; else empty."""
        self.unkept = ""
        """Why the last change is not kept; empty where it is."""
        self._lock = threading.RLock()
        self._callbacks: list[Callable[[], None]] = []
        self._seconds = 0.0
        self._leads: tuple[object, Prospects] | None = None
        self._path = table_path(kept.log.path) if kept.log.path is not None else None
        table, self.notice = load(self._path) if self._path is not None else (None, "")
        self.resumed = table is not None
        """Whether the table was taken up as it was left; if not, it may still agree on how it plays (`Arrange`)."""
        if table is None:
            opened = self._opened(None)
            table = open_table((setup or Setup()), opened)
            table = table._replace(setup=table.setup._replace(seed=table.setup.seed or self._seed))
        self.table = table
        self._catch_up()
        self._keep()

    # -- What there is -------------------------------------------------------------------------------------------------

    def table_view(self) -> TableView:
        """What the room sees."""
        with self._lock:
            return table_view(self.table, self.kept.session)

    def facilitator_view(self) -> FacilitatorView:
        """What only the facilitator sees."""
        with self._lock:
            session = self.kept.session
            at = (session.position, self.table.round.options)
            if self._leads is None or self._leads[0] != at:
                self._leads = (at, leads_rows(session, self.table))
            kept = self._path is not None
            return facilitator_view(
                self.table, session, leads=self._leads[1], kept=kept, blank=self.blank, looking_back=self.looking_back
            )

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Be called after each change, in the thread that made it; what comes back ends that."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback) if callback in self._callbacks else None

    # -- What happens --------------------------------------------------------------------------------------------------

    def do(self, command: Command) -> Said:
        """Let a command happen, or say why it cannot."""
        with self._lock:
            was = self.table, self.blank, len(self.kept.session.events)
            if self.looking_back and not isinstance(command, Blank | e.NoteTest):
                return Said(
                    False, _("The look back is on the shared screen. From there they can go back to the table.")
                )
            try:
                text = self._do(command)
            except AskFirstError as error:
                return Said(False, str(error), ask=True)
            except (NotNowError, IllegalEventError, StorageError) as error:
                return Said(False, str(error))
            if was == (self.table, self.blank, len(self.kept.session.events)):
                return Said(True, text)
            self._changed()
            said = Said(True, " ".join(part for part in (text, self.unkept) if part))
        self._tell()
        return said

    def tick(self, elapsed: float) -> None:
        """So many seconds have gone by since the last tick. To be called about once a second while the timer runs."""
        with self._lock:
            if not self.table.round.clock.running or self.table.frozen:
                self._seconds = 0.0
                return
            if elapsed > LONGEST_GAP:
                self._seconds = 0.0
                self.table = apply(self.table, e.PauseTimer())
            else:
                self._seconds += max(0.0, elapsed)
                whole = int(self._seconds)
                if not whole:
                    return
                self._seconds -= whole
                self.table = apply(self.table, e.Tick(whole))
            clock = self.table.round.clock
            self._changed(keep=not clock.running or clock.left % _KEPT_EVERY == 0)
        self._tell()

    def look_back(self, on: bool) -> None:
        """The shared screen goes to the look back, or comes back to the table, which follows what was taken back."""
        with self._lock:
            self.looking_back = on
            self._catch_up()
            self._changed()
        self._tell()

    def catch_up(self) -> None:
        """The play was changed by way of `kept` itself, as by a screen that asks for consent: the table follows."""
        with self._lock:
            self._catch_up()
            self._changed()
        self._tell()

    # -- Inside --------------------------------------------------------------------------------------------------------

    @property
    def _seed(self) -> int:
        return self.kept.session.position.seed

    def _do(self, command: Command) -> str:
        match command:
            case Blank(on):
                self.blank = on
                return ""
            case PlayIt(knowing):
                return self._play_it(knowing)
            case Skip():
                return self._skip()
            case e.Back() if not self.table.trail and self.table.round.box.empty:
                return self._take_back()
            case e.Arrange(setup):
                seed = setup.seed or self.table.setup.seed
                self.table = apply(self.table, e.Arrange(setup._replace(seed=seed)))
                return ""
        if isinstance(command, OfPlay):
            return self._happen(command)
        self.table = apply(self.table, command)
        return ""

    def _happen(self, event: OfPlay) -> str:
        if self.table.frozen:
            raise NotNowError(_("Everything stands still. Let it go on first."))
        before = self.table.round.stage
        self._follow(self.kept.play(event), event)
        if isinstance(event, Prepare | End) or before == self.table.round.stage:
            return ""
        return _("What can be chosen has changed: the choice begins anew.")

    def _play_it(self, knowing: bool) -> str:
        now = self.table.round
        if self.table.frozen or now.stage not in (s.DECIDED, s.PREDICTED) or not now.decided:
            raise NotNowError(_("Nothing is decided yet that could be played."))
        session, move = self.kept.session, now.options[now.decided - 1].id
        shown = next((each for each in move_views(session.rules, session.position) if each.id == move), None)
        unasked = [each.label for each in shown.consents if each.state != "yes"] if shown else []
        if unasked and not knowing:
            said = _("Not everyone concerned has said yes: {what}. Ask first, or play it without.")
            raise AskFirstError(said.format(what=words.listed(unasked)))
        event = Play(session.position.scene, move)
        self._follow(self.kept.play(event), event)
        return ""

    def _skip(self) -> str:
        session = self.kept.session
        if self.table.round.stage != s.TOLD:
            if self.table.frozen:
                raise NotNowError(_("Everything stands still. Let it go on first."))
            if session.position.phase != IN_SCENE:
                raise NotNowError(_("There is no scene now that could be skipped."))
            event = Play(session.position.scene, WAIT)
            turn = self.kept.play(event)
            # Nobody decided it: what had been decided before does not count.
            undecided = self.table.round._replace(decided=0, how="", contenders=())
            self.table = self.table._replace(round=undecided)
            self._follow(turn, event)
        if self.table.round.stage == s.TOLD:
            self.table = apply(self.table, e.ReadOn())
        return ""

    def _take_back(self) -> str:
        session = self.kept.session
        if self.table.frozen:
            raise NotNowError(_("Everything stands still. Let it go on first."))
        if not session.can_undo:
            raise NotNowError(_("There is nothing to go back to."))
        self.kept.play(Undo())
        self._catch_up()
        return _("The last decision is taken back.")

    def _follow(self, turn: Turn | None, event: Event) -> None:
        """The table after the play went on by an event."""
        if isinstance(event, Play | Prepare):
            self.turn = turn
            self.table = apply(self.table, self._opened(turn))
        self._catch_up()

    def _opened(self, turn: Turn | None) -> e.Opened:
        """The play as it stands, or as a turn left it."""
        session = self.kept.session
        position = turn.after if turn is not None else session.position
        landed = tuple(method.uses for method in position.landed) if turn is None or turn.opened_a_scene else ()
        return e.Opened(
            scene=position.scene if position.phase == IN_SCENE else "",
            options=choices(session.rules, position),
            landed=landed,
            over=position.phase == OVER,
            move=turn.event.move if turn is not None and isinstance(turn.event, Play) else "",
        )

    def _catch_up(self) -> None:
        """Bring the table to where the play is: after a kill between the two, and after a play went on without it."""
        turns = [turn for turn in self.kept.session.turns() if isinstance(turn.event, Play | Prepare)]
        self.turn = turns[-1] if turns else None
        now = self._opened(None)
        while len(self.table.told) > len(turns):
            self.table = apply(self.table, e.TakenBack(now.scene, now.options))
        for turn in turns[len(self.table.told) :]:
            scene = turn.before.scene if turn.before.phase == IN_SCENE else ""
            if self.table.round.scene != scene:
                self.table = self.table._replace(round=s.Round(scene))
            self.table = apply(self.table, self._opened(turn))
        here = self.table.round
        if (here.scene, here.over) != (now.scene, now.over):
            stage = s.OVER if now.over else s.READ
            here = s.Round(now.scene, now.options, stage, over=now.over)
            self.table = self.table._replace(round=here, trail=())
        self.table = apply(self.table, e.Changed(now.options))

    def _changed(self, *, keep: bool = True) -> None:
        self.revision += 1
        if keep:
            self._keep()

    def _keep(self) -> None:
        """Write the table down. A disk that refuses takes nothing from the people in the room: they are told."""
        if self._path is None:
            return
        try:
            save(self._path, self.table)
            self.unkept = ""
        except StorageError as error:
            self.unkept = str(error)

    def _tell(self) -> None:
        for callback in tuple(self._callbacks):
            callback()
