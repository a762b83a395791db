"""Before and after: which moment, whose answers, and what is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _, plural
from backfire_sim.storage import measures
from backfire_sim.storage.errors import StorageError
from backfire_sim.storage.measures import Held
from backfire_sim.training.measure import MOMENTS, Measured, moment_name
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, choose_or_back, key
from backfire_sim.tui.widgets.lines import BLANK, prose
from backfire_sim.tui.widgets.menu import Menu, Rows

ROOM = "measure"
"""Found again under this id: what has come in, in memory, one's own and the group's; gone when the app closes."""

ASKED = "measure-asked"
"""Found under this id once, from the command line: moment, whether a group's, and what is to be kept."""

RESULTS, WHOSE, KEPT, PAPER = len(MOMENTS), len(MOMENTS) + 1, len(MOMENTS) + 2, len(MOMENTS) + 3
"""Rows after the four moments."""


class Measure(Page):
    """The room: four moments, the results, and two things to choose."""

    subject = "measure"

    BINDINGS: ClassVar[list[BindingType]] = [Binding(str(n + 1), f"row({n})", show=False) for n in range(8)]

    def masthead(self) -> tuple[str, str, str]:
        """The name."""
        return _("Before and after"), "", _("what it changed")

    def keys(self) -> tuple[Hint, ...]:
        """Choose, or go back."""
        return choose_or_back()

    def widgets(self) -> Iterable[Widget]:
        """The rows."""
        self.rows = Opening(id="thought")
        yield self.rows

    def on_mount(self) -> None:
        """The rows have the keys; where the command line asked for a moment, it is next."""
        self.activate(self.rows)
        both = self.backfire.found_again.setdefault(ROOM, {"alone": True, "held": {}})
        self._state = both
        asked = self.backfire.found_again.pop(ASKED, None)
        if asked is not None:
            self._take_up(*asked)
        self._fill()
        if asked is not None and asked[0]:
            self.call_after_refresh(self._open, MOMENTS.index(asked[0]) if asked[0] in MOMENTS else RESULTS)

    # -- What has come in --------------------------------------------------------------------------------------------

    @property
    def held(self) -> Held:
        """What has come in, of the person or of the group."""
        alone = bool(self._state["alone"])
        held: Held = self._state["held"].setdefault(alone, Held(alone=alone))
        return held

    def _take_up(self, moment: str, group: bool, keep: str | None) -> None:
        """As the command line asked."""
        self._state["alone"] = not group
        try:
            if keep and keep != "new":
                held = Held(alone=not group, id=keep)
                self._state["alone"] = held.measured.alone
                self._state["held"][held.measured.alone] = held
                return
            found = measures.latest(alone=not group) if moment != "before" and (keep or moment == "results") else ""
            if found:
                self.held.keep_in(found)
            elif keep:
                self.held.keep()
        except StorageError as error:
            self.say(str(error))

    # -- The rows ----------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        held = self.held
        self.rows.show(
            [
                (_said(_("Before the training"), held.measured, "before"), ""),
                (_said(_("After the training"), held.measured, "after"), ""),
                (_said(_("Looking back from after to before"), held.measured, "back"), ""),
                (_said(_("Some four weeks later"), held.measured, "later"), ""),
                (_("What came of it"), ""),
                (_("Whose answers: your own") if held.measured.alone else _("Whose answers: a group's"), ""),
                (_kept_words(held), ""),
                (_("Sheets on paper"), ""),
            ]
        )

    def action_row(self, at: int) -> None:
        """A row, by its number."""
        self.rows.choose(at)
        self._open(at)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Open it, or change it."""
        self._open(at)

    def _open(self, at: int) -> None:
        if at < len(MOMENTS):
            from backfire_sim.tui.screens.sheet import SheetScreen

            self.app.push_screen(SheetScreen(self.held, MOMENTS[at]), self._came_back)
        elif at == RESULTS:
            from backfire_sim.tui.screens.measured import MeasuredScreen

            self.app.push_screen(MeasuredScreen(self.held), self._came_back)
        elif at == WHOSE:
            self._state["alone"] = not self._state["alone"]
            self._fill()
        elif at == KEPT:
            self.app.push_screen(KeepScreen(self.held), self._came_back)
        else:
            self.app.push_screen(PaperScreen(), self._came_back)

    def _came_back(self, _done: object = None) -> None:
        self._fill()
        self.reframe()


class Opening(Rows):
    """What this is for, over the rows."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.title = Content(_("Ten short questions, before and after"))

    def gap(self, width: int) -> int:
        """An empty line between the rows where there is room."""
        return int(self.size.height >= 30)

    def before_rows(self, width: int) -> list[Content]:
        """What this is for."""
        words = _(
            "Five questions of how confident you are, and five cases to see whether skill goes with it. No names and "
            "no marks; of a group only figures that five people or more stand behind."
        )
        return [BLANK, *prose(words, width), BLANK]


