"""The look back: how it ended, the way over the plane, the decisions, and what to talk about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.engine.events import IllegalEventError, Undo
from backfire_sim.speech import _, plural, sense
from backfire_sim.tui.layout import COLUMN, TALL, WIDE, Places, column, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.widgets.chain import chain_lines
from backfire_sim.tui.widgets.finale import end_lines, history_lines, ledger_lines, talk_lines
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.tui.widgets.tabs import Tabs
from backfire_sim.views.ending import ending_view
from backfire_sim.views.intensity import chain_at, ending_at

if TYPE_CHECKING:
    from backfire_sim.storage.kept import Kept

_BOTH = WIDE + 16
"""Columns from which the end stands beside the other parts."""


class EndingScreen(Page):
    """The end at the left and one other part at the right; on a small screen one part at a time."""

    subject = "ending"
    can_veil = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", show=False),
        Binding("h", "home", show=False),
        Binding("right,tab,n", "part(1)", show=False),
        Binding("left,shift+tab", "part(-1)", show=False),
        *(Binding(str(n + 1), f"show({n})", show=False) for n in range(6)),
    ]

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self.kept = kept
        self._told = ending_view(kept.session)
        self._parts: list[tuple[str, Callable[[int], list[Content]]]] = [
            (_("The end"), self._end),
            (
                _("Decisions"),
                lambda width: [
                    BLANK,
                    *chain_lines(chain_at(self._told.chain, self.backfire.level), self._told.prepared, width),
                ],
            ),
            (_("Costs and gains"), lambda width: ledger_lines(self._told, width)),
        ]
        if self._told.questions or self._told.checklist:
            self._parts.append((_("Talk about it"), lambda width: talk_lines(self._told, width)))
        history = self._told.history
        if history is not None:
            self._parts.append((_("History"), lambda width: history_lines(history, width)))
        self._at = 0

    def masthead(self) -> tuple[str, str, str]:
        """Title, and how many rounds it took."""
        rounds = len(self._told.chain)
        return self.kept.session.scenario.title, _("looking back"), plural("{count} round", "{count} rounds", rounds)

    def keys(self) -> tuple[Hint, ...]:
        """Go through the parts; try the other choice; home."""
        over, wide = self.kept.session.over, self.size.width >= WIDE
        if over:
            undo = _("take the last choice back") if wide else _("undo")
        else:
            undo = _("go on playing") if wide else _("play on")
        return (
            Hint("enter", key("enter"), _("on")),
            Hint("pagedown", key("PgDn"), _("read on")),
            Hint("u", "u", undo),
            Hint("h", "h", sense("the list of scenarios", "home")),
            Hint("q", "q", _("leave")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The names of the parts, and one or two of them."""
        self.tabs = Tabs(tuple(name for name, _ in self._parts))
        self.end = Words(_("The end"), self._end, id="end")
        self.part = Words("", lambda width: self._parts[self._at][1](width), id="part")
        yield self.tabs
        yield self.end
        yield self.part

    def places(self, body: Region) -> Places:
        """The names of the parts, and under them one part or two."""
        room = 1 if body.height >= TALL else 0
        places = {"tabs": Region(body.x, body.y + room, body.width, 1)}
        below = Region(body.x, body.y + 1 + room, body.width, body.height - 1 - room)
        if not self._both(body.width, body.height):
            middle = column(below) if body.width < _BOTH else below
            return {**places, "part": middle if body.width > COLUMN else below}
        end, right = split_right(body, min(90, body.width // 2))
        part = Region(right.x, right.y + 1, right.width, right.height - 1)
        return {"tabs": Region(right.x, right.y, right.width, 1), "end": end, "part": part}

    def _both(self, width: int, height: int) -> bool:
        return width >= _BOTH and height >= TALL - 4

    def on_mount(self) -> None:
        """The end first."""
        self._show(0)

    def on_resize(self) -> None:
        """One part or two."""
        self._show(self._at)

    def _end(self, width: int) -> list[Content]:
        return end_lines(ending_at(self._told, self.backfire.level), width, self.size.height - 4)

    def _show(self, at: int) -> None:
        first = 1 if self._both(self.room.width, self.room.height - 2) else 0
        self._at = max(first, min(len(self._parts) - 1, at))
        self.tabs.first = first
        self.tabs.show(self._at)
        self.part.title = Content(self._parts[self._at][0])
        self.part.redraw(from_top=True)

    def level_changed(self) -> None:
        """Draw again."""
        self.end.redraw()
        self.part.redraw()

    def on_tabs_taken(self, message: Tabs.Taken) -> None:
        """Another part."""
        self._show(message.at)

    def action_show(self, at: int) -> None:
        """A part, by its number."""
        if at < len(self._parts):
            self._show(at)

    def action_part(self, by: int) -> None:
        """The part before or after."""
        self._show(self._at + by)

    def reading(self) -> Pane | None:
        """The part at the right, or the one part there is."""
        return self.part

    def action_go_on(self) -> None:
        """Read on; then the next part."""
        if not self.part.page():
            self._show(self._at + 1)

    def action_turn(self, pages: int) -> None:
        """Turn the page; where that part is at its end, of the end beside it."""
        if not self.part.page(pages):
            self.end.page(pages)

    def action_undo(self) -> None:
        """Take the last choice back and go on from there; a play that was only stopped just goes on."""
        from backfire_sim.storage.errors import StorageError

        if self.kept.session.over:
            try:
                self.kept.play(Undo())
            except (IllegalEventError, StorageError) as error:
                self.say(str(error))
                return
        self.backfire.show_play(self.kept)

    def action_home(self) -> None:
        """The list of scenarios."""
        self.backfire.show_home()

    def action_leave(self) -> None:
        """Leave the program; the play is kept."""
        self.app.exit()
