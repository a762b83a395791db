"""The list of scenarios, the files among them that are broken, and the card of the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.content import Content

from backfire_sim.plain.library import quoted
from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _
from backfire_sim.text import pad
from backfire_sim.text import width as text_width
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, labels, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.library import Broken, LibraryView, Offer, flaw_words, in_short
from backfire_sim.views.note import FOR_WHOM


class Shelf(Menu):
    """The scenarios that match, then the files that cannot be played."""

    def __init__(self) -> None:
        super().__init__(id="shelf")
        self.items: tuple[Offer | Broken, ...] = ()
        self._loosen = ""
        self._foot: tuple[str, ...] = ()
        self.title = Content(_("What is here"))

    def show(
        self, view: LibraryView, *, foot: tuple[str, ...], state: str, keep: str = "", growing: bool = False
    ) -> None:
        """Show the library; the chosen row stays at what it was, or at `keep`, if that is still there.

        `foot`: sentences below the list, about folders of one's own. `state`: at the right of the rule. `growing`: more
        is being read, and until then the first row stays the first, whatever comes to stand there.
        """
        first = growing and self.chosen == 0
        name = keep or ("" if first else self.name_of(self.chosen))
        self.items = (*view.shown, *view.broken)
        self._loosen, self._foot = view.loosen, foot
        self.state = line((state, "$quiet")) if state else BLANK
        self.chosen = next((at for at, item in enumerate(self.items) if item.name == name), 0)
        self.redraw()
        self._show_chosen()

    def name_of(self, at: int) -> str:
        """What opens the scenario in a row; empty if there is none."""
        return self.items[at].name if at < len(self.items) else ""

    @property
    def item(self) -> Offer | Broken | None:
        """What is chosen."""
        return self.items[self.chosen] if self.chosen < len(self.items) else None

    def count(self) -> int:
        """The rows."""
        return len(self.items)

    def gap(self, width: int) -> int:
        """An empty line between the scenarios, where there are few of them."""
        return int(len(self.items) * 4 <= self.size.height)

    def before_rows(self, width: int) -> list[Content]:
        """What to do where nothing matches."""
        return [BLANK, *prose(self._loosen, width), BLANK] if self._loosen else []

    def above(self, at: int, width: int) -> list[Content]:
        """A heading over the broken files."""
        first = isinstance(self.items[at], Broken) and (at == 0 or isinstance(self.items[at - 1], Offer))
        return [*([BLANK] if at and not self.gap(width) else []), heading(_("Cannot be played yet"))] if first else []

    def after_rows(self, width: int) -> list[Content]:
        """Where one's own scenarios are put."""
        lines = []
        for each in self._foot:
            lines += [BLANK, *hanging("  ", each, width, "$quiet")]
        return lines

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A scenario, or what is wrong with one."""
        item = self.items[at]
        style = "bold" if chosen else ""
        if isinstance(item, Broken):
            return [
                *hanging("× ", flaw_words(item), width, style, mark="bold $mark"),
                *hanging("  ", item.flaw.said, width, "$quiet")[:2],
            ]
        card = item.card
        facts = [
            _("{count} min", count=card.minutes) if card.minutes else "",
            "●" * card.difficulty + "○" * (5 - card.difficulty),
            _("yours") if item.mine else "",
            _("a case from history") if card.case_file else "",
            card.place,
        ]
        said = labels([fact for fact in facts if fact], width - 2)
        played = labels(in_short(item.played), width - 2)
        return [
            *hanging("", card.title, width, style),
            *(line("  ", (each, "$quiet")) for each in said),
            *(line("  ", (each, "$ours")) for each in played),
        ]


class CardPane(Pane):
    """What the chosen row is."""

    def __init__(self) -> None:
        super().__init__(id="card")
        self._draw: Callable[[int], list[Content]] = _nothing
        self._of: Offer | Broken | None = None

    def show(self, item: Offer | Broken | None) -> None:
        """Show what is chosen."""
        if item is not None and item == self._of:
            return
        self._of = item
        if item is None:
            title, self._draw = _("Scenarios"), _nothing
        elif isinstance(item, Broken):
            title, self._draw = _("Cannot be played yet"), partial(_broken, item)
        else:
            title, self._draw = item.card.title, partial(_card, item)
        self.title = Content(title)
        self.redraw(from_top=True)

    def body(self, width: int) -> list[Content]:
        """The card."""
        return [BLANK, *self._draw(width)]


def _nothing(width: int) -> list[Content]:
    return []


def _broken(broken: Broken, width: int) -> list[Content]:
    lines = [*hanging("", flaw_words(broken), width, "bold"), BLANK, *prose(broken.flaw.said, width), BLANK]
    lines += [*prose(_("Enter shows everything that is wrong. This says it too, with proofs:"), width), BLANK]
    lines += hanging("  ", f"backfire check {quoted(broken.name)}", width, "$ours", limit=width)
    return [*lines, BLANK, *prose(_("It stands here as a scenario as soon as it is mended."), width, "$quiet")]


def _card(offer: Offer, width: int) -> list[Content]:
    card = offer.card
    lines = [*prose(card.summary, width), BLANK]
    dots = "●" * card.difficulty + "○" * (5 - card.difficulty)
    facts: list[tuple[str, str]] = [
        (_("Minutes"), str(card.minutes)),
        (_("Difficulty"), f"{dots}  {_('{difficulty} of 5', difficulty=card.difficulty)}"),
        (_("Place"), card.place),
        (_("History"), card.case_file),
        (_("Attacked"), card.target),
        (_("Practices"), ", ".join(label(response) for response in card.teaches)),
        (_("Languages"), ", ".join(offer.languages) if len(offer.languages) > 1 else ""),
        (_("Plays here"), ", ".join(in_short(offer.played))),
        (_("Yours"), offer.name if offer.mine else ""),
    ]
    names = max(12, *(text_width(name) + 2 for name, _fact in facts))
    for name, fact in facts:
        lines += hanging(pad(name, names), fact, width, mark="$quiet") if fact else []
    if card.for_:
        lines += [BLANK, line((_("For"), "$quiet"))]
        lines += [each for group in card.for_ for each in hanging("  · ", _(FOR_WHOM[group]), width)]
    return lines
