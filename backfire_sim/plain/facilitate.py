"""The facilitator's terminal as lines: what nobody else may see, every action as a word, and news as it comes.

It talks to the host of the table over the socket, and comes back by itself when the host does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from backfire_sim.engine.events import End
from backfire_sim.plain import facilitate_wording as said
from backfire_sim.plain.commands import Command as Typed
from backfire_sim.plain.commands import means, typed
from backfire_sim.plain.listening import NEWS, Heard, Listen, News
from backfire_sim.plain.safety import SKIPPING
from backfire_sim.plain.shape import prose
from backfire_sim.plain.table_choosing import all_the_same
from backfire_sim.plain.table_steps import PRIVATE, PRIVATE_WORDS, SayMoreError, asked, number, tested
from backfire_sim.plain.table_wording import code as code_told
from backfire_sim.plain.table_wording import help_told, roles, spread
from backfire_sim.room.commands import Blank, Command, PlayIt, Said, Skip
from backfire_sim.room.terminal import NobodyThereError, NotLetInError
from backfire_sim.speech import _
from backfire_sim.table import events as e
from backfire_sim.table.conduct import HOW
from backfire_sim.views import facilitating
from backfire_sim.views.facilitator import FacilitatorView

Read = Callable[[], str | None]
Write = Callable[[Sequence[str]], None]

LONGER = 3.0
"""Seconds in which a host is looked for before a command is given up."""


class Line(Protocol):
    """A line to a host, as `room.terminal.Remote` is."""

    view: FacilitatorView

    @property
    def connected(self) -> bool:
        """Whether the line holds, as far as is known."""

    def reconnect(self, within: float) -> None:
        """Come in again."""

    def do(self, command: Command) -> Said:
        """Ask for something."""

    def wait(self, seconds: float) -> bool:
        """Whether something changed within so many seconds."""


class Facilitator:
    """One facilitator at one terminal."""

    def __init__(self, line: Line, read: Read, write: Write, listen: Listen | None = None) -> None:
        """`read` reads the answer to a question; `listen` waits for a line and for what happens at the table."""
        self.line = line
        self.read = read
        self._say = write
        self._listen = listen or self._poll
        self._told: FacilitatorView = line.view
        self._there = True
        self._refused = ""
        self._asked: Command | None = None

    def run(self) -> None:
        """Go on until the facilitator leaves; the table plays on without them."""
        self._say([*prose(_("Only you see this. Nothing that you read here reaches the shared screen.")), ""])
        self._do_where(Typed("", "where", ""))
        while True:
            self._say(["", *(said.question(self._told) if self._there else self._waiting())])
            heard = self._listen(False, self._changed)
            if isinstance(heard, News):
                self._tell_news()
                continue
            if heard is None or (command := PRIVATE.read(heard)).word == "quit":
                self._say(["", *prose(_("You leave. The table plays on; backfire facilitate comes back."))])
                return
            self._say([""])
            if self._changed():
                self._tell_news()
                if not command.text:
                    # What Enter would do now is not what was read when it was pressed.
                    continue
                self._say([""])
            self._carry_out(command)
            self._tell_news()

    def _waiting(self) -> list[str]:
        return prose(_("It is looked for. {quit} leaves.", quit=typed("quit")))

    def _poll(self, hidden: bool, changed: Callable[[], bool]) -> Heard:
        return NEWS if changed() else self.read()

    # -- What happens at the table -------------------------------------------------------------------------------------

    def _changed(self) -> bool:
        """Whether there is something to tell that has not been told."""
        try:
            if not self.line.connected:
                self.line.reconnect(0.0)
            while self.line.wait(0.0):
                pass
            self._refused = ""
        except NotLetInError as error:
            changed, self._refused = str(error) != self._refused, str(error)
            return changed
        except NobodyThereError:
            pass
        return self.line.connected != self._there or bool(said.news(self._told, self.line.view))

    def _tell_news(self) -> None:
        if self._refused:
            self._say(prose(self._refused))
        if not self.line.connected:
            if self._there:
                lost = _("The table does not answer any more. What it decided is kept there.")
                self._say(prose(lost))
            self._there = False
            return
        before, self._told = self._told, self.line.view
        if not self._there:
            self._there = True
            self._say([_("The table is there again."), ""])
            self._do_where(Typed("", "where", ""))
        else:
            self._say(said.news(before, self._told))

    # -- What is typed -------------------------------------------------------------------------------------------------

    def _carry_out(self, command: Typed) -> None:
        asked_before, self._asked = self._asked, None
        known = getattr(self, f"_do_{command.word}", None) if command.known else None
        view = self._told
        if command.word == "yes" and asked_before is not None:
            self._ask(asked_before)
        elif not command.text or command.word == "next":
            self._next()
        elif command.word in said.ABOUT:
            self._say(said.ABOUT[command.word](view))
        elif known is not None:
            known(command)
        elif command.word:
            self._ask_by_word(command)
        else:
            unknown = _("“{word}” is not a word I know here. Type {help} for those I know.")
            self._say(prose(unknown.format(word=command.text, help=typed("help"))))

    def _next(self) -> None:
        act = facilitating.next_act(self._told)
        if act is None:
            self._say(prose(facilitating.waiting_for(self._told)))
        elif act.why_not:
            self._say(prose(act.why_not))
        elif act.do in _NEXT:
            self._ask(_NEXT[act.do])
        else:
            self._ask_by_word(Typed("", said.WORD_FOR[act.do], ""))

    def _ask_by_word(self, command: Typed) -> None:
        view = self._told
        try:
            if command.word in HOW:
                wanted: Command | None = self._tested(command)
            else:
                wanted = asked(command.word, command.rest, view.table)
        except SayMoreError as error:
            self._say(prose(str(error)))
            return
        if wanted is not None:
            self._ask(wanted)

    def _ask(self, command: Command) -> bool:
        answer = self._do(command)
        if answer.ask:
            self._asked = all_the_same(command)
            how = _("Type {yes} to do it; anything else leaves it.", yes=typed("yes"))
            self._say(prose(f"{answer.text} {how}"))
        elif answer.text:
            self._say(prose(answer.text))
        elif answer.ok and isinstance(command, e.NoteTest):
            self._say([_("Noted for the debrief.")])
        return answer.ok

    def _do(self, command: Command) -> Said:
        """Ask the host, after looking for it a while where it is gone."""
        try:
            if not self.line.connected:
                self.line.reconnect(LONGER)
            return self.line.do(command)
        except NobodyThereError:
            return Said(False, _("The table does not answer: look whether that happened once it is back."))
        except NotLetInError as error:
            return Said(False, str(error))

    def _tested(self, command: Typed) -> Command:
        view = self._told
        found = tested(command.word, command.rest, view.setup.code, "")
        assert isinstance(found, e.NoteTest)
        return e.NoteTest(found.line, facilitating.tested_by(view, found.line), found.how)

    def _do_where(self, command: Typed) -> None:
        self._say(said.where(self._told))

    def _do_leads(self, command: Typed) -> None:
        self._say(said.leads(self._told, number(command.rest) if command.rest else 0))

    def _do_inject(self, command: Typed) -> None:
        at = number(command.rest)
        rows = self._told.injects
        if 0 < at <= len(rows):
            command = command._replace(rest=rows[at - 1].id)
        if command.rest not in {row.id for row in rows}:
            self._say(said.injects(self._told))
        else:
            self._ask_by_word(command)

    def _do_spread(self, command: Typed) -> None:
        self._say(spread(self._told.table))

    def _do_roles(self, command: Typed) -> None:
        self._say(roles(self._told.table.roles))

    def _do_code(self, command: Typed) -> None:
        self._say([*code_told(self._told.table.code), *said.tests(self._told)])

    def _do_pause(self, command: Typed) -> None:
        self._ask(e.Freeze())

    def _do_on(self, command: Typed) -> None:
        if self._told.blank:
            self._ask(Blank(False))
        if self._told.table.frozen or not self._told.blank:
            self._ask(e.Thaw())

    def _do_blank(self, command: Typed) -> None:
        self._ask(Blank(not self._told.blank))

    def _do_skip(self, command: Typed) -> None:
        how = _("Type {yes} to skip it; anything else stays with it.", yes=typed("yes"))
        self._say([*prose(_(SKIPPING)), *prose(how)])
        answer = self.read()
        if answer is None or not means(answer, "yes"):
            self._say([_("All right.")])
            return
        self._ask(Skip())

    def _do_end(self, command: Typed) -> None:
        ask = _("The play ends here for everybody, kindly, with the look back. Type {yes} to end it.", yes=typed("yes"))
        self._say(prose(ask))
        answer = self.read()
        if answer is not None and means(answer, "yes"):
            self._ask(End())
        else:
            self._say([_("All right.")])

    def _do_yes(self, command: Typed) -> None:
        self._say([_("There is nothing to say yes to.")])

    def _do_no(self, command: Typed) -> None:
        self._say([_("All right.")])

    def _do_help(self, command: Typed) -> None:
        self._say(help_told(PRIVATE_WORDS, said.HELP))


_NEXT: dict[str, Command] = {
    "read_on": e.ReadOn(),
    "start_choosing": e.StartChoosing(),
    "choose_again": e.ChooseAgain(),
    "show": e.Show(),
    "talk": e.Talk(),
    "decide": e.Decide(),
    "predict": e.Predict(),
    "play_it": PlayIt(),
    "thaw": e.Thaw(),
    "unblank": Blank(False),
}
"""What usually comes next, where nothing has to be typed for it."""
