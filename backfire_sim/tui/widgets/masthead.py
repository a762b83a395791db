"""The first line of every screen: where we are."""

from textual.content import Content

from backfire_sim import text
from backfire_sim.tui.widgets.drawn import Drawn
from backfire_sim.tui.widgets.lines import line


class Masthead(Drawn):
    """A name at the left, the time of the story in the middle, and how far the play is at the right."""

    def __init__(self, name: str = "", time: str = "", place: str = "") -> None:
        super().__init__(id="masthead")
        self._said = name, time, place

    def show(self, name: str, time: str = "", place: str = "") -> None:
        """Show these three."""
        if (name, time, place) != self._said:
            self._said = name, time, place
            self.repaint()

    def frame(self, width: int, height: int) -> list[Content]:
        """One line; what has no room is left out, the time of the story first."""
        name, time, place = self._said
        cells = max(4, width - 2)
        # On a narrow screen where one is comes before what else is said of it.
        if text.width(place) > cells // 2 and text.width(name) + text.width(place) + 2 > cells:
            place = ""
        name = text.fit(name, cells - text.width(place) - 2)
        room = cells - text.width(name) - text.width(place)
        time = time if room >= text.width(time) + 4 else ""
        before = max(2, (cells - text.width(time)) // 2 - text.width(name)) if time else 0
        before = min(before, room - text.width(time) - 2) if time else 0
        after = cells - text.width(name) - before - text.width(time) - text.width(place)
        return [line(" ", (name, "bold"), " " * before, (time, "$quiet"), " " * after, (place, "$quiet"), " ")]
