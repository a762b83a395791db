"""What came of before and after: the figures, how to read them, and the cases with what we would say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim import text
from backfire_sim.speech import _, plural
from backfire_sim.storage.measures import Held
from backfire_sim.training.cases import FORMS, cases
from backfire_sim.training.measure import Results, Sheet, has_cases, moment_name, results
from backfire_sim.training.typed_sheets import LETTERS
from backfire_sim.training.what_it_says import how_to_read, shown
from backfire_sim.tui.layout import Places, column, projected
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, Piece, hanging, heading, line, prose
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.tui.widgets.tabs import Tabs

CELLS = 14
"""Cells of a column of figures."""

_FIRST = 24
"""Cells of the names before them, so that one table stands straight under the other."""


class MeasuredScreen(Page):
    """Three parts, one of them shown."""

    subject = "measured"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,tab,n", "part(1)", show=False),
        Binding("left,shift+tab", "part(-1)", show=False),
        *(Binding(str(n + 1), f"show({n})", show=False) for n in range(3)),
        Binding("o", "save", show=False),
    ]

    def __init__(self, held: Held, own: Sheet | None = None) -> None:
        """`own`: the sheet that one person has just answered; its cases come first then."""
        super().__init__()
        self._held, self._own = held, own
        self._told = results(held.measured)
        self._parts: list[tuple[str, Callable[[int], list[Content]]]] = [
            (_("Figures"), lambda width: figure_lines(self._told, width)),
            (_("How to read it"), lambda width: reading_lines(self._told, width)),
            (_("The cases"), self._cases),
        ]
        self._at = 2 if own is not None and own.picks else 0

    def masthead(self) -> tuple[str, str, str]:
        """The room, and whose."""
        whose = _("your own") if self._told.alone else _("a group's")
        return _("Before and after"), _("what came of it"), whose

    def keys(self) -> tuple[Hint, ...]:
        """Go through the parts; save."""
        return (
            Hint("enter", key("enter"), _("on")),
            Hint("right", "←→", _("part")),
            Hint("o", "o", _("save")),
            Hint("escape", key("esc"), _("back")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The names of the parts, and one of them."""
        self.tabs = Tabs(tuple(name for name, _lines in self._parts))
        self.part = Words("", lambda width: self._parts[self._at][1](width), id="part")
        yield self.tabs
        yield self.part

    def places(self, body: Region) -> Places:
        """The names over the part."""
        middle = projected(body) if self.projecting else column(body)
        tabs = Region(middle.x, middle.y, middle.width, 1)
        return {"tabs": tabs, "part": Region(middle.x, middle.y + 1, middle.width, middle.height - 1)}

    def on_mount(self) -> None:
        """The figures, or one's own cases."""
        self._show(self._at)

    def _show(self, at: int) -> None:
        self._at = max(0, min(len(self._parts) - 1, at))
        self.tabs.show(self._at)
        self.part.title = Content(self._parts[self._at][0])
        self.part.redraw(from_top=True)

    def on_tabs_taken(self, message: Tabs.Taken) -> None:
        """Another part."""
        self._show(message.at)

    def action_show(self, at: int) -> None:
        """A part, by its number."""
        self._show(at)

    def action_part(self, by: int) -> None:
        """The part before or after."""
        self._show(self._at + by)

    def reading(self) -> Pane | None:
        """The part."""
        return self.part

    def action_go_on(self) -> None:
        """Read on; the next part; back."""
        if self.part.page():
            return
        if self._at + 1 < len(self._parts):
            self._show(self._at + 1)
        else:
            self.dismiss(True)

    def action_back(self) -> None:
        """Back."""
        self.dismiss(True)

    def action_save(self) -> None:
        """The figures as a file."""
        from backfire_sim.tui.screens.save_as import CSV, MARKDOWN, SaveAs

        def make(ending: str) -> str:
            from backfire_sim.documents.measure import results_csv, results_markdown

            return results_csv(self._told) if ending == CSV.ending else results_markdown(self._told)

        self.app.push_screen(SaveAs("before-and-after", (MARKDOWN, CSV), make))

    def _cases(self, width: int) -> list[Content]:
        own = self._own
        if own is not None and own.picks:
            return case_lines(own.form, width, own.picks)
        if not self._told.alone and "after" not in self._held.measured.tallies:
            words = _("The cases are shown with what we would say once the group has answered after the training.")
            return [BLANK, *prose(words, width)]
        lines = []
        for form in FORMS:
            lines += [BLANK, heading(_("Form {form}", form=form)), *case_lines(form, width)]
        return lines


