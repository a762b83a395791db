"""Table play: one shared screen, a silent choice by each seat, the spread, the talk, and what the table decides.

What stands here comes from `TableView` and `PlayView` alone. What only the facilitator may see is in another view,
which nothing here asks for.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.widget import Widget

from backfire_sim.engine.events import IllegalEventError, Prepare, Throw, Undo
from backfire_sim.room.commands import Blank, Command, PlayIt, Skip
from backfire_sim.speech import _
from backfire_sim.table import events as e
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
from backfire_sim.tui.widgets.menu import Menu
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

HANDOVER = 0.4
"""Seconds after a choice in which no key counts: one that is held down would choose for the next seat too."""

ONE_KEY = 9
"""Choices up to which one key is a choice; with more of them the number is typed and enter takes it, unseen."""

WORDS, NUMBERS, PREDICTED = 0, 1, 2
"""The parts of what followed."""


class TableScreen(Asides):
    """Everything a table does with a play, one stage after the other."""

    subject = "table"
    can_veil = True
    can_skip = True

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"number({n})", show=False) for n in range(10)),
        Binding("backspace,delete", "rub_out", show=False),
        Binding("left", "seat_before", show=False),
        Binding("right", "go_on", show=False),
        Binding("plus", "more_time", show=False),
        Binding("a", "again", show=False),
        Binding("b", "board", show=False),
        Binding("c", "agreed", show=False),
        Binding("d", "decide", show=False),
        Binding("e", "talk", show=False),
        Binding("f", "rule", show=False),
        Binding("g", "go", show=False),
        Binding("n", "reason", show=False),
        Binding("r", "read", show=False),
        Binding("s", "seat_or_clock", show=False),
        Binding("u", "undo", show=False),
    ]

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

    # -- The frame ---------------------------------------------------------------------------------------------------

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
        self.now = Now(self._clicked, id="now")
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

    # -- What changes ------------------------------------------------------------------------------------------------

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

    # -- Showing -----------------------------------------------------------------------------------------------------

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

    # -- Numbers -----------------------------------------------------------------------------------------------------

    def _clicked(self, key: str) -> None:
        """Something in the pane was clicked."""
        what, _space, number = key.partition(" ")
        if what == "seat":
            self._seat_is(int(number))
        elif what != "choice":
            self.app.simulate_key(key)
        elif self._counts_hands:
            self._count_for(int(number))
        elif self.typing == RULING:
            self._rule(int(number))
        elif self.stage in s.COUNTING:
            self._choose(int(number))

    def action_number(self, number: int) -> None:
        """A choice, a decision, a count of hands, or a digit of it."""
        if self.table.frozen:
            self.say(_("Everything stands still. g lets it go on."))
        elif self.typing == RULING:
            self._rule(number)
        elif self.typing == SEATING or self.stage == s.OBJECTIONS or self._counts_hands:
            self.typed = (self.typed + str(number)).lstrip("0")[:2] or "0"
            self.now.redraw()
        elif self.stage in s.COUNTING and len(self.table.choices) > ONE_KEY:
            self.typed = (self.typed + str(number))[:2]
        elif self.stage in s.COUNTING:
            self._choose(number)
        elif self.preparing:
            self._tick_option(number - 1)
        elif self.stage == s.READ:
            self.say(_("The scene is being read. Enter begins to choose."))

    @property
    def _counts_hands(self) -> bool:
        return self.stage in s.COUNTING and self.table.way == HANDS

    def _choose(self, number: int) -> None:
        """A seat has chosen: the next one has the keyboard, and nothing tells what was chosen."""
        now = time.monotonic()
        held, self._taken_at = now - self._taken_at < HANDOVER, now
        if held:
            return
        seat = self._turn
        if not seat:
            self.say(_("Everyone has chosen. Enter shows it; s and a seat's number lets that seat choose again."))
        elif number > len(self.table.choices):
            self.say(_("A number from 1 to {most}, please; 0 passes.", most=len(self.table.choices)))
        else:
            self.seat = 0
            self.do(e.Choose(seat, number) if number else e.Pass(seat))

    def action_rub_out(self) -> None:
        """Rub out what is typed."""
        self.typed = self.typed[:-1]
        self.now.redraw()

    def _seat_is(self, seat: int) -> None:
        self.typing, self.typed = "", ""
        if not 1 <= seat <= self.table.seats:
            self.say(_("There is no seat {seat} at this table.", seat=seat))
        else:
            self.seat = 0 if seat == self.table.next_seat else seat
        self._show()

    def action_seat_before(self) -> None:
        """The seat before has the keyboard once more; elsewhere back."""
        if self.stage in s.COUNTING and self.table.way != HANDS and not self.typing:
            turn = self._turn or self.table.seats + 1
            self._seat_is(max(1, turn - 1))
        else:
            self.action_back()

    def action_seat_or_clock(self) -> None:
        """Another seat's turn; while the table talks, the clock stands still or runs."""
        if self.stage == s.TALK:
            self.do(e.PauseTimer() if self.table.clock.running else e.RunTimer())
        elif self.stage in s.COUNTING and self.table.way != HANDS:
            self.typing, self.typed = SEATING, ""
            self._show()

    def _take_hands(self) -> None:
        """What was typed for a choice; then the next one, and after the last what all of them are."""
        if self.typed and self.counting <= len(self.table.choices):
            typed, self.typed = int(self.typed), ""
            if self.do(e.Count(self.counting, typed)):
                self.counting += 1
            self._show()
        elif self.counting <= len(self.table.choices):
            self.say(_("Type how many hands were raised, 0 for none. d shows what is counted so far."))
        else:
            self._reveal()

    def _count_for(self, number: int) -> None:
        self.counting, self.typed = number, ""
        self._show()

    # -- Going on ----------------------------------------------------------------------------------------------------

    def action_go_on(self) -> None:
        """What comes next."""
        if self.table.frozen:
            self.say(_("Everything stands still. g lets it go on."))
        elif self.typing == SEATING:
            self._seat_is(int(self.typed or 0))
        elif self.typing != RULING and not (self._long and self.now.page()):
            self._next[self.stage](self)

    def _from_told(self) -> None:
        shown = self.shown
        if (shown is self.moved and not self.turns and self.situation.page()) or shown.page():
            return
        parts = [WORDS, NUMBERS] if self.turns else [NUMBERS]
        parts += [PREDICTED] if self.table.predictions else []
        later = [part for part in parts if part > (self.part or parts[0])]
        if not later:
            self.do(e.ReadOn())
            return
        self.part = later[0]
        self._show()

    def _from_reading(self) -> None:
        if not self.situation.page() and not self.situation.turn(1):
            self.do(e.StartChoosing())

    def _from_counting(self) -> None:
        if self._counts_hands:
            self._take_hands()
        elif self.typed:
            typed, self.typed = int(self.typed), ""
            self._choose(typed)
        else:
            self._reveal()

    def _reveal(self, *, close: bool = False) -> None:
        """Show how the choices spread; what somebody should know first is asked."""
        if not self.table.chosen and not close:
            self.say(_("Nobody has chosen yet."))
            return
        said = self.host.do(e.Show(close))
        if not said.ask:
            self._catch_up()
            if said.text:
                self.say(said.text)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._reveal(close=True)

        self._ask(_("Show the choices?"), said.text, _("Close and show"), answered)

    def _ask(self, title: str, words: str, yes: str, answered: Callable[[bool | None], None]) -> None:
        from backfire_sim.tui.screens.asking import Asking

        asking = Asking("table", self._now.title, title, [words], yes, no_first=True)
        self.app.push_screen(asking, answered)

    def _talk(self) -> None:
        self.do(e.Talk())

    def _choose_again(self) -> None:
        self.do(e.ChooseAgain())

    def _decide(self) -> None:
        self.do(e.Decide())

    def _objects(self) -> None:
        self.do(e.Objections(int(self.typed or 0)))
        self.typed = ""

    def _from_decided(self) -> None:
        if self._predicts:
            self.do(e.Predict())
        else:
            self._play_it()

    def _play_it(self) -> None:
        """Play what is decided; where somebody has not said yes, they are asked first."""
        said = self.host.do(PlayIt())
        self._catch_up()
        if not said.ask:
            if said.text:
                self.say(said.text)
            return
        from backfire_sim.tui.screens.consent import ConsentScreen

        chosen = next(row.id for row in self.table.choices if row.number == self.table.decided)
        move = next(each for each in self._now.moves if each.id == chosen)
        self.app.push_screen(ConsentScreen(self.kept, move), self.after_asking)

    def after_asking(self, play_it: bool | None) -> None:
        """Somebody was asked: what they said counts, and what is decided may be played now."""
        self.host.catch_up()
        self._catch_up()
        if play_it and self.stage in (s.DECIDED, s.PREDICTED):
            self.do(PlayIt(knowing=True))

    _next: ClassVar[dict[str, Callable[[TableScreen], object]]] = {
        s.TOLD: _from_told,
        s.READ: _from_reading,
        s.FIRST: _from_counting,
        s.AGAIN: _from_counting,
        s.PREDICT: _from_counting,
        s.SHOWN: _talk,
        s.TALK: _choose_again,
        s.SHOWN_AGAIN: _decide,
        s.OBJECTIONS: _objects,
        s.UNSETTLED: _talk,
        s.DECIDED: _from_decided,
        s.PREDICTED: _play_it,
        s.OVER: lambda screen: screen.backfire.show_ending(screen.kept),
    }

    # -- Preparing ---------------------------------------------------------------------------------------------------

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Tick an option, or begin."""
        if menu is self.options:
            self._tick_option(at)

    def _tick_option(self, at: int) -> None:
        if at == len(self._now.options):
            self._prepared()
        elif at < len(self._now.options) and not self.options.toggle(at):
            self.say(_("There is time for {count}. Take one back first.", count=self._now.choose))

    def _prepared(self) -> None:
        """What was ticked is got ready, and it begins; methods are predicted before."""
        if self._predicts:
            self.do(e.Predict())
            return
        chosen = tuple(option.id for option in self._now.options if option.id in self.options.ticked)
        self.do(Prepare(chosen))

    # -- Keys --------------------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Another choice to count hands for; elsewhere as on any page."""
        if self._counts_hands:
            self._count_for(max(1, min(len(self.table.choices) + 1, self.counting + by)))
        else:
            super().action_move(by)

    def action_decide(self) -> None:
        """Decide now; where hands are counted, show them."""
        if self.stage in s.COUNTING:
            self._reveal()
        else:
            self.do(e.Decide())

    def action_again(self) -> None:
        """Choose again."""
        self.do(e.ChooseAgain())

    def action_talk(self) -> None:
        """Talk."""
        self.do(e.Talk())

    def action_more_time(self) -> None:
        """A minute more."""
        self.do(e.MoreTime(60))

    def action_rule(self) -> None:
        """The facilitator decides."""
        if self.stage in (s.SHOWN, s.TALK, s.SHOWN_AGAIN, s.OBJECTIONS, s.UNSETTLED):
            self.typing = RULING
            self._show()

    def _rule(self, number: int) -> None:
        self.typing = ""
        self.do(e.Rule(number))
        self._show()

    def action_go(self) -> None:
        """Let it go on; play what is decided without predicting."""
        if self.table.frozen:
            self.do(e.Thaw())
        elif self.stage == s.DECIDED:
            self._play_it()

    def action_reason(self) -> None:
        """Keep a reason of somebody who wanted something else, unnamed."""
        why_not = self.host.table.round.spread is None and self.stage not in (s.DECIDED, s.PREDICTED)
        if why_not or self.table.frozen:
            self.say(_("A reason can be kept once the choices are shown."))
            return
        from backfire_sim.table.apply import LONGEST_REASON
        from backfire_sim.tui.screens.table_asides import keep_reason
        from backfire_sim.tui.screens.write import WriteScreen

        name = _("Why something else? No name, please.")
        writing = WriteScreen(
            "table", name, "", most=LONGEST_REASON, keep=lambda words: keep_reason(self.host, words), lines=False
        )
        self.app.push_screen(writing, lambda kept: self.say(_("Kept for the talk afterward.")) if kept else None)

    def action_board(self) -> None:
        """The five gates; at the preparation, begin."""
        if self.preparing:
            self._prepared()
            return
        from backfire_sim.tui.screens.table_asides import BoardScreen

        self.app.push_screen(BoardScreen(self._now))

    def action_agreed(self) -> None:
        """What this table agreed on, and how many it is."""
        from backfire_sim.tui.screens.table_asides import AgreedScreen

        self.app.push_screen(AgreedScreen(self.at_table))

    def action_read(self) -> None:
        """The scene again, over whatever is there."""
        if self._now.phase == "preparing" or self.stage in (s.READ, s.TOLD):
            return
        from backfire_sim.tui.screens.story import Reading
        from backfire_sim.tui.widgets.situation import scene_lines

        now = self._now
        self.app.push_screen(
            Reading(
                "table", now.title, now.scene_title, lambda w, level: scene_lines(play_at(now, level), w), veils=True
            )
        )

    def action_back(self) -> None:
        """To the beginning of this step, or to the step before; choices that would be lost are asked about."""
        if self.typing:
            self.typing, self.typed = "", ""
            self._show()
        elif self.stage == s.TOLD:
            if self.part:
                self.part = max(WORDS, self.part - 1) if self.turns else WORDS
                self._show()
        elif self.stage == s.READ:
            if not self.situation.turn(-1) and not self.host.table.trail:
                self.say(_("This round has just begun. u takes the last decision back."))
        elif self.table.chosen and self.stage in s.COUNTING:
            said = _("{chosen} of {all} have chosen. Their choices are thrown away, and all choose from the beginning.")
            words = said.format(chosen=self.table.chosen, all=self.table.seats)
            self._ask(_("Begin this choice anew?"), words, _("Begin anew"), self._begun_anew)
        else:
            self.do(e.Back())

    def _begun_anew(self, yes: bool | None) -> None:
        if yes:
            self.do(e.Back())

    def action_undo(self) -> None:
        """Take the last decision back."""
        session = self.kept.session
        if self.table.frozen or not session.can_undo:
            self.say(_("There is nothing to take back."))
            return
        from backfire_sim.storage.errors import StorageError

        taken = consequence(session.rules, session.turns()[-1]).did
        try:
            self.kept.play(Undo())
        except (IllegalEventError, StorageError) as error:
            self.say(str(error))
            return
        self._heard = len(session.turns())
        self.host.catch_up()
        self._catch_up()
        self.say(_("Taken back: {what}", what=taken))

    def action_skip(self) -> None:
        """Leave the scene out; where it is over, only what is told of it."""
        if self.stage == s.TOLD:
            self.do(Skip())
        elif self._now.phase == "preparing":
            super().action_skip()
        else:
            from backfire_sim.tui.screens.pause import SkipScreen

            self.app.push_screen(SkipScreen(), self._after_skipping)

    def _after_skipping(self, skip: bool | None) -> None:
        """The group waits, in a scene that nobody is shown."""
        if skip:
            self.do(Skip())

    def action_leave(self) -> None:
        """Home; everything is kept already, the table in the middle of its choice too."""
        self.backfire.show_home()

    def about(self) -> str:
        """The method that landed, to learn about."""
        return self._now.methods[0].uses if self._now.methods else ""

    def unblank(self) -> None:
        """The shared screen comes back."""
        self.do(Blank(False))
