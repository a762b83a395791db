"""The list of plays, and what is known of the chosen one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from backfire_sim.scoring.vocabulary import gloss
from backfire_sim.speech import _, later, plural
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.plays import stands_when, title

if TYPE_CHECKING:
    from backfire_sim.storage.plays import PlayFound

_KINDS = (later("To go on with"), later("Over"), later("Gone on with as a new play"))


class PlayList(Menu):
    """The plays to go on with, then those that are over."""

    def __init__(self) -> None:
        super().__init__(id="plays")
        self.title = Content(_("Plays"))
        self.plays: list[PlayFound] = []
        self.marked: tuple[Path, ...] = ()
        """The plays marked to stand side by side, at most two."""
        self._empty = ""
        self._when: dict[Path, str] = {}

    def show(self, plays: list[PlayFound], when: dict[Path, str], *, empty: str) -> None:
        """Show these, grouped; the chosen one stays chosen. `empty` is said where there are none."""
        kept = self.play.path if self.play else None
        self.plays = sorted(plays, key=_kind)
        self._when, self._empty = when, empty
        self.chosen = next((at for at, each in enumerate(self.plays) if each.path == kept), self.chosen)
        self.chosen = max(0, min(self.chosen, len(self.plays) - 1))
        self.redraw()

    @property
    def play(self) -> PlayFound | None:
        """The chosen one."""
        return self.plays[self.chosen] if self.chosen < len(self.plays) else None

    def count(self) -> int:
        """The rows."""
        return len(self.plays)

    def before_rows(self, width: int) -> list[Content]:
        """What is said where there are none."""
        return [] if self.plays else [BLANK, *prose(self._empty, width)]

    def above(self, at: int, width: int) -> list[Content]:
        """A heading where another kind begins."""
        kind = _kind(self.plays[at])
        if at and _kind(self.plays[at - 1]) == kind:
            return []
        return [*([BLANK] if at else []), heading(_(_KINDS[kind]))]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """Its title, and where it stands."""
        play = self.plays[at]
        style = "bold" if chosen else ""
        mark = f"[{self.marked.index(play.path) + 1}] " if play.path in self.marked else ""
        stands = stands_when(play, self._when.get(play.path, ""))
        broken = "bold $mark" if play.wrong else "$quiet"
        return [
            *hanging(mark, title(play), width, style, mark="bold $accent"),
            *hanging("  × " if play.wrong else "  ", stands, width, broken),
        ]


def _kind(play: PlayFound) -> int:
    return 2 if play.gone_on else int(play.over)


class PlayCard(Pane):
    """What is known of a play, and what can be done with it."""

    def __init__(self) -> None:
        super().__init__(id="card")
        self._play: PlayFound | None = None
        self._when = ""

    def show(self, play: PlayFound | None, when: str) -> None:
        """Show this one."""
        self._play, self._when = play, when
        self.title = Content(title(play) if play else _("Plays"))
        self.redraw(from_top=True)

    def body(self, width: int) -> list[Content]:
        """The sentences."""
        play = self._play
        if play is None:
            return [BLANK, *prose(_("Every play that is kept on this machine is listed here."), width, "$quiet")]
        lines = [BLANK, *prose(stands_when(play, self._when), width, "bold"), BLANK]
        for each in _about(play):
            lines += [*prose(each, width), BLANK]
        for wrong in play.wrong:
            lines += hanging("  · ", wrong, width)
        if play.wrong:
            lines += [BLANK]
        return [*lines, *hanging("", _("Kept in {path}", path=play.path), width, "$quiet", limit=width)]


def _about(play: PlayFound) -> list[str]:
    if play.wrong and play.events:
        said = _("Enter saves what can be read of it, as a new play, if you wish. Nothing is deleted.")
        return [said, _("What is wrong:")]
    if play.wrong:
        return [
            _("Nothing of it can be read any more. It stays where it is unless you remove it."),
            _("What is wrong:"),
        ]
    if play.open_in is not None:
        return [_("Close it there first. If that window is gone, it is free at once.")]
    choices = plural("{count} decision was made.", "{count} decisions were made.", max(0, play.events - 1))
    if play.over:
        outcome = gloss(play.outcome) if play.outcome else ""
        return [*([outcome] if outcome else []), choices, _("Enter looks back at it.")]
    if play.gone_on:
        said = _("Its scenario was changed, and another play goes on from it. This one is as it was.")
        return [said, choices, _("Enter tries it again on the scenario as it is now.")]
    return [choices, _("Enter goes on from the last one.")]
