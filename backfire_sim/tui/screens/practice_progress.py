"""How it stands: with each method and each R, how sure against how right, and what to play next."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from backfire_sim.practice.progress import FADING, IS_STRONG, LEARNING, NEW, progress
from backfire_sim.speech import _, sense
from backfire_sim.text import width as text_width
from backfire_sim.tui.layout import WIDE, Places, column, projected, split_below, split_right
from backfire_sim.tui.screens.page import Page
from backfire_sim.tui.screens.practice import Deck
from backfire_sim.tui.screens.practice_end import show_scenario
from backfire_sim.tui.screens.story import Words
from backfire_sim.tui.widgets.key_hints import Hint, key
from backfire_sim.tui.widgets.lines import BLANK, gauge, hanging, line, padded, prose
from backfire_sim.tui.widgets.menu import Menu, Rows
from backfire_sim.tui.widgets.pane import Pane
from backfire_sim.views.practice_progress import Group, ProgressView, Row, progress_view

MARKS = {IS_STRONG: "●", LEARNING: "◐", FADING: "◔", NEW: "○"}
"""How something stands, as a sign beside the word that says so."""

_STYLES = {IS_STRONG: "bold $ours", LEARNING: "$accent", FADING: "bold $mark", NEW: "$quiet"}

_CELLS = 20
"""Cells of a bar of a hundred."""

_STATE, _WHEN = 13, 12
"""Cells of the columns that say how something stands, and when it comes back."""

_NAME = 28
"""Cells of the column of names at least; longer names take two lines."""

_WIDEST = 150


class PracticeProgress(Page):
    """Groups of principles, then confidence, then the scenario to play next."""

    subject = "practice"

    def __init__(self, deck: Deck) -> None:
        super().__init__()
        self._deck = deck

    def masthead(self) -> tuple[str, str, str]:
        """The room, and what this is of it."""
        return _("Practice for one"), "", _("how it stands")

    def keys(self) -> tuple[Hint, ...]:
        """Read, and play what is suggested."""
        play = (Hint("enter", key("enter"), sense("a scenario", "play it")),) if self._view.next else ()
        return (*play, Hint("pagedown", key("PgDn"), _("read on")), Hint("escape", key("esc"), _("back")))

    def widgets(self) -> Iterable[Widget]:
        """How it stands, how sure, and what next."""
        source, deck = self.backfire.source, self._deck
        now, zone = source.now(), source.zone()
        self._view: ProgressView = progress_view(
            progress(deck.cards, deck.reviews, now, zone, deck.scenarios), now, zone
        )
        self.standing = Words(_("How it stands"), self._lines, id="standing")
        self.confidence = Words(_("How sure, and how right"), lambda w: sure_lines(self._view, w), id="sureness")
        self.standing.magnifies = self.confidence.magnifies = False
        self.following = Rows(id="following")
        self.following.magnifies = False
        self.following.title = Content(_("What to play next"))
        found = self._view.next
        self.following.show([(found.words, found.why)] if found else [])
        yield from (self.standing, self.confidence, self.following)

    def on_mount(self) -> None:
        """Enter plays what is suggested."""
        if self._view.next is not None:
            self.activate(self.following)

    @property
    def _beside(self) -> bool:
        return self.room.width >= WIDE and not self.projecting

    def places(self, body: Region) -> Places:
        """Confidence beside the principles where there is room; what to play next at the foot."""
        if not self._beside:
            middle = projected(body) if self.projecting else column(body)
            return self._over_next("standing", middle)
        width = min(body.width, _WIDEST)
        drop = 2 if body.height >= 44 else 0
        middle = Region(body.x + (body.width - width) // 2, body.y + drop, width, body.height - drop)
        standing, right = split_right(middle, max(48, width * 42 // 100))
        return {"standing": standing, **self._over_next("sureness", right)}

    def _over_next(self, name: str, region: Region) -> Places:
        """A pane, and under it what to play next where there is something."""
        found = self._view.next
        if found is None:
            return {name: region}
        width = max(8, region.width - 4)
        rows = 1 + len(prose(found.words, width)) + len(prose(found.why, width))
        above, below = split_below(region, min(rows, region.height // 2))
        return {name: above, "following": below}

    def on_resize(self) -> None:
        """Other panes may have room."""
        self.standing.redraw()
        self.reframe()

    def _lines(self, width: int) -> list[Content]:
        """What stands beside on a wide screen stands first on a narrow one."""
        view = self._view
        lines = [BLANK, *prose(view.summary, width, "bold $accent"), *(prose(view.due, width) if view.due else [])]
        lines += [BLANK]
        if not self._beside and view.answered:
            lines += [line((_("How sure, and how right"), "bold")), *sure_lines(view, width)[1:], BLANK]
        longest = max((text_width(row.label) for group in view.groups for row in group.rows), default=0)
        for group in view.groups:
            lines += [*group_lines(group, width, min(longest, max(_NAME, width - _STATE - _WHEN - 4))), BLANK]
        return lines

    def reading(self) -> Pane:
        """How it stands."""
        return self.standing

    def action_move(self, by: int) -> None:
        """The arrows read: there is one row to take at most."""
        self.standing.scroll_lines(by)

    def action_jump(self, to: int) -> None:
        """The beginning or the end."""
        self.standing.scroll_lines(-self.standing.top if to == 0 else 100_000)

    def menu_taken(self, menu: Menu, at: int) -> None:
        """The note of the scenario."""
        if self._view.next is not None:
            show_scenario(self, self._view.next.source)

    def action_go_on(self) -> None:
        """Read on, then back."""
        if not self.standing.page():
            self.dismiss(True)

    def action_back(self) -> None:
        """Back."""
        self.dismiss(True)


def group_lines(group: Group, width: int, longest: int) -> list[Content]:
    """A method, an R, or what else belongs together, with each of its principles."""
    lines = hanging("", group.title, width, "bold")
    lines += prose(group.about, width, "$quiet") if group.about else []
    for row in group.rows:
        lines += row_lines(row, width, longest)
    return lines


def row_lines(row: Row, width: int, longest: int) -> list[Content]:
    """A principle: how it stands, as a sign and in words, when it comes back, and what was missed."""
    lines = hanging(f"{MARKS[row.state]} ", row.label, longest + 2, mark=_STYLES[row.state])
    state = (row.state_words, _STYLES[row.state])
    if longest + 4 + _STATE + _WHEN > width:
        return [*lines, line("    ", state, (f" · {row.when}" if row.when else "", "$quiet")), *_missed(row, width)]
    lines[-1] = line(padded(lines[-1], longest + 4), state)
    if row.when:
        lines[-1] = line(padded(lines[-1], longest + 4 + _STATE), (row.when, "$quiet"))
    return [*lines, *_missed(row, width)]


def _missed(row: Row, width: int) -> list[Content]:
    return hanging("    ", row.missed, width, "$quiet") if row.missed else []


def sure_lines(view: ProgressView, width: int) -> list[Content]:
    """For each confidence how many of the answers fitted: as a bar where there are enough, always in words."""
    lines: list[Content] = [BLANK]
    for each in view.sure:
        lines += hanging("", each.words, width)
        if each.rate is not None:
            full, open_, _beyond = gauge(each.rate, 100, min(_CELLS, width))
            lines.append(line((full, "$ours"), (open_, "$line")))
    return [*lines, BLANK, *prose(view.sure_words, width)]
