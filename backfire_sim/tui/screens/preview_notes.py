"""What only the facilitator sees: the notes of the scene, the injects, and what each choice would lead to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget

from backfire_sim.engine.session import Session
from backfire_sim.scoring import board as b
from backfire_sim.scoring.vocabulary import COSTS, label
from backfire_sim.tui.screens.preview_page import PreviewPage
from backfire_sim.tui.screens.story import Reading
from backfire_sim.tui.widgets.aftermath import aftermath_lines
from backfire_sim.tui.widgets.key_hints import Hint
from backfire_sim.tui.widgets.lines import BLANK, hanging, heading, line, prose, signed_change
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.tui.widgets.situation import told_lines
from backfire_sim.views.consequence import consequence
from backfire_sim.views.intensity import consequence_at
from backfire_sim.views.prospects import Chance, Lead, Prospect, injects, prospects


class Row(NamedTuple):
    """A row of the notes: an inject, or one way that a choice can turn out."""

    chance: Chance | None = None
    prospect: Prospect | None = None
    lead: Lead | None = None


class NotesScreen(PreviewPage):
    """The notes, and under them rows to take: an inject is thrown, a choice says in full what it leads to."""

    def masthead(self) -> tuple[str, str, str]:
        """That it is not for the group."""
        return "Notes", "for the facilitator only", ""

    def keys(self) -> tuple[Hint, ...]:
        """Take a row, go back."""
        row = self.notes.at(self.notes.chosen)
        does = "throw it" if row is not None and row.chance is not None else "say it in full"
        usable = row is not None and (not row.chance.shut if row.chance is not None else row.lead is not None)
        return (
            Hint("enter", "enter", does, usable),
            Hint("down", "↑↓", "move"),
            Hint("pagedown", "PgDn", "read on"),
            Hint("escape", "esc", "back"),
        )

    def widgets(self) -> Iterable[Widget]:
        """The notes."""
        self.notes = Notes()
        yield self.notes

    def on_mount(self) -> None:
        """They have the keys."""
        self.followed()
        self.activate(self.notes)

    def followed(self) -> None:
        """The notes of the text as it is now."""
        assert self.preview.kept is not None
        self.notes.take_up(self.preview.kept.session)
        self.reframe()

    def menu_moved(self, menu: Menu) -> None:
        """Another row can be taken in another way."""
        self.reframe()

    def menu_taken(self, menu: Menu, at: int) -> None:
        """Throw an inject, or say in full what a choice leads to."""
        row = self.notes.at(at)
        if row is None:
            return
        if row.chance is not None:
            if row.chance.shut:
                self.say(row.chance.shut)
            else:
                self.dismiss()
                self.app.call_later(self.author.throw, row.chance.inject.id)
        elif row.prospect is not None and row.lead is not None:
            self.app.push_screen(_in_full(self.notes.session, row.prospect, row.lead))
        elif row.prospect is not None:
            self.say(row.prospect.shut)

    def action_notes(self) -> None:
        """The same key goes back."""
        self.dismiss()

    def action_back(self) -> None:
        """Back."""
        self.dismiss()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss()


class Notes(Menu):
    """Notes above; then the injects and the choices."""

    def __init__(self) -> None:
        super().__init__(id="thought")
        self.session: Session
        self._rows: list[Row] = []

    def take_up(self, session: Session) -> None:
        """Show what there is to this play."""
        self.session = session
        self._rows = [Row(chance=chance) for chance in injects(session)]
        for prospect in prospects(session):
            self._rows += [Row(prospect=prospect, lead=lead) for lead in prospect.leads] or [Row(prospect=prospect)]
        scene = session.position.scene
        self.title = Content(session.scenario.scenes[scene].title if scene else session.scenario.title)
        self.chosen = min(self.chosen, max(0, len(self._rows) - 1))
        self.redraw()

    def at(self, row: int) -> Row | None:
        """A row."""
        return self._rows[row] if row < len(self._rows) else None

    def count(self) -> int:
        """The injects and the ways that choices can turn out."""
        return len(self._rows)

    def gap(self, width: int) -> int:
        """An empty line between them."""
        return 1

    def before_rows(self, width: int) -> list[Content]:
        """The notes of the scene, and the sheet."""
        scenario, at = self.session.scenario, self.session.position.scene
        notes = scenario.scenes[at].notes if at else ""
        lines = [BLANK, *(prose(notes, width) if notes else prose("No notes for this moment.", width, "$quiet")), BLANK]
        sheet = scenario.sheet
        parts = (("Aims", sheet.aims), ("Listen for", sheet.listen_for), ("If they are stuck", sheet.if_stuck))
        for name, items in parts:
            if items:
                lines += [heading(name), *(each for item in items for each in hanging("  · ", item, width)), BLANK]
        if self._rows:
            lines += [heading("What can come in, and what each choice leads to")]
        return lines

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """An inject, or one way a choice turns out."""
        row = self._rows[at]
        style = "bold" if chosen else ""
        if row.chance is not None:
            return _inject_lines(row.chance, width, style)
        assert row.prospect is not None
        return _choice_lines(row.prospect, row.lead, width, style)


def _inject_lines(chance: Chance, width: int, style: str) -> list[Content]:
    lines = hanging("Inject: ", chance.inject.title, width, style if not chance.shut else "$shut", mark="$quiet")
    lines += hanging("  ", chance.inject.text, width, "$quiet")
    return lines + (hanging("  × ", chance.shut, width, "$shut") if chance.shut else [])


def _choice_lines(prospect: Prospect, lead: Lead | None, width: int, style: str) -> list[Content]:
    name = f"{label(prospect.response)}: " if prospect.response else ""
    lines = hanging(
        name, prospect.label or "Wait", width, style if lead else "$shut", mark="$ours" if lead else "$shut"
    )
    if lead is None:
        return [*lines, *hanging("  × ", prospect.shut, width, "$shut")]
    if lead.odds:
        now = "; it is this one with the seed of this play" if lead.drawn else ""
        lines += [line((f"  by chance, {lead.odds} in {lead.of}{now}", "$quiet"))]
    leads = f"ends: {lead.to} ({label(lead.ends).lower()})" if lead.ends else lead.to
    lines += hanging("  → ", leads, width, mark="bold $accent")
    lines += hanging("    ", _figures(lead), width, "$quiet")
    because = lead.turn.outcome.because if lead.turn.outcome else ""
    return lines + (hanging("    because: ", because, width, "$quiet") if because else [])


def _figures(lead: Lead) -> str:
    """What it adds to costs and support, in few words."""
    before, after = lead.turn.before.values, lead.turn.settled or lead.turn.after.values
    cost = sum(after[b.COST + k] - before[b.COST + k] for k in range(len(COSTS)))
    support, care = after[b.SUPPORT] - before[b.SUPPORT], after[b.CARE] - before[b.CARE]
    moved = (("cost to them", cost), ("support", support), ("care", care))
    return " · ".join(f"{name} {signed_change(by)}" if by else f"{name} unmoved" for name, by in moved)


def _in_full(session: Session, prospect: Prospect, lead: Lead) -> Reading:
    told = consequence(session.rules, lead.turn)
    return Reading(
        "told",
        session.scenario.title,
        f"What it would lead to: {prospect.label or 'waiting'}",
        lambda width, level: [*told_lines(consequence_at(told, level), width), *aftermath_lines(told, width)],
        veils=True,
    )
