"""What lies over a table for a while: cards, agreements, the board, an event that comes in, and nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.room.commands import Blank
from backfire_sim.speech import _, plural, sense
from backfire_sim.storage.errors import StorageError
from backfire_sim.table.events import Arrange, Reason
from backfire_sim.table.roles import deal
from backfire_sim.table.setup import FEWEST_SEATS, MOST_SEATS
from backfire_sim.tui.layout import Places, column, projected, split_below
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.panic import PanicScreen
from backfire_sim.tui.screens.story import Reading, Words
from backfire_sim.tui.widgets.gates_seen import GatesSeen
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.ledger import Ledger
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.menu import Menu, Rows

if TYPE_CHECKING:
    from backfire_sim.engine.apply import Turn
    from backfire_sim.room.host import TableHost
    from backfire_sim.storage.kept import Kept
    from backfire_sim.tui.at_table import AtTable
    from backfire_sim.views.play import PlayView
    from backfire_sim.views.table import TableView

COMMAND = "backfire facilitate"
"""What a facilitator types in a second terminal."""


class BlankScreen(PanicScreen):
    """Nothing, because the facilitator asked for it: they bring it back, or the key that does so everywhere."""

    def __init__(self, wake_key: str, host: TableHost) -> None:
        super().__init__(wake_key)
        self._host = host

    def on_key(self, event: events.Key) -> None:
        """Only the wake key."""
        event.stop()
        event.prevent_default()
        if event.key == self._wake_key:
            self._host.do(Blank(False))

    def on_screen_resume(self) -> None:
        """What lay above is gone; meanwhile the facilitator may have brought the screen back."""
        if not self._host.blank:
            self.dismiss()


def keep_reason(host: TableHost, words: str) -> None:
    """Keep a reason, unnamed. StorageError where it cannot be."""
    said = host.do(Reason(words))
    if not said.ok:
        raise StorageError(said.text)


def inject_screen(kept: Kept, turn: Turn, code: tuple[str, ...] = ()) -> Reading:
    """An event that comes in: what it is, what it moved, and which line of their code it may test."""
    from backfire_sim.tui.widgets.aftermath import aftermath_lines
    from backfire_sim.views.consequence import consequence
    from backfire_sim.views.intensity import consequence_at

    whole = consequence(kept.session.rules, turn)

    def draw(width: int, level: str) -> list[Content]:
        told = consequence_at(whole, level)
        lines = [*hanging("", told.did, width, "bold $accent"), BLANK]
        if told.withheld:
            lines += [line((_("What happened is veiled. v shows it."), "$quiet")), BLANK]
        elif told.text:
            lines += [*prose(told.text, width), BLANK]
        lines += aftermath_lines(told, width)
        if code:
            lines += [BLANK, *prose(_("Which line of your code does it test?"), width, "bold")]
            lines += [row for each in code for row in hanging("· ", each, width, mark="$accent")]
        return lines

    return Reading("table", kept.session.scenario.title, _("Something comes in"), draw, veils=True)


class BoardScreen(Page):
    """The five gates and the numbers, for a look."""

    subject = "play"

    def __init__(self, now: PlayView) -> None:
        super().__init__()
        self._now = now

    def masthead(self) -> tuple[str, str, str]:
        """As the play's."""
        return self._now.title, self._now.time, _("round {number}", number=self._now.round)

    def keys(self) -> tuple[Hint, ...]:
        """Back."""
        return (Hint("enter", key("enter"), _("back")),)

    def widgets(self) -> Iterable[Widget]:
        """The board over the numbers."""
        self.board, self.ledger = GatesSeen(id="board"), Ledger(id="ledger")
        yield self.board
        yield self.ledger

    def places(self, body: Region) -> Places:
        """One under the other."""
        middle = projected(body, 100) if self.projecting else column(body)
        upper, lower = split_below(middle, max(4, min(20, middle.height - 14)))
        return {"board": upper, "ledger": lower}

    def on_mount(self) -> None:
        """What stands there."""
        now = self._now
        self.board.see(now.board)
        self.ledger.show(now.costs, now.gains, now.group, now.unnamed)

    def menu_touched(self, menu: Menu) -> None:
        """Nothing is chosen here."""

    def action_go_on(self) -> None:
        """Back."""
        self.dismiss()

    def action_back(self) -> None:
        """Back."""
        self.dismiss()


