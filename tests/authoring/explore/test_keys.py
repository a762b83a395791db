"""States are told apart by all that can differ, however much that is."""

import numpy as np
import pytest

from backfire_sim.authoring.explore.keys import Keys, first_of_each
from backfire_sim.authoring.explore.reading import Reading
from backfire_sim.authoring.explore.rounds import shape_of
from backfire_sim.authoring.explore.tables import Tables
from backfire_sim.authoring.playtest import exact
from backfire_sim.authoring.playtest.run import playtest
from backfire_sim.scenario.load import load, read_text
from tests.program import RAID

_SCENE = """
  s{number}:
    title: Scene {number}
    text: It happens.
    methods:
      no: {{uses: cover_up, technique: deny, strength: 1, text: No.}}
    moves:
      tell:
        r: reveal
        tactic: research
        label: Tell
        effects: {{visibility: +1}}
        sets: [f{number}]
        text: You tell.
        because: It is known now.
        goto: {next}
    wait: {{text: You wait., goto: {next}}}"""


def wide(audiences: int = 8, scenes: int = 12) -> str:
    """A scenario with more that can differ than fits into one word."""
    people = "\n".join(f"  a{n}: {{label: Audience {n}, size: 10}}" for n in range(audiences))
    facts = "\n".join(f"  f{n}: Fact {n}" for n in range(scenes))
    played = "".join(_SCENE.format(number=n, next=f"s{n + 1}" if n + 1 < scenes else "END") for n in range(scenes))
    every = " and ".join(f"f{n}" for n in range(scenes))
    return (
        "format: 1\nid: wide\ntitle: Wide\nabout: {summary: Much can differ.}\n"
        f"audiences:\n{people}\nfacts:\n{facts}\nscenes:{played}\n"
        f"endings:\n  all: {{title: All, text: All., when: {every}}}\n  other: {{title: Other, text: Other.}}\n"
    )


def test_two_states_that_differ_in_one_number_are_two() -> None:
    scenario = read_text(wide()).scenario
    assert scenario is not None
    shape = shape_of(Tables(Reading(scenario.rules)))
    keys = Keys(shape)
    parts = [part for word in keys._parts for part in word]
    assert len(keys._parts) > 1
    chance = np.random.default_rng(1)
    for row, low, radix in parts:
        columns = np.zeros((shape.rows, 2), dtype=np.int32)
        scenes = np.zeros(2, dtype=np.intp)
        for at, lowest, values in parts:
            if at >= 0:
                columns[at] = lowest + chance.integers(values)
        if row >= 0:
            columns[row] = low, low + radix - 1
        else:
            scenes[1] = radix - 1
        firsts, member = first_of_each(keys.words(columns, scenes))
        assert len(firsts) == 2 and member[0] != member[1], (row, low, radix)


@pytest.mark.parametrize("at_a_time", [1, 3, 50])
def test_looking_at_few_states_at_a_time_finds_the_same(at_a_time: int, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = load(RAID).scenario
    assert scenario is not None
    together = playtest(scenario)
    monkeypatch.setattr(exact, "CHUNK", at_a_time)
    apart = playtest(scenario)
    assert apart.exact and apart.states == together.states
    for one, other in zip(together.strategies, apart.strategies, strict=True):
        assert one.classes == pytest.approx(other.classes)
