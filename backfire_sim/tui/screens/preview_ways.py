"""The ways to one scene that were proved, each with the state that it arrives in."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.authoring.arrivals import Arrival, arrivals
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.scenario import Scene
from backfire_sim.scoring import board as b
from backfire_sim.scoring.settle import funnel
from backfire_sim.scoring.vocabulary import COSTS, GATES, label
from backfire_sim.text import pad
from backfire_sim.tui.layout import Places
from backfire_sim.tui.screens.preview_page import PreviewPage, table
from backfire_sim.tui.widgets.key_hints import Hint
from backfire_sim.tui.widgets.lines import BLANK, hanging, labels, line, prose
from backfire_sim.tui.widgets.menu import Menu


class WaysScreen(PreviewPage):
    """The ways to one scene, each with the state that it arrives in."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene

    def masthead(self) -> tuple[str, str, str]:
        """The scene."""
        return f"Ways to “{self._scene.title}”", "", self._scene.id

    def keys(self) -> tuple[Hint, ...]:
        """Choose."""
        return (Hint("enter", "enter", "go there"), Hint("down", "↑↓", "move"), Hint("escape", "esc", "back"))

    def places(self, body: Region) -> Places:
        """Wider than words that are read: it is a table."""
        return table(body)

    def widgets(self) -> Iterable[Widget]:
        """The ways."""
        self.ways = WayList(())
        yield self.ways

    def on_mount(self) -> None:
        """Walk them, and give them the keys."""
        from backfire_sim.authoring.walk import PathError

        good, survey = self.preview.good, self.author.survey
        if good is not None and good.scenario is not None and survey is not None:
            try:
                self.ways.show(arrivals(good.scenario, survey, self._scene.id))
            except PathError as error:
                self.say(str(error))
        self.activate(self.ways)

    def followed(self) -> None:
        """These ways were worked out in a text that is no longer so."""
        self.dismiss()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Go there."""
        self.author.go_to(self.ways.arrivals[at].session)

    def action_back(self) -> None:
        """Back to the scenes."""
        self.dismiss()

    def action_leave(self) -> None:
        """The same."""
        self.dismiss()


class WayList(Menu):
    """Ways, each with its steps and how the play stands where it arrives."""

    def __init__(self, arrived: tuple[Arrival, ...]) -> None:
        super().__init__(id="thought")
        self.arrivals = arrived
        self.title = Content("The shortest ways, to states that differ")

    def show(self, arrived: tuple[Arrival, ...]) -> None:
        """Show these."""
        self.arrivals = arrived
        self.redraw(from_top=True)

    def count(self) -> int:
        """How many there are."""
        return len(self.arrivals)

    def gap(self, across: int) -> int:
        """An empty line between them."""
        return 1

    def before_rows(self, across: int) -> list[Content]:
        """A little room."""
        return [BLANK] if self.arrivals else [BLANK, *prose("No way was found.", across, "$quiet")]

    def row(self, at: int, across: int, chosen: bool) -> list[Content]:
        """What is done, step by step; then gates, costs, and what holds."""
        way, session = self.arrivals[at].way, self.arrivals[at].session
        steps = [*([f"prepare {', '.join(way.prepare)}"] if way.prepare else []), *(f"ask {c}" for c in way.consent)]
        steps += way.steps
        lines = hanging("", " → ".join(steps) or "The play opens here.", across, "bold" if chosen else "", limit=90)
        return [*lines, *state_lines(session.rules, session.position.values, across)]


def state_lines(rules: Rules, values: tuple[int, ...], across: int) -> list[Content]:
    """How a play stands, in few lines: gates, costs and gains, and what has happened."""
    gates = [f"{label(gate)} {value}" for gate, value in zip(GATES, funnel(rules.board, values).gates, strict=True)]
    gates += [f"{label(name)} {values[rules.places[name]]}" for name in ("care", "evidence")]
    costs = [f"{label(cost)} {values[b.COST + k]}" for k, cost in enumerate(COSTS) if values[b.COST + k]]
    facts = [fact for fact in rules.scenario.facts if values[rules.places[fact]]]
    people = ((person, use) for person in rules.scenario.people for use in person.uses)
    facts += [f"yes of {p.id}.{use}" for p, use in people if values[rules.places[f"consents({p.id}, {use})"]]]
    facts += [f"{c.label} {values[rules.places[c.id]]}" for c in rules.scenario.counters]
    lines = _named("Gates", gates, across)
    lines += _named("Cost", [*(costs or ["nothing yet"]), f"Support {values[b.SUPPORT]}"], across)
    return lines + (_named("Facts", facts, across) if facts else [])


def _named(name: str, items: list[str], across: int) -> list[Content]:
    rows = labels(items, across - 8)
    return [line((pad(name if n == 0 else "", 8), "$quiet"), (each, "$quiet")) for n, each in enumerate(rows)]
