"""What other choices would have led to, as lines; where all other plays end; what a table of many adds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from backfire_sim.scoring.vocabulary import label
from backfire_sim.speech import _, plural, sense
from backfire_sim.text import fit, pad, wrap
from backfire_sim.text import width as columns
from backfire_sim.tui.widgets.lines import BLANK, Piece, gauge, hanging, heading, line, prose, signed_change
from backfire_sim.views.elsewhere import ElsewhereTold
from backfire_sim.views.otherwise import Decision, OtherWay
from backfire_sim.views.table_told import Chosen, Expected, TableTold, Tally


def decision_lines(decision: Decision, width: int, chosen: bool) -> list[Content]:
    """A decision in short: what was done, and how much hung on it."""
    when = _("Before it began") if decision.round == 0 else f"{decision.round}  {decision.scene}"
    lines = hanging("", when, width, "$quiet")
    lines += hanging("", decision.did, width, "bold" if chosen else "")
    if not decision.ways:
        return lines + hanging("", _("Nothing else was open."), width, "$quiet")
    others = plural("{count} other choice was open", "{count} other choices were open", decision.open_choices)
    if decision.other_outcomes:
        ends = plural("{count} of them ends otherwise", "{count} of them end otherwise", decision.other_outcomes)
    else:
        ends = _("all of them end in the same class")
    return lines + hanging("", f"{others} · {ends}", width, "$ours" if decision.other_outcomes else "$quiet")


def way_lines(way: OtherWay, width: int, chosen: bool) -> list[Content]:
    """Another choice: what it is, and where it would have ended."""
    lines = hanging("", way.did, width, "bold" if chosen else "")
    marks: list[Piece] = [(label(way.response), "$ours"), " · "] if way.response else []
    marks += [(way.outcome_label, "bold $accent" if way.another_outcome else "")]
    figures = [f"{name} {signed_change(by)}" for name, by in _figures(way) if by] or [_("the same figures")]
    marks += [(f" · {' · '.join(figures)}", "$quiet")]
    told = line(*marks)
    return lines + ([told] if told.cell_length <= width else hanging("", told.plain, width, "$quiet"))


def _figures(way: OtherWay) -> tuple[tuple[str, int], ...]:
    return (_("cost to them"), way.cost), (_("support"), way.support)


def whole_way_lines(way: OtherWay, width: int) -> list[Content]:
    """Everything about another choice."""
    lines = [BLANK, *hanging("", way.did, width, "bold")]
    for who in way.without_a_yes:
        lines += hanging("! ", _("Without a yes: {who}", who=who), width, "$theirs")
    if way.text:
        lines += [BLANK, *prose(way.text, width)]
    if way.because:
        lines += [BLANK, *hanging("", _("Why: {because}", because=way.because), width)]
    lines += [BLANK, *way_lines(way, width, False)[-1:]]
    if way.ending:
        lines += hanging("", _("It would have ended with “{ending}”.", ending=way.ending), width)
    lines += [BLANK, *hanging("", way.first_difference, width)] if way.first_difference else []
    return [*lines, BLANK, *hanging("", way.fits, width, "$quiet")]


def elsewhere_lines(told: ElsewhereTold, width: int, outcome: str) -> list[Content]:
    """Where all other plays end, in percent by class; the class of this play is marked."""
    lines = [BLANK, *hanging("", told.yours, width), BLANK]
    longest = max((columns(words) for _kind, words, _percents in told.rows), default=0)
    name = min(24, max(14, longest + 3, width // 4))
    cells = max(4, min(22, (width - name) // max(1, len(told.heads)) - 7))
    if width >= name + len(told.heads) * (cells + 7) - 8:
        for heads in zip_longest(*(wrap(head, cells + 6) for head in told.heads), fillvalue=""):
            words = "".join(pad(head, cells + 7) for head in heads)
            lines += [line(" " * name, (fit(words, width - name), "$quiet"))]
    for kind, words, percents in told.rows:
        mine = kind == outcome
        pieces: list[Piece] = [("▸ " if mine else "  ", "bold $accent")]
        pieces += [(pad(fit(words, name - 3), name - 2), "bold" if mine else "")]
        for percent in percents:
            filled, rest, _beyond = gauge(percent, 100, cells)
            pieces += [(filled, "bold $ours"), (rest, "$line"), f"{percent:>4}% ", " "]
        lines.append(line(*pieces))
    lines += [BLANK, *hanging("", told.method, width, "$quiet")]
    for words in told.meant:
        lines += [BLANK, *hanging("", words, width, "$quiet")]
    return lines


def table_lines(told: TableTold, width: int, *, reasons: bool = True) -> list[Content]:
    """How the table chose: spreads, reasons without names, what it expected, its code."""
    lines = [BLANK, *prose(_("Counts only: nobody can be told apart in them, and nobody is to be."), width), BLANK]
    for chosen in told.chosen:
        lines += [*_chosen(chosen, width, reasons), BLANK]
    if told.expected:
        lines += [heading(_("What you expected of them")), *hanging("", told.expected_words, width), BLANK]
        for expected in told.expected:
            lines += _expected(expected, width)
        lines += [BLANK]
    if told.code:
        lines += [heading(_("Your code of conduct"))]
        lines += [each for words in told.code for each in hanging("  · ", words, width)]
        lines += [each for words in told.tests for each in hanging("  ", words, width)]
    return lines


def _chosen(chosen: Chosen, width: int, reasons: bool) -> list[Content]:
    when = f"{chosen.round}  {chosen.scene}" if chosen.round else _("Before it began")
    lines = hanging("", when, width, "$quiet")
    most = max([1, *(max(tally.first, tally.second or 0) for tally in chosen.tallies)])
    for tally in chosen.tallies:
        lines += _tally(tally, most, width)
    for words in (chosen.silent, chosen.how):
        lines += hanging("  ", words, width, "$quiet") if words else []
    if reasons and chosen.reasons:
        lines += hanging("  ", _("Reasons of those who wanted something else:"), width, "$quiet")
        lines += [each for words in chosen.reasons for each in hanging("    ", _("“{words}”", words=words), width)]
    return lines


def _tally(tally: Tally, most: int, width: int) -> list[Content]:
    style = "bold $accent" if tally.taken else ""
    lines = hanging("▸ " if tally.taken else "  ", tally.label, width, style)
    for name, count in ((_("first"), tally.first), (_("again"), tally.second)):
        if count is not None:
            cells = max(1, min(24, width - 16) * count // most) if count else 0
            lines.append(line("    ", (pad(name, 8), "$quiet"), ("■" * cells, "$ours"), f" {count}" if count else "0"))
    return lines


def _expected(expected: Expected, width: int) -> list[Content]:
    guessed = ", ".join(f"{method} {count}" for method, count in expected.guessed)
    landed = ", ".join(expected.landed) or sense("of methods", "none")
    said = _("Round {round}: you expected {guessed}; it was {landed}.")
    return hanging("  · ", said.format(round=expected.round, guessed=guessed, landed=landed), width)


def prompts_lines(prompts: Sequence[str], width: int, *, first: int = 0) -> list[Content]:
    """Questions to talk about, one after the other with room between."""
    lines: list[Content] = [BLANK]
    for number, prompt in enumerate(prompts, first):
        mark = f"{number:>2}  " if first else "  · "
        lines += [*hanging(mark, prompt, width, mark="bold $accent"), BLANK]
    return lines
