"""One sitting: how sure, the answer, and what is said of it, card after card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.engine.drills import WRITE
from backfire_sim.practice.grading import fit_of_ticks
from backfire_sim.practice.reviews import CONFIDENCES, Review
from backfire_sim.practice.sitting import ENOUGH, Sitting, answered, plan, skipped, too_late
from backfire_sim.speech import _
from backfire_sim.storage.errors import StorageError
from backfire_sim.text import width as text_width
from backfire_sim.tui.layout import Places
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.practice_layout import ANSWER, CHECK, SURE, TOLD, WRITING, Panes, places
from backfire_sim.tui.widgets.drawn import at_once
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.practice import Checklist, Choices, Cue
from backfire_sim.tui.widgets.practice_told import DonePane, ToldPane
from backfire_sim.tui.widgets.writing import Writing
from backfire_sim.views.level import VEILED
from backfire_sim.views.practice import Question, question
from backfire_sim.views.practice_told import told

if TYPE_CHECKING:
    from datetime import datetime

    from backfire_sim.practice.cards import Card
    from backfire_sim.storage.reviews import ReviewLog
    from backfire_sim.tui.widgets.pane import Pane

_RULE = 8
"""Cells of a rule that are not its title."""

MOST_LETTERS = 600
"""Letters of a sentence of one's own."""