def figure_lines(told: Results, width: int) -> list[Content]:
    """How many answered, the confidences side by side, and the cases."""
    if not told.people:
        return [BLANK, *prose(_("Nobody has answered yet."), width)]
    lines = [BLANK]
    if not told.alone:
        counted = [
            plural("{moment}: {count} person", "{moment}: {count} people", many, moment=moment_name(moment))
            for moment, many in told.people
        ]
        lines += [line((each, "$quiet")) for each in text.wrap(" · ".join(counted), width)] + [BLANK]
    if told.columns:
        lines += _table(told, width)
    for each in told.withheld:
        lines += [*prose(each, width), BLANK]
    return lines


def _table(told: Results, width: int) -> list[Content]:
    names = [moment_name(moment) for moment in told.columns]
    rows = [(row.name, [shown(value) for value in row.values]) for row in told.confidence]
    lines = [*_block(_("How confident, 0 to 100"), names, rows, width), BLANK]
    if any(value is not None for value in told.right):
        cased = [has_cases(moment) for moment in told.columns]
        seen = [shown(value) if asked else "" for value, asked in zip(told.right, cased, strict=True)]
        heads = [name if asked else "" for name, asked in zip(names, cased, strict=True)]
        lines += [*_block(_("Of five cases"), heads, [(_("seen as we do"), seen)], width), BLANK]
    if told.kinds:
        cells = [
            (row.name, ["–" if cell is None else _("{some} of {all}", some=cell[0], all=cell[1]) for cell in row.cells])
            for row in told.kinds
        ]
        lines += [*_block(_("By kind of case, seen as we do"), names, cells, width), BLANK]
    return lines


def _block(title: str, names: list[str], rows: list[tuple[str, list[str]]], width: int) -> list[Content]:
    """A table; where it is too wide, each row with a line for every moment."""
    first = max(_FIRST, *(text.width(name) for name, _values in (*rows, (title, []))))
    if first + len(names) * CELLS <= width:
        head: list[Piece] = [(text.pad(title, first), "bold")]
        head += [(f"{name:>{CELLS}}", "$quiet") for name in names]
        drawn = [line(*head)]
        for name, values in rows:
            drawn.append(line(text.pad(name, first), *((f"{value:>{CELLS}}", "bold") for value in values)))
        return drawn
    drawn = [heading(title)]
    for name, values in rows:
        drawn.append(line(name))
        drawn += [
            line(f"  {text.pad(moment, CELLS)}", (value, "bold"))
            for moment, value in zip(names, values, strict=True)
            if value
        ]
    return drawn


def reading_lines(told: Results, width: int) -> list[Content]:
    """What the figures say and do not say."""
    said = how_to_read(told) or [_("There are no figures to read yet.")]
    return [BLANK, *(each for words in said for each in (*hanging("· ", words, width), BLANK))]


def case_lines(form: str, width: int, picks: tuple[int | None, ...] = ()) -> list[Content]:
    """The cases of a form with what we would say, and beside it what was chosen."""
    lines = [BLANK]
    for n, case in enumerate(cases(form)):
        state = ""
        if picks:
            pick = picks[n]
            state = _("left out") if pick is None else _("as we do") if pick == case.key else _("we see it otherwise")
        lines += [line((case.name, "bold $accent"), (f"   {state}" if state else "", "$quiet"))]
        lines += prose(case.text, width, "$quiet")
        if state and picks[n] is not None and picks[n] != case.key:
            yours = picks[n] or 0
            lines += hanging(f"  {LETTERS[yours]}  ", _("yours: {option}", option=case.options[yours]), width, "$quiet")
        lines += hanging(f"  {LETTERS[case.key]}  ", case.options[case.key], width, "bold", mark="bold $ours")
        lines += [*prose(case.why, width, indent=5), BLANK]
    return lines
