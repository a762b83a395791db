"""A page to read: its words, the pages it leads to, the scenes that play what it is about, and where it rests."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content

from backfire_sim.handbook.book import Leaf, chapter_about, chapter_title, leaves
from backfire_sim.scoring.vocabulary import METHODS
from backfire_sim.speech import _, plural
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, line, prose
from backfire_sim.tui.widgets.menu import GUTTER, Menu
from backfire_sim.views.learn import MODEL, kind, pieces, see_also, sources
from backfire_sim.views.played_where import Index, Place, to_tell


class Link(NamedTuple):
    """Somewhere to go from a page."""

    to: str
    """Id of a page, or the source of a scenario."""
    title: str
    about: str = ""
    """What the page is, in one sentence, where that is to be shown."""
    place: Place | None = None
    """The scenario, where the link leads to one."""


class LeafPane(Menu):
    """The page that is read. Its rows are its links; the arrows read on before they choose among them."""

    def __init__(self) -> None:
        super().__init__(id="leaf")
        self.leaf: Leaf | None = None
        self.links: list[Link] = []
        self.played: Index | None = None
        """Where everything is played; None until that is known."""
        self._chapter = ""

    # -- What is shown ---------------------------------------------------------------------------------------------

    def show(self, page: Leaf, top: int = 0) -> None:
        """Show a page, from a line on."""
        self.leaf, self._chapter = page, ""
        self.title = Content(page.title)
        self.state = line((chapter_title(page.chapter), "$quiet"))
        self._link()
        self.chosen = 0
        self.redraw(from_top=True)
        self.top = top

    def show_chapter(self, chapter: str) -> None:
        """Show what a chapter holds; an empty name stands for the gates that can be moved."""
        self.leaf, self._chapter = None, chapter
        self.title = Content(chapter_title(chapter) if chapter else _("The five gates, to move yourself"))
        self.state = BLANK
        pages = leaves(chapter) if chapter else ()
        self.links = [Link(page.id, page.title, page.summary) for page in pages]
        if not chapter:
            self.links = [Link(MODEL, _("Move the gates"))]
        self.chosen = 0
        self.redraw(from_top=True)

    def tell(self, played: Index) -> None:
        """Where everything is played is known now."""
        self.played = played
        if self.leaf is not None:
            self._link()
            self.redraw()

    def _link(self) -> None:
        if self.leaf is None:
            return
        self.links = [Link(page.id, page.title) for page in see_also(self.leaf)]
        for place in (self.played or {}).get(self.leaf.id, ()):
            self.links.append(Link(place.source, place.title, place=place))

    # -- Drawing ---------------------------------------------------------------------------------------------------

    def count(self) -> int:
        """The links."""
        return len(self.links)

    def before_rows(self, width: int) -> list[Content]:
        """The words of the page."""
        if self.leaf is not None:
            return [BLANK, *leaf_lines(self.leaf, width)]
        if self._chapter:
            return [BLANK, *prose(chapter_about(self._chapter), width), BLANK]
        about = _(
            "Five gates stand between an incident and people who act. Open and close them, and see at once how many of "
            "100 people get through, and which gate holds the others back."
        )
        return [BLANK, *prose(about, width), BLANK]

    def above(self, at: int, width: int) -> list[Content]:
        """The headings over the links."""
        if self.leaf is None:
            return []
        link, before = self.links[at], self.links[at - 1] if at else None
        if link.place is None:
            return [heading(_("See also"))] if before is None else []
        if before is not None and before.place is not None:
            return [BLANK]
        told = _("Titles and labels only: nothing of how a scene turns out. Enter opens the scenario's own note.")
        return [
            *([BLANK] if before is not None else []),
            heading(_("Where it is played")),
            *prose(told, width, "$quiet"),
        ]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A page, or a scenario with the moments at which it is played."""
        link = self.links[at]
        number = f"{at + 1} " if at < 9 else "  "
        style = f"{'bold ' if chosen and self.lit else ''}underline"
        lines = hanging(number, link.title, width, style)
        if lines:
            lines[0] = line((number, "$quiet"), lines[0][len(number) :])
        if link.place is not None:
            lines += _moments(link.place, width, to_tell(sum(each.place is not None for each in self.links)))
        elif link.about:
            lines += hanging("  ", link.about, width, "$quiet", limit=64)
        return lines

    def gap(self, width: int) -> int:
        """An empty line between the pages of a chapter."""
        return int(self.leaf is None)

    def after_rows(self, width: int) -> list[Content]:
        """What is played nowhere yet, and where the page has what it says."""
        if self.leaf is None:
            return [] if self._chapter else _gates_at_a_glance(width)
        lines = [BLANK] if self.links else []
        if self.played is None and kind(self.leaf):
            lines += [*prose(_("Looking for the scenes that play it ..."), width, "$quiet"), BLANK]
        rests = sources(self.leaf)
        if rests:
            lines += [line((_("Sources"), "bold $quiet"))]
            lines += [each for source in rests for each in hanging("  · ", source, width, "$quiet")]
        return [*lines, BLANK]

    def frame(self, width: int, height: int) -> list[Content]:
        """As any menu; the mark of the chosen link is there while the page is in use."""
        lines = super().frame(width, height)
        return lines if self.lit else [_unmarked(each) for each in lines]

    # -- Reading, and choosing a link --------------------------------------------------------------------------------

    def sees(self, at: int) -> bool:
        """Whether a link's first line is on the screen."""
        self._lines(self.across)
        return at < len(self._spans) and self.top <= self._spans[at][0] < self.top + self.room

    def read_on(self, by: int) -> None:
        """A line on or back; where the links are in view, the next of them or the one before."""
        to = self.chosen + by
        if self.links and self.sees(self.chosen) and 0 <= to < len(self.links) and self.sees(to):
            self.chosen = to
            self.redraw()
        elif not self.scroll_lines(by) and 0 <= to < len(self.links):
            self.choose(to)
        else:
            self._follow_the_eye()

    def turn(self, pages: int) -> bool:
        """A page on or back; whether anything moved."""
        moved = self.page(pages)
        self._follow_the_eye()
        return moved

    def _follow_the_eye(self) -> None:
        """The chosen link is one that can be seen, if there is one."""
        if self.links and not self.sees(self.chosen):
            seen = [at for at in range(len(self.links)) if self.sees(at)]
            if seen:
                self.chosen = seen[0] if self.chosen < seen[0] else seen[-1]
                self.redraw()

    def show_chosen(self) -> None:
        """Bring the chosen link into view."""
        self._show_chosen()
        self.repaint()

    def _show_chosen(self) -> None:
        if self.across:
            self._lines(self.across)
            self.show_lines(*self._spans[self.chosen])


