"""A whole play as lines: reads one line at a time, says what follows, and never draws over anything.

The reader and the writer are handed in, so that the same loop runs on a terminal, through a pipe and in a test.
The end of the input is the same as `quit`: what was decided is kept.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from backfire_sim.engine.events import Ask, Event, IllegalEventError, Play, Prepare, Throw, Undo, Withdraw
from backfire_sim.engine.position import IN_SCENE, PREPARING
from backfire_sim.plain import lookup, wording
from backfire_sim.plain.commands import Command, means, read_command, typed
from backfire_sim.plain.commands import told as help_told
from backfire_sim.plain.safety import Safety
from backfire_sim.plain.shape import item, prose
from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.views.consequence import consequence
from backfire_sim.views.intensity import chain_at, consequence_at, ending_at, play_at
from backfire_sim.views.level import WHOLE
from backfire_sim.views.play import PlayView, view

if TYPE_CHECKING:
    from backfire_sim.engine.apply import Turn
    from backfire_sim.storage.kept import Kept

Read = Callable[[], str | None]
"""The next line of the person, without its line break; None at the end of the input."""

Write = Callable[[Sequence[str]], None]
"""Say some lines, now."""


class Player(Safety):
    """Plays one play with one person, or one group that speaks through one keyboard."""

    def __init__(self, kept: "Kept", read: Read, write: Write, *, level: str = WHOLE) -> None:
        """Play what `kept` keeps. `level`: how much of what is heavy is told, one of `views.level.LEVELS`."""
        self.kept = kept
        self.read = read
        self.write = write
        self.level = level
        self._turn: Turn | None = None
        """The last decision, for `why`; changes are counted from before it."""
        self._warned = ""
        """The move that was named once although somebody has not said yes to it."""

    def run(self, *, resumed: bool = False) -> None:
        """Play until the person stops. Everything decided is kept when this returns."""
        self._turn = self._last_decision()
        if resumed:
            self._say([_("You go on from your last choice.")])
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
            said = _("“{word}” is not a word I know here. Type {help} for those I know.")
            self._say(prose(said.format(word=command.text, help=typed("help"))))

    def _prepare(self, command: Command) -> None:
        options = self._view().options
        words = command.text.replace(",", " ").split()
        if not words:
            return
        chosen: list[str] = []
        for word in () if means(command.text, "none") else words:
            option = lookup.picked(word, [option.id for option in options])
            if option is None:
                said = _("There is no preparation “{word}”. Type numbers from 1 to {last}.")
                self._say(prose(said.format(word=word, last=len(options))))
                return
            chosen.append(option)
        self._happen(Prepare(tuple(chosen)))

    def _choose(self, command: Command, warned: str) -> None:
        if not command.text:
            return
        first, space, rest = command.text.partition(" ")
        word = rest.strip() if space and means(first, "play") else command.text
        now = self._view()
        move = lookup.move(now, word)
        if move is None:
            said = _("“{word}” is neither a move nor a word I know here. Type {help}, or {moves}.")
            self._say(prose(said.format(word=word, help=typed("help"), moves=typed("moves"))))
        elif not move.open:
            self._say(item(_("Not open: {why}", why=move.why_not), ""))
        elif any(consent.state != "yes" for consent in move.consents) and warned != move.id:
            self._warned = move.id
            self._say(wording.consent_warning(move, lookup.number(now, move)))
        else:
            self._play(move.id)

    def _play(self, move: str) -> None:
        self._happen(Play(self.kept.session.position.scene, move))

    def _happen(self, event: Event, *, tell: bool = True) -> bool:
        """Let an event happen and tell what followed, unless `tell` is false; whether it did."""
        try:
            turn = self.kept.play(event)
        except (IllegalEventError, StorageError) as error:
            self._say(prose(str(error)))
            return False
        if turn is not None:
            if isinstance(event, Play | Prepare):
                self._turn = turn
            if tell:
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

        told = consequence_at(consequence(self.kept.session.rules, turn), self.level)
        if isinstance(turn.event, Ask | Withdraw):
            self._say(asked(told))
        elif isinstance(turn.event, Throw):
            from backfire_sim.plain.injects import came_in

            self._say(came_in(told))
        else:
            self._say(aftermath(told))
            self._say([""])
            self._tell()

    def _tell(self) -> None:
        """Where the play stands, whatever its phase."""
        now = self._view()
        if now.phase == PREPARING:
            self._say(wording.preparation(now))
        elif now.phase == IN_SCENE:
            self._say(wording.scene(play_at(now, self.level)))
            self._say(["", *wording.board(now), "", *wording.moves(now)])
        else:
            self._do_ending()

    def _do_ending(self) -> None:
        from backfire_sim.plain.ending import ending
        from backfire_sim.views.ending import ending_view

        self._say(ending(ending_at(ending_view(self.kept.session), self.level)))

    def _do_again(self, command: Command) -> None:
        self._tell()

    def _do_moves(self, command: Command) -> None:
        self._say(wording.moves(self._view()) if self._playing() else [_("No scene is open.")])

    def _do_methods(self, command: Command) -> None:
        self._say(wording.methods(play_at(self._view(), self.level).methods))

    def _do_log(self, command: Command) -> None:
        from backfire_sim.plain.ending import chain
        from backfire_sim.views.ending import chain as links

        session = self.kept.session
        told = chain_at(links(session.rules, session.turns()), self.level)
        self._say(chain(told, self._view().prepared))

    def _do_why(self, command: Command) -> None:
        from backfire_sim.plain.aftermath import aftermath

        if self._turn is None:
            self._say([_("Nothing has been decided yet.")])
        else:
            told = consequence(self.kept.session.rules, self._turn)
            self._say(aftermath(consequence_at(told, self.level)))

    def _do_help(self, command: Command) -> None:
        self._say([line for text in help_told() for line in item(text, "")])

    # -- What changes the play without being a move ------------------------------------------------

    def _do_undo(self, command: Command) -> None:
        session = self.kept.session
        if not session.can_undo:
            self._say([_("There is nothing to take back.")])
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
            self._say([_("People can be asked once the first scene is open.")])
        elif not asked:
            self._say(prose(lookup.nobody_to_ask(now, command.rest)))
        else:
            self._aside(*(Ask(person, use) for person, use in asked))

    def _do_withdraw(self, command: Command) -> None:
        now = self._view()
        asked = [part for word in command.rest.split() for part in lookup.uses(now, word)]
        if not asked:
            said = _("Whose yes is taken back? Type {withdraw} and then what, as after {ask}.")
            self._say(prose(said.format(withdraw=typed("withdraw"), ask=typed("ask"))))
        else:
            self._aside(*(Withdraw(person, use) for person, use in asked))

    def _do_injects(self, command: Command) -> None:
        from backfire_sim.plain.injects import listed

        self._say(listed(self.kept.session))

    def _do_inject(self, command: Command) -> None:
        if not command.rest:
            self._do_injects(command)
        elif command.rest in self.kept.session.rules.injects:
            self._aside(Throw(command.rest))
        else:
            said = _("There is no inject “{word}” here. Type {injects} to hear which there are.")
            self._say(prose(said.format(word=command.rest, injects=typed("injects"))))

    def _do_yes(self, command: Command) -> None:
        self._say([_("There is nothing to say yes to.")])

    def _do_no(self, command: Command) -> None:
        self._say([_("All right.")])

    def farewell(self) -> str:
        """The last line, whichever way a person leaves: what becomes of the play."""
        path = self.kept.log.path
        if path is None:
            return _("You leave. This play was kept nowhere, as you asked.")
        if self.kept.session.over:
            return _("You leave. To look back at this play, part by part: backfire debrief {id}", id=path.stem)
        return _("You leave. All is kept; backfire resume goes on from your last choice.")

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
