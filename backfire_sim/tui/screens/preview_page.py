"""What all pages of a preview share: they know the file, and hear when it has changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, cast

from textual.geometry import Region

from backfire_sim.tui.layout import Places
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.findings import short_location
from backfire_sim.tui.widgets.preview_bar import Said

if TYPE_CHECKING:
    from backfire_sim.authoring.preview import Preview
    from backfire_sim.tui.preview import PreviewApp

_ALARM = "bold $mark"

TABLE = 112
"""Columns of a table where there are as many."""

MOST_TRIED = 4
"""Tried numbers that are said by name; of more, how many."""


class PreviewPage(Page):
    """A page that may have to follow a change of the file."""

    @property
    def author(self) -> PreviewApp:
        """The app, by its own type."""
        return cast("PreviewApp", self.app)

    @property
    def preview(self) -> Preview:
        """The file and the play in it."""
        return self.author.preview

    def followed(self) -> None:
        """The file was read again: show what stands here as it is now."""

    def told(self) -> None:
        """Something is known that was not: findings, or how far is explored."""

    def action_help(self) -> None:
        """Help about previews, then about playing."""
        from backfire_sim.tui.screens.preview_help import help_screen

        self.app.push_screen(help_screen(self.backfire.panic_key, self.backfire.wake_key))


def table(body: Region) -> Places:
    """The place of the one thought, where that is a table and no prose."""
    width = min(body.width, TABLE)
    return {"thought": Region(body.x + (body.width - width) // 2, body.y, width, body.height)}


def clock(at: float) -> str:
    """A moment as an author knows it: the time, and the day where it is not this one."""
    when, now = datetime.fromtimestamp(at), datetime.now()
    day = "" if when.date() == now.date() else f"{when.strftime('%B')} {when.day}, "
    year = "" if when.year == now.year else f"{when.year}, "
    return f"{year}{day}{when.strftime('%H:%M:%S')}"


def standing(preview: Preview, *, in_full: bool) -> tuple[Said, ...]:
    """What has to be known about what is on the screen: that it is not the file as it is now, or was not played.

    `in_full`: with the fault itself, where the list of findings is not on the screen.
    """
    said: list[Said] = []
    fault, good, latest = preview.fault, preview.good, preview.latest
    if fault is not None and good is not None and latest is not None:
        now = "The file is gone" if fault.code == "BF001" else f"What was saved at {clock(latest.at)} cannot be played"
        said.append(("×", f"Last good version from {clock(good.at)}. {now}.", _ALARM))
    if preview.tried is not None:
        said.append(("?", f"Tried state, not reached by play: {_changes(preview)}. x changes it or goes back.", _ALARM))
    if fault is not None and in_full:
        said.append(("×", f"{short_location(fault)}: {fault.message}", ""))
        said += [("→", fault.help, "")] if fault.help else []
    said += [("·", words, "$mark") for words in preview.news]
    return tuple(said)


def _changes(preview: Preview) -> str:
    from backfire_sim.authoring.trying import numbers

    tried = preview.tried
    assert tried is not None
    known = {number.name: number for number in numbers(tried.rules, tried.played.position)}
    changes = [known[name].said(value) for name, value in tried.all_changes.items()]
    more = len(changes) - MOST_TRIED
    return ", ".join(changes[:MOST_TRIED]) + (f" and {more} more" if more > 0 else "")
