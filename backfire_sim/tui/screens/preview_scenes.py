"""Go to any scene: which one, and how it is reached."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.authoring.arrivals import how_reached
from backfire_sim.engine.scenario import Scene
from backfire_sim.text import fit, pad, width
from backfire_sim.tui.layout import Places
from backfire_sim.tui.screens.preview_page import PreviewPage, table
from backfire_sim.tui.widgets.key_hints import Hint
from backfire_sim.tui.widgets.lines import BLANK, line
from backfire_sim.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from backfire_sim.authoring.arrivals import Survey

_MOST_TYPED = 60

_HOW, _NARROW = 33, 16
"""Cells for how a scene is reached; cells of a title below which it stands in two lines."""

_TICK = 0.2
"""Seconds between two looks at how far is explored."""


class ScenesScreen(PreviewPage, inherit_bindings=False):
    """Every scene; typing filters, so no letter is a key here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", show=False),
        Binding("enter", "take", show=False),
        Binding("escape", "back", show=False),
        Binding("backspace", "rub_out", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("home", "jump(0)", show=False),
        Binding("end", "jump(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]

    def masthead(self) -> tuple[str, str, str]:
        """How far the scenario is explored."""
        author = self.author
        if author.survey is not None:
            states = f"{author.survey.states:,} states"
            explored = f"{states}, all there are" if author.survey.complete else f"the first {states}"
        else:
            explored = author.explorer_said or f"exploring … {author.explored:,} states"
        return "Go to a scene", "", explored

    def keys(self) -> tuple[Hint, ...]:
        """Filter and choose."""
        return (
            Hint("enter", "enter", "ways there"),
            Hint("down", "↑↓", "move"),
            Hint("backspace", "a-z", "filter"),
            Hint("escape", "esc", "back"),
        )

    def everywhere(self) -> tuple[Hint, ...]:
        """Help, pause and the key that blanks: there is nothing to veil."""
        return (
            Hint("question_mark", "?", "help"),
            Hint(self.backfire.panic_key, self.backfire.panic_key, "blank"),
        )

    def places(self, body: Region) -> Places:
        """Wider than words that are read: it is a table."""
        return table(body)

    def widgets(self) -> Iterable[Widget]:
        """The list."""
        self.scenes = SceneList()
        yield self.scenes

    def on_mount(self) -> None:
        """The list has the keys, and exploring begins."""
        self.activate(self.scenes)
        self.followed()
        self.set_interval(_TICK, self._progress)

    def followed(self) -> None:
        """The scenes of the text as it is now, explored anew."""
        good = self.preview.good
        scenario = good.scenario if good is not None else None
        self.scenes.take_up(tuple(scenario.scenes.values()) if scenario is not None else ())
        self.author.explore()
        self.told()

    def told(self) -> None:
        """How each scene is reached, as far as that is known."""
        self.scenes.tell(self.author.survey)
        self._progress()

    def _progress(self) -> None:
        # Only the line above: what was said over the keys is to be read.
        self._masthead.show(*self.masthead())

    def on_key(self, event: events.Key) -> None:
        """What is typed filters."""
        if event.is_printable and event.character and event.key != "question_mark":
            event.stop()
            self.scenes.filter(self.scenes.typed + event.character)

    def action_rub_out(self) -> None:
        """Take the last letter back."""
        self.scenes.filter(self.scenes.typed[:-1])

    def action_back(self) -> None:
        """Empty the filter; then back to the play."""
        if self.scenes.typed:
            self.scenes.filter("")
        else:
            self.dismiss()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """The ways to the chosen scene."""
        scene, survey = self.scenes.shown[at], self.author.survey
        if survey is None:
            self.say(self.author.explorer_said or "The ways are still being worked out. Wait for a moment.")
        elif survey.scenes.get(scene.id):
            from backfire_sim.tui.screens.preview_ways import WaysScreen

            self.app.push_screen(WaysScreen(scene))
        elif survey.complete:
            self.say(f"Nobody reaches “{scene.title}”: no choice in any state of this scenario leads there.")
        else:
            self.say(f"“{scene.title}” was not reached within {survey.states:,} states. There may be a longer way.")


class SceneList(Menu):
    """The scenes that what is typed fits."""

    def __init__(self) -> None:
        super().__init__(id="thought")
        self.typed = ""
        self.shown: tuple[Scene, ...] = ()
        self._all: tuple[Scene, ...] = ()
        self._survey: Survey | None = None
        self.title = Content("Scenes")

    def take_up(self, scenes: tuple[Scene, ...]) -> None:
        """These are the scenes."""
        self._all = scenes
        self.filter(self.typed)

    def tell(self, survey: Survey | None) -> None:
        """How they are reached."""
        self._survey = survey
        self.redraw()

    def filter(self, typed: str) -> None:
        """Show those whose title or id holds every word typed."""
        chosen = self.shown[self.chosen].id if self.chosen < len(self.shown) else ""
        self.typed = typed[:_MOST_TYPED]
        wanted = self.typed.casefold().split()
        self.shown = tuple(
            scene for scene in self._all if all(word in f"{scene.id} {scene.title}".casefold() for word in wanted)
        )
        self.chosen = next((n for n, scene in enumerate(self.shown) if scene.id == chosen), 0)
        self.state = line((f"{len(self.shown)} of {len(self._all)}", "$quiet")) if self.typed else BLANK
        self.redraw(from_top=True)
        self._body = None

    def count(self) -> int:
        """How many fit."""
        return len(self.shown)

    def pinned(self, across: int) -> list[Content]:
        """What is typed."""
        if not self.typed:
            return [line(("  Type to filter.", "$quiet"))]
        return [line(("  Filter: ", "$quiet"), (fit(self.typed, max(4, across - 12)), "bold"), ("▏", "$accent"))]

    def before_rows(self, across: int) -> list[Content]:
        """That nothing fits."""
        return [BLANK] if self.shown else [BLANK, line(("  No scene has this in its title or id.", "$quiet"))]

    def row(self, at: int, across: int, chosen: bool) -> list[Content]:
        """Title and id, and how it is reached."""
        scene = self.shown[at]
        how = how_reached(self._survey, scene.id) if self._survey is not None else "…"
        missing = self._survey is not None and not self._survey.scenes.get(scene.id)
        mark = "$mark" if missing else "$quiet"
        style = "bold" if chosen else ""
        room = across - _HOW - 4
        ids = min(max(width(each.id) for each in self._all), room // 2)
        longest = max(width(each.title) for each in self._all)
        titles = min(longest, room - ids)
        if titles < min(longest, _NARROW):
            return [line((fit(scene.title, across), style)), line((fit(f"{scene.id} · {how}", across), mark))]
        return [
            line(
                (pad(fit(scene.title, titles), titles + 2), style),
                (pad(fit(scene.id, ids), ids + 2), "$quiet"),
                (how, mark),
            )
        ]