class Choosing(Page):
    """A page of rows that goes back when one is taken."""

    subject = "measure"

    def masthead(self) -> tuple[str, str, str]:
        """The name of the room."""
        return _("Before and after"), "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Choose, or go back."""
        return (Hint("enter", key("enter"), _("choose")), Hint("escape", key("esc"), _("back")))

    def widgets(self) -> Iterable[Widget]:
        """The rows."""
        self.rows = Rows(id="thought")
        self.fill()
        yield self.rows

    def fill(self) -> None:
        """Put the rows in."""

    def on_mount(self) -> None:
        """The rows have the keys."""
        self.activate(self.rows)

    def action_back(self) -> None:
        """Back without a change."""
        self.dismiss(False)


class KeepScreen(Choosing):
    """What is kept: nothing, a new file, or one there is."""

    def __init__(self, held: Held) -> None:
        super().__init__()
        self._held = held

    def fill(self) -> None:
        """Nothing, new, and every file of the same kind."""
        self.rows.title = Content(_("What is kept"))
        alone = self._held.measured.alone
        self._files = [each for each in measures.kept() if each.paper.alone == alone]
        self.rows.show(
            [
                (_("Keep nothing"), _("What came in is there until the app closes.")),
                (
                    _("Keep the counts in a new file"),
                    _("How many gave each answer: no names, no times, no order. backfire wipe removes it."),
                ),
                *((_("Go on with measure-{id}", id=each.id), counted(each.paper)) for each in self._files),
            ]
        )

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Keep so from now on."""
        try:
            if at == 0:
                self._held.keep_no_more()
            elif self.backfire.source.ephemeral:
                self.say(_("This time nothing is kept: the app was opened so."))
                return
            elif at == 1:
                self._held.keep_no_more()
                self._held.keep()
            else:
                self._held.keep_in(self._files[at - 2].id)
        except StorageError as error:
            self.say(str(error))
            return
        self.dismiss(True)


class PaperScreen(Choosing):
    """Sheets to print, for one of the moments."""

    def fill(self) -> None:
        """The moments."""
        self.rows.title = Content(_("Sheets to print"))
        words = _("Form A and form B, one for each half of the group, and a page with the answers for the facilitator.")
        self.rows.show(
            [(moment_name(moment).capitalize(), words if n == 0 else "") for n, moment in enumerate(MOMENTS)]
        )

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Ask where to."""
        from backfire_sim.tui.screens.save_as import HTML, MARKDOWN, SaveAs

        def make(ending: str) -> str:
            from backfire_sim.documents.measure import form_html, form_markdown

            moment, language = MOMENTS[at], self.backfire.source.spoken
            return form_html(moment, language) if ending == HTML.ending else form_markdown(moment)

        self.app.push_screen(SaveAs(f"measure-{MOMENTS[at]}", (HTML, MARKDOWN), make))


def counted(measured: Measured) -> str:
    """How many have answered at each moment, in one line."""
    said = [f"{moment_name(m)} {measured.tallies[m].people}" for m in MOMENTS if m in measured.tallies]
    return ", ".join(said) or _("nobody has answered yet")


def _said(name: str, measured: Measured, moment: str) -> str:
    tally = measured.tallies.get(moment)
    if tally is None:
        return name
    if measured.alone:
        return _("{moment} · answered", moment=name)
    return plural(
        "{moment} · {count} person has answered",
        "{moment} · {count} people have answered",
        tally.people,
        moment=name,
    )


def _kept_words(held: Held) -> str:
    if held.id:
        return _("Kept: the counts, in measure-{id}", id=held.id)
    return _("Kept: nothing; it is gone when the app closes")
