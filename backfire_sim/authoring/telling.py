"""What the authoring commands say to a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from backfire_sim.authoring.walk import figures, written
from backfire_sim.engine.apply import Turn
from backfire_sim.engine.events import Ask
from backfire_sim.engine.rules import Rules
from backfire_sim.engine.session import Session
from backfire_sim.scenario.catalog import Page
from backfire_sim.scoring.settle import funnel
from backfire_sim.scoring.vocabulary import COSTS, label
from backfire_sim.text import wrap
from backfire_sim.views.consequence import Consequence, Shift, consequence
from backfire_sim.views.play import MethodView, audience_rows
from backfire_sim.views.words import AFTER_GATE, condition

if TYPE_CHECKING:
    from backfire_sim.authoring.golden import Result

WIDTH = 100
"""Cells of a line; authors read this beside their file."""


def told(session: Session) -> list[str]:
    """A walked path: every step with what it moved and why, then where the play stands."""
    rules = session.rules
    lines = [f"{rules.scenario.title} ({rules.scenario.id}), seed {session.position.seed}"]
    for number, turn in enumerate(session.turns()):
        lines += ["", *_turn(rules, turn, number)]
    return [*lines, "", *_standing(session)]


def codes_told(pages: Iterable[Page]) -> list[str]:
    """Every code of `check` with its title, and how to read more."""
    return [*(f"{page.code}  {page.title}" for page in pages), "", "backfire explain CODE says more about one of them."]


def verdicts(results: Sequence[Result]) -> list[str]:
    """One line for each golden play, what differed under those that fail, and a count."""
    lines = []
    for result in results:
        about = f": {result.about}" if result.about else ""
        lines += _hung(f"{'PASS' if result.passed else 'FAIL'} {result.id}{about}", "", "     ")
        lines += [line for text in result.differs for line in _hung(text, "     - ", "       ")]
    failed = sum(not result.passed for result in results)
    total = f"{len(results)} golden play" + ("" if len(results) == 1 else "s")
    return [*lines, f"{total}, {failed} failed." if failed else f"{total}, all as they should be."]


def _answer(rules: Rules, asked: Ask, granted: bool) -> str:
    if granted:
        return "Yes."
    needed = condition(rules, rules.people[asked.person].agrees.get(asked.use))
    return f"No. It would be yes if {needed}."


def _turn(rules: Rules, turn: Turn, number: int) -> list[str]:
    happened = consequence(rules, turn)
    lines = _hung(f"{number}. {written(turn.event)}{_did(happened)}", "", "   ")
    if isinstance(turn.event, Ask):
        lines += _hung(_answer(rules, turn.event, bool(turn.granted)), "   ", "     ")
    if happened.because:
        lines += _hung(f"because: {happened.because}", "   ", "     ")
    lines += [line for shift in happened.shifts for line in _hung(_shift(shift), "   ", "     ")]
    if turn.settled:
        lines += _hung(_round(happened), "   ", "     ")
    lines += [line for method in happened.methods for line in _hung(_method(method), "   ", "     ")]
    return lines


def _did(happened: Consequence) -> str:
    response = f" [{label(happened.response)}]" if happened.response else ""
    answers = f", answers {', '.join(happened.answered)}" if happened.answered else ""
    return f": {happened.did}{response}{answers}" if happened.did else ""


def _shift(shift: Shift) -> str:
    whose = f" ({shift.whose})" if shift.whose else ""
    return f"{shift.what}{whose} {shift.before} -> {shift.after}: {'; '.join(shift.reasons)}"


def _round(happened: Consequence) -> str:
    moved = [f"{cost.label} {cost.before} -> {cost.after}" for cost in happened.costs] or ["no cost moved"]
    moved += [f"{gain.label} {gain.value - gain.changed} -> {gain.value}" for gain in happened.gains if gain.changed]
    if happened.named:
        moved.append(f"named: {', '.join(happened.named)}")
    if happened.courage_fell_to_care:
        moved.append("courage fell to care")
    return f"round: {'; '.join(moved)}; bottleneck {happened.bottleneck_before} -> {happened.bottleneck_after}"


def _method(method: MethodView) -> str:
    softened = f"; {method.softened}" if method.softened else ""
    softened += f"; {method.besides}" if method.besides else ""
    again = ", again" if method.again else ""
    return f"they: {method.label}, {method.technique} ({method.strength}, took {method.took}{again}{softened})"


def _standing(session: Session) -> list[str]:
    rules, position = session.rules, session.position
    came = figures(session)
    ending = next((ending for ending in rules.scenario.endings if ending.id == position.ending), None)
    where = f'ending {ending.id}, "{ending.title}"' if ending else f"no end reached, stands in {position.scene}"
    lines = [f"Outcome {came['outcome']}; {where}; rounds {came['rounds']}"]
    lines.append("Cost: " + ", ".join(f"{cost} {came[cost]}" for cost in COSTS))
    for names in (("support", "power", "mobilization"), ("momentum", "courage", "care", "evidence")):
        lines.append(", ".join(f"{name} {came[name]}" for name in names).capitalize())
    for row in audience_rows(rules, position.values, position.values):
        visibility, dignity, meaning = row.gates[:3]
        left = ", ".join(f"{number} {what}" for number, what in zip(row.left, AFTER_GATE.values(), strict=True))
        stands = f"visibility {visibility}, dignity {dignity}, meaning {meaning}, support {row.support}"
        lines += _hung(f"{row.id}: {stands}; of 100, {left}", "", "  ")
    values = position.values
    facts = [fact for fact in rules.scenario.facts if values[rules.places[fact]]]
    counters = [f"{counter.id} {values[rules.places[counter.id]]}" for counter in rules.scenario.counters]
    lines += _hung(f"Facts that are yes: {', '.join(facts)}", "", "  ") if facts else []
    lines += _hung(f"Counters: {', '.join(counters)}", "", "  ") if counters else []
    lines.append(f"Bottleneck: {funnel(rules.board, position.values).bottleneck}")
    if session.legal_moves():
        lines += _hung("Open: " + ", ".join(f"{position.scene}.{move}" for move in session.legal_moves()), "", "  ")
    return lines


def _hung(text: str, first: str, further: str) -> list[str]:
    """Text as lines, the first set in by `first`, the others by `further`."""
    lines = wrap(" ".join(text.split()), WIDTH - len(further)) or [""]
    return [first + lines[0], *(further + line for line in lines[1:])]
