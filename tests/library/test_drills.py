"""The drills of the library as a whole: what has to be practiced, counted over its files."""

from collections import Counter, defaultdict

import pytest

from backfire_sim.engine.drills import BACKFIRES, BETTER, KINDS, MISSING, NEEDS, NEXT, RESPONSE_CHOICE, drills_of
from backfire_sim.engine.drills import NAME as NAME_METHOD
from backfire_sim.scoring.vocabulary import METHODS, RESPONSE_OF_TACTIC, TECHNIQUES
from tests.library.test_counts import scenarios

DRILLS = [placed for scenario in scenarios().values() for placed in drills_of(scenario)]

PRINCIPLES = (
    *(f"name:{method}" for method in METHODS),
    *(f"next:{method}" for method in METHODS),
    *(f"tactic:{tactic}" for tactic in RESPONSE_OF_TACTIC),
    *(f"missing:{need}" for need in NEEDS),
    *("write:frame", "write:statement"),
)


def test_there_are_enough_and_each_scenario_has_some() -> None:
    assert len(DRILLS) >= 120
    assert min(Counter(placed.scenario.id for placed in DRILLS).values()) >= 6
    assert {placed.drill.asks for placed in DRILLS} == set(KINDS)


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_each_principle_has_three_variants_from_more_than_one_story(principle: str) -> None:
    found = [placed for placed in DRILLS if placed.principle == principle]
    assert len(found) >= 3
    assert len({placed.scenario.id for placed in found}) >= 2


def test_no_drill_is_of_a_principle_that_nobody_knows() -> None:
    assert {placed.principle for placed in DRILLS} == set(PRINCIPLES)


@pytest.mark.parametrize(
    ("method", "technique"), [(method, each) for method, techniques in TECHNIQUES.items() for each in techniques]
)
def test_each_technique_is_to_be_recognized_somewhere(method: str, technique: str) -> None:
    named = {(placed.drill.best, placed.technique) for placed in DRILLS if placed.drill.asks == NAME_METHOD}
    assert (method, technique) in named


def test_cues_can_be_read_aloud_in_one_go_and_do_not_give_the_answer_away() -> None:
    for placed in DRILLS:
        words = len(placed.drill.cue.split())
        assert 20 <= words <= 95, f"{placed.id}: {words} words"
        if placed.drill.asks in (NAME_METHOD, NEXT):
            said = placed.drill.cue.lower()
            assert not [m for m in METHODS if m.replace("_", " ") in said or m.replace("_", "-") in said], placed.id


def test_the_answers_most_easily_taken_for_the_best_are_spoken_to() -> None:
    for placed in DRILLS:
        drill = placed.drill
        if drill.asks in (NAME_METHOD, NEXT, MISSING):
            assert drill.says, f"{placed.id} says nothing to anybody who takes it for another"
        if drill.asks in (RESPONSE_CHOICE, BETTER) and not placed.scene:
            # The moves of a scene have to say why; the options of a preparation need not.
            for answer in (*drill.workable, *drill.worse):
                assert drill.says.get(answer) or getattr(placed.move(answer), "because", ""), f"{placed.id}: {answer}"


def test_nobody_does_well_by_always_giving_the_same_kind_of_answer() -> None:
    """The longest label, or always Reveal, is the best answer no oftener than by chance, with room for luck."""
    longest = Counter[bool]()
    responses: dict[bool, Counter[str]] = defaultdict(Counter)
    for placed in DRILLS:
        if placed.drill.asks in (RESPONSE_CHOICE, BETTER):
            labels = {answer: len(move.label) for answer in placed.answers if (move := placed.move(answer))}
            longest[max(labels, key=lambda answer: labels[answer]) == placed.drill.best] += 1
            for answer in placed.answers:
                move = placed.move(answer)
                if move is not None:
                    responses[placed.fit(answer) != BACKFIRES][move.response] += 1
    assert longest[True] <= 0.6 * longest.total()
    for response, fitting in responses[True].items():
        assert fitting <= 5 * (responses[False][response] + 1), response


def test_every_drill_has_an_id_of_its_own() -> None:
    assert max(Counter(placed.id for placed in DRILLS).values()) == 1
