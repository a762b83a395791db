"""The debrief as a document: one page with its pictures in it, or Markdown, with or without each of its parts.

Nothing private leaves by accident: the group's own plan and the reasons that people gave stay behind unless they are
asked for, and `preview` says what is in each part, and how private that is, before anything is written.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from backfire_sim.documents import markdown as md
from backfire_sim.documents.debrief_parts import (
    BUILDERS,
    Paper,
)
from backfire_sim.documents.pieces import Section, as_markdown, kind
from backfire_sim.speech import _, later, plural
from backfire_sim.views.debrief import PARTS

REASONS, BESIDE = "reasons", "beside"

NAMES = {**PARTS, REASONS: later("Reasons of the minority"), BESIDE: later("Two plays side by side")}
"""Every part that a document can have or leave out, in its order."""

PRIVATE = frozenset({"plan", REASONS})
"""What is left out unless somebody asks for it."""


class Shown(NamedTuple):
    """One line of the preview."""

    part: str
    """Its id."""
    name: str
    holds: str
    """What is in it, as a sentence."""
    private: str
    """How private that is, as a sentence."""
    included: bool


def preview(paper: Paper, leave_out: Collection[str] = PRIVATE) -> list[Shown]:
    """Every part that there is something for, with what is in it and how private that is."""
    there = {section.id for section in _sections(paper, frozenset())}
    if paper.told.table is not None and paper.told.table.has_reasons:
        there.add(REASONS)
    return [
        Shown(part, _(name), _holds(paper, part), _how_private(paper, part), _is_in(paper, part, leave_out))
        for part, name in NAMES.items()
        if part in there
    ]


def _is_in(paper: Paper, part: str, leave_out: Collection[str]) -> bool:
    """A plan without lines is only headings, and stands in every document."""
    return part not in leave_out or (part == "plan" and not paper.plan.size)


def opening(paper: Paper) -> tuple[str, str, str]:
    """What stands above the parts: the title, how the play ended, and what the document is."""
    return _("Debrief: {title}", title=paper.told.title), _outcome(paper), _made()


def sections(paper: Paper, leave_out: Collection[str] = PRIVATE) -> list[Section]:
    """The parts of the document, in order. Of the plan, where it is left out, only the empty headings are there."""
    return _sections(paper, frozenset(leave_out))


def html(paper: Paper, leave_out: Collection[str] = PRIVATE, language: str = "en") -> str:
    """One page that stands alone, with the pictures in it."""
    from backfire_sim.documents.page import page

    shown = sections(paper, leave_out)
    title, outcome, made = opening(paper)
    return page(
        "debrief.html",
        ("debrief.css",),
        title=title,
        language=language,
        heading=paper.told.title,
        debrief=_("Debrief"),
        outcome=outcome,
        made=made,
        contents=_("In this debrief"),
        sections=shown,
        kind=kind,
    )


def markdown(paper: Paper, leave_out: Collection[str] = PRIVATE) -> str:
    """The same as Markdown, with the pictures in words."""
    title, outcome, made = opening(paper)
    said = [as_markdown(section) for section in sections(paper, leave_out)]
    return md.document(md.heading(title), md.strong(outcome), md.emphasis(made), *said)


def file_name(paper: Paper, ending: str = "html") -> str:
    """A name for the file: it says which scenario, and nothing about when or who."""
    return f"debrief-{paper.told.scenario}.{ending}"


def _sections(paper: Paper, leave_out: frozenset[str]) -> list[Section]:
    found = []
    for part, name in NAMES.items():
        build = BUILDERS.get(part)
        if build is None or (part in leave_out and part != "plan"):
            continue
        pieces = build(paper, leave_out)
        if pieces:
            found.append(Section(part, _(name), pieces))
    return found


def _outcome(paper: Paper) -> str:
    ending = paper.told.ending
    return f"{ending.outcome_label}: {ending.title}"


def _made() -> str:
    return _(
        "Written by Backfire from a play. It holds no names, no times, and not who chose what. "
        "The results are plausible under this model; they are no forecast."
    )


def _holds(paper: Paper, part: str) -> str:
    told = paper.told
    table = told.table
    match part:
        case "plan" if paper.plan.size:
            return plural(
                "Your group's plan: {count} line. Left out, only its headings stand there, empty.",
                "Your group's plan: {count} lines. Left out, only its headings stand there, empty.",
                paper.plan.size,
            )
        case "plan":
            return _("Empty headings for a plan of your own, to fill in by hand.")
        case "table" if table is not None:
            return plural(
                "How many chose what, in {count} round; predictions; your code of conduct.",
                "How many chose what, in {count} rounds; predictions; your code of conduct.",
                len(table.chosen),
            )
        case "reasons" if table is not None:
            return plural(
                "{count} reason as it was typed, without a name.",
                "{count} reasons as they were typed, without names.",
                sum(len(chosen.reasons) for chosen in table.chosen),
            )
        case "otherwise":
            return plural(
                "What the other choices of {count} decision would have led to.",
                "What the other choices of {count} decisions would have led to.",
                len(told.decisions),
            )
    return _(_HOLDS.get(part, ""))


_HOLDS = {
    "feelings": later("Questions only. Nothing that was said."),
    "happened": later("The play, round by round, with the pictures."),
    "why": later("Bottlenecks, the decision that carried most, their methods."),
    "overlooked": later("What was there and was not used."),
    "elsewhere": later("Where other plays of this scenario end. Nothing of yours but the outcome."),
    "questions": later("The scenario's questions, and what to take home."),
    "history": later("The case file: what is certain, what is contested, and the sources."),
    "like_us": later("Questions only. Nothing that was said."),
    "model": later("Questions only, and what the model does not claim."),
    "beside": later("This play and another one, round by round."),
}


def _how_private(paper: Paper, part: str) -> str:
    match part:
        case "plan" if paper.plan.size:
            return _("Private: what you really mean to do. In the wrong hands it is a list of where you are weak.")
        case "reasons":
            return _("Private: people's own words. In a small group their manner of speaking can tell who they are.")
        case "table":
            return _("For your group: counts without names. In a very small group a count can tell who it was.")
        case "happened" | "why" | "overlooked" | "otherwise" | "beside":
            return _("Your decisions in an invented story. Nobody can be told apart.")
    return _("Not private.")
