"""The findings alone, while the file cannot be opened yet; and one finding with its explanation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from backfire_sim.scenario.problems import Problem
from backfire_sim.tui.screens.preview_page import PreviewPage, clock
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.widgets.findings import Findings, explanation_lines, finding_lines, location
from backfire_sim.tui.widgets.key_hints import Hint
from backfire_sim.tui.widgets.lines import BLANK, hanging, line
from backfire_sim.tui.widgets.menu import Menu


class FindingsScreen(PreviewPage):
    """What is wrong with a file that was not good yet. The play comes over it as soon as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("c", "copy", show=False), Binding("o", "open", show=False)]

    def masthead(self) -> tuple[str, str, str]:
        """The file, and when it was saved."""
        latest, fault = self.preview.latest, self.preview.fault
        there = latest is not None and (fault is None or fault.code != "BF001")
        return f"Preview · {self.preview.path.name}", "", f"saved {clock(latest.at)}" if latest and there else ""

    def keys(self) -> tuple[Hint, ...]:
        """Explain, copy, edit, leave."""
        some = bool(self.preview.problems)
        return (
            Hint("enter", "enter", "explain", some),
            Hint("c", "c", "copy where", some),
            Hint("o", "o", "open editor"),
            Hint("q", "q", "leave"),
        )

    def widgets(self) -> Iterable[Widget]:
        """The findings."""
        self.findings = Findings(id="thought")
        yield self.findings

    def on_mount(self) -> None:
        """They have the keys."""
        self.activate(self.findings)
        self.told()

    def followed(self) -> None:
        """The findings as they are now."""
        self.told()

    def told(self) -> None:
        """The findings as they are now."""
        opening = self.preview.latest is None
        words = "Opening …" if opening else "It opens as soon as it can be played."
        state = "" if opening else "it opens as soon as these are mended"
        file = str(self.preview.path)
        self.findings.show(self.preview.problems, file=file, empty=words, state=state)
        self.reframe()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Explain it."""
        if self.findings.problem is not None:
            self.app.push_screen(FindingScreen(self.findings.problem))

    def action_copy(self) -> None:
        """Copy where it is."""
        if self.findings.problem is not None:
            self.say(copied(self, self.findings.problem))

    def action_open(self) -> None:
        """Open the file there."""
        self.say(self.author.edit(self.findings.problem))

    def action_leave(self) -> None:
        """Leave the program."""
        self.app.exit()


class FindingScreen(PreviewPage):
    """One finding: where it is, what is wrong, and the page that explains it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("c", "copy", show=False), Binding("o", "open", show=False)]

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self._problem = problem

    def masthead(self) -> tuple[str, str, str]:
        """What it is."""
        return f"Preview · {self.preview.path.name}", "", self._problem.code

    def keys(self) -> tuple[Hint, ...]:
        """Read, copy, edit, go back."""
        return (
            Hint("escape", "esc", "back"),
            Hint("c", "c", "copy where"),
            Hint("o", "o", "open editor"),
            Hint("pagedown", "PgDn", "read on"),
        )

    def widgets(self) -> Iterable[Widget]:
        """The pane."""
        self.words = Words(f"{self._problem.severity.capitalize()} {self._problem.code}", self._lines, id="thought")
        yield self.words

    def _lines(self, width: int) -> list[Content]:
        from backfire_sim.scenario.catalog import explain

        where = hanging("", location(self._problem), width, "bold $accent", limit=width)
        found = [BLANK, *where, BLANK, *finding_lines(self._problem, width), BLANK]
        return [
            *found,
            line(("─" * min(width, 66), "$line")),
            BLANK,
            *explanation_lines(explain(self._problem.code), width),
        ]

    def reading(self) -> Words:
        """The pane."""
        return self.words

    def action_go_on(self) -> None:
        """Read on, then back."""
        if not self.words.page():
            self.dismiss()

    def action_back(self) -> None:
        """Back."""
        self.dismiss()

    def action_copy(self) -> None:
        """Copy where it is."""
        self.say(copied(self, self._problem))

    def action_open(self) -> None:
        """Open the file there."""
        self.say(self.author.edit(self._problem))


def copied(page: PreviewPage, problem: Problem) -> str:
    """Copy where a finding is; what to say of it."""
    where = location(problem)
    page.app.copy_to_clipboard(where)
    return f"Copied, where the terminal allows it: {where}"
