"""Where a table stands, on the one shared screen: what is shown at each stage, and how it follows its host.

What stands here comes from `TableView` and `PlayView` alone. What only the facilitator may see is in another view,
which nothing here asks for.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.widget import Widget

from backfire_sim.engine.events import Throw
from backfire_sim.room.commands import Command
from backfire_sim.speech import _
from backfire_sim.table import state as s
from backfire_sim.table.setup import HANDS
from backfire_sim.tui.layout import Places, magnified
from backfire_sim.tui.screens.asides import Asides
from backfire_sim.tui.screens.play_layout import turns_pages
from backfire_sim.tui.screens.prepare import Options
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.screens.table_keys import RULING, SEATING, table_keys
from backfire_sim.tui.screens.table_layout import one_thought, table_places
from backfire_sim.tui.widgets import table_lines
from backfire_sim.tui.widgets.aftermath import aftermath_lines
from backfire_sim.tui.widgets.audience import Audiences
from backfire_sim.tui.widgets.drawn import at_once
from backfire_sim.tui.widgets.gates_seen import GatesSeen
from backfire_sim.tui.widgets.key_hints import Hint
from backfire_sim.tui.widgets.ledger import Ledger
from backfire_sim.tui.widgets.lines import BLANK, line, prose
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.tui.widgets.situation import Situation
from backfire_sim.tui.widgets.table_lines import Drawing
from backfire_sim.tui.widgets.table_now import Now
from backfire_sim.views.consequence import Consequence, consequence
from backfire_sim.views.intensity import consequence_at, play_at
from backfire_sim.views.play import view
from backfire_sim.views.table import TableView

if TYPE_CHECKING:
    from textual.content import Content

    from backfire_sim.engine.apply import Turn
    from backfire_sim.tui.at_table import AtTable

WORDS, NUMBERS, PREDICTED = 0, 1, 2
"""The parts of what followed."""


class TableStage(Asides):
    """The screen of a table at each stage of a round."""

    subject = "table"
    can_veil = True
    can_skip = True

    def __init__(self, at_table: AtTable) -> None:
        super().__init__(at_table.host.kept)
        self.at_table = at_table
        self.host = at_table.host
        self.typing = ""
        self.typed = ""
        """Digits of a number that is being typed."""
        self.seat = 0
        """The seat that chooses out of turn; 0 for whose turn it is."""
        self.counting = 1
        """The choice for which hands are counted."""
        self.part = WORDS
        self._revision = -1
        self._taken_at = 0.0
        self._ticked = 0.0
        self._heard = len(self.kept.session.turns())
        self._take_view()

    def _take_view(self) -> None:
        self.table: TableView = self.host.table_view()
        self.stage = self.table.stage
        self.last: Turn | None = self.host.turn
        self._now = view(self.kept.session, self.last.before if self.last else None)

    @property
    def preparing(self) -> bool:
        """Whether it is chosen what to get ready: together, and not by number."""
        return self._now.phase == "preparing" and self.stage in (s.READ, s.PREDICTED)

    @property
    def _predicts(self) -> bool:
        """Whether methods are to be predicted before what comes next."""
        return self.host.table.setup.predict and self.stage != s.PREDICTED

    def masthead(self) -> tuple[str, str, str]:
        """Title, time of the story, round."""
        if self._now.phase == "preparing":
            return self._now.title, "", _("before it happens")
        return self._now.title, self._now.time, _("round {number}", number=self._now.round)

    def keys(self) -> tuple[Hint, ...]:
        """What can be done in this stage."""
        return table_keys(
            self.table,
            preparing=self.preparing,
            typing=self.typing,
            predicts=self._predicts,
            can_undo=self._now.can_undo,
        )

    def widgets(self) -> Iterable[Widget]:
        """The scene, the board and the numbers as in any play; beside them what happens at the table."""
        self.situation = Situation(id="situation")
        self.board = GatesSeen(id="board")
        self.ledger = Ledger(id="ledger")
        self.audiences = Audiences(id="audiences")
        self.options = Options(self._now)
        self.now = Now(self.clicked, id="now")
        self.moved = Words(_("What moved, and why"), self._moved_lines, id="moved")
        yield from (self.situation, self.board, self.ledger, self.audiences, self.options, self.now, self.moved)

    @property
    def shown(self) -> Pane:
        """The pane of this stage."""
        if self.table.frozen or self.typing == RULING:
            return self.now
        if self.preparing:
            return self.options
        if self.stage == s.READ:
            return self.situation
        if self.stage == s.TOLD:
            return (self.situation, self.moved, self.now)[self.part] if self.turns else self._told_beside
        return self.now

    @property
    def _told_beside(self) -> Pane:
        return self.now if self.part == PREDICTED else self.moved

    @property
    def turns(self) -> bool:
        """Whether this screen turns pages."""
        return self.projecting or turns_pages(*self.room)

    def places(self, body: Region) -> Places:
        """Where the panes stand in this stage."""
        shown = self.shown
        if not self.projecting:
            return table_places(body, self.room.height, shown.id or "")
        if shown is self.now:
            self.now.magnifies = self._long or self.now.fits_large(Size(*magnified(body).size))
        return one_thought(body, shown.id or "", large=shown.magnifies)

    @property
    def _long(self) -> bool:
        """Whether this is told in words, which can be longer than a page; choices always stand on one."""
        return self.table.frozen or self.stage in (s.DECIDED, s.PREDICTED, s.UNSETTLED)

    def on_mount(self) -> None:
        """Show the table as it stands, and let facilitators in."""
        self.at_table.open()
        self._end = self.host.subscribe(self._something_changed)
        self._ticked = time.monotonic()
        self.set_interval(0.5, self._tick)
        self._show()
        if self.host.notice:
            self.call_after_refresh(self.say, self.host.notice)
        if not self.at_table.begun:
            self.at_table.begun = True
            self._deal()

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self._end()
        super().on_unmount()

    def on_resize(self) -> None:
        """Another size, another design."""
        self._show()

    def projecting_changed(self) -> None:
        """The same moment in the other layout."""
        super().projecting_changed()
        self._show()

    def level_changed(self) -> None:
        """The same words, more or less of them."""
        self._show()

    def _deal(self) -> None:
        """The cards, one seat after the other, and the code of conduct to read aloud."""
        if self.table.roles or self.table.code:
            from backfire_sim.tui.screens.table_asides import CardsScreen

            self.app.push_screen(CardsScreen(self.table))

    def _something_changed(self) -> None:
        """The host has changed, by a key here or at a facilitator's terminal."""
        self.call_later(self._catch_up)

    @at_once()
    def _catch_up(self) -> None:
        if self._revision == self.host.revision or not self.is_mounted or self.host.looking_back:
            return
        before = self.stage, len(self.host.table.told), self._now.scene
        self._take_view()
        if before != (self.stage, len(self.host.table.told), self._now.scene):
            self.typing, self.typed, self.seat, self.counting, self.part = "", "", 0, 1, WORDS
            self.backfire.last_page = None
        if self.seat and self.table.complete and self.seat not in self.table.waiting:
            self.typed = ""
        self._show()
        self._tell_what_came_in()
        if self.stage == s.OVER:
            self.backfire.show_ending(self.kept)

    def _tell_what_came_in(self) -> None:
        """An inject is an event of the story: everybody reads it."""
        turns = self.kept.session.turns()
        fresh, self._heard = turns[self._heard :], len(turns)
        for turn in fresh:
            if isinstance(turn.event, Throw):
                from backfire_sim.tui.screens.table_asides import inject_screen

                self.app.push_screen(inject_screen(self.kept, turn, self.table.code))

    def _tick(self) -> None:
        """Time goes by only while everybody can see it."""
        now = time.monotonic()
        elapsed, self._ticked = now - self._ticked, now
        if self.app.screen is self and self.table.clock.running:
            self.host.tick(elapsed)

    def do(self, command: Command) -> bool:
        """Ask the host for something; whether it happened. What it has to say is said."""
        said = self.host.do(command)
        self._catch_up()
        if said.text:
            self.say(said.text)
        return said.ok

    @at_once()
    def _show(self) -> None:
        self._revision = self.host.revision
        self.board.see(self._now.board)
        self.ledger.show(self._now.costs, self._now.gains, self._now.group, self._now.unnamed)
        self.audiences.show(self._now.audiences)
        if self.preparing:
            self.options.take_up(self._now)
            if self.stage == s.PREDICTED:
                # Enter goes on from here; what was ticked before stays.
                self.options.choose(len(self._now.options))
        elif self.stage == s.TOLD and self._told is not None:
            self.situation.show_told(consequence_at(self._told, self.backfire.level))
            self.moved.redraw(from_top=True)
        else:
            self.situation.show_scene(play_at(self._now, self.backfire.level))
        self._show_now()
        self.activate(self.options if self.shown is self.options else None)
        self.situation.light(self.shown is self.situation)
        self.now.light(self.shown is self.now)
        self.moved.light(self.shown is self.moved)
        self.reframe()
        self._hints.repaint()

    @property
    def _told(self) -> Consequence | None:
        return consequence(self.kept.session.rules, self.last) if self.last is not None else None

    def _moved_lines(self, width: int) -> list[Content]:
        return aftermath_lines(self._told, width) if self._told is not None else []

    def _show_now(self) -> None:
        title = {
            s.READ: _("What can be chosen"),
            s.TOLD: _("What you predicted, and what came"),
            s.FIRST: _("Choose in silence"),
            s.AGAIN: _("Choose again"),
            s.PREDICT: _("What comes next?"),
            s.SHOWN: _("How your choices spread"),
            s.SHOWN_AGAIN: _("How your choices spread"),
            s.TALK: _("Talk"),
            s.OBJECTIONS: _("Does anybody object?"),
            s.UNSETTLED: _("Not decided yet"),
            s.DECIDED: _("Decided"),
            s.PREDICTED: _("Your predictions are in"),
        }.get(self.stage, "")
        if self.typing == RULING:
            title = _("The facilitator decides")
        if self.table.frozen:
            title = _("Pause")
        self.now.show(title, self._drawn)

    def _drawn(self, width: int, rows: int) -> Drawing:
        table = self.table
        if table.frozen:
            return Drawing(table_lines.still(table, width))
        if self.typing == RULING:
            head = prose(_("Which one? Type its number."), width, "bold $accent")
            return table_lines.choosing([*head, BLANK], table.choices, Drawing([]), width, rows)
        match table.stage:
            case s.FIRST | s.AGAIN | s.PREDICT:
                return self._choosing(width, rows)
            case s.READ:
                return table_lines.choosing([BLANK], table.choices, Drawing([]), width, rows)
            case s.TOLD:
                return Drawing(table_lines.predictions(table, width, rows))
            case s.SHOWN | s.SHOWN_AGAIN:
                return Drawing(table_lines.spread(table, [BLANK] if rows > 24 else [], width, rows))
            case s.TALK:
                return Drawing(table_lines.talk(table, width, rows, still=self.backfire.still))
            case s.OBJECTIONS:
                return table_lines.objections(table, self.typed, width)
            case s.UNSETTLED:
                return Drawing(table_lines.unsettled(table, width, rows))
        return Drawing(table_lines.decided(table, width))

    def _choosing(self, width: int, rows: int) -> Drawing:
        table = self.table
        if table.way == HANDS:
            head = table_lines.hands_head(table, self.counting, self.typed, width)
            foot = table_lines.hands_foot(table)
            return table_lines.choosing(head, table.choices, foot, width, rows, self.counting)
        if self.typing == SEATING:
            asked = line((_("Which seat chooses? Type its number, then enter."), "bold $accent"), f"  {self.typed}")
            head = [asked, BLANK]
        else:
            again = bool(self.seat) and self.seat not in table.waiting
            head = table_lines.turn_head(table, self._turn, again, width, roomy=rows >= 20)
        foot = table_lines.seats_foot(table, self._turn, width)
        return table_lines.choosing(head, table.choices, foot, width, rows)

    @property
    def _turn(self) -> int:
        """The seat that has the keyboard; 0 where everyone has chosen."""
        return self.seat or self.table.next_seat

    def reading(self) -> Pane | None:
        """The pane of this stage."""
        return None if self.shown is self.options else self.shown

    def clicked(self, key: str) -> None:
        """A click on a number or a seat is the key for it."""
