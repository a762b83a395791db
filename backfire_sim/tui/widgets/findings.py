"""What is wrong with a file: one row a finding, the chosen one with its line and what to write instead."""

from __future__ import annotations

import re

from textual.content import Content

from backfire_sim.scenario.problems import Problem
from backfire_sim.scenario.report import summary
from backfire_sim.text import caret, fit, width
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.menu import Menu

_SIGNS = {"error": ("× ", "bold $mark"), "warning": ("! ", "$quiet")}

MOST_LINES = 3
"""Lines of a finding that is not the chosen one."""

_BEFORE_CARET = 12


class Findings(Menu):
    """The list of findings."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.problems: tuple[Problem, ...] = ()
        self._file = self._empty = ""

    def show(self, problems: tuple[Problem, ...], *, file: str, empty: str, state: str) -> None:
        """Show these findings; `empty` is said where there are none, `state` at the right of the rule.

        `file` is the one that is previewed: a finding in another one beside it names that.
        """
        kept = self.problems[self.chosen] if self.chosen < len(self.problems) else None
        self.problems, self._file, self._empty = problems, file, empty
        same = (n for n, each in enumerate(problems) if kept and (each.code, each.path) == (kept.code, kept.path))
        self.chosen = next(same, 0)
        self.title = Content("Findings" if not problems else f"Findings: {summary(problems)}")
        self.state = line((state, "$quiet")) if state else BLANK
        self.redraw()

    @property
    def problem(self) -> Problem | None:
        """The chosen finding."""
        return self.problems[self.chosen] if self.chosen < len(self.problems) else None

    def count(self) -> int:
        """How many there are."""
        return len(self.problems)

    def gap(self, width: int) -> int:
        """An empty line between them."""
        return 1

    def before_rows(self, width: int) -> list[Content]:
        """What is said where nothing is wrong, or nothing is known yet."""
        return [] if self.problems else prose(self._empty, width, "$quiet")

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """Where and what; for the chosen one, the line itself and what to write instead."""
        problem = self.problems[at]
        sign, style = _SIGNS[problem.severity]
        in_full = chosen or problem.file != self._file or not problem.line
        where = short_location(problem) if in_full else f"line {problem.line}"
        head = line((sign, style), (fit(where, width - 9), "bold" if chosen else ""), (f"  {problem.code}", "$quiet"))
        if not chosen:
            words = hanging("  ", problem.message, width, "$quiet")
            return [head, *words[: MOST_LINES - 1], *([line("  …")] if len(words) >= MOST_LINES else [])]
        return [head, *finding_lines(problem, width, indent=2)]


def finding_lines(problem: Problem, across: int, *, indent: int = 0) -> list[Content]:
    """What is wrong, the line with the mark under it, what to write instead, and what follows from it."""
    space = " " * indent
    lines = hanging(space, problem.message, across)
    if problem.source.strip():
        source, column = _window(problem, across - indent)
        mark = caret(source, column, min(problem.place.length, max(1, len(source.rstrip()) - column)))
        lines += [line(space, (fit(source, across - indent), "$quiet")), line(space, (fit(mark, across), "bold $mark"))]
    if problem.help:
        lines += hanging(f"{space}→ ", problem.help, across, mark="bold $accent")
    if problem.fix is not None:
        lines += hanging(f"{space}· ", "backfire check --fix writes this for you", across, "$quiet")
    for note in problem.notes:
        lines += hanging(f"{space}· ", note, across, "$quiet")
    return lines


def location(problem: Problem) -> str:
    """Where it is, as editors and terminals read it: `file:line:column`."""
    return f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file


def short_location(problem: Problem) -> str:
    """The same without the folder."""
    return location(problem).replace("\\", "/").rpartition("/")[2]


def explanation_lines(page: str, across: int) -> list[Content]:
    """The page of a code: prose, and examples letter by letter."""
    lines: list[Content] = []
    for n, part in enumerate(re.split(r"^```.*\n", page, flags=re.MULTILINE)):
        if n % 2:
            lines += [line("  ", (fit(each, across - 2), "$ours")) for each in part.rstrip("\n").split("\n")]
            lines += [BLANK]
            continue
        for paragraph in filter(None, (each.strip() for each in re.split(r"\n\s*\n", part))):
            style = "bold" if paragraph.startswith("#") else ""
            lines += [*prose(paragraph.lstrip("# ").replace("`", ""), across, style), BLANK]
    return lines


def _window(problem: Problem, across: int) -> tuple[str, int]:
    """The part of the line around the mark that fits, without the spaces before it, and where the mark is in it."""
    source = problem.source.rstrip()
    start = len(source) - len(source.lstrip())
    column = max(0, problem.column - 1 - start)
    source = source[start:]
    if width(source) > across and column > across - 8:
        cut = max(1, column - _BEFORE_CARET)
        source, column = "…" + source[cut:], column - cut + 1
    return source, column
