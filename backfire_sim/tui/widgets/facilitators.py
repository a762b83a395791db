"""What only a facilitator reads: what each choice would lead to, what can come in, the sheet, roles and agreements."""

from __future__ import annotations

from textual.content import Content

from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _
from backfire_sim.tui.widgets.facilitating import CodeRow, Viewed, code_rows
from backfire_sim.tui.widgets.lines import BLANK, PROSE, hanging, heading, labels, line, prose
from backfire_sim.tui.widgets.menu import Menu
from backfire_sim.views import facilitating
from backfire_sim.views.facilitator import InjectRow, LeadRow, LeadsRow


class Leads(Viewed):
    """What each choice would lead to, worked out by playing it."""

    def __init__(self) -> None:
        super().__init__(id="leads")
        self.title = Content(_("What each choice would lead to"))
        self.state = line((_("not for the room"), "bold $mark"))

    def pinned(self, width: int) -> list[Content]:
        """The warning, wherever it was scrolled to."""
        said = _("Only for you. Who knows where a choice leads stops choosing: do not read it aloud, nor hint at it.")
        return [BLANK, *hanging("! ", said, width, "$mark", mark="bold $mark")]

    def body(self, width: int) -> list[Content]:
        """A choice after the other."""
        view = self.view
        if view is None:
            return []
        lines: list[Content] = []
        if not view.choices:
            lines += prose(_("There is nothing to choose from now."), width, "$quiet")
        for choice in view.choices:
            lines += [*_choice_lines(choice, width), BLANK]
        return lines


def _choice_lines(choice: LeadsRow, width: int) -> list[Content]:
    number = f"{choice.number} " if choice.number else "· "
    name = _("{response}: {what}", response=label(choice.response), what=choice.label)
    if choice.shut:
        lines = hanging(number, name if choice.response else choice.label, width, "$shut")
        return [*lines, *hanging("  × ", choice.shut, width, "$shut")]
    lines = hanging(number, name if choice.response else choice.label, width, "bold", mark="bold $ours")
    for lead in choice.leads:
        lines += _lead_lines(lead, width)
    return lines


def _lead_lines(lead: LeadRow, width: int) -> list[Content]:
    lines = []
    if lead.chance:
        said = _("By chance, {odds}: it is this one now.") if lead.drawn else _("By chance, {odds}.")
        lines += hanging("  ", said.format(odds=lead.chance), width, "$quiet")
    leads = _("ends: {ending} ({how})", ending=lead.to, how=lead.ends.lower()) if lead.ends else lead.to
    lines += hanging("  → ", leads, width, "bold", mark="bold $accent")
    if lead.text:
        lines += hanging("    ", lead.text, width)
    if lead.because:
        lines += hanging("    ", _("Because: {why}", why=lead.because), width, "$quiet")
    lines += [line("    ", (each, "$quiet")) for each in labels(lead.moves, max(8, min(width - 4, PROSE)))]
    if lead.lands:
        lines += hanging("    ", _("Then lands: {methods}", methods=", ".join(lead.lands)), width, "$theirs")
    return lines


class Injects(Viewed, Menu):
    """What can come in from outside."""

    def __init__(self) -> None:
        super().__init__(id="injects")
        self.title = Content(_("Injects"))

    @property
    def inject(self) -> InjectRow | None:
        """The chosen one."""
        rows = self.view.injects if self.view is not None else ()
        return rows[self.chosen] if self.chosen < len(rows) else None

    def rename(self) -> None:
        """The same row stays chosen."""
        self.chosen = max(0, min(self.chosen, self.count() - 1))

    def count(self) -> int:
        """How many there are."""
        return len(self.view.injects) if self.view is not None else 0

    def gap(self, width: int) -> int:
        """Each stands alone."""
        return 1

    def before_rows(self, width: int) -> list[Content]:
        """What they are for."""
        if not self.count():
            return [*prose(_("This scenario has no injects."), width, "$quiet")]
        said = _("Something that comes in from outside. Throw one when the talk runs dry, or they are too sure.")
        return [*prose(said, width, "$quiet"), BLANK]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """Title, text, and whether it fits now."""
        assert self.view is not None
        inject = self.view.injects[at]
        style = "$shut" if inject.shut else "bold"
        lines = [*hanging("", inject.title, width, style), *prose(inject.text, width, "$shut" if inject.shut else "")]
        if inject.shut:
            return lines + hanging("× ", inject.shut, width, "$shut")
        return lines + hanging(
            "✓ ", _("It fits now; enter throws it, after a question."), width, "$quiet", mark="$ours"
        )


