"""The first line of every screen: where we are."""

from textual.content import Content
from textual.widget import Widget

from backfire_sim.text import fit, width
from backfire_sim.tui.widgets.lines import line


class Masthead(Widget):
    """A name at the left, the time of the story in the middle, and how far the play is at the right."""

    ALLOW_SELECT = False

    def __init__(self, name: str = "", time: str = "", place: str = "") -> None:
        super().__init__(id="masthead")
        self._said = name, time, place

    def show(self, name: str, time: str = "", place: str = "") -> None:
        """Show these three."""
        if (name, time, place) != self._said:
            self._said = name, time, place
            self.refresh()

    def render(self) -> Content:
        """One line; what has no room is left out, the time of the story first."""
        name, time, place = self._said
        cells = self.size.width - 2
        if cells < 4:
            return Content("")
        name = fit(name, cells - width(place) - 2)
        room = cells - width(name) - width(place)
        time = time if room >= width(time) + 4 else ""
        before = max(2, (cells - width(time)) // 2 - width(name)) if time else 0
        before = min(before, room - width(time) - 2) if time else 0
        after = cells - width(name) - before - width(time) - width(place)
        return line(" ", (name, "bold"), " " * before, (time, "$quiet"), " " * after, (place, "$quiet"), " ")
