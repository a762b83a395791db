"""A code of conduct, chosen before the play and tested in it: by a provocation, or by a choice made in a hurry."""

from typing import NamedTuple

from backfire_sim.speech import _, later

LINES = {
    "no_threats": later("We do not threaten."),
    "ask_first": later("We ask before we publish."),
    "check_first": later("We check before we share."),
    "stop_when_asked": later("We stop when one of us asks."),
    "no_mocking": later("We do not mock people's grief."),
}
"""The lines to choose from; a group may add one of its own."""

OWN = "own"
"""Stands for the group's own line."""

TESTED_BY = {
    "provoke": ("no_threats", "no_mocking"),
    "threat": ("no_threats", "stop_when_asked"),
    "vandalism": ("no_threats",),
    "armed_presence": ("no_threats", "stop_when_asked"),
    "rumor": ("check_first",),
    "deny": ("check_first",),
    "publish_record": ("ask_first", "no_mocking"),
    "doxxing": ("ask_first", "stop_when_asked"),
    "pressure_family": ("stop_when_asked",),
}
"""Which lines a technique of theirs puts to the test, as a first guess: the facilitator says which one it was."""

HELD, BROKEN, UNSURE = "held", "broken", "unsure"
HOW = (HELD, BROKEN, UNSURE)
"""How a line came through its test."""


class LineTest(NamedTuple):
    """A line of the code, and what tested it."""

    line: str
    by: str
    """Id of the inject, or of the technique, that tested it."""
    how: str
    """held, broken or unsure."""
    round: int
    """Counted from 1."""


def line_words(line: str, own: str) -> str:
    """A line of the code, to read aloud."""
    return own if line == OWN else _(LINES[line])


def probably_tested(code: tuple[str, ...], techniques: tuple[str, ...], *, breach: bool, unasked: bool) -> list[str]:
    """Lines of this code that a round put to the test.

    `breach`: the group broke its own discipline. `unasked`: something of somebody's was used without their yes.
    """
    found = [line for technique in techniques for line in TESTED_BY.get(technique, ())]
    found += ["no_threats"] if breach else []
    found += ["ask_first"] if unasked else []
    return [line for line in dict.fromkeys(found) if line in code]
