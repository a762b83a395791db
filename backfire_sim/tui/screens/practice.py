"""The room of practice for one: what is due, the way in, how it stands, and what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from backfire_sim.speech import _, plural
from backfire_sim.storage.errors import DamagedPlayError, PlayInUseError, StorageError
from backfire_sim.tui.behind import Behind, Stale
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.widgets.key_hints import Hint, choose_or_back
from backfire_sim.tui.widgets.lines import BLANK, prose
from backfire_sim.tui.widgets.menu import Menu, Rows
from backfire_sim.views.practice_sitting import ANYWAY, BEGIN, STANDING, Opening, opening

if TYPE_CHECKING:
    from backfire_sim.practice.cards import Card
    from backfire_sim.practice.progress import Playable
    from backfire_sim.practice.reviews import Review
    from backfire_sim.tui.screens.practice_sitting import SittingScreen

ROOM = "practice"
"""Found again under this id: what was answered and is kept nowhere, so that it counts until the app closes."""

ANYWAY_ASKED = "practice-anyway"
"""Found under this id once, from the command line: whether to practice though nothing is due."""


class Deck(NamedTuple):
    """What there is to practice, and what was answered so far."""

    cards: Mapping[str, Card]
    scenarios: Sequence[Playable]
    reviews: list[Review]
    trouble: StorageError | None
    """Why what was answered before cannot be read."""


class Practice(Page):
    """What is due, in a sentence, and the ways on."""

    subject = "practice"

    BINDINGS: ClassVar[list[BindingType]] = [Binding(str(n + 1), f"row({n})", show=False) for n in range(4)]

    def __init__(self) -> None:
        super().__init__()
        self.deck: Deck | None = None
        self._opening: Opening | None = None
        self._anyway = False
        self._sitting: SittingScreen | None = None
        self._to_say = ""
        """What is to be said as soon as everything has been read."""

    def masthead(self) -> tuple[str, str, str]:
        """The name."""
        return _("Practice for one"), "", ""

    def keys(self) -> tuple[Hint, ...]:
        """Choose, or go back."""
        return choose_or_back()

    def widgets(self) -> Iterable[Widget]:
        """The rows."""
        self.rows = Entry()
        yield self.rows

    def on_mount(self) -> None:
        """The rows have the keys; what there is to practice is read meanwhile."""
        self.activate(self.rows)
        self._anyway = bool(self.backfire.found_again.pop(ANYWAY_ASKED, False))
        self._behind = Behind(self.app)
        self._read()

    def on_unmount(self) -> None:
        """Nobody needs it any more."""
        self._behind.stop()
        super().on_unmount()

    @property
    def busy(self) -> bool:
        """Whether it is still being read."""
        return self._behind.busy

    # -- Reading -----------------------------------------------------------------------------------------------------

    @property
    def unkept(self) -> list[Review]:
        """What was answered and is kept nowhere; gone when the app closes."""
        found: list[Review] = self.backfire.found_again.setdefault(ROOM, [])
        return found

    def _read(self) -> None:
        source, before = self.backfire.source, self.deck

        def work(stale: Stale) -> Deck:
            from backfire_sim.practice.cards import cards_of

            reviews: list[Review] = []
            trouble: StorageError | None = None
            try:
                reviews = source.reviews()
            except StorageError as error:
                trouble = error
            if before is not None:
                return before._replace(reviews=reviews, trouble=trouble)
            try:
                scenarios = source.playables()
            except StorageError:
                scenarios = []
            return Deck(cards_of(source.deck()), scenarios, reviews, trouble)

        self._behind.do(work, self._heard, lambda error: self.say(str(error)))

    def _heard(self, deck: Deck) -> None:
        from backfire_sim.practice.sitting import ahead

        source = self.backfire.source
        self.deck = deck._replace(reviews=[*deck.reviews, *self.unkept])
        now, zone = source.now(), source.zone()
        self._opening = opening(ahead(self.deck.cards, self.deck.reviews, now, zone), now, zone)
        self.rows.tell(self._opening, deck.trouble, kept=source.keeps_practice)
        self.reframe()
        if self._to_say:
            self.say(self._to_say)
            self._to_say = ""
        if self._anyway:
            self._anyway = False
            self.begin(anyway=True)

    # -- The ways on -------------------------------------------------------------------------------------------------

    def action_row(self, at: int) -> None:
        """A row, by its number."""
        if at < self.rows.count():
            self.rows.choose(at)
            self.rows.take()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Begin, see how it stands, or go home."""
        if self._opening is None or self.deck is None:
            return
        way = self._opening.ways[at].id
        if way in (BEGIN, ANYWAY):
            self.begin(anyway=way == ANYWAY)
        elif way == STANDING:
            from backfire_sim.tui.screens.practice_progress import PracticeProgress

            self.app.push_screen(PracticeProgress(self.deck))
        else:
            self.backfire.show_home()

    def begin(self, *, anyway: bool = False, kept: bool = True) -> None:
        """Sit down. `kept`: False where somebody practices though nothing can be kept."""
        from backfire_sim.tui.screens.practice_sitting import SittingScreen

        if self.deck is None:
            return
        source = self.backfire.source
        try:
            log = source.review_log(kept=kept)
        except PlayInUseError as error:
            self._offer(_("Practice is open in another window"), [str(error)], anyway)
        except DamagedPlayError as error:
            self._offer(_("What you practiced is damaged"), list(error.wrong), anyway, mend=True)
        except StorageError as error:
            self._offer(_("What you practice cannot be kept"), [str(error)], anyway)
        else:
            before = [] if log.path is not None else self.deck.reviews
            self._sitting = SittingScreen(self.deck.cards, before, log, anyway=anyway)
            self.app.push_screen(self._sitting, self._stood_up)

    def _offer(self, title: str, words: list[str], anyway: bool, *, mend: bool = False) -> None:
        """Say what is in the way, and what can be done all the same."""
        from backfire_sim.tui.screens.asking import Choosing

        mending = (_("Save what can be read"), _("The damaged file is put aside; nothing of it is deleted."))
        again = (_("Try again"), "")
        without = (_("Practice without keeping it"), _("What you answer counts until the program closes."))
        does: list[Callable[[], None]] = [
            self._mend if mend else (lambda: self.begin(anyway=anyway)),
            lambda: self.begin(anyway=anyway, kept=False),
            lambda: None,
        ]
        rows = [mending if mend else again, without, (_("Leave it"), "")]
        name = _("Practice for one")
        choosing = Choosing(self.subject, name, title, words, rows, lambda at: does[at]())
        self.app.push_screen(choosing)

    def _mend(self) -> None:
        try:
            saved = self.backfire.source.salvage_reviews()
        except StorageError as error:
            self.say(str(error))
            return
        self._to_say = plural("{count} answer was saved.", "{count} answers were saved.", saved)
        self._read()

    def _stood_up(self, whole: bool | None) -> None:
        """Back from a sitting: at its end, what came of it."""
        sitting, self._sitting = self._sitting, None
        if sitting is None or self.deck is None:
            return
        told = sitting.sitting.told
        if not sitting.kept:
            self.unkept.extend(told)
        if whole:
            from backfire_sim.tui.screens.practice_end import PracticeEnd

            deck = self.deck._replace(reviews=sitting.reviews)
            self.app.push_screen(PracticeEnd(deck, sitting.sitting, late=sitting.late))
        elif told and sitting.kept:
            self._to_say = _("What you answered is kept.")
        self._read()