class SittingScreen(Page):
    """Card after card. True where it came to its end; what was answered is kept either way."""

    subject = "practice"

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n + 1), f"pick({n})", show=False) for n in range(9)),
        Binding("left,backspace", "before", show=False),
        Binding("m", "page", show=False),
        Binding("d", "done", show=False),
    ]

    def __init__(self, cards: Mapping[str, Card], before: Sequence[Review], log: ReviewLog, *, anyway: bool) -> None:
        """`before`: answers that count and do not stand in the log."""
        super().__init__()
        self._cards, self._before, self._log, self._anyway = cards, list(before), log, anyway
        self.kept = log.path is not None
        """Whether what is answered is kept."""
        self.stage = SURE
        self.confidence = ""
        self.late = False
        """Whether it ended because the time was over."""
        self._away: datetime | None = None

    @property
    def reviews(self) -> list[Review]:
        """Everything that was answered, the last at the end."""
        return [*self._before, *self._log.reviews]

    @property
    def begun(self) -> bool:
        """Whether a sentence was written that would be lost."""
        return self.stage == CHECK and bool(self.writing.words.strip())

    # -- The frame ---------------------------------------------------------------------------------------------------

    def masthead(self) -> tuple[str, str, str]:
        """The name, and which card."""
        kept = "" if self.kept else _("nothing is kept")
        place = _("{number} of {all}", number=self._number, all=self.sitting.of)
        return _("Practice for one"), kept, place

    @property
    def _number(self) -> int:
        return max(1, self.sitting.number - (self.stage == TOLD and self.sitting.current is not None))

    def keys(self) -> tuple[Hint, ...]:
        """What can be done at this stage."""
        enter, escape = key("enter"), Hint("escape", key("esc"), _("leave"))
        skip = Hint("x", "x", _("leave out"))
        if self.stage == WRITING:
            return (Hint("ctrl+s", key("ctrl+s"), _("check it")), Hint("escape", key("esc"), _("back")))
        if self.stage == CHECK:
            tick = Hint("space", key("space"), _("tick"))
            return tick, Hint("d", "d", _("done")), skip, Hint("left", "←", _("one back")), escape
        if self.stage == TOLD:
            more = self.told.more_below or ("done" in self._stand and self.done.more_below)
            on = _("read on") if more else _("next") if self._goes_on else _("close")
            return Hint("enter", enter, on), Hint("m", "m", _("the page")), escape
        few = len(CONFIDENCES) if self.stage == SURE else len(self.answers.answers)
        return (
            Hint("1", f"1-{few}", _("choose")),
            skip,
            escape,
            *((Hint("left", "←", _("one back")),) if self.stage == ANSWER else ()),
            *((Hint("pagedown", key("PgDn"), _("read on")),) if self.cue.more_below else ()),
        )

    def everywhere(self) -> tuple[Hint, ...]:
        """While letters are written, only the key that blanks the screen works as everywhere."""
        return super().everywhere()[-1:] if self.stage == WRITING else super().everywhere()

    def widgets(self) -> Iterable[Widget]:
        """The cue, the answers, how sure; one's own sentence and its checklist; what is said. Some of them are seen."""
        source = self.backfire.source
        self.sitting: Sitting = plan(self._cards, self.reviews, source.now(), source.zone(), anyway=self._anyway)
        self.cue, self.answers, self.sure = Cue(), Choices(id="answers"), Choices(id="sure")
        self.writing, self.checklist = Writing(most=MOST_LETTERS), Checklist()
        self.told, self.done = ToldPane(), DonePane()
        for pane in (self.cue, self.told, self.done):
            pane.stands = self._show_keys
        self.writing.title = Content(_("Write here; it is kept nowhere"))
        yield from (self.cue, self.answers, self.sure, self.writing, self.checklist, self.told, self.done)

    def places(self, body: Region) -> Places:
        """The panes of this stage."""
        panes = Panes(self.cue, self.answers, self.sure, self.told, self.done)
        found = places(body, self.stage, panes, projecting=self.projecting)
        if self.stage == SURE and "sure" in found:
            # Where the sentence has no room over its rows, the question in it has.
            whole = text_width(self.question.how_sure) + _RULE <= found["sure"].width
            self.sure.title = Content(self.question.how_sure if whole else _("How sure are you?"))
        return found

    def on_mount(self) -> None:
        """The first card."""
        self.backfire.level = self.backfire.settings.intensity
        if self.sitting.current is None:
            self._end(whole=True)
        else:
            self._ask()

    def on_unmount(self) -> None:
        """However this ends, the log is let go of."""
        self._log.close()
        super().on_unmount()

    def on_resize(self) -> None:
        """Other panes may have room."""
        self.reframe()

    def reading(self) -> Pane | None:
        """The words of this stage."""
        if self.stage == TOLD:
            return self.told if self.told.more_below or self.done.empty else self.done
        return self.cue if self.stage in (SURE, ANSWER) else None

    # -- The stages of a card ----------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """The current card: how sure, first of all."""
        assert self.sitting.current is not None
        self.question: Question = question(self.sitting.current)
        self.confidence = ""
        self.writing.write("", 0)
        self.checklist.begin()
        self.answers.show(_("The answers"), self.question.answers)
        self._stand_at(SURE)

    @at_once()
    def _stand_at(self, stage: str) -> None:
        self.stage = stage
        self.can_veil = stage != TOLD
        asked = self.question
        if stage in (SURE, ANSWER, WRITING):
            self.cue.show(asked, veiled=self.backfire.level == VEILED)
        if stage == SURE:
            self.sure.show(asked.how_sure, asked.confidences)
        elif stage == ANSWER:
            self.answers.show(_("Your answer"), asked.answers)
            self.answers.state = Content(self._said_sure)
        elif stage == CHECK:
            self.checklist.show(self.writing.words, asked.checklist)
        self.answers.open = stage == ANSWER
        menus: dict[str, Menu] = {SURE: self.sure, ANSWER: self.answers, CHECK: self.checklist}
        self.activate(menus.get(stage))
        self.reframe()

    def _show_keys(self) -> None:
        """Which keys there are, once it is known whether there is more to read."""
        if self.is_mounted and not self._hints.said:
            self.reframe()

    @property
    def _said_sure(self) -> str:
        """How sure somebody said to be, as it was chosen."""
        return next((each.label.lower() for each in self.question.confidences if each.id == self.confidence), "")

    def level_changed(self) -> None:
        """More or less of what has happened."""
        self.cue.show(self.question, veiled=self.backfire.level == VEILED)

    def action_soften(self) -> None:
        """What is told here is short and plain already."""
        self.say(_("What happened is told in a few plain sentences here. v veils it, x leaves the card out."))

    # -- Answering ---------------------------------------------------------------------------------------------------

    def menu_touched(self, menu: Menu) -> None:
        """Answers can be chosen once somebody has said how sure they are."""
        if menu is self.answers and self.stage == SURE:
            self.say(_("First say how sure you are."))
        else:
            super().menu_touched(menu)

    def menu_moved(self, menu: Menu) -> None:
        """What the chosen answer means may take a line more."""
        self.reframe()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """How sure; the answer; a line of the checklist."""
        if menu is self.sure and self.stage == SURE:
            self.confidence = self.question.confidences[at].id
            self._stand_at(WRITING if self.question.kind == WRITE else ANSWER)
        elif menu is self.answers and self.stage == ANSWER:
            self._answered(self.question.answers[at].id)
        elif menu is self.checklist and at < len(self.checklist.lines):
            self.checklist.toggle(at)
        elif menu is self.checklist:
            self.action_done()

    def action_pick(self, at: int) -> None:
        """A row, by its number."""
        menu = self.active
        if menu is not None and at < menu.count():
            menu.choose(at)
            menu.take()

    def action_done(self) -> None:
        """Everything is ticked that is to be."""
        if self.stage == CHECK:
            self._answered("")

    def _answered(self, answer: str) -> None:
        """Keep the answer, and only then say something of it."""
        asked = self.sitting.current
        assert asked is not None
        placed, source = asked.placed, self.backfire.source
        fit = placed.fit(answer)
        if self.question.kind == WRITE:
            fit = fit_of_ticks(len(self.checklist.ticked), len(self.checklist.lines))
        review = Review(asked.principle, placed.id, source.now(), self.confidence, answer, fit)
        try:
            self._log.add(review)
        except StorageError as error:
            self.say(_("{error} Your answer still stands here: enter gives it again.", error=error))
            return
        self.sitting = answered(self.sitting, review)
        said = told(asked, review, self.reviews, source.now(), source.zone())
        self.told.show(said, self._after())
        self.done.show(said)
        self._page = said.page
        self._stand_at(TOLD)

    def _after(self) -> tuple[str, ...]:
        """What is said under the reasons, about the sitting."""
        if too_late(self.sitting, self.backfire.source.now()) and self.sitting.current is not None:
            return ("", _("Ten minutes are over, so this was the last one. The others come next time."))
        if len(self.sitting.told) == ENOUGH and self.sitting.current is not None:
            return ("", _("That was five. Stopping here is fine; what is left comes next time."))
        return ()

    # -- From card to card -------------------------------------------------------------------------------------------

    @property
    def _goes_on(self) -> bool:
        return self.sitting.current is not None and not too_late(self.sitting, self.backfire.source.now())

    def action_go_on(self) -> None:
        """Read on; then the next card, or the end."""
        if self.stage != TOLD:
            return
        if self.told.page() or ("done" in self._stand and self.done.page()):
            self.reframe()
        else:
            self._next()

    def action_turn(self, pages: int) -> None:
        """Turn the page of what is read."""
        super().action_turn(pages)
        self.reframe()

    def _next(self) -> None:
        self.late = self.sitting.current is not None and not self._goes_on
        if self._goes_on:
            self._ask()
        else:
            self._end(whole=True)

    def _end(self, *, whole: bool) -> None:
        """Let go of the log before anybody else wants to read it."""
        self._log.close()
        self.dismiss(whole)

    def action_skip(self) -> None:
        """Leave this card out; nothing is noted of it."""
        if self.stage == TOLD:
            self.say(_("This one is answered. enter goes on."))
            return
        self.sitting = skipped(self.sitting)
        self._next()

    def action_before(self) -> None:
        """Back to how sure, or to the sentence."""
        if self.stage == ANSWER:
            self._stand_at(SURE)
        elif self.stage == CHECK:
            self._stand_at(WRITING)

    def action_page(self) -> None:
        """The page of the tactic or the method, over this."""
        if self.stage == TOLD:
            from backfire_sim.tui.screens.learn import LearnScreen

            self.app.push_screen(LearnScreen(self._page))
        else:
            self.say(_("There is a page to read once you have answered."))

    def action_back(self) -> None:
        """Leave; what was answered is kept."""
        self._end(whole=False)

    def action_leave(self) -> None:
        """The same."""
        self._end(whole=False)

    # -- Writing -----------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """While a sentence is written, keys are letters."""
        if self.stage != WRITING:
            return
        if event.key == "ctrl+s":
            self._stand_at(CHECK)
        elif event.key == "escape":
            self._stand_at(SURE)
        elif self.writing.typed(event):
            self.reframe()
            if self.writing.written.full:
                self.say(_("The page is full."))
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is written too."""
        if self.stage == WRITING:
            self.writing.pasted(event.text)
            self.reframe()
            event.stop()

    # -- Time --------------------------------------------------------------------------------------------------------

    def on_screen_suspend(self) -> None:
        """Something lies over this: a pause, help, a page. The ten minutes do not run on."""
        self._away = self.backfire.source.now()

    def on_screen_resume(self) -> None:
        """They go on where they were."""
        if self._away is not None:
            away = max(self.backfire.source.now() - self._away, timedelta(0))
            self.sitting = replace(self.sitting, began=self.sitting.began + away)
            self._away = None
