"""Writing the group's own plan: one heading at a time, a line at a time, by role."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _, sense
from backfire_sim.storage.errors import StorageError
from backfire_sim.training.own_plan import LONGEST, Line, OwnPlan, changed_line, clean, doubt, slot, with_line
from backfire_sim.tui.screens.asking import Asking
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.write import WriteScreen
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, hanging, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.own_plan import KEEP, REMOVE, TAKE_UP, line_lines

if TYPE_CHECKING:
    from backfire_sim.tui.app import BackfireApp


def plan_row_taken(page: Page, row: str, then: Callable[[], None]) -> None:
    """A heading is written under; or the plan is kept on this machine, or taken away; or another is gone on with."""
    app = page.backfire
    if row.startswith(TAKE_UP):
        page.say(_take_up(app, row.removeprefix(TAKE_UP)))
        then()
    elif row in (KEEP, REMOVE):
        page.say(_keep(app) if row == KEEP else _take_away(app))
        then()
    else:
        app.push_screen(SlotScreen(row), lambda _changed: then())


def kept_before(app: BackfireApp) -> tuple[tuple[str, OwnPlan], ...]:
    """The plans on this machine that can be gone on with, the last changed first; none while lines would be lost."""
    if app.source.ephemeral or (app.own_plan.size and not app.own_plan_id):
        return ()
    from backfire_sim.storage import plans

    return tuple(each for each in plans.kept() if each.id != app.own_plan_id and each.paper.size)


def _take_up(app: BackfireApp, id_: str) -> str:
    from backfire_sim.storage import plans

    try:
        app.own_plan = plans.load(id_)
    except StorageError as error:
        return str(error)
    app.own_plan_id = id_
    return _("This plan goes on as it was left. Every change is kept.")


def _keep(app: BackfireApp) -> str:
    if app.source.ephemeral:
        return _("Nothing is kept this time, as you asked. You can take the plan home as a file.")
    from backfire_sim.storage import plans

    try:
        app.own_plan_id = plans.keep(app.own_plan)
    except StorageError as error:
        return str(error)
    return _("Kept on this machine, apart from the play. Every change is kept from now on.")


def _take_away(app: BackfireApp) -> str:
    from backfire_sim.storage import plans

    try:
        plans.remove(app.own_plan_id)
    except StorageError as error:
        return str(error)
    app.own_plan_id = ""
    return _("Taken away from this machine. It is still here until you leave the program.")


def _change(app: BackfireApp, plan: OwnPlan) -> None:
    """Take the plan as it is now; where it is kept, it is kept like this. StorageError if the disk refuses."""
    app.own_plan = plan
    if app.own_plan_id:
        from backfire_sim.storage import plans

        plans.keep(plan, app.own_plan_id)


class SlotScreen(Page):
    """What stands under one heading, and room for a line more."""

    subject = "own_plan"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._slot = slot(name)

    def masthead(self) -> tuple[str, str, str]:
        """The heading."""
        return self._slot.title, "", sense("the group's own plan", "our own plan")

    def keys(self) -> tuple[Hint, ...]:
        """Write, change, back."""
        return (
            Hint("enter", key("enter"), _("write")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            Hint("escape", key("esc"), _("back")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The lines."""
        self.rows = SlotRows(self._slot.prompt, self._slot.example)
        self.rows.title = Content(self._slot.title)
        yield self.rows

    def on_mount(self) -> None:
        """The lines have the keys; the empty one is chosen."""
        self._show()
        self.activate(self.rows)
        self.rows.jump(-1)

    def _show(self) -> None:
        self.rows.lines = self.backfire.own_plan.under(self._slot.id)
        self.rows.redraw()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Write a line, or change one."""
        lines = self.rows.lines
        before = lines[at] if at < len(lines) else Line("")
        self._write(_("What will you do?"), before.what, lambda what: self._ask_who(at, what, before))

    def _ask_who(self, at: int, what: str, before: Line) -> None:
        if not what.strip():
            self._put(at, Line(""))
            return
        self._write(_("Who, by role? It can stay empty."), before.who, lambda who: self._look(at, clean(what, who)))

    def _write(self, name: str, words: str, then: Callable[[str], None]) -> None:
        written: list[str] = []
        screen = WriteScreen("own_plan", name, words, most=LONGEST, keep=written.append, lines=False)

        def done(kept: bool | None) -> None:
            if kept and written:
                then(written[-1])

        self.app.push_screen(screen, done)

    def _look(self, at: int, line: Line) -> None:
        asked = doubt(line)
        if not asked:
            self._put(at, line)
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._put(at, line)

        words = [asked, " ".join(part for part in line if part)]
        self.app.push_screen(
            Asking("own_plan", self._slot.title, _("Is this a name?"), words, _("Write it as it is"), no_first=True),
            answered,
        )

    def _put(self, at: int, line: Line) -> None:
        plan, name = self.backfire.own_plan, self._slot.id
        try:
            there = at < len(self.rows.lines)
            changed = changed_line(plan, name, at, *line) if there else with_line(plan, name, *line)
            _change(self.backfire, changed)
        except (ValueError, StorageError) as error:
            self.say(str(error))
        self._show()
        self.rows.jump(-1)

    def action_back(self) -> None:
        """Back to the plan."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Back to the plan."""
        self.dismiss(True)


class SlotRows(Menu):
    """The lines under a heading, and an empty one to write in."""

    def __init__(self, prompt: str, example: str) -> None:
        super().__init__(id="thought")
        self._prompt, self._example = prompt, example
        self.lines: tuple[Line, ...] = ()

    def count(self) -> int:
        """The lines and the empty one."""
        return len(self.lines) + 1

    def gap(self, width: int) -> int:
        """Room between lines."""
        return 1

    def before_rows(self, width: int) -> list[Content]:
        """What is asked, and a line that others might write."""
        said = _("Others have written: {example}", example=self._example)
        return [BLANK, *prose(self._prompt, width), BLANK, *hanging("", said, width, "$quiet"), BLANK]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A line, or the empty one."""
        if at < len(self.lines):
            return line_lines(self.lines[at], width)
        return hanging("  [ ] ", _("Write a line"), width, "bold" if chosen else "$quiet")
