"""What a facilitator has before them while a table plays: where it is, and what can be done."""

from __future__ import annotations

from textual.content import Content

from backfire_sim import text
from backfire_sim.speech import _, plural
from backfire_sim.table import setup
from backfire_sim.table import state as s
from backfire_sim.table.conduct import BROKEN, HELD
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, line
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views import facilitating
from backfire_sim.views.facilitating import Act
from backfire_sim.views.facilitator import FacilitatorView
from backfire_sim.views.table import TableView

MOST_ROWS = 40
"""Rows of a spread or of counted hands; a table never has more choices."""


class Viewed(Pane):
    """A pane that shows part of what the facilitator sees; grey while the line to the table is broken."""

    magnifies = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.view: FacilitatorView | None = None
        self.gone = False
        """Whether this is how it stood when the line broke."""

    def take_up(self, view: FacilitatorView, *, gone: bool) -> None:
        """Show this, at the same lines; nothing is drawn where nothing has changed."""
        if self.view is view and self.gone == gone:
            return
        self.view, self.gone = view, gone
        self.rename()
        self.redraw()

    def rename(self) -> None:
        """Give the pane the title and the state that fit."""

    def frame(self, width: int, height: int) -> list[Content]:
        """As any pane; all of it in one quiet color where it may not be so any more."""
        lines = super().frame(width, height)
        return [line((each.plain, "$shut")) for each in lines] if self.gone else lines


class Now(Viewed):
    """Where the table is, what comes next, who has not chosen, and what helps to lead it."""

    def __init__(self) -> None:
        super().__init__(id="now")

    def rename(self) -> None:
        """The scene and the round."""
        assert self.view is not None
        name = self.view.scene_title or (_("Getting ready") if self.view.phase == "preparing" else self.view.title)
        self.title = Content(text.one_line(name) or _("Now"))
        self.state = Content(_("round {n}", n=self.view.round)) if self.view.scene else BLANK

    def body(self, width: int) -> list[Content]:
        """The most needed first."""
        view = self.view
        if view is None:
            return []
        lines = [*_standing(view, width), BLANK, *_next_lines(view, width), *_chosen_lines(view, width)]
        lines += _code_asked(view, width)
        lines += _predicted_lines(view.table, width) if view.table.stage == s.TOLD else []
        for name, items in (
            (_("Notes for this scene"), [view.notes] if view.notes else []),
            (_("If they get stuck"), list(view.if_stuck)),
            (_("Listen for"), list(view.listen_for)),
        ):
            if items:
                lines += [BLANK, heading(name), *_items(items, width)]
        lines += _predicted_lines(view.table, width) if view.table.stage != s.TOLD else []
        if view.setup.code:
            lines += [BLANK, heading(_("Code of conduct")), *(each for row in code_rows(view) for each in row(width))]
        if view.aims:
            lines += [BLANK, heading(_("Aims")), *_items(list(view.aims), width)]
        return lines


def _standing(view: FacilitatorView, width: int) -> list[Content]:
    lines = hanging("▣ ", view.table.heading, width, "bold", mark="$accent")
    if view.blank:
        lines += hanging("■ ", _("The shared screen is blank. b brings it back."), width, "bold $mark")
    if view.table.clock.on:
        state = _("running") if view.table.clock.running else _("standing still")
        lines += hanging("◔ ", _("{time} left, {state}", time=view.table.clock.words, state=state), width)
    if view.time:
        lines += hanging("  ", view.time, width, "$quiet")
    return lines


def _next_lines(view: FacilitatorView, width: int) -> list[Content]:
    act = facilitating.next_act(view)
    if act is None:
        waiting = facilitating.waiting_for(view)
        return hanging("… ", waiting, width, "bold", mark="$quiet") if waiting else []
    lines = hanging(f"{_('enter')} ", act.label, width, "bold", mark="bold $accent")
    if act.shows:
        lines += hanging("  ", _("They see: {what}", what=act.shows), width, "$quiet")
    return lines


def _code_asked(view: FacilitatorView, width: int) -> list[Content]:
    """What came in, and where it is noted how a line of the code held."""
    said = facilitating.came_in(view)
    return hanging("? ", f"{said} {_('6 notes how it held.')}", width, "bold", mark="bold $mark") if said else []


