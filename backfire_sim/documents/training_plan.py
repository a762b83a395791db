"""A training plan to take along: as Markdown, and as one HTML page that prints well."""

from __future__ import annotations

from backfire_sim.documents import markdown as md
from backfire_sim.documents.page import page
from backfire_sim.speech import _
from backfire_sim.training.blocks.block import Block, Opening
from backfire_sim.training.matching import Match
from backfire_sim.training.plan import TrainingPlan
from backfire_sim.views.planning import HONESTY, made_for, marks, minutes, name, stages


def as_markdown(plan: TrainingPlan) -> str:
    """The plan as Markdown, with boxes to tick."""
    return md.document(
        md.heading(name(plan)),
        md.paragraph(made_for(plan.shape)),
        md.paragraph(md.emphasis(_(HONESTY))),
        md.items(plan.notices),
        *_section(_("At a glance"), _overview(plan)),
        *(_section(_("Before that day"), md.tasks(plan.before), _openings(plan.openings)) if plan.before else ()),
        *(_section(_("What has to lie ready"), md.tasks(plan.materials)) if plan.materials else ()),
        md.heading(_("Minute by minute"), 2),
        *(part for block in plan.blocks for part in _block(block)),
        *(_section(_("Scenarios"), *(part for each in plan.offered for part in _match(each))) if plan.offered else ()),
        *(_section(_("Not chosen, and why"), md.items(_left_out(plan))) if plan.left_out else ()),
        *_section(_("Pages to read under Learn"), md.items(_pages(plan))),
    )


def as_html(plan: TrainingPlan, language: str = "en") -> str:
    """The plan as one page that stands alone, for a browser and for paper."""
    return page(
        "training_plan.html",
        ("training_plan.css",),
        title=name(plan),
        language=language,
        plan=plan,
        made_for=made_for(plan.shape),
        marks=marks,
        minutes=minutes,
        stages=stages,
        honesty=_(HONESTY),
        words={
            "glance": _("At a glance"),
            "minutes": _("Minutes"),
            "what": _("What"),
            "stage": _("Stage"),
            "before": _("Before that day"),
            "ready": _("What has to lie ready"),
            "steps": _("Minute by minute"),
            "open": _("Open:"),
            "why": _("Why:"),
            "note": _("Note:"),
            "scenarios": _("Scenarios"),
            "left_out": _("Not chosen, and why"),
            "pages": _("Pages to read under Learn"),
        },
    )


def _section(heading: str, *blocks: str) -> tuple[str, ...]:
    return (md.heading(heading, 2), *blocks)


def _overview(plan: TrainingPlan) -> str:
    rows = [(marks(block), block.title, stages(block)) for block in plan.blocks]
    return md.table((_("Minutes"), _("What"), _("Stage")), rows)


def _block(block: Block) -> tuple[str, ...]:
    return (
        md.heading(md.joined(marks(block), block.title, by=" · "), 3),
        md.paragraph(md.joined(minutes(block), stages(block), by=" · ")),
        md.tasks(block.steps),
        _openings(block.openings),
        md.paragraph(md.joined(md.emphasis(_("Why:")), block.why)),
    )


def _openings(openings: tuple[Opening, ...]) -> str:
    if not openings:
        return ""
    said = [md.joined(each.label, md.code(each.command)) for each in openings]
    return md.paragraph(md.joined(md.emphasis(_("Open:")), md.joined(*said, by=" · ")))


def _match(match: Match) -> tuple[str, ...]:
    card = match.candidate.card
    return (
        md.heading(card.title, 3),
        md.paragraph(card.summary),
        md.items([*match.reasons, *(md.joined(md.strong(_("Note:")), each) for each in match.cautions)]),
    )


def _left_out(plan: TrainingPlan) -> list[str]:
    return [md.joined(md.strong(each.title), each.why, by=": ") for each in plan.left_out]


def _pages(plan: TrainingPlan) -> list[str]:
    return [md.joined(md.strong(each.opening.label), each.reason, by=": ") for each in plan.pages]
