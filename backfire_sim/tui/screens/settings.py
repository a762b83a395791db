"""The settings: what each does, changed in its place and kept at once in a file that a person can read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, later, sense
from backfire_sim.storage.settings import SYSTEM, Settings
from backfire_sim.tui import themes
from backfire_sim.tui.doubts import doubt
from backfire_sim.tui.layout import WIDE, Places, column, projected, split_below, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, line, prose
from backfire_sim.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from backfire_sim.storage.errors import StorageError

LONGEST_PATH = 1000


class Setting(NamedTuple):
    """One row."""

    name: str
    """As `storage.settings` names it."""
    label: str
    about: str
    """What it does, in a few sentences."""


SETTINGS = (
    Setting(
        "theme",
        later("Colors"),
        later(
            "Ours and theirs differ in lightness too, and no color says anything that a word or a sign does not say as "
            "well: people who do not see red, green or blue miss nothing. t goes on to the next set anywhere."
        ),
    ),
    Setting(
        "language",
        later("Language"),
        later("Of the program, and of the scenarios that have it. “system” is the language of this computer."),
    ),
    Setting(
        "intensity",
        later("Scenes begin"),
        later(
            "Whole: as they were written. Softened: without the heaviest sentences, and what the perpetrators say and "
            "do is told in one calm line. Veiled: one line a scene. i and v change it at any time."
        ),
    ),
    Setting(
        "panic_key",
        later("Key that blanks the screen"),
        later(
            "Works everywhere and at once; then only {wake} brings the screen back. Enter, then press the key you want."
        ),
    ),
    Setting(
        "keep_plays",
        later("Keep plays on this machine"),
        later("To go on with them later and to look back. If not, a play is gone when the program ends."),
    ),
    Setting(
        "projector",
        later("Projector"),
        later(
            "One thought per screen, few words in a line, big figures. Make the letters of the terminal larger too, "
            "most often with ctrl and +. z switches it anywhere."
        ),
    ),
    Setting(
        "still",
        later("Nothing moves by itself"),
        later("No clock ticks: time that is left is shown in steps of ten seconds. Nothing blinks in any case."),
    ),
    Setting(
        "scenarios",
        later("Folder of your own scenarios"),
        later(
            "Scenario files in it stand beside the built-in ones. Nothing in it is ever changed. Enter to write a path."
        ),
    ),
)

_LEVELS = {"whole": later("whole"), "softened": later("softened"), "veiled": later("veiled, one line each")}


class SettingsScreen(Page):
    """The list, and beside or under it what the chosen one does."""

    subject = "settings"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,plus", "change(1)", show=False),
        Binding("left,minus", "change(-1)", show=False),
    ]

    def __init__(self, *, at: int = 0, said: str = "") -> None:
        """`at`: the row that is chosen at first; `said`: a sentence to begin with."""
        super().__init__()
        self._first, self._said = at, said
        self._asking = False
        """Whether the next key is to become the one that blanks the screen."""

    def masthead(self) -> tuple[str, str, str]:
        """What it is."""
        return _("Settings"), "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Change, move, back."""
        return (
            Hint("right", "←→", _("change")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("enter", key("enter"), _("change")),
            Hint("escape", key("esc"), _("back")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The list and the words."""
        self.list = SettingRows(self.backfire.settings, self.backfire.source.languages())
        self.about = Words(_("What it does"), self._about, id="about")
        yield self.list
        yield self.about

    def places(self, body: Region) -> Places:
        """The words beside the list; under it where there is less room, or for a projector."""
        rows = len(SETTINGS) + 2
        if self.projecting:
            upper, lower = split_below(projected(body), max(6, body.height - 2 * rows))
        elif body.width >= WIDE:
            middle = Region(body.x + max(0, (body.width - 130) // 2), body.y + 1, min(130, body.width), body.height - 1)
            upper, lower = split_right(middle, middle.width - 62)
        else:
            upper, lower = split_below(column(body), max(6, body.height - rows))
        return {"settings": upper, "about": lower}

    def on_mount(self) -> None:
        """The list has the keys."""
        self.activate(self.list)
        self.list.choose(self._first)
        if self._said:
            self.call_after_refresh(self.say, self._said)

    def action_back(self) -> None:
        """Home, or back to the page that this lies over."""
        self.action_leave()

    def menu_moved(self, menu: Menu) -> None:
        """Other words."""
        self._asking = False
        self.about.redraw(from_top=True)

    def reading(self) -> Words:
        """The words can be longer than their place."""
        return self.about

    # -- What the chosen one does ------------------------------------------------------------------------------------

    def _about(self, width: int) -> list[Content]:
        setting = SETTINGS[self.list.chosen]
        lines = [*prose(_(setting.about, wake=self.backfire.wake_key), width), BLANK]
        if setting.name == "theme":
            lines += [*sample(width), BLANK]
        wrong = doubt(setting.name, self.backfire.settings)
        lines += [*hanging("! ", wrong, width, "$mark"), BLANK] if wrong else []
        passed_over = self.backfire.source.passed_over()
        if passed_over:
            lines += [heading(_("Lines of the file that make no sense"))]
            lines += [each for fault in passed_over for each in hanging("! ", fault, width, "$mark")]
            lines += [*prose(_("The next change here writes the file anew, without them."), width, "$quiet"), BLANK]
        lines += prose(_("Kept at once in a file that you can read and change:"), width, "$quiet")
        return lines + prose(self.backfire.source.settings_file(), width, "$quiet", limit=width)

    # -- Changing ----------------------------------------------------------------------------------------------------

    def menu_taken(self, menu: Menu, at: int) -> None:
        """The next value, or another way to say it."""
        match SETTINGS[at].name:
            case "panic_key":
                self._asking = True
                self.say(_("Press the key that is to blank the screen, or esc."))
            case "scenarios":
                self._write_folder()
            case _:
                self.action_change(1)

    def action_change(self, by: int) -> None:
        """The next value of the chosen setting, or the one before."""
        name = SETTINGS[self.list.chosen].name
        values = self.list.values(name)
        if not values:
            self.menu_taken(self.list, self.list.chosen)
            return
        now = getattr(self.backfire.settings, name)
        at = values.index(now) + by if now in values else 0
        self._set(name, values[at % len(values)])

    def _set(self, name: str, value: object) -> None:
        kept = self.backfire.take(self.backfire.settings._replace(**{name: value}))  # type: ignore[arg-type]
        said = "" if kept else _("For this time only; the settings cannot be written.")
        if name == "language":
            self.backfire.speak_here(said)
            return
        self.list.settings = self.backfire.settings
        self.list.redraw()
        self.about.redraw()
        self.reframe()
        if said:
            self.say(said)

    def on_key(self, event: events.Key) -> None:
        """The key that is to blank the screen from now on."""
        if not self._asking:
            return
        event.stop()
        event.prevent_default()
        self._asking = False
        if event.key == "escape":
            self.reframe()
            return
        wrong = doubt("panic_key", self.backfire.settings._replace(panic_key=event.key))
        if wrong:
            self.say(wrong)
        else:
            self._set("panic_key", event.key)

    def action_theme(self) -> None:
        """The next colors, in the list too."""
        super().action_theme()
        self.list.settings = self.backfire.settings
        self.list.redraw()

    def _write_folder(self) -> None:
        from backfire_sim.tui.screens.write import WriteScreen

        def keep(words: str) -> None:
            settings = self.backfire.settings._replace(scenarios=words.strip())
            wrong = doubt("scenarios", settings)
            if wrong:
                raise _storage_error()(wrong)
            self._set("scenarios", settings.scenarios)

        words = self.backfire.settings.scenarios
        about = _("Folder of your own scenarios")
        self.app.push_screen(WriteScreen("settings", about, words, most=LONGEST_PATH, keep=keep, lines=False))


def _storage_error() -> type[StorageError]:
    from backfire_sim.storage.errors import StorageError

    return StorageError


class SettingRows(Menu):
    """One row a setting, its value at the right."""

    def __init__(self, settings: Settings, languages: dict[str, str]) -> None:
        super().__init__(id="settings")
        self.settings = settings
        self._languages = languages
        self.title = Content(_("Settings"))

    def values(self, name: str) -> tuple[Any, ...]:
        """What a setting can be, in the order of the arrows; none where it is written or pressed."""
        match name:
            case "theme":
                return themes.NAMES
            case "language":
                return (SYSTEM, *self._languages)
            case "intensity":
                return tuple(_LEVELS)
        return (False, True) if isinstance(getattr(self.settings, name), bool) else ()

    def count(self) -> int:
        """One row a setting."""
        return len(SETTINGS)

    def gap(self, width: int) -> int:
        """An empty line between the rows where there is room to breathe."""
        return int(self.size.height >= 2 * len(SETTINGS) + 2)

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """What it is called, and how it is."""
        setting = SETTINGS[at]
        label, value = _(setting.label), self._shown(setting.name)
        arrows = chosen and bool(self.values(setting.name))
        said = f"‹ {value} ›" if arrows else f"  {value}  "
        style = "bold" if chosen else ""
        gap = width - len(label) - len(said)
        if gap >= 2:
            return [line((label, style), " " * gap, (said, "bold $accent" if chosen else "$quiet"))]
        return [*hanging("", label, width, style), *hanging("  ", value, width, "$accent" if chosen else "$quiet")]

    def _shown(self, name: str) -> str:
        value = getattr(self.settings, name)
        show: dict[str, Callable[[str], str]] = {
            "theme": lambda theme: f"{theme}: {themes.about(theme)}" if theme in themes.NAMES else theme,
            "language": lambda tag: _("that of this computer") if tag == SYSTEM else self._languages.get(tag, tag),
            "intensity": lambda level: _(_LEVELS.get(level, level)),
            "scenarios": lambda folder: folder or _("the usual place"),
        }
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return show[name](value) if name in show else str(value)


def sample(width: int) -> list[Content]:
    """What the colors look like where they are used."""
    return [
        line(("! ", "bold $theirs"), (_("theirs"), "bold $theirs"), "  ", ("● ", "$ours"), (_("ours"), "bold $ours")),
        line(("━━━━━━━", "$ours"), ("●", "bold"), ("───────", "$theirs"), "  6", (" ▲3", "bold $mark")),
        line((_("quiet words"), "$quiet"), "  ", (_("× shut"), "$shut"), "  ", (_("chosen"), "bold on $cursor")),
    ]