def _chosen_lines(view: FacilitatorView, width: int) -> list[Content]:
    table = view.table
    lines: list[Content] = []
    if table.stage in s.COUNTING:
        if table.way != setup.HANDS:
            lines += hanging("  ", _("{chosen} of {seats} have chosen.", chosen=table.chosen, seats=table.seats), width)
        elif not table.complete or table.frozen:
            lines += hanging("  ", facilitating.missing(view), width)
        for choice in table.choices[: len(view.hands)]:
            if 0 < choice.number <= len(view.hands):
                lines += hanging(f"  {view.hands[choice.number - 1]:>3}  ", choice.label, width, mark="$ours")
    if table.known_when_shown:
        lines += hanging("! ", table.known_when_shown, width, mark="bold $mark")
    for row in table.spread[:MOST_ROWS]:
        mark = "✓" if row.number == table.decided else "=" if row.number in table.contenders else " "
        counts = f"{row.first} → {row.again}" if table.asked_again else str(row.first)
        lines += hanging(f"{mark} {counts:>6}  ", row.label, width, "bold" if mark != " " else "", mark="$ours")
    if table.passed:
        lines += hanging("  ", plural("{count} passed.", "{count} passed.", table.passed), width, "$quiet")
    if table.missing:
        lines += hanging(
            "  ", plural("{count} had not chosen.", "{count} had not chosen.", table.missing), width, "$quiet"
        )
    if view.reasons:
        said = plural("{count} reason is kept.", "{count} reasons are kept.", len(view.reasons))
        lines += hanging("  ", said, width, "$quiet")
    return lines


def _predicted_lines(table: TableView, width: int) -> list[Content]:
    """What was predicted, and what landed."""
    if not table.predictions:
        return []
    lines = [BLANK, heading(_("What they expected, and what landed"))]
    for row in table.predictions[:MOST_ROWS]:
        if row.said or row.landed:
            mark = "● " if row.landed else "  "
            lines += hanging(
                mark, f"{row.label}: {row.said}", width, "bold" if row.landed else "$quiet", mark="$theirs"
            )
    return lines


def _items(items: list[str], width: int) -> list[Content]:
    lines: list[Content] = []
    for item in items:
        paragraphs = item.split("\n\n")
        for n, paragraph in enumerate(paragraphs):
            lines += hanging("· " if n == 0 else "  ", paragraph, width, mark="$quiet")
    return lines


class CodeRow:
    """A line of the code of conduct, and how it came through."""

    def __init__(self, words: str, mark: str, said: str, style: str) -> None:
        self.words, self.mark, self.said, self.style = words, mark, said, style

    def __call__(self, width: int) -> list[Content]:
        """The line, and under it what became of it."""
        lines = hanging(f"{self.mark} ", self.words, width, mark=self.style)
        return lines + (hanging("  ", self.said, width, "$quiet") if self.said else [])


def code_rows(view: FacilitatorView) -> list[CodeRow]:
    """The code of conduct, each line with whether it was tested."""
    rows = []
    for words in view.table.code:
        tests = [test for test in view.tests if test.words == words]
        hint = next((each for each in view.test_hints if each.words == words), None)
        if hint is not None:
            rows.append(CodeRow(words, "?", _("Probably tested just now: ask them how it held."), "bold $mark"))
        elif not tests:
            rows.append(CodeRow(words, "·", "", "$quiet"))
        else:
            last = tests[-1]
            mark = "✓" if last.how == HELD else "×" if last.how == BROKEN else "~"
            said = {
                HELD: _("Tested in round {n}: it held.", n=last.round),
                BROKEN: _("Tested in round {n}: it was broken.", n=last.round),
            }.get(last.how, _("Tested in round {n}: they were not sure.", n=last.round))
            rows.append(CodeRow(words, mark, said, "bold"))
    return rows


class Acts(Viewed, Menu):
    """Everything that can be done, each with its key and what the room sees of it; what comes next stands first."""

    def __init__(self) -> None:
        super().__init__(id="acts")
        self.title = Content(_("What you can do"))
        self._groups: list[tuple[str, tuple[Act, ...]]] = []
        self.acts: list[Act] = []

    def rename(self) -> None:
        """What fits now; another step stands at what comes next again."""
        view = self.view
        assert view is not None
        first = facilitating.next_act(view)
        self._groups = [
            (_("Next"), (first,) if first else ()),
            (_("Also now"), facilitating.others(view)),
            (_("At any time"), facilitating.always(view)),
        ]
        before, chosen = self.acts, self.acts[self.chosen].do if self.chosen < len(self.acts) else ""
        self.acts = [act for _name, acts in self._groups for act in acts]
        names = [act.do for act in self.acts]
        same_step = bool(before) and [act.do for act in before][:1] == names[:1]
        self.chosen = names.index(chosen) if same_step and chosen in names else 0
        if not same_step:
            self.top = 0

    def count(self) -> int:
        """How many things there are to do."""
        return len(self.acts)

    def above(self, at: int, width: int) -> list[Content]:
        """The name of a group over its first row."""
        first = 0
        for name, acts in self._groups:
            if acts and first == at:
                return ([BLANK] if at else []) + [line((name, "$quiet"))]
            first += len(acts)
        return []

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """The key and what it does; of the chosen row also what they see of it."""
        act = self.acts[at]
        shut = bool(act.why_not)
        lines = hanging(
            f"{act.key} ", act.label, width, "$shut" if shut else "bold" if chosen else "", mark="bold $accent"
        )
        if shut and chosen:
            lines += hanging("  × ", act.why_not, width, "$shut")
        elif chosen or at == 0:
            lines += hanging("  ", _("They see: {what}", what=act.shows), width, "$quiet")
        return lines
