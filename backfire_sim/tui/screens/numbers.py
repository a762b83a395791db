"""Guess the numbers: alone, passing the keyboard round, or with one person typing what all say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, plural, sense
from backfire_sim.training import numbers as game
from backfire_sim.training.numbers import FEW, MOST_PEOPLE, TOP, Guessing
from backfire_sim.tui.layout import Places, column, projected
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.guesses import AskedPane, ShownPane
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, prose
from backfire_sim.tui.widgets.menu import Menu, Rows
from backfire_sim.tui.widgets.pane import Pane

ROOM = "numbers"
"""Found again under this id: how many people to begin with at once (None asks), and whether the short form."""

USUAL = 8
"""People that the count begins with."""

START, COUNT, ASKED, SHOWN = "start", "count", "asked", "shown"
"""How to play; how many people; a question; what was measured."""


class Numbers(Page):
    """The opener: how to guess, then one question after the other."""

    subject = "numbers"

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"digit({n})", show=False) for n in range(10)),
        Binding("backspace,delete", "rub_out", show=False),
        Binding("right", "nudge(1)", show=False),
        Binding("left", "nudge(-1)", show=False),
        Binding("s", "pass_by", show=False),
        Binding("a", "again", show=False),
        Binding("e", "to_the_end", show=False),
        Binding("d", "done", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.stage = START
        self.game: Guessing | None = None
        self.typed = ""
        """Digits of the guess, or of the number of people."""
        self.short = True

    @property
    def begun(self) -> bool:
        """Whether there are answers that would be lost."""
        return self.stage != START

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """The name, and which question."""
        name = _("Guess the numbers")
        if self.game is None:
            return name, "", _("the opener")
        place = _("{number} of {all}", number=self.game.at + 1, all=len(self.game.questions))
        return name, "", place

    def keys(self) -> tuple[Hint, ...]:
        """What can be done at this stage."""
        enter = Hint("enter", key("enter"), _("on"))
        if self.stage == START:
            return (
                Hint("enter", key("enter"), _("choose")),
                Hint("down", "↑↓", sense("the arrow keys", "move")),
                Hint("escape", key("esc"), _("back")),
            )
        if self.stage == COUNT:
            return enter, Hint("up", "↑↓", _("more, fewer")), Hint("escape", key("esc"), _("back"))
        if self.stage == SHOWN:
            last = self.game is not None and self.game.last
            return (
                Hint("enter", key("enter"), _("close") if last else _("next")),
                Hint("a", "a", _("again")),
                *(() if last else (Hint("e", "e", sense("the last question", "last")),)),
                Hint("q", "q", _("leave")),
            )
        if self.game is not None and self.game.people == 0:
            return (
                enter._replace(does=_("take it")),
                Hint("d", "d", _("all in: show")),
                Hint("backspace", "⌫", _("rub out")),
                Hint("q", "q", _("leave")),
            )
        said = _("see") if self.game is not None and self.game.alone else _("take it")
        return (
            enter._replace(does=said),
            *((Hint("up", "↑↓", sense("the arrow keys", "move")),) if self._alone else ()),
            Hint("s", "s", _("pass")),
            Hint("q", "q", _("leave")),
        )

    @property
    def _alone(self) -> bool:
        return self.game is not None and self.game.alone

    def widgets(self) -> Iterable[Widget]:
        """How to guess; the question; what was measured. One of them is seen."""
        self.start = Start(id="start")
        self.count = CountPane(id="count")
        self.asked = AskedPane(id="asked")
        self.shown = ShownPane(id="shown")
        yield from (self.start, self.count, self.asked, self.shown)

    def places(self, body: Region) -> Places:
        """The one pane of this stage."""
        return {self.stage: projected(body) if self.projecting else column(body)}

    def reading(self) -> Pane | None:
        """The pane of this stage, where no list has the arrows."""
        return {COUNT: self.count, ASKED: self.asked, SHOWN: self.shown}.get(self.stage)

    def on_mount(self) -> None:
        """How to guess, or the first question."""
        people, self.short = self.backfire.found_again.pop(ROOM, (None, True))
        self._fill()
        if people is not None:
            self._begin(people)
        else:
            self._stand_at(START)

    def _stand_at(self, stage: str) -> None:
        self.stage, self.typed = stage, ""
        self.activate(self.start if stage == START else None)
        self._draw(from_top=True)
        self.reframe()

    def _draw(self, *, from_top: bool = False) -> None:
        if self.stage == COUNT:
            self.count.show(self.typed)
        elif self.game is not None and self.stage == ASKED:
            self.asked.show(self.game, self.typed, from_top=from_top)
        elif self.game is not None and self.stage == SHOWN:
            self.shown.show(self.game, from_top=from_top)

    # -- How to guess ------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        length = _("Length: eight questions, about ten minutes") if self.short else _("Length: all eleven questions")
        other = _("Enter takes all eleven, about twenty.") if self.short else _("Enter takes the eight.")
        self.start.show(
            [
                (_("Alone"), _("You guess, and see your guess beside what was measured.")),
                (
                    _("Around the table, unseen"),
                    _("The keyboard goes round. Nobody sees what is typed; then all guesses are shown, and not whose."),
                ),
                (
                    _("One person types"),
                    _("Everybody says a number or holds up a card, and one person types them all."),
                ),
                (length, other),
            ]
        )

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Begin, or change the length."""
        if at == 0:
            self._begin(1)
        elif at == 1:
            self._stand_at(COUNT)
        elif at == 2:
            self._begin(0)
        else:
            self.short = not self.short
            self._fill()

    def _begin(self, people: int) -> None:
        self.game = game.begin(people, short=self.short)
        self._stand_at(ASKED)

    # -- Typing ------------------------------------------------------------------------------------------------------

    def action_digit(self, digit: int) -> None:
        """One digit more."""
        if self.stage not in (COUNT, ASKED):
            return
        self.typed = f"{self.typed}{digit}".lstrip("0")[:3] or "0"
        self._draw()

    def action_rub_out(self) -> None:
        """Rub out what is typed: the last digit, or all where nobody can see it; then the guess before."""
        if self.stage == ASKED and not self.typed and self.game is not None and self.game.people == 0:
            self.say(_("What was taken stays. a begins this question again."))
            return
        unseen = self.stage == ASKED and not self._alone and self.game is not None and self.game.people > 0
        self.typed = "" if unseen else self.typed[:-1]
        self._draw()

    def action_nudge(self, by: int) -> None:
        """One more or less, where the guess can be seen."""
        if self.stage == COUNT:
            self.typed = str(max(2, min(MOST_PEOPLE, int(self.typed or USUAL) + by)))
        elif self.stage == ASKED and self._alone:
            self.typed = str(max(0, min(TOP, int(self.typed or 50) + by)))
        self._draw()

    def action_move(self, by: int) -> None:
        """Ten more or fewer; elsewhere as on any page."""
        if self.stage == COUNT:
            self.action_nudge(-by)
        elif self.stage == ASKED and self._alone:
            self.action_nudge(-10 * by if self.typed else 0)
        else:
            super().action_move(by)

    def guess_at(self, value: int) -> None:
        """A click among the hundred dots."""
        self.typed = str(value)
        self._draw()

    # -- Going on ----------------------------------------------------------------------------------------------------

    def action_go_on(self) -> None:
        """Take what is typed; read on; the next question."""
        if self.stage == COUNT:
            people = int(self.typed or USUAL)
            if 2 <= people <= MOST_PEOPLE:
                self._begin(people)
            else:
                self.typed = ""
                self.say(_("From 2 to {most} people.", most=MOST_PEOPLE))
                self._draw()
        elif self.stage == ASKED:
            self._take()
        elif self.stage == SHOWN and not self.shown.page():
            self._next()

    def _take(self) -> None:
        assert self.game is not None
        value = game.read_guess(self.typed)
        if value is None or self.game.heard >= MOST_PEOPLE:
            self.typed = ""
            self._draw()
            self.say(_("A number from 0 to 100, please. s passes."))
            return
        self._heard(game.guess(self.game, value))

    def _heard(self, after: Guessing) -> None:
        self.game = after
        self._stand_at(ASKED if after.open else SHOWN)

    def action_pass_by(self) -> None:
        """Somebody would rather not."""
        if self.stage == ASKED and self.game is not None and self.game.heard < MOST_PEOPLE:
            self._heard(game.guess(self.game, None))

    def action_done(self) -> None:
        """All guesses are in, or enough of them."""
        if self.stage == ASKED and self.game is not None and self.game.people == 0:
            if self.typed and game.read_guess(self.typed) is not None and self.game.heard < MOST_PEOPLE:
                self.game = game.guess(self.game, game.read_guess(self.typed))
            self._heard(game.close(self.game))

    def action_again(self) -> None:
        """This question once more, for whoever mistyped; not while the keyboard is on its way round."""
        if self.game is not None and (self.stage == SHOWN or (self.stage == ASKED and self.game.people == 0)):
            self.game = game.again(self.game)
            self._stand_at(ASKED)

    def action_to_the_end(self) -> None:
        """The last question now: time is short."""
        if self.game is not None and not self.game.last and self.stage == SHOWN:
            self.game = game.to_the_end(self.game)
            self._stand_at(ASKED)

    def _next(self) -> None:
        assert self.game is not None
        after = game.following(self.game)
        if after is None:
            self.action_leave()
            return
        self.game = after
        self._stand_at(ASKED)

    def action_back(self) -> None:
        """To how to guess; from there home."""
        if self.stage == START:
            super().action_back()
        elif self.stage == ASKED and self.typed:
            self.typed = ""
            self._draw()
        else:
            self.game = None
            self._stand_at(START)


