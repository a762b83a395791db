"""The play: read what happens, choose an answer on the board, choose a move, and see what follows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.engine import events
from backfire_sim.engine.events import Event, IllegalEventError, Play, Prepare, Undo
from backfire_sim.engine.position import IN_SCENE
from backfire_sim.speech import _
from backfire_sim.tui.layout import Places
from backfire_sim.tui.screens.asides import Asides
from backfire_sim.tui.screens.play_keys import play_keys
from backfire_sim.tui.screens.play_layout import ANSWER, READ, TOLD, play_places, projected_places, turns_pages
from backfire_sim.tui.widgets.audience import Audiences
from backfire_sim.tui.widgets.board import WAIT, Board
from backfire_sim.tui.widgets.drawn import at_once
from backfire_sim.tui.widgets.key_hints import Hint
from backfire_sim.tui.widgets.ledger import Ledger
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.moves import Moves
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.tui.widgets.situation import Situation
from backfire_sim.views.consequence import Consequence, consequence
from backfire_sim.views.intensity import consequence_at, play_at
from backfire_sim.views.play import MoveView, audience_rows, board_rows, cost_rows, gain_rows, group_rows, view

if TYPE_CHECKING:
    from backfire_sim.engine.apply import Turn
    from backfire_sim.storage.kept import Kept

_LETTERS = "abcdefgh"


class PlayScreen(Asides):
    """One play, from its first scene to its last.

    Low screens turn pages: the scene alone, then the board with its moves, then what followed in the
    moves' place. High and wide ones show everything at once; there the words of a consequence stand where the scene
    stood, and its numbers where the moves stood. Nothing on the screen changes its place when a move is played.
    """

    subject = "play"
    can_veil = True
    can_skip = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", show=False),
        Binding("r", "read", show=False),
        Binding("left", "back", show=False),
        Binding("right", "go_on", show=False),
        *(Binding(str(n + 1), f"answer({n})", show=False) for n in range(WAIT + 1)),
        *(Binding(letter, f"letter({n})", show=False) for n, letter in enumerate(_LETTERS)),
    ]

    def __init__(self, kept: Kept, *, prepared: Turn | None = None) -> None:
        """`prepared`: what was got ready just now; what that is good for is told before the first scene."""
        super().__init__(kept)
        self._prepared = prepared
        self.last = self._last_decision()
        self._told: Consequence | None = None
        self._now = view(kept.session, self.last.before if self.last else None)

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """Title, time of the story, round."""
        return self._now.title, self._now.time, _("round {number}", number=self._now.round)

    def keys(self) -> tuple[Hint, ...]:
        """What can be done in this stage."""
        return play_keys(
            self.stage,
            on_moves=self.active is self.moves,
            can_undo=self._now.can_undo,
            decided=self.last is not None,
            asks=bool(self._now.consents),
        )

    def widgets(self) -> Iterable[Widget]:
        """Scene, board and moves at the left; costs, gains and audiences at the right."""
        self.situation = Situation(id="situation")
        self.board = Board(id="board")
        self.moves = Moves(id="moves")
        self.ledger = Ledger(id="ledger")
        self.audiences = Audiences(id="audiences")
        yield self.situation
        yield self.board
        yield self.moves
        yield self.ledger
        yield self.audiences

    def places(self, body: Region) -> Places:
        """Where the panes stand in this stage."""
        if self.projecting:
            return projected_places(body, self.stage, on_moves=self.active is self.moves)
        return play_places(body, self.room.height, self.stage)

    def on_mount(self) -> None:
        """Show the play as it stands."""
        if self._prepared is not None:
            self._refresh_view()
            self._show_consequence(self._prepared)
        else:
            self._show_scene()

    @property
    def turns(self) -> bool:
        """Whether this screen turns pages."""
        return self.projecting or turns_pages(*self.room)

    # -- Showing -----------------------------------------------------------------------------------------------------

    def _last_decision(self) -> Turn | None:
        turns = reversed(self.kept.session.turns())
        return next((turn for turn in turns if isinstance(turn.event, Play | Prepare)), None)

    def _refresh_view(self) -> None:
        self._now = view(self.kept.session, self.last.before if self.last else None)
        self.board.show(self._now.board, open=self.stage != TOLD)
        self.ledger.show(self._now.costs, self._now.gains, self._now.group, self._now.unnamed)
        self.audiences.show(self._now.audiences)
        self._show_moves()

    @at_once()
    def _show_scene(self) -> None:
        self.stage = READ
        self._told = None
        self._refresh_view()
        self.show_scene_words()
        self.board.chosen = self._worth_a_look()
        self._show_moves()
        self._stage(READ)

    def _worth_a_look(self) -> int:
        """The first gate under attack that can be answered now; else the first with any move, else the first."""
        board = list(enumerate(self._now.board))
        answerable = (n for n, gate in board if gate.under_attack and gate.open_moves)
        playable = (n for n, gate in board if gate.open_moves)
        return next(answerable, next(playable, 0))

    def _show_moves(self) -> None:
        at = self.board.chosen
        response = self._now.board[at].response if at < WAIT and self._now.board else ""
        self.moves.show(response, self._now.moves_of(response))

    @at_once()
    def _stage(self, stage: str) -> None:
        """Go over to another stage: classes, focus and keys."""
        self.stage = stage
        self.situation.light(stage == READ or (stage == TOLD and not self.turns))
        self.activate(self.board if stage == ANSWER else None)
        self.moves.light(stage == TOLD)
        self.reframe()

    def show_scene_words(self) -> None:
        """The scene, as much of it as is told."""
        self.situation.show_scene(play_at(self._now, self.backfire.level))

    def level_changed(self) -> None:
        """The same words, more or less of them."""
        if self._told is not None:
            self._show_told(self._told)
        else:
            self.show_scene_words()

    # -- Choosing ----------------------------------------------------------------------------------------------------

    def menu_moved(self, menu: Menu) -> None:
        """Another row of the board: its moves."""
        if menu is self.board:
            self._show_moves()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """A row of the board opens its moves; a move is played."""
        if menu is self.board:
            if self.moves.count():
                self.activate(self.moves)
                self.reframe()
            else:
                self.say(_("No move of this R fits this moment. Another row has moves."))
        elif self.moves.move is not None:
            self._take(self.moves.move)

    @at_once()
    def menu_touched(self, menu: Menu) -> None:
        """A click on the board or on a move is an answer, whatever was being read."""
        if self.stage == READ:
            self._stage(ANSWER)
        if self.stage == ANSWER:
            self.activate(menu)
            self.reframe()

    def on_resize(self) -> None:
        """What is told stands elsewhere on another size."""
        if self._told is not None:
            self._show_told(self._told)

    def _take(self, move: MoveView) -> None:
        if not move.open:
            self.say(move.why_not)
        elif any(consent.state != "yes" for consent in move.consents):
            from backfire_sim.tui.screens.consent import ConsentScreen

            self.app.push_screen(ConsentScreen(self.kept, move), self.after_asking)
        else:
            self.happen(Play(self._now.scene, move.id))

    @at_once()
    def after_asking(self, play_it: bool | None) -> None:
        """Somebody was asked: their answer counts, and the move may be played now."""
        self._refresh_view()
        self.reframe()
        if play_it and self.moves.move is not None:
            self.happen(Play(self._now.scene, self.moves.move.id))

    def happen(self, event: Event, *, tell: bool = True) -> bool:
        """Let an event happen and show what followed, unless `tell` is false; whether it did."""
        from backfire_sim.storage.errors import StorageError

        try:
            turn = self.kept.play(event)
        except (IllegalEventError, StorageError) as error:
            self.say(str(error))
            return False
        if turn is not None and tell:
            self._show_consequence(turn)
        elif turn is not None:
            self.last = turn
        return True

    @at_once()
    def _show_consequence(self, turn: Turn) -> None:
        """What followed, with the numbers as the round left them: their next methods come with the next scene."""
        self.last = turn
        self._told = consequence(self.kept.session.rules, turn)
        self.stage = TOLD
        rules, before = self.kept.session.rules, turn.before
        values = turn.settled or turn.after.values
        at = turn.after._replace(values=values, landed=() if turn.settled else turn.after.landed)
        self.board.show(board_rows(rules, at, before, ()), open=False)
        self.ledger.show(
            cost_rows(rules, values, before.values),
            gain_rows(values, before.values),
            group_rows(rules, values, before.values),
            view(self.kept.session).unnamed,
        )
        self.audiences.show(audience_rows(rules, values, before.values))
        self._show_told(self._told)
        self._stage(TOLD)

    def _show_told(self, told: Consequence) -> None:
        words = consequence_at(told, self.backfire.level)
        if self.turns:
            self.moves.show_words(words)
        else:
            self.situation.show_told(words)
            self.moves.show_numbers(told)

    def about(self) -> str:
        """The tactic of the chosen move, the R of the chosen gate; else the method that landed, or what was played."""
        scene = self.kept.session.scenario.scenes.get(self._now.scene)
        if self.stage == TOLD:
            return self._told.response if self._told is not None else ""
        if self.stage == READ or scene is None:
            return self._now.methods[0].uses if self._now.methods else ""
        chosen = self.moves.move if self.active is self.moves else None
        played = next((move for move in scene.moves if chosen is not None and move.id == chosen.id), None)
        if played is not None and played.tactic:
            return played.tactic
        return self._now.board[self.board.chosen].response if self.board.chosen < WAIT else ""

    # -- Keys --------------------------------------------------------------------------------------------------------

    @at_once()
    def action_answer(self, at: int) -> None:
        """A row of the board, by its number."""
        if self.stage == TOLD:
            return
        if self.stage == READ:
            self._stage(ANSWER)
        self.activate(self.board)
        self.board.choose(at)
        self.reframe()

    @at_once()
    def action_letter(self, at: int) -> None:
        """A move, by its letter: chosen first, taken with enter."""
        if self.stage == ANSWER and at < self.moves.count():
            self.activate(self.moves)
            self.moves.choose(at)
            self.reframe()
        elif _LETTERS[at] == "h":
            self.action_home()

    def reading(self) -> Pane | None:
        """The scene, or what followed where that stands in the place of the moves."""
        if self.stage == ANSWER:
            return None
        return self.moves if self.stage == TOLD and self.turns else self.situation

    def action_go_on(self) -> None:
        """Read on; then the board, the moves, or the next scene."""
        if self.stage == READ:
            if not self.situation.page() and not self.situation.turn(1):
                self._stage(ANSWER)
        elif self.stage == TOLD:
            self._on_from_told()
        elif self.active is not None:
            self.active.take()

    def _on_from_told(self) -> None:
        if (not self.turns and self.situation.page()) or self.moves.page():
            return
        if self.turns and not self.moves.numbers and self._told is not None:
            self.moves.show_numbers(self._told)
        else:
            self._next()

    def _next(self) -> None:
        """The scene that is open now, or the look back."""
        if self.kept.session.position.phase == IN_SCENE:
            self._show_scene()
        else:
            self.backfire.show_ending(self.kept)

    def action_back(self) -> None:
        """From the moves to the board, from the board to the scene."""
        if self.stage == TOLD and self.turns and self.moves.numbers and self._told is not None:
            self._show_told(self._told)
        elif self.stage == ANSWER and self.active is self.moves:
            self.activate(self.board)
            self.reframe()
        elif self.stage == ANSWER:
            self._stage(READ)
        else:
            self.situation.turn(-1)

    def projecting_changed(self) -> None:
        """The same moment in the other layout."""
        super().projecting_changed()
        if self._told is not None:
            self._show_told(self._told)
        self._stage(self.stage)

    def action_read(self) -> None:
        """The scene again."""
        if self.stage == ANSWER and self.turns:
            self._stage(READ)
        elif self.stage == ANSWER and not self.situation.page():
            self.situation.scroll_lines(-self.situation.top)

    def action_undo(self) -> None:
        """Take the last decision back."""
        session = self.kept.session
        if not session.can_undo:
            self.say(_("There is nothing to take back."))
            return
        taken = consequence(session.rules, session.turns()[-1]).did
        if not self.happen(Undo()):
            return
        if self.kept.session.position.phase != IN_SCENE:
            self.backfire.show_play(self.kept)
            return
        self.last = self._last_decision()
        self._show_scene()
        self.say(_("Taken back: {what}", what=taken))

    def action_skip(self) -> None:
        """Leave the scene out; where it is over, only what is told of it."""
        if self.stage == TOLD:
            self._next()
            return
        from backfire_sim.tui.screens.pause import SkipScreen

        self.app.push_screen(SkipScreen(), self._after_skipping)

    def _after_skipping(self, skip: bool | None) -> None:
        """The group waits, in a scene that nobody is shown."""
        if skip and self.happen(Play(self._now.scene, events.WAIT), tell=False):
            self._next()

    def action_leave(self) -> None:
        """Back to the list; everything decided is kept already."""
        self.backfire.show_home()
