"""A file of one's own that cannot be played: everything that is wrong with it, and what to run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from textual.content import Content
from textual.widget import Widget

from backfire_sim.plain.library import quoted
from backfire_sim.scenario.problems import Problem
from backfire_sim.speech import _
from backfire_sim.text import one_line
from backfire_sim.tui.gathering import Gathering
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.story import Reading
from backfire_sim.tui.widgets.findings import Findings, explanation_lines, finding_lines, location
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, prose
from backfire_sim.tui.widgets.menu import Menu


class BrokenScreen(Page):
    """The findings of one file, the first cause first."""

    subject = "broken"

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        self._read: Gathering[Problem] = Gathering(self, self._heard)

    def masthead(self) -> tuple[str, str, str]:
        """The file."""
        return one_line(Path(self._path).name), "", _("cannot be played yet")

    def keys(self) -> tuple[Hint, ...]:
        """Explain, back."""
        return (
            Hint("enter", key("enter"), _("explain")),
            Hint("pagedown", key("PgDn"), _("read on")),
            Hint("escape", key("esc"), _("back")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The findings."""
        self.findings = FileFindings(self._path)
        yield self.findings

    def on_mount(self) -> None:
        """Read the file, beside the app where that takes long."""
        self.activate(self.findings)
        self._read.begin(self._problems())

    def on_unmount(self) -> None:
        """Nobody needs it any more."""
        self._read.stop()
        super().on_unmount()

    def _problems(self) -> Iterator[Problem]:
        from backfire_sim.scenario.load import load

        yield from load(self._path).problems

    def _heard(self) -> None:
        empty = _("Reading the file …") if self._read.busy else _("Nothing is wrong with it any more.")
        self.findings.show(tuple(self._read.things), file=self._path, empty=empty, state="")

    def menu_taken(self, menu: Menu, at: int) -> None:
        """The page that explains it."""
        problem = self.findings.problem
        if problem is not None:
            self.app.push_screen(explained(problem))

    def action_back(self) -> None:
        """Back to the library."""
        self.dismiss()


class FileFindings(Findings):
    """Findings under the path of their file and what to run."""

    def __init__(self, path: str) -> None:
        super().__init__(id="thought")
        self._path = path

    def before_rows(self, width: int) -> list[Content]:
        """Where the file is, and what to run while it is mended."""
        lines = [BLANK, *hanging("", self._path, width, "$quiet", limit=width), BLANK]
        lines += prose(_("Mend it in your editor; this says after each save what is still wrong:"), width)
        lines += [*hanging("  ", f"backfire check --watch {quoted(self._path)}", width, "$ours", limit=width), BLANK]
        return lines + super().before_rows(width)


def explained(problem: Problem) -> Reading:
    """One finding with the page that explains it."""

    def lines(width: int, veiled: object) -> list[Content]:
        from backfire_sim.scenario.catalog import explain

        where = hanging("", location(problem), width, "bold $accent", limit=width)
        page = explanation_lines(explain(problem.code), width)
        return [*where, BLANK, *finding_lines(problem, width), BLANK, *page]

    title = f"{problem.severity.capitalize()} {problem.code}"
    return Reading("broken", one_line(Path(problem.file).name), title, lines)
