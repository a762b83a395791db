"""Before and after on paper: sheets to print, and what came of it as Markdown or as a table for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from typing import NamedTuple

from backfire_sim.documents import markdown as md
from backfire_sim.speech import _
from backfire_sim.training.cases import FORMS, Case, cases
from backfire_sim.training.measure import ITEMS, STEPS, Results, asked, has_cases, moment_name
from backfire_sim.training.typed_sheets import LETTERS
from backfire_sim.training.what_it_says import how_to_read, shown

_OBEYED = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula."""


class SheetCase(NamedTuple):
    """A case as it stands on a sheet."""

    number: int
    name: str
    text: str
    ask: str
    options: tuple[tuple[str, str], ...]


class PaperSheet(NamedTuple):
    """One sheet for one person."""

    title: str
    opening: str
    items: tuple[str, ...]
    cases: tuple[SheetCase, ...]


def sheets(moment: str) -> tuple[PaperSheet, ...]:
    """The sheets of a moment: form A and form B, each for half of the group; looking back has one for all."""
    return tuple(_sheet(moment, form) for form in (FORMS if has_cases(moment) else ("",)))


def form_html(moment: str, language: str = "en") -> str:
    """The sheets as one page to print, with the answers on a page of their own."""
    from backfire_sim.documents.page import page

    return page(
        "measure.html",
        ("measure.css",),
        title=_form_title(moment),
        language=language,
        sheets=sheets(moment),
        steps=STEPS,
        ends=_ends(),
        first_case=len(ITEMS) + 1,
        answers_title=_("For the facilitator only: what we would say"),
        answers=_answers(moment),
    )


def form_markdown(moment: str) -> str:
    """The same sheets as Markdown."""
    blocks: list[str] = []
    for sheet in sheets(moment):
        blocks += [md.heading(sheet.title), md.paragraph(sheet.opening)]
        for number, item in enumerate(sheet.items, 1):
            circles = "  ".join(f"{step} ○" for step in STEPS)
            blocks += [md.paragraph(f"{number}. {item}"), md.paragraph(circles)]
        blocks.append(md.paragraph(_ends()))
        for case in sheet.cases:
            blocks += [md.heading(f"{case.number}. {case.name}", 3), md.paragraph(case.text), md.strong(case.ask)]
            blocks.append(md.tasks(f"{letter}: {option}" for letter, option in case.options))
    for name, lines in _answers(moment):
        title = _("For the facilitator only: what we would say")
        said = [f"{letter}: {why}" for letter, why in lines]
        blocks += [md.heading(title, 2), md.heading(name, 3), md.numbered(said)]
    return md.document(*blocks)


def results_markdown(told: Results) -> str:
    """What came of it, as Markdown; nothing in it that `training.measure.results` withholds."""
    blocks = [md.heading(_("Before and after"))]
    counted = [_("{moment}: {count}", moment=moment_name(moment), count=many) for moment, many in told.people]
    if counted:
        blocks += [md.paragraph(_("How many answered")), md.items(counted)]
    if told.columns:
        head = [_("How confident, 0 to 100"), *(moment_name(moment) for moment in told.columns)]
        rows = [[row.name, *(shown(value) for value in row.values)] for row in told.confidence]
        rows.append([_("cases seen as we do, of 5"), *(shown(value) for value in told.right)])
        blocks.append(md.table(head, rows))
    if told.kinds:
        head = [_("Kind of case"), *(moment_name(moment) for moment in told.columns)]
        blocks.append(md.table(head, [[row.name, *map(_of, row.cells)] for row in told.kinds]))
    return md.document(*blocks, *map(md.paragraph, (*told.withheld, *how_to_read(told))))


def results_csv(told: Results) -> str:
    """The same as a table for a spreadsheet, one figure in a row."""
    rows: list[list[str]] = [[_("figure"), _("about"), _("moment"), _("value")]]
    rows += [[_("people"), "", moment_name(moment), str(many)] for moment, many in told.people]
    for row in told.confidence:
        rows += [
            [_("middle of confidence"), row.name, moment_name(moment), shown(value)]
            for moment, value in zip(told.columns, row.values, strict=True)
            if value is not None
        ]
    rows += [
        [_("middle of cases seen as we do, of 5"), "", moment_name(moment), shown(value)]
        for moment, value in zip(told.columns, told.right, strict=True)
        if value is not None
    ]
    for kind in told.kinds:
        rows += [
            [_("cases seen as we do"), kind.name, moment_name(moment), _of(cell)]
            for moment, cell in zip(told.columns, kind.cells, strict=True)
            if cell is not None
        ]
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows([[cell_of(cell) for cell in row] for row in rows])
    return written.getvalue()


def cell_of(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_OBEYED) else text


def _of(cell: tuple[int, int] | None) -> str:
    return "–" if cell is None else _("{some} of {all}", some=cell[0], all=cell[1])


def _sheet(moment: str, form: str) -> PaperSheet:
    title = f"{_form_title(moment)} ({form})" if form else _form_title(moment)
    opening = _("No name, please. Leave out whatever you like. Nobody but you knows which sheet is yours.")
    if form:
        other = _("Before and after you get different forms: A, then B, or B, then A. Remember which one you had.")
        opening = f"{opening} {other}"
    return PaperSheet(
        title,
        opening,
        tuple(asked(moment, at) for at in range(len(ITEMS))),
        tuple(_case(number, case) for number, case in enumerate(cases(form), len(ITEMS) + 1)) if form else (),
    )


def _case(number: int, case: Case) -> SheetCase:
    return SheetCase(number, case.name, case.text, case.ask, tuple(zip(LETTERS, case.options, strict=False)))


def _answers(moment: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """For each form its name, and for each case the letter and why."""
    if not has_cases(moment):
        return []
    return [(_("Form {form}", form=form), [(LETTERS[case.key], case.why) for case in cases(form)]) for form in FORMS]


def _form_title(moment: str) -> str:
    titles = {
        "before": _("Before the training"),
        "after": _("After the training"),
        "back": _("Looking back"),
        "later": _("Some weeks after the training"),
    }
    return titles[moment]


def _ends() -> str:
    return _("0: not at all. 100: completely.")
