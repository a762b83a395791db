"""What happened in a play and why, as lines: the funnel over time, the rounds, bottlenecks, what became of methods."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from backfire_sim.scoring.vocabulary import GATES, label
from backfire_sim.speech import _, plural
from backfire_sim.text import fit, pad
from backfire_sim.tui.widgets.chain import answer_lines, figures_lines
from backfire_sim.tui.widgets.lines import BLANK, Piece, hanging, heading, line, prose
from backfire_sim.views.debrief import DebriefView, Moment
from backfire_sim.views.overlooked import Overlooked
from backfire_sim.views.why import FunnelAt, GateTime, MethodUsed, Why
from backfire_sim.views.words import AFTER_GATE

_NAME = 24
"""Cells before the columns of the funnel over time."""

_CELL = 5
"""Cells of one of its columns."""

_BARS = " ▁▂▃▄▅▆▇█"


def funnel_lines(funnel: Sequence[FunnelAt], width: int) -> list[Content]:
    """Of 100 people, how many were there after each gate, at the opening and after each round; the last ones fit."""
    room = max(2, (width - _NAME) // _CELL)
    shown = [funnel[0], *funnel[-(room - 1) :]] if len(funnel) > room else list(funnel)
    left_out = len(funnel) - len(shown)
    lines = [
        heading(_("Of 100 people, how many were still there after each gate")),
        line((" " * _NAME + "".join(f"{each.round:>{_CELL - 1}} " for each in shown), "$quiet")),
    ]
    for at, gate in enumerate(GATES):
        words = _(AFTER_GATE[gate])
        pieces: list[Piece] = [(pad(fit(words, _NAME), _NAME), "")]
        for each in shown:
            lowest = each.bottleneck == gate
            pieces += [(f"{each.left[at]:>{_CELL - 1}}", "bold $accent" if lowest else "")]
            pieces += [("◂" if lowest else " ", "bold $accent")]
        lines.append(line(*pieces))
    bars = [(f"{_BARS[-(-each.left[-1] * 8 // 100)]:>{_CELL - 1}} ", "$ours") for each in shown]
    lines.append(line(" " * _NAME, *bars))
    lines += hanging("", _("0 is the opening. ◂ marks the gate that lost most then: the bottleneck."), width, "$quiet")
    if left_out:
        said = plural("{count} round is left out here.", "{count} rounds are left out here.", left_out)
        lines += hanging("", said, width, "$quiet")
    return lines


def timeline_lines(told: DebriefView, width: int) -> list[Content]:
    """The rounds in order: what they did, what was done, what followed and why."""
    lines: list[Content] = []
    if told.ending.prepared:
        lines += [heading(_("Before it began"))]
        lines += [each for option in told.ending.prepared for each in hanging("  · ", option, width)]
        lines += [BLANK]
    for moment in told.timeline:
        lines += [*_moment(moment, width), BLANK]
    return lines or [line((_("Nothing has been decided yet."), "$quiet"))]


def _moment(moment: Moment, width: int) -> list[Content]:
    link = moment.link
    when = f"{link.time} · " if link.time else ""
    lines = hanging(f"{link.round:>2}  ", f"{when}{link.scene}", width, "$quiet", limit=74)
    for method in moment.methods:
        named = _("They: {method}. {text}", method=method.label.lower(), text=method.text)
        lines += hanging("  ! ", named, width, "$theirs", limit=74)
    for said in moment.beside:
        lines += hanging("  · ", said, width, "$quiet", limit=74)
    lines += hanging("    ", link.did, width, "bold", limit=74)
    lines += answer_lines(link, width)
    if link.text:
        lines += prose(link.text, width, indent=4, limit=70)
    if link.because:
        lines += hanging("    ", _("Why: {because}", because=link.because), width, limit=70)
    return lines + figures_lines(link, width)


def why_lines(told: Why, width: int) -> list[Content]:
    """Bottlenecks, the decision that carried most, and what became of each method."""
    lines = [BLANK, heading(_("The gate that held it back"))]
    lines += [*hanging("", told.bottleneck_words, width), BLANK]
    lines += [each for gate in told.gates for each in _gate_time(gate, width)]
    lines += [BLANK, heading(_("The decision that carried most"))]
    for words in told.decisive_words:
        lines += [*hanging("", words, width), BLANK]
    if told.moved_most_words:
        lines += [*hanging("", told.moved_most_words, width), BLANK]
    lines += [heading(_("What became of their methods"))]
    lines += [*hanging("", told.answered_words, width), BLANK]
    for method in told.methods:
        lines += _method(method, width)
    return lines


def _gate_time(gate: GateTime, width: int) -> list[Content]:
    name = pad(label(gate.gate), 14)
    marks = "■" * len(gate.rounds)
    if not gate.rounds:
        return [line((f"  {name}", "$quiet"), ("·", "$quiet"))]
    rounds = ", ".join(str(each) for each in gate.rounds)
    said = plural("round {rounds}", "rounds {rounds}", len(gate.rounds), rounds=rounds)
    return [line(f"  {name}", (f"{marks} ", "bold $accent"), (fit(said, max(8, width - 17 - len(marks))), "$quiet"))]


def _method(method: MethodUsed, width: int) -> list[Content]:
    rounds = ", ".join(str(each) for each in method.rounds)
    landed = plural("landed in round {rounds}", "landed in rounds {rounds}", len(method.rounds), rounds=rounds)
    lines = hanging("  ! ", f"{method.label}: {landed}", width, "$theirs", limit=74)
    if method.answered:
        said = _("answered by {response} in round {round}", response=label(method.response), round=method.answered)
        return lines + hanging("    ", said, width, "$ours", limit=74)
    said = _("never answered; {response} would have", response=label(method.response))
    return lines + hanging("    ", said, width, limit=74)


def overlooked_lines(found: Sequence[Overlooked], width: int) -> list[Content]:
    """What was there and was never used: to look at, not to be blamed for."""
    lines = [BLANK, *prose(_("Nobody has time for everything. This was there and was not used."), width), BLANK]
    for kind in found:
        lines += [heading(kind.name)]
        lines += [each for item in kind.items for each in hanging("  · ", item, width)]
        lines += [BLANK]
    return lines