def leaf_lines(page: Leaf, width: int) -> list[Content]:
    """The words of a page, without what it leads to and where it rests."""
    about = kind(page)
    style = "$theirs" if page.id in METHODS else "$ours"
    lines = prose(about[:1].upper() + about[1:], width, style) if about else []
    lines += [*prose(page.summary, width, "bold"), BLANK]
    for section in page.sections:
        lines += [heading(section.heading)] if section.heading else []
        after_item = False
        for piece in pieces(section.text):
            if piece.item:
                lines += hanging("  · ", piece.text, width, limit=62)
            else:
                lines += [BLANK] if after_item and lines[-1] is not BLANK else []
                lines += [*prose(piece.text, width), BLANK]
            after_item = piece.item
        lines += [] if lines[-1] is BLANK else [BLANK]
    return lines


def _moments(place: Place, width: int, most: int) -> list[Content]:
    lines: list[Content] = []
    for moment in place.moments[:most]:
        where = moment.scene or _("Before it begins")
        lines += hanging("  · ", f"{where}: {moment.label}", width, "$quiet", limit=64)
    more = len(place.moments) - most
    if more > 0:
        lines += [line("    ", (plural("and {count} more", "and {count} more", more), "$quiet"))]
    return lines


def _unmarked(drawn: Content) -> Content:
    """A line of the pane without the mark of the chosen row."""
    return line(" " * GUTTER, drawn[GUTTER:]) if drawn.plain.startswith("▸ ") else drawn


def _gates_at_a_glance(width: int) -> list[Content]:
    from backfire_sim.tui.widgets.gates import funnel_lines
    from backfire_sim.views.gates import SITUATIONS

    first = SITUATIONS[0]
    return [
        BLANK,
        BLANK,
        heading(_(first.name)),
        *prose(_(first.about), width, "$quiet"),
        BLANK,
        *funnel_lines(first.gates, width),
    ]