class Entry(Rows):
    """What there is over the rows, and under them what is kept."""

    def __init__(self) -> None:
        super().__init__(id="thought")
        self.title = Content(_("Ten minutes alone"))
        self._words: list[str] = [_("Reading …")]
        self._foot = ""

    def tell(self, told: Opening, trouble: StorageError | None, *, kept: bool) -> None:
        """Show what is due, what may be in the way, and what can be chosen."""
        # Of what cannot be read nobody knows how much of it is due.
        self._words = [str(trouble)] if trouble is not None else [" ".join(told.words), " ".join(told.how)]
        self._foot = _what_is_kept(kept)
        self.show([(way.label, way.words) for way in told.ways])

    def gap(self, width: int) -> int:
        """An empty line between the rows where there is room."""
        return int(self.high >= 18)

    def before_rows(self, width: int) -> list[Content]:
        """What is due first, and larger than the rest."""
        lines = [BLANK]
        for n, each in enumerate(filter(None, self._words)):
            lines += [*prose(each, width, "bold $accent" if n == 0 else ""), BLANK]
        return lines

    def after_rows(self, width: int) -> list[Content]:
        """Where it comes from, and what is kept."""
        return [BLANK, *prose(self._foot, width, "$quiet")] if self._foot else []


def _what_is_kept(kept: bool) -> str:
    where = _("The decisions come from the scenarios that can be played here.")
    if not kept:
        return where + " " + _("Nothing that you answer is kept; it counts until the program closes.")
    return (
        where
        + " "
        + _(
            "What you answered, how sure you were and when is kept on this machine, so that it can come back in time. "
            "backfire wipe --practice forgets it."
        )
    )