class Start(Rows):
    """What this is, and how to guess."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.title = Content(_("Before anything else: what do you believe?"))

    def before_rows(self, width: int) -> list[Content]:
        """What this is for."""
        words = _(
            "Everybody guesses, then you see what was measured, by whom, and what it does not say. Most guesses are "
            "far off; that is what this is for. Nothing is kept."
        )
        return [BLANK, *prose(words, width), BLANK]


class CountPane(Pane):
    """How many people there are."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.title = Content(_("How many are you?"))
        self.lit = True
        self._typed = ""

    def show(self, typed: str) -> None:
        """Show what is typed so far."""
        self._typed = typed
        self.redraw()

    def body(self, width: int) -> list[Content]:
        """The number, and what happens then."""
        people = int(self._typed or USUAL)
        said = plural("{count} person", "{count} people", people)
        lines = [BLANK, *hanging("", said, width, "bold $accent"), BLANK]
        how = _("Type the number, or change it with the arrows. Then the keyboard goes round, one guess each.")
        lines += [*prose(how, width, "$quiet"), BLANK]
        if 1 < people < FEW:
            few = _("With so few people everybody can tell whose guess is whose. Guess only what you like.")
            lines += prose(few, width)
        return lines

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel is one person more."""
        self.app.simulate_key("right")

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel is one person fewer."""
        self.app.simulate_key("left")
