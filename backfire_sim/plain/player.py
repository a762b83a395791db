"""A whole play as lines: reads one line at a time, says what follows, and never draws over anything.

The reader and the writer are handed in, so that the same loop runs on a terminal, through a pipe and in a test.
The end of the input is the same as `quit`: what was decided is kept.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from backfire_sim.engine.events import Ask, Event, IllegalEventError, Play, Prepare, Throw, Undo, Withdraw
from backfire_sim.engine.position import IN_SCENE, PREPARING
from backfire_sim.plain import lookup, wording
from backfire_sim.plain.commands import HELP, Command, read_command
from backfire_sim.plain.shape import item, prose
from backfire_sim.storage.errors import StorageError
from backfire_sim.views.consequence import consequence
from backfire_sim.views.play import PlayView, view

if TYPE_CHECKING:
    from backfire_sim.engine.apply import Turn
    from backfire_sim.storage.kept import Kept

Read = Callable[[], str | None]
"""The next line of the person, without its line break; None at the end of the input."""

Write = Callable[[Sequence[str]], None]
"""Say some lines, now."""


class Player:
    """Plays one play with one person, or one group that speaks through one keyboard."""

    def __init__(self, kept: "Kept", read: Read, write: Write, *, veiled: bool = False) -> None:
        """Play what `kept` keeps. `veiled`: every scene is told in its one line."""
        self.kept = kept
        self.read = read
        self.write = write
        self.veiled = veiled
        self._turn: Turn | None = None
        """The last decision, for `why`; changes are counted from before it."""
        self._warned = ""
        """The move that was named once although somebody has not said yes to it."""

    def run(self, *, resumed: bool = False) -> None:
        """Play until the person stops. Everything decided is kept when this returns."""
        self._turn = self._last_decision()
        if resumed:
            self._say(["You go on from your last choice."])
        self._tell()
        while True:
            self._say(["", *wording.question(self._view())])
            line = self.read()
            self._say([""])
            if line is None or read_command(line).word == "quit":
                self._say([self.farewell()])
                return
            self._do(read_command(line))

    # -- Doing -------------------------------------------------------------------------------------------------

    def _do(self, command: Command) -> None:
        warned, self._warned = self._warned, ""
        phase = self.kept.session.position.phase
        known = getattr(self, f"_do_{command.word}", None) if command.known else None
        if command.word == "yes" and warned:
            self._play(warned)
        elif command.word in wording.ABOUT_NOW:
            self._say(wording.ABOUT_NOW[command.word](self._view()))
        elif known is not None:
            known(command)
        elif phase == PREPARING:
            self._prepare(command)
        elif phase == IN_SCENE:
            self._choose(command, warned)
        elif command.text:
            self._say(prose(f"“{command.text}” is not a word I know here. Type help for those I know."))

    def _prepare(self, command: Command) -> None:
        options = self._view().options
        words = command.text.replace(",", " ").split()
        if not words:
            return
        chosen: list[str] = []
        for word in words if words != ["none"] else ():
            option = lookup.picked(word, [option.id for option in options])
            if option is None:
                self._say(prose(f"There is no preparation “{word}”. Type numbers from 1 to {len(options)}."))
                return
            chosen.append(option)
        self._happen(Prepare(tuple(chosen)))

    def _choose(self, command: Command, warned: str) -> None:
        if not command.text:
            return
        word = command.text.removeprefix("play ").strip()
        now = self._view()
        move = lookup.move(now, word)
        if move is None:
            self._say(prose(f"“{word}” is neither a move nor a word I know here. Type help, or moves."))
        elif not move.open:
            self._say(item(f"Not open: {move.why_not}", ""))
        elif any(consent.state != "yes" for consent in move.consents) and warned != move.id:
            self._warned = move.id
            self._say(wording.consent_warning(move, lookup.number(now, move)))
        else:
            self._play(move.id)

    def _play(self, move: str) -> None:
        self._happen(Play(self.kept.session.position.scene, move))

    def _happen(self, event: Event) -> bool:
        """Let an event happen and tell what followed; whether it did."""
        try:
            turn = self.kept.play(event)
        except (IllegalEventError, StorageError) as error:
            self._say(prose(str(error)))
            return False
        if turn is not None:
            if isinstance(event, Play | Prepare):
                self._turn = turn
            self._tell_turn(turn)
        return True

    def _aside(self, *events: Event) -> None:
        """Let events happen that are no moves. They may open or shut moves, and then their numbers are told anew."""
        shown = lookup.open_moves(self._view())
        for event in events:
            self._happen(event)
        now = self._view()
        if lookup.open_moves(now) != shown:
            self._say(["", *wording.moves(now)])

    # -- Telling -----------------------------------------------------------------------------------------------

    def _tell_turn(self, turn: "Turn") -> None:
        from backfire_sim.plain.aftermath import aftermath, asked

        told = consequence(self.kept.session.rules, turn)
        if isinstance(turn.event, Ask | Withdraw):
            self._say(asked(told))
        elif isinstance(turn.event, Throw):
            from backfire_sim.plain.injects import came_in

            self._say(came_in(told, veiled=self.veiled))
        else:
            self._say(aftermath(told, veiled=self.veiled))
            self._say([""])
            self._tell()

    def _tell(self) -> None:
        """Where the play stands, whatever its phase."""
        now = self._view()
        if now.phase == PREPARING:
            self._say(wording.preparation(now))
        elif now.phase == IN_SCENE:
            self._say(wording.scene(now, veiled=self.veiled))
            self._say(["", *wording.board(now), "", *wording.moves(now)])
        else:
            self._do_ending()

    def _do_ending(self, _: Command | None = None) -> None:
        from backfire_sim.plain.ending import ending
        from backfire_sim.views.ending import ending_view

        self._say(ending(ending_view(self.kept.session)))

    def _do_again(self, _: Command) -> None:
        self._tell()

    def _do_moves(self, _: Command) -> None:
        self._say(wording.moves(self._view()) if self._playing() else ["No scene is open."])

    def _do_methods(self, _: Command) -> None:
        self._say(wording.methods(self._view().methods, veiled=self.veiled))

    def _do_log(self, _: Command) -> None:
        from backfire_sim.plain.ending import chain
        from backfire_sim.views.ending import chain as links

        session = self.kept.session
        self._say(chain(links(session.rules, session.turns()), self._view().prepared))

    def _do_why(self, _: Command) -> None:
        from backfire_sim.plain.aftermath import aftermath

        if self._turn is None:
            self._say(["Nothing has been decided yet."])
        else:
            self._say(aftermath(consequence(self.kept.session.rules, self._turn)))

    def _do_help(self, _: Command) -> None:
        self._say([line for text in HELP for line in item(text, "")])

    # -- Safety, and what changes the play without being a move --------------------------------------------------

    def _do_undo(self, _: Command) -> None:
        session = self.kept.session
        if not session.can_undo:
            self._say(["There is nothing to take back."])
            return
        from backfire_sim.plain.aftermath import taken_back

        told = consequence(session.rules, session.turns()[-1])
        if self._happen(Undo()):
            self._turn = self._last_decision()
            self._say([*taken_back(told), ""])
            self._tell()

    def _do_ask(self, command: Command) -> None:
        now = self._view()
        asked = [part for word in command.rest.split() for part in lookup.uses(now, word)]
        if not command.rest:
            self._say(wording.people(now.consents))
        elif not self._playing():
            self._say(["People can be asked once the first scene is open."])
        elif not asked:
            self._say(prose(lookup.nobody_to_ask(now, command.rest)))
        else:
            self._aside(*(Ask(person, use) for person, use in asked))

    def _do_withdraw(self, command: Command) -> None:
        now = self._view()
        asked = [part for word in command.rest.split() for part in lookup.uses(now, word)]
        if not asked:
            self._say(prose("Whose yes is taken back? Type withdraw and then what, as after ask."))
        else:
            self._aside(*(Withdraw(person, use) for person, use in asked))

    def _do_injects(self, _: Command) -> None:
        from backfire_sim.plain.injects import listed

        self._say(listed(self.kept.session))

    def _do_inject(self, command: Command) -> None:
        if not command.rest:
            self._do_injects(command)
        elif command.rest in self.kept.session.rules.injects:
            self._aside(Throw(command.rest))
        else:
            self._say(prose(f"There is no inject “{command.rest}” here. Type injects to hear which there are."))

    def _do_veil(self, _: Command) -> None:
        self.veiled = True
        self._say(prose("Veiled: scenes are told in one line from here on. Type unveil to hear them whole."))
        if self._playing():
            self._say(["", *prose(self._view().veil)])

    def _do_unveil(self, _: Command) -> None:
        self.veiled = False
        self._say(["Scenes are told whole again. Type again to hear this one."])

    def _do_pause(self, _: Command) -> None:
        self._say(prose("Paused, for as long as you like. Nothing of this is kept. Press Enter to go on."))
        if self.read() is not None:
            self._say(["You go on. Type again to hear where you are."])

    def _do_end(self, _: Command) -> None:
        # Stopping kindly leaves no mark: nothing is written to the log, and the play can be taken up like any other.
        self._do_ending()
        if not self.kept.session.over:
            self._say(["", "Nothing records that you stopped. Type quit to leave, or again to go on from here."])

    def _do_yes(self, _: Command) -> None:
        self._say(["There is nothing to say yes to."])

    def _do_no(self, _: Command) -> None:
        self._say(["All right."])

    def farewell(self) -> str:
        """The last line, whichever way a person leaves: what becomes of the play."""
        path = self.kept.log.path
        if path is None:
            return "You leave. This play was kept nowhere, as you asked."
        if self.kept.session.over:
            return f"You leave. To read this play again: backfire resume {path.stem}"
        return "You leave. All is kept; backfire resume goes on from your last choice."

    # -- Looking up ----------------------------------------------------------------------------------------------

    def _view(self) -> PlayView:
        session = self.kept.session
        return view(session, self._turn.before if self._turn is not None else None)

    def _last_decision(self) -> "Turn | None":
        turns = reversed(self.kept.session.turns())
        return next((turn for turn in turns if isinstance(turn.event, Play | Prepare)), None)

    def _playing(self) -> bool:
        return self.kept.session.position.phase == IN_SCENE

    def _say(self, lines: Sequence[str]) -> None:
        self.write(lines)
