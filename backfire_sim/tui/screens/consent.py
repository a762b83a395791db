"""What is somebody's own is asked for. Playing without a yes is possible, and is said to be what it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from backfire_sim.engine.events import Ask, IllegalEventError, Withdraw
from backfire_sim.scoring.constants import CONSENT_BROKEN_COSTS_CARE
from backfire_sim.speech import _, later, sense
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, choose_or_back, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.menu import Menu, Rows
from backfire_sim.views.consequence import consequence
from backfire_sim.views.play import ConsentView, MoveView, view

if TYPE_CHECKING:
    from backfire_sim.storage.kept import Kept

_STATES = {"yes": later("They said yes."), "no": later("They said no."), "not_asked": later("Not asked yet.")}

_WITHOUT = later(
    "It counts as a broken consent for the rest of the play, and care falls by {steps} for each person exposed."
)


class Asking(Page):
    """A page on which people are asked; their answers stand above the rows."""

    subject = "consent"

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self.kept = kept

    def masthead(self) -> tuple[str, str, str]:
        """The scenario's title."""
        return self.kept.session.scenario.title, "", _("asking first")

    def keys(self) -> tuple[Hint, ...]:
        """Choose, or go back."""
        return choose_or_back()

    def widgets(self) -> Iterable[Widget]:
        """The answers so far and the rows."""
        self.rows = Answers(id="thought")
        self.fill_rows()
        yield self.rows

    def on_mount(self) -> None:
        """The rows have the keys."""
        self.activate(self.rows)

    def fill_rows(self) -> None:
        """Show what can be asked now."""

    def consents(self) -> tuple[ConsentView, ...]:
        """Every consent of the play as it stands."""
        return view(self.kept.session).consents

    def ask(self, consent: ConsentView) -> None:
        """Ask, and show what they say."""
        from backfire_sim.storage.errors import StorageError

        try:
            turn = self.kept.play(Ask(consent.person, consent.use))
        except (IllegalEventError, StorageError) as error:
            self.say(str(error))
            return
        assert turn is not None
        told = consequence(self.kept.session.rules, turn)
        self.rows.heard = (*self.rows.heard, (consent.label, told.text, turn.granted is True))
        self.fill_rows()

    def action_back(self) -> None:
        """Back without doing anything."""
        self.dismiss(False)

    def action_leave(self) -> None:
        """The same."""
        self.dismiss(False)


class ConsentScreen(Asking):
    """A move is about to be played that uses what nobody has said yes to."""

    def __init__(self, kept: Kept, move: MoveView) -> None:
        super().__init__(kept)
        self._move = move

    def fill_rows(self) -> None:
        """Ask each of them, play it, or leave it."""
        mine = [c for c in self.consents() if (c.person, c.use) in {(m.person, m.use) for m in self._move.consents}]
        self._open = [consent for consent in mine if consent.state != "yes"]
        self.rows.opening = (
            self._move.label,
            _("This move uses what belongs to somebody. It is theirs to give, and to refuse."),
        )
        rows = [
            (
                (_("Ask {consent}, once more") if each.state == "no" else _("Ask {consent}")).format(
                    consent=each.label
                ),
                _(_STATES[each.state]),
            )
            for each in self._open
        ]
        self._play_at = len(rows)
        rows.append(
            (_("Play it without a yes"), _(_WITHOUT, steps=CONSENT_BROKEN_COSTS_CARE))
            if self._open
            else (_("Play it"), _("Everybody it concerns said yes."))
        )
        rows.append((_("Leave it for now"), ""))
        self.rows.title = Content(_("Asking first"))
        if not self._open or all(consent.state == "no" for consent in self._open):
            self.rows.chosen = self._play_at if not self._open else self._play_at + 1
        self.rows.show(rows)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Ask, play, or leave it."""
        if at < self._play_at:
            self.ask(self._open[at])
        else:
            self.dismiss(at == self._play_at)


class PeopleScreen(Asking):
    """Everybody who can be asked, for what, and what they said."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("x", "take_back", show=False)]

    def keys(self) -> tuple[Hint, ...]:
        """Ask, take back, or go back."""
        return (
            Hint("enter", key("enter"), sense("hint", "ask")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("x", "x", _("they take it back")),
            Hint("escape", key("esc"), _("back")),
        )

    def fill_rows(self) -> None:
        """Every use of every person."""
        self._all = self.consents()
        self.rows.title = Content(_("Whose yes you have"))
        self.rows.opening = "", _("The answer to every use is no until they say yes, and a yes can be taken back.")
        self.rows.show([(each.label, _(_STATES[each.state])) for each in self._all])

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Ask for it."""
        consent = self._all[at]
        if consent.state == "yes":
            self.say(_("They said yes already. x says that they take it back."))
        else:
            self.ask(consent)

    def action_take_back(self) -> None:
        """They take a yes back."""
        from backfire_sim.storage.errors import StorageError

        consent = self._all[self.rows.chosen]
        try:
            self.kept.play(Withdraw(consent.person, consent.use))
        except (IllegalEventError, StorageError) as error:
            self.say(str(error))
            return
        self.fill_rows()


class Answers(Rows):
    """Rows under the words of those who were asked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.opening = "", ""
        """A heading and a sentence."""
        self.heard: tuple[tuple[str, str, bool], ...] = ()
        """(who and what, their words, whether it was a yes)."""

    def before_rows(self, width: int) -> list[Content]:
        """The heading, and what they said."""
        heading, words = self.opening
        lines = [
            BLANK,
            *(hanging("", heading, width, "bold $accent") if heading else []),
            *prose(words, width, "$quiet"),
            BLANK,
        ]
        for whose, said, granted in self.heard:
            sign, answer = ("✓ ", _("yes")) if granted else ("× ", _("no"))
            lines += [
                line((sign, "bold"), (whose, "bold"), (f" — {answer}", "bold $ours" if granted else "bold $theirs"))
            ]
            lines += [*prose(said, width, indent=2, limit=64), BLANK]
        return lines