class CardsScreen(Page):
    """The role cards, one after the other, and the code of conduct."""

    subject = "table"

    def __init__(self, table: TableView) -> None:
        super().__init__()
        self._cards = table.roles
        self._code = table.code
        self._at = 0
        self._last = len(self._cards) + bool(self._code) - 1

    def masthead(self) -> tuple[str, str, str]:
        """Which card."""
        at = _("{number} of {all}", number=self._at + 1, all=self._last + 1)
        return _("Before you begin"), "", at if self._last else ""

    def keys(self) -> tuple[Hint, ...]:
        """On, and back."""
        last = self._at == self._last
        on = _("begin") if last else _("pass it on")
        return (Hint("enter", key("enter"), on), Hint("left", "←", sense("hint", "back"), self._at > 0))

    def widgets(self) -> Iterable[Widget]:
        """One card."""
        self.card = Words("", self._lines, id="thought")
        yield self.card

    def on_mount(self) -> None:
        """The first one."""
        self._to(0)

    def _lines(self, width: int) -> list[Content]:
        if self._at >= len(self._cards):
            lines = [BLANK, *prose(_("Read this aloud. It holds in the play, and it will be tested there."), width)]
            for each in self._code:
                lines += [BLANK, *hanging("· ", each, width, "bold", mark="$accent")]
            return lines
        card = self._cards[self._at]
        about = _("A role is something to watch for, not a person to be. Everybody still chooses as they think right.")
        return [
            BLANK,
            *hanging("", card.title, width, "bold $accent"),
            BLANK,
            *prose(card.asks, width, "bold"),
            BLANK,
            *prose(card.about, width),
            BLANK,
            *prose(about, width, "$quiet"),
        ]

    def _to(self, at: int) -> None:
        self._at = max(0, at)
        if self._at > self._last:
            self.dismiss()
            return
        code = self._at >= len(self._cards)
        title = _("Your code of conduct") if code else _("Seat {seat}", seat=self._cards[self._at].seat)
        self.card.title = Content(title)
        self.card.redraw(from_top=True)
        self.reframe()

    def reading(self) -> Words:
        """The card."""
        return self.card

    def action_go_on(self) -> None:
        """The next card."""
        if not self.card.page():
            self._to(self._at + 1)

    def action_back(self) -> None:
        """The card before."""
        self._to(self._at - 1)

    def on_key(self, event: events.Key) -> None:
        """The arrows turn the cards too."""
        if event.key in ("left", "right"):
            event.stop()
            self._to(self._at + (1 if event.key == "right" else -1))


class AgreedScreen(Page):
    """What this table agreed on; how many it is can change between two choices."""

    subject = "table"

    def __init__(self, at_table: AtTable) -> None:
        super().__init__()
        self._at_table = at_table
        self._host = at_table.host

    def masthead(self) -> tuple[str, str, str]:
        """What it is."""
        return _("What you agreed on"), "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Choose, and back."""
        return (Hint("enter", key("enter"), _("choose")), Hint("escape", key("esc"), _("back")))

    def widgets(self) -> Iterable[Widget]:
        """The agreements over what can be changed."""
        self.rows = AgreedRows(id="thought")
        yield self.rows

    def on_mount(self) -> None:
        """As they stand."""
        self._fill()
        self.activate(self.rows)

    def _fill(self) -> None:
        table = self._host.table_view()
        self.rows.title = Content(_("At this table"))
        self.rows.lines_above = lambda width: agreed_lines(table, self._at_table.shut, width)
        self.rows.show(
            [
                (_("Back"), ""),
                (_("One more at the table"), ""),
                (_("One fewer at the table"), ""),
                (_("See the cards and the code again"), ""),
            ][: 4 if table.roles or table.code else 3]
        )

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Back, or another number of seats."""
        if at == 0:
            self.dismiss()
        elif at == 3:
            self.app.push_screen(CardsScreen(self._host.table_view()))
        else:
            self._seats(1 if at == 1 else -1)

    def _seats(self, more: int) -> None:
        setup = self._host.table.setup
        seats = max(FEWEST_SEATS, min(MOST_SEATS, setup.seats + more))
        roles = setup.roles[:seats]
        if roles and seats > len(roles):
            roles = (*roles, deal(seats, setup.seed)[-1])
        said = self._host.do(Arrange(setup._replace(seats=seats, roles=roles)))
        self._fill()
        self.reframe()
        if said.text:
            self.say(said.text)

    def action_back(self) -> None:
        """Back."""
        self.dismiss()


class AgreedRows(Rows):
    """Agreements over rows."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines_above: Callable[[int], list[Content]] = lambda width: []

    def before_rows(self, width: int) -> list[Content]:
        """The agreements."""
        return [*self.lines_above(width), BLANK]


def agreed_lines(table: TableView, shut: str, width: int) -> list[Content]:
    """How many you are, how you decide, your code and cards, and what a facilitator types."""
    seats = plural("{count} person at the table.", "{count} people at the table.", table.seats)
    lines = [BLANK, *prose(seats, width, "bold")]
    for rule in table.rules:
        lines += hanging("· ", rule, width, mark="$accent")
    if table.code:
        lines += [BLANK, line((_("Your code of conduct"), "bold"))]
        for each in table.code:
            lines += hanging("· ", each, width, mark="$accent")
    if table.roles:
        lines += [BLANK, line((_("Cards"), "bold"))]
        for card in table.roles:
            lines += hanging(f"{card.seat:>2}  ", card.title, width, mark="$quiet")
    said = shut or _("For the facilitator: in a second terminal on this computer, type {command}", command=COMMAND)
    return [*lines, BLANK, *hanging("", said, width, "$quiet")]
