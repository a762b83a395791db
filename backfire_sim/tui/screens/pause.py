"""Time for whatever is needed, and all that helps to feel safe, on one page. Nothing of it is counted or kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _, later, sense
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.views.level import SOFTENED, VEILED, WHOLE

_CALM = later(
    "There is no clock. Nobody has to give a reason, and nothing of this is kept.\n\n"
    "Look up from the screen. Feel the floor under your feet. If somebody needs to leave the room, somebody they "
    "trust can go with them."
)

SKIPPING = later(
    "Nothing more of this scene is shown. The story goes on as if your group had waited: what they do in it stands "
    "unanswered, and may be harder to answer later. In the play it is a wait like any other; nothing tells that the "
    "scene was skipped."
)
"""What skipping does; it is said before."""


ROOMY = 30
"""Rows of the page from which there is air around the quiet words."""


class Way(NamedTuple):
    """One way on from the pause."""

    key: str
    """The key that takes it at once, as it is shown; empty for none."""
    does: str
    about: str
    take: Callable[[], object]


class PauseScreen(Page):
    """A quiet page with everything that helps, each with its key and one line."""

    subject = "pause"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "end_kindly", show=False),
        Binding("h", "help_here", show=False),
    ]

    def masthead(self) -> tuple[str, str, str]:
        """Nothing of the story."""
        return _("Paused"), "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Choose."""
        return (
            Hint("enter", key("enter"), _("choose")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The quiet words, then the ways on."""
        below = [screen for screen in self.app.screen_stack if isinstance(screen, Page) and screen is not self]
        self.can_veil = self.backfire.kept is not None or any(screen.can_veil for screen in below)
        self._rows = Calm(self._all_ways())
        yield self._rows

    def on_mount(self) -> None:
        """The choice has the keys."""
        self.activate(self._rows)

    # -- The ways on -------------------------------------------------------------------------------------------------

    def _all_ways(self) -> list[Way]:
        level, app = self.backfire.level, self.backfire
        playing = app.kept is not None
        ways = [Way("p", _("Go on"), "", self.dismiss)]
        if self.can_veil:
            ways += self._levels(level)
        if self._scene is not None:
            about = _("It is not shown; the story goes on as if your group had waited.")
            ways.append(Way("x", _("Skip this scene"), about, self.action_skip))
        if playing:
            about = _("The play can still be gone on with later.")
            ways.append(Way("e", _("End kindly, and look back"), about, self.action_end_kindly))
        ways.append(Way("h", _("Where to get help here"), _("As your trainer wrote it down."), self.action_help_here))
        about = _("Then only {key} brings it back.", key=app.wake_key)
        ways.append(Way(app.panic_key, _("Blank the screen at once"), about, app.action_panic))
        about = _("What you decided is kept.") if playing and self._kept_on_disk() else ""
        ways.append(Way("q", _("Leave the program"), about, self.action_leave))
        return ways

    def _levels(self, level: str) -> list[Way]:
        """How much is told, where there is anything to tell: a play or an author's try of one."""
        if level == SOFTENED:
            softer = Way("i", _("Tell it whole again"), _("It is softened now."), self.action_soften)
        else:
            about = _("What they say and do is told in one calm line.")
            softer = Way("i", _("Lower the intensity"), about, self.action_soften)
        if level == VEILED:
            return [softer, Way("v", _("Lift the veil"), _("Scenes are told in one line now."), self.action_veil)]
        return [softer, Way("v", _("Veil it"), _("Every scene is told in one line."), self.action_veil)]

    @property
    def _scene(self) -> Page | None:
        """The page with a scene that this pause lies over."""
        stack = [screen for screen in self.app.screen_stack if isinstance(screen, Page) and screen.can_skip]
        return stack[-1] if stack else None

    def _kept_on_disk(self) -> bool:
        return self.backfire.kept is not None and self.backfire.kept.log.path is not None

    def menu_taken(self, menu: Menu, at: int) -> None:
        """One of the ways on."""
        self._rows.ways[at].take()

    def action_soften(self) -> None:
        """Tell what is heavy more calmly, or whole again, and go on."""
        self._tell_at(WHOLE if self.backfire.level == SOFTENED else SOFTENED)

    def action_veil(self) -> None:
        """Tell scenes in one line, or whole again, and go on."""
        self._tell_at(WHOLE if self.backfire.veiled else VEILED)

    def _tell_at(self, level: str) -> None:
        if self.can_veil:
            self.backfire.tell_at(level)
            self.dismiss()
        else:
            super()._tell_at(level)

    def action_skip(self) -> None:
        """Ask whether to leave the scene out."""
        scene = self._scene
        if scene is None:
            super().action_skip()
            return
        self.dismiss()
        self.app.call_later(scene.action_skip)

    def action_end_kindly(self) -> None:
        """Look back from here."""
        kept = self.backfire.kept
        if kept is not None:
            self.dismiss()
            self.app.call_later(self.backfire.show_ending, kept)

    def action_help_here(self) -> None:
        """Where to get help here."""
        from backfire_sim.tui.screens.help_here import HelpHereScreen

        self.app.push_screen(HelpHereScreen())

    def action_leave(self) -> None:
        """Leave the program."""
        self.app.exit()

    def action_pause(self) -> None:
        """The same key goes on."""
        self.dismiss()

    def action_back(self) -> None:
        """Go on."""
        self.dismiss()


class Calm(Menu):
    """The quiet words over the ways on."""

    magnifies = True

    ruled = False

    def __init__(self, ways: list[Way]) -> None:
        super().__init__(id="thought")
        self.ways = ways

    def count(self) -> int:
        """One row a way."""
        return len(self.ways)

    def gap(self, width: int) -> int:
        """An empty line between the ways where there is room to breathe."""
        return int(self.high >= ROOMY + 8)

    def before_rows(self, width: int) -> list[Content]:
        """A few quiet words."""
        if self.large:
            return []
        if self.high < ROOMY:
            return [*prose(" ".join(_(_CALM).split()), width), BLANK]
        return [BLANK, line((_("Paused"), "bold $accent")), BLANK, *prose(_(_CALM), width), BLANK]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """The key, what it does, and one line about it."""
        way = self.ways[at]
        inset = 3 if self.large else max(len(each.key) for each in self.ways) + 2
        lines = hanging(way.key.ljust(max(inset, len(way.key) + 1)), way.does, width, "bold", mark="bold $accent")
        return lines + (prose(way.about, width, "$quiet", indent=inset) if way.about and not self.large else [])


class SkipScreen(Page):
    """What skipping a scene does, said before it is done."""

    subject = "pause"

    def masthead(self) -> tuple[str, str, str]:
        """Nothing of the story."""
        return _("Skip this scene?"), "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Choose."""
        return (
            Hint("enter", key("enter"), _("choose")),
            Hint("escape", key("esc"), _("back")),
        )

    def widgets(self) -> Iterable[Widget]:
        """What it does, and the choice."""
        self._rows = Question(_(SKIPPING), [_("Skip it"), _("Stay with it")])
        yield self._rows

    def on_mount(self) -> None:
        """The choice has the keys."""
        self.activate(self._rows)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Skip it, or not."""
        self.dismiss(at == 0)

    def action_back(self) -> None:
        """Stay with it."""
        self.dismiss(False)


class Question(Menu):
    """Some words, and rows to answer with."""

    magnifies = True

    ruled = False

    def __init__(self, words: str, answers: list[str]) -> None:
        super().__init__(id="thought")
        self._words, self._answers = words, answers

    def count(self) -> int:
        """One row an answer."""
        return len(self._answers)

    def before_rows(self, width: int) -> list[Content]:
        """The words."""
        return [BLANK, BLANK, *prose(self._words, width), BLANK]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """An answer."""
        return hanging("", self._answers[at], width, "bold" if chosen else "")
