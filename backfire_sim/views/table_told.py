"""What a table of many adds to the debrief: how the choices spread, what was given as reason, what was expected.

Nobody can be told apart in any of it: a table keeps counts and reasons, never who chose what.
"""

from collections.abc import Sequence
from typing import NamedTuple

from backfire_sim.engine.apply import Turn
from backfire_sim.engine.events import Play, Prepare
from backfire_sim.engine.rules import Rules
from backfire_sim.scoring.vocabulary import METHODS, TECHNIQUE_LABELS, label
from backfire_sim.speech import _, later, plural
from backfire_sim.table.conduct import HELD, UNSURE, LineTest, line_words
from backfire_sim.table.state import (
    BY_CARE,
    BY_CHOICE,
    BY_CONSENT,
    BY_FACILITATOR,
    BY_LOT,
    Spread,
    Table,
    Told,
)
from backfire_sim.views import words

_HOW = {
    BY_CHOICE: later("It had the most people."),
    BY_CONSENT: later("Nobody objected to it."),
    BY_LOT: later("The lot decided."),
    BY_CARE: later("It was the more careful of those with the most people."),
    BY_FACILITATOR: later("The facilitator decided, as agreed."),
}


class Tally(NamedTuple):
    """How many chose something: silently, and again after talking."""

    label: str
    first: int
    second: int | None
    """None where they did not choose again."""
    taken: bool
    """Whether it is what was played."""


class Chosen(NamedTuple):
    """How the table chose once."""

    round: int
    """0 is the preparation."""
    scene: str
    """Title; empty for the preparation."""
    tallies: tuple[Tally, ...]
    silent: str
    """Who passed or had not chosen, as a sentence; may be empty."""
    decided: str
    """Label of what was played; empty where the table did not decide it."""
    how: str
    """How it was decided, as a sentence; may be empty."""
    moved: int
    """How many more were for what was played after talking than before; 0 where they did not choose again."""
    reasons: tuple[str, ...]
    """Reasons of those who wanted something else, unnamed."""


class Expected(NamedTuple):
    """What the table expected to land, and what landed."""

    round: int
    """The round whose methods these are."""
    guessed: tuple[tuple[str, int], ...]
    """(label of the method, how many expected it), those that nobody expected left out."""
    landed: tuple[str, ...]
    """Labels of the methods that landed."""
    right: int
    """How many expected one of those that landed."""
    of: int
    """How many said anything."""


class TableTold(NamedTuple):
    """What a table of many adds to a debrief."""

    seats: int
    chosen: tuple[Chosen, ...]
    expected: tuple[Expected, ...]
    expected_words: str
    """How often the table saw it coming, as a sentence; empty where nothing was predicted."""
    code: tuple[str, ...]
    """The code of conduct that was chosen before the play."""
    tests: tuple[str, ...]
    """What tested it, and how it held, a sentence each."""

    @property
    def has_reasons(self) -> bool:
        """Whether anybody gave a reason."""
        return any(chosen.reasons for chosen in self.chosen)


def table_told(rules: Rules, turns: Sequence[Turn], table: Table) -> TableTold:
    """What a table adds to the debrief of the play that it played."""
    decisions = [turn for turn in turns if isinstance(turn.event, Play | Prepare)]
    first = 0 if decisions and isinstance(decisions[0].event, Prepare) else 1
    prepared = decisions[0].event.options if decisions and isinstance(decisions[0].event, Prepare) else ()
    chosen = [_chosen(rules, told, number, prepared) for number, told in enumerate(table.told, first)]
    expected = [
        _expected(told, number + 1) for number, told in enumerate(table.told, first) if told.predicted is not None
    ]
    return TableTold(
        seats=table.setup.seats,
        chosen=tuple(each for each in chosen if each.tallies),
        expected=tuple(each for each in expected if each.of),
        expected_words=_expected_words(expected),
        code=tuple(line_words(line, table.setup.own_line) for line in table.setup.code),
        tests=tuple(_test(rules, table, test) for test in table.tests),
    )


def _chosen(rules: Rules, told: Told, number: int, prepared: Sequence[str]) -> Chosen:
    played = (told.move,) if number else tuple(prepared)
    tallies = tuple(
        Tally(
            _label(rules, told.scene, option),
            told.first.counts[n] if told.first else 0,
            told.again.counts[n] if told.again else None,
            option in played,
        )
        for n, option in enumerate(told.options)
        if told.first
    )
    taken = next((tally for tally in tallies if tally.taken), None) if number else None
    return Chosen(
        round=number,
        scene=rules.scenario.scenes[told.scene].title if told.scene in rules.scenario.scenes else "",
        tallies=tallies,
        silent=_silent(told.again or told.first),
        decided="; ".join(_label(rules, told.scene, option) for option in played if option),
        how=_(_HOW[told.how]) if told.how in _HOW else "",
        moved=taken.second - taken.first if taken and taken.second is not None else 0,
        reasons=told.reasons,
    )


def _label(rules: Rules, scene: str, option: str) -> str:
    """A move or a preparation; an id that the scenario does not have any more is made readable."""
    if option in rules.options:
        return rules.options[option].label
    ready = rules.scene(scene).moves.get(option) if scene in rules.scenario.scenes else None
    return words.move_words(ready.move) if ready else option.replace("_", " ")


def _silent(spread: Spread | None) -> str:
    quiet = spread.passed + spread.missing if spread else 0
    return plural("{count} chose nothing.", "{count} chose nothing.", quiet) if quiet else ""


def _expected(told: Told, number: int) -> Expected:
    counts = told.predicted.counts if told.predicted else ()
    guessed = [(method, count) for method, count in zip(METHODS, counts, strict=False) if count]
    return Expected(
        round=number,
        guessed=tuple((label(method), count) for method, count in guessed),
        landed=tuple(label(method) for method in dict.fromkeys(told.landed)),
        right=sum(count for method, count in guessed if method in told.landed),
        of=sum(count for _method, count in guessed),
    )


def _expected_words(expected: Sequence[Expected]) -> str:
    said, right = sum(each.of for each in expected), sum(each.right for each in expected)
    if not said:
        return ""
    return _(
        "Of {all} predictions {right} named a method that then landed. Guessing is practice: nobody is graded.",
        all=said,
        right=right,
    )


def test_round(table: Table, test: LineTest) -> int:
    """The round of the play in which a line was tested; what was got ready before is none."""
    prepared = bool(table.told) and not table.told[0].scene
    return max(1, min(test.round, len(table.told) or 1 if table.round.over else test.round) - prepared)


def _test(rules: Rules, table: Table, test: LineTest) -> str:
    line, round_ = line_words(test.line, table.setup.own_line), test_round(table, test)
    said = {
        HELD: _("Round {round}: “{line}” It held.", round=round_, line=line),
        UNSURE: _("Round {round}: “{line}” You were not sure.", round=round_, line=line),
    }.get(test.how, _("Round {round}: “{line}” It was broken.", round=round_, line=line))
    inject = rules.scenario.injects
    what = next((each.title for each in inject if each.id == test.by), TECHNIQUE_LABELS.get(test.by, ""))
    return f"{said} {_('What tested it: {what}.', what=_(what).rstrip('.'))}" if what else said
