"""Before it happens: what the group gets ready in the time it has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from backfire_sim.engine.events import Prepare
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, plural, sense
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.views.play import OptionView, PlayView, view
from backfire_sim.views.words import listed

if TYPE_CHECKING:
    from backfire_sim.storage.kept import Kept


class PrepareScreen(Page):
    """A list to tick, and the row that begins the incident."""

    subject = "prepare"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("b", "begin", show=False)]

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self.kept = kept
        self._now = view(kept.session)

    def masthead(self) -> tuple[str, str, str]:
        """The scenario's title."""
        return self._now.title, "", _("before it happens")

    def keys(self) -> tuple[Hint, ...]:
        """Tick, and begin."""
        return (
            Hint("space", key("space"), _("choose")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("b", "b", _("begin")),
            Hint("q", "q", _("leave")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The list."""
        self.options = Options(self._now)
        yield self.options

    def on_mount(self) -> None:
        """The list has the keys."""
        self.activate(self.options)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Tick an option, or begin."""
        if at == len(self._now.options):
            self.action_begin()
        elif not self.options.toggle(at):
            self.say(_("There is time for {count}. Take one back first.", count=self._now.choose))

    def action_begin(self) -> None:
        """The incident begins."""
        from backfire_sim.storage.errors import StorageError

        chosen = tuple(option.id for option in self._now.options if option.id in self.options.ticked)
        try:
            turn = self.kept.play(Prepare(chosen))
        except StorageError as error:
            self.say(str(error))
            return
        assert turn is not None
        self.backfire.show_play(self.kept, prepared=turn if chosen else None)

    def action_leave(self) -> None:
        """Back to the list; the play waits as it is."""
        self.backfire.show_home()


_AIRY = 34
"""Rows of the list from which an empty line parts the options."""


class Options(Menu):
    """What can be prepared, ticked or not."""

    magnifies = True

    def __init__(self, now: PlayView) -> None:
        super().__init__(id="thought")
        self._now = now
        self.ticked: set[str] = set()
        self._say_state()

    def toggle(self, at: int) -> bool:
        """Tick an option or take the tick away; False where there is no time for one more."""
        option = self._now.options[at].id
        if option in self.ticked:
            self.ticked.remove(option)
        elif len(self.ticked) >= self._now.choose:
            return False
        else:
            self.ticked.add(option)
        self._say_state()
        self.redraw()
        return True

    def take_up(self, now: PlayView) -> None:
        """Show what can be prepared in another text; what is ticked stays so, as far as it is still there."""
        self._now = now
        there = [option.id for option in now.options if option.id in self.ticked]
        self.ticked = set(there[: now.choose])
        self.chosen = min(self.chosen, len(now.options))
        self._say_state()
        self.redraw()

    def _say_state(self) -> None:
        self.title = Content(_("Time for {count} of these", count=self._now.choose))
        self.state = Content(_("{ticked} of {most} chosen", ticked=len(self.ticked), most=self._now.choose))

    def count(self) -> int:
        """The options and the row that begins."""
        return len(self._now.options) + 1

    def gap(self, width: int) -> int:
        """An empty line between the options where there is room to breathe."""
        return int(self.high >= _AIRY)

    def before_rows(self, width: int) -> list[Content]:
        """What time it is."""
        return [BLANK, *prose(self._now.prepare_text, width), BLANK]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """An option with its tick, or the row that begins."""
        if at == len(self._now.options):
            left = self._now.choose - len(self.ticked)
            note = plural("{count} more could be chosen", "{count} more could be chosen", left) if left else ""
            return [*[BLANK] * (1 - self.gap(width)), line((_("Begin"), "bold"), (f"   {note}", "$quiet"))]
        option = self._now.options[at]
        ticked = option.id in self.ticked
        box = "[×] " if ticked else "[ ] "
        full = not ticked and len(self.ticked) >= self._now.choose
        style = "bold" if ticked or chosen else ""
        lines = hanging(
            box,
            option.label,
            width,
            "$shut" if full and not chosen else style,
            mark="bold $ours" if ticked else "$quiet",
        )
        if chosen and option.text:
            lines += prose(option.text, width, indent=4)
        return lines + hanging("    ", _about(option), width, "$quiet")


def _about(option: OptionView) -> str:
    said = f"{label(option.response)}: {option.tactic.lower()}"
    if not option.answers:
        return said
    softens = _("softens {methods}", methods=listed([kind.lower() for kind in option.answers]))
    return f"{said} · {softens}"
