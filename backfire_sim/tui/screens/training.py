"""The plan of a training: its agenda, the scenarios and pages with their reasons, and everything a key away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.speech import _, sense
from backfire_sim.tui.layout import HUGE, WIDE, Places, column, projected, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.agenda import Agenda, Detail
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.views.planning import FILE, name

if TYPE_CHECKING:
    from backfire_sim.training.blocks.block import Opening
    from backfire_sim.training.plan import TrainingPlan
    from backfire_sim.tui.widgets.pane import Pane


class TrainingScreen(Page):
    """The agenda at the left, the chosen part at the right; on a small screen one of the two."""

    subject = "training"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "save", show=False),
        Binding("left,backspace", "back", show=False),
        Binding("right", "into", show=False),
        *(Binding(str(n + 1), f"open({n})", show=False) for n in range(9)),
    ]

    def __init__(self, plan: TrainingPlan) -> None:
        super().__init__()
        self.plan = plan
        self._inside = False
        """Whether the chosen part has the keys; on a small screen it alone is shown then."""

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """What it is."""
        return name(self.plan), "", _("nothing of this is kept")

    def keys(self) -> tuple[Hint, ...]:
        """Look inside, open, save, back."""
        save = Hint("s", "s", _("save it"))
        if self._inside:
            return (
                Hint("enter", key("enter"), sense("hint", "open"), bool(self.detail.openings)),
                Hint("escape", key("esc"), _("agenda")),
                Hint("pagedown", key("PgDn"), _("read on")),
                save,
            )
        return (
            Hint("enter", key("enter"), _("look inside")),
            Hint("down", "↑↓", sense("the arrow keys", "move")),
            save,
            Hint("escape", key("esc"), _("answers")),
            Hint("h", "h", sense("the list of scenarios", "home")),
        )

    def widgets(self) -> Iterable[Widget]:
        """The agenda and the chosen part."""
        self.agenda = Agenda(self.plan)
        self.detail = Detail(self.plan)
        yield self.agenda
        yield self.detail

    @property
    def _beside(self) -> bool:
        return self.room.width >= WIDE and not self.projecting

    def places(self, body: Region) -> Places:
        """Side by side in the middle, or one of the two."""
        if not self._beside:
            return {"detail" if self._inside else "agenda": projected(body) if self.projecting else column(body)}
        width = 136 if body.width >= HUGE else body.width
        drop = 2 if body.width >= HUGE and body.height >= 40 else 0
        middle = Region(body.x + (body.width - width) // 2, body.y + drop, width, body.height - drop)
        agenda, detail = split_right(middle, width - min(64, width * 53 // 100))
        return {"agenda": agenda, "detail": detail}

    def on_mount(self) -> None:
        """The agenda has the keys."""
        self._to_agenda()

    def on_resize(self) -> None:
        """On a larger screen both stand side by side."""
        self.reframe()

    def reading(self) -> Pane | None:
        """What the page keys move."""
        return self.detail if self._inside or self._beside else None

    # -- Choosing ----------------------------------------------------------------------------------------------------

    def _to_agenda(self) -> None:
        self._inside = False
        self.activate(self.agenda)
        self.detail.show(self.agenda.item())
        self.reframe()

    def menu_moved(self, menu: Menu) -> None:
        """Another part."""
        if menu is self.agenda:
            self.detail.show(self.agenda.item())

    def menu_touched(self, menu: Menu) -> None:
        """A click brings the agenda or the part into use."""
        self._inside = menu is self.detail
        self.activate(menu)
        self.reframe()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Look inside, or open what is chosen there."""
        if menu is self.detail:
            self.action_open(at)
        else:
            self.action_into()

    def action_into(self) -> None:
        """Give the keys to the chosen part."""
        if not self._inside:
            self._inside = True
            self.detail.show(self.agenda.item())
            self.activate(self.detail)
            self.reframe()

    def action_back(self) -> None:
        """Back to the agenda, or to the answers."""
        if self._inside:
            self._to_agenda()
        else:
            self.dismiss()

    def action_leave(self) -> None:
        """The same."""
        self.action_back()

    # -- Opening and saving ------------------------------------------------------------------------------------------

    def action_open(self, at: int) -> None:
        """Open something that the chosen part names, by its place in the list."""
        if not (self._inside or self._beside) or at >= len(self.detail.openings):
            if self._inside:
                self.say(_("There is nothing to open here."))
            return
        self._open(self.detail.openings[at])

    def _open(self, opening: Opening) -> None:
        from backfire_sim.tui.rooms import ROOMS

        if opening.kind == "page":
            from backfire_sim.tui.screens.learn import LearnScreen

            self.app.push_screen(LearnScreen(opening.id))
        elif opening.kind == "room" and opening.id in ROOMS:
            self.backfire.visit(opening.id)
        elif opening.kind == "print":
            self._print(opening)
        elif opening.kind in ("play", "table"):
            self._play(opening)
        else:
            self.say(_("This is not here yet."))

    def _play(self, opening: Opening) -> None:
        from backfire_sim.storage.errors import StorageError
        from backfire_sim.tui.screens.intake import ROOM

        try:
            opened = self.backfire.source.open(opening.id)
        except StorageError as error:
            self.say(str(error))
            return
        self.backfire.show_note(opened, back=ROOM)

    def _print(self, opening: Opening) -> None:
        """The pack of a scenario, as a file."""
        from backfire_sim.storage.errors import StorageError
        from backfire_sim.tui.screens.save_as import HTML, SaveAs

        try:
            scenario = self.backfire.source.open(opening.id).scenario
        except StorageError as error:
            self.say(str(error))
            return

        def make(ending: str) -> str:
            from backfire_sim.authoring.printing.pack import printed

            return printed(scenario)

        self.app.push_screen(SaveAs(opening.command.split()[-1].strip("'"), (HTML,), make))

    def action_save(self) -> None:
        """The plan as a file."""
        from backfire_sim.tui.screens.save_as import HTML, MARKDOWN, SaveAs

        def make(ending: str) -> str:
            from backfire_sim.documents.training_plan import as_html, as_markdown

            return as_html(self.plan, self.backfire.source.spoken) if ending == HTML.ending else as_markdown(self.plan)

        self.app.push_screen(SaveAs(FILE, (MARKDOWN, HTML), make))
