"""Everything that can be gone to or done from here, found by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, sense
from backfire_sim.text import bare
from backfire_sim.tui.layout import Places, column, projected
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import hanging, line
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.writing import Writing

if TYPE_CHECKING:
    from backfire_sim.tui.app import BackfireApp

LONGEST = 80
"""Letters that can be typed."""


class Entry(NamedTuple):
    """Something that can be gone to or done."""

    words: str
    kind: str
    """What it is: a part of the training, a scenario, a setting, a page, a key."""
    do: Callable[[], object]
    why_not: str = ""
    """Why it cannot be done just now."""


class PaletteScreen(Page):
    """A line to type in, and under it what fits."""

    subject = "palette"

    def __init__(self, under: Page) -> None:
        """`under`: the page from which it was called; its keys are offered."""
        super().__init__()
        self._under = under

    def masthead(self) -> tuple[str, str, str]:
        """What it is."""
        return _("Go to, or do"), "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Choose, take, back."""
        return (
            Hint("enter", key("enter"), _("do it")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("escape", key("esc"), _("back")),
        )

    def everywhere(self) -> tuple[Hint, ...]:
        """Letters are typed here: only the key that blanks the screen works as everywhere."""
        return super().everywhere()[-1:]

    def widgets(self) -> Iterable[Widget]:
        """The line and the list."""
        self.line = Writing(most=LONGEST, lines=False, id="line")
        self.line.title = Content(_("Type a few letters"))
        self.list = Entries(list(entries(self.backfire, self._under)))
        yield self.line
        yield self.list

    def places(self, body: Region) -> Places:
        """The line over the list."""
        middle = projected(body) if self.projecting else column(body)
        below = Region(middle.x, middle.y + 3, middle.width, middle.height - 3)
        return {"line": Region(middle.x, middle.y, middle.width, 2), "entries": below}

    def on_mount(self) -> None:
        """The list has the arrows and enter."""
        self.activate(self.list)

    def on_key(self, event: events.Key) -> None:
        """Letters look for something; the rest moves in the list."""
        if event.key in ("up", "down", "pageup", "pagedown", "enter", "escape"):
            return
        event.stop()
        event.prevent_default()
        if event.key == "ctrl+p":
            self.dismiss()
        elif self.line.typed(event):
            self.list.look_for(self.line.words)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is looked for."""
        self.line.pasted(event.text)
        self.list.look_for(self.line.words)
        event.stop()

    def action_back(self) -> None:
        """Back to the page under it."""
        self.dismiss()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Do it, or say why not."""
        entry = self.list.found[at]
        if entry.why_not:
            self.say(entry.why_not)
            return
        self.dismiss()
        self.app.call_later(entry.do)


class Entries(Menu):
    """What fits to the letters that were typed; everything, where none were."""

    def __init__(self, every: list[Entry]) -> None:
        super().__init__(id="entries")
        self._every = every
        self.found = every
        self._say_how_many()

    def look_for(self, words: str) -> None:
        """Show those that hold every word that was typed, those that begin with them first."""
        wanted = bare(words).split()
        fitting = [
            entry for entry in self._every if all(word in bare(f"{entry.words} {entry.kind}") for word in wanted)
        ]
        self.found = sorted(fitting, key=lambda entry: not bare(entry.words).startswith(" ".join(wanted)))
        self.chosen = 0
        self._say_how_many()
        self.redraw(from_top=True)

    def _say_how_many(self) -> None:
        self.title = Content(_("{found} of {all}", found=len(self.found), all=len(self._every)))

    def count(self) -> int:
        """Those that fit."""
        return len(self.found)

    def before_rows(self, width: int) -> list[Content]:
        """Nothing fits: say so."""
        return [] if self.found else [line("  ", (_("Nothing here is called that."), "$quiet"))]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """The words, and what it is at the right."""
        entry = self.found[at]
        style = "$shut" if entry.why_not else "bold" if chosen else ""
        drawn = hanging("", entry.words, max(20, width - 18), style)
        gap = width - drawn[0].cell_length - len(entry.kind)
        if gap >= 2:
            drawn[0] = line(drawn[0], " " * gap, (entry.kind, "$quiet"))
        return drawn


def entries(app: BackfireApp, under: Page) -> Iterator[Entry]:
    """Everything: the keys of the page first, then parts, scenarios, settings and pages to learn from."""
    from backfire_sim.tui import rooms
    from backfire_sim.tui.screens.settings import SETTINGS

    for hint in (*under.keys(), *under.everywhere()):
        if len(hint.shown) == 1 or hint.key.startswith(("ctrl", "f")):
            why = "" if hint.usable else _("{key} does nothing just now.", key=hint.shown)
            does = f"{hint.does[:1].upper()}{hint.does[1:]}"
            yield Entry(does, _("key {key}", key=hint.shown), _pressing(app, hint.key), why)
    if under.can_veil:
        yield Entry(_("Lower the intensity, or tell it whole"), _("key {key}", key="i"), under.action_soften)
    if under.can_skip:
        yield Entry(_("Skip this scene"), _("key {key}", key="x"), under.action_skip)
    yield Entry(_("Large type for a projector, or back"), _("key {key}", key="z"), under.action_projector)
    for id, room in rooms.listed():
        yield Entry(_(room.name), _("part"), _visiting(app, id))
    for card in app.source.cards():
        yield Entry(card.title, _("scenario"), _opening(app, card.id))
    for at, setting in enumerate(SETTINGS):
        yield Entry(_(setting.label), _("setting"), _setting(app, at))
    from backfire_sim.handbook.book import every_leaf

    for leaf in every_leaf():
        yield Entry(leaf.title, _("page"), _learning(app, leaf.id))


def _pressing(app: BackfireApp, key: str) -> Callable[[], object]:
    return lambda: app.simulate_key(key)


def _visiting(app: BackfireApp, room: str) -> Callable[[], object]:
    return lambda: app.visit(room)


def _setting(app: BackfireApp, at: int) -> Callable[[], object]:
    def show() -> None:
        from backfire_sim.tui.screens.settings import SettingsScreen

        app.push_screen(SettingsScreen(at=at))

    return show


def _learning(app: BackfireApp, leaf: str) -> Callable[[], object]:
    def show() -> None:
        from backfire_sim.tui.screens.learn import LearnScreen

        app.push_screen(LearnScreen(leaf))

    return show


def _opening(app: BackfireApp, scenario: str) -> Callable[[], object]:
    def show() -> None:
        from backfire_sim.storage.errors import StorageError

        try:
            opened = app.source.open(scenario)
        except StorageError as error:
            if isinstance(app.screen, Page):
                app.screen.say(str(error))
            return
        app.let_go()
        app.show_note(opened)

    return show
