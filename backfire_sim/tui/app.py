"""The terminal app: which screen comes after which, colors, the blanking key, and crashes without secrets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel

from backfire_sim.speech import _
from backfire_sim.tui import themes
from backfire_sim.tui.in_order import InOrder
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.source import Source
from backfire_sim.views.level import VEILED, heavier

if TYPE_CHECKING:
    from textual.content import Content
    from textual.driver import Driver
    from textual.screen import Screen

    from backfire_sim.engine.apply import Turn
    from backfire_sim.storage.kept import Kept
    from backfire_sim.storage.settings import Settings
    from backfire_sim.storage.shelf import Opened
    from backfire_sim.table.setup import Setup
    from backfire_sim.table.state import Table
    from backfire_sim.training.own_plan import OwnPlan
    from backfire_sim.tui.at_table import AtTable

WAKE_KEY = "ctrl+o"
"""The one key that brings a blanked screen back; it is said wherever the blanking key is explained."""

OTHER_WAKE_KEY = "ctrl+r"
"""The same, where a person has put the blanking key itself on the first."""


class BackfireApp(InOrder):
    """Home, a scenario's note, preparation, play, ending: one of them at a time, with help and pause above it."""

    CSS_PATH = "backfire.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "Backfire"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+x", "panic", id="panic", show=False, priority=True),
        Binding("ctrl+c", "quit", show=False, priority=True),
    ]

    def __init__(
        self,
        source: Source,
        *,
        opened: Opened | None = None,
        kept: Kept | None = None,
        seed: int = 0,
        said: str = "",
        projector: bool = False,
        room: str = "",
        found: Mapping[str, Any] | None = None,
        screen: Callable[[], Screen[Any]] | None = None,
        agreed: Setup | None = None,
    ) -> None:
        """`opened`: a scenario to begin with; `kept`: a play to go on with; `room`: a part of the training, by its id
        in `rooms.ROOMS`; `screen`: what makes any other screen to begin with. None of them: the first screen.

        `said`: a sentence to say on the first screen. `projector`: lay everything out for one, this time. `found`: what
        rooms find as if somebody came back to them, by the room's id. `agreed`: a table plays what is opened, or goes
        on with what is kept, and this is what it agreed on.
        """
        self.source = source
        self.settings: Settings = source.settings()
        super().__init__()
        self.seed = seed
        self.kept: Kept | None = kept
        """The play in progress, open and locked."""
        self.at_table: AtTable | None = None
        """The table that plays it, with its door for facilitators' terminals; None where no table does."""
        self.agreed: Setup | None = agreed
        """What a table agreed on that has not begun yet."""
        self.chosen_scenario = ""
        """Name or path of the scenario that was taken from the library for something else than a play."""
        self.level = self.settings.intensity
        """How much of what is heavy is shown: one of `views.level.LEVELS`."""
        self.projecting = projector or self.settings.projector
        """Whether the layout is for a projector."""
        self.standing: Screen[Any] | None = None
        """The screen that others may lie over: the first one, or the one gone to last."""
        self.found_again: dict[str, Any] = dict(found or {})
        """What a room wants to find as it was when somebody comes back to it, by the room's id. Never written."""
        self.last_page: tuple[str, list[Content]] | None = None
        """What was read before the page was turned: its title and its lines."""
        self._own_plan: OwnPlan | None = None
        self.own_plan_id = ""
        """Id of the file in which the plan is kept; empty where it is not."""
        self._opened = opened
        self._room = room
        self._shown_first = screen
        self._said = said
        self._begin_with(themes.known(self.settings.theme))
        self.animation_level = "none"
        self.set_keymap({"panic": self.panic_key})

    def _begin_with(self, name: str) -> None:
        """Start in these colors. Setting the theme as usual would read all style sheets a second time."""
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.set_reactive(BackfireApp.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)

    def get_driver_class(self) -> type[Driver]:
        """The driver of this terminal; nothing that is typed or pasted ends the app."""
        from backfire_sim.tui.keyboard import forgiving

        return forgiving(super().get_driver_class())

    @property
    def own_plan(self) -> OwnPlan:
        """What the group has written of its own plan; kept nowhere unless it asks for that."""
        if self._own_plan is None:
            from backfire_sim.training.own_plan import OwnPlan

            self._own_plan = OwnPlan()
        return self._own_plan

    @own_plan.setter
    def own_plan(self, plan: OwnPlan) -> None:
        self._own_plan = plan

    # -- Which screen ------------------------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[Any]:
        """The first screen, without an empty one before it."""
        self.standing = self._first_screen()
        return self.standing

    def _first_screen(self) -> Screen[Any]:
        if self._shown_first is not None:
            return self._shown_first()
        if self.kept is not None:
            self.level = self._level_of(self.kept)
            return self.screen_of(self.kept)
        if self._opened is not None:
            return self._note_of(self._opened)
        if self._room:
            from backfire_sim.tui.rooms import screen_of

            return screen_of(self._room)
        from backfire_sim.tui.screens.home import HomeScreen

        return HomeScreen()

    def show_home(self) -> None:
        """The first screen: what is here. The play in progress is let go of."""
        from backfire_sim.tui.screens.home import HomeScreen

        self.let_go()
        self._go(HomeScreen())

    def visit(self, room: str) -> None:
        """Go to a part of the training, by its id in `rooms.ROOMS`; the play in progress is let go of."""
        from backfire_sim.tui.rooms import screen_of

        self.let_go()
        self._go(screen_of(room))

    def _note_of(self, opened: Opened) -> Screen[Any]:
        if self.agreed is not None:
            from backfire_sim.tui.screens.table_setup import TableNote

            return TableNote(opened)
        from backfire_sim.tui.screens.note import NoteScreen

        return NoteScreen(opened)

    def show_table_note(self, opened: Opened, agreed: Setup) -> None:
        """The same before a table plays it, with what the table agreed on."""
        self.let_go()
        self.agreed = agreed
        self._go(self._note_of(opened))

    def show_note(self, opened: Opened, back: str = "library") -> None:
        """What a scenario holds, and the choice to begin it; `back` is the room that asked for it."""
        from backfire_sim.tui.screens.note import NoteScreen

        self._go(NoteScreen(opened, back))

    def show_play(self, kept: Kept, *, prepared: Turn | None = None) -> None:
        """The play where it stands; `prepared` is what was got ready just now."""
        self._go(self.screen_of(kept, prepared=prepared))

    def take_up(self, kept: Kept) -> None:
        """The play where it was left, told no heavier than its scenario begins."""
        self.level = self._level_of(kept)
        self.show_play(kept)

    def _level_of(self, kept: Kept) -> str:
        return heavier(self.settings.intensity, kept.session.scenario.about.begins)

    def screen_of(self, kept: Kept, *, prepared: Turn | None = None) -> Screen[Any]:
        """The screen for where a play stands: preparing, in a scene, or over."""
        agreed = self.agreed
        if self.kept is not kept:
            self.let_go()
            self.kept = kept
        phase = kept.session.position.phase
        if phase != "over" and self._table_takes_up(kept, agreed) and self.at_table is not None:
            self.at_table.host.look_back(False)
            from backfire_sim.tui.screens.table import TableScreen

            return TableScreen(self.at_table)
        if phase == "preparing":
            from backfire_sim.tui.screens.prepare import PrepareScreen

            return PrepareScreen(kept)
        if phase == "over":
            from backfire_sim.tui.screens.debrief import DebriefScreen

            return DebriefScreen(kept, self._table)
        from backfire_sim.tui.screens.play import PlayScreen

        return PlayScreen(kept, prepared=prepared)

    def _table_takes_up(self, kept: Kept, agreed: Setup | None) -> bool:
        """Whether a table plays this: one is there, has just agreed on how, or left its file beside the play."""
        from backfire_sim.storage.tables import table_path

        if self.at_table is not None and self.at_table.host.kept is kept:
            return True
        path = kept.log.path
        if agreed is None and (path is None or not table_path(path).exists()):
            return False
        from backfire_sim.tui.at_table import AtTable

        self.agreed, self.at_table = None, AtTable(kept, agreed)
        self.at_table.blanks(self)
        return True

    @property
    def _table(self) -> Table | None:
        return self.at_table.host.table if self.at_table is not None else None

    def show_ending(self, kept: Kept) -> None:
        """The look back, whether the play is over or only stopped."""
        from backfire_sim.tui.screens.debrief import DebriefScreen

        if self.at_table is not None:
            self.at_table.host.look_back(True)
        self._go(DebriefScreen(kept, self._table))

    def _go(self, screen: Screen[Any]) -> None:
        """Put another screen in place of the one that was shown, and of whatever lay above it.

        The screen that the app began with stays at the bottom: Textual can cover it, but not replace it.
        """
        self.standing = screen
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def let_go(self) -> None:
        """Close the play in progress; everything decided is kept already."""
        self.last_page = None
        self.agreed = None
        if self.at_table is not None:
            self.at_table.close()
            self.at_table = None
        if self.kept is not None:
            kept, self.kept = self.kept, None
            kept.close()

    def on_mount(self) -> None:
        """Say what is to be said at first."""
        if self._said and isinstance(self.screen, Page):
            self.call_after_refresh(self.screen.say, self._said)

    def on_unmount(self) -> None:
        """However the app ends, the play is let go of."""
        self.let_go()

    # -- Colors and language -----------------------------------------------------------------------------------------

    def next_theme(self) -> str:
        """Go on to the next set of colors, remember it, and say its name."""
        self.theme = themes.after(self.theme)
        if self._remember(self.settings._replace(theme=self.theme)):
            return _("Colors: {theme}.", theme=self.theme)
        return _("Colors: {theme}, for this time only; the settings cannot be written.", theme=self.theme)

    def speak(self, language: str) -> None:
        """Speak another language, remember it, and show the list in it, at the row of the languages."""
        from backfire_sim.tui.screens.home import HomeScreen

        self.source.speak(language)
        kept = self._remember(self.settings._replace(language=language.lower()))
        self._go(HomeScreen(at_the_end=True))
        if not kept and isinstance(self.screen, Page):
            self.screen.say(_("For this time only; the settings cannot be written."))

    def take(self, settings: Settings) -> bool:
        """Go by other settings from now on, and keep them; whether they will be the same another time."""
        before, kept = self.settings, self._remember(settings)
        if settings.theme != self.theme:
            self.theme = themes.known(settings.theme)
        if settings.panic_key != before.panic_key:
            self.set_keymap({"panic": settings.panic_key})
        if settings.projector != before.projector:
            self.project(settings.projector)
        if settings.intensity != before.intensity:
            self.tell_at(settings.intensity)
        return kept

    def project(self, projecting: bool) -> None:
        """Lay everything out for a projector from now on, or for a table."""
        self.projecting = projecting
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.projecting_changed()

    def speak_here(self, said: str = "") -> None:
        """Speak the language of the settings, on the page of the settings, which is drawn anew in it."""
        from backfire_sim.storage.settings import SYSTEM
        from backfire_sim.tui.screens.settings import SettingsScreen

        language = self.settings.language
        self.source.speak("" if language == SYSTEM else language)
        screen = SettingsScreen(at=1, said=said)
        screen.homeward = True
        self._go(screen)

    def _remember(self, settings: Settings) -> bool:
        """Keep the settings; whether they will be the same another time."""
        from backfire_sim.storage.errors import StorageError

        self.settings = settings
        try:
            self.source.save_settings(settings)
        except StorageError:
            return False
        return True

    @property
    def veiled(self) -> bool:
        """Whether scenes are shown in one line."""
        return self.level == VEILED

    @property
    def still(self) -> bool:
        """Whether nothing on the screen may move by itself: no blinking, no clock that ticks."""
        return self.settings.still

    # -- Safety ------------------------------------------------------------------------------------------------------

    @property
    def panic_key(self) -> str:
        """The key that blanks the screen at once."""
        return self.settings.panic_key

    @property
    def wake_key(self) -> str:
        """The key that brings a blanked screen back."""
        return WAKE_KEY if self.panic_key != WAKE_KEY else OTHER_WAKE_KEY

    def tell_at(self, level: str) -> None:
        """Tell so much of what is heavy from here on, on every page that is open: one of `views.level.LEVELS`."""
        self.level = level
        self.last_page = None
        for screen in self.screen_stack:
            if isinstance(screen, Page) and screen.can_veil:
                screen.level_changed()
                screen.reframe()

    def action_panic(self) -> None:
        """Blank the screen, whatever is on it."""
        from backfire_sim.tui.screens.panic import PanicScreen

        if not isinstance(self.screen, PanicScreen):
            self.clear_notifications()
            self.push_screen(PanicScreen(self.wake_key))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """As Textual's, except that the words are words: nothing in them is markup."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def _fatal_error(self) -> None:
        """Stop after a fault of the program: say where in the code, and nothing of what was on the screen."""
        from rich.text import Text

        from backfire_sim.tui.crash import crash_report

        self._exit_renderables.append(Text(crash_report(kept=self.kept is not None and self.kept.log.path is not None)))
        self._close_messages_no_wait()