class Sheet(Viewed):
    """The scene as it is read aloud, what landed, and the author's sheet."""

    def __init__(self) -> None:
        super().__init__(id="sheet")
        self.title = Content(_("Sheet"))

    def body(self, width: int) -> list[Content]:
        """What is read aloud, then the sheet."""
        view = self.view
        if view is None:
            return []
        lines: list[Content] = []
        if view.text:
            lines += [heading(_("To read aloud")), *prose(view.text, width), BLANK]
        parts = (
            (_("What has landed"), view.methods),
            (_("Aims"), view.aims),
            (_("Listen for"), view.listen_for),
            (_("If they get stuck"), view.if_stuck),
            (_("To take home"), view.checklist),
        )
        for name, items in parts:
            if items:
                lines += [heading(name), *(each for item in items for each in hanging("· ", item, width)), BLANK]
        return lines or prose(_("The author of this scenario has left no sheet."), width, "$quiet")


class Agreements(Viewed, Menu):
    """The code of conduct, one line a row; under it roles, how it is decided, and what is kept for the debrief."""

    def __init__(self) -> None:
        super().__init__(id="agreements")
        self.title = Content(_("Roles and agreements"))
        self._rows: list[CodeRow] = []

    def rename(self) -> None:
        """The lines of the code."""
        assert self.view is not None
        self._rows = code_rows(self.view)
        self.chosen = max(0, min(self.chosen, len(self._rows) - 1))

    @property
    def line_chosen(self) -> tuple[str, str]:
        """Id and words of the chosen line of the code; empty where there is none."""
        if self.view is None or self.chosen >= len(self._rows) or self.chosen >= len(self.view.setup.code):
            return "", ""
        return self.view.setup.code[self.chosen], self._rows[self.chosen].words

    def count(self) -> int:
        """The lines of the code."""
        return len(self._rows)

    def before_rows(self, width: int) -> list[Content]:
        """What enter does with them."""
        if not self._rows:
            return [heading(_("Code of conduct")), *prose(_("This table has chosen none."), width, "$quiet")]
        came_in = facilitating.came_in(self.view) if self.view is not None else ""
        said = f"{came_in} {_('Enter notes how a line held when it was tested.')}".strip()
        return [heading(_("Code of conduct")), *prose(said, width, "$quiet")]

    def row(self, at: int, width: int, chosen: bool) -> list[Content]:
        """A line and what became of it."""
        return self._rows[at](width)

    def after_rows(self, width: int) -> list[Content]:
        """Everything else that was agreed on."""
        view = self.view
        if view is None:
            return []
        lines = [BLANK, heading(_("How you decide")), *_items(view.table.rules, width)]
        lines += [BLANK, heading(_("Roles"))]
        for card in view.table.roles:
            seat = _("seat {n}", n=card.seat)
            lines += [*hanging(f"{seat}  ", card.title, width, "bold", mark="$quiet"), *hanging("  ", card.asks, width)]
        if not view.table.roles:
            lines += prose(_("No roles were dealt."), width, "$quiet")
        if view.reasons:
            lines += [BLANK, heading(_("Reasons kept for the debrief, unnamed")), *_items(view.reasons, width)]
        kept = _("The play is kept on this computer.") if view.kept else _("Nothing of this play is kept.")
        return [*lines, BLANK, *prose(kept, width, "$quiet")]


def _items(items: tuple[str, ...], width: int) -> list[Content]:
    return [each for item in items for each in hanging("· ", item, width, mark="$quiet")]
