"""What there is to learn from: chapters with their pages, or the pages that what is typed is found in."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content

from backfire_sim.handbook.book import CHAPTERS, chapter_title, leaves, search
from backfire_sim.scoring.vocabulary import RESPONSE_OF_TACTIC, label
from backfire_sim.speech import _, plural
from backfire_sim.text import fit, one_line
from backfire_sim.tui.widgets.lines import BLANK, hanging, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.views.learn import MODEL, known

MOST_TYPED = 60
"""Characters of what is looked for."""


class Item(NamedTuple):
    """A row."""

    id: str
    """Of a page, of a chapter, or MODEL."""
    title: str
    kind: str
    """chapter, page, model or found."""
    about: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    """Where in `about` the words stand that were looked for."""


class Contents(Menu):
    """Chapters, one of them open at a time; while something is looked for, what was found."""

    def __init__(self) -> None:
        super().__init__(id="contents")
        self.open = ""
        """The chapter whose pages are shown."""
        self.typed = ""
        self.finding = False
        """Whether what was found stands here."""
        self.typing = False
        """Whether keys are letters of what is looked for."""
        self.items: list[Item] = []
        self._before = (0, "")
        self._chapters()

    def item(self, at: int | None = None) -> Item | None:
        """What stands in a row, by default in the chosen one."""
        at = self.chosen if at is None else at
        return self.items[at] if 0 <= at < len(self.items) else None

    def toggle(self, chapter: str) -> None:
        """Open a chapter, or close it."""
        self.open = "" if self.open == chapter else chapter
        self._chapters()
        self.locate(chapter)

    def locate(self, id: str) -> None:
        """Choose the row of a page, in its chapter; nothing happens while something is looked for."""
        if self.finding:
            return
        page = known(id)
        chapter = page.chapter if page is not None else ""
        if chapter and chapter != self.open:
            self.open = chapter
            self._chapters()
        at = next((n for n, item in enumerate(self.items) if item.id == id), None)
        if at is not None:
            self.chosen = at
            self._body = None
            self._show_chosen()
        self.redraw()

    def find(self, typed: str) -> None:
        """Look for this; what is found is shown instead of the chapters."""
        if not self.finding:
            self._before = self.chosen, self.open
        self.typed = one_line(typed.lstrip())[:MOST_TYPED] + (" " if typed[-1:] == " " and typed.strip() else "")
        self.finding = True
        self.items = [Item(found.id, found.title, "found", found.excerpt, found.marks) for found in search(self.typed)]
        self.chosen = 0
        self._head()
        self.redraw(from_top=True)

    def stop_finding(self) -> None:
        """The chapters again, where they were."""
        self.finding = self.typing = False
        self.typed = ""
        self.chosen, self.open = self._before
        self._chapters()
        self._body = None
        self._show_chosen()

    def type_on(self, typing: bool) -> None:
        """Whether what is typed goes on being looked for."""
        self.typing = typing
        self.redraw()

    def _chapters(self) -> None:
        self.items = [Item(MODEL, _("The five gates, to move yourself"), "model")]
        for chapter in CHAPTERS:
            pages = leaves(chapter)
            self.items.append(Item(chapter, chapter_title(chapter), "chapter", str(len(pages))))
            if chapter == self.open:
                self.items += [Item(page.id, page.title, "page") for page in pages]
        self._head()
        self.redraw()

    def _head(self) -> None:
        self.title = Content(_("What is here") if not self.finding else _("Found"))
        count = len(self.items)
        found = plural("{count} page", "{count} pages", count) if self.finding and self.typed.strip() else ""
        self.state = line((found, "$quiet")) if found else BLANK

    # -- Drawing ---------------------------------------------------------------------------------------------------

    def count(self) -> int:
        """The rows."""
        return len(self.items)

    def before_rows(self, width: int) -> list[Content]:
        """What is looked for, as it is typed."""
        if not self.finding:
            return [BLANK]
        cursor = ("▏", "$accent") if self.typing else ""
        lines = [line(("/ ", "bold $accent"), (fit(self.typed, width - 4), "bold"), cursor), BLANK]
        if not self.typed.strip():
            lines += prose(_("Type a word or two. Titles come first, then pages in which they stand."), width, "$quiet")
        elif not self.items:
            lines += prose(_("No page has these words. A shorter word, or the beginning of one, finds more."), width)
        return lines

    def gap(self, width: int) -> int:
        """An empty line between what was found."""
        return int(self.finding)

    def above(self, at: int, width: int) -> list[Content]:
        """An empty line around an open chapter and after the gates; over the first tactic of each R its name."""
        item, before = self.items[at], self.items[at - 1] if at else None
        if item.kind == "chapter" and before is not None and before.kind != "chapter":
            return [BLANK]
        response = RESPONSE_OF_TACTIC.get(item.id, "") if item.kind == "page" else ""
        if response and before is not None and RESPONSE_OF_TACTIC.get(before.id) != response:
            return [line(" " * 4, (label(response), "$ours"))]
        return []

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A chapter, a page, or a page that was found with the words around what was looked for."""
        item = self.items[at]
        style = "bold" if chosen else ""
        if item.kind == "chapter":
            sign = "▾ " if item.id == self.open else "▹ "
            room = width - 4 - len(item.about)
            return [line((sign, "$accent"), (fit(item.title, room), "bold"), "  ", (item.about, "$quiet"))]
        if item.kind == "page":
            return hanging("    " if item.id in RESPONSE_OF_TACTIC else "  ", item.title, width, style)
        if item.kind == "found":
            return [*hanging("", item.title, width, "bold"), *_excerpt(item, width)]
        return hanging("● ", item.title, width, "bold $accent" if chosen else "$accent")


def _excerpt(item: Item, width: int) -> list[Content]:
    """The words around what was found, that itself in bold."""
    # An item of a list keeps its place in the words, and its mark as many letters.
    whole = line((item.about.replace(" - ", " · "), "$quiet"))
    for begin, end in item.marks:
        whole = whole.stylize("bold $accent", begin, end)
    return list(whole.wrap(max(8, min(width, 66)))) if item.about else []
