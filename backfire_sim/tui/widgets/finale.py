"""The parts of the look back: how it ended, the plane, costs and gains, what to talk about, the history."""

from textual.content import Content

from backfire_sim.speech import _
from backfire_sim.tui.widgets.audience import audience_lines
from backfire_sim.tui.widgets.ledger import cost_lines, gain_lines, group_lines
from backfire_sim.tui.widgets.lines import BLANK, beside, hanging, line, parts, prose
from backfire_sim.tui.widgets.plane import plane_lines
from backfire_sim.views.ending import Cited, EndingView, History
from backfire_sim.views.plane import in_words

SIDE_BY_SIDE = 74
"""Cells from which the words of the ending stand beside the plane."""


def ending_words(told: EndingView, width: int) -> list[Content]:
    """The words in which the story ends, before any figure."""
    lines = [BLANK, *hanging("", told.title, width, "bold $accent"), BLANK]
    if told.withheld:
        return [*lines, line((_("The words are veiled. v shows them."), "$quiet"))]
    return lines + prose(told.text, width)


def plane_part(told: EndingView, width: int, height: int) -> list[Content]:
    """The class of the outcome and why it is this one, beside the plane or over it."""
    if width >= SIDE_BY_SIDE:
        left = min(44, width * 2 // 5)
        across = min(width - left - 3, 100)
        up = max(14, min(height - 4, 34, across // 2))
        return beside(_outcome(told, left), [BLANK, *_plane(told, across, up)], left, 3)
    up = max(10, min(18, height - 6))
    return [*_outcome(told, width), BLANK, *_plane(told, min(width, 84), up)]


def _outcome(told: EndingView, width: int) -> list[Content]:
    lines = [BLANK, line(*parts(_("Outcome: {outcome}"), outcome=(told.outcome_label, "bold")))]
    lines += [*hanging("", f"{told.outcome_words[:1].upper()}{told.outcome_words[1:]}.", width, "$quiet"), BLANK]
    lines += [*hanging("", in_words(told.path, told.needed_support, told.needed_cost), width), BLANK]
    lines += [line((_("Why this class"), "bold"))]
    for figure in told.why:
        lines += hanging("  · ", figure, width)
    return [*lines, BLANK, *hanging("", told.plausible, width, "$quiet")]


def _plane(told: EndingView, width: int, height: int) -> list[Content]:
    return plane_lines(told.path, told.needed_support, told.needed_cost, width, height)


def ledger_lines(told: EndingView, width: int) -> list[Content]:
    """Costs, gains, the group, and the audiences, with what changed since the opening."""
    numbers = min(width, 64)
    lines = [BLANK, line((_("What it cost them"), "bold $theirs"), (f"  {_('▲▼ since the opening')}", "$quiet"))]
    lines += cost_lines(told.costs, numbers)
    if told.unnamed:
        lines += hanging("  ", _("Never named: {bearers}.", bearers="; ".join(told.unnamed)), width, "$quiet")
    lines += [BLANK, line((_("What you won"), "bold $ours")), *gain_lines(told.gains, numbers)]
    lines += [BLANK, line((_("Your own people"), "bold $ours")), *group_lines(told.group, numbers)]
    lines += [BLANK, line((_("Who was watching"), "bold")), BLANK]
    return lines + audience_lines(told.audiences, numbers)


def talk_lines(told: EndingView, width: int) -> list[Content]:
    """The questions, then what to take home."""
    lines = [BLANK]
    for number, question in enumerate(told.questions, 1):
        lines += [*hanging(f"{number:>2}  ", question, width, mark="bold $accent"), BLANK]
    if told.checklist:
        lines += [line((_("To take home"), "bold"))]
        for item in told.checklist:
            lines += hanging("  [ ] ", item, width)
        lines += [BLANK]
    return lines


def history_lines(told: History, width: int) -> list[Content]:
    """What is certain and what is contested, with numbered sources under it."""
    numbers: dict[str, int] = {}
    for finding in (*told.certain, *told.contested):
        for source in finding.sources:
            numbers.setdefault(source, len(numbers) + 1)
    lines = [BLANK, line((f"{told.place}, {told.year}", "bold $accent")), BLANK]
    for name, findings in ((_("Certain"), told.certain), (_("Contested"), told.contested)):
        if findings:
            lines += [line((name, "bold"))]
            for finding in findings:
                lines += [*_finding(finding, numbers, width), BLANK]
    lines += [line((_("Sources"), "bold"))] if numbers else []
    for source, number in numbers.items():
        lines += hanging(f"{number:>3}  ", source, width, "$quiet", limit=84)
    return lines


def _finding(finding: Cited, numbers: dict[str, int], width: int) -> list[Content]:
    cited = ", ".join(str(numbers[source]) for source in finding.sources)
    return hanging("  · ", f"{finding.text.strip()}{f' [{cited}]' if cited else ''}", width)
