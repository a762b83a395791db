"""The author's live view: the play as players see it, with the findings and the author's own keys around it.

The play is the real one. Its screens are those of every play; here they only leave room for what stands around them,
and follow the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.widget import Widget

from backfire_sim.engine.events import Event, Throw
from backfire_sim.engine.position import IN_SCENE
from backfire_sim.tui.layout import PHONE, Places, split_below, split_right
from backfire_sim.tui.screens.debrief import DebriefScreen
from backfire_sim.tui.screens.play import PlayScreen
from backfire_sim.tui.screens.play_layout import TOLD
from backfire_sim.tui.screens.prepare import PrepareScreen
from backfire_sim.tui.screens.preview_finding import FindingScreen, copied
from backfire_sim.tui.screens.preview_page import PreviewPage, clock, standing
from backfire_sim.tui.widgets.drawn import at_once
from backfire_sim.tui.widgets.findings import Findings
from backfire_sim.tui.widgets.key_hints import Hint
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.tui.widgets.preview_bar import Banner, Tools
from backfire_sim.views.play import view

BESIDE = 114
"""Columns from which the findings stand beside the play."""

NARROWEST, WIDEST = 36, 60
"""Columns of the findings beside the play."""


class Beside(PreviewPage):
    """A page of the play with the findings beside it or, on a small screen, in its place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "findings", show=False),
        Binding("s", "scenes", show=False),
        Binding("x", "what_if", show=False),
        Binding("n", "notes", show=False),
        Binding("0", "again", show=False),
        Binding("o", "open", show=False),
        Binding("c", "copy", show=False),
    ]

    on_findings = False
    """Whether the keys belong to the findings; on a small screen they stand in the play's place then."""

    _left: Menu | None = None
    """The list that had the keys before."""

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """That it is a preview, then as any play."""
        name, time, place = super().masthead()
        return f"Preview · {name}", time, place

    def keys(self) -> tuple[Hint, ...]:
        """Those of the play, or of the findings."""
        if not self.on_findings:
            return super().keys()
        some = bool(self.preview.problems)
        return (
            Hint("enter", "enter", "explain", some),
            Hint("c", "c", "copy where", some),
            Hint("o", "o", "open editor"),
            Hint("escape", "esc", "play"),
        )

    def widgets(self) -> Iterable[Widget]:
        """The play's own, and what stands around them."""
        yield from super().widgets()
        self.findings = Findings(id="findings")
        self.banner = Banner()
        self.tools = Tools()
        yield self.findings
        yield self.banner
        yield self.tools

    @property
    def beside(self) -> bool:
        """Whether there is room for the findings beside the play."""
        return self.app.size.width >= BESIDE

    @property
    def room(self) -> Size:
        """What the play has to itself."""
        width, height = self.app.size
        return Size(width - self._across() if self.beside else width, height)

    def _across(self) -> int:
        return max(NARROWEST, min(WIDEST, self.app.size.width // 3))

    def places(self, body: Region) -> Places:
        """What must be known above, the author's keys below, and the play between."""
        upper, tools = split_below(body, 2 if body.width < PHONE else 1)
        banner, rest = split_below(upper, upper.height - len(self.banner.lines_for(body.width)))
        around = {"tools": tools, **({"banner": banner} if banner.height else {})}
        if self.beside:
            play, findings = split_right(rest, self._across())
            return {**around, **super().places(play), "findings": findings}
        return {**around, **({"findings": rest} if self.on_findings else super().places(rest))}

    def on_mount(self) -> None:
        """What is known of the file."""
        self.told()

    def on_resize(self) -> None:
        """What must be known may be on the screen anyway, or not any more."""
        self.told()

    def reframe(self) -> None:
        """The keys as they are now, the author's too."""
        super().reframe()
        self._show_tools()

    @at_once()
    def told(self) -> None:
        """What is known of the file."""
        preview = self.preview
        empty = "Checking what can happen …" if self.author.checking else "Nothing is wrong with it."
        self.findings.show(preview.problems, file=str(preview.path), empty=empty, state=self._state())
        self.banner.show(standing(preview, in_full=not self.beside and not self.on_findings))
        self._show_tools()
        self.rearrange()

    def _state(self) -> str:
        latest = self.preview.latest
        if self.author.checking or latest is None:
            return "checking …"
        return f"{'broken' if self.preview.broken else 'saved'} {clock(latest.at)}"

    def _show_tools(self) -> None:
        number = len(self.preview.problems)
        count = f"{number or 'no'} finding{'' if number == 1 else 's'}"
        hints = (
            Hint("tab", "tab", "the play" if self.on_findings else count),
            Hint("s", "s", "scenes"),
            Hint("x", "x", "what if"),
            Hint("n", "n", "notes"),
            Hint("0", "0", "again"),
        )
        self.tools.stand(hints, self._state())

    # -- The findings ------------------------------------------------------------------------------------------------

    def activate(self, menu: Menu | None) -> None:
        """Whoever has the keys is also on the screen."""
        if self.on_findings != (menu is self.findings):
            self.on_findings = menu is self.findings
            self.told()
        super().activate(menu)

    @at_once()
    def look_at_findings(self) -> None:
        """Give the keys to the findings."""
        if self.active is not self.findings:
            self._left = self.active
            pane = self.reading()
            if pane is not None:
                pane.light(False)
            self.activate(self.findings)
            self.reframe()

    @at_once()
    def look_at_play(self) -> None:
        """Give the keys back to the play."""
        self.activate(self._left)
        pane = self.reading()
        if pane is not None:
            pane.light(True)
        self.reframe()

    def reading(self) -> Pane | None:
        """The play's own, while it has the keys."""
        return None if self.on_findings else super().reading()

    def action_findings(self) -> None:
        """To the findings, and back."""
        if self.on_findings:
            self.look_at_play()
        else:
            self.look_at_findings()

    def action_back(self) -> None:
        """From the findings to the play."""
        if self.on_findings:
            self.look_at_play()
        else:
            super().action_back()

    def on_banner_clicked(self) -> None:
        """To the findings, if it is about one; else to what was tried."""
        if self.preview.broken:
            self.look_at_findings()
        elif self.preview.tried is not None:
            self.action_what_if()

    def menu_touched(self, menu: Menu) -> None:
        """A click on the findings."""
        if menu is self.findings:
            self.look_at_findings()
        else:
            super().menu_touched(menu)

    def menu_moved(self, menu: Menu) -> None:
        """Another finding says more of itself where it stands."""
        if menu is not self.findings:
            super().menu_moved(menu)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """A finding is explained."""
        if menu is not self.findings:
            super().menu_taken(menu, at)
        elif self.findings.problem is not None:
            self.app.push_screen(FindingScreen(self.findings.problem))

    def action_copy(self) -> None:
        """Copy where the finding is."""
        if self.on_findings and self.findings.problem is not None:
            self.say(copied(self, self.findings.problem))

    def action_open(self) -> None:
        """Open the file in the author's editor, where the finding or the scene is."""
        self.say(self.author.edit(self.findings.problem if self.on_findings else None))

    # -- Elsewhere in the play ---------------------------------------------------------------------------------------

    def action_scenes(self) -> None:
        """Any scene, in a state that is proved to be reached."""
        from backfire_sim.tui.screens.preview_scenes import ScenesScreen

        self.app.push_screen(ScenesScreen())

    def action_what_if(self) -> None:
        """Other numbers, to go on from."""
        from backfire_sim.tui.screens.preview_try import TryScreen

        if self.author.kept is not None and self.author.kept.session.over:
            self.say("The play is over. u takes the last choice back; then other numbers can be tried.")
        else:
            self.app.push_screen(TryScreen())

    def action_notes(self) -> None:
        """What only the facilitator sees."""
        from backfire_sim.tui.screens.preview_notes import NotesScreen

        self.app.push_screen(NotesScreen())

    def action_again(self) -> None:
        """Begin the play again."""
        self.preview.begin_again()
        self.author.stand()


@contextmanager
def in_place(*panes: Pane) -> Iterator[None]:
    """Whatever happens to these panes, they show the same lines afterwards."""
    tops = [pane.top for pane in panes]
    yield
    for pane, top in zip(panes, tops, strict=True):
        if pane.top != top:
            pane.top = top
            pane.repaint()


class PreviewPrepare(Beside, PrepareScreen):
    """Getting ready, in a preview."""

    @at_once()
    def followed(self) -> None:
        """The same list in the new text; what was ticked stays so."""
        self._now = view(self.kept.session)
        self.options.take_up(self._now)
        self.reframe()
        self.told()


class PreviewPlay(Beside, PlayScreen):
    """A round, in a preview."""

    def followed(self) -> None:
        """The same moment in the new text: the words just told, or the scene, at the same lines."""
        on_findings, session = self.on_findings, self.kept.session
        turns = session.turns()
        told = turns[-1] if self.stage == TOLD and self.last and turns[-1].event == self.last.event else None
        if told is None and session.position.phase != IN_SCENE:
            self.author.stand()
            return
        with at_once(), in_place(self.situation, self.moves):
            if told is not None:
                numbers = self.moves.numbers
                self._show_consequence(told)
                if numbers and self.turns and self._told is not None:
                    self.moves.show_numbers(self._told)
            elif self.stage == TOLD or self._now.scene != session.position.scene:
                self.last = self._last_decision()
                self._show_scene()
            else:
                self.last = self._last_decision()
                self._refresh_view()
                self.show_scene_words()
            if on_findings:
                self.look_at_findings()
            self.reframe()
            self.told()

    def happen(self, event: Event, *, tell: bool = True) -> bool:
        """As in every play; what the last change of the file did is known by then."""
        happened = super().happen(event, tell=tell)
        if happened:
            self.preview.news = ()
            self.told()
        return happened

    def throw(self, inject: str) -> None:
        """What followed from an inject is told as from a move."""
        self.happen(Throw(inject))

    def action_undo(self) -> None:
        """Take the last decision back; where none was made since a state was tried, that."""
        if self.preview.tried is not None and not self.preview.tried.can_undo:
            self.preview.back_to_played()
            self.author.stand()
        else:
            super().action_undo()

    def action_copy(self) -> None:
        """Among the moves it is the third."""
        if self.on_findings:
            super().action_copy()
        else:
            self.action_letter(2)


class PreviewEnding(Beside, DebriefScreen):
    """Looking back, in a preview."""

    def followed(self) -> None:
        """The same part of the look back on the new text."""
        with at_once(), in_place(self.shown):
            self.look_again()
            self.told()

    def action_home(self) -> None:
        """From the beginning: in a preview there is no list to go home to."""
        self.action_again()
